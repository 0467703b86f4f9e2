import type { Stretch } from "../../drafting/comparison/texts.ts";
import type { Visit } from "../visit.ts";

/** Compared words, marked for eye and ear. `side` shows one text alone, with the words marked that the other does not have. */
export function ComparedText({ visit, stretches, side }: { visit: Visit; stretches: readonly Stretch[]; side?: "before" | "after" }) {
  const hidden = side === "before" ? "added" : side === "after" ? "removed" : undefined;
  return (
    <>
      {stretches
        .filter(({ kind }) => kind !== hidden)
        .map(({ kind, text }) => {
          if (kind === "kept") return text;
          // A line that is merely broken elsewhere is no change of words.
          if (!text.trim()) return kind === "removed" && side === undefined ? "" : text;
          if (side) return <mark>{spoken(visit, "here", text)}</mark>;
          return kind === "removed" ? <del>{spoken(visit, "removed", text)}</del> : <ins>{spoken(visit, "added", text)}</ins>;
        })}
    </>
  );
}

function spoken(visit: Visit, kind: "removed" | "added" | "here", text: string) {
  return (
    <>
      <span class="unseen">{visit.t(`versions.words-${kind}`)} </span>
      {text}
      <span class="unseen"> {visit.t("versions.words-end")}</span>
    </>
  );
}

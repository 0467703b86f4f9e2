import type { RenderedElement } from "../../drafting/rendered.ts";
import type { Piece } from "../../drafting/wording.ts";
import { Paragraphs } from "../components/paragraphs.tsx";
import type { Visit } from "../visit.ts";

/** The paragraphs and items of an element as they read now. */
export function ElementText({ visit, element }: { visit: Visit; element: RenderedElement }) {
  return <Paragraphs paragraphs={element.paragraphs} write={(pieces) => <Pieces visit={visit} pieces={pieces} />} />;
}

/** Words, with what is still open marked: blanks that nobody has filled and references to nothing. */
function Pieces({ visit, pieces }: { visit: Visit; pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map((piece) => {
        if (piece.kind === "words") return piece.text;
        if (piece.kind === "reference") return <a href={`#${piece.element}`}>{piece.text}</a>;
        return (
          <mark class="blank">
            [<span class="unseen">{visit.t(piece.kind === "blank" ? "draft.blank-open" : "draft.reference-open")} </span>
            <bdi lang={piece.label.language}>{piece.label.text}</bdi>]
          </mark>
        );
      })}
    </>
  );
}

/** "Article 5. Inventory" */
export function headingOf(element: RenderedElement): string {
  return [element.label, element.heading].filter(Boolean).join(". ");
}

import type { TextBlock } from "../shared/text-block.ts";
import type { DraftCoding, DraftElement } from "./draft.ts";
import { newElementId } from "./element-id.ts";
import { proposeCodings } from "./reading/propose.ts";
import { splitArticles } from "./reading/split-articles.ts";

/**
 * A text that somebody brought, as elements of a draft: what stands before the first article as preamble, each article with proposed codings. A
 * proposal counts only once a person accepts it.
 */
export function elementsFromText(blocks: readonly TextBlock[], { file, language }: { file: string; language: string }): DraftElement[] {
  const { preamble, articles, annexes } = splitArticles(blocks, language);
  return [
    ...(preamble ? [elementOf("preamble", undefined, "", preamble)] : []),
    ...articles.map(({ number, heading, text }) => elementOf("article", number, heading ?? "", text)),
    ...annexes.map(({ number, heading, text }) => elementOf("annex", number, heading ?? "", text)),
  ];

  function elementOf(kind: DraftElement["kind"], number: string | undefined, heading: string, text: string): DraftElement {
    return {
      id: newElementId(),
      kind,
      heading: heading.slice(0, 300),
      text: text.slice(0, 100_000),
      origin: { kind: "upload", file, ...(number ? { number: number.slice(0, 60) } : {}) },
      codings: kind === "article" ? proposeCodings({ number, heading, text }, language).map(asCoding) : [],
    };
  }
}

function asCoding(proposal: ReturnType<typeof proposeCodings>[number]): DraftCoding {
  const { type, strength, verb, addressee, deadline, exception, because } = proposal;
  return {
    type,
    ...(strength ? { strength } : {}),
    ...(verb ? { verb: verb.slice(0, 200) } : {}),
    ...(addressee ? { addressee: addressee.text.slice(0, 300) } : {}),
    ...(deadline ? { deadline: deadline.slice(0, 300) } : {}),
    ...(exception ? { exception: exception.slice(0, 500) } : {}),
    by: "machine",
    because: because.slice(0, 20).map(({ what, text }) => ({ what: what.slice(0, 40), text: text.slice(0, 300) })),
    verdict: "proposed",
  };
}

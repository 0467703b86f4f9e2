import { type AcceptedCoding, acceptedCodings, type Draft, type DraftElement } from "../draft.ts";
import { type RenderedElement, renderDraft } from "../rendered.ts";
import { type Piece, plainWords, type Reference } from "../wording.ts";

/** An element as its gaps are looked for: what it says now, what counts as said by it, and what is open in it. */
export interface ReadElement {
  id: string;
  kind: DraftElement["kind"];
  /** "Article 5" */
  label: string;
  heading: string;
  /** its paragraphs and items as written out, one a line */
  text: string;
  sentences: readonly string[];
  codings: readonly AcceptedCoding[];
  undecided: number;
  blanks: readonly string[];
  broken: readonly Reference[];
  /** a blank for a body or an officer stands in it */
  namesSomebody: boolean;
}

/** A draft or a kept version of one. */
export type Readable = Parameters<typeof renderDraft>[0];

export interface ReadDraft {
  language: string;
  profile: Draft["profile"];
  elements: readonly ReadElement[];
  /** provision type → elements that count as having it, in their order */
  byType: ReadonlyMap<string, readonly ReadElement[]>;
}

const SENTENCE_END = /(?<=[.!?;؟؛。！？][”"»)]?)\s+/u;
const SOMEBODY = /\{[a-z-]*(?:body|officer|approver|fund|committee|bodies)[a-z-]*\}/;

/** Reads a draft once for everything that is asked of it. */
export function readDraft(draft: Readable): ReadDraft {
  const rendered = renderDraft(draft).elements;
  const elements = draft.elements.map((element, at) => readElement(element, rendered[at] as RenderedElement));
  const byType = new Map<string, ReadElement[]>();
  for (const element of elements)
    for (const type of new Set(element.codings.map((coding) => coding.type))) byType.set(type, [...(byType.get(type) ?? []), element]);
  return { language: draft.language.split("-")[0] ?? "", profile: draft.profile, elements, byType };
}

function readElement(element: DraftElement, { label, heading, open, paragraphs }: RenderedElement): ReadElement {
  const lines = paragraphs.flatMap(({ pieces, items }) => [pieces, ...items.map((item) => item.pieces)]);
  const pieces: Piece[] = [...open, ...lines.flat()];
  // How a blank is called is no wording of the draft: it neither defines a term nor makes a sentence long.
  const written = lines.map((line) =>
    plainWords(line.map((piece) => (piece.kind === "blank" ? { kind: "words", text: `[${piece.name}]` } : piece))),
  );
  return {
    id: element.id,
    kind: element.kind,
    label,
    heading,
    text: written.join("\n"),
    sentences: written.flatMap((line) => line.split(SENTENCE_END)).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence)),
    codings: acceptedCodings(element),
    undecided: element.codings.filter(({ verdict }) => verdict === "proposed").length,
    blanks: [...new Set(pieces.flatMap((piece) => (piece.kind === "blank" ? [piece.name] : [])))],
    broken: pieces.flatMap((piece) => (piece.kind === "missing" ? [{ to: piece.to, id: piece.id }] : [])),
    namesSomebody: SOMEBODY.test(element.text),
  };
}

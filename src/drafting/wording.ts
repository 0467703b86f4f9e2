import type { Strength } from "../registry/coding.ts";
import type { Label } from "./labels.ts";

/** How the strength of a duty is written, for one who is bound and for several. */
const verbs: Record<"en" | "fr", Record<Strength, readonly [one: string, several: string]>> = {
  en: { must: ["must", "must"], should: ["should", "should"], may: ["may", "may"], "must-not": ["must not", "must not"] },
  fr: {
    must: ["doit", "doivent"],
    should: ["devrait", "devraient"],
    may: ["peut", "peuvent"],
    "must-not": ["ne doit pas", "ne doivent pas"],
  },
};

/** A clause's text with the strength that was chosen: {must} and {must:plural} become words, blanks and references stay. */
export function writeStrength(text: string, strength: Strength, language: "en" | "fr"): string {
  const [one, several] = verbs[language][strength];
  return text.replaceAll("{must:plural}", several).replaceAll("{must}", one);
}

const BLANK = /\{([a-z][a-z0-9-]{0,40})\}/g;
const REFERENCE = /\[\[(#?)([a-z0-9]+(?:-[a-z0-9]+)*)\]\]/g;

/** The blanks of a text, in the order in which they first stand there. */
export function blanksOf(text: string): string[] {
  return [...new Set([...text.matchAll(BLANK)].map(([, name]) => name as string))];
}

export interface Reference {
  /** an element of the draft, or the provision type whose article is meant */
  to: "element" | "provision-type";
  id: string;
}

/** What a text refers to inside its own draft. */
export function referencesOf(text: string): Reference[] {
  return [...text.matchAll(REFERENCE)].map(([, mark, id]) => ({ to: mark ? "element" : "provision-type", id: id as string }));
}

/** A piece of a paragraph: words, a blank nobody has filled, or a reference to an article with the label it bears now. */
export type Piece =
  | { kind: "words"; text: string }
  | { kind: "blank"; name: string; label: Label }
  | { kind: "reference"; element: string; text: string }
  | { kind: "missing"; id: string; to: Reference["to"]; label: Label };

/** What is needed to write a text out: answers to blanks, the labels of articles, and what is still open by the name that people read. */
export interface Surroundings {
  answers: Readonly<Record<string, string>>;
  /** the label of the element a reference leads to, "article 5", and its id; none: it is not in the draft */
  label(reference: Reference): { element: string; text: string } | undefined;
  blank(name: string): Label;
  missing(reference: Reference): Label;
}

/** What fills a blank. A blank may bear any name, "constructor" too, which every object answers to. */
export function answerTo(answers: Readonly<Record<string, string>> | undefined, blank: string): string | undefined {
  return answers && Object.hasOwn(answers, blank) ? answers[blank] : undefined;
}

/** A text with its blanks filled and its references written out. */
export function writeOut(text: string, { answers, label, blank: called, missing }: Surroundings): Piece[] {
  const pieces: Piece[] = [];
  const words = (more: string) => {
    const last = pieces.at(-1);
    if (!more) return;
    if (last?.kind === "words") last.text += more;
    else pieces.push({ kind: "words", text: more });
  };
  let at = 0;
  for (const match of text.matchAll(new RegExp(`${BLANK.source}|${REFERENCE.source}`, "g"))) {
    words(text.slice(at, match.index));
    at = match.index + match[0].length;
    const [, blank, mark, id = ""] = match;
    if (blank !== undefined) {
      const answer = answerTo(answers, blank)?.trim();
      if (answer) words(answer);
      else pieces.push({ kind: "blank", name: blank, label: called(blank) });
    } else {
      const to = mark ? "element" : "provision-type";
      const found = label({ to, id });
      pieces.push(found ? { kind: "reference", ...found } : { kind: "missing", id, to, label: missing({ to, id }) });
    }
  }
  words(text.slice(at));
  return pieces;
}

/** The words of pieces, where nothing but words is wanted: a blank as "[Lead body for digital government]". */
export function plainWords(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === "words" || piece.kind === "reference" ? piece.text : `[${piece.label.text}]`)).join("");
}

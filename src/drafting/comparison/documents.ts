import { newEffort } from "./alignment.ts";
import { inReadingOrder, pairUp, plain } from "./pairs.ts";
import { compareTexts, type Stretch } from "./texts.ts";

/** A paragraph of two texts that are compared, or one that stands in one of them alone. Indexes count paragraphs from 0. */
export interface ComparedParagraph {
  outcome: "same" | "changed" | "added" | "removed";
  before?: number;
  after?: number;
  /** it stands elsewhere among the others */
  moved: boolean;
  stretches: Stretch[];
}

/**
 * Compares two plain texts of any length: paragraphs are found again first (as they are, then elsewhere, then by their words), and only within
 * those that changed are words compared. Paragraphs that differ in white space alone are "same". They come in the order of the later text.
 * Kept and removed stretches of those with `before`, by that index, are exactly the earlier text; kept and added ones by `after` the later.
 */
export function compareDocuments(before: string, after: string, language: string): ComparedParagraph[] {
  const effort = newEffort();
  const [old, fresh] = [splitParagraphs(before), splitParagraphs(after)];
  const asItems = (paragraphs: string[]) => paragraphs.map((text) => ({ text }));
  const pairs = pairUp(asItems(old), asItems(fresh), language, effort);
  return inReadingOrder(pairs, { before: old.length, after: fresh.length }).map(({ before: one, after: other, moved }) => {
    const [was, is] = [one === undefined ? undefined : old[one], other === undefined ? undefined : fresh[other]];
    const places = { ...(one === undefined ? {} : { before: one }), ...(other === undefined ? {} : { after: other }), moved };
    if (was === undefined) return { outcome: "added", ...places, stretches: [{ kind: "added", text: is ?? "" }] };
    if (is === undefined) return { outcome: "removed", ...places, stretches: [{ kind: "removed", text: was }] };
    const outcome = plain(was) === plain(is) ? "same" : "changed";
    return { outcome, ...places, stretches: compareTexts(was, is, language, effort) };
  });
}

/** A text in paragraphs, each with the empty lines behind it: joined they are the text. */
export function splitParagraphs(text: string): string[] {
  const paragraphs: string[] = [];
  let open = "";
  let isEnding = false;
  for (const line of text.split(/(?<=\n)/)) {
    const isEmpty = line.trim() === "";
    if (isEnding && !isEmpty) {
      paragraphs.push(open);
      open = "";
    }
    isEnding = isEmpty && (isEnding || open !== "");
    open += line;
  }
  if (open) paragraphs.push(open);
  return paragraphs;
}

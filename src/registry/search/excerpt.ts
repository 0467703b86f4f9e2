import type { Instrument } from "../instrument.ts";
import type { Term } from "./question.ts";
import { foldWords } from "./words.ts";

/** A piece of an excerpt; the marked ones are what the reader asked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

export interface Excerpt {
  pieces: Piece[];
  language: string;
  /** where it stands: a provision's locator, or nothing for a title */
  locator?: string;
}

const AROUND = 14;

/** Marks the words of a passage that answer to the terms. The passage's text is never changed. */
export function markWords(text: string, language: string, terms: readonly Term[]): Piece[] {
  const stems = terms.flatMap((term) => [...term.stems, ...(term.guessed ? [] : [term.word])]);
  const pieces: Piece[] = [];
  const push = (part: string, marked: boolean) => {
    const last = pieces.at(-1);
    if (last && last.marked === marked) last.text += part;
    else pieces.push({ text: part, marked });
  };
  for (const { segment, isWordLike } of new Intl.Segmenter(language === "und" ? "en" : language, { granularity: "word" }).segment(text)) push(segment, Boolean(isWordLike) && answers(foldWords(segment), stems));
  return pieces;
}

/** The passage of an instrument that answers most terms, cut to a readable length; nothing where only its title answers. */
export function excerptOf(instrument: Instrument, terms: readonly Term[]): Excerpt | undefined {
  if (terms.length === 0) return undefined;
  let best: { score: number; text: string; language: string; locator?: string } | undefined;
  const consider = (text: string, language: string, locator?: string) => {
    const folded = foldWords(text.slice(0, 20_000)).split(" ");
    const score = terms.reduce((sum, term) => sum + (folded.some((word) => answers(word, [...term.stems, term.word])) ? term.weight : 0), 0);
    if (score > (best?.score ?? 0)) best = { score, text, language, ...(locator === undefined ? {} : { locator }) };
  };
  for (const provision of instrument.provisions) {
    for (const wording of provision.wording) consider(wording.text, wording.language, provision.locator);
    for (const coding of provision.codings) consider(coding.paraphrase, "en", provision.locator);
  }
  if (!best) for (const text of instrument.texts) if (text.content) consider(text.content, text.language);
  if (!best) return undefined;
  const { text, language, locator } = best;
  return { pieces: shorten(markWords(text.slice(0, 20_000), language, terms)), language, ...(locator === undefined ? {} : { locator }) };
}

/** Whether a folded word is a form of one of the stems: stems are beginnings of words, but for their last letter. */
function answers(word: string, stems: readonly string[]): boolean {
  return word.split(" ").some((part) =>
    stems.some((stem) => {
      if (part === stem) return true;
      const shared = Math.max(3, stem.length - 1);
      return part.length >= shared && stem.length >= 4 && part.length <= stem.length + 6 && part.slice(0, shared) === stem.slice(0, shared);
    }),
  );
}

function shorten(pieces: Piece[]): Piece[] {
  const first = pieces.findIndex((piece) => piece.marked);
  return pieces.flatMap((piece, index) => {
    if (piece.marked) return [piece];
    const words = piece.text.split(/(?<=\s)/u);
    if (words.length <= AROUND * 2) return [piece];
    if (index < first) return [{ text: `… ${words.slice(-AROUND).join("")}`, marked: false }];
    if (index > pieces.findLastIndex((other) => other.marked)) return [{ text: `${words.slice(0, AROUND).join("").trimEnd()} …`, marked: false }];
    return [{ text: `${words.slice(0, AROUND).join("")}… ${words.slice(-AROUND).join("")}`, marked: false }];
  });
}

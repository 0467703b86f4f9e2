import type { Instrument } from "../instrument.ts";
import { findConcepts } from "./concepts.ts";
import type { Term } from "./question.ts";
import { foldOnce } from "./words.ts";

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

const MOST_READ = 20_000;
const WHOLE = 340;
const BEFORE = 70;

/** Marks the words of a passage that answer to the terms. The passage's text is never changed. */
export function markWords(text: string, language: string, terms: readonly Term[]): Piece[] {
  const segments = [...segmenterFor(language).segment(text)].map(({ segment, isWordLike }) => ({
    segment,
    folded: isWordLike ? foldOnce(segment).split(" ").filter(Boolean) : [],
  }));
  const marked = new Set<number>();
  segments.forEach(({ folded }, index) => {
    if (terms.some((term) => folded.some((word) => answers(word, term)))) marked.add(index);
  });
  const words = segments.flatMap(({ folded }, index) => folded.map((word) => ({ word, index })));
  const asked = new Set(terms.flatMap((term) => term.concept ?? []));
  if (asked.size > 0) {
    for (const { concept, from, to } of findConcepts(words.map(({ word }) => word))) {
      if (asked.has(concept)) for (const { index } of words.slice(from, to)) marked.add(index);
    }
  }
  const beside = (index: number) => [-2, -1, 1, 2].some((step) => marked.has(index + step));
  return join(
    segments.map(({ segment }, index) => ({ text: segment, marked: marked.has(index) && (!isSlight(segment) || beside(index)) })),
  );
}

/** The passage of an instrument that answers most terms, cut to a readable length; nothing where only its title answers. */
export function excerptOf(instrument: Instrument, terms: readonly Term[]): Excerpt | undefined {
  if (terms.length === 0) return undefined;
  let best: { score: number; text: string; language: string; locator?: string } | undefined;
  const consider = (whole: string, language: string, locator?: string) => {
    const text = beginningOf(whole);
    const folded = foldOnce(text).split(" ");
    const concepts = new Set(findConcepts(folded).map(({ concept }) => concept));
    const words = new Set(folded);
    const score = terms.reduce(
      (sum, term) => sum + ((term.concept ? concepts.has(term.concept) : [...words].some((word) => answers(word, term))) ? term.weight : 0),
      0,
    );
    if (score > (best?.score ?? 0)) best = { score, text, language, ...(locator === undefined ? {} : { locator }) };
  };
  for (const provision of instrument.provisions) {
    for (const wording of provision.wording) consider(wording.text, wording.language, provision.locator);
    for (const { paraphrase } of provision.codings) if (paraphrase) consider(paraphrase, "en", provision.locator);
  }
  if (!best) for (const text of instrument.texts) if (text.content) consider(text.content, text.language);
  if (!best) return undefined;
  const { text, language, locator } = best;
  return { pieces: shorten(markWords(text, language, terms)), language, ...(locator === undefined ? {} : { locator }) };
}

/** Whether a folded word is a form of one of a term's stems. */
function answers(word: string, term: Term): boolean {
  if (term.concept || term.place) return false;
  if (!term.guessed && word === term.word) return true;
  return term.stems.some((stem) => isFormOf(word, stem));
}

/** Stems are beginnings of words, but for a last letter that changes (policy: polici, coding: code) and the particles of Arabic. */
function isFormOf(word: string, stem: string): boolean {
  if (word === stem) return true;
  const length = stem.length;
  const ending = length >= 5 ? 7 : length === 4 ? 4 : length === 3 ? 2 : 0;
  if (ending === 0 || /\p{N}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(stem)) return false;
  if (word.startsWith(stem)) return word.length <= length + ending;
  const root = stem.slice(0, -1);
  if (length >= 4 && word.startsWith(root)) {
    const rest = word.slice(root.length);
    if (stem.endsWith("i")) return rest === "y" || rest === "ys";
    if (stem.endsWith("e")) return rest === "ing" || rest === "able";
  }
  return length >= 4 && /^[بلفكو]{1,2}/u.test(word) && /\p{Script=Arabic}/u.test(stem) && isFormOf(word.replace(/^[بلفكو]/u, ""), stem);
}

/** Single letters and small numbers stand in every text: they are marked beside another marked word only. */
function isSlight(segment: string): boolean {
  return /^(?:\p{N}{1,2}|\p{Script=Latin})$/u.test(segment);
}

function join(parts: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  for (const part of parts) {
    const last = pieces.at(-1);
    if (last && last.marked === part.marked) last.text += part.text;
    else pieces.push({ ...part });
  }
  return pieces;
}

/** The stretch of a passage that has the most different marked words, with dots where it was cut. */
function shorten(pieces: readonly Piece[]): Piece[] {
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  if (length <= WHOLE) return [...pieces];
  const placed: (Piece & { at: number })[] = [];
  let end = 0;
  for (const piece of pieces) {
    placed.push({ ...piece, at: end });
    end += piece.text.length;
  }
  const marked = placed.filter((piece) => piece.marked);
  let from = 0;
  let most = 0;
  for (const first of marked.slice(0, 200)) {
    const start = Math.max(0, Math.min(first.at - BEFORE, length - WHOLE));
    const within = new Set(
      marked.filter((piece) => piece.at >= start && piece.at + piece.text.length <= start + WHOLE).map((piece) => foldOnce(piece.text)),
    );
    if (within.size > most) [most, from] = [within.size, start];
  }
  const to = from + WHOLE;
  const cut = placed
    .filter((piece) => piece.at < to && piece.at + piece.text.length > from)
    .map(({ text, marked: is, at: start }) =>
      is ? { text, marked: true } : { text: cutAtWords(text, Math.max(0, from - start), Math.min(text.length, to - start)), marked: false },
    );
  return join([
    ...(from > 0 ? [{ text: "… ", marked: false }] : []),
    ...cut,
    ...(to < length ? [{ text: " …", marked: false }] : []),
  ]).filter((piece) => piece.text !== "");
}

/** A part of a text that neither begins nor ends within a word, as far as the script shows where words end. */
function cutAtWords(text: string, from: number, to: number): string {
  const part = text.slice(from, to);
  const begun = from === 0 ? part : part.replace(/^\S{0,25}\s+/u, "").replace(/^[\uDC00-\uDFFF]/, "");
  return to === text.length ? begun : begun.replace(/\s+\S{0,25}$/u, "").replace(/[\uD800-\uDBFF]$/, "");
}

function beginningOf(text: string): string {
  return text.length <= MOST_READ ? text : text.slice(0, MOST_READ).replace(/[\uD800-\uDBFF]$/, "");
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const locale = /^[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?$/.test(language) && language !== "und" ? language : "en";
  const made = new Intl.Segmenter(locale, { granularity: "word" });
  if (segmenters.size < 100) segmenters.set(language, made);
  return made;
}

import { type Alignment, align } from "./alignment.ts";
import { type Differences, differencesOf } from "./differences.ts";
import { type LicenceTexts, licenceTexts, numbersOf } from "./texts.ts";
import { wordsOf } from "./words.ts";

/** A licence text found in a file. */
export interface Match {
  /** SPDX identifier of the text */
  id: string;
  /** Dice's coefficient of words in the same order, 0 to 1; optional titles and appendices left out */
  similarity: number;
  /** 1-based, first and last */
  line: number;
  lastLine: number;
  differences: Differences;
  /** Words on its first and last line that are not its own: a text may stand on one line with what limits it. */
  beside: string;
}

const MOST_WORDS = 60_000;
const MOST_CANDIDATES = 16;
const MOST_MATCHES = 12;
const SIMILAR = 0.8;
/** Texts of a few words must be there nearly whole: anything is similar to them. */
const SHORT = 40;
const SHORT_SIMILAR = 0.95;
/** Beyond this no other candidate, sharing less with the file, is tried. */
const SAME = 0.995;
/** Fewer words are no licence text. */
const SHORTEST = 5;
const TITLE = 14;
const MOST_BESIDE = 1000;

/** With these words the terms of Creative Commons' licences begin. */
const starts = ["by", "exercising", "the", "licensed", "rights"];
/** Words of a licence that may have a preface */
const LONG = 1500;
/** After these words the terms are over and advice on how to use them begins. */
const ends = [
  ["end", "of", "terms", "and", "conditions"],
  ["how", "to", "apply", "these", "terms"],
  ["appendix", "how", "to", "apply"],
  ["exhibit", "source", "code", "form", "license", "notice"],
  ["creative", "commons", "notice"],
  ["creative", "commons", "corporation", "is", "not"],
  ["creative", "commons", "is", "not", "party"],
];

interface Laid {
  words: Uint16Array;
  alignment: Alignment;
  similarity: number;
}

/** The licence texts that a file holds, in the order of the file; one that is there twice is found twice. Reads at most 60,000 words. */
export function matchLicences(text: string, texts: LicenceTexts = licenceTexts()): Match[] {
  const { words, lines } = wordsOf(text);
  const file = numbersOf(words.length > MOST_WORDS ? words.slice(0, MOST_WORDS) : words, texts);
  const taken = new Uint8Array(file.length);
  const laid = new Map<number, Laid | undefined>();
  const candidates = texts.candidates(file, MOST_CANDIDATES);
  const found: (Match & { from: number })[] = [];
  let free = file.length;
  let split: string[] | undefined;
  const written = (from: number, to: number) => {
    split ??= text.split(/\r\n?|\n/);
    return split.slice((lines[from] ?? 1) - 1, lines[to - 1]).join("\n");
  };
  while (found.length < MOST_MATCHES && free >= SHORTEST) {
    const best = bestOf(candidates, file, taken, texts, laid);
    if (best === undefined) break;
    const [number, { alignment, similarity, words: licence }] = best;
    taken.fill(1, alignment.from, alignment.to);
    free -= alignment.to - alignment.from;
    found.push({
      id: texts.texts[number]?.id ?? "",
      similarity: Math.floor(similarity * 1000) / 1000,
      line: lines[alignment.from] ?? 1,
      lastLine: lines[alignment.to - 1] ?? 1,
      differences: differencesOf(alignment, (at) => texts.spelling[licence[at] ?? 0] ?? "", words, endOf(licence, texts), written),
      beside: wordsBeside(alignment, words, lines),
      from: alignment.from,
    });
  }
  return found.sort((a, b) => a.from - b.from).map(({ from: _, ...match }) => match);
}

/** What stands beside the texts that were found: the other lines, and other words on their first and last lines. */
export function outside(text: string, matches: readonly Match[]): string {
  const lines = text.split("\n").filter((_, index) => !matches.some(({ line, lastLine }) => line <= index + 1 && index + 1 <= lastLine));
  return [...lines, ...matches.map(({ beside }) => beside)].join("\n");
}

function wordsBeside({ from, to }: Alignment, words: readonly string[], lines: Uint32Array): string {
  let first = from;
  let last = to;
  while (first > 0 && from - first < MOST_BESIDE && lines[first - 1] === lines[from]) first -= 1;
  while (last < lines.length && last - to < MOST_BESIDE && lines[last] === lines[to - 1]) last += 1;
  return `${words.slice(first, from).join(" ")}. ${words.slice(to, last).join(" ")}`;
}

/** The most similar candidate. What was laid over words that are still free is kept in `laid` from one search to the next. */
function bestOf(
  candidates: readonly number[],
  file: Uint16Array,
  taken: Uint8Array,
  texts: LicenceTexts,
  laid: Map<number, Laid | undefined>,
) {
  let best: [number: number, laid: Laid] | undefined;
  for (const number of candidates) {
    const before = laid.get(number);
    if (!laid.has(number) || (before && taken.subarray(before.alignment.from, before.alignment.to).includes(1))) {
      laid.set(number, layOverTerms(texts.texts[number]?.words ?? new Uint16Array(), file, taken, texts));
    }
    const now = laid.get(number);
    if (now && (best === undefined || now.similarity > best[1].similarity)) best = [number, now];
    if (best && best[1].similarity >= SAME) break;
  }
  return best;
}

/** Without its preface, where a file has no more of that than a few words that stand elsewhere. */
function layOverTerms(words: Uint16Array, file: Uint16Array, taken: Uint8Array, texts: LicenceTexts): Laid | undefined {
  const whole = layOver(words, file, taken, texts);
  const start = whole && whole.similarity < SAME ? startOf(words, texts) : 0;
  const there = whole?.alignment.hunks.reduce(
    (sum, { licence: [from, to] }) => sum - Math.max(0, Math.min(to, start) - from),
    start - whole.alignment.head,
  );
  return there !== undefined && there > 0 && there < start / 2 ? (layOver(words.subarray(start), file, taken, texts) ?? whole) : whole;
}

function layOver(words: Uint16Array, file: Uint16Array, taken: Uint8Array, texts: LicenceTexts): Laid | undefined {
  const alignment = align(words, file, taken);
  if (alignment === undefined) return undefined;
  const similarity = similarityOf(alignment, words, texts);
  return similarity >= (words.length < SHORT ? SHORT_SIMILAR : SIMILAR) ? { words, alignment, similarity } : undefined;
}

function similarityOf({ from, to, matched, head, tail }: Alignment, words: Uint16Array, texts: LicenceTexts): number {
  const optionalHead = head <= TITLE ? head : 0;
  const optionalTail = words.length - tail >= endOf(words, texts) - 2 ? tail : 0;
  return (2 * matched) / (words.length - optionalHead - optionalTail + (to - from));
}

/** Where the terms begin of a licence that considerations precede; 0 for all others. */
function startOf(words: Uint16Array, texts: LicenceTexts): number {
  const phrase = numbersOf(starts, texts);
  const at = words.length > LONG ? words.findIndex((_, from) => phrase.every((word, index) => words[from + index] === word)) : 0;
  const title = words.subarray(Math.max(0, at - TITLE), Math.max(0, at)).indexOf(numbersOf(["creative"], texts)[0] ?? 0);
  return at > TITLE && at < words.length / 2 ? at - TITLE + Math.max(0, title) : 0;
}

const knownEnds = new WeakMap<Uint16Array, number>();

/** Where the terms of a licence end and its appendix begins; its length where it has none. Kept, as the same licences are asked for again and again. */
function endOf(words: Uint16Array, texts: LicenceTexts): number {
  const known = knownEnds.get(words) ?? findEnd(words, texts);
  knownEnds.set(words, known);
  return known;
}

function findEnd(words: Uint16Array, texts: LicenceTexts): number {
  const numbers = ends.map((phrase) => numbersOf(phrase, texts));
  for (let at = Math.floor(words.length / 2); at < words.length; at += 1) {
    if (numbers.some((phrase) => phrase.every((word, index) => words[at + index] === word))) return at;
  }
  return words.length;
}

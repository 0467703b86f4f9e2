import { type Finder, finderOf, type Hit, near } from "./terms.ts";
import { type Brand, brands, titleNames } from "./words/brand.ts";
import { equivalent, equivalentEverywhere } from "./words/equivalent.ts";
import { announcesMaker, intendsContract, legalForm, onlyOne } from "./words/makers.ts";
import { afterName, beforeName } from "./words/names.ts";
import { closedOnly, notOpenSource, openSource, refusalAfter, refusalBefore } from "./words/open-source.ts";
import { phrases } from "./words/phrases.ts";
import {
  besideSoftware,
  development,
  documentForm,
  glazing,
  hintInTitle,
  meetingPlace,
  nearby,
  otherGoods,
  softwareInText,
  softwareInTitle,
} from "./words/software.ts";
import { softwareNames } from "./words/software-names.ts";

/** A fact that the presence of one of its phrases decides. */
export type Phrase = keyof typeof phrases;
export const phraseFacts = Object.keys(phrases) as Phrase[];

/** The lists of terms by the occasion on which they are looked for: everywhere, or only where another word gives cause. */
const lists = {
  anywhere: {
    ...phrases,
    openSource,
    notOpenSource,
    closedOnly,
    softwareInText,
    besideSoftware,
    development,
    equivalent,
    equivalentEverywhere,
    beforeName,
    afterName,
    legalForm,
    onlyOne,
    announcesMaker,
    intendsContract,
  },
  /** Whether a title speaks of information technology at all. */
  atAGlance: { softwareInTitle, softwareInText, openSource },
  inTitle: { softwareInTitle: [...softwareInTitle, ...softwareNames], otherGoods, hintInTitle: [...hintInTitle, ...titleNames] },
  besideDoubtfulBrand: { nearby, glazing, documentForm, meetingPlace },
  besideOpenSource: { refusalBefore, refusalAfter },
} as const;
type Occasion = keyof typeof lists;
type KeysOfEach<T> = T extends unknown ? keyof T : never;

/** What a term is asked for. */
type Ask = KeysOfEach<(typeof lists)[Occasion]> | "brand";

interface Word {
  ask: Ask;
  brand?: Brand;
  /** How the text must write it, where case decides. */
  exactly?: string;
  /** Only with a capital, or all in capitals. */
  capital?: boolean;
  /** Only where a word of information technology stands near; a word of making, only in a text that speaks of software. */
  doubtful?: boolean;
  /** Not where it is the form of a document or a skill of staff. */
  ofOffice?: boolean;
  /** Not where bidders meet or hand in offers. */
  ofMeeting?: boolean;
}

export type Found = Hit<Word>;
/** The words of one text by what they are asked for, in the order of their places, the longest only where they overlap. */
export type FoundBy = Partial<Record<Ask, Found[]>>;

const finders: Partial<Record<Occasion, Finder<Word>>> = {};

/** Words of one text, in every language at once. */
export function findWords(text: string, occasion: Occasion): FoundBy {
  const found: FoundBy = {};
  for (const hit of finderFor(occasion).find(text)) if (isWritten(hit, text)) addLongest(found, hit);
  dropWithin(found, "softwareInText", found.besideSoftware);
  if (found.development && !found.softwareInText) keep(found, "development", ({ of }) => !of.doubtful);
  return found;
}

/** Words that another swallows do not count. */
function dropWithin(found: FoundBy, ask: Ask, others: readonly Found[] = []): void {
  keep(found, ask, (hit) => !near(others, hit.start, hit.end).some(({ start, end }) => start <= hit.start && hit.end <= end));
}

function keep(found: FoundBy, ask: Ask, that: (hit: Found) => boolean): void {
  const left = found[ask]?.filter(that);
  if (left?.length === 0) delete found[ask];
  else if (left) found[ask] = left;
}

/** Whether a text has any of the words. */
export function hasWords(text: string, occasion: Occasion): boolean {
  return finderFor(occasion)
    .find(text)
    .some((hit) => isWritten(hit, text));
}

function finderFor(occasion: Occasion): Finder<Word> {
  const finder = finders[occasion] ?? finderOf(termsFor(occasion));
  finders[occasion] = finder;
  return finder;
}

function isWritten({ start, end, of }: Found, text: string): boolean {
  if (of.exactly !== undefined) return text.slice(start, end) === of.exactly;
  return !of.capital || /^[^\p{Ll}]/u.test(text[start] ?? "");
}

function addLongest(found: FoundBy, hit: Found): void {
  const same = found[hit.of.ask];
  const last = same?.at(-1);
  if (!same || !last) found[hit.of.ask] = [hit];
  else if (hit.start >= last.end) same.push(hit);
  else if (hit.end - hit.start > last.end - last.start) same[same.length - 1] = hit;
}

function termsFor(occasion: Occasion): { term: string; of: Word }[] {
  const terms = Object.entries(lists[occasion]).flatMap(([ask, list]) => list.map((term) => marked(term, { ask: ask as Ask })));
  if (occasion !== "anywhere" && occasion !== "atAGlance") return terms;
  return [...terms, ...brands.flatMap((brand) => brand.terms.map((term) => marked(term, { ask: "brand", brand })))];
}

/** "?": doubtful; "!": of an office; "~": where bidders meet; "=": exactly so; "^": with a capital. */
function marked(written: string, word: Word): { term: string; of: Word } {
  const [, marks = "", term = ""] = /^([!?=^~]*)(.*)$/.exec(written) ?? [];
  const of = { ...word };
  if (marks.includes("?")) of.doubtful = true;
  if (marks.includes("!")) of.ofOffice = true;
  if (marks.includes("~")) of.ofMeeting = true;
  if (marks.includes("^")) of.capital = true;
  if (marks.includes("=")) of.exactly = term;
  return { term, of };
}

import { type Finder, finderOf, type Hit } from "./terms.ts";
import { type Brand, brands } from "./words/brand.ts";
import { equivalent, equivalentEverywhere } from "./words/equivalent.ts";
import { closedOnly, notOpenSource, openSource, refusalAfter, refusalBefore } from "./words/open-source.ts";
import { phrases } from "./words/phrases.ts";
import { development, glazing, nearby, softwareInText, softwareInTitle } from "./words/software.ts";

/** A fact that the presence of one of its phrases decides. */
export type Phrase = keyof typeof phrases;
export const phraseFacts = Object.keys(phrases) as Phrase[];

/** What a term is asked for. */
export type Ask =
  | Phrase
  | "brand"
  | "equivalent"
  | "equivalentEverywhere"
  | "openSource"
  | "notOpenSource"
  | "refusalBefore"
  | "refusalAfter"
  | "closedOnly"
  | "softwareInTitle"
  | "softwareInText"
  | "development"
  | "nearby"
  | "glazing";

export interface Word {
  ask: Ask;
  brand?: Brand;
  /** How the text must write it, where case decides. */
  exactly?: string;
  /** Only with a capital, or all in capitals. */
  capital?: boolean;
  /** Only where a word of information technology stands near. */
  doubtful?: boolean;
}

export type Found = Hit<Word>;
/** The words of one text by what they are asked for, in the order of their places, the longest only where they overlap. */
export type FoundBy = Partial<Record<Ask, Found[]>>;

let finder: Finder<Word> | undefined;

/** All words of one text, in every language at once. */
export function findWords(text: string): FoundBy {
  finder ??= finderOf(allTerms());
  const found: FoundBy = {};
  for (const hit of finder.find(text)) {
    const { exactly, capital, ask } = hit.of;
    if (exactly !== undefined && text.slice(hit.start, hit.end) !== exactly) continue;
    if (capital && !/^[^\p{Ll}]/u.test(text[hit.start] ?? "")) continue;
    const sameAsk = found[ask] ?? [];
    found[ask] = sameAsk;
    const last = sameAsk.at(-1);
    if (!last || hit.start >= last.end) sameAsk.push(hit);
    else if (hit.end - hit.start > last.end - last.start) sameAsk[sameAsk.length - 1] = hit;
  }
  return found;
}

function allTerms(): { term: string; of: Word }[] {
  const lists: Partial<Record<Ask, readonly string[]>> = {
    ...phrases,
    ...{ equivalent, equivalentEverywhere, openSource, notOpenSource, refusalBefore, refusalAfter, closedOnly },
    ...{ softwareInTitle, softwareInText, development, nearby, glazing },
  };
  return [
    ...Object.entries(lists).flatMap(([ask, terms]) => terms.map((term) => marked(term, { ask: ask as Ask }))),
    ...brands.flatMap((brand) => brand.terms.map((term) => marked(term, { ask: "brand", brand }))),
  ];
}

/** "?": doubtful; "=": exactly so; "^": with a capital. */
function marked(written: string, word: Word): { term: string; of: Word } {
  const [, marks = "", term = ""] = /^([?=^]*)(.*)$/.exec(written) ?? [];
  const of = { ...word };
  if (marks.includes("?")) of.doubtful = true;
  if (marks.includes("^")) of.capital = true;
  if (marks.includes("=")) of.exactly = term;
  return { term, of };
}

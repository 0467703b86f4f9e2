import { general } from "./beside-software.ts";
import { isEveryday } from "./everyday.ts";
import type { Span } from "./terms.ts";
import type { FoundBy } from "./words.ts";

/** Titles, and the short texts of lots and items that are written like them. */
const LONGEST = 160;
/** A title's words tell its language where it has some. */
const FEW = 3;

interface Token extends Span {
  word: string;
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/[\p{L}\d](?:[\p{L}\d.+®™'’/_-]{0,38}[\p{L}\d+®™])?/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));

/** The words that say that one product or maker only comes into question; a name follows. */
const oneOnly =
  /\b(?:sole[ -]sourc(?:e|ing)|single[ -]sourc(?:e|ing)|exclusion of alternates|brand standardi[sz]ation|proprietary)\b[:\s–-]*/giu;
/** What is bought when these stand before: a name stands beside them. */
const ofSoftware = /^(?:software|saas|licen[cs](?:es?|ing)|subscriptions?|e?cms|erp|crm)$/i;
const mayBeOfSoftware = /software|saas|licen[cs]|subscription|cms|erp|crm/i;
/** "Brand" without a make: what is done for one's own. */
export const ownBrand =
  /^\W{0,3}(?:strateg|develop|identit|guideline|ambassador|awareness|design|campaign|manag|market|refresh|agenc|book|consult|creat|research|advert|position|and|partner|new|audit|track|activation|communic)/i;
const notMake =
  /^(?:the|a|an|any|own|our|new|name|store|employer|city|place|destination|regional|national|strong|house|of|or|and|same|council|university|corporate|global)$/i;
const joining = /^(?:of|for|at|in|by|from|to|and|the|on|with|within|a|an|or|via)$/i;
const ofSupply = /^(?:provision|supply|purchase|renewal|procurement|maintenance|support|upgrade|implementation|delivery)$/i;
const version = /^v?\d{1,4}(?:\.\d{1,3}){0,2}$/i;
const numbered = /\sv?\d{1,2}\.\d(?!\d)/i;
const roman = /^[IVX]{1,4}$/;
const legal = /^(?:inc|llc|l\.l\.c|ltd|limited|corp|corporation|plc|gmbh|co)\.?$/i;

/**
 * Names in an English title, known by being no everyday word: beside "software" or "licence", before "brand", and where the title says
 * that one only comes into question. Titles write every word with a capital, or in capitals, so that case tells nothing.
 * @example namesInTitle("SOLE SOURCE COSTAR PROPERTY SOFTWARE", …) → [{ start: 12, end: 18 }]
 */
export function namesInTitle(text: string, found: FoundBy): Span[] {
  if (text.length > LONGEST) return [];
  const nouns = found.afterName ?? found.softwareInText;
  const makes = (found.announcesMaker ?? []).filter(({ start, end }) => /brand$/i.test(text.slice(start, end)));
  if (!nouns && makes.length === 0 && !numbered.test(text)) return [];
  const only = [...text.matchAll(oneOnly)].at(-1);
  if (!only && makes.length === 0 && !(nouns && mayBeOfSoftware.test(text))) return [];
  const tokens = tokensOf(text);
  if (!isEnglish(tokens)) return [];
  const names = [
    ...makes.flatMap(({ start, end }) => makeBefore(text, tokens, start, end)),
    ...(only ? namesAfter(tokens, only.index + only[0].length) : []),
    ...tokens.flatMap((token, index) => (ofSoftware.test(token.word) ? nameBefore(tokens, index) : [])),
  ];
  return [...new Map(names.map((name) => [name.start, name])).values()];
}

/** Half of the words at least are everyday English. */
function isEnglish(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ word }) => /^\p{L}{3,}$/u.test(word));
  if (words.length < FEW) return words.length > 0 && words.some(({ word }) => isEveryday(word));
  return words.filter(({ word }) => isEveryday(word)).length * 2 >= words.length;
}

/** Of four letters in capitals most are short forms: CCTV, HVAC, SCBA. Numbers of lots and years are no names either. */
function isName({ word }: Token): boolean {
  if (!/\p{L}{2}/u.test(word) || !/^[\p{Lu}\d]/u.test(word) || general.test(word) || legal.test(word) || roman.test(word)) return false;
  if (/^\p{Lu}{1,4}s?$/u.test(word) || /^(?=.*\d)[\p{Lu}\d/-]*\d{3,}[\p{Lu}\d/-]*$/u.test(word)) return false;
  return !isEveryday(word);
}

/** "IMPATH BRAND network components", "Code 3 brand lighting": the word before, with a number or one more where that begins the title. */
function makeBefore(text: string, tokens: readonly Token[], start: number, end: number): Span[] {
  const last = tokens.findLastIndex((token) => token.end <= start);
  const token = tokens[last];
  if (!token || start - token.end > 1 || ownBrand.test(text.slice(end)) || notMake.test(token.word) || !/^[\p{Lu}\d]/u.test(token.word))
    return [];
  const before = tokens[last - 1];
  const two =
    before && token.start - before.end === 1 && /^\p{Lu}/u.test(before.word) && !notMake.test(before.word) && !joining.test(before.word);
  const plain = isEveryday(token.word) || version.test(token.word);
  return [{ start: two && plain ? before.start : token.start, end: token.end }];
}

/** The first run of words that are no everyday words, unless "for" or its like shows that they are where or whose. */
function namesAfter(tokens: readonly Token[], from: number): Span[] {
  const after = tokens.filter(({ start }) => start >= from);
  const seller = sellerAmong(after);
  if (seller) return [seller];
  const at = after.findIndex((token, index) => isName(token) && !(index > 0 && /^(?:for|at|in)$/i.test((after[index - 1] as Token).word)));
  const first = after[at];
  if (!first) return versioned(after);
  let end = first.end;
  for (const next of after.slice(at + 1)) {
    if (!isName(next) || next.start - end > 2) break;
    end = next.end;
  }
  return [{ start: first.start, end }];
}

/** Who sells alone, named with a legal form right after: "APPLIED DATA SYSTEMS INC". */
function sellerAmong(after: readonly Token[]): Span | undefined {
  const at = after.findIndex(({ word }) => legal.test(word));
  const words = after.slice(0, at);
  if (
    at < 1 ||
    at > 4 ||
    !/^[\p{Lu}\d]/u.test((words[0] as Token).word) ||
    words.some(({ word }) => joining.test(word) && !/^(?:of|and|the)$/i.test(word))
  )
    return undefined;
  return { start: (words[0] as Token).start, end: (words.at(-1) as Token).end };
}

/** "LAW 4.0 software", "ASPEN V2.0": a number of a version makes a name of the word before. */
function versioned(tokens: readonly Token[]): Span[] {
  const at = tokens.findIndex(({ word }, index) => index > 0 && /^v?\d{1,2}\.\d$/i.test(word));
  const name = tokens[at - 1];
  return name && /^\p{Lu}/u.test(name.word) ? [{ start: name.start, end: (tokens[at] as Token).end }] : [];
}

/** "Maya software", "Omnissa Workspace ONE licences", "BENTLEY SYSTEMS, INC. - software maintenance". */
function nameBefore(tokens: readonly Token[], noun: number): Span[] {
  const last = tokens.slice(0, noun).findLastIndex(({ word }) => !legal.test(word) && !version.test(word));
  const token = tokens[last];
  if (!token || noun - last > 3 || !isName(token)) return [];
  const [joined, whatIs] = [tokens[last - 1]?.word ?? "", tokens[last - 2]?.word ?? ""];
  if (
    /^(?:for|at|in|of|by)$/i.test(joined) &&
    !/^licen|^subscr/i.test((tokens[noun] as Token).word) &&
    !(joined === "of" && ofSupply.test(whatIs))
  )
    return [];
  let first = last;
  while (first > 0 && isName(tokens[first - 1] as Token)) first--;
  return [{ start: (tokens[first] as Token).start, end: token.end }];
}

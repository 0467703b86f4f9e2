import { boughtUnder, isOfTechnology } from "./codes.ts";
import type { NoticeCode } from "./notice.ts";

/** One decision with the place that decides it. */
export interface Decided<P> {
  software: boolean;
  basis: "code" | "words" | "none";
  place?: P;
}

export interface Signs<P> {
  codes: readonly NoticeCode[];
  placeOfCode(code: NoticeCode): P;
  /** A word in the title that says software, one that only may, one that says other goods, works or people before them. */
  titleSays?: P | undefined;
  titleMaySay?: P | undefined;
  titleSaysOther?: P | undefined;
  /** A word that says software only beside a code of its family: "system". */
  titleHints?: P | undefined;
  /** Words of software, of its making and of open source in the texts: the first, and how many. */
  textSays?: P | undefined;
  times: number;
  textLength: number;
  /** The notice's language is one whose words we list. */
  readable: boolean;
}

/** Of texts without a code: one word of software in so many characters, for the terms of any contract speak of software somewhere. */
const DENSITY = 3000;
const LONG_TEXT = 1500;
/** CPV for computers, their repair and installation: such notices speak of software in passing. */
const onMachines = /^(?:302|503|516)/;

/**
 * Whether software, or work on it, is bought: by the main code first, by the codes of items and further codes second, by words third.
 * Buyers choose codes carelessly: a title that says software overrules a code for something else, a title that says something else or a
 * long text without one word of software overrules a code for software.
 */
export function decideSoftware<P>(signs: Signs<P>): Decided<P> {
  const { codes, placeOfCode, titleSays, titleMaySay, titleSaysOther, titleHints, textSays, times, textLength, readable } = signs;
  const main = codes.find((code) => code.rank === "main");
  const bought = main ? boughtUnder(main) : "words";
  const byWords = (software: boolean, place: P | undefined): Decided<P> => ({
    software,
    basis: "words",
    ...(place !== undefined && { place }),
  });
  const byCode = (software: boolean, code: NoticeCode): Decided<P> => ({ software, basis: "code", place: placeOfCode(code) });

  if (titleSaysOther !== undefined) return byWords(false, titleSaysOther);
  if (main && bought === "software") {
    const silent = readable && (titleSays ?? titleMaySay ?? textSays) === undefined && textLength > LONG_TEXT && !main.id.startsWith("48");
    return silent ? byWords(false, undefined) : byCode(true, main);
  }
  if (titleSays !== undefined) return byWords(true, titleSays);
  const others = codes.filter((code) => code.rank === "item" && code.id !== main?.id);
  const software = others.filter((code) => boughtUnder(code) === "software");
  if (software[0] && software.length * 2 > others.length && (bought === "words" || software.length > 1)) return byCode(true, software[0]);
  const dense = times > 1 && times * DENSITY >= textLength;
  const titleCounts = main ? bought === "words" || software.length > 0 || times > 0 : dense || textLength < LONG_TEXT;
  if (titleMaySay !== undefined && titleCounts) return byWords(true, titleMaySay);
  const family = (main !== undefined && bought === "words" && !onMachines.test(main.id)) || software.length * 3 > others.length;
  if (titleHints !== undefined && family) return byWords(true, titleHints);
  if (textSays !== undefined && bought === "words" && (main && !onMachines.test(main.id) ? times > 0 : dense))
    return byWords(true, textSays);
  return main && bought === "other" ? byCode(false, main) : { software: false, basis: "none" };
}

/**
 * Whether a code could be one of information technology, or none says. Where not, and the title does not speak of it either, the texts
 * are not searched: most notices buy roads, food and care.
 */
export function mayBeTechnology(codes: readonly NoticeCode[]): boolean {
  return !codes.some((code) => code.rank === "main") || codes.some(isOfTechnology);
}

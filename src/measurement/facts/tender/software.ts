import { boughtUnder } from "./codes.ts";
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
  /** A word in the title that says software, and one that only may. */
  titleSays?: P | undefined;
  titleMaySay?: P | undefined;
  /** Words of software in the other texts: the first, and how many. */
  textSays?: P | undefined;
  times: number;
}

/**
 * Whether software, or work on it, is bought: by the main code first, by the codes of items and further codes second, by words third.
 * A code for something else is overruled only by a title that says software, for buyers choose codes carelessly.
 */
export function decideSoftware<P>(signs: Signs<P>): Decided<P> {
  const { codes, placeOfCode, titleSays, titleMaySay, textSays, times } = signs;
  const main = codes.find((code) => code.rank === "main");
  const bought = main ? boughtUnder(main) : "words";
  if (main && bought === "software") return { software: true, basis: "code", place: placeOfCode(main) };
  const others = codes.filter((code) => code.rank === "item" && code.id !== main?.id);
  const software = others.filter((code) => boughtUnder(code) === "software");
  const byWords = (place: P): Decided<P> => ({ software: true, basis: "words", place });
  if (software[0] && software.length * 2 > others.length && (bought === "words" || software.length > 1))
    return { software: true, basis: "code", place: placeOfCode(software[0]) };
  if (titleSays !== undefined) return byWords(titleSays);
  if (titleMaySay !== undefined && (bought === "words" || software.length > 0)) return byWords(titleMaySay);
  if (textSays !== undefined && bought === "words" && times >= (main ? 1 : 2)) return byWords(textSays);
  if (main && bought === "other") return { software: false, basis: "code", place: placeOfCode(main) };
  return { software: false, basis: "none" };
}

/**
 * Whether a code could be one of information technology, or none says. Where not, and the title does not speak of it either, the texts
 * are not searched: most notices buy roads, food and care.
 */
export function mayBeTechnology(codes: readonly NoticeCode[]): boolean {
  return !codes.some((code) => code.rank === "main") || codes.some((code) => boughtUnder(code) !== "other");
}

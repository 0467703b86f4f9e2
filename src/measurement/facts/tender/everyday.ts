import { everyday } from "./words/everyday.ts";

const endings: readonly (readonly [ending: string, instead: string])[] = [
  ["ies", "y"], ["es", ""], ["s", ""], ["ing", ""], ["ing", "e"], ["ed", ""], ["ed", "e"], ["er", ""], ["er", "e"], ["ly", ""], ["ment", ""], ["al", ""], ["ization", "ize"], ["ized", ""], ["ize", ""], ["ation", "e"], ["ation", ""], ["tion", "te"], ["ion", ""], ["or", ""], ["ors", "e"], ["ion", "e"], ["ic", ""], ["ity", ""],
]; // biome-ignore format: a list

/** Notices are written in the same few thousand words. */
const decided = new Map<string, boolean>();
const MOST_WORDS = 20_000;
const LONGEST = 40;

/**
 * Whether each part of a word is an everyday English word, as it stands or without an ending.
 * @example isEveryday("Pre-cleaned") → true
 */
export function isEveryday(word: string): boolean {
  let is = decided.get(word);
  if (is === undefined) {
    is = eachIsEveryday(word);
    if (decided.size < MOST_WORDS && word.length <= LONGEST) decided.set(word, is);
  }
  return is;
}

function eachIsEveryday(word: string): boolean {
  return word
    .toLowerCase()
    .split(/[-/'’_+.]/)
    .every((part) => part.length < 3 || everyday.has(part) || endings.some(([ending, instead]) => hasStem(part, ending, instead)));
}

/** "spinning" is "spin" with an n more, "refinishing" is "finish" done again. */
function hasStem(word: string, ending: string, instead: string): boolean {
  if (!word.endsWith(ending) || word.length - ending.length <= 2) return false;
  const stem = word.slice(0, -ending.length);
  return [stem + instead, stem.replace(/(.)\1$/, "$1"), stem.replace(/^(?:re|de|un|non|pre|over)/, "") + instead].some(
    (one) => one.length > 2 && everyday.has(one),
  );
}

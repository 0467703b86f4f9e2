import { align, type Effort, longestRising } from "./alignment.ts";
import { numberer, splitWords } from "./words.ts";

/** Something that can stand in two lists: known by its id where it has one, else by its text. */
export interface Item {
  id?: string;
  text: string;
}

/** One thing in two lists, by its index in each; `moved`: the others stand in another order to it. */
export interface Pair {
  before: number;
  after: number;
  moved: boolean;
}

/** How often each word stands in a text. */
export interface Bag {
  counts: Map<string, number>;
  size: number;
}

const LEAST_LIKENESS = 0.5;
/** A text shorter than this, in characters, is not looked for elsewhere: "and" stands everywhere. */
const TELLING_LENGTH = 20;
/** A word that stands in more texts than this says nothing about which belong together. */
const RARE = 32;
const CANDIDATES = 4;

/** Which items of two lists are the same: by id, by equal text (in order first, then anywhere), then by the words they share. */
export function pairUp(before: readonly Item[], after: readonly Item[], language: string, effort: Effort): Pair[] {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const take = (one: number, other: number) => {
    if (partner.has(one) || taken.has(other)) return;
    partner.set(one, other);
    taken.add(other);
  };
  const left = () => [restOf(before, partner), restOf(after, taken)] as const;
  pairById(before, after, take);
  pairByText(before, after, left(), effort, take);
  pairByWords(before, after, left(), language, take);
  const pairs = [...partner].sort(([one], [other]) => one - other);
  const stay = new Set(longestRising(pairs.map(([, place]) => place)));
  return pairs.map(([one, other], index) => ({ before: one, after: other, moved: !stay.has(index) }));
}

function restOf(items: readonly Item[], taken: { has(index: number): boolean }): number[] {
  return items.map((_, index) => index).filter((index) => !taken.has(index));
}

function pairById(before: readonly Item[], after: readonly Item[], take: (one: number, other: number) => void): void {
  const places = new Map(after.flatMap(({ id }, index) => (id === undefined ? [] : [[id, index] as const])));
  for (const [index, { id }] of before.entries()) {
    const other = id === undefined ? undefined : places.get(id);
    if (other !== undefined) take(index, other);
  }
}

type Rest = readonly [before: number[], after: number[]];

function pairByText(
  before: readonly Item[],
  after: readonly Item[],
  [old, fresh]: Rest,
  effort: Effort,
  take: (one: number, other: number) => void,
): void {
  const number = numberer();
  const numbered = (items: readonly Item[], rest: number[]) => rest.map((index) => number(plain((items[index] as Item).text)));
  const [inOld, inFresh] = [numbered(before, old), numbered(after, fresh)];
  const isTaken = new Set<number>();
  for (const run of align(inOld, inFresh, effort))
    for (let step = 0; step < run.length; step += 1) {
      take(old[run.before + step] as number, fresh[run.after + step] as number);
      isTaken.add(run.before + step);
    }
  const elsewhere = Map.groupBy(fresh.keys(), (at) => inFresh[at] as number);
  for (const [at, index] of old.entries()) {
    if (isTaken.has(at) || (before[index] as Item).text.length < TELLING_LENGTH) continue;
    const place = elsewhere.get(inOld[at] as number)?.shift();
    if (place !== undefined) take(index, fresh[place] as number);
  }
}

/** A text without the way its lines happen to be broken. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function pairByWords(
  before: readonly Item[],
  after: readonly Item[],
  [old, fresh]: Rest,
  language: string,
  take: (one: number, other: number) => void,
): void {
  if (old.length === 0 || fresh.length === 0) return;
  const bags = (items: readonly Item[], rest: number[]) => rest.map((index) => bagOf((items[index] as Item).text, language));
  const alike = findAlike(bags(before, old), bags(after, fresh), likeness).filter(({ measure }) => measure >= LEAST_LIKENESS);
  const distance = ({ one, other }: Alike) => Math.abs(one / old.length - other / fresh.length);
  for (const { one, other } of alike.sort((a, b) => b.measure - a.measure || distance(a) - distance(b)))
    take(old[one] as number, fresh[other] as number);
}

export function bagOf(text: string, language: string): Bag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const { word } of splitWords(text, language)) {
    if (!/[\p{L}\p{N}]/u.test(word)) continue;
    const key = word.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
    size += 1;
  }
  return { counts, size };
}

/** The share of words that two texts have in common: 1 for the same words, 0 for none. */
function likeness(one: Bag, other: Bag): number {
  return (2 * countShared(one, other)) / Math.max(1, one.size + other.size);
}

/** The share of one text's words that stand in another: 1 where all do. */
export function containment(one: Bag, other: Bag): number {
  return countShared(one, other) / Math.max(1, one.size);
}

function countShared(one: Bag, other: Bag): number {
  const [few, many] = one.counts.size <= other.counts.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [word, count] of few.counts) shared += Math.min(count, many.counts.get(word) ?? 0);
  return shared;
}

export interface Alike {
  one: number;
  other: number;
  measure: number;
}

/** For each bag of one list the few of the other with which it shares most rare words, measured. Never all with all. */
export function findAlike(ones: readonly Bag[], others: readonly Bag[], measure: (one: Bag, other: Bag) => number): Alike[] {
  const index = new Map<string, number[]>();
  for (const [at, { counts }] of others.entries())
    for (const word of counts.keys()) {
      const places = index.get(word) ?? [];
      if (places.length <= RARE) places.push(at);
      index.set(word, places);
    }
  return ones.flatMap((bag, one) => {
    const votes = new Map<number, number>();
    for (const word of bag.counts.keys()) {
      const places = index.get(word) ?? [];
      if (places.length <= RARE) for (const place of places) votes.set(place, (votes.get(place) ?? 0) + 1 / places.length);
    }
    return [...votes]
      .sort(([, fewer], [, more]) => more - fewer)
      .slice(0, CANDIDATES)
      .map(([other]) => ({ one, other, measure: measure(bag, others[other] as Bag) }));
  });
}

/** Two lists told as one, in the order of the later; what was removed stands behind what it stood behind. */
export function inReadingOrder(
  pairs: readonly Pair[],
  sizes: { before: number; after: number },
): { before?: number; after?: number; moved: boolean }[] {
  const byBefore = new Map(pairs.map((pair) => [pair.before, pair]));
  const byAfter = new Map(pairs.map((pair) => [pair.after, pair]));
  const removedBehind = new Map<number, number[]>();
  let behind = -1;
  for (let at = 0; at < sizes.before; at += 1) {
    const pair = byBefore.get(at);
    if (pair && !pair.moved) behind = pair.after;
    if (pair) continue;
    const removed = removedBehind.get(behind);
    if (removed) removed.push(at);
    else removedBehind.set(behind, [at]);
  }
  const removed = (place: number) => (removedBehind.get(place) ?? []).map((at) => ({ before: at, moved: false }));
  const told: { before?: number; after?: number; moved: boolean }[] = removed(-1);
  for (let at = 0; at < sizes.after; at += 1) told.push(byAfter.get(at) ?? { after: at, moved: false }, ...removed(at));
  return told;
}

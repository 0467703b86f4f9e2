import { runOf, UNKNOWN } from "./texts.ts";

/** A stretch where file and licence part: words from..to (exclusive) of each; one of the two may be empty. */
export interface Hunk {
  licence: [from: number, to: number];
  file: [from: number, to: number];
}

/** How a licence lies in a file. */
export interface Alignment {
  /** Words of the file from the first to the last that match (exclusive). */
  from: number;
  to: number;
  matched: number;
  hunks: Hunk[];
  /** Words of the licence before the first and after the last match: titles, "how to apply these terms". */
  head: number;
  tail: number;
}

/** Gaps larger than this are taken as a whole: comparing every pair of words would cost their product. */
const LARGEST_GAP = 40_000;
/** A licence is looked for in a stretch of the file this much longer than itself. */
const STRETCH = 1.4;

/**
 * Lays a licence over the part of a file that looks most like it. Anchors are runs of three words that the licence has once; between them the
 * words are compared one by one. Undefined where they share no such run. Time: n log n of the file's words, plus a bound for each gap.
 */
export function align(licence: Uint16Array, file: Uint16Array, taken: Uint8Array): Alignment | undefined {
  const pairs = densest(anchors(licence, file, taken), licence.length);
  const chain = longestRising(pairs);
  const first = chain[0];
  if (first === undefined) return undefined;

  const result: Alignment = { from: 0, to: 0, matched: 0, hunks: [], head: 0, tail: 0 };
  let [l, f] = first;
  while (l > 0 && f > 0 && licence[l - 1] === file[f - 1] && !taken[f - 1]) {
    l -= 1;
    f -= 1;
  }
  result.head = l;
  result.from = f;
  for (const [anchorL, anchorF] of chain) {
    if (anchorL < l || anchorF < f) continue;
    compare(licence, file, [l, anchorL], [f, anchorF], result);
    l = anchorL;
    f = anchorF;
    while (l < licence.length && f < file.length && licence[l] === file[f] && !taken[f]) {
      l += 1;
      f += 1;
      result.matched += 1;
    }
  }
  result.to = f;
  result.tail = licence.length - l;
  return result;
}

type Pair = [licence: number, file: number];

/** Where runs that the licence has once stand in the file. */
function anchors(licence: Uint16Array, file: Uint16Array, taken: Uint8Array): Pair[] {
  const places = placesIn(licence);
  const found: Pair[] = [];
  for (let at = 0; at + 2 < file.length; at += 1) {
    if (taken[at] || file[at] === UNKNOWN) continue;
    const place = places.get(runOf(file, at));
    if (place !== undefined && place >= 0 && licence[place] === file[at] && licence[place + 2] === file[at + 2]) found.push([place, at]);
  }
  return found;
}

const known = new WeakMap<Uint16Array, Map<number, number>>();

/** Where each run of a licence stands, -1 where it stands twice. Kept for the texts that were needed: a licence is asked for again and again. */
function placesIn(licence: Uint16Array): Map<number, number> {
  const before = known.get(licence);
  if (before) return before;
  const places = new Map<number, number>();
  for (let at = 0; at + 2 < licence.length; at += 1) {
    const run = runOf(licence, at);
    places.set(run, places.has(run) ? -1 : at);
  }
  known.set(licence, places);
  return places;
}

/** The anchors in the stretch of the file that holds most of them. */
function densest(pairs: readonly Pair[], length: number): readonly Pair[] {
  const reach = length * STRETCH + 60;
  let best: [number, number] = [0, 0];
  for (let from = 0, to = 0; from < pairs.length; from += 1) {
    while (to < pairs.length && (pairs[to]?.[1] ?? 0) - (pairs[from]?.[1] ?? 0) <= reach) to += 1;
    if (to - from > best[1] - best[0]) best = [from, to];
  }
  return pairs.slice(...best);
}

/** The longest series of anchors that rises in the licence as it does in the file. */
function longestRising(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [index, [place]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  }
  const chain: Pair[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}

/** What lies between two anchors: equal ends fall away, the rest is compared by its longest common subsequence where it is small. */
function compare(licence: Uint16Array, file: Uint16Array, [l0, l1]: Pair, [f0, f1]: Pair, into: Alignment): void {
  let [l, f, lEnd, fEnd] = [l0, f0, l1, f1];
  for (; l < lEnd && f < fEnd && licence[l] === file[f]; l += 1, f += 1) into.matched += 1;
  for (; l < lEnd && f < fEnd && licence[lEnd - 1] === file[fEnd - 1]; lEnd -= 1, fEnd -= 1) into.matched += 1;
  if (l === lEnd && f === fEnd) return;
  if (l === lEnd || f === fEnd || (lEnd - l) * (fEnd - f) > LARGEST_GAP) {
    into.hunks.push({ licence: [l, lEnd], file: [f, fEnd] });
    return;
  }
  compareEveryWord(licence.subarray(l, lEnd), file.subarray(f, fEnd), l, f, into);
}

function compareEveryWord(licence: Uint16Array, file: Uint16Array, l0: number, f0: number, into: Alignment): void {
  const width = file.length + 1;
  const longest = new Uint16Array((licence.length + 1) * width);
  for (let l = licence.length - 1; l >= 0; l -= 1) {
    for (let f = file.length - 1; f >= 0; f -= 1) {
      const below = longest[(l + 1) * width + f] ?? 0;
      const beside = longest[l * width + f + 1] ?? 0;
      longest[l * width + f] = licence[l] === file[f] ? (longest[(l + 1) * width + f + 1] ?? 0) + 1 : Math.max(below, beside);
    }
  }
  let [l, f, startL, startF] = [0, 0, 0, 0];
  const close = () => {
    if (l > startL || f > startF) into.hunks.push({ licence: [l0 + startL, l0 + l], file: [f0 + startF, f0 + f] });
  };
  while (l < licence.length && f < file.length) {
    if (licence[l] === file[f]) {
      close();
      into.matched += 1;
      l += 1;
      f += 1;
      [startL, startF] = [l, f];
    } else if ((longest[(l + 1) * width + f] ?? 0) >= (longest[l * width + f + 1] ?? 0)) l += 1;
    else f += 1;
  }
  [l, f] = [licence.length, file.length];
  close();
}

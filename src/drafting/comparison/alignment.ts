import { diffArrays } from "diff";

/** Equal things in two lists: `length` of them, from `before` on in the one and from `after` on in the other. */
export interface Run {
  before: number;
  after: number;
  length: number;
}

/** How much may still be tried, in steps of the search. It is shared by all parts of one comparison, so that none can take long. */
export interface Effort {
  left: number;
}

export function newEffort(): Effort {
  return { left: 4_000_000 };
}

const MOST_EDITS = 1000;
const MOST_STEPS_IN_RUNS = 20_000_000;
const DEEPEST = 12;

interface Range {
  from: number;
  to: number;
}

/**
 * What two lists have in common, in order: the longest such, as long as the effort lasts; then what stands once in both holds the rest together,
 * and in between nothing is said to be common. Equal numbers are equal things.
 */
export function align(before: readonly number[], after: readonly number[], effort: Effort): Run[] {
  const runs: Run[] = [];
  alignBetween(before, after, { from: 0, to: before.length }, { from: 0, to: after.length }, effort, runs, 0);
  return joinRuns(runs);
}

function alignBetween(
  before: readonly number[],
  after: readonly number[],
  old: Range,
  fresh: Range,
  effort: Effort,
  runs: Run[],
  depth: number,
): void {
  const length = Math.min(old.to - old.from, fresh.to - fresh.from);
  let head = 0;
  while (head < length && before[old.from + head] === after[fresh.from + head]) head += 1;
  let tail = 0;
  while (tail < length - head && before[old.to - 1 - tail] === after[fresh.to - 1 - tail]) tail += 1;
  if (head > 0) runs.push({ before: old.from, after: fresh.from, length: head });
  const oldRest = { from: old.from + head, to: old.to - tail };
  const freshRest = { from: fresh.from + head, to: fresh.to - tail };
  if (oldRest.from < oldRest.to && freshRest.from < freshRest.to) {
    const found = fewestEdits(before.slice(oldRest.from, oldRest.to), after.slice(freshRest.from, freshRest.to), effort);
    if (found)
      for (const run of found) runs.push({ before: run.before + oldRest.from, after: run.after + freshRest.from, length: run.length });
    else if (depth < DEEPEST) alignAroundAnchors(before, after, oldRest, freshRest, effort, runs, depth);
  }
  if (tail > 0) runs.push({ before: old.to - tail, after: fresh.to - tail, length: tail });
}

/** The alignment with the fewest edits; none where finding it would take more than is left. */
function fewestEdits(before: number[], after: number[], effort: Effort): Run[] | undefined {
  const size = before.length + after.length;
  const most = Math.floor(Math.min(MOST_EDITS, Math.sqrt(Math.max(0, effort.left)), MOST_STEPS_IN_RUNS / size));
  if (size - 2 * countShared(before, after) > most) return undefined;
  const changes = diffArrays(before, after, { maxEditLength: most });
  if (!changes) {
    effort.left -= most * most;
    return undefined;
  }
  const runs: Run[] = [];
  const at = { before: 0, after: 0 };
  let edits = 0;
  for (const { added, removed, count } of changes) {
    if (!added && !removed) runs.push({ ...at, length: count });
    else edits += count;
    if (!added) at.before += count;
    if (!removed) at.after += count;
  }
  effort.left -= edits * edits;
  return runs;
}

/** How many things two lists share, in whatever order: no alignment can hold more. */
function countShared(before: readonly number[], after: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const thing of before) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  let shared = 0;
  for (const thing of after) {
    const left = counts.get(thing) ?? 0;
    if (left === 0) continue;
    shared += 1;
    counts.set(thing, left - 1);
  }
  return shared;
}

function alignAroundAnchors(
  before: readonly number[],
  after: readonly number[],
  old: Range,
  fresh: Range,
  effort: Effort,
  runs: Run[],
  depth: number,
): void {
  const anchors = anchorsOf(before, after, old, fresh);
  if (anchors.length === 0) return;
  let at = { old: old.from, fresh: fresh.from };
  for (const [oldAt, freshAt] of [...anchors, [old.to, fresh.to] as const]) {
    alignBetween(before, after, { from: at.old, to: oldAt }, { from: at.fresh, to: freshAt }, effort, runs, depth + 1);
    if (oldAt < old.to) runs.push({ before: oldAt, after: freshAt, length: 1 });
    at = { old: oldAt + 1, fresh: freshAt + 1 };
  }
}

/** Things that stand once on each side, the most of them that stand in the same order. */
function anchorsOf(before: readonly number[], after: readonly number[], old: Range, fresh: Range): (readonly [number, number])[] {
  const inBefore = placesOfSingles(before, old);
  const inAfter = placesOfSingles(after, fresh);
  const both: (readonly [number, number])[] = [];
  for (const [thing, place] of inBefore) {
    const other = inAfter.get(thing);
    if (place >= 0 && other !== undefined && other >= 0) both.push([place, other]);
  }
  both.sort(([one], [other]) => one - other);
  return longestRising(both.map(([, place]) => place)).map((index) => both[index] as readonly [number, number]);
}

/** Where what stands once stands; -1 for what stands more than once. */
function placesOfSingles(things: readonly number[], { from, to }: Range): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at < to; at += 1) {
    const thing = things[at] as number;
    places.set(thing, places.has(thing) ? -1 : at);
  }
  return places;
}

/** The indexes of the longest rising choice of these numbers: longestRising([3, 1, 2]) is [1, 2]. */
export function longestRising(values: readonly number[]): number[] {
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? (ends[low - 1] as number) : -1);
    ends[low] = index;
  }
  const chosen: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] as number) chosen.push(at);
  return chosen.reverse();
}

function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.before + last.length === run.before && last.after + last.length === run.after) last.length += run.length;
    else joined.push({ ...run });
  }
  return joined;
}

import { align, type Effort, newEffort, type Run } from "./alignment.ts";
import { numberer, splitWords, type Word } from "./words.ts";

/** A stretch of two texts that are compared: what stands in both, in the earlier alone, or in the later alone. */
export interface Stretch {
  kind: "kept" | "removed" | "added";
  text: string;
}

/** A common run of so few words between two changes is part of what was reworded. */
const FEW_WORDS = 2;
/** With less than this in common, a text was written anew, and is shown so. */
const LEAST_IN_COMMON = 0.2;

/**
 * Compares two texts word by word. Kept and removed stretches joined are exactly the earlier text, kept and added ones the later.
 * Words are those of the language (a BCP 47 tag). Very large texts with little in common are compared more coarsely; it stays right.
 * Example: compareTexts("must publish", "may publish", "en") is removed "must", added "may", kept " publish".
 */
export function compareTexts(before: string, after: string, language: string, effort: Effort = newEffort()): Stretch[] {
  if (before === after) return before ? [{ kind: "kept", text: before }] : [];
  if (!before) return [{ kind: "added", text: after }];
  if (!after) return [{ kind: "removed", text: before }];
  const old = splitWords(before, language);
  const fresh = splitWords(after, language);
  const number = numberer();
  const runs = align(
    old.map(({ word }) => number(word)),
    fresh.map(({ word }) => number(word)),
    effort,
  );
  return stretchesOf(old, fresh, tellingRuns(old, fresh, runs));
}

/** The common runs that help a reader: not the "of the" between two words that were both replaced. */
function tellingRuns(old: readonly Word[], fresh: readonly Word[], runs: readonly Run[]): Run[] {
  const telling: Run[] = [];
  const letters = { old: letterSums(old), fresh: letterSums(fresh) };
  const changed = (from: { before: number; after: number }, to: { before: number; after: number }) =>
    Math.max(
      (letters.old[to.before] as number) - (letters.old[from.before] as number),
      (letters.fresh[to.after] as number) - (letters.fresh[from.after] as number),
    );
  const end = { before: old.length, after: fresh.length };
  for (const [index, run] of runs.entries()) {
    const size = (letters.old[run.before + run.length] as number) - (letters.old[run.before] as number);
    const isShort =
      run.length <= FEW_WORDS && size <= changed(endOf(telling.at(-1)), run) && size <= changed(endOf(run), runs[index + 1] ?? end);
    if (!isShort) telling.push(run);
  }
  const common = telling.reduce((sum, { length }) => sum + length, 0);
  return common < LEAST_IN_COMMON * Math.min(old.length, fresh.length) ? [] : telling;
}

function endOf(run: Run | undefined): { before: number; after: number } {
  return run ? { before: run.before + run.length, after: run.after + run.length } : { before: 0, after: 0 };
}

function letterSums(words: readonly Word[]): number[] {
  const sums = [0];
  for (const { word } of words) sums.push((sums.at(-1) as number) + word.length);
  return sums;
}

function stretchesOf(old: readonly Word[], fresh: readonly Word[], runs: readonly Run[]): Stretch[] {
  const writer = new Writer();
  let at = { before: 0, after: 0 };
  for (const run of [...runs, { before: old.length, after: fresh.length, length: 0 }]) {
    for (const word of old.slice(at.before, run.before)) writer.removed += word.space + word.word;
    for (const word of fresh.slice(at.after, run.after)) writer.added += word.space + word.word;
    for (let index = 0; index < run.length; index += 1)
      writer.keep((old[run.before + index] as Word).space, fresh[run.after + index] as Word);
    at = endOf(run);
  }
  return writer.end();
}

/** Writes stretches one after the other, so that neighbours never are of one kind and what is removed stands before what is added. */
class Writer {
  removed = "";
  added = "";
  #kept = "";
  readonly #stretches: Stretch[] = [];

  /** A word that stands on both sides; the white space before it may differ. */
  keep(oldSpace: string, { space, word }: Word): void {
    if (oldSpace === space) {
      if (this.removed || this.added) this.#flush();
      this.#kept += space + word;
      return;
    }
    this.removed += oldSpace;
    this.added += space;
    this.#flush();
    this.#kept += word;
  }

  end(): Stretch[] {
    this.#flush();
    this.#push("kept", this.#kept);
    return this.#stretches;
  }

  #flush(): void {
    const shared = sharedSpace(this.removed, this.added);
    this.#kept += this.removed.slice(0, shared);
    if (this.removed.length > shared || this.added.length > shared) {
      this.#push("kept", this.#kept);
      this.#kept = "";
      this.#push("removed", this.removed.slice(shared));
      this.#push("added", this.added.slice(shared));
    }
    this.removed = "";
    this.added = "";
  }

  #push(kind: Stretch["kind"], text: string): void {
    if (text) this.#stretches.push({ kind, text });
  }
}

/** How much white space two texts both begin with. */
function sharedSpace(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length] && one[length]?.trim() === "") length += 1;
  return length;
}

import { CLASSES, classOf, fold, GAP, NOTHING, STOP } from "./fold.ts";

/** Code units from the start of a text. */
export interface Span {
  start: number;
  end: number;
}

export interface Hit<T> extends Span {
  of: T;
}

/** Finds every term of a set in a text, in one pass, in the order of their beginnings. */
export interface Finder<T> {
  find(text: string): Hit<T>[];
}

const WORD_ENDS = 1;
const ANY_ENDING = 2;
const LONGEST_ENDING = 40;
const FILTER_BITS = 17;

/**
 * Terms are words with one blank between them. Case and accents count for nothing, nor does which of blank, hyphen, slash or quotation
 * mark stands between words. "logiciel* libre*": any ending. "*software": also at the end of a compound, "Fachsoftware".
 * Every word of the text is looked up in a trie, so that the time is the text's length times the most words of a term, whatever it says.
 * @example finderOf([{ term: "open source", of: 1 }]).find("Open-Source!") → [{ start: 0, end: 11, of: 1 }]
 */
export function finderOf<T>(terms: readonly { term: string; of: T }[]): Finder<T> {
  const words = new Trie<T>();
  const endings = new Trie<T>();
  for (const { term, of } of terms) {
    if (term.startsWith("*")) endings.add(term.slice(1), of);
    words.add(term.replace(/^\*/, ""), of);
  }
  return { find: (text) => findAll(fold(text), text.length, words, endings) };
}

function findAll<T>(text: Uint8Array, length: number, words: Trie<T>, endings: Trie<T>): Hit<T>[] {
  const hits: Hit<T>[] = [];
  let within = false;
  for (let at = 0; at < length; at++) {
    const kind = text[at] as number;
    if (kind <= STOP) {
      if (kind !== NOTHING) within = false;
    } else if (within) {
      if (endings.begins[kind] === 1 && endings.mayBegin(text, at)) endings.walk(text, length, at, hits);
    } else {
      within = true;
      if (words.mayBegin(text, at)) words.walk(text, length, at, hits);
    }
  }
  return hits;
}

/** A trie over classes of signs, in one flat table: next[node * CLASSES + class], 0 where there is none. */
class Trie<T> {
  #next = new Uint16Array(1024 * CLASSES);
  #flags: number[] = [0];
  #found: T[][] = [[]];
  readonly begins = new Uint8Array(CLASSES);
  /** Marks the first four classes of every term: most words of a text are passed over by this table alone. */
  readonly #filter = new Uint8Array(1 << FILTER_BITS);

  add(term: string, of: T): void {
    const kinds = kindsOf(term);
    let node = 0;
    for (const kind of kinds) {
      if (kind === undefined) this.#flags[node] = (this.#flags[node] as number) | ANY_ENDING;
      else node = this.#child(node, kind);
    }
    this.begins[kinds[0] as number] = 1;
    this.#mark(kinds, 0, 0);
    this.#flags[node] = (this.#flags[node] as number) | WORD_ENDS;
    this.#found[node]?.push(of);
  }

  /** What "*" stands for and what follows a term's end may be any class; right after the end no letter stands. */
  #mark(kinds: readonly (number | undefined)[], at: number, sum: number): void {
    if (at === 4) {
      this.#filter[slot(sum)] = 1;
      return;
    }
    const known = kinds[at];
    const open = kinds.slice(0, at + 1).includes(undefined) || at > kinds.length;
    for (let kind = 0; kind < CLASSES; kind++)
      if (open || (at === kinds.length ? kind <= STOP : kind === known)) this.#mark(kinds, at + 1, sum * CLASSES + kind);
  }

  #child(node: number, kind: number): number {
    const place = node * CLASSES + kind;
    const known = this.#next[place];
    if (known) return known;
    const made = this.#found.push([]) - 1;
    this.#flags.push(0);
    if (made > 65535) throw new RangeError("too many terms for one finder");
    if ((made + 1) * CLASSES > this.#next.length) {
      const larger = new Uint16Array(this.#next.length * 2);
      larger.set(this.#next);
      this.#next = larger;
    }
    this.#next[place] = made;
    return made;
  }

  mayBegin(text: Uint8Array, at: number): boolean {
    const [first, second, third, fourth] = [text[at] as number, text[at + 1] as number, text[at + 2] as number, text[at + 3] as number];
    if (this.#filter[slot(((first * CLASSES + second) * CLASSES + third) * CLASSES + fourth)] === 1) return true;
    // A sign that counts for nothing and a run of blanks are passed over by the walk, not by the table.
    return second === NOTHING || third === NOTHING || fourth === NOTHING || (second <= STOP && third === GAP) || (third <= STOP && fourth === GAP); // biome-ignore format: one rule
  }

  /** Adds the terms that begin at a place. Where a term may have any ending, both ways are followed. */
  walk(text: Uint8Array, length: number, start: number, hits: Hit<T>[], at = start, node = 0): void {
    const next = this.#next;
    let here = node;
    for (let place = at; ; place++) {
      const kind = text[place] as number;
      if (kind === NOTHING) continue;
      const flags = this.#flags[here] as number;
      if (flags !== 0) {
        if (kind <= STOP) this.#take(here, start, place, text, hits);
        else if (flags & ANY_ENDING) this.#takeAnyEnding(here, start, place, text, length, hits);
      }
      here = next[here * CLASSES + kind] as number;
      if (here === 0 || place >= length) return;
      if (kind <= STOP) place = lastOfGap(text, place);
    }
  }

  #take(node: number, start: number, end: number, text: Uint8Array, hits: Hit<T>[]): void {
    if (!((this.#flags[node] as number) & WORD_ENDS)) return;
    let last = end;
    while (last > start && text[last - 1] === NOTHING) last--;
    for (const of of this.#found[node] as T[]) hits.push({ start, end: last, of });
  }

  #takeAnyEnding(node: number, start: number, from: number, text: Uint8Array, length: number, hits: Hit<T>[]): void {
    let end = from;
    while ((text[end] as number) > STOP || text[end] === NOTHING) if (++end - from > LONGEST_ENDING) return;
    this.#take(node, start, end, text, hits);
    const beyond = this.#next[node * CLASSES + GAP] as number;
    if (beyond !== 0 && text[end] === GAP) this.walk(text, length, start, hits, lastOfGap(text, end) + 1, beyond);
  }
}

const slot = (fourClasses: number): number => Math.imul(fourClasses, 0x9e3779b1) >>> (32 - FILTER_BITS);

/** The classes of a term, undefined for "*". */
function kindsOf(term: string): (number | undefined)[] {
  const kinds: (number | undefined)[] = [];
  for (let at = 0; at < term.length; at++) {
    const kind = term[at] === "*" ? undefined : classOf(term.charCodeAt(at));
    if (kind === NOTHING) continue;
    const inGap = kind === GAP && (kinds.at(-1) === GAP || kinds.at(-1) === STOP);
    if (!inGap) kinds.push(kind);
  }
  return kinds;
}

/** Several blanks and hyphens in a row are one gap; a full stop among them ends it. */
function lastOfGap(text: Uint8Array, at: number): number {
  let last = at;
  while (text[last + 1] === GAP) last++;
  return last;
}

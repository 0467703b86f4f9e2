import { CLASSES, classOf, GAP, NOTHING, STOP } from "./fold.ts";

export interface Hit<T> {
  /** Code units from the start of the text. */
  start: number;
  end: number;
  of: T;
}

/** Finds every term of a set in a text, in one pass. */
export interface Finder<T> {
  find(text: string): Hit<T>[];
}

const WORD_ENDS = 1;
const ANY_ENDING = 2;
const LONGEST_ENDING = 40;

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
  return { find: (text) => findAll(text, words, endings) };
}

function findAll<T>(text: string, words: Trie<T>, endings: Trie<T>): Hit<T>[] {
  const hits: Hit<T>[] = [];
  let within = false;
  for (let at = 0; at < text.length; at++) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === NOTHING) continue;
    const inWord = kind > STOP;
    if (inWord && !within) words.walk(text, at, hits);
    else if (inWord && endings.begins[kind]) endings.walk(text, at, hits);
    within = inWord;
  }
  return hits;
}

/** A trie over classes of signs, in one flat table: next[node * CLASSES + class], 0 where there is none. */
class Trie<T> {
  #next = new Uint32Array(1024 * CLASSES);
  #flags: number[] = [0];
  #found: T[][] = [[]];
  readonly begins = new Uint8Array(CLASSES);

  add(term: string, of: T): void {
    let node = 0;
    for (let at = 0; at < term.length; at++) {
      const sign = term.charCodeAt(at);
      if (sign === 42) this.#flags[node] = (this.#flags[node] as number) | ANY_ENDING;
      else if (classOf(sign) !== NOTHING) node = this.#child(node, classOf(sign));
      if (classOf(sign) <= STOP && sign !== 42) while (classOf(term.charCodeAt(at + 1)) === GAP) at++;
    }
    if (node === 0) throw new RangeError(`"${term}" is no term`);
    this.begins[classOf(term.charCodeAt(0))] = 1;
    this.#flags[node] = (this.#flags[node] as number) | WORD_ENDS;
    this.#found[node]?.push(of);
  }

  #child(node: number, kind: number): number {
    const slot = node * CLASSES + kind;
    const known = this.#next[slot];
    if (known) return known;
    const made = this.#found.length;
    this.#found.push([]);
    this.#flags.push(0);
    if ((made + 1) * CLASSES > this.#next.length) {
      const larger = new Uint32Array(this.#next.length * 2);
      larger.set(this.#next);
      this.#next = larger;
    }
    this.#next[slot] = made;
    return made;
  }

  /** Adds the terms that begin at a place. Where a term may have any ending, both ways are followed. */
  walk(text: string, start: number, hits: Hit<T>[], at = start, node = 0): void {
    let here = node;
    for (let place = at; ; place++) {
      const kind = place < text.length ? classOf(text.charCodeAt(place)) : STOP;
      if (kind === NOTHING) continue;
      const flags = this.#flags[here] as number;
      if (flags !== 0) {
        if (kind <= STOP) this.#take(here, start, place, text, hits);
        else if (flags & ANY_ENDING) this.#takeAnyEnding(here, start, place, text, hits);
      }
      here = this.#next[here * CLASSES + kind] as number;
      if (here === 0 || place >= text.length) return;
      if (kind <= STOP) place = lastOfGap(text, place);
    }
  }

  #take(node: number, start: number, end: number, text: string, hits: Hit<T>[]): void {
    if (!((this.#flags[node] as number) & WORD_ENDS)) return;
    let last = end;
    while (last > start && classOf(text.charCodeAt(last - 1)) === NOTHING) last--;
    for (const of of this.#found[node] as T[]) hits.push({ start, end: last, of });
  }

  #takeAnyEnding(node: number, start: number, from: number, text: string, hits: Hit<T>[]): void {
    let end = from;
    while (end < text.length && classOf(text.charCodeAt(end)) > STOP) {
      if (++end - from > LONGEST_ENDING) return;
    }
    this.#take(node, start, end, text, hits);
    const beyond = this.#next[node * CLASSES + GAP] as number;
    if (beyond === 0 || end >= text.length || classOf(text.charCodeAt(end)) !== GAP) return;
    this.walk(text, start, hits, lastOfGap(text, end) + 1, beyond);
  }
}

/** Several blanks and hyphens in a row are one gap; a full stop among them ends it. */
function lastOfGap(text: string, at: number): number {
  let last = at;
  while (last + 1 < text.length && classOf(text.charCodeAt(last + 1)) === GAP) last++;
  return last;
}

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
/** Three classes in a row. */
const WINDOWS = CLASSES ** 3;

/**
 * Terms are words with one blank between them. Case and accents count for nothing, nor does which of blank, hyphen, slash or quotation
 * mark stands between words. "logiciel* libre*": any ending. "*software": also at the end of a compound, "Fachsoftware".
 * Every word of the text is looked up in a trie, so that the time is the text's length times the most words of a term, whatever it says.
 * @example finderOf([{ term: "open source", of: 1 }]).find("Open-Source!") → [{ start: 0, end: 11, of: 1 }]
 */
export function finderOf<T>(terms: readonly { term: string; of: T }[]): Finder<T> {
  const words = new Trie(terms.map(({ term, of }) => ({ term: term.replace(/^\*/, ""), of })));
  const endings = new Trie(terms.filter(({ term }) => term.startsWith("*")).map(({ term, of }) => ({ term: term.slice(1), of })));
  const begins = new Uint32Array(WINDOWS);
  for (let window = 0; window < WINDOWS; window++)
    begins[window] = (words.begins[window] as number) | ((endings.begins[window] as number) << 16);
  return { find: (text) => findAll(fold(text), text.length, begins, words, endings) };
}

/** What may begin behind a class: a word, or within a word the ending of a compound. */
const OF_WORDS = 0xffff;
const OF_ENDINGS = 0xffff << 16;
const mayFollow = Int32Array.from({ length: CLASSES }, (_, kind) => (kind > STOP ? OF_ENDINGS : OF_WORDS));

/** Most places of a text are passed over by one look at the three classes that stand there. */
function findAll<T>(text: Uint8Array, length: number, begins: Uint32Array, words: Trie<T>, endings: Trie<T>): Hit<T>[] {
  const hits: Hit<T>[] = [];
  let may = OF_WORDS;
  let first = STOP;
  let second = text[0] as number;
  let third = text[1] as number;
  for (let at = 0; at < length; at++) {
    first = second;
    second = third;
    third = text[at + 2] as number;
    const node = (begins[(first * CLASSES + second) * CLASSES + third] as number) & may;
    if (node !== 0) {
      if (may === OF_WORDS) words.look(node, text, length, at, hits);
      else endings.look(node >>> 16, text, length, at, hits);
    }
    if (first !== NOTHING) may = mayFollow[first] as number;
  }
  return hits;
}

/** Stands in `begins` where the three classes are not simply the beginning of a term: the walk begins at the root. */
const FROM_ROOT = 1;

/**
 * A trie over classes of signs. Nodes are numbered breadth first, so that a node's children follow each other: those of node n have the
 * numbers first[n] to first[n + 1] - 1, and kinds says by which class each is reached. 24 000 nodes take 0.1 MB, which a cache holds.
 */
class Trie<T> {
  readonly #kinds: Uint8Array;
  readonly #first: Uint32Array;
  readonly #flags: Uint8Array;
  readonly #found: (readonly T[])[] = [];
  /** By three classes in a row: the node they lead to, FROM_ROOT, or 0 where no term begins so. */
  readonly begins = new Uint16Array(WINDOWS);

  constructor(terms: readonly { term: string; of: T }[]) {
    const grown = grow(terms);
    const size = grown.kinds.length;
    this.#kinds = new Uint8Array(size);
    this.#first = new Uint32Array(size + 1);
    this.#flags = new Uint8Array(size);
    const order = [0];
    for (let number = 0; number < size; number++) {
      const node = order[number] as number;
      this.#kinds[number] = grown.kinds[node] as number;
      this.#flags[number] = grown.flags[node] as number;
      this.#found.push(grown.found[node] as T[]);
      this.#first[number] = order.length;
      for (let child = grown.child[node] as number; child !== 0; child = grown.sibling[child] as number) order.push(child);
    }
    this.#first[size] = size;
    for (let first = STOP + 1; first < CLASSES; first++)
      if (this.#child(0, first) !== 0)
        for (let window = first * CLASSES ** 2; window < (first + 1) * CLASSES ** 2; window++) this.begins[window] = this.#begin(window);
  }

  #begin(window: number): number {
    let node = this.#child(0, Math.floor(window / CLASSES ** 2));
    for (const kind of [Math.floor(window / CLASSES) % CLASSES, window % CLASSES]) {
      const flags = this.#flags[node] as number;
      if (node === 0) return 0;
      if (kind === NOTHING || flags & ANY_ENDING || (flags && kind <= STOP)) return FROM_ROOT;
      if (kind <= STOP) return this.#child(node, GAP) || this.#child(node, STOP) ? FROM_ROOT : 0;
      node = this.#child(node, kind);
    }
    return node;
  }

  #child(node: number, kind: number): number {
    const end = this.#first[node + 1] as number;
    for (let child = this.#first[node] as number; child < end; child++) if (this.#kinds[child] === kind) return child;
    return 0;
  }

  /** Adds the terms that begin at a place, of which `begins` says where they lead. */
  look(node: number, text: Uint8Array, length: number, start: number, hits: Hit<T>[]): void {
    if (node === FROM_ROOT) this.#walk(text, length, start, hits, start, 0);
    else this.#walk(text, length, start, hits, start + 3, node);
  }

  /** Where a term may have any ending, both ways are followed. */
  #walk(text: Uint8Array, length: number, start: number, hits: Hit<T>[], at: number, node: number): void {
    let here = node;
    for (let place = at; ; place++) {
      const kind = text[place] as number;
      if (kind === NOTHING) continue;
      const flags = this.#flags[here] as number;
      if (flags !== 0) {
        if (kind <= STOP) this.#take(here, start, place, text, hits);
        else if (flags & ANY_ENDING) this.#takeAnyEnding(here, start, place, text, length, hits);
      }
      here = this.#child(here, kind);
      if (here === 0 || place >= length) return;
      if (kind <= STOP) place = lastOfGap(text, place);
    }
  }

  #take(node: number, start: number, end: number, text: Uint8Array, hits: Hit<T>[]): void {
    if (!((this.#flags[node] as number) & WORD_ENDS)) return;
    let last = end;
    while (last > start && text[last - 1] === NOTHING) last--;
    for (const of of this.#found[node] as readonly T[]) hits.push({ start, end: last, of });
  }

  #takeAnyEnding(node: number, start: number, from: number, text: Uint8Array, length: number, hits: Hit<T>[]): void {
    let end = from;
    while ((text[end] as number) > STOP || text[end] === NOTHING) if (++end - from > LONGEST_ENDING) return;
    this.#take(node, start, end, text, hits);
    const beyond = this.#child(node, GAP);
    if (beyond !== 0 && text[end] === GAP) this.#walk(text, length, start, hits, lastOfGap(text, end) + 1, beyond);
  }
}

/** The nodes of a trie as they are met, the root first. 0 stands for no child and no sibling. */
function grow<T>(terms: readonly { term: string; of: T }[]) {
  const [kinds, flags, child, sibling] = [[0], [0], [0], [0]];
  const found: T[][] = [[]];
  for (const { term, of } of terms) {
    let node = 0;
    for (const kind of kindsOf(term)) {
      if (kind === undefined) {
        flags[node] = (flags[node] as number) | ANY_ENDING;
        continue;
      }
      let next = child[node] as number;
      while (next !== 0 && kinds[next] !== kind) next = sibling[next] as number;
      if (next === 0) {
        next = kinds.push(kind) - 1;
        flags.push(0);
        child.push(0);
        sibling.push(child[node] as number);
        found.push([]);
        child[node] = next;
      }
      node = next;
    }
    flags[node] = (flags[node] as number) | WORD_ENDS;
    found[node]?.push(of);
  }
  return { kinds, flags, child, sibling, found };
}

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

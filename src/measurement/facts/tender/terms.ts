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

/**
 * Terms are words with one blank between them. Case and accents count for nothing, nor does which of blank, hyphen, slash or quotation
 * mark stands between words. "logiciel* libre*": any ending. "*software": also at the end of a compound, "Fachsoftware".
 * Every word of the text is looked up in a trie, so that the time is the text's length times the most words of a term, whatever it says.
 * @example finderOf([{ term: "open source", of: 1 }]).find("Open-Source!") → [{ start: 0, end: 11, of: 1 }]
 */
export function finderOf<T>(terms: readonly { term: string; of: T }[]): Finder<T> {
  const words = new Trie(terms.map(({ term, of }) => ({ term: term.replace(/^\*/, ""), of })));
  const endings = new Trie(terms.filter(({ term }) => term.startsWith("*")).map(({ term, of }) => ({ term: term.slice(1), of })));
  return { find: (text) => findAll(fold(text), text.length, words, endings) };
}

/** Nearly every word is passed over by its first letters and its last three. */
function findAll<T>(text: Uint8Array, length: number, words: Trie<T>, endings: Trie<T>): Hit<T>[] {
  const hits: Hit<T>[] = [];
  for (let at = 0; at < length; ) {
    if ((text[at] as number) <= STOP) {
      at++;
      continue;
    }
    if (words.mayBegin(text, at)) words.walk(text, length, at, hits);
    const end = pastWord(text, at + 1);
    if (endings.mayEnd(text, at, end))
      for (let within = at + 1; within < end; within++) if (endings.mayBegin(text, within)) endings.walk(text, length, within, hits);
    at = end;
  }
  return hits;
}

function pastWord(text: Uint8Array, from: number): number {
  let at = from;
  while ((text[at] as number) > STOP || text[at] === NOTHING) at++;
  return at;
}

/** How many first letters, and gaps between them, are looked at together; and how many where a term may go on in any way soon after them. */
const FIRST = 8;
const EARLY = 3;
/** A key of the letters so far; its upper 16 bits are the place in a table. Two that share a place cost a walk, no more. */
const nextKey = (key: number, kind: number): number => Math.imul(key + kind, 0x9e3779b1);
const KEYS = 1 << 16;
const MAY_BEGIN = 1;
/** Over the gap at the end of the word, and not before. */
const GOES_ON = 2;
/** Three classes in a row, each six bits. */
const LASTS = 1 << 18;

/**
 * A trie over classes of signs, as a double array: the child of a node by a class stands at base[node] + class, where that place's owner
 * is the node. 30 000 places take 0.3 MB, and each step is one look.
 */
class Trie<T> {
  readonly #base: Uint32Array;
  readonly #owner: Int32Array;
  readonly #flags: Uint8Array;
  readonly #found: (readonly T[])[] = [];
  /** By the key of first letters, or of a whole word where it has fewer: whether a term may begin so. */
  readonly #firsts = new Uint8Array(KEYS);
  readonly #early = new Uint8Array(KEYS);
  /** By its last three letters whether it may be the first of a term. */
  readonly #lasts = new Uint8Array(LASTS);
  #anyLast = false;

  constructor(terms: readonly { term: string; of: T }[]) {
    const grown = grow(terms);
    const places = placed(grown);
    this.#base = places.base;
    this.#owner = places.owner;
    this.#flags = new Uint8Array(places.owner.length);
    places.of.forEach((place, node) => {
      this.#flags[place] = grown.flags[node] as number;
      this.#found[place] = grown.found[node] as T[];
    });
    this.#markFirsts(0, 0, 0, 0);
    this.#markLasts(0, 0, 0);
  }

  /** Notes the keys of all words that lead to a node or beyond. */
  #markFirsts(node: number, depth: number, key: number, early: number): void {
    const flags = this.#flags[node] as number;
    const gap = this.#child(node, GAP);
    if (depth === FIRST || flags || this.#child(node, STOP)) this.#mark(key, MAY_BEGIN);
    if (depth === FIRST) return;
    if (gap !== 0) this.#mark(key, GOES_ON);
    if (flags & ANY_ENDING) this.#markAnyEnding(depth, key, early);
    for (let kind = GAP; kind < CLASSES; kind++) {
      const below = this.#child(node, kind);
      const next = nextKey(key, kind);
      if (below !== 0 && kind !== STOP) this.#markFirsts(below, depth + 1, next, depth < EARLY ? next : early);
    }
  }

  #mark(key: number, as: number): void {
    this.#firsts[key >>> 16] = (this.#firsts[key >>> 16] as number) | as;
  }

  #markAnyEnding(depth: number, key: number, early: number): void {
    this.#mark(key, MAY_BEGIN);
    if (depth >= EARLY) this.#early[early >>> 16] = 1;
    else for (let kind = STOP + 1; kind < CLASSES; kind++) this.#markAnyEnding(depth + 1, nextKey(key, kind), nextKey(key, kind));
  }

  /** Whether a term may begin with the word that begins at a place; certain where not. */
  mayBegin(text: Uint8Array, at: number): boolean {
    const firsts = this.#firsts;
    let key = 0;
    for (let depth = 0; depth < FIRST; depth++) {
      const kind = text[at + depth] as number;
      if (kind <= STOP) {
        const as = firsts[key >>> 16] as number;
        if (kind === NOTHING || as & MAY_BEGIN) return true;
        if (as === 0 || kind === STOP) return false;
        if (text[at + depth + 1] === GAP) return true;
      }
      key = nextKey(key, kind);
      if (depth === EARLY - 1 && this.#early[key >>> 16] === 1) return true;
    }
    return ((firsts[key >>> 16] as number) & MAY_BEGIN) !== 0;
  }

  /** Notes the last three letters of the first words; where one is shorter or has any ending, that every word must be looked at. */
  #markLasts(node: number, depth: number, last: number): void {
    const flags = this.#flags[node] as number;
    const ends = flags !== 0 || this.#child(node, GAP) !== 0 || this.#child(node, STOP) !== 0;
    if (ends && (depth < 3 || flags & ANY_ENDING)) this.#anyLast = true;
    if (ends) this.#lasts[last] = 1;
    for (let kind = STOP + 1; kind < CLASSES; kind++) {
      const below = this.#child(node, kind);
      if (below !== 0) this.#markLasts(below, depth + 1, ((last << 6) | kind) & (LASTS - 1));
    }
  }

  /** Whether the first word of a term may end as a word of the text does; certain where not. */
  mayEnd(text: Uint8Array, start: number, end: number): boolean {
    if (this.#anyLast) return true;
    if (end - start < 4) return false;
    const [first, second, third] = [text[end - 3] as number, text[end - 2] as number, text[end - 1] as number];
    return this.#lasts[(first << 12) | (second << 6) | third] === 1 || first * second * third === NOTHING;
  }

  #child(node: number, kind: number): number {
    const place = (this.#base[node] as number) + kind;
    return this.#owner[place] === node ? place : 0;
  }

  /** Adds the terms that begin at a place. Where a term may have any ending, both ways are followed. */
  walk(text: Uint8Array, length: number, start: number, hits: Hit<T>[], at: number = start, node = 0): void {
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
    if (beyond !== 0 && text[end] === GAP) this.walk(text, length, start, hits, lastOfGap(text, end) + 1, beyond);
  }
}

interface Grown {
  kinds: number[];
  child: number[];
  sibling: number[];
}

/** A place for each node, the root's 0, so that the children of every node stand at one distance from it by their classes. */
function placed({ kinds, child, sibling }: Grown): { base: Uint32Array; owner: Int32Array; of: Uint32Array } {
  const most = kinds.length * 2 + 2 * CLASSES;
  const base = new Uint32Array(most);
  const owner = new Int32Array(most).fill(-1);
  const of = new Uint32Array(kinds.length);
  owner[0] = 0;
  let free = CLASSES;
  const order = [0];
  for (const node of order) {
    const children: number[] = [];
    for (let next = child[node] as number; next !== 0; next = sibling[next] as number) children.push(next);
    if (children.length === 0) continue;
    const classes = children.map((next) => kinds[next] as number);
    let from = Math.max(1, free - Math.min(...classes));
    while (classes.some((kind) => owner[from + kind] !== -1)) from++;
    const place = of[node] as number;
    base[place] = from;
    for (const next of children) {
      of[next] = from + (kinds[next] as number);
      owner[of[next] as number] = place;
      order.push(next);
    }
    while (owner[free] !== -1) free++;
  }
  const end = of.reduce((last, place) => Math.max(last, place), 0) + CLASSES + 1;
  return { base: base.slice(0, end), owner: owner.slice(0, end), of };
}

/** The nodes of a trie as they are met, the root first. 0 stands for no child and no sibling. */
function grow<T>(terms: readonly { term: string; of: T }[]): Grown & { flags: number[]; found: T[][] } {
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

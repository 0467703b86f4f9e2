import { CLASSES, classOf, GAP, NOTHING, STOP } from "./fold.ts";
import { ANY_ENDING, FIRSTS, keyOfFirsts, WORD_ENDS } from "./search.ts";

/** What search.ts walks: places of eight bytes, and by place what the terms that end there are of. */
export interface Trie<T> {
  bytes: Uint8Array;
  found: (readonly T[])[];
}

/**
 * A trie over classes of signs, as a double array: the child of a node by a class stands at the node's base + class, where that place's
 * parent is the node. 30,000 places take 0.24 MB, and each step is one look.
 */
export function trieOf<T>(terms: readonly { term: string; of: T }[]): Trie<T> {
  const grown = grow(terms);
  const { base, owner, of } = placed(grown);
  const entries = new Int32Array(owner.length * 2);
  const found: (readonly T[])[] = [];
  for (let place = 0; place < owner.length; place++) {
    entries[2 * place] = (base[place] as number) << 2;
    entries[2 * place + 1] = owner[place] as number;
  }
  of.forEach((place, node) => {
    entries[2 * place] = (entries[2 * place] as number) | (grown.flags[node] as number);
    found[place] = grown.found[node] as T[];
  });
  return { bytes: new Uint8Array(entries.buffer), found };
}

/** By the four classes at a place whether a term may stand there, and for terms of eight and more by eight: a bit each. */
export function firstsOf(terms: readonly string[]): Uint8Array {
  const firsts = new Uint8Array(2 * FIRSTS);
  for (const term of terms) {
    const kinds = kindsOf(term);
    const certain = kinds.indexOf(undefined);
    const length = (certain === -1 ? kinds.length + 1 : certain) >= 8 ? 8 : 4;
    /** All that so many classes of a text may be where the term stands: its own, any number of gaps, and anything behind its end or at "*". */
    const mark = (at: number, depth: number, four: number, beyond: number): void => {
      if (depth === length) setBit(firsts, (length === 8 ? FIRSTS : 0) * 8 + keyOfFirsts(four, beyond));
      else if (depth < 4) for (const [kind, next] of followers(kinds, at)) mark(next, depth + 1, four | (kind << (8 * depth)), 0);
      else for (const [kind, next] of followers(kinds, at)) mark(next, depth + 1, four, beyond | (kind << (8 * depth - 32)));
    };
    mark(0, 0, 0, 0);
  }
  return firsts;
}

function setBit(table: Uint8Array, key: number): void {
  table[key >> 3] = (table[key >> 3] as number) | (1 << (key & 7));
}

const anyKind = Array.from({ length: CLASSES }, (_, kind) => kind);

/** The classes that may stand at a place of a term, each with the place behind it. */
function followers(kinds: readonly (number | undefined)[], at: number): [kind: number, next: number][] {
  const kind = kinds[at];
  if (at === kinds.length) return [[GAP, at + 1], [STOP, at + 1]]; // biome-ignore format: pairs
  if (kind === undefined) return anyKind.map((any) => [any, at]);
  const before = kinds[at - 1];
  return before !== undefined && before <= STOP ? [[kind, at + 1], [GAP, at]] : [[kind, at + 1]]; // biome-ignore format: pairs
}

/**
 * By the three last letters of a word whether a term may end it: a byte for the shortest word that may hold one, a byte that is 1 where letters
 * do not tell, then a bit each.
 */
export function lastsOf(endings: readonly string[]): Uint8Array {
  const lasts = new Uint8Array(2 + (1 << 15));
  lasts[0] = 255;
  for (const ending of endings) {
    const kinds = kindsOf(ending);
    const end = kinds.findIndex((kind) => kind === undefined || kind <= STOP);
    const first = kinds.slice(0, end === -1 ? kinds.length : end) as number[];
    lasts[0] = Math.min(lasts[0], first.length + 1);
    if (first.length < 3 || (end !== -1 && kinds[end] === undefined)) lasts[1] = 1;
    const key = first.slice(-3).reduce((key, kind) => (key << 6) | kind, 0);
    setBit(lasts, 16 + key);
  }
  return lasts;
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

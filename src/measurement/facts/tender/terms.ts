import { NOTHING } from "./fold.ts";
import { CLASS_OF_UNITS, type Places, searchOf } from "./search.ts";
import { firstsOf, lastsOf, trieOf } from "./trie.ts";
import { memoryOf, pagesOf } from "./webassembly.ts";

/** Code units from the start of a text. */
export interface Span {
  start: number;
  end: number;
}

export interface Hit<T> extends Span {
  of: T;
}

/**
 * Of spans in their order, none over another, those that touch a stretch of text. A notice may repeat a word a million times, and whoever looked at
 * all of them for each would need hours.
 * @example near([{ start: 0, end: 2 }, { start: 5, end: 9 }], 3, 5) → [{ start: 5, end: 9 }]
 */
export function near<S extends Span>(spans: readonly S[], from: number, to: number): S[] {
  let [first, beyond] = [0, spans.length];
  while (first < beyond) {
    const middle = (first + beyond) >> 1;
    if ((spans[middle] as S).end < from) first = middle + 1;
    else beyond = middle;
  }
  let last = first;
  while (last < spans.length && (spans[last] as S).start <= to) last++;
  return spans.slice(first, last);
}

/** Finds every term of a set in a text, in one pass, in the order of their beginnings. */
export interface Finder<T> {
  find(text: string): Hit<T>[];
}

/**
 * Terms are words with one blank between them. Case and accents count for nothing, nor does which of blank, hyphen, slash or quotation
 * mark stands between words. "logiciel* libre*": any ending. "*software": also at the end of a compound, "Fachsoftware".
 * Every word of the text is looked up in a trie, so that the time is the text's length times the most words of a term, whatever it says.
 * @example finderOf([{ term: "open source", of: 1 }]).find("Open-Source!") → [{ start: 0, end: 11, of: 1 }]
 */
export function finderOf<T>(terms: readonly { term: string; of: T }[]): Finder<T> {
  const words = trieOf(terms.map(({ term, of }) => ({ term: term.replace(/^\*/, ""), of })));
  const ofEndings = terms.filter(({ term }) => term.startsWith("*")).map(({ term, of }) => ({ term: term.slice(1), of }));
  const endings = trieOf(ofEndings);
  const { places, held } = laidOut({
    words: words.bytes,
    firsts: firstsOf(terms.map(({ term }) => term.replace(/^\*/, ""))),
    endings: endings.bytes,
    lasts: lastsOf(ofEndings.map(({ term }) => term)),
  });
  let hits: Hit<T>[] = [];
  const search = searchOf(held.memory, places, (trie, node, from, to) => {
    let end = to;
    while (end > from && held.bytes[end - 1] === NOTHING) end--;
    const { found } = trie === places.words ? words : endings;
    for (const of of found[node] as readonly T[]) hits.push({ start: from - places.text, end: end - places.text, of });
  });
  return {
    find(text) {
      held.make(places.text + 2 * text.length);
      held.bytes.write(text, places.text, "utf16le");
      hits = [];
      search(text.length);
      return hits;
    },
  };
}

/** Bytes beyond a text that are read and written with its last. */
const BEYOND = 64;

/** Puts parts into a new memory behind the classes of code units, then the place for texts. */
function laidOut(parts: Record<Exclude<keyof Places, "text">, Uint8Array>): { places: Places; held: Held } {
  let free = CLASS_OF_UNITS;
  const places: Partial<Places> = {};
  for (const [name, bytes] of Object.entries(parts) as [keyof Places, Uint8Array][]) {
    places[name] = free;
    free += (bytes.length + 15) & ~15;
  }
  places.text = free;
  const held = new Held(free);
  for (const [name, bytes] of Object.entries(parts)) held.bytes.set(bytes, places[name as keyof Places]);
  return { places: places as Places, held };
}

class Held {
  readonly memory;
  bytes: Buffer;

  constructor(bytes: number) {
    this.memory = memoryOf(bytes + BEYOND);
    this.bytes = Buffer.from(this.memory.buffer);
  }

  /** Makes memory that long where it is shorter. */
  make(bytes: number): void {
    if (bytes + BEYOND <= this.bytes.length) return;
    this.memory.grow(pagesOf(bytes + BEYOND - this.bytes.length));
    this.bytes = Buffer.from(this.memory.buffer);
  }
}

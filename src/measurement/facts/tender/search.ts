import { classOf, GAP, NOTHING, STOP } from "./fold.ts";
import { above, aboveEach, and, andEach, anyOfEach, assembled, below, belowEach, bitsOfEach, byteAt, type Code, call, chooseEach, during, eightTimes, equal, equalEach, forever, fourAt, give, type Memory, minus, minusEach, narrowEach, not, or, orEach, plus, program, putByte, putEach, run, set, settingOf, shiftLeft, shiftRight, sixteenAt, sixteenTimes, times, twoAt, unequal, when, zerosBelow } from "./webassembly.ts"; // biome-ignore format: one list

/** What a node tells of the terms that end there. */
export const WORD_ENDS = 1;
export const ANY_ENDING = 2;
const LONGEST_ENDING = 40;
/** Memory begins with the class of every code unit; UNKNOWN until one is met. */
export const CLASS_OF_UNITS = 65536;
const UNKNOWN = 128;

/** By four classes and by eight whether a term may begin with them: a table of bits for each, one behind the other. */
export const FIRSTS = 1 << 14;
const [HASH, HASH_BEYOND] = [0x9e3779b1, 0x85ebca6b] as const;
export const keyOfFirsts = (four: number, beyond = 0): number => (Math.imul(four, HASH) + Math.imul(beyond, HASH_BEYOND)) >>> 15;

const bit = (table: Code, key: Code): Code => and(shiftRight(byteAt(plus(table, shiftRight(key, 3))), and(key, 7)), 1);
const isOfWord = (kind: Code): Code => or(above(kind, STOP), equal(kind, NOTHING));
/** A node has eight bytes: where its children stand, shifted over two bits that tell of it, and its parent. */
const entryOf = (trie: Code, node: Code): Code => fourAt(plus(trie, shiftLeft(node, 3)));
const parentOf = (trie: Code, node: Code): Code => fourAt(plus(trie, shiftLeft(node, 3)), 4);

const start = assembled(
  {
    /** A text of code units becomes its classes in place, with stops behind it. Sixteen units of ASCII are looked up together. */
    fold: program(2, (text, length, from, into, end, past, unit, isWide) => {
      const [eight, more] = [sixteenAt(from), sixteenAt(from, 16)];
      const plain = narrowEach(eight, more);
      const rows = [0, 16, 32, 48, 64, 80, 96, 112].map((row) => chooseEach(sixteenAt(row), minusEach(plain, sixteenTimes(row))));
      return [
        set(from, text),
        set(into, text),
        set(end, plus(text, length)),
        during(
          below(into, end),
          set(past, plus(from, 32)),
          set(isWide, anyOfEach(andEach(orEach(eight, more), eightTimes(0xff80)))),
          when(
            not(isWide),
            putEach(
              into,
              rows.reduce((one, other) => orEach(one, other)),
            ),
            set(from, past),
            set(into, plus(into, 16)),
          ),
          during(
            below(from, past),
            set(unit, twoAt(from)),
            when(equal(byteAt(unit), UNKNOWN), putByte(unit, call("classOf", unit))),
            putByte(into, byteAt(unit)),
            set(from, plus(from, 2)),
            set(into, plus(into, 1)),
          ),
        ),
        putEach(end, sixteenTimes(STOP)),
        give(0),
      ];
    }),
    /** Nearly every word is passed over by its first letters and its last three. */
    find: program(6, (text, length, words, firsts, endings, lasts, at, end, past, bits) => [
      run("fold", text, length),
      set(at, text),
      set(end, plus(text, length)),
      forever(
        during(
          not(settingOf(bits, bitsOfEach(aboveEach(sixteenAt(at), sixteenTimes(STOP))))),
          set(at, plus(at, 16)),
          when(not(below(at, end)), give(0)),
        ),
        set(at, plus(at, zerosBelow(bits))),
        when(not(below(at, end)), give(0)),
        when(call("mayBegin", at, firsts), run("walk", words, 0, at, at, end)),
        set(past, plus(at, 1)),
        during(
          not(settingOf(bits, bitsOfEach(belowEach(minusEach(sixteenAt(past), sixteenTimes(GAP)), sixteenTimes(STOP))))),
          set(past, plus(past, 16)),
        ),
        set(past, plus(past, zerosBelow(bits))),
        when(
          call("mayEnd", at, past, lasts),
          set(at, plus(at, 1)),
          during(
            below(at, past),
            // A sign that counts for nothing begins none; from a million of them each would walk through the others.
            when(unequal(byteAt(at), NOTHING), run("walk", endings, 0, at, at, end)),
            set(at, plus(at, 1)),
          ),
        ),
        set(at, past),
      ),
    ]),
    /** Whether a term may begin as a word does; certain where not. */
    mayBegin: program(2, (at, firsts, key) => [
      set(key, shiftRight(times(fourAt(at), HASH), 15)),
      when(bit(firsts, key), give(1)),
      set(key, shiftRight(plus(times(fourAt(at), HASH), times(fourAt(at, 4), HASH_BEYOND)), 15)),
      when(bit(plus(firsts, FIRSTS), key), give(1)),
      give(and(bitsOfEach(equalEach(sixteenAt(at), sixteenTimes(NOTHING))), 255)),
    ]),
    /** Whether a term may end as a word does; certain where not. */
    mayEnd: program(3, (at, end, lasts, key) => {
      const letters = [3, 2, 1].map((back) => byteAt(minus(end, back))) as [Code, Code, Code];
      return [
        when(below(minus(end, at), byteAt(lasts)), give(0)),
        when(byteAt(lasts, 1), give(1)),
        when(not(times(times(letters[0], letters[1]), letters[2])), give(1)),
        set(key, or(or(shiftLeft(letters[0], 12), shiftLeft(letters[1], 6)), letters[2])),
        give(bit(plus(lasts, 2), key)),
      ];
    }),
    /** Tells of the terms that begin at a place. Where a term may have any ending, both ways are followed. */
    walk: program(5, (trie, node, start, at, end, entry, kind, child) => [
      forever(
        during(not(settingOf(kind, byteAt(at))), set(at, plus(at, 1))),
        set(entry, entryOf(trie, node)),
        when(and(not(above(kind, STOP)), and(entry, WORD_ENDS)), run("hit", trie, node, start, at)),
        when(and(above(kind, STOP), unequal(and(entry, ANY_ENDING), 0)), run("takeAnyEnding", trie, node, start, at, end)),
        set(child, plus(shiftRight(entry, 2), kind)),
        when(or(unequal(parentOf(trie, child), node), not(below(at, end))), give(0)),
        set(node, child),
        when(not(above(kind, STOP)), set(at, call("lastOfGap", at))),
        set(at, plus(at, 1)),
      ),
    ]),
    takeAnyEnding: program(5, (trie, node, start, from, end, at, child) => [
      set(at, from),
      during(isOfWord(byteAt(at)), set(at, plus(at, 1)), when(above(minus(at, from), LONGEST_ENDING), give(0))),
      when(and(entryOf(trie, node), WORD_ENDS), run("hit", trie, node, start, at)),
      set(child, plus(shiftRight(entryOf(trie, node), 2), GAP)),
      when(
        and(equal(parentOf(trie, child), node), equal(byteAt(at), GAP)),
        run("walk", trie, child, start, plus(call("lastOfGap", at), 1), end),
      ),
      give(0),
    ]),
    /** Several blanks and hyphens in a row are one gap; a full stop among them ends it. */
    lastOfGap: program(1, (at) => [during(equal(byteAt(at, 1), GAP), set(at, plus(at, 1))), give(at)]),
  },
  { classOf: 1, hit: 4 },
);

/** Where in memory its parts stand. */
export interface Places {
  words: number;
  firsts: number;
  endings: number;
  lasts: number;
  /** The code units to be searched, behind all else. */
  text: number;
}

/**
 * A search through a text of so many code units, written into memory at its place; its classes stand there afterwards.
 * @param hit is told the trie's place, the node where a term ends, and where in memory the term begins and ends
 */
export function searchOf(
  memory: Memory,
  { text, words, firsts, endings, lasts }: Places,
  hit: (trie: number, node: number, start: number, end: number) => void,
) {
  const classes = new Uint8Array(memory.buffer, 0, CLASS_OF_UNITS).fill(UNKNOWN);
  for (let unit = 0; unit < 128; unit++) classes[unit] = classOf(unit);
  const told = (...[trie, node, start, end]: number[]): number => {
    hit(trie as number, node as number, start as number, end as number);
    return 0;
  };
  const { find } = start(memory, { classOf: (unit) => classOf(unit as number), hit: told });
  return (length: number): number => find(text, length, words, firsts, endings, lasts);
}

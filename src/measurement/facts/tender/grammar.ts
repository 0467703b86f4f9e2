import { above, and, assembled, below, belowEach, bitsOfEach, byteAt, type Code, call, equal, equalEach, forever, fourAt, give, memoryOf, minus, not, or, orEach, plus, program, set, settingOf, shiftRight, sixteenAt, sixteenTimes, unequal, when, zerosBelow } from "./webassembly.ts"; // biome-ignore format: one list

/**
 * JSON's grammar (RFC 8259) over the bytes of one line, without making its values. A place is an index into `held`; NOWHERE is where reading
 * goes on once something is wrong, for nothing that JSON allows stands there.
 */
const LONGEST = 1 << 20;
export const NOWHERE: number = LONGEST + 4;
export const DEEPEST = 60;

export const QUOTE = 0x22;
export const COMMA = 0x2c;
const COLON = 0x3a;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
export const OPEN_ARRAY = 0x5b;
export const CLOSE_ARRAY = 0x5d;
const BACKSLASH = 0x5c;

const anyOf = (...conditions: Code[]): Code => conditions.reduce((one, other) => or(one, other));
const allOf = (...conditions: Code[]): Code => conditions.reduce((one, other) => and(one, other));
const isOneOf = (byte: Code, signs: string): Code => anyOf(...[...signs].map((sign) => equal(byte, sign.charCodeAt(0))));
const isDigit = (byte: Code): Code => below(minus(byte, 48), 10);
const isHex = (byte: Code): Code => or(isDigit(byte), below(minus(or(byte, 32), 97), 6));
const is = (at: Code, byte: number): Code => equal(byteAt(at), byte);
const next = (at: Code): Code => plus(at, 1);
/** Goes to a place and past what is blank there: mostly one sign, or none. */
const goTo = (at: Code, place: Code): Code => [
  ...set(at, place),
  ...when(is(at, 32), set(at, next(at))),
  ...when(below(byteAt(at), 33), set(at, call("pastBlank", at))),
];
const expect = (at: Code, byte: number): Code => when(unequal(byteAt(at), byte), give(NOWHERE));

const start = assembled({
  endOfPlain: program(1, (at, bits) => {
    const marks = [QUOTE, BACKSLASH].map((mark) => equalEach(sixteenAt(at), sixteenTimes(mark)));
    const control = belowEach(sixteenAt(at), sixteenTimes(32));
    return [
      forever(
        when(settingOf(bits, bitsOfEach(marks.reduce((one, other) => orEach(one, other), control))), give(plus(at, zerosBelow(bits)))),
        set(at, plus(at, 16)),
      ),
    ];
  }),
  pastBlank: program(1, (at) => [forever(when(not(isOneOf(byteAt(at), " \n\r\t")), give(at)), set(at, next(at)))]),
  pastString: program(1, (at) => [
    forever(
      set(at, call("endOfPlain", at)),
      when(is(at, QUOTE), give(next(at))),
      expect(at, BACKSLASH),
      set(at, call("pastEscape", next(at))),
    ),
  ]),
  pastEscape: program(1, (at) => [
    when(isOneOf(byteAt(at), '"\\/bfnrt'), give(next(at))),
    expect(at, 0x75),
    when(allOf(...[1, 2, 3, 4].map((beyond) => isHex(byteAt(at, beyond)))), give(plus(at, 5))),
    give(NOWHERE),
  ]),
  pastValue: program(2, (at, depth) => [
    when(is(at, QUOTE), give(call("pastString", next(at)))),
    when(is(at, OPEN_OBJECT), give(call("pastObject", next(at), next(depth)))),
    when(is(at, OPEN_ARRAY), give(call("pastArray", next(at), next(depth)))),
    when(equal(fourAt(at), 0x65757274), give(plus(at, 4))), // true
    when(equal(fourAt(at), 0x6c6c756e), give(plus(at, 4))), // null
    when(and(is(at, 0x66), equal(fourAt(at, 1), 0x65736c61)), give(plus(at, 5))), // f, alse
    give(call("pastNumber", at)),
  ]),
  pastObject: program(2, (at, depth) => [
    when(above(depth, DEEPEST), give(NOWHERE)),
    goTo(at, at),
    when(is(at, CLOSE_OBJECT), give(next(at))),
    forever(
      expect(at, QUOTE),
      set(at, call("toValue", call("pastString", next(at)))),
      set(at, call("toNext", call("pastValue", at, depth))),
      when(is(at, CLOSE_OBJECT), give(next(at))),
    ),
  ]),
  toValue: program(1, (at) => [goTo(at, at), expect(at, COLON), goTo(at, next(at)), give(at)]),
  toNext: program(1, (at) => [
    goTo(at, at),
    when(is(at, CLOSE_OBJECT), give(at)),
    expect(at, COMMA),
    goTo(at, next(at)),
    expect(at, QUOTE),
    give(at),
  ]),
  toKey: program(4, (at, depth, lengths, letters, end) => [
    forever(
      expect(at, QUOTE),
      set(end, call("endOfPlain", next(at))),
      expect(end, QUOTE),
      when(and(and(shiftRight(lengths, minus(end, next(at))), shiftRight(letters, byteAt(next(at)))), 1), give(at)),
      set(at, call("toNext", call("pastValue", call("toValue", next(end)), depth))),
      when(is(at, CLOSE_OBJECT), give(at)),
    ),
  ]),
  pastArray: program(2, (at, depth) => [
    when(above(depth, DEEPEST), give(NOWHERE)),
    goTo(at, at),
    when(is(at, CLOSE_ARRAY), give(next(at))),
    forever(goTo(at, call("pastValue", at, depth)), when(is(at, CLOSE_ARRAY), give(next(at))), expect(at, COMMA), goTo(at, next(at))),
  ]),
  pastNumber: program(1, (at) => [
    when(is(at, 0x2d), set(at, next(at))),
    when(and(is(at, 0x30), isDigit(byteAt(at, 1))), give(NOWHERE)),
    set(at, call("pastDigits", at)),
    when(is(at, 0x2e), set(at, call("pastDigits", next(at)))),
    when(unequal(or(byteAt(at), 32), 0x65), give(at)),
    set(at, next(at)),
    when(isOneOf(byteAt(at), "+-"), set(at, next(at))),
    give(call("pastDigits", at)),
  ]),
  /** One at least. */
  pastDigits: program(1, (at) => [
    when(not(isDigit(byteAt(at))), give(NOWHERE)),
    forever(set(at, next(at)), when(not(isDigit(byteAt(at))), give(at))),
  ]),
});

const memory = memoryOf(LONGEST + 64);
const programs = start(memory, {});
export const held: Buffer = Buffer.from(memory.buffer);

/** Holds a line until the next, ended by a sign that JSON allows nowhere. False where it is too long to be held. */
export function hold(line: Uint8Array): boolean {
  if (line.length > LONGEST) return false;
  held.set(line);
  held[line.length] = 0;
  return true;
}

/** Where the plain part of a string ends: at a quotation mark, a backslash or a control character. */
export const endOfPlain = programs.endOfPlain as (from: number) => number;
export const pastBlank = programs.pastBlank as (from: number) => number;
/** @param from behind the opening quotation mark */
export const pastString = programs.pastString as (from: number) => number;
/** @param depth how many brackets stand open around it */
export const pastValue = programs.pastValue as (at: number, depth: number) => number;
/** From the end of a key to its value. */
export const toValue = programs.toValue as (from: number) => number;
/** From the end of a value to the next key, or to the end of the object. */
export const toNext = programs.toNext as (from: number) => number;
/**
 * From one key to the first whose length and first letter are among those asked for, or to the end of the object: others go by.
 * @param lengths a bit for each length, and for each letter: of their numbers the lowest five bits count
 */
export const toKey = programs.toKey as (at: number, depth: number, lengths: number, letters: number) => number;

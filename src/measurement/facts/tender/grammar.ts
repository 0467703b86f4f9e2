/**
 * JSON's grammar (RFC 8259) as a table: what state follows a state on a byte. Three copies of every state, by what encloses it: nothing,
 * an object, an array. Where a bracket opens or closes, or a key begins, the reader must act; what JSON does not allow is WRONG.
 */
export const WRONG = 255;
export const OPEN_OBJECT = 254;
export const OPEN_ARRAY = 253;
export const CLOSE = 252;
export const KEY = 251;

/** States below this one are within a string, where most signs change nothing. */
export const PAST_STRINGS = 6;

export const TOP = 0;
export const IN_OBJECT = 1;
export const IN_ARRAY = 2;

const states = [
  ...["string", "keyString"],
  ...["value", "valueOrEnd", "keyOrEnd", "key", "colon", "after"],
  ...["escape", "u1", "u2", "u3", "u4", "keyEscape", "k1", "k2", "k3", "k4"],
  ...["minus", "zero", "digits", "point", "fraction", "e", "sign", "exponent"],
  ...["t", "tr", "tru", "f", "fa", "fal", "fals", "n", "nu", "nul"],
] as const;
type State = (typeof states)[number];

/** The number of a state within what encloses it. */
export const stateOf = (state: State, within: number): number => states.indexOf(state) * 3 + within;

/** next[state * 256 + byte]. With `keys`, the first sign of a key gives KEY. */
export function grammar(keys: boolean): Uint8Array {
  const next = new Uint8Array(256 * 256).fill(WRONG);
  for (const within of [TOP, IN_OBJECT, IN_ARRAY]) {
    const to = (from: State, bytes: string, state: State | number) => {
      for (const sign of bytes)
        next[stateOf(from, within) * 256 + sign.charCodeAt(0)] = typeof state === "number" ? state : stateOf(state, within);
    };
    const hex = "0123456789abcdefABCDEF";
    const blank = " \t\n\r";
    for (const state of ["value", "valueOrEnd", "keyOrEnd", "key", "colon", "after"] as const) to(state, blank, state);
    for (const state of ["value", "valueOrEnd"] as const) {
      to(state, '"', "string");
      to(state, "{", OPEN_OBJECT);
      to(state, "[", OPEN_ARRAY);
      to(state, "-", "minus");
      to(state, "0", "zero");
      to(state, "123456789", "digits");
      for (const word of ["t", "f", "n"] as const) to(state, word, word);
    }
    to("valueOrEnd", "]", CLOSE);
    to("keyOrEnd", "}", CLOSE);
    for (const state of ["key", "keyOrEnd"] as const) to(state, '"', keys ? KEY : "keyString");
    to("colon", ":", "value");
    for (const [string, escaped, hexes, end] of [
      ["string", "escape", ["u1", "u2", "u3", "u4"], "after"],
      ["keyString", "keyEscape", ["k1", "k2", "k3", "k4"], "colon"],
    ] as const) {
      for (let byte = 32; byte < 256; byte++) next[stateOf(string, within) * 256 + byte] = stateOf(string, within);
      to(string, '"', end);
      to(string, "\\", escaped);
      to(escaped, '"\\/bfnrt', string);
      to(escaped, "u", hexes[0]);
      for (const [index, state] of hexes.entries()) to(state, hex, hexes[index + 1] ?? string);
    }
    to("minus", "0", "zero");
    to("minus", "123456789", "digits");
    to("digits", "0123456789", "digits");
    for (const state of ["zero", "digits"] as const) to(state, ".", "point");
    for (const state of ["point", "fraction"] as const) to(state, "0123456789", "fraction");
    for (const state of ["zero", "digits", "fraction"] as const) to(state, "eE", "e");
    to("e", "+-", "sign");
    for (const state of ["e", "sign", "exponent"] as const) to(state, "0123456789", "exponent");
    for (const word of ["true", "false", "null"])
      for (let length = 1; length < word.length; length++)
        to(
          word.slice(0, length) as State,
          word[length] as string,
          length + 1 < word.length ? (word.slice(0, length + 1) as State) : "after",
        );
    for (const state of ["after", "zero", "digits", "fraction", "exponent"] as const) {
      to(state, blank, "after");
      if (within === IN_OBJECT) to(state, ",", "key");
      if (within === IN_ARRAY) to(state, ",", "value");
      if (within === IN_OBJECT) to(state, "}", CLOSE);
      if (within === IN_ARRAY) to(state, "]", CLOSE);
    }
  }
  return next;
}

/**
 * JSON's grammar (RFC 8259) over the bytes of one line, without making its values. A place is an index into `held`; NOWHERE is where reading
 * goes on once something is wrong, for nothing that JSON allows stands there.
 */
const LONGEST = 1 << 20;
export const NOWHERE: number = LONGEST + 4;
export const held: Uint8Array = new Uint8Array(LONGEST + 8);
const view = new DataView(held.buffer);
/** The highest bit of four bytes. */
const HIGHEST = 0x80808080 | 0;

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
export const OPEN_ARRAY = 0x5b;
export const CLOSE_ARRAY = 0x5d;
const BACKSLASH = 0x5c;

export const DEEPEST = 60;

/** Holds a line until the next, ended by a sign that JSON allows nowhere. False where it is too long to be held. */
export function hold(line: Uint8Array): boolean {
  if (line.length > LONGEST) return false;
  held.set(line);
  held[line.length] = 0;
  return true;
}

/** Where the plain part of a string ends: at a quotation mark, a backslash or a control character. */
export function endOfPlain(from: number): number {
  for (let at = from; ; at += 4) {
    const four = view.getInt32(at, true);
    const quotes = four ^ 0x22222222;
    const slashes = four ^ 0x5c5c5c5c;
    // The highest bit of the first byte that ends it is set, and of none before that.
    const marks = (((four - 0x20202020) & ~four) | ((quotes - 0x01010101) & ~quotes) | ((slashes - 0x01010101) & ~slashes)) & HIGHEST;
    if (marks !== 0) return at + ((31 - Math.clz32(marks & -marks)) >> 3);
  }
}

/** Mostly nothing is blank. */
export function pastBlank(from: number): number {
  let at = from;
  for (let byte = held[at] as number; byte <= 32; byte = held[at] as number) {
    if (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9) return at;
    at++;
  }
  return at;
}

/** @param from behind the opening quotation mark */
export function pastString(from: number): number {
  for (let at = endOfPlain(from); ; at = endOfPlain(at)) {
    const byte = held[at];
    if (byte === QUOTE) return at + 1;
    if (byte !== BACKSLASH) return NOWHERE;
    at = pastEscape(at + 1);
    if (at === NOWHERE) return NOWHERE;
  }
}

const escapes: ReadonlySet<number> = new Set(Buffer.from('"\\/bfnrt'));

function pastEscape(at: number): number {
  if (held[at] !== 0x75) return escapes.has(held[at] as number) ? at + 1 : NOWHERE;
  for (let place = at + 1; place < at + 5; place++) if (!isHex(held[place] as number)) return NOWHERE;
  return at + 5;
}

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
const isHex = (byte: number): boolean => isDigit(byte) || ((byte | 32) >= 97 && (byte | 32) <= 102);

/** @param depth how many brackets stand open around it */
export function pastValue(at: number, depth: number): number {
  const byte = held[at] as number;
  if (byte === QUOTE) return pastString(at + 1);
  if (byte === OPEN_OBJECT) return pastObject(at + 1, depth + 1);
  if (byte === OPEN_ARRAY) return pastArray(at + 1, depth + 1);
  if (byte === 0x74) return pastWord(at, 0x74727565);
  if (byte === 0x66) return pastWord(at + 1, 0x616c7365); // f is read, alse to come
  if (byte === 0x6e) return pastWord(at, 0x6e756c6c);
  return pastNumber(at);
}

function pastObject(from: number, depth: number): number {
  if (depth > DEEPEST) return NOWHERE;
  let at = pastBlank(from);
  if (held[at] === CLOSE_OBJECT) return at + 1;
  while (held[at] === QUOTE) {
    at = pastBlank(pastString(at + 1));
    if (held[at] !== COLON) return NOWHERE;
    at = pastBlank(pastValue(pastBlank(at + 1), depth));
    if (held[at] === CLOSE_OBJECT) return at + 1;
    if (held[at] !== COMMA) return NOWHERE;
    at = pastBlank(at + 1);
  }
  return NOWHERE;
}

function pastArray(from: number, depth: number): number {
  if (depth > DEEPEST) return NOWHERE;
  let at = pastBlank(from);
  if (held[at] === CLOSE_ARRAY) return at + 1;
  for (;;) {
    at = pastBlank(pastValue(at, depth));
    if (held[at] === CLOSE_ARRAY) return at + 1;
    if (held[at] !== COMMA) return NOWHERE;
    at = pastBlank(at + 1);
  }
}

/** @param word four letters as one number */
function pastWord(at: number, word: number): number {
  for (let index = 0; index < 4; index++) if (held[at + index] !== ((word >> (24 - 8 * index)) & 255)) return NOWHERE;
  return at + 4;
}

function pastNumber(from: number): number {
  let at = held[from] === 0x2d ? from + 1 : from;
  at = held[at] === 0x30 ? at + 1 : pastDigits(at);
  if (held[at] === 0x2e) at = pastDigits(at + 1);
  if (((held[at] as number) | 32) !== 0x65) return at;
  at++;
  return pastDigits(held[at] === 0x2b || held[at] === 0x2d ? at + 1 : at);
}

/** One at least. */
function pastDigits(from: number): number {
  let at = from;
  while (isDigit(held[at] as number)) at++;
  return at === from ? NOWHERE : at;
}

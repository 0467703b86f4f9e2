/** What to keep of a JSON object: a value as it is, or only some of what is in it. Of an array each element is kept so. */
export type Wanted = "value" | { readonly [key: string]: Wanted };

export type Scanned = null | boolean | number | string | Scanned[] | { [key: string]: Scanned };

/** The line is not plain: escapes in a key, a depth or number out of the ordinary, or no JSON at all. JSON.parse must judge it. */
export const DOUBT = Symbol("doubt");

const DEEPEST = 64;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** 1 ends the plain part of a string: quote, backslash, control character. */
const stops = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 32 || byte === QUOTE || byte === BACKSLASH ? 1 : 0));
const blank = Uint8Array.from({ length: 256 }, (_, byte) => (byte === 32 || byte === 9 || byte === 10 || byte === 13 ? 1 : 0));
/** What may follow a backslash, but for "u". */
const escapable = Uint8Array.from({ length: 256 }, (_, byte) => ('"\\/bfnrt'.includes(String.fromCharCode(byte)) ? 1 : 0));

interface Key {
  bytes: Uint8Array;
  name: string;
  wanted: Wanted;
}
/** A shape with its keys by a hash of their bytes. */
interface Shape {
  keys: (Key | undefined)[];
  under: Map<Wanted, Shape>;
}

/**
 * The parts of a line that are wanted, in the form JSON.parse would give them, without making the rest. Every byte is checked against
 * JSON's grammar, so that a line is accepted only where JSON.parse accepts it; where this pass cannot tell it says DOUBT.
 * The bytes must be valid UTF-8.
 * @example scannerOf({ ocid: "value" })(Buffer.from('{"tender": {"id": 1}, "ocid": "a"}')) → { ocid: "a" }
 */
export function scannerOf(wanted: Wanted): (line: Buffer) => Scanned | typeof DOUBT {
  const shapes = new Map<Wanted, Shape>();
  prepare(wanted, shapes);
  return (line) => {
    const scan = new Scan(line, shapes);
    const value = scan.whole(wanted);
    return scan.doubtful ? DOUBT : value;
  };
}

function prepare(wanted: Wanted, shapes: Map<Wanted, Shape>): void {
  if (wanted === "value" || shapes.has(wanted)) return;
  const shape: Shape = { keys: new Array(HASHES).fill(undefined), under: new Map() };
  shapes.set(wanted, shape);
  for (const [name, below] of Object.entries(wanted)) {
    const bytes = Buffer.from(name);
    let place = hashOf(bytes, 0, bytes.length);
    while (shape.keys[place]) place = (place + 1) % HASHES;
    shape.keys[place] = { bytes, name, wanted: below };
    prepare(below, shapes);
  }
}

const HASHES = 128;
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  return (
    ((bytes[start] as number) * 31 + (bytes[end - 1] as number) * 7 + (bytes[(start + end) >> 1] as number) + (end - start) * 13) % HASHES
  );
}

class Scan {
  #at = 0;
  #depth = 0;
  doubtful = false;
  readonly #line: Buffer;
  readonly #shapes: ReadonlyMap<Wanted, Shape>;

  constructor(line: Buffer, shapes: ReadonlyMap<Wanted, Shape>) {
    this.#line = line;
    this.#shapes = shapes;
  }

  whole(wanted: Wanted): Scanned {
    this.#skipBlank();
    const value = this.#value(wanted);
    this.#skipBlank();
    if (this.#at !== this.#line.length) this.doubtful = true;
    return value;
  }

  #value(wanted: Wanted): Scanned {
    const first = this.#line[this.#at];
    if (first === 0x7b) return wanted === "value" ? this.#doubt() : this.#object(wanted);
    if (first === 0x5b) return this.#array(wanted);
    if (first === QUOTE) return this.#text();
    return this.#scalar();
  }

  #object(wanted: Exclude<Wanted, string>): Scanned {
    const made: { [key: string]: Scanned } = {};
    const line = this.#line;
    if (!this.#enter(0x7d)) return made;
    const { keys } = this.#shapes.get(wanted) as Shape;
    while (!this.doubtful) {
      const start = this.#at + 1;
      if (line[this.#at] !== QUOTE || !this.#plainString()) return this.#doubt();
      const key = keyAt(keys, line, start, this.#at - 1);
      this.#colon();
      if (key) made[key.name] = this.#value(key.wanted);
      else this.#skip();
      if (!this.#next(0x7d)) return made;
    }
    return made;
  }

  #array(wanted: Wanted): Scanned {
    const made: Scanned[] = [];
    if (!this.#enter(0x5d)) return made;
    while (!this.doubtful) {
      made.push(this.#value(wanted));
      if (!this.#next(0x5d)) return made;
    }
    return made;
  }

  /** Passes over a value of any kind. */
  #skip(): void {
    const first = this.#line[this.#at];
    if (first === QUOTE) this.#string();
    else if (first === 0x7b) this.#skipObject();
    else if (first === 0x5b) this.#skipArray();
    else this.#scalar();
  }

  #skipObject(): void {
    if (!this.#enter(0x7d)) return;
    do {
      if (this.#line[this.#at] !== QUOTE) this.doubtful = true;
      else this.#string();
      this.#colon();
      this.#skip();
    } while (this.#next(0x7d) && !this.doubtful);
  }

  #skipArray(): void {
    if (!this.#enter(0x5d)) return;
    do this.#skip();
    while (this.#next(0x5d) && !this.doubtful);
  }

  /** Enters an object or array; false where it is empty, and then left again. */
  #enter(end: number): boolean {
    this.#at++;
    if (++this.#depth > DEEPEST) this.doubtful = true;
    this.#skipBlank();
    if (this.#line[this.#at] !== end) return true;
    this.#at++;
    this.#depth--;
    return false;
  }

  /** After an element: true where another follows. */
  #next(end: number): boolean {
    const line = this.#line;
    if (blank[line[this.#at] as number] === 1) this.#skipBlank();
    const sign = line[this.#at++];
    if (sign === 0x2c) {
      if (blank[line[this.#at] as number] === 1) this.#skipBlank();
      return true;
    }
    this.#depth--;
    if (sign !== end) this.doubtful = true;
    return false;
  }

  #colon(): void {
    const line = this.#line;
    if (blank[line[this.#at] as number] === 1) this.#skipBlank();
    if (line[this.#at++] !== 0x3a) this.doubtful = true;
    if (blank[line[this.#at] as number] === 1) this.#skipBlank();
  }

  #skipBlank(): void {
    while (blank[this.#line[this.#at] as number] === 1) this.#at++;
  }

  /** Passes over a string without escapes; false where it has one. */
  #plainString(): boolean {
    const line = this.#line;
    let at = this.#at + 1;
    while (stops[line[at] as number] === 0) at++;
    this.#at = at + 1;
    return line[at] === QUOTE;
  }

  #string(): void {
    const line = this.#line;
    let at = this.#at + 1;
    for (;;) {
      while (stops[line[at] as number] === 0) at++;
      const stop = line[at];
      if (stop === QUOTE) break;
      const escaped = stop === BACKSLASH ? (line[at + 1] as number) : 0;
      if (escapable[escaped] === 1) at += 2;
      else if (escaped === 0x75 && isHex(line, at + 2)) at += 6;
      else {
        this.doubtful = true;
        return;
      }
    }
    this.#at = at + 1;
  }

  #text(): Scanned {
    const start = this.#at;
    this.#string();
    if (this.doubtful) return null;
    const line = this.#line;
    for (let at = start; at < this.#at; at++)
      if (line[at] === BACKSLASH) return JSON.parse(line.toString("utf8", start, this.#at)) as string;
    return line.toString("utf8", start + 1, this.#at - 1);
  }

  #scalar(): Scanned {
    const line = this.#line;
    const start = this.#at;
    let at = start;
    while (at < line.length && line[at] !== 0x2c && line[at] !== 0x7d && line[at] !== 0x5d && blank[line[at] as number] === 0) at++;
    this.#at = at;
    const first = line[start];
    if (first === 0x74 || first === 0x66 || first === 0x6e) return this.#word(start, at);
    if (isPlainInteger(line, start, at)) return integerOf(line, start, at);
    return isNumber.test(line.toString("latin1", start, at)) ? Number(line.toString("latin1", start, at)) : this.#doubt();
  }

  #word(start: number, end: number): Scanned {
    const word = this.#line.toString("latin1", start, end);
    return word === "true" ? true : word === "false" ? false : word === "null" ? null : this.#doubt();
  }

  #doubt(): null {
    this.doubtful = true;
    return null;
  }
}

const isNumber = /^-?(?:0|[1-9]\d{0,30})(?:\.\d{1,40})?(?:[eE][+-]?\d{1,5})?$/;

function isPlainInteger(line: Uint8Array, start: number, end: number): boolean {
  if (end === start || end - start > 15 || (line[start] === 0x30 && end - start > 1)) return false;
  for (let at = start; at < end; at++) if ((line[at] as number) < 0x30 || (line[at] as number) > 0x39) return false;
  return true;
}

function integerOf(line: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + (line[at] as number) - 0x30;
  return value;
}

function keyAt(keys: readonly (Key | undefined)[], line: Uint8Array, start: number, end: number): Key | undefined {
  let place = hashOf(line, start, end);
  for (;;) {
    const key = keys[place];
    if (!key || isKey(key.bytes, line, start, end)) return key;
    place = (place + 1) % HASHES;
  }
}

function isKey(key: Uint8Array, line: Uint8Array, start: number, end: number): boolean {
  if (key.length !== end - start) return false;
  for (let at = 0; at < key.length; at++) if (key[at] !== line[start + at]) return false;
  return true;
}

function isHex(line: Uint8Array, at: number): boolean {
  for (let place = at; place < at + 4; place++) {
    const byte = (line[place] as number) | 32;
    if (!((byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66))) return false;
  }
  return true;
}

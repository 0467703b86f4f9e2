import { CLOSE_ARRAY, CLOSE_OBJECT, COMMA, DEEPEST, endOfPlain, held, hold, NOWHERE, OPEN_ARRAY, OPEN_OBJECT, pastBlank, pastString, pastValue, QUOTE, toKey, toNext, toValue } from "./grammar.ts"; // biome-ignore format: one list

interface WrittenCode {
  scheme: string;
  id: string;
}

/** What a release says of itself apart from its prose. */
export interface Glance {
  ocid: string;
  tenderTitle: string;
  releaseTitle: string;
  main: WrittenCode;
}

type Slot = "ocid" | "tenderTitle" | "releaseTitle" | "scheme" | "id";
interface Shape {
  keys: readonly Key[];
  /** A bit for each length of its keys, and for each first letter. */
  lengths: number;
  letters: number;
  /** Each object of this shape is a code. */
  code?: "main" | "other";
}
interface Key {
  bytes: Uint8Array;
  bit: number;
  /** A string to keep, an object or list to enter, or a sign that the line is no plain release. */
  is: Slot | "package" | { object: Shape } | { list: Shape };
}

const bits = (values: readonly number[]): number => values.reduce((all, value) => all | (1 << value), 0);
const shape = (keys: Record<string, Key["is"]>, code?: "main" | "other"): Shape => ({
  lengths: bits(Object.keys(keys).map((name) => name.length)),
  letters: bits(Object.keys(keys).map((name) => name.charCodeAt(0))),
  keys: Object.entries(keys).map(([name, is], index) => ({ bytes: Buffer.from(name), bit: 1 << index, is })),
  ...(code && { code }),
});
const further = shape({ scheme: "scheme", id: "id" }, "other");
const tender = shape({
  title: "tenderTitle",
  classification: { object: shape({ scheme: "scheme", id: "id" }, "main") },
  additionalClassifications: { list: further },
  items: { list: shape({ classification: { object: further }, additionalClassifications: { list: further } }) },
});
const release = shape({
  ...{ ocid: "ocid", title: "releaseTitle", tender: { object: tender } },
  ...{ records: "package", releases: "package", compiledRelease: "package" },
} as const);

/** What has been read of the line that is held. */
interface Reading extends Record<Slot, string> {
  main: WrittenCode | undefined;
  isEnough: (scheme: string, id: string) => boolean;
}

/**
 * What a line says apart from its prose, where it is one release with an ocid and a main code, written plainly. Every byte goes through
 * JSON's grammar, so that nothing is accepted that JSON.parse refuses. Undefined in any doubt: a package, no JSON, a key twice or with an
 * escape, a value of another kind. The bytes must be valid UTF-8.
 * @param isEnough says of a code, the main one or another, that the line will be read whole anyhow
 */
export function glanceAt(line: Uint8Array, isEnough: (scheme: string, id: string) => boolean = () => false): Glance | undefined {
  if (!hold(line)) return undefined;
  const reading: Reading = { ocid: "", tenderTitle: "", releaseTitle: "", scheme: "", id: "", main: undefined, isEnough };
  const start = pastBlank(0);
  if (held[start] !== OPEN_OBJECT || pastBlank(readObject(start + 1, release, reading, 1)) !== line.length) return undefined;
  const { ocid, tenderTitle, releaseTitle, main } = reading;
  return ocid === "" || !main ? undefined : { ocid, tenderTitle, releaseTitle, main };
}

/** The place behind an object of a shape that is known. */
function readObject(from: number, shape: Shape, reading: Reading, depth: number): number {
  if (depth > DEEPEST) return NOWHERE;
  let at = pastBlank(from);
  let seen = 0;
  while (held[at] === QUOTE) {
    at = toKey(at, depth, shape.lengths, shape.letters);
    if (held[at] !== QUOTE) break;
    const end = endOfPlain(at + 1);
    const key = keyOf(shape.keys, at + 1, end);
    at = toValue(end + 1);
    if (!key) at = pastValue(at, depth);
    else if ((seen & key.bit) !== 0) return NOWHERE;
    else {
      seen |= key.bit;
      at = readMember(at, key.is, reading, depth);
    }
    at = toNext(at);
  }
  if (held[at] !== CLOSE_OBJECT) return NOWHERE;
  return shape.code && isNote(shape.code, reading) ? NOWHERE : at + 1;
}

/** Takes the code that has just been read. True where it is enough. */
function isNote(code: "main" | "other", reading: Reading): boolean {
  const { scheme, id } = reading;
  if (code === "main") reading.main = { scheme, id };
  reading.scheme = "";
  reading.id = "";
  return reading.isEnough(scheme, id);
}

function readMember(at: number, is: Key["is"], reading: Reading, depth: number): number {
  const first = held[at];
  if (is === "package") return NOWHERE;
  if (first === 0x6e) return pastValue(at, depth);
  if (typeof is === "string") {
    if (first !== QUOTE) return NOWHERE;
    const end = pastString(at + 1);
    if (end !== NOWHERE) reading[is] = decoded(at, end);
    return end;
  }
  if ("object" in is) return first === OPEN_OBJECT ? readObject(at + 1, is.object, reading, depth + 1) : NOWHERE;
  return first === OPEN_ARRAY ? readList(at + 1, is.list, reading, depth + 1) : NOWHERE;
}

/** The objects of a list have its shape; a list within a list has none. */
function readList(from: number, shape: Shape, reading: Reading, depth: number): number {
  let at = pastBlank(from);
  if (held[at] === CLOSE_ARRAY) return at + 1;
  for (;;) {
    at = held[at] === OPEN_OBJECT ? readObject(at + 1, shape, reading, depth + 1) : pastValue(at, depth);
    at = pastBlank(at);
    if (held[at] === CLOSE_ARRAY) return at + 1;
    if (held[at] !== COMMA) return NOWHERE;
    at = pastBlank(at + 1);
  }
}

function keyOf(keys: readonly Key[], start: number, end: number): Key | undefined {
  for (const key of keys) {
    if (key.bytes.length !== end - start) continue;
    let at = 0;
    while (at < key.bytes.length && key.bytes[at] === held[start + at]) at++;
    if (at === key.bytes.length) return key;
  }
  return undefined;
}

/** Short strings of ASCII, of which a file repeats few, are made once. */
const known: string[] = new Array(4096).fill("");

/** The text between two quotation marks. */
function decoded(start: number, end: number): string {
  const length = end - start - 2;
  let hash = length;
  let isPlain = length <= 12;
  for (let at = start + 1; isPlain && at < end - 1; at++) {
    const byte = held[at] as number;
    if (byte > 126 || byte === 0x5c) isPlain = false;
    hash = (Math.imul(hash, 31) + byte) & 4095;
  }
  if (isPlain && isKnown(known[hash] as string, start + 1, length)) return known[hash] as string;
  const isEscaped = endOfPlain(start + 1) !== end - 1;
  const made = isEscaped ? (JSON.parse(held.toString("utf8", start, end)) as string) : held.toString("utf8", start + 1, end - 1);
  if (isPlain) known[hash] = made;
  return made;
}

function isKnown(text: string, start: number, length: number): boolean {
  if (text.length !== length) return false;
  for (let at = 0; at < length; at++) if (text.charCodeAt(at) !== held[start + at]) return false;
  return true;
}

import { CLOSE, grammar, IN_ARRAY, IN_OBJECT, KEY, OPEN_ARRAY, OPEN_OBJECT, PAST_STRINGS, stateOf, TOP, WRONG } from "./grammar.ts";

export interface WrittenCode {
  scheme: string;
  id: string;
}

/** What a release says of itself apart from its prose. */
export interface Glance {
  ocid: string;
  tenderTitle: string;
  releaseTitle: string;
  main: WrittenCode;
  others: WrittenCode[];
}

type Slot = "ocid" | "tenderTitle" | "releaseTitle" | "scheme" | "id";
interface Shape {
  keys: readonly Key[];
  /** Each object of this shape is a code. */
  code?: "main" | "other";
}
interface Key {
  bytes: Uint8Array;
  bit: number;
  /** A string to keep, an object or list to enter, or a sign that the line is no plain release. */
  is: Slot | "package" | { object: Shape } | { list: Shape };
}

const shape = (keys: Record<string, Key["is"]>, code?: "main" | "other"): Shape => ({
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

const DEEPEST = 60;
const plain = grammar(false);
const watching = grammar(true);
const value = stateOf("value", TOP);
const member = stateOf("value", IN_OBJECT);
const text = stateOf("string", IN_OBJECT);
const after = [stateOf("after", TOP), stateOf("after", IN_OBJECT), stateOf("after", IN_ARRAY)] as const;

/** 1 ends the plain part of a string: quotation mark, backslash, control character. */
const ends = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 32 || byte === 0x22 || byte === 0x5c ? 1 : 0));

/**
 * What a line says apart from its prose, where it is one release with an ocid and a main code, written plainly. Every byte goes through
 * JSON's grammar, so that nothing is accepted that JSON.parse refuses. Undefined in any doubt: a package, no JSON, a key twice or with an
 * escape, a value of another kind. The bytes must be valid UTF-8.
 * @param isEnough says of a code that the line will be read whole anyhow
 */
export function glanceAt(line: Buffer, isEnough: (code: WrittenCode) => boolean = () => false): Glance | undefined {
  const within = new Uint8Array(DEEPEST + 1);
  const shapes: (Shape | undefined)[] = [undefined];
  const seen = new Int32Array(DEEPEST + 1);
  const found: Record<Slot, string> = { ocid: "", tenderTitle: "", releaseTitle: "", scheme: "", id: "" };
  const others: WrittenCode[] = [];
  let main: WrittenCode | undefined;
  let depth = 0;
  let entering: Shape | undefined = release;
  let table = plain;
  let state: number = value;
  for (let at = 0; at < line.length; at++) {
    const next = table[(state << 8) | (line[at] as number)] as number;
    if (next < KEY) {
      state = next;
      if (next < PAST_STRINGS) while (ends[line[at + 1] as number] === 0) at++;
    } else if (next === WRONG) return undefined;
    else if (next === OPEN_OBJECT || next === OPEN_ARRAY) {
      if (++depth > DEEPEST) return undefined;
      const isObject = next === OPEN_OBJECT;
      within[depth] = isObject ? IN_OBJECT : IN_ARRAY;
      // The objects of a list have its shape; a list within a list has none.
      shapes[depth] = entering ?? (isObject && within[depth - 1] === IN_ARRAY ? shapes[depth - 1] : undefined);
      if (depth === 1 && !isObject) return undefined;
      seen[depth] = 0;
      entering = undefined;
      state = isObject ? stateOf("keyOrEnd", IN_OBJECT) : stateOf("valueOrEnd", IN_ARRAY);
      table = isObject && shapes[depth] ? watching : plain;
    } else if (next === CLOSE) {
      const code = within[depth] === IN_OBJECT ? shapes[depth]?.code : undefined;
      if (code) {
        const written = { scheme: found.scheme, id: found.id };
        if (code === "main") main = written;
        else others.push(written);
        if (isEnough(written)) return undefined;
        found.scheme = "";
        found.id = "";
      }
      depth--;
      state = after[within[depth] as 0 | 1 | 2];
      table = within[depth] === IN_OBJECT && shapes[depth] ? watching : plain;
    } else {
      const end = endOfPlain(line, at + 1);
      if (line[end] !== 0x22) return undefined;
      const key = keyOf((shapes[depth] as Shape).keys, line, at + 1, end);
      at = end + 1;
      while (isBlank(line[at])) at++;
      if (line[at] !== 0x3a) return undefined;
      state = member;
      if (!key) continue;
      if (((seen[depth] as number) & key.bit) !== 0 || key.is === "package") return undefined;
      seen[depth] = (seen[depth] as number) | key.bit;
      at++;
      while (isBlank(line[at])) at++;
      const first = line[at];
      if (typeof key.is === "string" && first === 0x22) {
        const start = at;
        state = text;
        while (state !== after[IN_OBJECT]) {
          state = plain[(state << 8) | (line[++at] ?? 0)] as number;
          if (state === WRONG) return undefined;
        }
        found[key.is] = decoded(line, start, at + 1);
        continue;
      }
      if (typeof key.is === "object" && first === ("object" in key.is ? 0x7b : 0x5b))
        entering = "object" in key.is ? key.is.object : key.is.list;
      else if (first !== 0x6e) return undefined;
      at--;
    }
  }
  if (depth !== 0 || state !== after[TOP] || found.ocid === "" || !main) return undefined;
  return { ocid: found.ocid, tenderTitle: found.tenderTitle, releaseTitle: found.releaseTitle, main, others };
}

const isBlank = (byte: number | undefined): boolean => byte === 32 || byte === 9 || byte === 10 || byte === 13;

function endOfPlain(line: Buffer, from: number): number {
  let at = from;
  while (at < line.length && line[at] !== 0x22 && line[at] !== 0x5c && (line[at] as number) >= 32) at++;
  return at;
}

function keyOf(keys: readonly Key[], line: Buffer, start: number, end: number): Key | undefined {
  for (const key of keys) {
    if (key.bytes.length !== end - start) continue;
    let at = 0;
    while (at < key.bytes.length && key.bytes[at] === line[start + at]) at++;
    if (at === key.bytes.length) return key;
  }
  return undefined;
}

/** Short strings of ASCII, of which a file repeats few, are made once. */
const known: string[] = new Array(4096).fill("");

function decoded(line: Buffer, start: number, end: number): string {
  const length = end - start - 2;
  let hash = length;
  let isPlain = length <= 12;
  for (let at = start + 1; isPlain && at < end - 1; at++) {
    const byte = line[at] as number;
    if (byte > 126 || byte === 0x5c) isPlain = false;
    hash = (Math.imul(hash, 31) + byte) & 4095;
  }
  if (isPlain && isKnown(known[hash] as string, line, start + 1, length)) return known[hash] as string;
  const made = line.subarray(start, end).includes(0x5c)
    ? (JSON.parse(line.toString("utf8", start, end)) as string)
    : line.toString("utf8", start + 1, end - 1);
  if (isPlain) known[hash] = made;
  return made;
}

function isKnown(text: string, line: Buffer, start: number, length: number): boolean {
  if (text.length !== length) return false;
  for (let at = 0; at < length; at++) if (text.charCodeAt(at) !== line[start + at]) return false;
  return true;
}

import { type Alias, isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, parseAllDocuments, type Node as YamlNode } from "yaml";
import { findUnreadable } from "../../shared/readable-text.ts";

const DEEPEST = 40;

export interface DocumentLimits {
  /** UTF-16 code units of text */
  characters: number;
  /** Keys and values, aliases written out. Three times as many signs of YAML are read: marks, quotes, line ends. */
  values: number;
}
const documentLimits: DocumentLimits = { characters: 1_000_000, values: 50_000 };

/** One thing that a file gets wrong, where it stands. `key` is dotted, "description.en.features[2]"; "" means the file as a whole. */
export interface Complaint {
  /** from 1 */
  line: number;
  /** from 1 */
  column?: number;
  key: string;
  message: string;
}

export interface Spot {
  line: number;
  column: number;
}

/** A value with the spot it stands at. `source` is how a plain scalar was written, so that `yes` and `0.10` can be told from what they became. */
export type Entry =
  | ({ is: "map"; entries: Map<string, { spot: Spot; value: Entry }> } & Spot)
  | ({ is: "list"; items: Entry[] } & Spot)
  | ({ is: "scalar"; value: string | number | boolean | null; source?: string } & Spot);

export type ReadDocument = { root: Entry; isYaml11: boolean } | { complaint: Complaint };

/**
 * Reads the one YAML document of a file that nobody trusts: UTF-8, at most 40 levels, no key twice, no tags but the core ones, bounded size.
 * Complains instead of throwing.
 */
export function readDocument(input: string | Uint8Array, limits: DocumentLimits = documentLimits): ReadDocument {
  const complain = (message: string, spot?: Spot) => ({ complaint: { line: 1, ...spot, key: "", message } });
  if (input.length > limits.characters * (typeof input === "string" ? 1 : 4)) return complain(tooLarge(input.length, limits));
  let text: string;
  try {
    text = typeof input === "string" ? input.replace(/^\uFEFF/, "") : new TextDecoder("utf-8", { fatal: true }).decode(input);
  } catch {
    return complain("is not UTF-8; expected a UTF-8 encoded file. Save it again as UTF-8");
  }
  if (text.length > limits.characters) return complain(tooLarge(text.length, limits));
  const lines = new LineCounter();
  const spotOf = (offset: number): Spot => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const unreadable = findUnreadable(text);
  if (unreadable)
    return complain(`contains the sign ${unreadable.sign}, which YAML does not allow`, {
      line: text.slice(0, unreadable.index).split("\n").length,
      column: unreadable.index - text.lastIndexOf("\n", unreadable.index - 1),
    });
  if (nestsTooDeeply(text)) return complain(`nests deeper than ${DEEPEST} levels; expected a plain publiccode.yml`);
  if (hasMoreSigns(text, limits.values * 3)) return complain(`holds more than ${limits.values * 3} signs of YAML; expected a plain file`);
  try {
    // The parser compares each key with every other of its map; the reader below does the same in one pass.
    const documents = parseAllDocuments(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: "error",
      schema: "core",
    });
    if (!Array.isArray(documents) || documents.length === 0)
      return complain("is empty; expected a YAML document with publiccodeYmlVersion");
    const [first, second] = documents;
    const deep = first?.errors.some(({ message }) => /call stack/i.test(message));
    if (deep) return complain(`nests deeper than ${DEEPEST} levels; expected a plain publiccode.yml`);
    const fault = first?.errors[0] ?? first?.warnings[0];
    if (fault) return complain(`is not YAML that can be read: ${fault.message}`, spotOf(fault.pos[0]));
    if (second) return complain("holds several YAML documents; expected one", spotOf(second.range[0]));
    return {
      root: new Reader(spotOf, limits.values).read(first?.contents ?? null, 1),
      isYaml11: first?.directives?.yaml.version === "1.1",
    };
  } catch (error) {
    if (error instanceof Refusal) return complain(error.message, spotOf(error.offset));
    if (error instanceof RangeError) return complain(`nests deeper than ${DEEPEST} levels; expected a plain publiccode.yml`);
    throw error;
  }
}

/** The plain value of an entry. */
export function plain(entry: Entry): unknown {
  if (entry.is === "scalar") return entry.value;
  if (entry.is === "list") return entry.items.map(plain);
  return Object.fromEntries([...entry.entries].map(([key, { value }]) => [key, plain(value)]));
}

/** The entry under a dotted path, such as "legal.license", and the spot of its key. */
export function find(root: Entry, path: string): { spot: Spot; value: Entry } | undefined {
  let found: { spot: Spot; value: Entry } | undefined = { spot: root, value: root };
  for (const part of path.split(".")) found = found?.value.is === "map" ? found.value.entries.get(part) : undefined;
  return found;
}

/** Plain JSON as an entry, all of it at one spot, so that it can be judged as YAML is. */
export function entryOf(value: unknown, limits: DocumentLimits = documentLimits): ReadDocument {
  const spot: Spot = { line: 1, column: 1 };
  let count = 0;
  const read = (one: unknown, depth: number): Entry => {
    count += 1;
    if (count > limits.values || depth > DEEPEST) throw new Refusal(`holds more than ${limits.values} values or ${DEEPEST} levels`, 0);
    if (Array.isArray(one)) return { is: "list", items: one.map((item) => read(item, depth + 1)), ...spot };
    if (typeof one !== "object" || one === null) return { is: "scalar", value: (one ?? null) as string | number | boolean | null, ...spot };
    const entries = new Map(Object.entries(one).map(([key, item]) => [key, { spot, value: read(item, depth + 1) }]));
    return { is: "map", entries, ...spot };
  };
  try {
    return { root: read(value, 1), isYaml11: false };
  } catch (error) {
    if (error instanceof Refusal) return { complaint: { ...spot, key: "", message: error.message } };
    throw error;
  }
}

class Refusal extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Turns the parser's nodes into entries; an alias is written out wherever it stands, and every value counts. */
class Reader {
  private count = 0;
  private readonly spotOf: (offset: number) => Spot;
  private readonly anchors = new Map<string, YamlNode>();

  private readonly most: number;

  constructor(spotOf: (offset: number) => Spot, most: number) {
    this.spotOf = spotOf;
    this.most = most;
  }

  read(node: unknown, depth: number, offset = 0): Entry {
    const start = (node as YamlNode | null)?.range?.[0] ?? offset;
    this.count += 1;
    if (this.count > this.most) throw new Refusal(`holds more than ${this.most} values, aliases written out; expected a plain file`, start);
    if (depth > DEEPEST) throw new Refusal(`nests deeper than ${DEEPEST} levels; expected a plain publiccode.yml`, start);
    if (isAlias(node)) return this.read(this.target(node, start), depth + 1, start);
    const anchor = (node as { anchor?: string } | null)?.anchor;
    const entry = this.readPlain(node, depth, start);
    if (anchor !== undefined) this.anchors.set(anchor, node as YamlNode);
    return entry;
  }

  private readPlain(node: unknown, depth: number, start: number): Entry {
    const spot = this.spotOf(start);
    if (isSeq(node)) return { is: "list", items: node.items.map((item) => this.read(item, depth + 1, start)), ...spot };
    if (isMap(node)) {
      const entries = new Map<string, { spot: Spot; value: Entry }>();
      for (const pair of node.items) {
        const at = (pair.key as YamlNode | null)?.range?.[0] ?? start;
        if (!isScalar(pair.key)) throw new Refusal("has a key that is a list, a map or an alias; expected a plain word", at);
        const key = pair.key.source ?? String(pair.key.value);
        if (entries.has(key)) throw new Refusal(`has the key “${key.slice(0, 60)}” twice in one place; keep one`, at);
        entries.set(key, { spot: this.spotOf(at), value: this.read(pair.value, depth + 1, at) });
      }
      return { is: "map", entries, ...spot };
    }
    if (!isScalar(node)) return { is: "scalar", value: null, ...spot };
    const value = node.value;
    const source = node.type === "PLAIN" && node.source !== undefined ? { source: node.source } : {};
    if (value === null || typeof value === "string" || typeof value === "boolean" || typeof value === "number")
      return { is: "scalar", value, ...source, ...spot };
    throw new Refusal("has a value of a type that publiccode.yml does not know; expected text, a number, true or false", start);
  }

  /** Only what stands complete above the alias: a value cannot hold itself. */
  private target(alias: Alias, offset: number): YamlNode {
    const target = this.anchors.get(alias.source);
    if (!target) throw new Refusal(`refers to “*${alias.source.slice(0, 60)}”, which is not set above`, offset);
    return target;
  }
}

function tooLarge(length: number, { characters }: DocumentLimits): string {
  return `has ${length} characters or bytes; at most ${characters} are read. No publiccode.yml needs as many`;
}

/** The lexer is cheap, what is made of its signs is not. It makes no more than two of a character. */
function hasMoreSigns(text: string, most: number): boolean {
  if (text.length < most / 2) return false;
  let count = 0;
  for (const _ of new Lexer().lex(text)) if (++count > most) return true;
  return false;
}

/** Before the parser meets them: it goes one call deeper with every bracket, and with every "- " at the start of a line. */
function nestsTooDeeply(text: string): boolean {
  let brackets = 0;
  let dashes = 0;
  let lineBegins = true;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index] as string;
    if (sign === "\n") {
      dashes = 0;
      lineBegins = true;
      if (brackets < 4) brackets = 0;
    } else if (sign === "[" || sign === "{") brackets += 1;
    else if (sign === "]" || sign === "}") brackets = Math.max(0, brackets - 1);
    else if (lineBegins && "-?:".includes(sign) && text[index + 1] === " ") dashes += 1;
    if (!"\n -?:".includes(sign)) lineBegins = false;
    if (brackets > DEEPEST || dashes > DEEPEST) return true;
  }
  return false;
}

import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { type Fault, Problem } from "./problem.ts";
import { findUnreadable } from "./readable-text.ts";

const LARGEST = 5_000_000;
const DEEPEST = 40;
const MOST_FAULTS = 100;

export interface ReadYaml {
  value: unknown;
  /** The line (from 1) where the value at a path stands, or the nearest parent's. */
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

/**
 * Reads one YAML document as data that nobody trusts: no aliases, no tags, no key twice, no sign that cannot be stored,
 * bounded size and depth. Throws a Problem ("invalid-file" or "too-large") that names the file and the line.
 */
export function readYaml(text: string, file: string): ReadYaml {
  if (text.length > LARGEST)
    throw new Problem("too-large", `${file} has ${text.length} characters; at most ${LARGEST} are read. Split it.`);
  if (text.includes("\0")) throw new Problem("invalid-file", `${file} contains a NUL byte; expected UTF-8 text. Save it again as UTF-8.`);
  refuseBrackets(text, file);
  const lines = new LineCounter();
  const refuse = (faults: Fault[]) => {
    if (faults.length > 0)
      throw new Problem("invalid-file", `${file} is not YAML that can be read: ${faults[0]?.message}`, {
        faults: faults.slice(0, MOST_FAULTS),
      });
  };
  // The parser compares each key with every other of its map; faultsOf does the same in one pass.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: "core",
    customTags: [],
    resolveKnownTags: false,
    uniqueKeys: false,
    merge: false,
    logLevel: "error",
  });
  refuse(
    [...document.errors, ...document.warnings]
      .slice(0, MOST_FAULTS)
      .map((error) => ({ file, line: lines.linePos(error.pos[0]).line, message: plainMessage(error.message) })),
  );
  refuse(faultsOf(document.contents, file, (offset) => lines.linePos(offset).line));
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    lineOf(path) {
      let node: unknown = document.contents;
      let offset = rangeStart(node);
      for (const key of path) {
        if (isMap(node)) {
          const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
          if (!pair) break;
          offset = rangeStart(pair.key) ?? offset;
          node = pair.value;
        } else if (isSeq(node)) {
          node = node.items[Number(key)];
          offset = rangeStart(node) ?? offset;
        } else break;
      }
      return offset === undefined ? undefined : lines.linePos(offset).line;
    },
  };
}

/** What the parser lets pass and we do not. */
function faultsOf(root: unknown, file: string, lineAt: (offset: number) => number): Fault[] {
  const faults: Fault[] = [];
  const waiting: { node: unknown; depth: number }[] = [{ node: root, depth: 1 }];
  for (let place = waiting.pop(); place && faults.length < MOST_FAULTS; place = waiting.pop()) {
    const { node, depth } = place;
    const line = rangeStart(node) === undefined ? undefined : lineAt(rangeStart(node) as number);
    const fault = (message: string) => faults.push({ file, line, message });
    if (depth > DEEPEST) fault(`nested deeper than ${DEEPEST}; expected a plain file of this format`);
    else if (isAlias(node)) fault("aliases (&, *) are not read here; write the value out");
    else if (isScalar(node)) {
      const unreadable = typeof node.value === "string" ? findUnreadable(node.value) : undefined;
      if (unreadable) fault(`contains the sign ${unreadable.sign}, which cannot be kept; take it out`);
    } else if (isSeq(node)) for (const item of node.items.toReversed()) waiting.push({ node: item, depth: depth + 1 });
    else if (isMap(node)) {
      const keys = new Set<string>();
      for (const { key } of node.items) {
        const name = isScalar(key) ? String(key.value) : undefined;
        if (name === undefined) faults.push({ file, line, message: "a key is a list or a map; expected a plain word" });
        else if (keys.has(name))
          faults.push({ file, line: lineAt(rangeStart(key) ?? 0), message: `“${name.slice(0, 60)}” stands twice here; keep one` });
        else keys.add(name);
      }
      for (const pair of node.items.toReversed())
        waiting.push({ node: pair.value, depth: depth + 1 }, { node: pair.key, depth: depth + 1 });
    }
  }
  return faults;
}

function plainMessage(message: string): string {
  return /call stack/i.test(message) ? "nested too deeply; expected a plain file of this format" : message;
}

function rangeStart(node: unknown): number | undefined {
  return (node as Node | undefined)?.range?.[0];
}

/** Before the parser meets them: it goes one call deeper with every bracket. */
function refuseBrackets(text: string, file: string): void {
  let depth = 0;
  for (const character of text) {
    if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth = Math.max(0, depth - 1);
    else if (character === "\n" && depth < 4) depth = 0;
    if (depth > DEEPEST)
      throw new Problem("invalid-file", `${file} nests brackets deeper than ${DEEPEST}; expected a plain file of this format.`);
  }
}

import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { Problem } from "./problem.ts";

const LARGEST = 5_000_000;
const DEEPEST = 40;

export interface ReadYaml {
  value: unknown;
  /** The line (from 1) where the value at a path stands, or the nearest parent's. */
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

/**
 * Reads one YAML document as data that nobody trusts: no aliases, no tags, bounded size and depth.
 * Throws a Problem ("invalid-file" or "too-large") that names the file and the line.
 */
export function readYaml(text: string, file: string): ReadYaml {
  if (text.length > LARGEST) throw new Problem("too-large", `${file} has ${text.length} characters; at most ${LARGEST} are read. Split it.`);
  if (text.includes("\0")) throw new Problem("invalid-file", `${file} contains a NUL byte; expected UTF-8 text. Save it again as UTF-8.`);
  refuseDepth(text, file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: "core", customTags: [], uniqueKeys: true, merge: false });
  const faults = [...document.errors, ...document.warnings].map((error) => ({ file, line: lines.linePos(error.pos[0]).line, message: error.message }));
  if (faults.length > 0) throw new Problem("invalid-file", `${file} is not YAML that can be read: ${faults[0]?.message}`, { faults });
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    throw new Problem("invalid-file", `${file} uses YAML aliases (&, *), which are not read here; write the value out.`, { cause, faults: [{ file, message: "aliases are not read" }] });
  }
  return {
    value,
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

function rangeStart(node: unknown): number | undefined {
  return (node as Node | undefined)?.range?.[0];
}

function refuseDepth(text: string, file: string): void {
  let depth = 0;
  for (const character of text) {
    if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth = Math.max(0, depth - 1);
    else if (character === "\n" && depth < 4) depth = 0;
    if (depth > DEEPEST) throw new Problem("invalid-file", `${file} nests brackets deeper than ${DEEPEST}; expected a plain file of this format.`);
  }
  if (/^ {200,}\S/m.test(text) || /^(?:- ){40,}/m.test(text)) throw new Problem("invalid-file", `${file} is nested too deeply; expected a plain file of this format.`);
}

import { extname } from "node:path";
import { type Fault, Problem } from "../../../shared/problem.ts";
import { deepestOf, type Line, readBytes, readLines } from "../bytes.ts";

export interface InventoryLimits {
  /** Bytes of a file that is parsed as one whole. 32 MB took 230 to 296 MB of memory in four runs, 60 MB up to 630. */
  document: number;
  /** Bytes of a file of one release a line, unpacked. */
  lines: number;
  /** Bytes of one line. */
  line: number;
  releases: number;
  /** Brackets inside brackets. */
  depth: number;
}

export const inventoryLimits: InventoryLimits = {
  document: 32_000_000,
  lines: 4_000_000_000,
  line: 4_000_000,
  releases: 200_000,
  depth: 64,
};

/** One JSON value of the file; several where it holds one release a line. */
export interface Part {
  value: unknown;
  /** 1-based; absent where the file is one document. */
  line?: number;
}

/**
 * The JSON of an inventory: the whole document, or its lines one after another where it holds one release a line. What is not JSON becomes a
 * fault, and reading goes on with the next line.
 * @throws Problem of `readBytes`; too-large where one document is larger than the limit
 */
export async function* readParts(path: string, limits: InventoryLimits, onFault: (fault: Fault) => void): AsyncGenerator<Part> {
  const chunks = readBytes(path, limits.lines);
  try {
    yield* partsOf(chunks, path, limits, onFault);
  } finally {
    await chunks.return(undefined);
  }
}

async function* partsOf(
  chunks: AsyncGenerator<Buffer>,
  path: string,
  limits: InventoryLimits,
  onFault: (fault: Fault) => void,
): AsyncGenerator<Part> {
  const held: Buffer[] = [];
  let size = 0;
  let byLines = /^\.(?:ndjson|jsonl)$/i.test(extname(path.replace(/\.gz$/i, "")));
  while (!byLines) {
    const { value: chunk, done } = await chunks.next();
    if (done) break;
    held.push(chunk);
    size += chunk.length;
    if (held.length === 1) byLines = beginsWithRelease(chunk);
    if (size > limits.document) {
      const advice = "split it, or write one release a line in a file named .ndjson";
      throw new Problem("too-large", `${path}: one document of more than ${limits.document} bytes; ${advice}`);
    }
  }
  if (byLines) yield* partsOfLines(readLines(joined(held, chunks), limits.line), path, limits, onFault);
  else {
    const whole = Buffer.concat(held, size);
    held.length = 0;
    const value = parse(whole, { file: path }, limits, onFault);
    if (value !== undefined) yield { value };
  }
}

async function* joined(first: readonly Buffer[], rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* first;
  yield* rest;
}

async function* partsOfLines(
  lines: AsyncIterable<Line>,
  file: string,
  limits: InventoryLimits,
  onFault: (fault: Fault) => void,
): AsyncGenerator<Part> {
  for await (const { number: line, bytes } of lines) {
    if (bytes === undefined) onFault({ file, line, message: `the line is longer than ${limits.line} bytes and was passed over` });
    else if (bytes.some((byte) => byte > 32)) {
      const value = parse(bytes, { file, line }, limits, onFault);
      if (value !== undefined) yield { value, line };
    }
  }
}

/** Does a whole JSON object stand on the first line, with something after it? */
function beginsWithRelease(chunk: Buffer): boolean {
  const end = chunk.indexOf(10);
  if (end === -1 || !chunk.subarray(end).some((byte) => byte > 32)) return false;
  try {
    const value: unknown = JSON.parse(withoutMark(chunk.subarray(0, end).toString()));
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function parse(bytes: Buffer, place: { file: string; line?: number }, limits: InventoryLimits, onFault: (fault: Fault) => void): unknown {
  if (deepestOf(bytes) > limits.depth) {
    onFault({ ...place, message: `brackets are nested more than ${limits.depth} deep; expected an inventory of releases` });
    return undefined;
  }
  const text = bytes.toString();
  if (text.includes("\uFFFD"))
    onFault({ ...place, message: "holds bytes that are not UTF-8, read here as “\uFFFD”; save the file as UTF-8" });
  try {
    return JSON.parse(withoutMark(text));
  } catch (error) {
    const line = place.line ?? lineOf((error as Error).message, text);
    onFault({ ...place, ...(line && { line }), message: `is not JSON: ${(error as Error).message.slice(0, 200)}` });
    return undefined;
  }
}

const withoutMark = (text: string) => (text.startsWith("\uFEFF") ? text.slice(1) : text);

function lineOf(message: string, text: string): number | undefined {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position === undefined) return undefined;
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < Number(position); at = text.indexOf("\n", at + 1)) line++;
  return line;
}

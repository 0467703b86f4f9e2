import { createReadStream } from "node:fs";

/** Bytes `start` to `end` (not included) of a plain file. */
export interface Range {
  path: string;
  start: number;
  end: number;
}

const CHUNK = 1 << 20;

/** A file cut into ranges of one size, the last shorter. */
export function* rangesOf(path: string, size: number, length: number): Generator<Range> {
  for (let start = 0; start < size; start += length) yield { path, start, end: Math.min(size, start + length) };
}

/** The bytes of the lines that begin in a range, whole, with their ends: of all ranges of a file together each line once. */
export async function* linesOfRange({ path, start, end }: Range): AsyncGenerator<Buffer> {
  let at = Math.max(0, start - 1);
  let begun = start === 0;
  for await (const read of createReadStream(path, { start: at, highWaterMark: CHUNK })) {
    let chunk = read as Buffer;
    if (!begun) {
      const from = chunk.indexOf(10) + 1;
      if (from === 0 && at + chunk.length < end) {
        at += chunk.length;
        continue;
      }
      if (from === 0 || at + from >= end) return;
      begun = true;
      at += from;
      chunk = chunk.subarray(from);
    }
    const last = at + chunk.length < end ? -1 : chunk.indexOf(10, Math.max(0, end - 1 - at));
    if (last !== -1) {
      yield chunk.subarray(0, last + 1);
      return;
    }
    at += chunk.length;
    yield chunk;
  }
}

import { constants, createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Problem } from "../../shared/problem.ts";

const CHUNK = 262_144;

/**
 * The bytes of one regular file, in chunks, unpacked where it begins as gzip does. `limit` counts unpacked bytes, so that a
 * small file that unpacks without end is refused while it is read, never held.
 * @throws Problem not-found, invalid-input (a folder or device), invalid-file (gzip cut off or damaged), too-large
 */
export async function* readBytes(path: string, limit: number): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const chunk of (await isPacked(path)) ? unpacked(path) : createReadStream(path, { highWaterMark: CHUNK })) {
    total += (chunk as Buffer).length;
    if (total > limit) throw new Problem("too-large", `${path}: holds more than ${limit} bytes; split it into smaller files`);
    yield chunk as Buffer;
  }
}

/** Whether a regular file begins as gzip does. Opened without waiting: a pipe that nobody writes to would hold the program for ever. */
async function isPacked(path: string): Promise<boolean> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((cause: unknown) => {
    throw new Problem("not-found", `${path}: could not be opened; expected a file that can be read`, { cause });
  });
  try {
    if (!(await file.stat()).isFile()) throw new Problem("invalid-input", `${path}: is not a file; name one file`);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

async function* unpacked(path: string): AsyncGenerator<Buffer> {
  const stream: Readable = pipeline(createReadStream(path, { highWaterMark: CHUNK }), createGunzip({ chunkSize: CHUNK }), () => {});
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (cause) {
    throw new Problem("invalid-file", `${path}: the gzip data is cut off or damaged (${(cause as Error).message}); fetch the file again`, {
      cause,
    });
  }
}

export interface Line {
  /** 1-based */
  number: number;
  /** Without its end; absent where the line is longer than the limit and was passed over. */
  bytes?: Buffer;
}

/** Lines of a stream. A line longer than `limit` bytes is passed over unheld. */
export async function* readLines(chunks: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Line> {
  let number = 1;
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer) => {
    length += part.length;
    if (length > limit) parts = [];
    else parts.push(part);
  };
  const line = (): Line => (length > limit ? { number } : { number, bytes: Buffer.concat(parts) });
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      add(chunk.subarray(start, end));
      yield line();
      number++;
      parts = [];
      length = 0;
      start = end + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (length > 0) yield line();
}

/** How many brackets of JSON stand open at most, those in texts aside: what reads them calls itself as often. */
export function deepestOf(bytes: Buffer): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (inString) {
      if (byte === 92) at++;
      else if (byte === 34) inString = false;
    } else if (byte === 34) inString = true;
    else if (byte === 123 || byte === 91) deepest = Math.max(deepest, ++depth);
    else if (byte === 125 || byte === 93) depth--;
  }
  return deepest;
}

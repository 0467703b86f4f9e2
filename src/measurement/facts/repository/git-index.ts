import { createHash } from "node:crypto";
import { join } from "node:path";
import { type RawPath, rawPath, readWhole } from "./disk.ts";

const LARGEST = 128 * 1024 * 1024;
const MOST_PATH_BYTES = 128 * 1024 * 1024;
/** No system opens a longer path. */
const LONGEST_PATH = 4096;
const HEAD = 12;
/** Of an entry: times, device, owner and size of the file, before its object id. */
const STATS = 40;
const MODE = 24;
const EXTENDED = 0x4000;
const FOLDER = 0o040000;
const kindOf = (mode: number) => mode & 0o170000;

/** The hashes that git names objects with; an index ends with its own. */
const hashes = [
  { name: "sha1", length: 20 },
  { name: "sha256", length: 32 },
] as const;

/**
 * The tracked paths of a git directory as `git ls-files --cached` lists them, read from its index without starting git.
 * Undefined where git itself must be asked: no index, a damaged one, one that is split or sparse, or of a kind unknown here.
 */
export function readTrackedPaths(gitDir: string): RawPath[] | undefined {
  const bytes = readWhole(join(gitDir, "index"), LARGEST);
  return bytes && pathsInIndex(bytes);
}

/** The paths in the bytes of an index, versions 2 to 4 (git's Documentation/gitformat-index.txt). A file in conflict is there once for each side. */
export function pathsInIndex(bytes: Buffer): RawPath[] | undefined {
  const hash = hashes.find(({ name, length }) => endsWithItsHash(bytes, name, length));
  if (!hash || bytes.toString("latin1", 0, 4) !== "DIRC") return undefined;
  const [version, count] = [bytes.readUInt32BE(4), bytes.readUInt32BE(8)];
  if (version < 2 || version > 4) return undefined;
  const end = bytes.length - hash.length;
  const entries = readEntries(bytes.subarray(0, end), version, count, STATS + hash.length);
  return entries && standsAlone(bytes.subarray(entries.end, end)) ? entries.paths : undefined;
}

function endsWithItsHash(bytes: Buffer, name: string, length: number): boolean {
  const end = bytes.length - length;
  return end >= HEAD && createHash(name).update(bytes.subarray(0, end)).digest().equals(bytes.subarray(end));
}

function readEntries(bytes: Buffer, version: number, count: number, flagsAt: number): { paths: RawPath[]; end: number } | undefined {
  const paths: RawPath[] = [];
  const path = Buffer.allocUnsafe(LONGEST_PATH);
  let [at, length, held] = [HEAD, 0, 0];
  for (let entry = 0; entry < count; entry += 1) {
    if (at + flagsAt + 2 > bytes.length || kindOf(bytes.readUInt32BE(at + MODE)) === FOLDER) return undefined;
    const isLong = version > 2 && (bytes.readUInt16BE(at + flagsAt) & EXTENDED) !== 0;
    let from = at + flagsAt + (isLong ? 4 : 2);
    let kept = 0;
    if (version === 4) {
      const dropped = readNumber(bytes, from);
      if (!dropped || dropped.value > length) return undefined;
      kept = length - dropped.value;
      from = dropped.end;
    }
    const to = bytes.indexOf(0, from);
    if (to === -1 || kept + to - from > LONGEST_PATH) return undefined;
    bytes.copy(path, kept, from, to);
    length = kept + to - from;
    held += length;
    if (held > MOST_PATH_BYTES) return undefined;
    paths.push(rawPath(path.subarray(0, length)));
    // Before version 4 entries are padded with one to eight zeros to a multiple of eight bytes.
    at = version === 4 ? to + 1 : at + ((to - at + 8) & ~7);
  }
  return at <= bytes.length ? { paths, end: at } : undefined;
}

/** Seven bits a byte, as offsets in packs are written; what does not fit into four bytes is no length. */
function readNumber(bytes: Buffer, from: number): { value: number; end: number } | undefined {
  let value = -1;
  for (let at = from; at < from + 4 && at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    value = (value + 1) * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + 1 };
  }
  return undefined;
}

/** Extensions with a capital may be passed over; "link" and "sdir" say that entries stand elsewhere or stand for whole folders. */
function standsAlone(extensions: Buffer): boolean {
  let at = 0;
  while (at + 8 <= extensions.length) {
    const first = extensions[at] as number;
    if (first < 0x41 || first > 0x5a) return false;
    at += 8 + extensions.readUInt32BE(at + 4);
  }
  return at === extensions.length;
}

import { isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readlinkSync, readSync, type Stats } from "node:fs";

/** A path on the disk: text where it is valid UTF-8, the bytes themselves where it is not. */
export type RawPath = string | Buffer;

/** No link is followed, and a pipe put in a file's place meanwhile holds nobody up. */
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY;

/** Bytes as a path: a copy, where it has to remain bytes. */
export function rawPath(bytes: Buffer): RawPath {
  const text = bytes.toString("utf8");
  return text.includes("\uFFFD") && !isUtf8(bytes) ? Buffer.from(bytes) : text;
}

/** A path below a folder. */
export function place(folder: RawPath, path: RawPath): RawPath {
  if (path.length === 0) return folder;
  if (typeof folder === "string" && typeof path === "string") return `${folder}/${path}`;
  return Buffer.concat([Buffer.from(folder as string), Buffer.from("/"), Buffer.from(path as string)]);
}

/** What stands at a path itself, not what it may lead to. */
export function statOf(at: RawPath): Stats | undefined {
  try {
    return lstatSync(at, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

export function linkAt(at: RawPath): string {
  try {
    return readlinkSync(at);
  } catch {
    return "";
  }
}

/** Reads the beginning of a file into a buffer; how many bytes came, undefined where it cannot be read. */
export function readInto(buffer: Buffer, at: RawPath, bytes: number): number | undefined {
  if (bytes === 0) return 0;
  return opened(at, (handle) => readSync(handle, buffer, 0, bytes, 0));
}

/** A whole regular file; undefined where it is none, cannot be read or is larger than `most` bytes. */
export function readWhole(at: RawPath, most: number): Buffer | undefined {
  return opened(at, (handle) => {
    const stats = fstatSync(handle);
    if (!stats.isFile() || stats.size > most) return undefined;
    const bytes = Buffer.allocUnsafe(stats.size);
    return readSync(handle, bytes, 0, stats.size, 0) === stats.size ? bytes : undefined;
  });
}

function opened<Result>(at: RawPath, work: (handle: number) => Result): Result | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(at, flags);
    return work(handle);
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** What stands in a folder; undefined where it cannot be opened. */
export function entriesOf(folder: RawPath): { name: RawPath; isFolder: boolean }[] | undefined {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    if (!entries.some((entry) => entry.name.includes("\uFFFD")))
      return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
    return readdirSync(folder, { withFileTypes: true, encoding: "buffer" }).map((entry) => ({
      name: rawPath(entry.name),
      isFolder: entry.isDirectory(),
    }));
  } catch {
    return undefined;
  }
}

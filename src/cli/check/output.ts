import { closeSync, constants, fstatSync, ftruncateSync, openSync, statSync, writeSync } from "node:fs";
import { Problem } from "../../shared/problem.ts";
import type { Surface } from "../command.ts";

/** Where the lines go: a file, or the terminal. */
export interface Output {
  write(lines: readonly string[]): void;
  colours: boolean;
  close(): void;
}

/**
 * What the file held before goes only when the first line is written: where nothing could be looked at, it stays.
 * @param sources what is looked at: none of it may be written over
 * @throws Problem where the file cannot be written; before anything is looked at
 */
export function openOutput(path: string | undefined, surface: Surface, sources: readonly string[] = []): Output {
  if (path === undefined)
    return {
      write: (lines) => {
        for (const line of lines) surface.out(line);
      },
      colours: process.stdout.isTTY === true && !surface.environment.NO_COLOR,
      close: () => undefined,
    };
  const same = sources.find((source) => isSameFile(source, path));
  if (same) throw new Problem("invalid-input", `--output is ${path}, which is looked at and would be lost; name another file.`);
  const file = openForWriting(path);
  let isFresh = false;
  return {
    write: (lines) => {
      if (lines.length === 0) return;
      if (!isFresh && fstatSync(file).isFile()) ftruncateSync(file);
      isFresh = true;
      writeAll(file, Buffer.from(`${lines.join("\n")}\n`));
    },
    colours: false,
    close: () => closeSync(file),
  };
}

function openForWriting(path: string): number {
  try {
    return openSync(path, constants.O_WRONLY | constants.O_CREAT, 0o666);
  } catch (cause) {
    throw new Problem("invalid-input", `${path} cannot be written (${(cause as Error).message}); name another file with --output.`, {
      cause,
    });
  }
}

/** One call may write less than all of it. */
function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

function isSameFile(one: string, other: string): boolean {
  try {
    const [a, b] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })];
    return a.isFile() && a.dev === b.dev && a.ino === b.ino;
  } catch {
    // One of them is an address, or is not there yet.
    return false;
  }
}

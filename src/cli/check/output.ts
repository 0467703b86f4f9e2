import { closeSync, openSync, writeSync } from "node:fs";
import { Problem } from "../../shared/problem.ts";
import type { Surface } from "../command.ts";

/** Where the lines go: a file, or the terminal. */
export interface Output {
  write(lines: readonly string[]): void;
  colours: boolean;
  close(): void;
}

/** @throws Problem where the file cannot be written; before anything is looked at */
export function openOutput(path: string | undefined, surface: Surface): Output {
  if (path === undefined)
    return {
      write: (lines) => {
        for (const line of lines) surface.out(line);
      },
      colours: process.stdout.isTTY === true && !surface.environment.NO_COLOR,
      close: () => undefined,
    };
  const file = openForWriting(path);
  return {
    write: (lines) => {
      if (lines.length > 0) writeSync(file, `${lines.join("\n")}\n`);
    },
    colours: false,
    close: () => closeSync(file),
  };
}

function openForWriting(path: string): number {
  try {
    return openSync(path, "w");
  } catch (cause) {
    throw new Problem("invalid-input", `${path} cannot be written (${(cause as Error).message}); name another file with --output.`, {
      cause,
    });
  }
}

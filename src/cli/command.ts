import type { OpenDatabase } from "../database/connect.ts";

/** What a command may touch of the world; tests hand in their own. */
export interface Surface {
  environment: NodeJS.ProcessEnv;
  out(line: string): void;
  /** progress and problems: never mixed into what --json prints */
  err(line: string): void;
  open(command: string): Promise<OpenDatabase>;
}

/** 0: done · 1: what was asked about falls short (faults in a file, nothing found) · 2: could not be done. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  name: string;
  /** one sentence for the list of commands */
  summary: string;
  /** the whole help, from "Usage:" on */
  help: string;
  options: Record<string, { type: "string" | "boolean"; short?: string }>;
  run(given: { words: string[]; options: Record<string, string | boolean | undefined> }, surface: Surface): Promise<ExitCode>;
}

/** A line that says how far a long work has come, at most ten times in all. */
export function progressLine(what: string, say: (line: string) => void): (done: number, of: number) => void {
  let said = 0;
  return (done, of) => {
    if (of < 500 || done - said < of / 10) return;
    said = done;
    say(`${what}: ${done} of ${of}`);
  };
}

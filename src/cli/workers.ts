import { type ChildProcess, spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../shared/package-root.ts";
import { Problem } from "../shared/problem.ts";

const MOST_WORKERS = 32;
const RESTART_MS = 5000;
const PATIENCE_MS = 10_000;

/**
 * How many workers the server is to start, from OPENFIRST_WORKERS; nothing where that says nothing.
 * @throws Problem invalid-input
 */
export function workersAskedFor(environment: NodeJS.ProcessEnv): number | undefined {
  if (!environment.OPENFIRST_WORKERS) return undefined;
  const count = Number(environment.OPENFIRST_WORKERS);
  if (!Number.isInteger(count) || count < 0 || count > MOST_WORKERS)
    throw new Problem(
      "invalid-input",
      `OPENFIRST_WORKERS is “${environment.OPENFIRST_WORKERS}”; expected a whole number from 0 to ${MOST_WORKERS}.`,
    );
  return count;
}

/** Starts worker processes that yield to this one, and starts them again should they break down. They end with this process, however it ends. */
export function startWorkers(count: number, environment: NodeJS.ProcessEnv, say: (line: string) => void): { close(): Promise<void> } {
  const running = new Set<ChildProcess>();
  const timers = new Set<NodeJS.Timeout>();
  let closing = false;
  const start = (name: string) => {
    // The channel tells a worker that this process is gone, even killed.
    const child = spawn(process.execPath, [...programWords(), "work", "--name", name], {
      env: environment,
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    running.add(child);
    if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    child.once("error", (error) => say(`${name} cannot be started: ${error.message}`));
    child.once("close", (code, signal) => {
      running.delete(child);
      if (closing) return;
      say(`${name} ended (${signal ?? code}) and is started again.`);
      const timer = setTimeout(() => {
        timers.delete(timer);
        start(name);
      }, RESTART_MS);
      timers.add(timer);
    });
  };
  for (let number = 1; number <= count; number++) start(`worker-${number}`);
  return {
    async close() {
      closing = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all([...running].map(end));
    },
  };
}

/** A worker gives back its job when told to; one that does not hear is ended, and its job is taken again later. */
async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("close", resolve));
  const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  child.kill("SIGTERM");
  await ended;
  clearTimeout(timer);
}

function programWords(): string[] {
  const quiet = "--disable-warning=ExperimentalWarning";
  return import.meta.url.endsWith(".ts")
    ? [quiet, "--import", "tsx", join(packageRoot, "src", "cli", "openfirst.ts")]
    : [quiet, join(packageRoot, "dist", "openfirst.js")];
}

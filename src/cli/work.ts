import type { Claimed } from "../measurement/jobs/queue.ts";
import { type Looking, type Seen, work } from "../measurement/jobs/worker.ts";
import { Problem } from "../shared/problem.ts";
import { look } from "./check/look.ts";
import { plain } from "./check/plain.ts";
import { Keeper } from "./check/save.ts";
import type { Command, ExitCode, Surface } from "./command.ts";

const LEASE_SECONDS = 60;

/** Takes measurements from the queue and makes them, in this process. */
export const workCommand: Command = {
  name: "work",
  summary: "Take measurements from the queue and make them, beside a server",
  help: `Usage: openfirst work [--once] [--name NAME] [--lease SECONDS]

Takes jobs from the queue that “openfirst enqueue” fills, one at a time, until it is ended (Ctrl+C or SIGTERM: the job in hand is given back).
With DATABASE_URL any number of workers on any machines share the queue; on the embedded database a server must run, which is reached
over its local socket. A job whose worker was killed is taken by another when its lease has run out; after three attempts it has failed.

  --once             end when nothing is due
  --name NAME        what the public queue page calls this worker (default: worker-<process>)
  --lease SECONDS    how long a worker may be silent before its job is given to another (default: ${LEASE_SECONDS})

Example: openfirst work --name archive-2`,
  options: { once: { type: "boolean" }, name: { type: "string" }, lease: { type: "string" } },
  async run({ options }, surface) {
    const lease = { worker: nameOf(options.name), seconds: secondsOf(options.lease) };
    const opened = await surface.open("openfirst work");
    if (opened.held === "own" || opened.held === "memory") {
      await opened.close();
      throw new Problem(
        "database-unavailable",
        "No server holds the data folder, and a worker does not hold it itself. Start the server first (openfirst serve), or set DATABASE_URL.",
      );
    }
    const told = untilTold();
    let gone: Problem | undefined;
    try {
      surface.err(`${lease.worker} waits for jobs.`);
      const done = await work(opened.db, {
        lease,
        look: (job, looking) => lookAt(job, looking, surface),
        once: options.once === true,
        signal: told.signal,
        say: (line) => surface.err(plain(`${lease.worker}: ${line}`)),
        patient: opened.held === "server",
      });
      surface.out(options.json ? JSON.stringify({ done }) : `${done} ${done === 1 ? "job" : "jobs"} done.`);
    } catch (error) {
      if (!(error instanceof Problem && error.code === "database-unavailable")) throw error;
      gone = error;
    } finally {
      // With a server that is gone there is nothing to close.
      if (!gone) await opened.close();
    }
    if (gone) surface.err(gone.message);
    if (gone || told.signal.aborted) endNow(gone ? 2 : 0);
    told.end();
    return 0;
  },
};

/** A reader amid a large source does not hear that it should end; one that clones takes away its clone at this signal. */
function endNow(code: ExitCode): never {
  process.emit("SIGTERM", "SIGTERM");
  process.exit(code);
}

/** Looks at the source of a job and keeps what is seen in a file until it is recorded. */
async function lookAt(
  { kind, address, body, series, title, licence }: Claimed,
  { tell, signal }: Looking,
  surface: Surface,
): Promise<Seen> {
  let faults = 0;
  let subjects = 0;
  let keeper: Keeper | undefined;
  const count = (seen: number) => tell({ subjects: seen });
  const options = { observedAt: new Date(), progress: { say: (words: string) => tell({ words }), count }, onFault: () => void faults++ };
  try {
    for await (const observation of look(kind, [address], options)) {
      if (signal.aborted) throw new Problem("busy", "The worker ends.");
      keeper ??= new Keeper();
      keeper.keep(observation);
      count(++subjects);
    }
  } catch (error) {
    keeper?.close();
    throw error;
  }
  if (!keeper) throw new Problem("not-found", `Nothing to look at was found in ${address}; expected ${kind}.`);
  const kept = keeper;
  return {
    async record(db) {
      const within: Surface = {
        ...surface,
        err: () => undefined,
        open: async () => ({ db, held: "reached", share: async () => undefined, close: async () => undefined }),
      };
      const { id, observations } = await kept.record(within, kind, [address], { body, series, title, licence });
      return { measurement: id, subjects: observations, faults };
    },
    close: () => kept.close(),
  };
}

function nameOf(given: string | boolean | undefined): string {
  const name = typeof given === "string" ? given : `worker-${process.pid}`;
  if (!/^[\w.-]{1,60}$/.test(name))
    throw new Problem("invalid-input", "--name is public; expected at most 60 letters, digits, dots, hyphens: --name archive-2");
  return name;
}

function secondsOf(given: string | boolean | undefined): number {
  const seconds = Number(given ?? LEASE_SECONDS);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 3600)
    throw new Problem("invalid-input", `--lease is “${given}”; expected whole seconds from 1 to 3600.`);
  return seconds;
}

/** A signal for the first word that this process should end: from a person, the system, or the server that started it going away. */
function untilTold(): { signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const stop = () => controller.abort();
  // “on”, not “once”: what listens after us must see that somebody still does.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
  process.on("disconnect", stop);
  process.channel?.unref();
  return {
    signal: controller.signal,
    end() {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, stop);
      process.off("disconnect", stop);
    },
  };
}

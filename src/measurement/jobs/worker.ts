import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "../../database/connect.ts";
import { Problem, type ProblemCode } from "../../shared/problem.ts";
import { type Claimed, claim, fail, finish, type Lease, type Progress, release, renew } from "./queue.ts";

/** What was seen at the source of a job, before anything is recorded. */
export interface Seen {
  /** Within the transaction that ends the job. */
  record(within: Database): Promise<{ measurement: string; subjects: number; faults: number }>;
  close(): void;
}

export interface Looking {
  tell(progress: Progress): void;
  /** The worker is to end: whoever can stop looking stops. */
  signal: AbortSignal;
}

export interface WorkerOptions {
  lease: Lease;
  look(job: Claimed, looking: Looking): Promise<Seen>;
  /** Ends when nothing is due. */
  once: boolean;
  /** Told to end: the job in hand is given back, unless it is being recorded. */
  signal: AbortSignal;
  say(line: string): void;
  /** Waits where the database is away, as a server of its own may be for a while; else the worker ends with it. */
  patient: boolean;
}

const IDLE_MS = 2000;
const TICK_MS = 1000;
const RENEW_MS = 5000;

/** Of these another attempt could only say the same. */
const final: ReadonlySet<ProblemCode> = new Set(["invalid-input", "invalid-file", "unsupported", "too-large"]);

/** Takes jobs one after the other until it is told to end. Returns how many were done. */
export async function work(db: Database, options: WorkerOptions): Promise<number> {
  let done = 0;
  while (!options.signal.aborted) {
    try {
      const job = await claim(db, options.lease);
      if (job) done += (await workOn(db, job, options)) ? 1 : 0;
      else if (options.once) break;
      else await rest(options.signal);
    } catch (error) {
      if (!options.patient) throw error;
      options.say(`The database does not answer (${(error as Error).message}); trying again.`);
      await rest(options.signal);
    }
  }
  return done;
}

const rest = (signal: AbortSignal) => pause(IDLE_MS, undefined, { signal }).catch(() => undefined);

async function workOn(db: Database, job: Claimed, options: WorkerOptions): Promise<boolean> {
  const { say, signal } = options;
  const held = keepLease(db, job, options);
  const ending = AbortSignal.any([signal, held.lost]);
  try {
    const looked = options.look(job, { tell: held.tell, signal: ending });
    const seen = await untilTold(looked, ending);
    if (!seen) {
      // What is still being looked at comes too late; nobody waits for it.
      looked.then((late) => late.close()).catch(() => undefined);
      if (held.lost.aborted) throw held.lost.reason;
      await release(db, job);
      say(`Job ${job.job} is given back.`);
      return false;
    }
    try {
      await finish(db, job, seen.record);
    } finally {
      seen.close();
    }
    say(`Job ${job.job} is done: ${job.series}`);
    return true;
  } catch (error) {
    if (held.lost.aborted) throw error;
    const why = error instanceof Problem ? error.message : `Openfirst failed where it should not: ${(error as Error).message}`;
    say(`Job ${job.job}, attempt ${job.attempts}: ${why}`);
    await fail(db, job, why, !(error instanceof Problem && final.has(error.code)));
    return false;
  } finally {
    held.end();
  }
}

/** The answer, or nothing where the signal came first. */
async function untilTold<T>(answer: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const told = () => resolve(undefined);
  if (signal.aborted) told();
  signal.addEventListener("abort", told, { once: true });
  return Promise.race([answer, promise]).finally(() => signal.removeEventListener("abort", told));
}

/** Renews the lease while a job is worked on, and with it says how far it has come: when there is news at most once a second. */
function keepLease(db: Database, job: Claimed, { lease, patient }: WorkerOptions) {
  const gone = new AbortController();
  let [told, said]: [Progress, Progress] = [{}, {}];
  let renewed = Date.now();
  let asking = false;
  const tick = async () => {
    if (asking || (told === said && Date.now() - renewed < Math.min(RENEW_MS, lease.seconds * 300))) return;
    asking = true;
    [said, renewed] = [told, Date.now()];
    try {
      await renew(db, job, lease, said);
    } catch (error) {
      if (!patient) gone.abort(error);
    } finally {
      asking = false;
    }
  };
  const timer = setInterval(tick, Math.min(TICK_MS, lease.seconds * 300));
  return {
    /** The database is away for good. */
    lost: gone.signal,
    tell(progress: Progress) {
      told = { ...told, ...progress };
    },
    end: () => clearInterval(timer),
  };
}

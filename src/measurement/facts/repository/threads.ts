import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../../shared/package-root.ts";
import type { Fault } from "../../../shared/problem.ts";
import { Problem, type ProblemCode } from "../../../shared/problem.ts";
import type { Observation } from "../../fact.ts";
import { readRepositoryAddress } from "./address.ts";
import { observeRepository, type RepositoryOptions } from "./observe.ts";

export interface Work {
  address: string;
  options: Omit<RepositoryOptions, "onProgress">;
}

/** What a thread says: a line for those who wait, or how the look ended. */
export type Told =
  | { say: string }
  | { observation: string }
  | { problem: { code: ProblemCode; message: string; faults: readonly Fault[] } };

type Seen = Observation | Problem;

interface Look {
  address: string;
  seen: PromiseWithResolvers<Seen>;
  /** It was handed over. */
  told: PromiseWithResolvers<void>;
}

/** Each takes about 80 MB: with more, many repositories would take over 500 MB together. */
const MOST_THREADS = 4;
/** Fewer folders are looked at before threads have started. */
const FEWEST_FOLDERS = 4;
/** MB. What one look leaves behind is soon garbage: with the usual room for it a thread takes 170 MB, with this 75, and no more time. */
const YOUNG = 12;
/** How many may be looked at before an earlier one is done: what was seen of them is held meanwhile. */
const AHEAD = 100;

/**
 * Looks at repositories as `observeRepository` does, several folders at once, and hands them over in the order given; a Problem stands in the place
 * of one that cannot be looked at. Addresses are fetched one after the other: no host is asked for two at a time.
 * @param threads how many; by default one for each core where there are enough folders, at most four. With fewer than two none is started.
 * @throws whatever stops a thread
 * @example for await (const seen of observeRepositories(["one", "other"])) … // Observation | Problem
 */
export async function* observeRepositories(
  addresses: readonly string[],
  options: RepositoryOptions = {},
  threads: number = threadsFor(addresses),
): AsyncGenerator<Seen> {
  if (threads > 1) yield* lookInThreads(addresses, options, threads);
  else for (const address of addresses) yield await lookHere(address, options);
}

function threadsFor(addresses: readonly string[]): number {
  const folders = addresses.filter(isFolder).length;
  return folders < FEWEST_FOLDERS ? 1 : Math.min(MOST_THREADS, availableParallelism(), folders);
}

async function* lookInThreads(addresses: readonly string[], options: RepositoryOptions, threads: number): AsyncGenerator<Seen> {
  const looks = addresses.map((address): Look => ({ address, seen: Promise.withResolvers(), told: Promise.withResolvers() }));
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => undefined);
  const workers = Array.from({ length: threads }, start);
  let ended = false;
  /** Takes one after the other from a queue that it may share. */
  const work = async (queue: Iterable<[number, Look]>, lookAt: (address: string) => Promise<Seen>) => {
    for (const [index, look] of queue) {
      await looks[index - AHEAD]?.told.promise;
      if (ended) return;
      look.seen.resolve(await lookAt(look.address));
    }
  };
  const queued = [...looks.entries()];
  const folders = queued.filter(([, { address }]) => isFolder(address)).values();
  const others = queued.filter(([, { address }]) => !isFolder(address));
  for (const worker of workers) {
    worker.on("error", stopped.reject);
    work(folders, (address) => lookThere(worker, address, options)).catch(stopped.reject);
  }
  work(others, (address) => lookHere(address, options)).catch(stopped.reject);
  try {
    for (const { seen, told } of looks) {
      yield await Promise.race([seen.promise, stopped.promise]);
      told.resolve();
    }
  } finally {
    ended = true;
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function lookHere(address: string, options: RepositoryOptions): Promise<Seen> {
  try {
    return await observeRepository(address, options);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function lookThere(worker: Worker, address: string, { onProgress, ...options }: RepositoryOptions): Promise<Seen> {
  const { promise, resolve } = Promise.withResolvers<Seen>();
  const take = (told: Told) => {
    if ("say" in told) return onProgress?.(told.say);
    worker.off("message", take);
    resolve(
      "problem" in told
        ? new Problem(told.problem.code, told.problem.message, told.problem)
        : (JSON.parse(told.observation) as Observation),
    );
  };
  worker.on("message", take);
  worker.postMessage({ address, options } satisfies Work);
  return promise;
}

function isFolder(address: string): boolean {
  try {
    return readRepositoryAddress(address).kind === "folder";
  } catch {
    return false;
  }
}

/** From source a thread needs the loader that reads TypeScript; the bundle has a plain file beside it. */
function start(): Worker {
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG };
  if (import.meta.url.endsWith(".ts"))
    return new Worker(new URL("./worker.ts", import.meta.url), { execArgv: ["--import", "tsx"], resourceLimits });
  const bundled = join(packageRoot, "dist", "repository-worker.js");
  return new Worker(existsSync(bundled) ? bundled : new URL("./repository-worker.js", import.meta.url), { resourceLimits });
}

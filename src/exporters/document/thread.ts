import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../shared/package-root.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Document, DocumentFormat } from "./document.ts";
import type { Answered, Asked } from "./worker.ts";

/** Documents that may wait; each holds its whole text. */
const MOST_WAITING = 12;
/** Milliseconds after which a document is given up. */
const LONGEST = 60_000;
const LARGEST_HEAP = 1024;

let thread: Worker | undefined;
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * Writes a document in a thread of its own, one after the other, so that no reader of a page waits for it.
 * Throws a Problem: "busy" where too many wait, "too-large" where it takes longer than a minute, what the writer says otherwise.
 */
export async function writeInThread(document: Document, format: DocumentFormat): Promise<Uint8Array> {
  if (waiting >= MOST_WAITING) throw new Problem("busy", "Too many documents are being written at the moment. Ask again in a minute.");
  waiting += 1;
  const mine = last.then(() => ask({ document, format }));
  last = mine.catch(() => {});
  try {
    return await mine;
  } finally {
    waiting -= 1;
    if (waiting === 0) thread?.unref();
  }
}

async function ask(asked: Asked): Promise<Uint8Array> {
  thread ??= start();
  const worker = thread;
  worker.ref();
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const fail = (cause?: unknown) => {
    end(worker);
    reject(new Problem("internal", "The document could not be written; try another format.", { cause }));
  };
  const timer = setTimeout(() => {
    end(worker);
    reject(
      new Problem(
        "too-large",
        says`The document was not written within ${LONGEST / 1000} seconds. Take another format, or part the draft.`,
      ),
    );
  }, LONGEST);
  worker.once("message", resolve).once("error", fail).once("exit", fail);
  try {
    worker.postMessage(asked);
    const answered = await promise;
    if ("bytes" in answered) return answered.bytes;
    if ("problem" in answered) throw new Problem(...answered.problem);
    throw new Problem("internal", "The document could not be written; try another format.", { cause: answered.failed });
  } finally {
    clearTimeout(timer);
    for (const event of ["message", "error", "exit"] as const) worker.removeAllListeners(event);
    worker.on("error", () => end(worker)).on("exit", () => end(worker));
  }
}

function end(worker: Worker): void {
  if (thread === worker) thread = undefined;
  worker.terminate();
}

/** From source a thread needs the loader that reads TypeScript; the bundle has a plain file beside it. */
function start(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: LARGEST_HEAP };
  if (import.meta.url.endsWith(".ts"))
    return new Worker(new URL("./worker.ts", import.meta.url), { execArgv: ["--import", "tsx"], resourceLimits });
  const bundled = join(packageRoot, "dist", "document-worker.js");
  return new Worker(existsSync(bundled) ? bundled : new URL("./document-worker.js", import.meta.url), { resourceLimits });
}

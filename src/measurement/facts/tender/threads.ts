import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../../shared/package-root.ts";
import { type Fault, Problem } from "../../../shared/problem.ts";
import type { Observation } from "../../fact.ts";
import type { Block } from "./blocks.ts";
import type { Telling } from "./line.ts";

export interface Work {
  id: number;
  firstLine: number;
  bytes: Uint8Array<ArrayBuffer>;
  file: string;
  observedAt: string;
  everyText: boolean;
  longestLine: number;
}

export interface Answer {
  id: number;
  observations: Observation[];
  faults: Fault[];
}

/** Blocks that a thread may have waiting, so that it never idles and memory stays bounded. */
const WAITING = 3;
const BATCH = 1 << 20;

/**
 * The tenders of blocks of lines, read by several threads, in the order of the file.
 * @throws Problem internal, where a thread stops
 */
export async function* observeInThreads(
  blocks: AsyncIterable<Block>,
  file: string,
  telling: Telling,
  threads: number,
): AsyncGenerator<Observation[]> {
  const workers = Array.from({ length: threads }, start);
  const waiting = new Map<number, (answer: Answer) => void>();
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => {});
  for (const worker of workers) {
    worker.on("message", (answer: Answer) => {
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    });
    worker.on("error", (cause) =>
      stopped.reject(new Problem("internal", `${file}: a thread that read it stopped; read it with one thread`, { cause })),
    );
  }
  const { onFault, ...rest } = telling;
  const answers: Promise<Answer>[] = [];
  let id = 0;
  const ask = ({ firstLine, bytes }: Block): void => {
    const work: Work = { id: id++, firstLine, bytes: new Uint8Array(bytes), file, ...rest };
    const { promise, resolve } = Promise.withResolvers<Answer>();
    waiting.set(work.id, resolve);
    workers[work.id % threads]?.postMessage(work, [work.bytes.buffer]);
    answers.push(promise);
  };
  const next = async (): Promise<Observation[]> => {
    const { observations, faults } = await Promise.race([answers.shift() as Promise<Answer>, stopped.promise]);
    faults.forEach(onFault);
    return observations;
  };
  try {
    for await (const block of batched(blocks)) {
      ask(block);
      if (answers.length >= threads * WAITING) yield await next();
    }
    while (answers.length > 0) yield await next();
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Chunks of gzip are small; a message for each would cost more than its lines. */
async function* batched(blocks: AsyncIterable<Block>): AsyncGenerator<Block> {
  let parts: Block[] = [];
  let size = 0;
  const together = (): Block => ({ firstLine: parts[0]?.firstLine ?? 1, bytes: Buffer.concat(parts.map(({ bytes }) => bytes)) });
  let lines = 0;
  for await (const block of blocks) {
    // Lines that were passed over leave a gap in the numbers, which a batch must not hide.
    if (parts.length > 0 && block.firstLine !== lines) {
      yield together();
      parts = [];
      size = 0;
    }
    parts.push(block);
    size += block.bytes.length;
    lines = block.firstLine + linesOf(block.bytes);
    if (size < BATCH) continue;
    yield together();
    parts = [];
    size = 0;
  }
  if (parts.length > 0) yield together();
}

function linesOf(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}

/** From source a thread needs the loader that reads TypeScript; the bundle has a plain file beside it. */
function start(): Worker {
  if (import.meta.url.endsWith(".ts")) return new Worker(new URL("./worker.ts", import.meta.url), { execArgv: ["--import", "tsx"] });
  const bundled = join(packageRoot, "dist", "tender-worker.js");
  return new Worker(existsSync(bundled) ? bundled : new URL("./tender-worker.js", import.meta.url));
}

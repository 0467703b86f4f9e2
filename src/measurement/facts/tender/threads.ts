import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../../shared/package-root.ts";
import { type Fault, Problem } from "../../../shared/problem.ts";
import type { Observation } from "../../fact.ts";
import { type Block, linesOf } from "./blocks.ts";
import { reasonsOfUnsearched } from "./facts.ts";
import type { Telling } from "./line.ts";
import type { Range } from "./ranges.ts";

/** What a thread reads: a part of a plain file, which it opens itself, or lines that this thread has unpacked. */
export type Part = Range | Block;

export interface Work extends Omit<Telling, "onFault"> {
  id: number;
  file: string;
  part: Range | { firstLine: number; bytes: Uint8Array<ArrayBuffer> };
}

/** The tenders of one part; of a range also where it ends. */
export interface Read {
  observations: Observation[];
  end: number | undefined;
}

/** Numbers of lines count from the part's beginning where it is a range, as nobody knows what stands before. */
export interface Answer {
  id: number;
  /** JSON of the observations, as packed() writes it. */
  observations: Uint8Array<ArrayBuffer>;
  faults: Fault[];
  /** Lines of the range; 0 of a block. */
  lines: number;
}

/** Parts that a thread may have waiting, so that it never idles and memory stays bounded. */
const WAITING = 2;
const BATCH = 1 << 22;

/**
 * The tenders of parts of a file, read by several threads, in the order of the file.
 * @throws Problem internal, where a thread stops; what reading the file throws
 */
export async function* observeInThreads(
  parts: AsyncIterable<Part> | Iterable<Part>,
  file: string,
  { onFault, ...telling }: Telling,
  threads: number,
): AsyncGenerator<Read> {
  const workers = Array.from({ length: threads }, start);
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  let stopped: Problem | undefined;
  for (const worker of workers) {
    worker.on("message", (answer: Answer) => {
      waiting.get(answer.id)?.resolve(answer);
      waiting.delete(answer.id);
    });
    worker.on("error", (cause) => {
      stopped ??= new Problem("internal", `${file}: a thread that read it stopped; read it with one thread`, { cause });
      for (const { reject } of waiting.values()) reject(stopped);
    });
  }
  const asked: { answer: Promise<Answer>; end: number | undefined }[] = [];
  let id = 0;
  let before = 0;
  const ask = (part: Part): void => {
    const bytes = "bytes" in part ? new Uint8Array(part.bytes) : undefined;
    const work: Work = {
      ...telling,
      id: id++,
      file,
      part: "bytes" in part && bytes ? { firstLine: part.firstLine, bytes } : (part as Range),
    };
    const resolvers = Promise.withResolvers<Answer>();
    resolvers.promise.catch(() => {});
    if (stopped) resolvers.reject(stopped);
    waiting.set(work.id, resolvers);
    workers[work.id % threads]?.postMessage(work, bytes ? [bytes.buffer] : []);
    asked.push({ answer: resolvers.promise, end: "end" in part ? part.end : undefined });
  };
  const next = async (): Promise<Read> => {
    const { answer, end } = asked.shift() as (typeof asked)[number];
    const { observations, faults, lines } = await answer;
    for (const fault of faults) onFault({ ...fault, ...(fault.line !== undefined && { line: fault.line + before }) });
    const read = { observations: unpack(observations, before), end };
    before += lines;
    return read;
  };
  try {
    for await (const part of parts) {
      ask(part);
      if (asked.length >= threads * WAITING) yield await next();
    }
    while (asked.length > 0) yield await next();
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Of most tenders the reasons are the same long list: its number stands for it. */
export function packed(observations: readonly Observation[]): Uint8Array<ArrayBuffer> {
  const short = observations.map((observation) => {
    const reasons = reasonsOfUnsearched.indexOf(observation.notObservable);
    return reasons === -1 ? observation : { ...observation, notObservable: reasons };
  });
  return new TextEncoder().encode(JSON.stringify(short));
}

function unpack(bytes: Uint8Array, before: number): Observation[] {
  const observations = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8")) as Observation[];
  for (const observation of observations) {
    const reasons = observation.notObservable as unknown;
    if (typeof reasons === "number") observation.notObservable = reasonsOfUnsearched[reasons] as Observation["notObservable"];
    if (before === 0) continue;
    for (const fact in observation.places)
      for (const place of observation.places[fact] ?? []) if (place.line !== undefined) place.line += before;
  }
  return observations;
}

/** Chunks of gzip are small; a message for each would cost more than its lines. */
export async function* batched(blocks: AsyncIterable<Block>): AsyncGenerator<Block> {
  let parts: Block[] = [];
  let size = 0;
  const together = (): Block => ({ firstLine: parts[0]?.firstLine ?? 1, bytes: Buffer.concat(parts.map(({ bytes }) => bytes)) });
  let lines = 0;
  for await (const block of blocks) {
    // Lines that were passed over leave a gap in the numbers, which a batch must not hide.
    if (parts.length > 0 && (block.firstLine !== lines || size >= BATCH)) {
      yield together();
      parts = [];
      size = 0;
    }
    parts.push(block);
    size += block.bytes.length;
    lines = block.firstLine + linesOf(block.bytes);
  }
  if (parts.length > 0) yield together();
}

/** From source a thread needs the loader that reads TypeScript; the bundle has a plain file beside it. */
function start(): Worker {
  if (import.meta.url.endsWith(".ts")) return new Worker(new URL("./worker.ts", import.meta.url), { execArgv: ["--import", "tsx"] });
  const bundled = join(packageRoot, "dist", "tender-worker.js");
  return new Worker(existsSync(bundled) ? bundled : new URL("./tender-worker.js", import.meta.url));
}

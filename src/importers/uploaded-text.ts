import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";
import { packageRoot } from "../shared/package-root.ts";
import { Problem, type ProblemCode, type Said, says } from "../shared/problem.ts";
import type { TextBlock } from "../shared/text-block.ts";
import type { UploadKind } from "./content-kind.ts";

export const LARGEST_FILE = 25_000_000;
const LONGEST_SECONDS = 20;
/** Of the thread that reads: its objects, and what it holds in buffers. */
const MOST_HEAP_MB = 512;
const MOST_BUFFERS = 400_000_000;
const LOOK_EVERY_MS = 50;
const AT_ONCE = 2;
const MOST_WAITING = 20;

export interface UploadedText {
  blocks: TextBlock[];
  kind: UploadKind;
  /** what a person should know of how it was read */
  notes: string[];
}

export interface Reading {
  bytes: Uint8Array;
  fileName: string;
}

export type Answer = UploadedText | { refused: { code: ProblemCode; said: Said } };

/**
 * The blocks of a text that somebody brought, told by its content. It is read in a thread of its own that is ended with it, within 20 seconds and
 * bounds of memory; no file is written, nothing in it is run and nothing that it names is fetched.
 * @throws Problem too-large, unsupported, invalid-file, busy
 *
 * @example (await readUploadedText(bytes, "act.docx")).blocks[0] // { kind: "heading", level: 1, text: "Software Act" }
 */
export async function readUploadedText(bytes: Uint8Array, fileName: string): Promise<UploadedText> {
  if (bytes.length === 0) throw new Problem("invalid-file", "The file is empty; expected a text. Choose another one.");
  if (bytes.length > LARGEST_FILE)
    throw new Problem("too-large", "The file is larger than 25 MB; expected a text. Take pictures out of it, or send it in parts.");
  await takeTurn();
  try {
    const answer = await readInThread({ bytes: Uint8Array.from(bytes), fileName: fileName.slice(0, 300) });
    if ("refused" in answer) throw new Problem(answer.refused.code, answer.refused.said);
    if (answer.blocks.length === 0) throw new Problem("invalid-file", "No text was found in the file. Look whether it is the right one.");
    return answer;
  } finally {
    giveTurn();
  }
}

async function readInThread(reading: Reading): Promise<Answer> {
  const worker = start({
    workerData: reading,
    transferList: [reading.bytes.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB, maxYoungGenerationSizeMb: 64 },
    env: {},
    stdout: true,
    stderr: true,
  });
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  worker.once("message", resolve);
  worker.once("error", (cause) => reject(isMemory(cause) ? tooMuch() : unreadable(cause)));
  worker.once("exit", () => reject(unreadable()));
  const late = setTimeout(() => reject(tooSlow()), LONGEST_SECONDS * 1000);
  const look = setInterval(() => {
    worker.getHeapStatistics().then(
      ({ external_memory }) => external_memory > MOST_BUFFERS && reject(tooMuch()),
      () => {},
    );
  }, LOOK_EVERY_MS);
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    clearInterval(look);
    await worker.terminate();
  }
}

/** From source a thread needs the loader that reads TypeScript; the bundle has a plain file beside it. */
function start(options: WorkerOptions): Worker {
  if (import.meta.url.endsWith(".ts"))
    return new Worker(new URL("./uploaded-text-worker.ts", import.meta.url), { ...options, execArgv: ["--import", "tsx"] });
  const bundled = join(packageRoot, "dist", "uploaded-text-worker.js");
  return new Worker(existsSync(bundled) ? bundled : new URL("./uploaded-text-worker.js", import.meta.url), { ...options, execArgv: [] });
}

let reading = 0;
const waiting: (() => void)[] = [];

/** Few files are read at once, so that readers of pages are not kept waiting and memory stays bounded. */
async function takeTurn(): Promise<void> {
  if (reading < AT_ONCE) {
    reading++;
    return;
  }
  if (waiting.length >= MOST_WAITING)
    throw new Problem("busy", "Many files are being read just now. Send yours again in a minute.", { retryAfter: 60 });
  await new Promise<void>((resolve) => waiting.push(resolve));
}

function giveTurn(): void {
  const next = waiting.shift();
  if (next) next();
  else reading--;
}

const isMemory = (cause: Error): boolean => "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";

const tooMuch = () =>
  new Problem(
    "too-large",
    "The file unpacks to more than can be held; expected a text. Save it again without pictures, or send it as plain text.",
  );
const tooSlow = () =>
  new Problem("too-large", says`The file takes longer than ${LONGEST_SECONDS} seconds to read. Send it in parts, or as plain text.`);
const unreadable = (cause?: Error) =>
  new Problem(
    "invalid-file",
    "The file cannot be read: it is broken, or made in an unusual way. Save it again, or send it as plain text.",
    { cause },
  );

import { parentPort } from "node:worker_threads";
import type { Fault } from "../../../shared/problem.ts";
import type { Observation } from "../../fact.ts";
import { linesOf, readBlocks } from "./blocks.ts";
import { observeBlock, type Telling, tooLong } from "./line.ts";
import { linesOfRange, type Range } from "./ranges.ts";
import { type Answer, packed, type Work } from "./threads.ts";

/** Reads the parts of a file that threads.ts hands over, one answer each. */
parentPort?.on("message", async ({ id, part, file, ...rest }: Work) => {
  const faults: Fault[] = [];
  const telling: Telling = { ...rest, onFault: (fault) => faults.push(fault) };
  const seen: Seen =
    "bytes" in part
      ? { observations: observeBlock({ ...part, bytes: Buffer.from(part.bytes.buffer) }, file, telling), lines: 0 }
      : await observeRange(part, file, telling);
  const observations = packed(seen.observations);
  parentPort?.postMessage({ id, observations, faults, lines: seen.lines } satisfies Answer, [observations.buffer]);
});

interface Seen {
  observations: Observation[];
  lines: number;
}

async function observeRange(range: Range, file: string, telling: Telling): Promise<Seen> {
  const seen: Seen = { observations: [], lines: 0 };
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of linesOfRange(range)) {
      seen.lines += linesOf(chunk);
      yield chunk;
    }
  };
  const long = (line: number) => telling.onFault(tooLong(file, line, telling.longestLine));
  for await (const block of readBlocks(counted(), telling.longestLine, long)) seen.observations.push(...observeBlock(block, file, telling));
  return seen;
}

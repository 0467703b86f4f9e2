import { parentPort } from "node:worker_threads";
import type { Fault } from "../../../shared/problem.ts";
import { observeBlock } from "./line.ts";
import type { Answer, Work } from "./threads.ts";

/** Reads the blocks of lines that threads.ts hands over, one answer each. */
parentPort?.on("message", ({ id, firstLine, bytes, ...rest }: Work) => {
  const faults: Fault[] = [];
  const block = { firstLine, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  const observations = observeBlock(block, rest.file, { ...rest, onFault: (fault) => faults.push(fault) });
  parentPort?.postMessage({ id, observations, faults } satisfies Answer);
});

import { parentPort } from "node:worker_threads";
import { Problem } from "../../../shared/problem.ts";
import { observeRepository } from "./observe.ts";
import type { Told, Work } from "./threads.ts";

/** Looks at one folder after the other as threads.ts asks. What is no Problem ends the thread, and is told there. */
parentPort?.on("message", async ({ address, options }: Work) => {
  const tell = (told: Told) => parentPort?.postMessage(told);
  try {
    const observation = await observeRepository(address, { ...options, onProgress: (say) => tell({ say }) });
    tell({ observation: JSON.stringify(observation) });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, message, faults } = error;
    tell({ problem: { code, message, faults } });
  }
});

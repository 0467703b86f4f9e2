import { parentPort } from "node:worker_threads";
import { Problem, type Said } from "../../shared/problem.ts";
import type { Document, DocumentFormat } from "./document.ts";
import { writeDocument } from "./formats.ts";

/** What is asked of the thread, one document at a time. */
export interface Asked {
  document: Document;
  format: DocumentFormat;
}
export type Answered = { bytes: Uint8Array } | { problem: [code: Problem["code"], said: Said] } | { failed: string };

parentPort?.on("message", async ({ document, format }: Asked) => {
  let answered: Answered;
  try {
    answered = { bytes: await writeDocument(document, format) };
  } catch (error) {
    answered = error instanceof Problem ? { problem: [error.code, error.said] } : { failed: String(error) };
  }
  parentPort?.postMessage(answered);
});

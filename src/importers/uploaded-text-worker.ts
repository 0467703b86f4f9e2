import { parentPort, workerData } from "node:worker_threads";
import { Problem } from "../shared/problem.ts";
import type { BlockList } from "./block-list.ts";
import { type Content, contentOf } from "./content-kind.ts";
import type { Answer, Reading } from "./uploaded-text.ts";

/** Reads the one file it is given and answers once: what it found, or why it cannot be read. */
async function answer(): Promise<Answer> {
  const { bytes, fileName } = workerData as Reading;
  try {
    const content = contentOf(bytes, fileName);
    const list = await listOf(content, bytes);
    if ("note" in content && content.note) list.notes.add(content.note);
    return { blocks: [...list.blocks], kind: content.kind, notes: [...list.notes] };
  } catch (error) {
    if (error instanceof Problem) return { refused: { code: error.code, message: error.message } };
    throw error;
  }
}

/** Each reader is loaded only when it is needed. */
async function listOf(content: Content, bytes: Uint8Array): Promise<BlockList> {
  switch (content.kind) {
    case "docx":
      return (await import("./docx/read.ts")).readDocx(bytes);
    case "pdf":
      return (await import("./pdf/read.ts")).readPdf(bytes);
    case "html":
      return (await import("./html/read.ts")).readHtml(content.text);
    case "markdown":
      return (await import("./markdown/read.ts")).readMarkdown(content.text);
    case "plain-text":
      return (await import("./plain-text/read.ts")).readPlainText(content.text);
  }
}

parentPort?.postMessage(await answer());

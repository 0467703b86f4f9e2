import { parentPort, workerData } from "node:worker_threads";
import { Problem, says } from "../shared/problem.ts";
import type { BlockList } from "./block-list.ts";
import { type Content, contentOf } from "./content-kind.ts";
import type { Answer, Reading } from "./uploaded-text.ts";

const LARGEST_BUFFER = 210_000_000;

/**
 * A stream of a PDF that unpacks without end doubles its buffer faster than anybody looks from outside, so that a buffer is refused when it is asked
 * for. This thread alone is concerned, and it is ended at once.
 */
function boundBuffers(): void {
  const refused: Answer = {
    refused: {
      code: "too-large",
      said: says`The file unpacks to more than can be held; expected a text. Save it again, or send it as plain text.`,
    },
  };
  const bounded: typeof Uint8Array = new Proxy(Uint8Array, {
    construct(target, given: unknown[], asked) {
      if (typeof given[0] === "number" && given[0] > LARGEST_BUFFER) {
        parentPort?.postMessage(refused);
        throw new RangeError("a buffer larger than any text");
      }
      return Reflect.construct(target, given, asked === bounded ? target : asked);
    },
  });
  globalThis.Uint8Array = bounded;
  // It would gather any number of small pieces; without it the reader of PDF unpacks into one buffer.
  Reflect.deleteProperty(globalThis, "DecompressionStream");
}

/** Reads the one file it is given and answers once: what it found, or why it cannot be read. */
async function answer(): Promise<Answer> {
  const { bytes, fileName } = workerData as Reading;
  try {
    const content = contentOf(bytes, fileName);
    const list = await listOf(content, bytes);
    if ("note" in content && content.note) list.notes.add(content.note);
    return { blocks: [...list.blocks], kind: content.kind, notes: [...list.notes] };
  } catch (error) {
    if (error instanceof Problem) return { refused: { code: error.code, said: error.said } };
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

boundBuffers();
parentPort?.postMessage(await answer());

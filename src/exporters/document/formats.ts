import { docx } from "../docx/write.ts";
import { markdown } from "../markdown/write.ts";
import { odt } from "../odt/write.ts";
import { pdf } from "../pdf/write.ts";
import type { Document, DocumentFormat } from "./document.ts";

const writers: Record<DocumentFormat, (document: Document) => Promise<Uint8Array> | Uint8Array | string> = { docx, odt, pdf, md: markdown };

/** Writes a document here and now; the web does so in a thread (`thread.ts`). */
export async function writeDocument(document: Document, format: DocumentFormat): Promise<Uint8Array> {
  const written = await writers[format](document);
  return typeof written === "string" ? new TextEncoder().encode(written) : written;
}

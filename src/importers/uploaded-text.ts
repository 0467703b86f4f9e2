import { Problem } from "../shared/problem.ts";
import type { TextBlock } from "../shared/text-block.ts";

export interface UploadedText {
  blocks: TextBlock[];
  kind: "docx" | "pdf" | "html" | "markdown" | "plain-text";
  /** what a person should know of how it was read */
  notes: string[];
}

/** The blocks of a text that somebody brought. */
export async function readUploadedText(bytes: Uint8Array, fileName: string): Promise<UploadedText> {
  const text = new TextDecoder("utf-8").decode(bytes);
  if (text.includes("\0")) throw new Problem("unsupported", `“${fileName}” is no text that can be read here.`);
  const blocks = text.split(/\n\s*\n/).map((paragraph): TextBlock => ({ kind: "paragraph", text: paragraph.replace(/\s+/g, " ").trim() }));
  return { blocks: blocks.filter((block) => block.text), kind: "plain-text", notes: [] };
}

import { type Block, type Cell, type Document, numberText, plain } from "../document/document.ts";

/** A document as plain text: an empty line between blocks, headings underlined, items behind a dash or their letter. */
export function documentText({ title, subtitle, blocks }: Document): string {
  const lines = [underlined(title, "="), ...subtitle, ...blocks.map(writeBlock)];
  return `${lines.filter(Boolean).join("\n\n")}\n`;
}

function writeBlock(block: Block): string {
  if (block.kind === "heading") {
    const words = plain(block.runs);
    return underlined(`${numberText(block.numbered, words !== "")}${words}`, "-");
  }
  if (block.kind === "table")
    return [block.caption, ...[block.header, ...block.rows.map((row) => row.map(cell))].map((row) => row.join(" | "))].join("\n");
  const lead = plain(block.runs);
  const items = block.items.map(({ letter, runs }) => `${letter === undefined ? "-" : `(${letter})`} ${plain(runs)}`);
  return [block.quotation ? `“${lead}”` : `${block.number === undefined ? "" : `(${block.number}) `}${lead}`, ...items]
    .filter(Boolean)
    .join("\n");
}

function cell(content: Cell): string {
  return content.map(plain).join(" / ");
}

function underlined(words: string, line: string): string {
  return words && `${words}\n${line.repeat(Math.min(words.length, 78))}`;
}

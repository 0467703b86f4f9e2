import { type Block, type Cell, captioned, type Document, noteEdges, numberText, printable, type Run } from "../document/document.ts";

/** A document as Markdown (CommonMark, with the tables and notes of GitHub): what people wrote never becomes a mark of its own. */
export function markdown(document: Document): string {
  const { title, subtitle, direction, language, blocks, notes } = document;
  const lines = [
    `# ${escaped(title)}`,
    ...subtitle.map((line) => escaped(line)),
    ...captioned(blocks).flatMap(writeBlock),
    ...(notes.length > 0 ? [`## ${escaped(document.notesTitle)}`] : []),
    ...notes.map(
      ({ id, who, at, paragraphs }) => `[^${id + 1}]: ${escaped(who)}, ${at.slice(0, 10)}: ${paragraphs.map(escaped).join(" ")}`,
    ),
    ...(document.trail ? [`---`, escaped(document.trail)] : []),
  ];
  const text = `${lines.filter(Boolean).join("\n\n")}\n`;
  return direction === "rtl" ? `<div dir="rtl" lang="${language}">\n\n${text}\n</div>\n` : text;
}

function writeBlock(block: Block): string[] {
  if (block.kind === "heading")
    return [
      `${"#".repeat(Math.min(6, block.level + 1))} ${escaped(numberText(block.numbered, block.runs.length > 0))}${inline(block.runs)}`.trimEnd(),
    ];
  if (block.kind === "table") return [table(block)];
  const lead = block.number === undefined ? inline(block.runs) : `\\(${block.number}\\) ${inline(block.runs)}`;
  const items = block.items.map(({ letter, runs }) => `- ${letter === undefined ? "" : `\\(${letter}\\) `}${inline(runs)}`).join("\n");
  return [block.quotation ? `> ${lead}` : lead, items];
}

function table({ header, rows }: Extract<Block, { kind: "table" }>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const cell = (content: Cell) => content.map(inline).join("<br>");
  return [line(header.map(escaped)), line(header.map(() => "---")), ...rows.map((row) => line(row.map(cell)))].join("\n");
}

function inline(runs: readonly Run[]): string {
  return noteEdges(runs)
    .map(({ run, end }) => {
      const text = escaped(run.text);
      const looked = run.bold && text.trim() ? text.replace(/\S(?:.*\S)?/su, (words) => `**${words}**`) : text;
      const linked = run.address ? `[${looked}](<${addressOf(run.address)}>)` : looked;
      return linked + end.map((note) => `[^${note + 1}]`).join("");
    })
    .join("")
    .trim();
}

/** Every sign that Markdown or HTML could read as a mark, and what begins a list at the start of a line. */
function escaped(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]<>()#+!|~$&@:^=-]/g, (sign) =>
      sign === "<" ? "&lt;" : sign === "&" ? "&amp;" : needsNone(sign) ? sign : `\\${sign}`,
    )
    .replace(/^(\s*\d+)([.)])/, "$1\\$2");
}

function needsNone(sign: string): boolean {
  return sign === "@" || sign === ":";
}

function addressOf(address: string): string {
  return printable(address).replace(/[<>\\\s|]/g, (sign) => encodeURIComponent(sign));
}

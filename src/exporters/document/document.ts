/** Words of one look. A run is never broken by a line; what is anchored on it are numbers of the document's notes. */
export interface Run {
  text: string;
  bold?: true;
  /** a blank nobody has filled, or a reference to nothing: highlighted, and in brackets already */
  open?: true;
  /** id of a heading of this document */
  to?: string;
  /** an outside address, http or https */
  address?: string;
  /** where it differs from the document's */
  language?: string;
  notes?: readonly number[];
}

/** A number that a word processor makes itself: "Article" 5. */
export interface HeadingNumber {
  series: "part" | "article" | "annex";
  /** "Article"; empty where there is none */
  word: string;
  /** "5", "II", "A" as the document says it */
  number: string;
}

export type Block =
  | { kind: "heading"; level: number; runs: readonly Run[]; id?: string; numbered?: HeadingNumber }
  | { kind: "paragraph"; number?: string; runs: readonly Run[]; items: readonly Item[]; quotation?: true }
  | {
      kind: "table";
      caption?: string;
      header: readonly string[];
      shares: readonly number[];
      rows: readonly (readonly Cell[])[];
      /** in small print: a list to look something up in */
      small?: true;
    };

export interface Item {
  /** "a"; absent: a bullet */
  letter?: string;
  runs: readonly Run[];
}

/** The paragraphs of one cell. */
export type Cell = readonly (readonly Run[])[];

/** A comment that word processors show in the margin. */
export interface Note {
  /** from 0, in the order of the list */
  id: number;
  who: string;
  /** ISO date and time */
  at: string;
  paragraphs: readonly string[];
  resolved: boolean;
  /** the note that this one answers */
  answers?: number;
}

/** A document before it has a format: plain data, so that a thread can be handed it. Every writer takes this and nothing else. */
export interface Document {
  title: string;
  subtitle: string[];
  /** BCP 47 tag */
  language: string;
  direction: "ltr" | "rtl";
  author?: string;
  /** ISO date and time that stands in its metadata; the same document gives the same file */
  changedAt: string;
  blocks: readonly Block[];
  notes: readonly Note[];
  /** "Page" and "of" in its language, for the foot of pages */
  page: readonly [page: string, of: string];
  /** how many things were done to the draft and the fingerprint of the last, in words: whoever holds the file sees when they are cut later */
  trail?: string;
  /** what notes are called, where a format lists them at the end */
  notesTitle: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML and PDF refuse
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF\uFDD0-\uFDEF]/g;
/** Embeddings and overrides make a reader see other words than those that are written. Marks and isolates stay: Arabic text needs them. */
const OVERRIDES = /[\u202A-\u202E]/g;

/** Text that every format can hold: no control characters, no halves of characters, no overriding of direction, one line. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(UNPRINTABLE, "")
    .replace(OVERRIDES, "")
    .replace(/\s/g, (sign) => (sign === "\u00A0" || sign === "\u202F" ? sign : " "));
}

/** A run of plain words, or with a look. */
export function run(text: string, look: Omit<Run, "text"> = {}): Run {
  return { text: printable(text), ...look };
}

/** A paragraph of plain words. */
export function paragraph(...runs: readonly (Run | string)[]): Block {
  return { kind: "paragraph", runs: runsOf(runs), items: [] };
}

/** Items without letters. */
export function bullets(items: readonly (readonly Run[])[]): Block {
  return { kind: "paragraph", runs: [], items: items.map((runs) => ({ runs })) };
}

function runsOf(runs: readonly (Run | string)[]): Run[] {
  return runs.map((one) => (typeof one === "string" ? run(one) : one));
}

/** A heading without a number. */
export function heading(level: number, text: string, id?: string): Block {
  return { kind: "heading", level, runs: [run(text)], ...(id ? { id } : {}) };
}

/**
 * Headings that go down one level at a time, as readers who jump from one to the next expect and PDF/UA asks; those that were of one level
 * under the same heading stay so: articles before the first chapter stand beside it.
 */
export function inOrder(blocks: readonly Block[]): Block[] {
  const above: number[] = [];
  return blocks.map((block) => {
    if (block.kind !== "heading") return block;
    while (above.length > 0 && (above.at(-1) ?? 0) >= block.level) above.pop();
    return { ...block, level: above.push(block.level) };
  });
}

/** The words of runs. */
export function plain(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

/** "Article 5. " or nothing. */
export function numberText(numbered: HeadingNumber | undefined, hasWords: boolean): string {
  if (!numbered) return "";
  return `${[numbered.word, numbered.number].filter(Boolean).join(" ")}${hasWords ? ". " : ""}`;
}

/** Where notes begin and end in a row of runs: before each run those that begin, behind it those that end. */
export function noteEdges(runs: readonly Run[]): { run: Run; begin: number[]; end: number[] }[] {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  runs.forEach(({ notes = [] }, index) => {
    for (const note of notes) {
      if (!first.has(note)) first.set(note, index);
      last.set(note, index);
    }
  });
  return runs.map((one, index) => ({
    run: one,
    begin: (one.notes ?? []).filter((note) => first.get(note) === index),
    end: (one.notes ?? []).filter((note) => last.get(note) === index),
  }));
}

/** A table's caption, where it has one, as the paragraph before it. */
export function captioned(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    block.kind === "table" && block.caption ? [paragraph(run(block.caption, { bold: true })), block] : [block],
  );
}

type Paragraph = Extract<Block, { kind: "paragraph" }>;

/** Blocks with the numbered paragraphs of one article together: they are one list, and the next article begins another. */
export function grouped(blocks: readonly Block[]): (Exclude<Block, Paragraph> | Paragraph | { kind: "list"; paragraphs: Paragraph[] })[] {
  const groups: ReturnType<typeof grouped> = [];
  for (const block of captioned(blocks)) {
    const last = groups.at(-1);
    if (block.kind !== "paragraph" || block.number === undefined) groups.push(block);
    else if (last?.kind === "list" && block.number !== "1") last.paragraphs.push(block);
    else groups.push({ kind: "list", paragraphs: [block] });
  }
  return groups;
}

/** The formats that any document can be written in. */
export const documentFormats = ["docx", "odt", "pdf", "md"] as const;
export type DocumentFormat = (typeof documentFormats)[number];

import { BlockList, numberedBlock } from "../block-list.ts";
import { Numbering } from "./numbering.ts";
import { openPackage } from "./package.ts";
import { type ParagraphStyle, readStyles } from "./styles.ts";
import { readTree, walkXml, within } from "./xml.ts";

/**
 * The text of a Word file: headings by style or outline level, automatic numbers written out, tables row by row, footnotes at the end. What
 * tracked changes took out is left out and what they put in is kept. Macros, comments, headers and pictures are not read, and nothing is fetched.
 * Format: ECMA-376 part 1, WordprocessingML.
 * @throws Problem invalid-file, unsupported, too-large
 */
export function readDocx(bytes: Uint8Array): BlockList {
  const { document, beside, names } = openPackage(bytes);
  const list = new BlockList();
  const [stylesPart, numberingPart] = [beside("styles"), beside("numbering")];
  const styles = stylesPart && readTree(stylesPart);
  const listOfStyle = (id: string) =>
    within(
      styles?.children.find(({ attributes }) => attributes.styleId === id),
      "pPr",
      "numPr",
      "numId",
    )?.attributes.val;
  const numbering = new Numbering(numberingPart && readTree(numberingPart), listOfStyle);
  const reading: Reading = { list, styleOf: readStyles(styles), numbering, notes: [] };
  walkXml(document, new TextListener(reading));
  addNotes(reading, beside);
  if (names.some((name) => /vbaproject/i.test(name))) list.notes.add("The file holds macros; they were neither read nor run.");
  if (names.some((name) => /\/comments[^/]*\.xml$/i.test(name))) list.notes.add("Comments in the file were left out.");
  if (names.some((name) => /\/embeddings\//i.test(name))) list.notes.add("Files embedded in the file were not read.");
  return list;
}

interface Reading {
  list: BlockList;
  styleOf: (id: string | undefined) => ParagraphStyle;
  numbering: Numbering;
  /** the footnotes and endnotes that the text names, in its order: "footnotes 3" */
  notes: string[];
}

/** Footnotes, then endnotes, in the order in which the text names them. */
function addNotes({ list, notes, ...reading }: Reading, beside: (name: string) => Uint8Array | undefined): void {
  const texts = new Map<string, string>();
  for (const part of ["footnotes", "endnotes"]) {
    const bytes = beside(part);
    if (!bytes || !notes.some((note) => note.startsWith(part))) continue;
    const inner = new TextListener({ ...reading, list: new BlockList(), notes: [] }, (id, text) => texts.set(`${part} ${id}`, text));
    walkXml(bytes, inner);
  }
  notes.forEach((note, index) => {
    list.add({ kind: "item", level: 1, number: `[${index + 1}]`, text: texts.get(note) ?? "" });
  });
  if (notes.length > 0) list.notes.add("Footnotes stand at the end of the text; [1], [2] … show where they belong.");
}

interface Paragraph {
  text: string;
  style?: string;
  numId?: string;
  level?: number;
  outline?: number;
  /** its end was deleted, so that the next one goes on in it */
  joined?: boolean;
}

const revised = new Set(["del", "moveFrom"]);
/** Elements whose content is no text of the document as it stands. */
const skipped = new Set([
  ...revised,
  "pPrChange",
  "rPrChange",
  "sectPrChange",
  "tblPrChange",
  "trPrChange",
  "tcPrChange",
  "mc:Fallback",
  "rt",
]);

class TextListener {
  readonly #reading: Reading;
  readonly #onNote: ((id: string, text: string) => void) | undefined;
  readonly #open: string[] = [];
  readonly #paragraphs: Paragraph[] = [];
  readonly #rows: { deleted: boolean }[] = [];
  /** how many elements were open where skipping began */
  #skipFrom: number | undefined;
  #contents: number | undefined;
  #carried = "";
  #note: { id: string; text: string } | undefined;

  constructor(reading: Reading, onNote?: (id: string, text: string) => void) {
    this.#reading = reading;
    this.#onNote = onNote;
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    const parent = this.#open.at(-1);
    this.#open.push(name);
    if (this.#skipFrom !== undefined) return;
    const paragraph = this.#paragraphs.at(-1);
    if (name === "del" && parent === "rPr" && this.#open.at(-3) === "pPr") {
      if (paragraph) paragraph.joined = true;
    } else if (name === "del" && parent === "trPr") {
      const row = this.#rows.at(-1);
      if (row) row.deleted = true;
    } else if (skipped.has(name)) this.#skipFrom = this.#open.length;
    if (revised.has(name) || name === "ins" || name === "moveTo")
      this.#reading.list.notes.add("Tracked changes: what was deleted is left out, what was inserted is kept.");
    if (name === "altChunk") this.#reading.list.notes.add("A document embedded in the text was not read.");
    if (this.#skipFrom !== undefined) return;
    if (name === "docPartGallery" && /table of contents/i.test(attribute("val") ?? "")) this.#contents = this.#open.lastIndexOf("sdt");
    this.#openPart(name, attribute, parent, paragraph);
  }

  #openPart(
    name: string,
    attribute: (name: string) => string | undefined,
    parent: string | undefined,
    paragraph: Paragraph | undefined,
  ): void {
    const { list, notes } = this.#reading;
    if (name === "p") this.#paragraphs.push({ text: "" });
    else if (name === "tr") {
      this.#rows.push({ deleted: false });
      list.openRow();
    } else if (name === "tc") list.openCell();
    else if (name === "footnote" || name === "endnote") this.#note = { id: attribute("id") ?? "", text: "" };
    else if (!paragraph) return;
    else if (parent === "pPr" || parent === "numPr") readProperty(paragraph, name, attribute("val"));
    else if (name === "tab" || name === "br" || name === "cr") paragraph.text += " ";
    else if (name === "noBreakHyphen") paragraph.text += "-";
    else if ((name === "footnoteReference" || name === "endnoteReference") && !this.#onNote) {
      notes.push(`${name.replace("Reference", "s")} ${attribute("id") ?? ""}`);
      paragraph.text += `[${notes.length}]`;
    }
  }

  close(name: string): void {
    const depth = this.#open.length;
    this.#open.pop();
    if (this.#skipFrom !== undefined) {
      if (depth === this.#skipFrom) this.#skipFrom = undefined;
      return;
    }
    const { list } = this.#reading;
    if (name === "p") this.#endParagraph();
    else if (name === "tc") list.closeCell();
    else if (name === "tr") list.closeRow(this.#rows.pop()?.deleted);
    else if ((name === "footnote" || name === "endnote") && this.#note) {
      this.#onNote?.(this.#note.id, this.#note.text.trim());
      this.#note = undefined;
    }
    if (name === "sdt" && this.#contents === depth - 1) this.#contents = undefined;
  }

  text(text: string): void {
    if (this.#skipFrom !== undefined || this.#open.at(-1) !== "t") return;
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.text += text;
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph || this.#contents !== undefined) return;
    const text = this.#carried + paragraph.text;
    this.#carried = paragraph.joined ? text : "";
    if (paragraph.joined) return;
    if (this.#note) this.#note.text += ` ${text}`;
    else this.#addBlock(paragraph, text);
  }

  #addBlock(paragraph: Paragraph, text: string): void {
    const { list, styleOf, numbering } = this.#reading;
    const style = styleOf(paragraph.style);
    if (/^(?:toc \d|table of figures|toa heading)/.test(style.name)) return;
    const numId = paragraph.numId ?? style.numId;
    const level = paragraph.level ?? (numId === undefined ? 0 : (numbering.levelOfStyle(numId, paragraph.style) ?? style.level ?? 0));
    const number = numId === undefined || numId === "0" ? "" : numbering.next(numId, level).trim();
    const outline = paragraph.outline ?? style.outline ?? 9;
    if (outline < 9) list.add({ kind: "heading", level: outline + 1, ...(number && number !== "•" ? { number } : {}), text });
    else if (number === "•") list.add({ kind: "item", level: level + 1, text });
    else list.add(number ? numberedBlock(number, level + 1, text, false) : { kind: "paragraph", text });
  }
}

function readProperty(paragraph: Paragraph, name: string, value: string | undefined): void {
  if (value === undefined) return;
  const count = Math.min(9, Math.max(0, Number.parseInt(value, 10) || 0));
  if (name === "pStyle") paragraph.style = value;
  else if (name === "numId") paragraph.numId = value;
  else if (name === "ilvl") paragraph.level = count;
  else if (name === "outlineLvl") paragraph.outline = count;
}

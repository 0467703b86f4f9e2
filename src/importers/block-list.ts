import { Problem, type Said, says } from "../shared/problem.ts";
import type { TextBlock } from "../shared/text-block.ts";

/** What a text of one file may hold at most, whatever its format. */
const MOST_BLOCKS = 100_000;
export const MOST_CHARACTERS = 5_000_000;

/** The blocks of one file as its reader finds them, with notes on how it was read. Bounds are kept here, for every format alike. */
export class BlockList {
  readonly notes = new Set<string>();
  readonly #blocks: TextBlock[] = [];
  readonly #rows: TextBlock[][][] = [];
  /** Where blocks go: the text itself, or the innermost open cell of a table. */
  readonly #targets: TextBlock[][] = [this.#blocks];
  #count = 0;
  #characters = 0;

  get blocks(): readonly TextBlock[] {
    return this.#blocks;
  }

  /**
   * One more block; nothing where its text is empty. White space becomes single spaces.
   * @throws Problem too-large
   */
  add(block: TextBlock): void {
    const text = block.kind === "table-row" ? block.text.split("\t").map(tidy).join("\t") : tidy(block.text);
    if (text.trim() === "") return;
    this.#characters += text.length;
    if (++this.#count > MOST_BLOCKS) throw tooLarge(says`has more than ${MOST_BLOCKS.toLocaleString("en")} paragraphs`);
    if (this.#characters > MOST_CHARACTERS) throw tooLarge(says`has more than ${MOST_CHARACTERS.toLocaleString("en")} characters of text`);
    this.#targets.at(-1)?.push({ ...block, text });
  }

  openRow(): void {
    this.#rows.push([]);
  }

  openCell(): void {
    this.#targets.push([]);
  }

  closeCell(): void {
    const cell = this.#targets.length > 1 ? this.#targets.pop() : undefined;
    if (cell) this.#rows.at(-1)?.push(cell);
  }

  /** A row becomes one block; one that only lays out a page (a single full cell, headings or tables within) gives what its cells hold. */
  closeRow(deleted = false): void {
    const cells = this.#rows.pop() ?? [];
    if (deleted) return;
    const full = cells.filter((cell) => cell.length > 0);
    const laysOut = full.length === 1 || full.some((cell) => cell.some(({ kind }) => kind === "heading" || kind === "table-row"));
    const target = this.#targets.at(-1);
    if (laysOut) for (const cell of full) for (const block of cell) target?.push(block);
    else if (full.length > 1) target?.push({ kind: "table-row", text: cells.map((cell) => cell.map(written).join(" ")).join("\t") });
  }
}

/**
 * A numbered piece of a text. Numbers of paragraphs ("2", "1.1", "§ 3") stay paragraphs, as a law's articles are made of them; letters, small
 * Roman numbers and what stands in a list within a list are items.
 *
 * @example numberedBlock("(a)", 1, "source code") // { kind: "item", level: 1, number: "(a)", text: "source code" }
 */
export function numberedBlock(number: string, level: number, text: string, nested = level > 1): TextBlock {
  const inner = /^\(?(?:\p{Ll}{1,7}|\p{Lu}|[أ-ي])[.)]{0,2}$/u.test(number) || (nested && !/\d[.]\d|\p{L}/u.test(number));
  return inner ? { kind: "item", level, number, text } : { kind: "paragraph", number, text };
}

const written = ({ number, text }: TextBlock): string => (number ? `${number} ${text}` : text);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that no text needs
const unreadable = /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B\uFEFF]/g;

function tidy(text: string): string {
  return text.replace(unreadable, "").replace(/\s+/gu, " ").trim().toWellFormed();
}

function tooLarge(what: Said): Problem {
  return new Problem("too-large", says`The file ${what}; nothing so long is read at once. Send it in parts.`);
}

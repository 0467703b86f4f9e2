import type { TextBlock } from "../../shared/text-block.ts";
import { type Beginning, beginningOf } from "./article-number.ts";
import { pageFurniture } from "./page-furniture.ts";

/** One article, section or numbered paragraph of a text: what gets a coding of its own. */
export interface Article {
  /** Unique in the text, from the number or the heading: "art-3", "s-16a", "3-2", "annex-a-1". */
  readonly id: string;
  /** As written: "Art. 3", "§ 16a", "28¹", "2-bis"; empty where the text gives none. */
  readonly number: string;
  readonly heading?: string;
  /** What it says, without number and heading; blocks joined by line feeds. */
  readonly text: string;
  /** First and last block, counted from 0, heading included. */
  readonly blocks: readonly [from: number, to: number];
}

export interface SplitText {
  readonly articles: readonly Article[];
  /** What stands before the first article: title, enacting words, recitals. */
  readonly preamble: string;
  readonly annexes: readonly Article[];
}

interface Start {
  readonly at: number;
  readonly number: string;
  readonly heading?: string;
  /** Text of the first block after its number and heading. */
  readonly rest: string;
}

const longestHeading = 220;
/** A text under a single heading is one section up to this many characters. */
const longestSection = 10_000;

/**
 * Splits a text into articles. A text with articles or paragraph signs is split there; one without at its headings; one without those at its
 * numbered paragraphs, or else at every paragraph. What follows the last article or heading is split at its numbered headings: a resolution of three
 * articles often puts a directive into force. Running heads, page numbers and tables of contents are left out. Nothing is thrown: any list of
 * blocks can be split, an empty one into nothing. Linear in the length of the text.
 *
 * @example splitArticles([{ kind: "paragraph", text: "Art. 1 Purpose" }, { kind: "paragraph", text: "This Act …" }], "en").articles[0].number // "Art. 1"
 */
export function splitArticles(blocks: readonly TextBlock[], _language: string | undefined): SplitText {
  const furniture = pageFurniture(blocks);
  const beginnings = blocks.map((block, at) => (furniture.has(at) ? undefined : beginningOfBlock(block)));
  const annexAt = firstAnnex(blocks, beginnings);
  const body = articlesBetween(blocks, beginnings, furniture, 0, annexAt);
  const annexes = articlesBetween(blocks, beginnings, furniture, annexAt, blocks.length);
  const first = body[0]?.at ?? annexAt;
  const taken = new Set<string>();
  const made = (starts: readonly Start[], end: number, prefix: string) =>
    starts.flatMap((start, index) => article(blocks, furniture, start, (starts[index + 1]?.at ?? end) - 1, prefix, taken) ?? []);
  return {
    articles: made(body, annexAt, ""),
    preamble: joined(blocks, furniture, 0, first - 1),
    annexes: made(annexes, blocks.length, "annex-"),
  };
}

function beginningOfBlock(block: TextBlock): Beginning | undefined {
  if (block.kind === "table-row") return undefined;
  if (block.number === undefined) return beginningOf(block.text);
  const numbered = beginningOf(`${block.number} ${block.text.slice(0, 280)}`);
  return numbered ?? { kind: "numbered", number: block.number.slice(0, 40), rest: block.text.slice(0, 300) };
}

/** Where the annexes begin: the first annex heading in the second half of what is numbered, never the very first heading. */
function firstAnnex(blocks: readonly TextBlock[], beginnings: readonly (Beginning | undefined)[]): number {
  const isArticle = (beginning: Beginning | undefined) => beginning?.kind === "article";
  const firstArticle = beginnings.findIndex(isArticle);
  const lastArticle = beginnings.findLastIndex(isArticle);
  for (let at = 1; at < blocks.length; at++) {
    const block = blocks[at];
    if (beginnings[at]?.kind !== "annex" || block === undefined || block.text.length > 120) continue;
    const short = block.kind === "heading" || block.text.length < 60;
    const behind =
      firstArticle >= 0
        ? at > firstArticle && (at > lastArticle || block.kind === "heading")
        : block.kind === "heading" && at > blocks.length / 3;
    if (short && behind) return at;
  }
  return blocks.length;
}

function articlesBetween(
  blocks: readonly TextBlock[],
  beginnings: readonly (Beginning | undefined)[],
  furniture: ReadonlySet<number>,
  from: number,
  to: number,
): Start[] {
  const inside = (starts: Start[]) => withoutContents(blocks, starts, to);
  const named = inside(startsWhere(blocks, beginnings, from, to, (block, beginning) => isLegalStart(block, beginning)));
  const withRest = (starts: Start[]) => [
    ...starts,
    ...numberedHeadings(blocks, beginnings, furniture, (starts.at(-1)?.at ?? from) + 1, to),
  ];
  if (named.length >= 2 || (named.length === 1 && to - from <= 6)) return withRest(named);
  const headed = startsWhere(blocks, beginnings, from, to, (block) => block.kind === "heading").filter((_, at, all) =>
    hasBody(blocks, furniture, all, at, to),
  );
  if (headed.length >= 2 || (headed.length === 1 && from > 0)) return withRest(headed);
  const numbered = inside(
    startsWhere(blocks, beginnings, from, to, (block, beginning) => block.kind !== "item" && beginning?.kind === "numbered"),
  );
  if (numbered.length >= 2) return numbered;
  if (headed.length === 1 && lengthBetween(blocks, from, to) <= longestSection) return headed;
  return startsWhere(
    blocks,
    beginnings,
    from,
    to,
    (block, _beginning, at) => block.kind !== "table-row" && block.text.trim() !== "" && !furniture.has(at),
  );
}

/** Three or more short numbered lines from 1 or I on, each with text under it; one without is the heading of others. */
function numberedHeadings(
  blocks: readonly TextBlock[],
  beginnings: readonly (Beginning | undefined)[],
  furniture: ReadonlySet<number>,
  from: number,
  to: number,
): Start[] {
  const lines = startsWhere(
    blocks,
    beginnings,
    from,
    to,
    (block, beginning) => block.kind !== "item" && beginning?.kind === "numbered" && isHeadingLine(block.text.trim()),
  );
  const sections = lines.filter((_, at) => hasBody(blocks, furniture, lines, at, to));
  return sections.length >= 3 && /^(?:1|I)(?![\dIVX])/u.test(lines[0]?.number ?? "") ? sections : [];
}

const isHeadingLine = (text: string) => text.length <= 160 && !/[;:,]$/u.test(text) && (text.length <= 60 || !text.endsWith("."));

const lengthBetween = (blocks: readonly TextBlock[], from: number, to: number) =>
  blocks.slice(from, to).reduce((sum, { text }) => sum + text.length, 0);

function isLegalStart(block: TextBlock, beginning: Beginning | undefined): boolean {
  if (beginning === undefined || block.kind === "item") return false;
  if (beginning.kind === "article") return true;
  return beginning.kind === "disposition" && block.text.length <= 2000;
}

function startsWhere(
  blocks: readonly TextBlock[],
  beginnings: readonly (Beginning | undefined)[],
  from: number,
  to: number,
  wanted: (block: TextBlock, beginning: Beginning | undefined, at: number) => boolean,
): Start[] {
  const starts: Start[] = [];
  for (let at = from; at < to; at++) {
    const block = blocks[at];
    if (block !== undefined && wanted(block, beginnings[at], at)) starts.push(startOf(block, beginnings[at], at));
  }
  return starts;
}

/** Number and heading of a block that begins an article; a short rest without a full stop at its end is the heading. */
function startOf(block: TextBlock, beginning: Beginning | undefined, at: number): Start {
  const clean = (text: string) => text.replace(/^[\s*_#]{1,20}|[\s*_#]{1,20}$/gu, "");
  if (beginning === undefined || beginning.kind === "annex") {
    return block.kind === "heading" ? { at, number: "", heading: clean(block.text), rest: "" } : { at, number: "", rest: block.text };
  }
  const rest =
    block.number === undefined ? block.text.slice(Math.max(0, block.text.length - restLength(block.text, beginning))) : block.text;
  const heading = clean(rest);
  const isHeading = block.kind === "heading" || (heading.length <= longestHeading && !/[.;:,]$/u.test(heading.slice(-1)));
  if (heading === "") return { at, number: beginning.number, rest: "" };
  return isHeading ? { at, number: beginning.number, heading, rest: "" } : { at, number: beginning.number, rest };
}

/** How much of the block stands after its number; the beginning was read from the first 300 characters only. */
function restLength(text: string, beginning: Beginning): number {
  const head = text.slice(0, 300);
  const within = beginning.rest === "" ? head.length : head.lastIndexOf(beginning.rest);
  return text.length - Math.max(0, within);
}

/** Leaves out what a table of contents repeats: a start without text of its own whose number comes again later. */
function withoutContents(blocks: readonly TextBlock[], starts: readonly Start[], to: number): Start[] {
  const last = new Map<string, number>();
  for (const start of starts) last.set(start.number, start.at);
  return starts.filter((start, index) => {
    const end = starts[index + 1]?.at ?? to;
    const empty = start.rest === "" && end === start.at + 1 && blocks[start.at]?.kind !== "heading";
    return !(empty && (last.get(start.number) ?? start.at) > start.at);
  });
}

/** A heading that only holds other headings is no article. */
function hasBody(
  blocks: readonly TextBlock[],
  furniture: ReadonlySet<number>,
  starts: readonly Start[],
  index: number,
  to: number,
): boolean {
  const end = starts[index + 1]?.at ?? to;
  for (let at = (starts[index]?.at ?? end) + 1; at < end; at++) if (!furniture.has(at) && blocks[at]?.text.trim() !== "") return true;
  return false;
}

/** "TÍTULO V", "Chapter 2": a line of the table of parts that stands between two articles belongs to neither. */
const partLine =
  /^(?:título|titulo|capítulo|capitulo|sección|libro|chapter|part|title|titre|chapitre|partie|titolo|capo|sezione|abschnitt|kapitel|teil|раздел|глава|الباب|الفصل|القسم)\s{1,3}(?:[IVXLC]{1,7}|\d{1,3}|\p{L}{1,12})\b[^.;]{0,100}$/iu;

function isPartLine(block: TextBlock | undefined): boolean {
  return block !== undefined && block.text.length <= 120 && partLine.test(block.text.trim());
}

function article(
  blocks: readonly TextBlock[],
  furniture: ReadonlySet<number>,
  start: Start,
  to: number,
  prefix: string,
  taken: Set<string>,
): Article | undefined {
  let last = to;
  for (let at = to; at > Math.max(start.at, to - 4); at--) if (isPartLine(blocks[at])) last = at - 1;
  while (last > start.at && (blocks[last]?.kind === "heading" || blocks[last]?.text.trim() === "" || furniture.has(last))) last--;
  const body = joined(blocks, furniture, start.at + 1, last);
  const text = [start.rest, body].filter((part) => part !== "").join("\n");
  if (text === "" && start.number === "") return undefined;
  return {
    id: freeId(prefix + slug(start.number || start.heading || "p"), taken),
    number: start.number,
    ...(start.heading === undefined ? {} : { heading: start.heading }),
    text,
    blocks: [start.at, last],
  };
}

function joined(blocks: readonly TextBlock[], furniture: ReadonlySet<number>, from: number, to: number): string {
  const parts: string[] = [];
  let broken = false;
  for (let at = from; at <= to; at++) {
    const block = blocks[at];
    if (block === undefined || furniture.has(at)) continue;
    const text = block.number === undefined ? block.text : `${block.number} ${block.text}`;
    const before = parts.at(-1);
    broken = before !== undefined && block.page !== undefined && isBrokenLine(blocks[at - 1], before, text);
    if (broken && before !== undefined)
      parts[parts.length - 1] = /\p{L}[-\u00ad]$/u.test(before.slice(-2)) ? before.slice(0, -1) + text : `${before} ${text}`;
    else parts.push(text);
  }
  return parts.join("\n");
}

/** A page reader gives lines: one that does not end a sentence goes on in the next when that begins with a small letter. */
function isBrokenLine(previous: TextBlock | undefined, before: string, text: string): boolean {
  return previous?.kind === "paragraph" && /[\p{L}\p{N},\-\u00ad]$/u.test(before.slice(-2)) && /^\p{Ll}/u.test(text.slice(0, 2));
}

function slug(text: string): string {
  const marked = text
    .slice(0, 200)
    .replace(/§/gu, "s")
    .replace(/[¹²³⁴⁵⁶⁷⁸⁹⁰]/gu, (digit) => `-sup${"⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)}`);
  const plain = marked.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (
    plain
      .replace(/[^\p{L}\p{N}]{1,100}/gu, "-")
      .replace(/^-|-$/gu, "")
      .slice(0, 50) || "p"
  );
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let copy = 2; taken.has(id); copy++) id = `${wanted}-${copy}`;
  taken.add(id);
  return id;
}

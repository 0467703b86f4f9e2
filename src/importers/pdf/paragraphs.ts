import type { TextBlock } from "../../shared/text-block.ts";
import { beginsAnew, blockOfText, joinLines } from "../lines.ts";
import type { Line } from "./line.ts";

/** The lines of one page, in reading order. */
export interface Page {
  number: number;
  height: number;
  lines: Line[];
}

/** The paragraphs, headings and rows of tables that the lines of all pages make; heads, feet and page numbers are left out. */
export function paragraphsOf(pages: readonly Page[]): TextBlock[] {
  const furniture = furnitureOf(pages);
  const lines = pages.flatMap((page) => page.lines.filter((line) => !furniture.has(line)).map((line) => ({ ...line, page: page.number })));
  const look = lookOf(lines);
  const blocks: TextBlock[] = [];
  let open: PlacedLine[] = [];
  const close = () => {
    if (open.length > 0) blocks.push(blockOfLines(open, look));
    open = [];
  };
  lines.forEach((line, at) => {
    const isRow = isTableRow(lines, at);
    const before = open.at(-1);
    if (isRow || (before && startsParagraph(before, line, look))) close();
    if (isRow) blocks.push({ kind: "table-row", text: line.cells.map(({ text }) => text.trim()).join("\t"), page: line.page });
    else open.push(line);
  });
  close();
  return blocks;
}

type PlacedLine = Line & { page: number };

/** What is usual in a file: by it a heading, an indent or a short line is told. */
interface Look {
  size: number;
  leading: number;
  /** sizes of headings, largest first */
  headings: number[];
  /** where most lines begin and end, and how wide they are */
  left: number;
  right: number;
  width: number;
  keepsHyphen: (word: string) => boolean;
}

function lookOf(lines: readonly PlacedLine[]): Look {
  const sizes = new Map<number, number>();
  const leadings = new Map<number, number>();
  const [lefts, rights, widths] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  const hyphened = new Set<string>();
  const count = (map: Map<number, number>, key: number, by: number) => map.set(key, (map.get(key) ?? 0) + by);
  lines.forEach((line, at) => {
    count(sizes, half(line.size), line.text.length);
    count(lefts, Math.round(line.left / 5) * 5, line.text.length);
    count(rights, Math.round(line.right / 5) * 5, line.text.length);
    count(widths, Math.round((line.right - line.left) / 20) * 20, line.text.length);
    const before = lines[at - 1];
    if (before?.page === line.page && line.y > before.y) count(leadings, Math.round(line.y - before.y), 1);
    for (const word of line.text.slice(0, 1000).match(/\p{L}{1,40}(?:-\p{L}{1,40}){1,4}/gu) ?? []) hyphened.add(word.toLowerCase());
  });
  const size = commonest(sizes) ?? 10;
  const headings = [...sizes.keys()].filter((other) => other >= size * 1.12).sort((a, b) => b - a);
  return {
    size,
    leading: leastUsual(leadings) ?? size * 1.2,
    headings,
    left: commonest(lefts) ?? 0,
    right: commonest(rights) ?? 0,
    width: commonest(widths) ?? 0,
    keepsHyphen: (word) => hyphened.has(word),
  };
}

const half = (size: number): number => Math.round(size * 2) / 2;

function commonest(counts: ReadonlyMap<number, number>): number | undefined {
  return [...counts].reduce<[number, number] | undefined>((best, entry) => (best && best[1] >= entry[1] ? best : entry), undefined)?.[0];
}

/** The least that a fifth of all are: lines of one paragraph stand closer than paragraphs. */
function leastUsual(counts: ReadonlyMap<number, number>): number | undefined {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts.keys()].sort((a, b) => a - b).find((key) => (counts.get(key) ?? 0) >= all / 5) ?? commonest(counts);
}

const isHeading = (line: Line, look: Look): boolean => half(line.size) >= look.size * 1.12;

function startsParagraph(before: PlacedLine, line: PlacedLine, look: Look): boolean {
  if (isHeading(before, look) !== isHeading(line, look)) return true;
  if (isHeading(line, look)) return half(before.size) !== half(line.size) || line.page !== before.page || line.y - before.y > 2 * line.size;
  if (beginsAnew(line.text)) return true;
  const ended = /[.;:!?؟。]["”»’)]?$/u.test(before.text.slice(-2));
  if (line.page !== before.page || line.y < before.y) return ended || !/^[\p{Ll}\d(]/u.test(line.text);
  if (line.y - before.y > Math.max(look.leading, line.size) * 1.4) return true;
  if (Math.abs(line.size - before.size) > 0.15 * look.size) return true;
  if (before.right - before.left < 0.6 * look.width && !/^\p{Ll}/u.test(line.text)) return true;
  const short = before.rightToLeft ? before.left > look.left + 0.1 * look.width : before.right < look.right - 0.1 * look.width;
  if (ended && short) return true;
  const indented = line.left > before.left + look.size && line.left < before.left + 6 * look.size;
  return indented && ended;
}

function blockOfLines(lines: readonly PlacedLine[], look: Look): TextBlock {
  const [first] = lines;
  const text = joinLines(
    lines.map((line) => line.text.trim()),
    look.keepsHyphen,
  );
  const page = first?.page ?? 1;
  if (first && isHeading(first, look) && text.length <= 300)
    return { kind: "heading", level: Math.min(6, look.headings.indexOf(half(first.size)) + 1) || 6, text, page };
  return { ...blockOfText(text), page };
}

/** Two lines or more whose pieces begin at the same places; a number before an indented text is none. */
function isTableRow(lines: readonly PlacedLine[], at: number): boolean {
  const line = lines[at];
  if (!line || cellsOf(line).length < 2) return false;
  return [lines[at - 1], lines[at + 1]].some((other) => other && other.page === line.page && sameCells(cellsOf(line), cellsOf(other)));
}

const cellsOf = ({ cells }: Line): Line["cells"] => (cells.length === 2 && beginsAnew(`${cells[0]?.text.trim()} `) ? [] : cells);

function sameCells(some: Line["cells"], others: Line["cells"]): boolean {
  if (others.length < 2) return false;
  const shared = some.filter(({ x }) => others.some((other) => Math.abs(other.x - x) < 4)).length;
  return shared >= Math.min(some.length, others.length);
}

const pageNumber =
  /^[\s\-–—|[]{0,5}(?:page|seite|pagina|página|p\.|صفحة|стр\.)?\s{0,3}(?:\p{Nd}{1,4}|[ivxl]{1,6})(?:\s{0,3}(?:\/|of|sur|von|di|de|من)\s{0,3}\p{Nd}{1,4})?[\s\-–—|\]]{0,5}$/iu;

/** Lines at the upper or lower edge that come again on other pages, but for their digits, and page numbers. */
function furnitureOf(pages: readonly Page[]): Set<Line> {
  const furniture = new Set<Line>();
  const edges = new Map<string, { pages: Set<number>; lines: Line[] }>();
  for (const page of pages)
    for (const line of page.lines) {
      const edge = line.y < page.height * 0.1 ? "top" : line.y > page.height * 0.9 ? "foot" : "";
      if (!edge || line.text.length > 200) continue;
      if (pageNumber.test(line.text.trim())) furniture.add(line);
      const key = `${edge} ${line.text
        .replace(/\p{Nd}{1,9}/gu, "#")
        .toLowerCase()
        .trim()}`;
      const place = edges.get(key) ?? { pages: new Set(), lines: [] };
      edges.set(key, place);
      place.pages.add(page.number);
      place.lines.push(line);
    }
  const often = Math.max(2, Math.min(3, pages.length / 2));
  for (const place of edges.values()) if (place.pages.size >= often) for (const line of place.lines) furniture.add(line);
  return furniture;
}

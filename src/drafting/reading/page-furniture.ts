import type { TextBlock } from "../../shared/text-block.ts";

const pageNumber =
  /^[\s\-–—|]{0,5}(?:page|seite|pagina|página|стр\.?|صفحة)?\s{0,3}\d{1,4}(?:\s{0,3}(?:\/|of|sur|von|di|de|из)\s{0,3}\d{1,4})?[\s\-–—|]{0,5}$/iu;
const leader = /(?:\.\s?){4,400}\s{0,5}\d{1,4}\s{0,3}$|…{1,60}\s{0,5}\d{1,4}\s{0,3}$|\t\s{0,5}\d{1,4}$/u;

/**
 * The positions of blocks that belong to the page and not to the text: running heads and feet (the same short line at the edge of three pages or
 * more), page numbers, and lines of a table of contents that end in a page number.
 */
export function pageFurniture(blocks: readonly TextBlock[]): ReadonlySet<number> {
  const furniture = new Set<number>();
  const edges = new Map<string, number[]>();
  blocks.forEach((block, at) => {
    const text = block.text.length > 300 ? "" : block.text;
    const edge = block.page !== undefined && (near(blocks, at, -1) || near(blocks, at, 1));
    if (edge && pageNumber.test(text)) furniture.add(at);
    else if (leader.test(text)) furniture.add(at);
    else if (edge && text.length > 0 && text.length <= 150) {
      const key = text.replace(/\d{1,6}/gu, "#").toLowerCase();
      const places = edges.get(key);
      if (places === undefined) edges.set(key, [at]);
      else places.push(at);
    }
  });
  for (const places of edges.values())
    if (new Set(places.map((at) => blocks[at]?.page)).size >= 3) for (const at of places) furniture.add(at);
  return furniture;
}

/** True when the page changes within two blocks in that direction. */
function near(blocks: readonly TextBlock[], at: number, direction: -1 | 1): boolean {
  const page = blocks[at]?.page;
  return blocks[at + direction]?.page !== page || blocks[at + 2 * direction]?.page !== page;
}

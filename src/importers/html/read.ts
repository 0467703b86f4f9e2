import type { DefaultTreeAdapterTypes as Html } from "parse5";
import type { TextBlock } from "../../shared/text-block.ts";
import { BlockList, numberedBlock } from "../block-list.ts";
import { piecesOf } from "../lines.ts";
import { writtenNumber } from "../written-number.ts";
import { attributeOf, elementsNamed, htmlTree, isElement } from "./tree.ts";

/**
 * The text of a web page: its main part where it says which that is, with headings, lists and tables. Scripts, styles, frames, forms and navigation
 * are left out; nothing is fetched and nothing is run.
 * @throws Problem too-large
 *
 * @example readHtml("<h1>Act</h1><p>Article 1</p>").blocks[0] // { kind: "heading", level: 1, text: "Act" }
 */
export function readHtml(text: string): BlockList {
  const list = new BlockList();
  const page = htmlTree(text);
  const main = mainPart(page);
  if (main) list.notes.add("Only the main part of the page was read, without what stands around it.");
  if (elementsNamed(page, "script").length > 0) list.notes.add("Scripts in the page were neither read nor run.");
  if (elementsNamed(page, "iframe").length > 0) list.notes.add("Pages shown inside the page were not fetched.");
  addBlocksOf(main ?? page, list);
  return list;
}

/** Adds the blocks of a piece of HTML, as Markdown may hold. */
export function addHtml(text: string, list: BlockList): void {
  addBlocksOf(htmlTree(text), list);
}

function mainPart(page: Html.Document): Html.Element | undefined {
  const mains = elementsNamed(page, "main");
  if (mains.length === 1) return mains[0];
  const articles = elementsNamed(page, "article");
  return articles.length === 1 ? articles[0] : undefined;
}

const leftOut = new Set(
  "script style template noscript iframe frame object embed svg math canvas video audio head nav footer aside form button select textarea dialog".split(
    " ",
  ),
);
const parts = new Set(
  "html body main article section div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr td th blockquote pre figure figcaption header address hr details summary center fieldset legend".split(
    " ",
  ),
);

/** Where a piece of text stands. */
interface Place {
  heading?: number;
  /** depth of lists */
  level: number;
  /** of the item whose first text this is; taken by it */
  item?: { number: string } | undefined;
}

function addBlocksOf(root: Html.ParentNode, list: BlockList): void {
  let text = "";
  walk(root, { level: 0 });
  return;

  function walk(parent: Html.ParentNode, place: Place): void {
    for (const node of parent.childNodes) {
      if (node.nodeName === "#text") text += (node as Html.TextNode).value.replace(/\s+/gu, " ");
      else if (isElement(node)) walkElement(node, place);
    }
    if (!isElement(parent as Html.Node) || parts.has((parent as Html.Element).tagName) || parent === root) flush(place);
  }

  function walkElement(element: Html.Element, place: Place): void {
    const name = element.tagName;
    if (leftOut.has(name) || attributeOf(element, "hidden") !== undefined) return;
    if (name === "br") text += "\n";
    if (parts.has(name)) walkPart(element, name, place);
    else walk(element, place);
  }

  function walkPart(element: Html.Element, name: string, place: Place): void {
    flush(place);
    if (name === "tr") list.openRow();
    if (name === "td" || name === "th") list.openCell();
    if (name === "ol" || name === "ul") walkList(element, place);
    else walk(element, placeIn(name, place));
    if (name === "td" || name === "th") list.closeCell();
    if (name === "tr") list.closeRow();
  }

  function walkList(element: Html.Element, place: Place): void {
    const type = attributeOf(element, "type") ?? "1";
    const format = { a: "lowerLetter", A: "upperLetter", i: "lowerRoman", I: "upperRoman" }[type] ?? "decimal";
    let count = countOf(attributeOf(element, "start")) ?? 1;
    const level = place.level + 1;
    for (const node of element.childNodes) {
      if (!isElement(node)) continue;
      if (node.tagName !== "li") {
        walkElement(node, { level });
        continue;
      }
      count = countOf(attributeOf(node, "value")) ?? count;
      walk(node, { level, item: { number: element.tagName === "ol" ? `${writtenNumber(count++, format)}.` : "" } });
    }
  }

  function flush(place: Place): void {
    for (const piece of piecesOf(text)) {
      list.add(blockOf(piece, place));
      place.item = undefined;
    }
    text = "";
  }
}

const countOf = (value: string | undefined): number | undefined =>
  /^\s{0,5}\d{1,6}\s{0,5}$/.test(value ?? "") ? Number(value) : undefined;

/** Only headings hand themselves down; the first text of an item may stand in a paragraph of its own. */
function placeIn(name: string, place: Place): Place {
  if (/^h[1-6]$/.test(name)) return { heading: Number(name[1]), level: place.level };
  if (name === "td" || name === "th") return { level: 0 };
  return place;
}

function blockOf(text: string, { heading, level, item }: Place): TextBlock {
  if (heading) return { kind: "heading", level: heading, text };
  if (!item) return { kind: "paragraph", text };
  return item.number ? numberedBlock(item.number, level, text) : { kind: "item", level, text };
}

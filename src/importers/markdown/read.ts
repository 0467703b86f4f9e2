import MarkdownIt from "markdown-it";
import { BlockList, numberedBlock } from "../block-list.ts";
import { addHtml } from "../html/read.ts";
import { piecesOf } from "../lines.ts";

/** CommonMark with tables. Nesting is bounded, so that no run of brackets or quotation marks takes long. */
const parser = new MarkdownIt("default", { html: true, linkify: false, typographer: false, maxNesting: 50 });

/**
 * The text of a Markdown file: headings, lists, tables and paragraphs without marks, links as their words. HTML in it is read as text.
 * @throws Problem too-large
 *
 * @example readMarkdown("# Act\n\n1. The agency …").blocks[1] // { kind: "paragraph", number: "1.", text: "The agency …" }
 */
export function readMarkdown(text: string): BlockList {
  const list = new BlockList();
  const { body, cut } = withoutFrontMatter(text);
  if (cut) list.notes.add("The lines of settings at the beginning of the file were left out.");
  const lists: { number: number | undefined; mark: string }[] = [];
  let item: { number: string } | undefined;
  let heading: number | undefined;
  for (const token of parser.parse(body, {})) {
    if (token.type === "heading_open") heading = Number(token.tag[1]);
    else if (token.type === "heading_close") heading = undefined;
    else if (token.type === "bullet_list_open") lists.push({ number: undefined, mark: "" });
    else if (token.type === "ordered_list_open") lists.push({ number: Number(token.attrGet("start") ?? 1), mark: token.markup });
    else if (token.type.endsWith("_list_close")) lists.pop();
    else if (token.type === "list_item_open") item = { number: numberIn(lists.at(-1)) };
    else if (token.type === "list_item_close") item = undefined;
    else if (token.type === "tr_open") list.openRow();
    else if (token.type === "tr_close") list.closeRow();
    else if (token.type === "th_open" || token.type === "td_open") list.openCell();
    else if (token.type === "th_close" || token.type === "td_close") list.closeCell();
    else if (token.type === "html_block") addHtml(token.content, list);
    else if (token.type === "inline" || token.type === "fence" || token.type === "code_block") {
      for (const words of token.type === "inline" ? piecesOf(plain(token.children ?? [])) : [token.content]) {
        if (heading) list.add({ kind: "heading", level: heading, text: words });
        else if (item?.number) list.add(numberedBlock(item.number, lists.length, words));
        else list.add(item ? { kind: "item", level: lists.length, text: words } : { kind: "paragraph", text: words });
        item = undefined;
      }
    }
  }
  return list;
}

function numberIn(list: { number: number | undefined; mark: string } | undefined): string {
  return list?.number === undefined ? "" : `${list.number++}${list.mark}`;
}

/** The words of a piece without its marks, line by line; what a picture shows is told by its alternative text. */
function plain(tokens: readonly { type: string; content: string }[]): string {
  return tokens
    .map(({ type, content }) => {
      if (type === "softbreak" || type === "hardbreak") return "\n";
      if (type === "html_inline") return /^<br/i.test(content) ? "\n" : "";
      return content;
    })
    .join("");
}

/** YAML between lines of three hyphens at the very beginning is a habit of site generators. */
function withoutFrontMatter(text: string): { body: string; cut: boolean } {
  const lines = text.slice(0, 20_000).split("\n", 200);
  const end = lines[0]?.trim() === "---" ? lines.findIndex((line, at) => at > 0 && line.trim() === "---") : -1;
  if (end < 1 || !lines.slice(1, end).some((line) => /^[\w-]{1,60}:/.test(line))) return { body: text, cut: false };
  return { body: text.slice(lines.slice(0, end + 1).join("\n").length), cut: true };
}

import { readFileSync } from "node:fs";
import type { TextBlock } from "../src/shared/text-block.ts";

/** A block of a labelled text, with the line of the file it begins on. */
export type LinedBlock = TextBlock & { readonly line: number };

/**
 * Reads the plain structure of a Markdown or reStructuredText file: headings, list items, table rows, paragraphs. It is the measure's own small
 * reader, so that the figures of splitting and coding do not hang on a reader of documents. Front matter, comments and code are left out.
 */
export function readLabelledText(path: string): LinedBlock[] {
  const lines = readFileSync(path, "utf8")
    .replace(/\r|^\ufeff/gu, "")
    .split("\n");
  const org = lines.slice(0, 10).some((line) => line.startsWith("#+title"));
  const blocks: LinedBlock[] = [];
  let open: { kind: TextBlock["kind"]; level?: number; number?: string; text: string[]; line: number } | undefined;
  const close = () => {
    if (open !== undefined && open.text.join(" ").trim() !== "") {
      const { kind, level, number, text, line } = open;
      blocks.push({
        kind,
        ...(level === undefined ? {} : { level }),
        ...(number === undefined ? {} : { number }),
        text: plain(text.join(" ")),
        line,
      });
    }
    open = undefined;
  };
  let at = 0;
  if (lines[0] === "---") at = lines.indexOf("---", 1) + 1;
  let fenced = false;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (/^\s*(```|~~~)/u.test(line)) {
      fenced = !fenced;
      close();
      continue;
    }
    if (fenced || /^\s*(?:<!--|\.\. _|\.\. \w+::|:\w+:|#\+)/u.test(line)) continue;
    const hash = (org ? /^(\*{1,6})\s+(.*)$/u : /^(#{1,6})\s+(.*)$/u).exec(line);
    const under = /^([=\-~^"'*+#.])\1{2,}\s*$/u.exec(lines[at + 1] ?? "");
    const item = /^\s*(?:([-*+•])|(\d{1,3}[.)]|[a-z]\)))\s+(.*)$/u.exec(line);
    if (line.trim() === "") close();
    else if (hash !== null) {
      close();
      blocks.push({ kind: "heading", level: hash[1]?.length ?? 1, text: plain(hash[2] ?? ""), line: at + 1 });
    } else if (under !== null && open === undefined && !/^\s*[|+-]/u.test(line)) {
      blocks.push({ kind: "heading", level: "=-~^\"'*+#.".indexOf(under[1] ?? "=") + 1, text: plain(line), line: at + 1 });
      at++;
    } else if (/^\s*\|/u.test(line)) {
      close();
      if (!/^[\s|:+-]+$/u.test(line))
        blocks.push({ kind: "table-row", text: plain(line.replace(/\s*\|\s*/gu, "\t").trim()), line: at + 1 });
    } else if (/^\s*[=+-]{3,}[\s=+-]*$/u.test(line)) close();
    else if (/^\s*\*\*[^*]{1,200}\*\*\s*$/u.test(line)) {
      close();
      blocks.push({ kind: "paragraph", text: plain(line), line: at + 1 });
    } else if (item !== null) {
      close();
      open = { kind: "item", level: 1, ...(item[2] === undefined ? {} : { number: item[2] }), text: [item[3] ?? ""], line: at + 1 };
    } else if (open === undefined) open = { kind: "paragraph", text: [line.trim()], line: at + 1 };
    else open.text.push(line.trim());
  }
  close();
  return blocks;
}

/** Leaves out marks of emphasis and the addresses of links. */
function plain(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replace(/\[\[[^\]]*\]\[([^\]]*)\]\]/gu, "$1")
    .replace(/`([^`<]*)<[^>`]*>`_{0,2}/gu, "$1")
    .replace(/\*\*|__|``|<[^>]{0,200}>/gu, "")
    .replace(/&nbsp;/gu, " ")
    .replace(/\\([.*_)(-])/gu, "$1")
    .replace(/\s+/gu, " ")
    .trim();
}

import { posix } from "node:path";
import { licenceInHead } from "./head.ts";

const READ = 2000;
const LONGEST = 8000;
const ofThisFile =
  /\b(?:copyright|licen[cs]e)\b[^.]{0,60}?\b(?:at|see)\s+(?:the\s+)?end\s+of\s+(?:this\s+|the\s+)?file\b|\bsee\s+(?:the\s+)?end\s+of\s+(?:this\s+|the\s+)?file\s+for\s+(?:the\s+)?(?:copyright|licen[cs]e)/i;
const ofAnother =
  /\bsee\s+(?:the\s+)?(?:copyright|licen[cs]e)(?:\s+(?:notice|information|terms|and\s+licen[cs]e))?\s+in\s+["'`<]?([\w-]{1,40}\.[a-z]{1,4})\b/i;

/**
 * Where the licence of a source file stands if its head only says so: at the end of the file itself, or in another of its folder.
 *
 * @example headElsewhere("src/lapi.c", "/* See Copyright Notice in lua.h *" + "/") // "src/lua.h"
 */
export function headElsewhere(path: string, head: string): string | undefined {
  const read = head.slice(0, READ);
  if (!/\bsee\b|\bend\s+of\b/i.test(read)) return undefined;
  const name = ofThisFile.test(read) ? posix.basename(path) : ofAnother.exec(read)?.[1];
  return name === undefined || licenceInHead(head) !== undefined ? undefined : posix.join(posix.dirname(path), name);
}

/** The last comment of a file in C's style, at most 8,000 characters; empty where there is none. */
export function lastComment(text: string): string {
  const from = text.lastIndexOf("/*");
  return from < 0 ? "" : text.slice(from, from + LONGEST);
}

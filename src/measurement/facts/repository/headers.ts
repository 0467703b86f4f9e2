const tag = Buffer.from("SPDX-License-Identifier:");
const LONGEST = 200;
const MOST_IN_A_FILE = 10;

export interface Header {
  /** As written, without the signs of the comment it stands in. */
  expression: string;
  /** 1-based */
  line: number;
}

/**
 * The SPDX licence headers in the beginning of a file (SPDX specification 2.3, annex E). Only those that stand in a comment or alone on their
 * line count: a program that merely mentions the tag declares nothing.
 * @example headersIn(Buffer.from("// SPDX-License-Identifier: MIT\n")) → [{ expression: "MIT", line: 1 }]
 */
export function headersIn(beginning: Buffer): Header[] {
  const found: Header[] = [];
  let from = 0;
  while (found.length < MOST_IN_A_FILE) {
    const at = beginning.indexOf(tag, from);
    if (at === -1) break;
    from = at + tag.length;
    const header = headerAt(beginning, at);
    if (header) found.push(header);
  }
  return found;
}

function headerAt(beginning: Buffer, at: number): Header | undefined {
  const start = beginning.lastIndexOf(10, at) + 1;
  // What opens a comment has no letters, save in batch files (REM), m4 (dnl) and documentation comments (@license).
  const before = beginning.toString("latin1", Math.max(start, at - 40), at);
  if (!/^[^A-Za-z0-9`]*(?:(?:REM|rem|dnl|@licen[sc]e)[^A-Za-z0-9`]*)?$/.test(before)) return undefined;
  const rest = beginning.toString("latin1", at + tag.length, at + tag.length + LONGEST);
  const written = /^[ \t]*([A-Za-z0-9(][A-Za-z0-9.+\-() :]*)/.exec(rest)?.[1];
  const expression = written?.replace(/ +/g, " ").replace(/[ :-]+$/, "");
  return expression ? { expression: balanced(expression), line: lineAt(beginning, start) } : undefined;
}

/** "(* … MIT *)" leaves a bracket that belongs to the comment. */
function balanced(expression: string): string {
  const extra = expression.split(")").length - expression.split("(").length;
  return extra > 0 && expression.endsWith(")") ? expression.slice(0, -1).trimEnd() : expression;
}

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at !== -1 && at < offset; at = bytes.indexOf(10, at + 1)) line += 1;
  return line;
}

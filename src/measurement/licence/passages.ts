import { mark } from "./statement-words.ts";

/** Whether a line is a heading in Markdown, reStructuredText, AsciiDoc or HTML; the next may underline it. */
export function isHeading(line: string, next = ""): boolean {
  return (
    /^ {0,3}(?:#{1,6}(?: |\p{L})|=+ \S|<h\d|\*\*[^*]{1,60}\*\*:? *$)/u.test(line) ||
    (/\S/.test(line) && line.length < 100 && /^ {0,3}(?:={3,}|-{3,}|~{3,})\s*$/.test(next))
  );
}

/** Lines without an empty one between them, and the line, 1-based, on which they begin. */
export function* paragraphs(text: string): Generator<{ paragraph: string; line: number }> {
  let kept: string[] = [];
  let start = 1;
  for (const [index, line] of [...text.split("\n"), ""].entries()) {
    if (line.trim() !== "") kept.push(line);
    else {
      if (kept.length > 0) yield { paragraph: kept.join("\n"), line: start };
      kept = [];
      start = index + 2;
    }
  }
}

/** Each on one line without marks, and the character at which it begins. */
export function sentences(text: string): { sentence: string; start: number }[] {
  const found: { sentence: string; start: number }[] = [];
  const add = (from: number, to: number) => {
    const sentence = unbroken(text.slice(from, to));
    if (sentence.trim() !== "") found.push({ sentence, start: from + text.slice(from, to).search(/\S/) });
  };
  let start = 0;
  for (const match of text.matchAll(/(?:[.!?](?=[\s>]+[\p{Lu}#*[(<-])|\n[ \t]*\n|\n(?= *(?:[-*+#]|\d+\.) ))/gu)) {
    const end = match.index + match[0].length;
    add(start, end);
    start = end;
  }
  add(start, text.length);
  return found;
}

/** One line, without comment marks and emphasis. */
export function unbroken(text: string): string {
  return text.replace(/[\n\r\t*`_"“”]+|^ *[#/;%>|]+/gm, " ").replace(/ {2,}/g, " ");
}

/** A notice that is kept as a comment has the same mark before most of its lines. */
export function withoutMarks(text: string): string {
  const lines = text.split("\n");
  const filled = lines.filter((line) => line.trim() !== "");
  const marked = filled.filter((line) => mark.test(line));
  return marked.length > filled.length / 2 ? lines.map((line) => line.replace(mark, "")).join("\n") : text;
}

/** 1-based */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a browser may send them, PostgreSQL holds none
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** The same value with every text in it as a database can hold it: no control characters, and no halves of characters, which cutting leaves. */
export function tidied<T>(value: T): T {
  if (typeof value === "string") return value.replace(unseen, "").toWellFormed() as T;
  if (Array.isArray(value)) return value.map(tidied) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, tidied(held)])) as T;
}

/** A heading and a text with line ends as they are held. Linear in what a stranger may send: no run of blanks is read twice. */
export function tidyWording({ heading, text }: { heading: string; text: string }): { heading: string; text: string } {
  return { heading: tidied(heading).replace(/\s+/g, " ").trim(), text: tidyLines(text) };
}

/** Several lines with line ends as they are held and nothing behind their last words. */
export function tidyLines(text: string): string {
  return tidied(text)
    .replace(/\r\n?/g, "\n")
    .replace(/(?<![ \t])[ \t]+$/gm, "")
    .trim();
}

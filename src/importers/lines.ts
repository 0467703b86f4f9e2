import type { TextBlock } from "../shared/text-block.ts";

/** Fonts of signs draw bullets in the private area. */
const bullet = /^[-•*–▪‣◦\uE000-\uF8FF]\s+/u;
const numberOrBullet =
  /^(?:[-•*–▪‣◦\uE000-\uF8FF]\s|\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}(?:-(?:bis|ter|quater|quinquies|sexies))?|\p{L}|[ivx]{1,5})[.)]\s|\(\d{1,3}\)|§)/u;
const articleWord =
  /^(?:art(?:icle|ículo|iculo|igo|ikel|icolo)?\.?|section|sec\.|chapter|chapitre|capítulo|kapitel|capo|part|titre|título|title|annex|annexe|anhang|المادة|مادة|статья)\s{1,3}[\p{N}IVX]/iu;

/** True of a line, or of the words in a block, that by their beginning stand on their own: a number, a bullet, "Article 3". */
export function beginsAnew(line: string): boolean {
  const head = line.slice(0, 60).trimStart();
  return numberOrBullet.test(head) || articleWord.test(head);
}

/** The lines of one paragraph as one; a word that was broken at the end of a line is made whole, but for words that keep their hyphen. */
export function joinLines(lines: readonly string[], keepHyphen: (word: string) => boolean = () => false): string {
  return lines
    .map((line, at) => {
      const next = lines[at + 1];
      if (next === undefined) return line;
      if (!/\p{L}[-\u00ad\u2010]$/u.test(line.slice(-3)) || !/^\p{Ll}/u.test(next)) return `${line} `;
      const start = /[\p{L}-]{1,60}$/u.exec(line.slice(-60))?.[0] ?? "";
      const end = /^\p{L}{1,60}/u.exec(next.slice(0, 60))?.[0] ?? "";
      return keepHyphen((start + end).toLowerCase()) ? line : line.slice(0, -1);
    })
    .join("");
}

/** A paragraph, or an item where it begins with a bullet. */
export function blockOfText(text: string): TextBlock {
  const mark = bullet.exec(text)?.[0];
  return mark ? { kind: "item", level: 1, text: text.slice(mark.length) } : { kind: "paragraph", text };
}

/** A text with line breaks in it as the pieces it is made of: "a) …" on a line of its own is one, and what an empty line parts. */
export function piecesOf(text: string): string[] {
  const pieces: string[][] = [[]];
  for (const line of text.split("\n")) {
    if (line.trim() === "" || beginsAnew(line)) pieces.push([]);
    if (line.trim() !== "") pieces.at(-1)?.push(line.trim());
  }
  return pieces.filter((piece) => piece.length > 0).map((piece) => piece.join(" "));
}

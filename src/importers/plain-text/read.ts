import { BlockList } from "../block-list.ts";
import { beginsAnew, blockOfText, joinLines } from "../lines.ts";

/** Where most lines are this long or less, a line ends because the page did. */
const WRAPPED = 100;

/**
 * The text of a plain file. Empty lines part paragraphs; lines that were broken to fit a page are put together, and a line that begins with a
 * number, a bullet or a word such as "Article 3" begins a new one.
 * @throws Problem too-large
 *
 * @example readPlainText("Article 1\nThe agency shall\npublish it.").blocks.length // 2
 */
export function readPlainText(text: string): BlockList {
  const list = new BlockList();
  for (const chunk of text.replace(/\r\n?|\u2028/g, "\n").split(/\n[ \t\f]*\n|\f|\u2029/)) {
    const lines = chunk.split("\n").filter((line) => line.trim() !== "");
    const wrapped = lines.length > 1 && lines.slice(0, -1).every((line) => line.length <= WRAPPED);
    let paragraph: string[] = [];
    const longest = Math.max(...lines.slice(0, 200).map(({ length }) => length));
    const close = () => {
      list.add(blockOfText(joinLines(paragraph)));
      paragraph = [];
    };
    lines.forEach((line, at) => {
      const before = lines[at - 1];
      if (before !== undefined && (!wrapped || beginsAnew(line) || endsEarly(before, longest))) close();
      paragraph.push(line.trim());
    });
    close();
  }
  return list;
}

/** A line much shorter than the longest near it ends a paragraph, or is a heading. */
function endsEarly(line: string, longest: number): boolean {
  return line.length < longest * 0.6 && longest > 40;
}

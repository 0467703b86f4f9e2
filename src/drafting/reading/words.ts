/** A word of a text, folded for comparing, and where it stands in it. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** A sentence: its words and its span. */
export interface Sentence {
  readonly words: readonly Word[];
  readonly start: number;
  readonly end: number;
}

const wordShape = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const arabic = /^[\u0621-\u064a\u0670-\u06d3]/u;

/** Small letters without accents; Arabic without its article and the letters that lean on the next word. */
export function fold(word: string): string {
  const plain = word.slice(0, 60).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/gu, "ss");
  return arabic.test(plain) ? foldArabic(plain) : plain;
}

function foldArabic(word: string): string {
  const letters = word
    .replace(/[أإآٱ]/gu, "ا")
    .replace(/ة/gu, "ه")
    .replace(/ى/gu, "ي");
  const lead = /^(?:وال|بال|كال|فال|لل|ال)/u.exec(letters)?.[0] ?? "";
  return letters.length - lead.length >= 2 ? letters.slice(lead.length) : letters;
}

/** The words of a text, in one pass. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordShape)) {
    words.push({ folded: fold(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** A sentence ends at a line feed, or at a mark that a space or the end follows; after 80 words in any case. */
const longest = 80;

/**
 * The sentences of a text with their words. A full stop after a single letter or a number ("Art. 3", "z. B.") ends none when a small letter or a
 * number follows.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let open: Word[] = [];
  const close = () => {
    const [first, last] = [open[0], open.at(-1)];
    if (first !== undefined && last !== undefined) sentences.push({ words: open, start: first.start, end: last.end });
    open = [];
  };
  let before = 0;
  for (const word of wordsOf(text)) {
    if (
      open.length >= longest ||
      (open.length > 0 && endsSentence(text.slice(before, Math.min(word.start, before + 40)), open.at(-1), word, text))
    )
      close();
    open.push(word);
    before = word.end;
  }
  close();
  return sentences;
}

function endsSentence(gap: string, previous: Word | undefined, next: Word, text: string): boolean {
  if (/[\n\r]/u.test(gap) || /[!?;؟؛。！？]/u.test(gap)) return true;
  if (!/[.…۔]/u.test(gap) || !/\s/u.test(gap)) return false;
  const follows = text.slice(next.start, next.start + 1);
  return !/\p{Ll}/u.test(follows) && (previous?.folded.length ?? 0) > 2;
}

/** A word, a number or a sign of a text, with the white space before it. A text's words joined are the text. */
export interface Word {
  space: string;
  word: string;
}

/** A text in words, as its language parts them: "开源软件" is two, "должно" one. White space at the end is a last word of its own that is empty. */
export function splitWords(text: string, language: string): Word[] {
  const words: Word[] = [];
  let space = "";
  for (const { segment } of segmenterFor(language).segment(text)) {
    if (segment.trim() === "") space += segment;
    else {
      words.push({ space, word: segment });
      space = "";
    }
  }
  if (space) words.push({ space, word: "" });
  return words;
}

/** Things as numbers, equal ones with the same: what is compared are numbers. */
export function numberer(): (thing: string) => number {
  const known = new Map<string, number>();
  return (thing) => {
    const held = known.get(thing);
    if (held !== undefined) return held;
    known.set(thing, known.size);
    return known.size - 1;
  };
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(isLocale(language) ? language : "en", { granularity: "word" });
  if (segmenters.size < 100) segmenters.set(language, made);
  return made;
}

function isLocale(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}

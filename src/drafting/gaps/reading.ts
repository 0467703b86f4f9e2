import type { formulas, Reading } from "./gap.ts";
import type { ReadDraft } from "./read-draft.ts";

interface Counts {
  words: number;
  sentences: number;
  syllables: number;
  letters: number;
}

type Formula = { formula: (typeof formulas)[number]; of(counts: Counts): number; vowels?: RegExp; silent?: RegExp };

const perSentence = ({ words, sentences }: Counts): number => words / sentences;
const perWord = ({ syllables, words }: Counts): number => syllables / words;

/**
 * The published formula of each language. Flesch-Kincaid is a school grade (Kincaid and others 1975): lower is easier. The others run from about 0,
 * very hard, to 100, very easy: Kandel and Moles 1958 for French, Fernández Huerta 1959 for Spanish, Amstad 1978 for German, Gulpease (Lucisano and
 * Piemontese 1988) for Italian. Syllables are counted as groups of vowels, an estimate; items of a list count as sentences.
 */
const byLanguage: Readonly<Record<string, Formula>> = {
  en: {
    formula: "flesch-kincaid",
    of: (counts) => 0.39 * perSentence(counts) + 11.8 * perWord(counts) - 15.59,
    vowels: /[aeiouy]+/gu,
    silent: /[^aeiouyl]e(?:s|d)?$/u,
  },
  fr: {
    formula: "kandel-moles",
    of: (counts) => 207 - 1.015 * perSentence(counts) - 73.6 * perWord(counts),
    vowels: /[aeiouyàâäéèêëîïôöùûüœæ]+/gu,
    silent: /[^aeiouyàâéèêîïôùû](?:e|es|ent)$/u,
  },
  es: {
    formula: "fernandez-huerta",
    of: (counts) => 206.84 - 60 * perWord(counts) - 1.02 * perSentence(counts),
    vowels: /[aeiouyáéíóúü]+/gu,
  },
  de: { formula: "amstad", of: (counts) => 180 - perSentence(counts) - 58.5 * perWord(counts), vowels: /[aeiouyäöü]+/gu },
  it: { formula: "gulpease", of: ({ sentences, letters, words }) => 89 + (300 * sentences - 10 * letters) / words },
};

const FEWEST_WORDS = 100;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu;
const round = (value: number): number => Math.round(value * 10) / 10;

/** Length, sentences and the reading grade of all articles, annexes and the preamble. Chinese and other texts without spaces: words are not told apart. */
export function readingOf({ elements, language }: ReadDraft): Reading {
  const formula = byLanguage[language];
  const counts: Counts = { words: 0, sentences: 0, syllables: 0, letters: 0 };
  let longest: Reading["longest"];
  const known = new Map<string, number>();
  const syllables = (word: string, { vowels, silent }: Formula): number => {
    const held = known.get(word) ?? (vowels ? syllablesOf(word, vowels, silent) : 0);
    known.set(word, held);
    return held;
  };
  for (const { id, sentences } of elements)
    for (const sentence of sentences) {
      const words = sentence.match(WORD) ?? [];
      counts.sentences += 1;
      counts.words += words.length;
      for (const word of words) {
        counts.letters += word.length;
        if (formula) counts.syllables += syllables(word, formula);
      }
      if (words.length > (longest?.words ?? 0)) longest = { words: words.length, element: id, quote: sentence.trim().slice(0, 240) };
    }
  const { words, sentences } = counts;
  const base = { words, sentences, average: sentences === 0 ? 0 : round(words / sentences), ...(longest ? { longest } : {}) };
  if (!formula) return { ...base, whyNoGrade: "language" };
  if (words < FEWEST_WORDS) return { ...base, whyNoGrade: "short" };
  return { ...base, grade: { formula: formula.formula, value: round(formula.of(counts)) } };
}

/** syllablesOf("licence", English) is 2 */
function syllablesOf(word: string, vowels: RegExp, silent: RegExp | undefined): number {
  const small = word.toLowerCase();
  const groups = small.match(vowels)?.length ?? 0;
  return Math.max(1, groups > 1 && silent?.test(small) ? groups - 1 : groups);
}

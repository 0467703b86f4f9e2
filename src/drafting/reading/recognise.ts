import { type ConceptLanguage, concepts } from "./concepts.ts";
import { glossary, glossaryLanguages } from "./glossary.ts";
import { fold, type Sentence, type Word } from "./words.ts";

/** A concept found in a sentence, with the first place where it stands. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

interface Stem {
  readonly text: string;
  readonly kind: "whole" | "beginning" | "within";
}

interface Phrase {
  readonly concept: string;
  readonly first: Stem;
  readonly rest: readonly Stem[];
}

/** The concepts of one language, ordered by the word they begin with. */
export interface Lexicon {
  readonly whole: ReadonlyMap<string, readonly Phrase[]>;
  readonly beginning: ReadonlyMap<string, readonly Phrase[]>;
  readonly within: readonly (readonly [string, Phrase])[];
}

const supported: readonly ConceptLanguage[] = ["en", "fr", "de", "it", "es", "pt", "ar"];
const shortestBeginning = 2;
const longestBeginning = 14;

/** The language whose words are known, from a tag such as "pt-BR"; undefined where none are. */
export function supportedLanguage(language: string | undefined): ConceptLanguage | undefined {
  const base = language?.toLowerCase().split("-")[0];
  return supported.find((known) => known === base);
}

const lexicons = new Map<ConceptLanguage, Lexicon>();

/** The lexicon of a language, made at first use. */
export function lexiconOf(language: ConceptLanguage): Lexicon {
  const kept = lexicons.get(language);
  if (kept !== undefined) return kept;
  const lexicon = makeLexicon(language);
  lexicons.set(language, lexicon);
  return lexicon;
}

function makeLexicon(language: ConceptLanguage): Lexicon {
  const lexicon = { whole: new Map<string, Phrase[]>(), beginning: new Map<string, Phrase[]>(), within: [] as [string, Phrase][] };
  for (const [concept, words] of Object.entries(concepts)) {
    for (const written of `${words.all ?? ""},${words[language] ?? ""}`.split(",")) add(lexicon, concept, written);
  }
  const column = glossaryLanguages.indexOf(language);
  for (const [meaning, columns] of meanings) for (const written of columns[column]?.split(" ") ?? []) add(lexicon, meaning, written);
  return lexicon;
}

type LexiconInMaking = { whole: Map<string, Phrase[]>; beginning: Map<string, Phrase[]>; within: [string, Phrase][] };

function add({ whole, beginning, within }: LexiconInMaking, concept: string, written: string): void {
  const [first, ...rest] = written
    .split(/[\s.]+/u)
    .filter((stem) => stem !== "")
    .map(stemOf);
  if (first === undefined || first.text.startsWith("#")) return;
  const phrase = { concept, first, rest };
  if (first.kind === "within") within.push([first.text, phrase]);
  else {
    const map = first.kind === "whole" ? whole : beginning;
    const key = first.kind === "whole" ? first.text : first.text.slice(0, longestBeginning);
    map.set(key, [...(map.get(key) ?? []), phrase]);
  }
}

/** Each meaning of the glossary under its name, with `~` before it so that none bears the name of a concept, and a second line of one name apart. */
const meanings: readonly (readonly [string, readonly string[]])[] = glossary
  .trim()
  .split("\n")
  .map((line, at) => {
    const columns = line.split("|").map((column) => column.trim());
    return [`~${columns[0]?.split(" ")[0]?.replace("*", "")}-${at}`, columns];
  });

/** Everything that can be recognised, in an order that does not change until a word list does. */
export const recognisable: readonly string[] = [...Object.keys(concepts), ...meanings.map(([meaning]) => meaning)];

function stemOf(written: string): Stem {
  const text = fold(written.replace(/\*/gu, ""));
  if (written.startsWith("*")) return { text, kind: "within" };
  return { text, kind: written.endsWith("*") ? "beginning" : "whole" };
}

/**
 * The concepts in a sentence and where each stands first. What a word begins is kept in `known`, so that a text pays once for each of its words.
 */
export function conceptsIn(sentence: Pick<Sentence, "words">, lexicon: Lexicon, known: Map<string, readonly Phrase[]>): Map<string, Found> {
  const found = new Map<string, Found>();
  sentence.words.forEach((word, at) => {
    for (const phrase of phrasesFrom(word.folded, lexicon, known)) {
      if (found.has(phrase.concept)) continue;
      const last = endOf(phrase, sentence.words, at);
      if (last !== undefined) found.set(phrase.concept, { start: word.start, end: last.end });
    }
  });
  return found;
}

function phrasesFrom(word: string, lexicon: Lexicon, known: Map<string, readonly Phrase[]>): readonly Phrase[] {
  const kept = known.get(word);
  if (kept !== undefined) return kept;
  const phrases = [...(lexicon.whole.get(word) ?? [])];
  for (let length = shortestBeginning; length <= Math.min(word.length, longestBeginning); length++) {
    phrases.push(...(lexicon.beginning.get(word.slice(0, length)) ?? []).filter((phrase) => word.startsWith(phrase.first.text)));
  }
  for (const [text, phrase] of lexicon.within) if (word.includes(text)) phrases.push(phrase);
  if (known.size < 200_000) known.set(word, phrases);
  return phrases;
}

function endOf(phrase: Phrase, words: readonly Word[], at: number): Word | undefined {
  let last = words[at];
  for (const [index, stem] of phrase.rest.entries()) {
    last = words[at + 1 + index];
    if (last === undefined || !fits(stem, last.folded)) return undefined;
  }
  return last;
}

function fits(stem: Stem, word: string): boolean {
  if (stem.kind === "whole") return word === stem.text;
  return stem.kind === "beginning" ? word.startsWith(stem.text) : word.includes(stem.text);
}

import { sql } from "kysely";
import type { Database } from "../../database/connect.ts";
import { type Concept, type ConceptPlace, conceptLexeme, everyDocument, findConcepts } from "./concepts.ts";
import { guessWord } from "./guess.ts";
import { findPlaces } from "./place-names.ts";
import { everyConfiguration, foldWords } from "./words.ts";

/** One thing a question asks for: a word with the stems it may have in our documents, a place, or a concept of the field in any language. */
export interface Term {
  word: string;
  stems: string[];
  documents: number;
  /** how telling it is: rarer is more */
  weight: number;
  /** the stems come from words that look alike: the word itself stands in no document */
  guessed: boolean;
  /** a place or concept asks for the same already: the word makes a document better, but none need bear it */
  covered?: boolean;
  concept?: Concept;
  /** the term is a place: documents of it answer, whatever words they use */
  place?: boolean;
}

export interface Question {
  terms: Term[];
  /** words that stand in no document, nor any that looks like them */
  unknown: string[];
}

interface Read {
  word: string;
  /** stems that stand in documents */
  stems: string[] | null;
  /** every stem, by the rules it comes from */
  found: Record<string, string[]>;
  stopped: boolean;
  documents: number;
  total: number;
}

/** Words without a meaning of their own, of languages for which PostgreSQL has no such list. */
const functionWords = new Set(
  "في من على عن الى مع او ان هذا هذه التي الذي ما 的 和 与 與 在 之 及 对 の を に は と が".split(" ").map((word) => foldWords(word)),
);

const MOST_CHARACTERS = 400;
const MOST_WORDS = 16;
const MOST_GUESSES = 6;

/** Of a word that a place or a concept covers, this much of its weight remains. */
const COVERED = 0.4;
/** A document of another place than the one named is seldom what is sought. */
const PLACE = 1.3;

/** Reads what somebody typed as terms, in every language at once, with mistyped words mended from the words we hold. */
export async function readQuestion(db: Database, typed: string): Promise<Question> {
  const sequence = foldWords(typed.slice(0, MOST_CHARACTERS)).split(" ").filter(Boolean).slice(0, MOST_WORDS);
  if (sequence.length === 0) return { terms: [], unknown: [] };
  const rows = await readWords(db, [...new Set(sequence)]);
  const total = rows[0]?.total ?? 0;
  const saysLittle = (row: Read) => row.stopped || functionWords.has(row.word);
  const telling = rows.some((row) => !saysLittle(row)) ? rows.filter((row) => !saysLittle(row)) : rows;
  const named = await findPlaces(
    db,
    telling.map(({ word, found }) => ({ word, stems: found })),
  );
  const understood = new Set([...wordsOfConcepts(sequence, findConcepts(sequence)), ...named.flatMap(({ words }) => words)]);
  const { terms, unknown, mended } = await termsOfWords(db, telling, understood, total);

  const concepts = findConcepts(sequence.map((word) => mended.get(word) ?? word));
  const places =
    mended.size === 0
      ? named
      : await findPlaces(
          db,
          telling.map((row) => ({ word: row.word, stems: withGuesses(row, terms) })),
        );
  const broad = await broadTerms(db, places, concepts, sequence, total);
  const held = new Set(broad.flatMap((term) => term.stems));
  const covered = new Set([
    ...places.filter(({ place }) => held.has(place)).flatMap(({ words }) => words),
    ...wordsOfConcepts(
      sequence,
      concepts.filter(({ concept }) => held.has(conceptLexeme(concept))),
    ),
  ]);
  for (const { place, words } of named) if (!held.has(place)) unknown.push(words.join(" "));
  for (const term of terms) {
    if (!covered.has(term.word)) continue;
    term.covered = true;
    term.weight *= COVERED;
  }
  return { terms: [...broad, ...terms], unknown };
}

async function readWords(db: Database, words: readonly string[]): Promise<Read[]> {
  const { rows } = await sql<Read>`
    with stems as materialized (
      select w.position, w.word, c.configuration, tsvector_to_array(to_tsvector(c.configuration::regconfig, w.word)) as found
      from unnest(${[...words]}::text[]) with ordinality as w(word, position), unnest(${[...everyConfiguration]}::text[]) as c(configuration)
    ), known as materialized (
      select s.position, d.lexeme, max(d.documents) as documents from stems s, unnest(s.found) as f(stem) join search_words d on d.lexeme = f.stem group by 1, 2
    )
    select s.word, (select array_agg(k.lexeme) from known k where k.position = s.position) as stems, jsonb_object_agg(s.configuration, s.found) as found,
      bool_or(cardinality(s.found) = 0) as stopped, coalesce((select max(k.documents) from known k where k.position = s.position), 0)::int as documents,
      coalesce((select documents from search_words where lexeme = ${everyDocument}), 0)::int as total
    from stems s group by s.position, s.word order by s.position`.execute(db);
  return rows;
}

/** The words as terms; those that no document bears are guessed at, unless they name a place or a concept, which are found without them. */
async function termsOfWords(db: Database, rows: readonly Read[], understood: ReadonlySet<string>, total: number) {
  const terms: Term[] = [];
  const unknown: string[] = [];
  const mended = new Map<string, string>();
  let guesses = 0;
  for (const row of rows) {
    if (row.stems)
      terms.push({ word: row.word, stems: row.stems, documents: row.documents, weight: weightOf(row.documents, total), guessed: false });
    if (row.stems || understood.has(row.word)) continue;
    guesses += 1;
    const guessed = guesses > MOST_GUESSES ? [] : await guessWord(db, row.word, Object.values(row.found).flat());
    if (guessed.length === 0) unknown.push(row.word);
    else mended.set(row.word, guessed[0]?.stems[0] ?? row.word);
    for (const { stems, documents } of guessed)
      terms.push({ word: row.word, stems, documents, weight: weightOf(documents, total), guessed: true });
  }
  return { terms, unknown, mended };
}

/** Terms for the places and concepts that a question names, as far as there are documents of them. */
async function broadTerms(
  db: Database,
  places: readonly { place: string; words: string[] }[],
  concepts: readonly ConceptPlace[],
  sequence: readonly string[],
  total: number,
): Promise<Term[]> {
  const wanted = new Map<string, Pick<Term, "word" | "concept" | "place">>();
  for (const { place, words } of places) wanted.set(place, { word: words.join(" "), place: true });
  for (const { concept, from, to } of concepts) wanted.set(conceptLexeme(concept), { word: sequence.slice(from, to).join(" "), concept });
  if (wanted.size === 0) return [];
  const { rows } = await sql<{
    lexeme: string;
    documents: number;
  }>`select lexeme, documents from search_words where lexeme = any(${[...wanted.keys()]}::text[]) order by lexeme`.execute(db);
  return rows.map(({ lexeme, documents }) => {
    const { word, concept, place } = wanted.get(lexeme) ?? { word: lexeme };
    const weight = place ? PLACE * Math.max(weightOf(documents, total), Math.log(1 + total) / 2) : weightOf(documents, total);
    return { word, stems: [lexeme], documents, weight, guessed: false, ...(concept ? { concept } : {}), ...(place ? { place } : {}) };
  });
}

function wordsOfConcepts(sequence: readonly string[], concepts: readonly ConceptPlace[]): Set<string> {
  return new Set(concepts.flatMap(({ from, to }) => sequence.slice(from, to)));
}

function withGuesses(row: Read, terms: readonly Term[]): Record<string, string[]> {
  const guessed = terms.filter((term) => term.guessed && term.word === row.word).flatMap((term) => term.stems);
  return Object.fromEntries(everyConfiguration.map((configuration) => [configuration, [...(row.found[configuration] ?? []), ...guessed]]));
}

function weightOf(documents: number, total: number): number {
  return Math.log(1 + (total + 1) / (documents + 0.5));
}

/** Terms as text that PostgreSQL reads as a tsquery: the stems of a term are alternatives. */
export function termQuery(term: Term): string {
  return `(${term.stems.map((stem) => `'${stem.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`).join(" | ")})`;
}

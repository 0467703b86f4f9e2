import { sql } from "kysely";
import type { Database } from "../../database/connect.ts";
import { everyConfiguration, foldWords } from "./words.ts";

/** One word of a question: the stems it may have in our documents, and how telling it is (rarer is more). */
export interface Term {
  word: string;
  stems: string[];
  documents: number;
  weight: number;
  /** the stems come from words that look alike: the word itself stands in no document */
  guessed: boolean;
}

export interface Question {
  terms: Term[];
  /** words that stand in no document, nor any that looks like them */
  unknown: string[];
}

const MOST_WORDS = 16;

/** Reads what somebody typed as terms, in every language at once, with mistyped words mended from the words we hold. */
export async function readQuestion(db: Database, typed: string): Promise<Question> {
  const words = [...new Set(foldWords(typed.slice(0, 400)).split(" ").filter(Boolean))].slice(0, MOST_WORDS);
  if (words.length === 0) return { terms: [], unknown: [] };
  const { rows } = await sql<{ word: string; stems: string[] | null; stopped: boolean; documents: number; total: number }>`
    with stems as (
      select w.position, w.word, c.configuration, tsvector_to_array(to_tsvector(c.configuration::regconfig, w.word)) as found
      from unnest(${words}::text[]) with ordinality as w(word, position), unnest(${[...everyConfiguration]}::text[]) as c(configuration)
    ), known as (
      select s.position, s.word, f.stem, d.documents from stems s, unnest(s.found) as f(stem) left join search_words d on d.lexeme = f.stem
    )
    select s.word, (select array_agg(distinct k.stem) from known k where k.position = s.position and k.documents is not null) as stems,
      bool_or(cardinality(s.found) = 0) as stopped, coalesce((select max(k.documents) from known k where k.position = s.position), 0)::int as documents,
      (select count(*) from listing where known_to = 'infinity')::int as total
    from stems s group by s.position, s.word order by s.position`.execute(db);
  const total = rows[0]?.total ?? 0;
  const telling = rows.some((row) => !row.stopped) ? rows.filter((row) => !row.stopped) : rows;
  const terms: Term[] = [];
  const unknown: string[] = [];
  for (const row of telling) {
    const guess = row.stems ? undefined : await guessStems(db, row.word);
    const stems = row.stems ?? guess?.stems;
    const documents = row.stems ? row.documents : (guess?.documents ?? 0);
    if (stems) terms.push({ word: row.word, stems, documents, weight: Math.log(1 + (total + 1) / (documents + 0.5)), guessed: !row.stems });
    else unknown.push(row.word);
  }
  return { terms, unknown };
}

async function guessStems(db: Database, word: string): Promise<{ stems: string[]; documents: number } | undefined> {
  if (word.length < 4) return undefined;
  const { rows } = await sql<{ lexeme: string; documents: number; likeness: number }>`
    select lexeme, documents, similarity(lexeme, ${word}) as likeness from search_words
    where lexeme % ${word} and abs(length(lexeme) - ${word.length}) <= 3 and lexeme !~ '^[0-9]+$' order by likeness desc, documents desc limit 6`.execute(db);
  const best = rows[0]?.likeness ?? 0;
  const near = rows.filter((row) => row.likeness >= 0.36 && row.likeness > best - 0.12);
  return near.length > 0 ? { stems: near.map((row) => row.lexeme), documents: Math.max(...near.map((row) => row.documents)) } : undefined;
}

/** Terms as text that PostgreSQL reads as a tsquery: the stems of a term are alternatives. */
export function termQuery(term: Term): string {
  return `(${term.stems.map((stem) => `'${stem.replaceAll("'", "''").replaceAll("\\", "\\\\")}'`).join(" | ")})`;
}

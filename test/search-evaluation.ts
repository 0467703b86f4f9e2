import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { parse } from "yaml";
import { z } from "zod";
import type { Database } from "../src/database/connect.ts";
import { findListing } from "../src/registry/search/find-listing.ts";
import { everyConfiguration, foldWords } from "../src/registry/search/words.ts";

const asked = z.array(
  z.strictObject({
    question: z.string(),
    language: z.string(),
    kind: z.enum(["place", "number", "title", "content", "body", "typo", "accents"]),
    target: z.string(),
    accept: z.array(z.string()).default([]),
  }),
);

export type Asked = z.infer<typeof asked>[number];

export interface Answer {
  asked: Asked;
  /** the ids found, best first, ten at most */
  found: string[];
  /** where the first right one stands, from 1; 0 where none of the ten is right */
  place: number;
}

export interface Figures {
  questions: number;
  inTen: number;
  first: number;
  /** mean of one over the place of the first right answer */
  reciprocal: number;
}

export function readAsked(file: string): Asked[] {
  return asked.parse(parse(readFileSync(file, "utf8")));
}

/** Asks the search that readers have. */
export async function askSearch(db: Database, questions: readonly Asked[]): Promise<Answer[]> {
  return askBy(questions, async ({ question }) => (await findListing(db, { words: question, limit: 10 })).items.map((hit) => hit.id));
}

/** Asks PostgreSQL alone: any of the question's words, in every language's rules, ordered by ts_rank over the same column. */
export async function askPlainRanking(db: Database, questions: readonly Asked[]): Promise<Answer[]> {
  return askBy(questions, async ({ question }) => {
    const { rows } = await sql<{ id: string }>`
      with question as (
        select string_agg(distinct quote_literal(s.stem), ' | ')::tsquery as query
        from unnest(${[...everyConfiguration]}::text[]) c(name), unnest(tsvector_to_array(to_tsvector(c.name::regconfig, ${foldWords(question)}))) s(stem)
      )
      select l.id from listing l, question q where l.search @@ q.query and l.known_to = 'infinity' order by ts_rank(l.search, q.query) desc, l.id limit 10`.execute(
      db,
    );
    return rows.map((row) => row.id);
  });
}

async function askBy(questions: readonly Asked[], find: (asked: Asked) => Promise<string[]>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const asked of questions) {
    const found = await find(asked);
    answers.push({ asked, found, place: found.findIndex((id) => id === asked.target || asked.accept.includes(id)) + 1 });
  }
  return answers;
}

export function figuresOf(answers: readonly Answer[]): Figures {
  return {
    questions: answers.length,
    inTen: answers.filter(({ place }) => place > 0).length,
    first: answers.filter(({ place }) => place === 1).length,
    reciprocal: answers.reduce((sum, { place }) => sum + (place > 0 ? 1 / place : 0), 0) / Math.max(1, answers.length),
  };
}

/** The figures as the lines of a table, all together and by language or kind. */
export function describe(answers: readonly Answer[], by: "language" | "kind"): string {
  const line = (name: string, figures: Figures) =>
    `| ${name} | ${figures.questions} | ${figures.inTen} (${Math.round((100 * figures.inTen) / figures.questions)} %) | ${figures.first} | ${figures.reciprocal.toFixed(2)} |`;
  const groups = [...new Set(answers.map(({ asked }) => asked[by]))].map((group) =>
    line(group, figuresOf(answers.filter(({ asked }) => asked[by] === group))),
  );
  return [
    `| ${by} | questions | in the first ten | first | reciprocal |`,
    "|---|---|---|---|---|",
    ...groups,
    line("all", figuresOf(answers)),
  ].join("\n");
}

import { type CompiledQuery, sql } from "kysely";
import type { Database, OpenDatabase } from "../src/database/connect.ts";
import { findListing } from "../src/registry/search/find-listing.ts";
import { countAllFacets, readListingRequest, toListingQuery } from "../src/web/listing-request.ts";
import { ReferenceShelf } from "../src/web/reference.ts";
import { median, ms, percentile, type Row, row, timed, times } from "./measure.ts";

/** Words by how many documents bear them, taken from the registry itself. */
export async function wordsByFrequency(db: Database): Promise<{ frequent: string[]; middling: string[]; rare: string[] }> {
  const between = async (from: number, to: number) =>
    (
      await sql<{
        lexeme: string;
      }>`select lexeme from search_words where documents between ${from} and ${to} and lexeme ~ '^[a-z]{4,}$' order by md5(lexeme) limit 30`.execute(
        db,
      )
    ).rows.map((found) => found.lexeme);
  return { frequent: await between(8000, 40000), middling: await between(500, 4000), rare: await between(5, 50) };
}

async function searchPage(db: Database, shelf: ReferenceShelf, question: string): Promise<void> {
  const request = readListingRequest(new URLSearchParams(question));
  const reference = await shelf.read();
  const result = await findListing(db, toListingQuery(request, reference, { limit: 20 }));
  await countAllFacets(db, request, reference, result);
}

/** The questions of one round: a word, two words, and a word narrowed by facets, frequent and rare. */
function questions(words: Awaited<ReturnType<typeof wordsByFrequency>>): string[] {
  const pick = (list: readonly string[], index: number) => list[index % list.length] ?? "";
  return Array.from({ length: 40 }, (_, index) => {
    const parts = new URLSearchParams({
      q: [pick(index % 3 === 0 ? words.frequent : words.middling, index), ...(index % 2 ? [pick(words.middling, index + 7)] : [])].join(
        " ",
      ),
    });
    if (index % 4 === 0) parts.append("region", "africa");
    if (index % 5 === 0) parts.append("area", "procurement");
    return parts.toString();
  });
}

/** Search with facets through our code against the very same statements sent straight to the database, question by question. */
export async function measureSearch(
  opened: OpenDatabase,
  direct: (statement: string, values: readonly unknown[]) => Promise<unknown>,
  name: string,
): Promise<{ rows: Row[]; p50: number }> {
  const shelf = new ReferenceShelf(opened.db);
  const words = await wordsByFrequency(opened.db);
  const asked = questions(words);
  for (const question of asked.slice(0, 8)) await searchPage(opened.db, shelf, question);
  const ours: number[] = [];
  const straight: number[] = [];
  for (const question of asked) {
    const statements: CompiledQuery[] = [];
    const watched = watching(opened.db, statements);
    ours.push(await timed(() => searchPage(watched, shelf, question)));
    straight.push(
      await timed(async () => {
        for (const statement of statements) await direct(statement.sql, statement.parameters);
      }),
    );
  }
  const ratio = percentile(ours, 0.95) / percentile(straight, 0.95);
  const ranked = async (list: readonly string[]) => {
    const taken: number[] = [];
    for (const word of list) taken.push(await timed(() => findListing(opened.db, { words: word, limit: 20 })));
    return median(taken);
  };
  await ranked(words.frequent.slice(0, 5));
  const frequent = await ranked(words.frequent);
  const rare = await ranked(words.rare);
  return {
    p50: median(ours),
    rows: [
      row(
        `${name}: search with facets, p95 against the same SQL straight`,
        `${ms(percentile(ours, 0.95))} against ${ms(percentile(straight, 0.95))} = ${times(ratio)} (p50 ${ms(median(ours))} against ${ms(median(straight))})`,
        "≤ 2 ×",
        ratio <= 2,
        ratio,
      ),
      row(
        `${name}: ranked hits, frequent word against rare word`,
        `${ms(frequent)} against ${ms(rare)} = ${times(frequent / rare)}`,
        "≤ 3 ×",
        frequent / rare <= 3,
        frequent / rare,
      ),
    ],
  };
}

/** The same database, noting every statement that is sent. */
function watching(db: Database, statements: CompiledQuery[]): Database {
  const executor = db.getExecutor();
  const noting = (query: CompiledQuery) => {
    statements.push(query);
    return executor.executeQuery(query);
  };
  const watched = new Proxy(executor, {
    get: (target, key) => {
      if (key === "executeQuery") return noting;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return new Proxy(db, { get: (target, key) => (key === "getExecutor" ? () => watched : Reflect.get(target, key, target)) });
}

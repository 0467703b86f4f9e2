import { type RawBuilder, sql } from "kysely";
import type { Database } from "../../database/connect.ts";
import { knownOn } from "../find.ts";
import { type Question, readQuestion, type Term, termQuery } from "./question.ts";

/** Columns of the listing by which a reader may narrow, and whether a row holds one value or several. */
const facetColumns = {
  jurisdiction: "one",
  level: "one",
  type: "one",
  status: "one",
  force: "one",
  standing: "one",
  year: "one",
  areas: "many",
  provision_types: "many",
  strengths: "many",
  framework_items: "many",
  languages: "many",
} as const;

export type FacetColumn = keyof typeof facetColumns;
export type Sort = "relevance" | "newest" | "oldest" | "title" | "changed";

export interface ListingQuery {
  words?: string | undefined;
  /** per column the values of which a row must bear at least one; absent or empty: any */
  narrow?: Partial<Record<FacetColumn, readonly string[]>>;
  /** a day (YYYY-MM-DD): only what had effect then, or may have had */
  inForceOn?: string | undefined;
  /** a time: our record as it stood */
  knownOn?: string | undefined;
  sort?: Sort | undefined;
  limit: number;
  offset?: number;
}

export interface ListingHit {
  noun: "instrument" | "claim";
  id: string;
  standing: "reviewed" | "reported";
  jurisdiction: string;
  title: string;
  level: string | null;
  type: string | null;
  status: string | null;
  force: string | null;
  year: number | null;
  sort_date: string | null;
  provision_types: string[];
  strengths: string[];
  known_from: string;
}

export interface ListingResult {
  items: ListingHit[];
  total: number;
  /** the total is at least this: more than COUNT_TO match in a ranked search */
  atLeast: boolean;
  question: Question;
  /** "some": no policy has all the words, these have the more telling of them */
  match: "all" | "some";
}

/** Ranking reads every match, so it stops here; counts in a ranked search say "over 1,000" from here. */
const RANKED_AT_MOST = 1000;
const FEW = 8;
/** Of two equal matches the reviewed one comes first. */
const REVIEWED = sql.lit(1.15);
const BELOW_TITLE = 0.75;

/** Finds reviewed instruments and reported claims: ranked where words are given, in date order otherwise. */
export async function findListing(db: Database, query: ListingQuery): Promise<ListingResult> {
  const question = await readQuestion(db, query.words ?? "");
  const filter = filterOf(query);
  if (question.terms.length === 0) {
    if (question.unknown.length > 0) return { items: [], total: 0, atLeast: false, question, match: "all" };
    return listAll(db, query, filter, question);
  }
  const all = allOf(question.terms);
  if (question.terms.filter((term) => !term.covered).length === 1) return ranked(db, query, filter, question, "all");
  const enough = await sql<{
    found: number;
  }>`select count(*)::int as found from (select 1 from listing l where l.search @@ ${all}::tsquery and ${filter} limit ${FEW}) few`.execute(
    db,
  );
  const match = (enough.rows[0]?.found ?? 0) >= FEW ? "all" : "some";
  return ranked(db, query, filter, question, match);
}

/** How many of the matching rows bear each value of a column. The column's own narrowing is left out, so that its other values stay open. */
export async function countFacet(
  db: Database,
  query: ListingQuery,
  column: FacetColumn,
  question: Question,
  match: "all" | "some",
): Promise<Map<string, number>> {
  const others = { ...query, narrow: { ...query.narrow, [column]: [] } };
  const where = sql`${filterOf(others)} and ${matches(question.terms, match)}`;
  return countColumns(db, where, [column]).then((counts) => counts[column] ?? new Map());
}

/** The counts of several columns at once, in one pass over the matching rows. */
export async function countFacets(
  db: Database,
  query: ListingQuery,
  columns: readonly FacetColumn[],
  question: Question,
  match: "all" | "some",
): Promise<Partial<Record<FacetColumn, Map<string, number>>>> {
  return countColumns(db, sql`${filterOf(query)} and ${matches(question.terms, match)}`, columns);
}

async function countColumns(
  db: Database,
  where: RawBuilder<unknown>,
  columns: readonly FacetColumn[],
): Promise<Partial<Record<FacetColumn, Map<string, number>>>> {
  if (columns.length === 0) return {};
  const parts = columns.map((column) =>
    facetColumns[column] === "one"
      ? sql`select ${sql.lit(column)} as facet, ${sql.ref(column)}::text as value, count(*)::int as rows from matching where ${sql.ref(column)} is not null group by 2`
      : sql`select ${sql.lit(column)} as facet, v.value, count(*)::int as rows from matching, unnest(${sql.ref(column)}) as v(value) group by 2`,
  );
  const { rows } = await sql<{ facet: FacetColumn; value: string; rows: number }>`
    with matching as materialized (select ${sql.join(columns.map((column) => sql.ref(`l.${column}`)))} from listing l where ${where})
    ${sql.join(parts, sql` union all `)}`.execute(db);
  const counts: Partial<Record<FacetColumn, Map<string, number>>> = {};
  for (const column of columns) counts[column] = new Map();
  for (const row of rows) counts[row.facet]?.set(row.value, row.rows);
  return counts;
}

function filterOf(query: Pick<ListingQuery, "narrow" | "inForceOn" | "knownOn">): RawBuilder<boolean> {
  const conditions: RawBuilder<unknown>[] = [knownOn("l", query.knownOn)];
  for (const [column, values] of Object.entries(query.narrow ?? {}) as [FacetColumn, readonly string[]][]) {
    if (values.length === 0) continue;
    const ref = sql.ref(`l.${column}`);
    if (facetColumns[column] === "many") conditions.push(sql`${ref} && ${[...values]}::text[]`);
    else if (column === "year") conditions.push(sql`${ref} = any(${values.map(Number).filter(Number.isSafeInteger)}::int[])`);
    else conditions.push(sql`${ref} = any(${[...values]}::text[])`);
  }
  if (query.inForceOn !== undefined) {
    conditions.push(sql`exists (select 1 from standings s where s.revision = l.revision and s.effect <> 'no'
      and s.from_earliest <= ${query.inForceOn}::date and ${query.inForceOn}::date < s.to_latest)`);
  }
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** Rows that have all the terms; or, where few have, rows of the place asked about and rows that have the more telling half of the terms. */
function matches(terms: readonly Term[], match: "all" | "some"): RawBuilder<boolean> {
  if (terms.length === 0) return sql<boolean>`true`;
  if (match === "all") return sql<boolean>`l.search @@ ${allOf(terms)}::tsquery`;
  const needed = terms.filter((term) => !term.covered);
  const whole = needed.reduce((sum, term) => sum + term.weight, 0);
  const score = sql.join(
    needed.map(
      (term) => sql`case when l.search @@ ${termQuery(term)}::tsquery then ${term.place ? whole : term.weight}::float8 else 0 end`,
    ),
    sql` + `,
  );
  return sql<boolean>`l.search @@ ${selective(needed)}::tsquery and (${score}) >= ${whole * 0.45}::float8`;
}

/** A tsquery for documents that have every term; a word that a place or concept covers is not asked for again. */
function allOf(terms: readonly Term[]): string {
  return terms
    .filter((term) => !term.covered)
    .map(termQuery)
    .join(" & ");
}

/** A condition the index can answer: any of the terms that are not in a large part of the documents, or all the telling ones together. */
function selective(terms: readonly Term[]): string {
  const rare = [...terms].sort((a, b) => a.documents - b.documents);
  let reach = 0;
  const chosen = rare.filter((term, index) => {
    reach += term.documents;
    return index === 0 || reach <= 6000;
  });
  return chosen.map(termQuery).join(" | ");
}

async function ranked(
  db: Database,
  query: ListingQuery,
  filter: RawBuilder<boolean>,
  question: Question,
  match: "all" | "some",
): Promise<ListingResult> {
  const { terms } = question;
  const { rows } = await sql<ListingHit & { total: number }>`
    with candidates as materialized (
      ${match === "all" ? candidatesWithAll(terms, filter) : candidatesWithSome(terms, filter)}
    ), scored as (
      select l.revision, (${sql.join(terms.map(scoreOf), sql` + `)}) * case l.standing when 'reviewed' then ${REVIEWED} else 1.0 end as score, l.sort_date from candidates c join listing l on l.revision = c.revision
      where ${match === "all" ? sql`true` : matches(terms, "some")}
    ), chosen as (
      select s.revision, s.score, count(*) over ()::int as total from scored s
      order by ${orderOf(query.sort ?? "relevance")} limit ${query.limit} offset ${query.offset ?? 0}
    )
    select ${hitColumns}, c.total from chosen c join listing l on l.revision = c.revision order by ${orderOf(query.sort ?? "relevance", "c")}`.execute(
    db,
  );
  // Beyond the last page no row carries the total: the first page's does.
  if (rows.length === 0 && (query.offset ?? 0) > 0)
    return { ...(await ranked(db, { ...query, offset: 0, limit: 1 }, filter, question, match)), items: [] };
  const total = rows[0]?.total ?? 0;
  return {
    items: rows.map(({ total: _, ...hit }) => hit),
    total: Math.min(total, RANKED_AT_MOST),
    atLeast: total > RANKED_AT_MOST,
    question,
    match,
  };
}

/** Documents that bear it in their title come first, so that of a word in thousands of texts those are read for sure. */
function candidatesWithAll(terms: readonly Term[], filter: RawBuilder<boolean>): RawBuilder<unknown> {
  const all = allOf(terms);
  return sql`select revision from (
    (select l.revision from listing l where l.title_search @@ ${all}::tsquery and ${filter} limit ${RANKED_AT_MOST + 1})
    union all (select l.revision from listing l where l.search @@ ${all}::tsquery and not l.title_search @@ ${all}::tsquery and ${filter} limit ${RANKED_AT_MOST + 1})) found limit ${RANKED_AT_MOST + 1}`;
}

/** Documents of the place asked about, and those that bear a word in their title, come first. */
function candidatesWithSome(terms: readonly Term[], filter: RawBuilder<boolean>): RawBuilder<unknown> {
  const places = terms.filter((term) => term.place);
  const others = terms.filter((term) => !term.place);
  const anyOf = (of: readonly Term[]) => `(${of.map(termQuery).join(" | ")})`;
  const ofPlace = sql`(select l.revision from listing l where l.search @@ ${`${anyOf(places)} & ${anyOf(others)}`}::tsquery and ${filter} limit ${RANKED_AT_MOST / 2}) union`;
  return sql`${places.length > 0 && others.length > 0 ? ofPlace : sql``}
    (select l.revision from listing l where l.title_search @@ ${anyOf(terms)}::tsquery and ${filter} limit ${RANKED_AT_MOST / 2})
    union (select l.revision from listing l where ${matches(terms, "some")} and ${filter} limit ${RANKED_AT_MOST + 1})`;
}

/**
 * What a term adds to a row's score: its weight where the title bears it, less where only the text does. ts_rank divides
 * by the number of alternatives, which would count against words that have several stems: so it is multiplied back.
 */
function scoreOf(term: Term): RawBuilder<number> {
  const query = termQuery(term);
  return sql<number>`${term.weight}::float8 * case when l.title_search @@ ${query}::tsquery then 1.0
    else least(${BELOW_TITLE}::float8, ${term.stems.length}::float8 * ts_rank('{0.2, 0.5, 0.7, 1.0}', l.search, ${query}::tsquery)) end`;
}

async function listAll(db: Database, query: ListingQuery, filter: RawBuilder<boolean>, question: Question): Promise<ListingResult> {
  const order: Record<Sort, RawBuilder<unknown>> = {
    relevance: sql`l.sort_date desc nulls last, l.id`,
    newest: sql`l.sort_date desc nulls last, l.id`,
    oldest: sql`l.sort_date asc nulls last, l.id`,
    title: sql`l.title, l.id`,
    changed: sql`l.known_from desc, l.sort_date desc nulls last, l.id`,
  };
  const { rows } =
    await sql<ListingHit>`select ${hitColumns} from listing l where ${filter} order by ${order[query.sort ?? "newest"]} limit ${query.limit} offset ${query.offset ?? 0}`.execute(
      db,
    );
  const total = await sql<{ total: number }>`select count(*)::int as total from listing l where ${filter}`.execute(db);
  return { items: rows, total: total.rows[0]?.total ?? 0, atLeast: false, question, match: "all" };
}

const hitColumns = sql`l.noun, l.id, l.standing, l.jurisdiction, l.title, l.level, l.type, l.status, l.force, l.year, l.sort_date, l.provision_types, l.strengths, l.known_from`;

function orderOf(sort: Sort, from: "s" | "c" = "s"): RawBuilder<unknown> {
  if (sort === "relevance") return from === "s" ? sql`s.score desc, s.revision` : sql`c.score desc, c.revision`;
  const other: Record<Exclude<Sort, "relevance">, RawBuilder<unknown>> = {
    newest: sql`l.sort_date desc nulls last, l.id`,
    oldest: sql`l.sort_date asc nulls last, l.id`,
    title: sql`l.title, l.id`,
    changed: sql`l.known_from desc, l.sort_date desc nulls last, l.id`,
  };
  if (from === "c") return other[sort];
  const inner: Record<Exclude<Sort, "relevance">, RawBuilder<unknown>> = {
    newest: sql`s.sort_date desc nulls last, s.revision`,
    oldest: sql`s.sort_date asc nulls last, s.revision`,
    title: sql`(select title from listing t where t.revision = s.revision), s.revision`,
    changed: sql`(select known_from from listing t where t.revision = s.revision) desc, s.sort_date desc nulls last, s.revision`,
  };
  return inner[sort];
}

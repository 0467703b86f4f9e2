import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { itemsByType, type Surroundings } from "./listing.ts";
import type { Noun, Nouns } from "./nouns.ts";

/** A record with what is known about its keeping. */
export interface Kept<N extends Noun> {
  id: string;
  revision: number;
  knownFrom: string;
  who: string;
  why: string;
  record: Nouns[N];
}

/** Rows as they stood in our record at a time; without one, as they stand now. */
export function knownOn(alias: string, time?: string): RawBuilder<boolean> {
  const from = sql.ref(`${alias}.known_from`);
  const to = sql.ref(`${alias}.known_to`);
  return time === undefined
    ? sql<boolean>`${to} = 'infinity'`
    : sql<boolean>`${from} <= ${time}::timestamptz and ${to} > ${time}::timestamptz`;
}

/** One record, or nothing where there is none, or was none at that time. */
export async function findRecord<N extends Noun>(db: Database, noun: N, id: string, time?: string): Promise<Kept<N> | undefined> {
  const { rows } = await sql<KeptRow>`select r.id, r.revision, r.known_from, r.who, r.why, r.record from revisions r
    where r.noun = ${noun} and r.id = ${id} and r.record is not null and ${knownOn("r", time)} order by r.revision desc limit 1`.execute(
    db,
  );
  return rows[0] ? keptOf<N>(rows[0]) : undefined;
}

/** The records with these identifiers, in no order; those that are not there are left out. */
export async function findRecords<N extends Noun>(
  db: Database,
  noun: N,
  ids: readonly string[],
  time?: string,
): Promise<Map<string, Kept<N>>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<KeptRow>`select r.id, r.revision, r.known_from, r.who, r.why, r.record from revisions r
    where r.noun = ${noun} and r.id = any(${[...ids]}::text[]) and r.record is not null and ${knownOn("r", time)} order by r.revision`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.id, keptOf<N>(row)]));
}

/** Records of a noun by identifier, after a given one; `where` narrows by fields of the record. */
export async function listRecords<N extends Noun>(
  db: Database,
  noun: N,
  options: { after?: string | undefined; limit?: number; time?: string | undefined; where?: RawBuilder<boolean> | undefined } = {},
): Promise<{ items: Kept<N>[]; total: number }> {
  const where = sql`r.noun = ${noun} and r.record is not null and ${knownOn("r", options.time)} and ${options.where ?? sql<boolean>`true`}`;
  const total = await sql<{ total: number }>`select count(*) as total from revisions r where ${where}`.execute(db);
  const { rows } = await sql<KeptRow>`select r.id, r.revision, r.known_from, r.who, r.why, r.record from revisions r
    where ${where} and ${options.after === undefined ? sql`true` : sql`r.id > ${options.after}`} order by r.id limit ${options.limit ?? 1_000_000}`.execute(
    db,
  );
  return { items: rows.map((row) => keptOf<N>(row)), total: total.rows[0]?.total ?? 0 };
}

interface KeptRow {
  id: string;
  revision: number;
  known_from: string;
  who: string;
  why: string;
  record: unknown;
}

function keptOf<N extends Noun>(row: KeptRow): Kept<N> {
  return { id: row.id, revision: row.revision, knownFrom: row.known_from, who: row.who, why: row.why, record: row.record as Nouns[N] };
}

export interface Revision {
  revision: number;
  noun: Noun;
  id: string;
  at: string;
  who: string;
  why: string;
  before: unknown;
  after: unknown;
}

/** What changed, newest first: who, when, why, before and after. `below` is the revision to go on from. */
export async function listRevisions(
  db: Database,
  options: { noun?: Noun | undefined; id?: string | undefined; below?: number | undefined; limit: number },
): Promise<{ items: Revision[]; total: number }> {
  const where = sql`${options.noun === undefined ? sql`true` : sql`r.noun = ${options.noun}`} and ${options.id === undefined ? sql`true` : sql`r.id = ${options.id}`}`;
  const total = await sql<{ total: number }>`select count(*) as total from revisions r where ${where}`.execute(db);
  const { rows } = await sql<Revision>`
    select r.revision, r.noun, r.id, r.known_from as at, r.who, r.why, r.record as after,
      (select b.record from revisions b where b.noun = r.noun and b.id = r.id and b.revision < r.revision order by b.revision desc limit 1) as before
    from revisions r where ${where} and ${options.below === undefined ? sql`true` : sql`r.revision < ${options.below}`} order by r.revision desc limit ${options.limit}`.execute(
    db,
  );
  return { items: rows, total: total.rows[0]?.total ?? 0 };
}

/** The newest revision's number: what changes whenever anything does. 0 where the registry is empty. */
export async function newestRevision(db: Database): Promise<number> {
  const { rows } = await sql<{ newest: number | null }>`select max(revision) as newest from revisions`.execute(db);
  return rows[0]?.newest ?? 0;
}

/** What the listing leans on. */
export async function loadSurroundings(db: Database): Promise<Surroundings> {
  const [jurisdictions, bodies, types, frameworks] = [
    await listRecords(db, "jurisdiction"),
    await listRecords(db, "body"),
    await listRecords(db, "provision-type"),
    await listRecords(db, "framework"),
  ];
  const byId = <T>(list: { items: { id: string; record: T }[] }) => new Map(list.items.map(({ id, record }) => [id, record]));
  return {
    jurisdictions: byId(jurisdictions),
    bodies: byId(bodies),
    types: byId(types),
    itemsOfType: itemsByType(frameworks.items.map(({ record }) => record)),
  };
}

/** Of several values any. */
export interface CodingFilter {
  instrument?: string | undefined;
  provision?: string | undefined;
  jurisdiction?: readonly string[] | undefined;
  type?: readonly string[] | undefined;
  area?: readonly string[] | undefined;
  strength?: readonly string[] | undefined;
  basis?: readonly string[] | undefined;
  verdict?: string | undefined;
}

export interface CodingPlace {
  id: string;
  instrument: string;
  provision: string;
  jurisdiction: string;
  type: string;
  area: string;
  strength: string;
  verdict: string;
  basis: string;
}

/** Codings by identifier, with the instrument and provision each belongs to; the record itself stands in the instrument. */
export async function listCodings(
  db: Database,
  filter: CodingFilter,
  options: { after?: string | undefined; limit?: number; time?: string | undefined } = {},
): Promise<{ items: CodingPlace[]; total: number }> {
  const conditions = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => sql`${sql.ref(`c.${column}`)} = any(${[value].flat()}::text[])`);
  const where = sql`${knownOn("c", options.time)} and ${conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`}`;
  const total = await sql<{ total: number }>`select count(*) as total from codings c where ${where}`.execute(db);
  const { rows } =
    await sql<CodingPlace>`select c.id, c.instrument, c.provision, c.jurisdiction, c.type, c.area, c.strength, c.verdict, c.basis from codings c
    where ${where} and ${options.after === undefined ? sql`true` : sql`c.id > ${options.after}`} order by c.id limit ${options.limit ?? 1_000_000}`.execute(
      db,
    );
  return { items: rows, total: total.rows[0]?.total ?? 0 };
}

export interface ProvisionPlace {
  id: string;
  instrument: string;
  locator: string;
}

export async function listProvisions(
  db: Database,
  filter: { instrument?: string | undefined },
  options: { after?: string | undefined; limit?: number; time?: string | undefined } = {},
): Promise<{ items: ProvisionPlace[]; total: number }> {
  const where = sql`${knownOn("p", options.time)} and ${filter.instrument === undefined ? sql`true` : sql`p.instrument = ${filter.instrument}`}`;
  const total = await sql<{ total: number }>`select count(*) as total from provisions p where ${where}`.execute(db);
  const { rows } =
    await sql<ProvisionPlace>`select p.id, p.instrument, p.locator from provisions p where ${where} and ${options.after === undefined ? sql`true` : sql`p.id > ${options.after}`}
    order by p.id limit ${options.limit ?? 1_000_000}`.execute(db);
  return { items: rows, total: total.rows[0]?.total ?? 0 };
}

/** Edges that end at an instrument: what amends, replaces, implements … it. */
export async function listRelationsTo(db: Database, target: string, time?: string): Promise<{ instrument: string; type: string }[]> {
  const { rows } = await sql<{
    instrument: string;
    type: string;
  }>`select e.instrument, e.type from relations e where e.target = ${target} and ${knownOn("e", time)} order by e.instrument`.execute(db);
  return rows;
}

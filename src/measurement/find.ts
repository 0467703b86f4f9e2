import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import type { Parameters, SubjectKind } from "../registry/check.ts";
import type { Dossier, Exception } from "../registry/dossier.ts";
import { latestDay } from "../shared/partial-date.ts";
import type { Observation } from "./fact.ts";
import { type Counts, countOf, noCounts } from "./figure.ts";
import type { Outcome } from "./finding.ts";

export interface ObservationRow {
  observation: number;
  kind: SubjectKind;
  subject: string;
  name: string | null;
  address: string | null;
  observed_at: string;
  reader: string;
  facts: Observation["facts"];
  places: Observation["places"];
  not_observable: Observation["notObservable"];
}

export function observationOf(row: ObservationRow): Observation {
  return {
    subject: { kind: row.kind, id: row.subject, ...(row.name ? { name: row.name } : {}), ...(row.address ? { address: row.address } : {}) },
    observedAt: new Date(row.observed_at).toISOString(),
    reader: row.reader,
    facts: row.facts,
    places: row.places,
    notObservable: row.not_observable,
  };
}

/** Everything that was seen in one measurement, in the order in which it was recorded. */
export async function listObservations(db: Database, measurement: string): Promise<Observation[]> {
  const { rows } = await sql<ObservationRow>`select * from observations where measurement = ${measurement} order by observation`.execute(
    db,
  );
  return rows.map(observationOf);
}

/** A body of which something was measured. */
export interface MeasuredBody {
  body: string;
  kind: SubjectKind;
  subjects: number;
  observedAt: string;
}

/** Bodies of which something was measured, with how many current subjects of each kind. */
export async function listMeasuredBodies(db: Database): Promise<MeasuredBody[]> {
  const { rows } =
    await sql<MeasuredBody>`select body, kind, count(*)::int as subjects, max(observed_at) as "observedAt" from observations where current group by body, kind order by body, kind`.execute(
      db,
    );
  return rows;
}

/** A subject as a row of a list. */
export interface SubjectRow {
  key: string;
  kind: SubjectKind;
  subject: string;
  name: string | null;
  address: string | null;
  body: string;
  measurement: string;
  observedAt: string;
}

export interface SubjectFilter {
  body?: string | undefined;
  kind?: SubjectKind | undefined;
  check?: string | undefined;
  /** goes with check */
  outcome?: Outcome | undefined;
  parametersKey?: string | undefined;
  words?: string | undefined;
}

/** Current subjects by name, after a given place in that order. */
export async function listSubjects(
  db: Database,
  filter: SubjectFilter,
  page: { offset?: number | undefined; limit: number },
): Promise<{ items: SubjectRow[]; total: number }> {
  const where = sql`o.current
    and ${filter.body === undefined ? sql`true` : sql`o.body = ${filter.body}`}
    and ${filter.kind === undefined ? sql`true` : sql`o.kind = ${filter.kind}`}
    and ${filter.words === undefined ? sql`true` : sql`(strpos(lower(coalesce(o.name, '')), lower(${filter.words})) > 0 or strpos(lower(o.subject), lower(${filter.words})) > 0)`}
    and ${
      filter.check === undefined
        ? sql`true`
        : sql`exists (select 1 from findings f where f.observation = o.observation and f.check_id = ${filter.check}
            and f.check_version = (select (r.record->>'version')::int from revisions r where r.noun = 'check' and r.id = ${filter.check} and r.known_to = 'infinity')
            and ${filter.outcome === undefined ? sql`true` : sql`f.outcome = ${filter.outcome}`}
            and ${filter.parametersKey === undefined ? sql`true` : sql`f.parameters_key = ${filter.parametersKey}`})`
    }`;
  const total = await sql<{ total: number }>`select count(*)::int as total from observations o where ${where}`.execute(db);
  const { rows } =
    await sql<SubjectRow>`select o.key, o.kind, o.subject, o.name, o.address, o.body, o.measurement, o.observed_at as "observedAt" from observations o
    where ${where} order by lower(coalesce(o.name, o.subject)), o.key limit ${page.limit} offset ${page.offset ?? 0}`.execute(db);
  return { items: rows, total: total.rows[0]?.total ?? 0 };
}

export interface Look extends SubjectRow {
  current: boolean;
  observation: Observation;
}

/** Every look at a subject, newest first; empty where there is none. */
export async function findLooks(db: Database, key: string): Promise<Look[]> {
  const { rows } = await sql<ObservationRow & SubjectRow & { current: boolean }>`
    select o.*, o.observed_at as "observedAt" from observations o where o.key = ${key} order by o.observed_at desc, o.observation desc limit 50`.execute(
    db,
  );
  return rows.map((row) => ({
    key: row.key,
    kind: row.kind,
    subject: row.subject,
    name: row.name,
    address: row.address,
    body: row.body,
    measurement: row.measurement,
    observedAt: row.observedAt,
    current: row.current,
    observation: observationOf(row),
  }));
}

export interface FindingRow {
  key: string;
  check: string;
  checkVersion: number;
  parameters: Parameters;
  parametersKey: string;
  outcome: Outcome;
  error: string | null;
}

/** What the current checks say of the current looks at these subjects. */
export async function listFindings(db: Database, keys: readonly string[]): Promise<FindingRow[]> {
  const { rows } = await sql<FindingRow>`
    select o.key, f.check_id as "check", f.check_version as "checkVersion", f.parameters, f.parameters_key as "parametersKey", f.outcome, f.error
    from observations o join findings f on f.observation = o.observation
    join revisions r on r.noun = 'check' and r.id = f.check_id and r.known_to = 'infinity' and (r.record->>'version')::int = f.check_version
    where o.current and o.key = any(${[...keys]}::text[]) order by o.key, f.check_id, f.parameters_key`.execute(db);
  return rows;
}

export interface CountedFindings {
  body: string;
  check: string;
  checkVersion: number;
  parametersKey: string;
  counts: Counts;
  observedAt: string;
}

/**
 * Outcomes counted by body, check and parameters, over current subjects and current checks; narrowed to some bodies or one check. An exception
 * that names an instrument counts only where that is the one under which is counted.
 */
export async function countFindings(
  db: Database,
  filter: { body?: string | undefined; check?: string | undefined; instrument?: string | undefined },
  dossierOf: (body: string) => Dossier | undefined,
): Promise<CountedFindings[]> {
  const { rows } = await sql<{
    body: string;
    check: string;
    checkVersion: number;
    parametersKey: string;
    outcome: Outcome;
    count: number;
    observedAt: string;
  }>`
    select o.body, f.check_id as "check", f.check_version as "checkVersion", f.parameters_key as "parametersKey", f.outcome, count(*)::int as count, max(o.observed_at) as "observedAt"
    from observations o join findings f on f.observation = o.observation
    join revisions r on r.noun = 'check' and r.id = f.check_id and r.known_to = 'infinity' and (r.record->>'version')::int = f.check_version
    where o.current and ${filter.body === undefined ? sql`true` : sql`o.body = ${filter.body}`} and ${filter.check === undefined ? sql`true` : sql`f.check_id = ${filter.check}`}
    group by 1, 2, 3, 4, 5 order by 1, 2, 4`.execute(db);
  const counted = new Map<string, CountedFindings>();
  for (const row of rows) {
    const key = `${row.body} ${row.check} ${row.parametersKey}`;
    const entry = counted.get(key) ?? {
      body: row.body,
      check: row.check,
      checkVersion: row.checkVersion,
      parametersKey: row.parametersKey,
      counts: { ...noCounts },
      observedAt: row.observedAt,
    };
    entry.counts[countOf[row.outcome]] += row.count;
    if (row.observedAt > entry.observedAt) entry.observedAt = row.observedAt;
    counted.set(key, entry);
  }
  for (const body of new Set(rows.map((row) => row.body)))
    for (const { check, parametersKey, excepted } of await countExcepted(db, body, exceptionsUnder(filter.instrument, dossierOf(body)))) {
      const entry = counted.get(`${body} ${check} ${parametersKey}`);
      if (!entry) continue;
      entry.counts.notMet -= excepted;
      entry.counts.excepted += excepted;
    }
  return [...counted.values()];
}

function exceptionsUnder(instrument: string | undefined, dossier: Dossier | undefined): Exception[] {
  return dossier?.exceptions.filter(({ about }) => about.instrument === undefined || about.instrument === instrument) ?? [];
}

/** Of what is not met, what a registered exception covered on the day it was seen. */
async function countExcepted(
  db: Database,
  body: string,
  exceptions: readonly Exception[],
): Promise<{ check: string; parametersKey: string; excepted: number }[]> {
  if (exceptions.length === 0) return [];
  const registered = exceptions.map(({ about, approved_on, until }) => ({
    kind: about.kind ?? null,
    subject: about.subject ?? null,
    check_id: about.check ?? null,
    from_day: approved_on.length === 4 ? `${approved_on}-01-01` : approved_on.length === 7 ? `${approved_on}-01` : approved_on,
    to_day: until ? latestDay(until) : "9999-12-31",
  }));
  const { rows } = await sql<{ check: string; parametersKey: string; excepted: number }>`
    select f.check_id as "check", f.parameters_key as "parametersKey", count(*)::int as excepted from observations o join findings f on f.observation = o.observation
    join revisions r on r.noun = 'check' and r.id = f.check_id and r.known_to = 'infinity' and (r.record->>'version')::int = f.check_version
    where o.current and o.body = ${body} and f.outcome = 'not-met' and exists (
      select 1 from jsonb_to_recordset(${JSON.stringify(registered)}::jsonb) as e(kind text, subject text, check_id text, from_day date, to_day date)
      where (e.kind is null or e.kind = o.kind) and (e.subject is null or e.subject = o.subject) and (e.check_id is null or e.check_id = f.check_id)
        and o.observed_at::date between e.from_day and e.to_day)
    group by 1, 2`.execute(db);
  return rows;
}

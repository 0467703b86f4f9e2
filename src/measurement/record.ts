import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import type { Dossier } from "../registry/dossier.ts";
import { findRecords, listRecords } from "../registry/find.ts";
import { kindsIn, type Measurement } from "../registry/measurement.ts";
import { named } from "../registry/nouns.ts";
import { type RecordOptions, recordWithin } from "../registry/record.ts";
import { canonical } from "../shared/canonical.ts";
import { Problem } from "../shared/problem.ts";
import type { Observation } from "./fact.ts";
import { definitionsOf } from "./facts/definitions.ts";
import { type ObservationRow, observationOf } from "./find.ts";
import { readBody } from "./find-reading.ts";
import { type CompiledCheck, compileCheck, judge } from "./judge.ts";
import { defaultFramework, parametersKey, type Question, questionsOf, questionsOfFramework } from "./policy.ts";
import { subjectKey } from "./subject.ts";

export interface Measured {
  observations: number;
  findings: number;
}

const BATCH = 500;

/**
 * Records one look at one source: the measurement, what was seen, what the checks say of it, and how the body reads since,
 * in one transaction. The newest look of a series counts; recording the same measurement again changes nothing.
 */
export async function recordMeasurement(
  db: Database,
  measurement: Measurement,
  observations: AsyncIterable<Observation> | Iterable<Observation>,
  options: RecordOptions,
): Promise<Measured> {
  return db.transaction().execute(async (transaction) => {
    const tx = transaction as unknown as Database;
    const count = await recordObservations(tx, measurement, observations, options);
    return { observations: count, findings: count > 0 ? await judgeBody(tx, measurement.body) : 0 };
  });
}

/** The measurement and what was seen, within a transaction that judges it later. Returns how many observations were new. */
export async function recordObservations(
  tx: Database,
  measurement: Measurement,
  observations: AsyncIterable<Observation> | Iterable<Observation>,
  options: RecordOptions,
): Promise<number> {
  await recordWithin(tx, [named("measurement", measurement)], { who: options.who, why: options.why });
  if (await holdsObservations(tx, measurement.id)) return 0;
  const before = await sql<{ series: string }>`select distinct series from observations where measurement = ${measurement.id}`.execute(tx);
  await sql`delete from observations where measurement = ${measurement.id}`.execute(tx);
  let count = 0;
  for await (const batch of inBatches(observations)) {
    await insertObservations(tx, measurement, batch);
    count += batch.length;
    options.onProgress?.(count, measurement.subjects);
  }
  if (count !== measurement.subjects)
    throw new Problem(
      "invalid-file",
      `The measurement “${measurement.id}” says ${measurement.subjects} subjects and has ${count} observations; mend the number or the file.`,
    );
  await settleSeries(tx, [measurement.series, ...before.rows.map(({ series }) => series)]);
  return count;
}

/** Judges anew after checks, instruments or dossiers changed, within a transaction: only what has not been judged yet is added. */
export async function judgeAll(tx: Database): Promise<number> {
  const { rows } = await sql<{ body: string }>`select distinct body from observations where current order by body`.execute(tx);
  let findings = 0;
  for (const { body } of rows) findings += await judgeBody(tx, body);
  return findings;
}

/**
 * Whether what was seen is held, of the measurement as it is said now: one that changed within this transaction is recorded anew. Asked of
 * the transaction that wrote it, for two clocks, one of them cut to milliseconds, do not tell what this transaction did.
 */
async function holdsObservations(tx: Database, measurement: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from observations o join revisions r on r.noun = 'measurement' and r.id = o.measurement and r.known_to = 'infinity'
    where o.measurement = ${measurement} and r.xmin <> pg_current_xact_id()::xid limit 1`.execute(tx);
  return rows.length > 0;
}

async function* inBatches(observations: AsyncIterable<Observation> | Iterable<Observation>): AsyncGenerator<Observation[]> {
  let batch: Observation[] = [];
  for await (const observation of observations) {
    batch.push(observation);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

async function insertObservations(db: Database, measurement: Measurement, batch: readonly Observation[]): Promise<void> {
  const other = batch.find(({ subject }) => !kindsIn[measurement.kind].includes(subject.kind));
  if (other)
    throw new Problem(
      "invalid-file",
      `The measurement “${measurement.id}” looks at ${measurement.kind} and holds a ${other.subject.kind} (${other.subject.id}); expected ${kindsIn[measurement.kind].join(" or ")}.`,
    );
  const rows = batch.map(storable).map(({ subject, observedAt, reader, facts, places, notObservable }) => ({
    measurement: measurement.id,
    series: measurement.series,
    body: measurement.body,
    kind: subject.kind,
    subject: subject.id,
    key: subjectKey(measurement.body, subject.kind, subject.id),
    name: subject.name ?? null,
    address: subject.address ?? null,
    observed_at: observedAt,
    reader,
    facts,
    places,
    not_observable: notObservable,
  }));
  const keys = new Set(rows.map(({ key }) => key));
  const { rows: held } = await sql<{
    subject: string;
  }>`select subject from observations where measurement = ${measurement.id} and key = any(${[...keys]}::text[])`.execute(db);
  if (keys.size < rows.length || held.length > 0)
    throw new Problem(
      "invalid-input",
      `The measurement “${measurement.id}” names a subject twice${held[0] ? ` (${held[0].subject})` : ""}; expected each once.`,
    );
  await sql`
    insert into observations (measurement, series, body, kind, subject, key, name, address, observed_at, reader, facts, places, not_observable)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(measurement text, series text, body text, kind text, subject text, key text, name text, address text,
      observed_at timestamptz, reader text, facts jsonb, places jsonb, not_observable jsonb)`.execute(db);
}

/** What no database keeps, a NUL or half a character of two halves, becomes "\ufffd": one odd sign must not lose a whole look. */
function storable(observation: Observation): Observation {
  const text = JSON.stringify(observation);
  const kept = text.replace(/\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g, (sign) => (sign.length === 6 ? "\ufffd" : sign));
  return kept === text ? observation : JSON.parse(kept);
}

/** Of a series the newest look counts; what it no longer contains is gone, not failed. A measurement that was removed counts no more. */
async function settleSeries(tx: Database, series: readonly string[]): Promise<void> {
  await sql`
    with newest as (
      select distinct on (record->>'series') id from revisions
      where noun = 'measurement' and known_to = 'infinity' and record->>'series' = any(${[...series]}::text[])
      order by record->>'series', (record->>'observed_at')::timestamptz desc, id desc
    )
    update observations set current = (measurement in (select id from newest))
    where series = any(${[...series]}::text[]) and current <> (measurement in (select id from newest))`.execute(tx);
}

/** After measurements were removed: what they saw counts no more, and the look before them counts again. */
export async function settleRemoved(tx: Database): Promise<void> {
  const { rows } = await sql<{ series: string }>`
    select distinct o.series from observations o where o.current and not exists (
      select 1 from revisions r where r.noun = 'measurement' and r.id = o.measurement and r.known_to = 'infinity' and r.record is not null)`.execute(
    tx,
  );
  await settleSeries(
    tx,
    rows.map(({ series }) => series),
  );
}

/**
 * Puts every question that applies to a body to its current subjects, and keeps how it reads since. A finding that a check of the same
 * version no longer gives is mended: its reasons are worked out again on each page and must not contradict it.
 */
export async function judgeBody(db: Database, body: string): Promise<number> {
  const questions = await questionsFor(db, body);
  const compiled = new Map<string, CompiledCheck>();
  let findings = 0;
  let after = 0;
  while (true) {
    const { rows } = await sql<ObservationRow>`
      select observation, kind, subject, name, address, observed_at, reader, facts, places, not_observable from observations
      where body = ${body} and current and observation > ${after} order by observation limit ${BATCH}`.execute(db);
    if (rows.length === 0) break;
    after = rows.at(-1)?.observation ?? after;
    const found = rows.flatMap((row) =>
      questions
        .filter(({ check }) => check.subject === row.kind)
        .map(({ check, parameters }) => {
          const ready = compiled.get(check.id) ?? compileCheck(check, definitionsOf(check.subject));
          compiled.set(check.id, ready);
          const finding = judge(ready, observationOf(row), parameters);
          return {
            observation: row.observation,
            check_id: check.id,
            check_version: check.version,
            parameters: finding.parameters,
            parameters_key: parametersKey(check, parameters),
            outcome: finding.outcome,
            error: finding.error ?? null,
          };
        }),
    );
    const { rows: inserted } = await sql<{ count: number }>`
      with added as (
        insert into findings (observation, check_id, check_version, parameters, parameters_key, outcome, error)
        select * from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as r(observation bigint, check_id text, check_version int, parameters jsonb, parameters_key text, outcome text, error text)
        on conflict (observation, check_id, check_version, parameters_key) do update set outcome = excluded.outcome, error = excluded.error
          where (findings.outcome, findings.error) is distinct from (excluded.outcome, excluded.error)
        returning 1
      ) select count(*)::int as count from added`.execute(db);
    findings += inserted[0]?.count ?? 0;
  }
  await keepReadings(db, body);
  return findings;
}

/** What is asked of a body: by the instruments its dossier names, and by the default framework. Each check once for each set of parameters. */
async function questionsFor(db: Database, body: string): Promise<Question[]> {
  const checks = (await listRecords(db, "check")).items.map(({ record }) => record);
  const dossier = (await findRecords(db, "dossier", [body])).get(body)?.record as Dossier | undefined;
  const instruments = await findRecords(db, "instrument", dossier?.instruments.map(({ instrument }) => instrument) ?? []);
  const framework = (await findRecords(db, "framework", [defaultFramework])).get(defaultFramework)?.record;
  const asked = [
    ...[...instruments.values()].flatMap(({ record }) => questionsOf(record, checks)),
    ...(framework ? questionsOfFramework(framework, checks) : []),
  ];
  return [
    ...new Map(asked.map((question) => [`${question.check.id} ${parametersKey(question.check, question.parameters)}`, question])).values(),
  ];
}

/** Keeps how the body reads under each of its instruments, as of the newest thing seen: the past of the reading, and what makes a trend. */
async function keepReadings(db: Database, body: string): Promise<void> {
  for (const reading of await readBody(db, body)) {
    const record = canonical(reading);
    const digest = createHash("sha256").update(record).digest("hex").slice(0, 16);
    await sql`insert into readings (body, instrument, as_of, formula, digest, record)
      values (${body}, ${reading.instrument}, ${reading.asOf}, ${reading.formula}, ${digest}, ${record}::jsonb) on conflict do nothing`.execute(
      db,
    );
  }
}

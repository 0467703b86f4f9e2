import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { canonical } from "../shared/canonical.ts";
import { Problem } from "../shared/problem.ts";
import { loadSurroundings } from "./find.ts";
import type { Instrument } from "./instrument.ts";
import { type ListingRow, listClaim, listInstrument, type Surroundings } from "./listing.ts";
import type { AnyRecord, Noun } from "./nouns.ts";
import { refreshPlaceNames } from "./search/place-names.ts";
import { periodsOf } from "./standing.ts";

export interface Recorded {
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
}

export interface RecordOptions {
  /** by role: who says so */
  who: string;
  why: string;
  /** nouns of which every record that is not given is removed */
  complete?: readonly Noun[];
  /** of these, what stays although it is not given: "instrument/ch-decree" */
  spared?: ReadonlySet<string>;
  onProgress?: (done: number, of: number) => void;
}

interface Stored {
  revision: number;
  entry: AnyRecord;
  knownFrom: string;
}

const BATCH = 250;

/**
 * Records what changed among the given records, in one transaction: all of it or nothing. A record that says what is
 * already known leaves no trace, so that recording a dataset twice changes nothing.
 */
export async function recordAll(db: Database, entries: readonly AnyRecord[], options: RecordOptions): Promise<Recorded> {
  return db.transaction().execute((transaction) => recordWithin(transaction as unknown as Database, entries, options));
}

/** The same within a transaction that records more than this. */
export async function recordWithin(tx: Database, entries: readonly AnyRecord[], options: RecordOptions): Promise<Recorded> {
  refuseTwice(entries);
  await sql`select pg_advisory_xact_lock(7140024)`.execute(tx);
  const at = (await sql<{ at: string }>`select clock_timestamp() as at`.execute(tx)).rows[0]?.at ?? new Date().toISOString();
  const result: Recorded = { added: 0, changed: 0, unchanged: 0, removed: 0 };
  const stored: Stored[] = [];
  for (let start = 0; start < entries.length; start += BATCH) {
    const batch = entries.slice(start, start + BATCH);
    const before = await currentJson(tx, batch);
    const fresh = batch.filter((entry) => {
      const known = before.get(`${entry.noun}/${entry.id}`);
      if (known === undefined) result.added += 1;
      else if (known === canonical(entry.record)) result.unchanged += 1;
      else result.changed += 1;
      return known !== canonical(entry.record);
    });
    stored.push(...(await insertRevisions(tx, fresh, at, options)));
    options.onProgress?.(Math.min(start + BATCH, entries.length), entries.length);
  }
  for (const noun of options.complete ?? []) result.removed += await removeOthers(tx, noun, entries, at, options);
  await derive(tx, stored, at, result.removed > 0);
  await refreshStatistics(tx, stored.length);
  return result;
}

function refuseTwice(entries: readonly AnyRecord[]): void {
  const seen = new Set<string>();
  for (const { noun, id } of entries) {
    if (seen.has(`${noun}/${id}`))
      throw new Problem("invalid-input", `The ${noun} “${id}” is given twice; expected once. Name each file or folder once.`);
    seen.add(`${noun}/${id}`);
  }
}

async function currentJson(db: Database, batch: readonly AnyRecord[]): Promise<Map<string, string>> {
  const keys = JSON.stringify(batch.map(({ noun, id }) => ({ noun, id })));
  const { rows } = await sql<{ noun: string; id: string; record: unknown }>`
    select r.noun, r.id, r.record from jsonb_to_recordset(${keys}::jsonb) as k(noun text, id text)
    join revisions r on r.noun = k.noun and r.id = k.id and r.known_to = 'infinity' where r.record is not null`.execute(db);
  return new Map(rows.map((row) => [`${row.noun}/${row.id}`, canonical(row.record)]));
}

async function insertRevisions(db: Database, fresh: readonly AnyRecord[], at: string, options: RecordOptions): Promise<Stored[]> {
  if (fresh.length === 0) return [];
  const keys = JSON.stringify(fresh.map(({ noun, id }) => ({ noun, id })));
  await supersede(db, keys, at);
  const { rows } = await sql<{ revision: number; noun: string; id: string }>`
    insert into revisions (noun, id, known_from, who, why, record)
    select noun, id, ${at}, ${options.who}, ${options.why}, record from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as k(noun text, id text, record jsonb)
    returning revision, noun, id`.execute(db);
  const revisions = new Map(rows.map((row) => [`${row.noun}/${row.id}`, row.revision]));
  return fresh.map((entry) => ({ revision: revisions.get(`${entry.noun}/${entry.id}`) as number, entry, knownFrom: at }));
}

async function supersede(db: Database, keys: string, at: string): Promise<void> {
  await sql`
    with gone as (
      select w.lexeme, count(*)::int as documents from listing l join jsonb_to_recordset(${keys}::jsonb) as k(noun text, id text) on k.noun = l.noun and k.id = l.id, unnest(l.search) as w
      where l.known_to = 'infinity' group by w.lexeme
    )
    update search_words s set documents = s.documents - g.documents from gone g where s.lexeme = g.lexeme`.execute(db);
  for (const table of ["provisions", "codings", "relations", "listing"] as const) {
    await sql`update ${sql.table(table)} t set known_to = ${at} from revisions r, jsonb_to_recordset(${keys}::jsonb) as k(noun text, id text)
      where r.noun = k.noun and r.id = k.id and r.known_to = 'infinity' and t.revision = r.revision and t.known_to = 'infinity'`.execute(
      db,
    );
  }
  await sql`update revisions r set known_to = ${at} from jsonb_to_recordset(${keys}::jsonb) as k(noun text, id text)
    where r.noun = k.noun and r.id = k.id and r.known_to = 'infinity'`.execute(db);
}

async function removeOthers(db: Database, noun: Noun, entries: readonly AnyRecord[], at: string, options: RecordOptions): Promise<number> {
  const given = entries.filter((entry) => entry.noun === noun).map((entry) => entry.id);
  const spared = [...(options.spared ?? [])].flatMap((key) => (key.startsWith(`${noun}/`) ? [key.slice(noun.length + 1)] : []));
  const kept = [...given, ...spared];
  const { rows } = await sql<{
    id: string;
  }>`select id from revisions where noun = ${noun} and known_to = 'infinity' and record is not null and id <> all(${kept}::text[])`.execute(
    db,
  );
  if (rows.length === 0) return 0;
  const keys = JSON.stringify(rows.map(({ id }) => ({ noun, id })));
  await supersede(db, keys, at);
  await sql`insert into revisions (noun, id, known_from, who, why, record) select noun, id, ${at}, ${options.who}, ${options.why}, null
    from jsonb_to_recordset(${keys}::jsonb) as k(noun text, id text)`.execute(db);
  return rows.length;
}

/** Brings what is derived up to date: the rows of changed instruments, and the whole listing where what it leans on changed. */
async function derive(db: Database, stored: readonly Stored[], at: string, removed: boolean): Promise<void> {
  const leansOn: readonly Noun[] = ["jurisdiction", "body", "provision-type", "framework", "claim-link"];
  const listed: readonly Noun[] = ["instrument", "claim"];
  if (!removed && !stored.some(({ entry }) => leansOn.includes(entry.noun) || listed.includes(entry.noun))) return;
  const around = await loadSurroundings(db);
  const instruments = stored.flatMap(({ revision, entry, knownFrom }) =>
    entry.noun === "instrument" ? [{ revision, instrument: entry.record, knownFrom }] : [],
  );
  for (let start = 0; start < instruments.length; start += BATCH) await insertDerived(db, instruments.slice(start, start + BATCH), around);

  const relistAll = removed || stored.some(({ entry }) => leansOn.includes(entry.noun));
  const toList = relistAll ? await currentListed(db) : stored.filter(({ entry }) => listed.includes(entry.noun));
  const hidden = await linkedClaims(db);
  if (relistAll) {
    await sql`update codings c set area = r.record->>'area' from revisions r where r.noun = 'provision-type' and r.known_to = 'infinity' and r.id = c.type and c.known_to = 'infinity' and c.area <> r.record->>'area'`.execute(
      db,
    );
    await sql`delete from listing where known_to = 'infinity' and (noun <> 'claim' or id <> all(${[...hidden]}::text[]))`.execute(db);
    await sql`update listing set known_to = ${at} where known_to = 'infinity'`.execute(db);
  }
  const visible = toList.filter(({ entry }) => entry.noun !== "claim" || !hidden.has(entry.id));
  for (let start = 0; start < visible.length; start += BATCH) await insertListing(db, visible.slice(start, start + BATCH), around);
  if (relistAll) {
    await sql`update codings c set area = r.record->>'area' from revisions r where r.noun = 'provision-type' and r.known_to = 'infinity' and r.id = c.type and c.known_to = 'infinity' and c.area <> r.record->>'area'`.execute(
      db,
    );
    await countSearchWords(db);
    await refreshPlaceNames(db, around.jurisdictions.values());
  } else
    await addSearchWords(
      db,
      visible.map(({ revision }) => revision),
    );
}

async function currentListed(db: Database): Promise<Stored[]> {
  const { rows } = await sql<{ revision: number; noun: string; id: string; record: unknown; known_from: string }>`
    select revision, noun, id, record, known_from from revisions where noun in ('instrument', 'claim') and known_to = 'infinity' and record is not null`.execute(
    db,
  );
  return rows.map((row) => ({
    revision: row.revision,
    knownFrom: row.known_from,
    entry: { noun: row.noun, id: row.id, record: row.record } as AnyRecord,
  }));
}

/** Claims that a reader linked to an instrument we hold: they are read there, not beside it. */
async function linkedClaims(db: Database): Promise<Set<string>> {
  const { rows } = await sql<{ claim: string }>`select record->>'claim' as claim from revisions
    where noun = 'claim-link' and known_to = 'infinity' and record->>'verdict' in ('same', 'about-part')`.execute(db);
  return new Set(rows.map((row) => row.claim));
}

async function insertDerived(
  db: Database,
  batch: { revision: number; instrument: Instrument; knownFrom: string }[],
  around: Surroundings,
): Promise<void> {
  const provisions = batch.flatMap(({ revision, instrument, knownFrom }) =>
    instrument.provisions.map((provision, position) => ({
      revision,
      position,
      instrument: instrument.id,
      id: `${instrument.id}.${provision.id}`,
      locator: provision.locator,
      known_from: knownFrom,
    })),
  );
  const codings = batch.flatMap(({ revision, instrument, knownFrom }) =>
    instrument.provisions
      .flatMap((provision) => provision.codings.map((coding) => ({ provision, coding })))
      .map(({ provision, coding }, position) => ({
        revision,
        position,
        instrument: instrument.id,
        provision: `${instrument.id}.${provision.id}`,
        id: `${instrument.id}.${coding.id}`,
        jurisdiction: instrument.jurisdiction,
        type: coding.type,
        area: around.types.get(coding.type)?.area ?? "unknown",
        strength: coding.strength,
        basis: coding.basis,
        verdict: coding.verdict,
        coder: coding.coder,
        known_from: knownFrom,
      })),
  );
  const relations = batch.flatMap(({ revision, instrument, knownFrom }) =>
    instrument.relations.map((relation, position) => ({
      revision,
      position,
      instrument: instrument.id,
      type: relation.type,
      target: relation.target,
      known_from: knownFrom,
    })),
  );
  const standings = batch.flatMap(({ revision, instrument }) =>
    periodsOf(instrument).map((period, position) => ({
      revision,
      position,
      status: period.status,
      effect: period.effect,
      from_earliest: period.fromEarliest,
      from_latest: period.fromLatest,
      to_earliest: period.toEarliest,
      to_latest: period.toLatest,
    })),
  );
  await sql`insert into provisions (revision, position, instrument, id, locator, known_from) select * from jsonb_to_recordset(${JSON.stringify(provisions)}::jsonb)
    as r(revision bigint, position int, instrument text, id text, locator text, known_from timestamptz)`.execute(db);
  await sql`insert into codings (revision, position, instrument, provision, id, jurisdiction, type, area, strength, basis, verdict, coder, known_from)
    select * from jsonb_to_recordset(${JSON.stringify(codings)}::jsonb) as r(revision bigint, position int, instrument text, provision text, id text, jurisdiction text, type text,
    area text, strength text, basis text, verdict text, coder text, known_from timestamptz)`.execute(db);
  await sql`insert into relations (revision, position, instrument, type, target, known_from) select * from jsonb_to_recordset(${JSON.stringify(relations)}::jsonb)
    as r(revision bigint, position int, instrument text, type text, target text, known_from timestamptz)`.execute(db);
  await sql`insert into standings (revision, position, status, effect, from_earliest, from_latest, to_earliest, to_latest) select * from jsonb_to_recordset(${JSON.stringify(standings)}::jsonb)
    as r(revision bigint, position int, status text, effect text, from_earliest date, from_latest date, to_earliest date, to_latest date)`.execute(
    db,
  );
}

async function insertListing(db: Database, batch: readonly Stored[], around: Surroundings): Promise<void> {
  const rows = batch.map(({ revision, entry, knownFrom }) => {
    const row: ListingRow = entry.noun === "claim" ? listClaim(entry.record, around) : listInstrument(entry.record as Instrument, around);
    return { revision, noun: entry.noun, id: entry.id, known_from: knownFrom, ...row };
  });
  const text = (column: string) => sql.raw(`array(select jsonb_array_elements_text(r.${column}))`);
  await sql`
    insert into listing (revision, noun, id, standing, jurisdiction, level, type, status, force, title, year, sort_date, areas, provision_types, strengths, framework_items, languages,
      title_search, search, known_from)
    select revision, noun, id, standing, jurisdiction, level, type, status, force, title, year, sort_date, ${text("areas")}, ${text("provision_types")}, ${text("strengths")},
      ${text("framework_items")}, ${text("languages")}, search_vector(title_parts), search_vector(parts), known_from
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(revision bigint, noun text, id text, standing text, jurisdiction text, level text, type text, status text, force text,
      title text, year int, sort_date date, areas jsonb, provision_types jsonb, strengths jsonb, framework_items jsonb, languages jsonb, title_parts jsonb, parts jsonb, known_from timestamptz)
  `.execute(db);
}

async function countSearchWords(db: Database): Promise<void> {
  await sql`delete from search_words`.execute(db);
  await sql`insert into search_words (lexeme, documents) select word, ndoc from ts_stat('select search from listing where known_to = ''infinity''') where length(word) < 60`.execute(
    db,
  );
}

/** Counts the words of new rows alone: counting all anew would make a small import into a large registry slow. */
async function addSearchWords(db: Database, revisions: readonly number[]): Promise<void> {
  for (let start = 0; start < revisions.length; start += 20 * BATCH) {
    await sql`
      insert into search_words as s (lexeme, documents)
      select w.lexeme, count(*)::int from listing l, unnest(l.search) as w where l.revision = any(${revisions.slice(start, start + 20 * BATCH)}::bigint[]) and length(w.lexeme) < 60 group by w.lexeme
      on conflict (lexeme) do update set documents = s.documents + excluded.documents`.execute(db);
  }
  await sql`delete from search_words where documents <= 0`.execute(db);
}

/** After a large recording the planner looks at the tables anew: the embedded database has nobody who does so in the background. */
async function refreshStatistics(db: Database, changed: number): Promise<void> {
  if (changed < 500) return;
  const { rows } = await sql<{ rows: number }>`select count(*)::int as rows from revisions where known_to = 'infinity'`.execute(db);
  if (changed * 10 >= (rows[0]?.rows ?? 0)) await sql`analyze revisions, listing, codings, provisions, standings, search_words`.execute(db);
}

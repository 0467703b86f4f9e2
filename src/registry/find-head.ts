import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { type Kept, knownOn } from "./find.ts";
import type { Instrument } from "./instrument.ts";

/** An instrument without its texts and provisions: what a list of many needs. */
export type InstrumentHead = Omit<Instrument, "texts" | "provisions">;

/** The instruments with these identifiers, without what makes them large; those that are not there are left out. */
export async function findInstrumentHeads(
  db: Database,
  ids: readonly string[],
  time?: string,
): Promise<Map<string, Omit<Kept<"instrument">, "record"> & { record: InstrumentHead }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; revision: number; known_from: string; who: string; why: string; record: InstrumentHead }>`
    select r.id, r.revision, r.known_from, r.who, r.why, r.record - 'texts' - 'provisions' as record from revisions r
    where r.noun = 'instrument' and r.id = any(${[...ids]}::text[]) and r.record is not null and ${knownOn("r", time)} order by r.revision`.execute(
    db,
  );
  return new Map(rows.map(({ known_from, ...row }) => [row.id, { ...row, knownFrom: known_from }]));
}

/** Which revision of each claim stands at a time; those that are not there are left out. */
export async function findClaimRevisions(db: Database, ids: readonly string[], time?: string): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; revision: number }>`
    select r.id, r.revision from revisions r where r.noun = 'claim' and r.id = any(${[...ids]}::text[]) and r.record is not null and ${knownOn("r", time)} order by r.revision`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.id, row.revision]));
}

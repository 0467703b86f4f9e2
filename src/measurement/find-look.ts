import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { type Look, type ObservationRow, observationOf, type SubjectRow } from "./find.ts";

/** The current looks at these subjects, in the order of the keys; those without one are left out. */
export async function listCurrentLooks(db: Database, keys: readonly string[]): Promise<Look[]> {
  const { rows } = await sql<ObservationRow & SubjectRow>`
    select distinct on (o.key) o.*, o.observed_at as "observedAt" from observations o where o.current and o.key = any(${[...keys]}::text[])
    order by o.key, o.observed_at desc, o.observation desc`.execute(db);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return keys.flatMap((key) => {
    const row = byKey.get(key);
    if (!row) return [];
    const { kind, subject, name, address, body, measurement, observedAt } = row;
    return [{ key, kind, subject, name, address, body, measurement, observedAt, current: true, observation: observationOf(row) }];
  });
}

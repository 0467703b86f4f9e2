import { sql } from "kysely";
import type { Database } from "../database/connect.ts";

/** What the registry knows of the licences of texts that a body issued or, where it knows none of the body, that stand in its place. */
export interface KnownLicences {
  of: "body" | "place";
  /** each with the number of texts under it, the most frequent first */
  licences: readonly { licence: string; texts: number }[];
}

/** The licences of texts of a place, narrowed to those of a body where it issued any. None where no text says one. */
export async function findLicences(db: Database, place: string, body: string | undefined): Promise<KnownLicences | undefined> {
  const { rows } = await sql<{ licence: string; texts: number; own: number }>`
    select t.licence, count(*)::int as texts, count(*) filter (where r.record->>'issuing_body' = ${body ?? null})::int as own
    from revisions r, jsonb_to_recordset(coalesce(r.record->'texts', '[]'::jsonb)) as t(licence text)
    where r.noun = 'instrument' and r.known_to = 'infinity' and r.record->>'jurisdiction' = ${place} and t.licence is not null
    group by t.licence order by count(*) desc, t.licence`.execute(db);
  const own = rows.filter((row) => row.own > 0).map((row) => ({ licence: row.licence, texts: row.own }));
  if (own.length > 0) return { of: "body", licences: own };
  return rows.length > 0 ? { of: "place", licences: rows.map(({ licence, texts }) => ({ licence, texts })) } : undefined;
}

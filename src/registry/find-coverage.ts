import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import type { Holding } from "./coverage.ts";
import { knownOn } from "./find.ts";

/** How many policies are held of each place, reviewed and reported; a place of which none is held is not in the map. */
export async function countHoldings(db: Database, time?: string): Promise<Map<string, Holding>> {
  const { rows } = await sql<{ jurisdiction: string; reviewed: number; reported: number }>`
    select l.jurisdiction, (count(*) filter (where l.standing = 'reviewed'))::int as reviewed, (count(*) filter (where l.standing = 'reported'))::int as reported
    from listing l where ${knownOn("l", time)} group by l.jurisdiction`.execute(db);
  return new Map(rows.map(({ jurisdiction, reviewed, reported }) => [jurisdiction, { reviewed, reported }]));
}

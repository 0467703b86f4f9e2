import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import type { Claim } from "./claim.ts";
import { listRecords } from "./find.ts";

/** What collections report about a place, whether or not it speaks of an instrument we hold. */
export async function listClaimsOf(db: Database, jurisdiction: string, limit: number): Promise<{ items: Claim[]; total: number }> {
  const { items, total } = await listRecords(db, "claim", { where: sql<boolean>`r.record->>'jurisdiction' = ${jurisdiction}`, limit });
  return { items: items.map(({ record }) => record), total };
}

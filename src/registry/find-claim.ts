import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database/connect.ts";
import type { Claim, ClaimLink } from "./claim.ts";
import { knownOn, listRecords } from "./find.ts";

/** What collections report about a place, whether or not it speaks of an instrument we hold. */
export async function listClaimsOf(db: Database, jurisdiction: string, limit: number): Promise<{ items: Claim[]; total: number }> {
  const { items, total } = await listRecords(db, "claim", { where: sql<boolean>`r.record->>'jurisdiction' = ${jurisdiction}`, limit });
  return { items: items.map(({ record }) => record), total };
}

/** Every link of a claim, those that say it speaks of something else and those that nobody decided included. */
export async function listLinksOf(db: Database, claim: string): Promise<ClaimLink[]> {
  const { items } = await listRecords(db, "claim-link", { where: sql<boolean>`r.record->>'claim' = ${claim}` });
  return items.map(({ record }) => record);
}

/** How many claims each collection makes. */
export async function countByCollection(db: Database): Promise<Map<string, number>> {
  const { rows } = await sql<{ collection: string; claims: number }>`
    select r.record->>'collection' as collection, count(*)::int as claims from revisions r where r.noun = 'claim' and r.known_to = 'infinity' and r.record is not null group by 1 order by 1`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.collection, row.claims]));
}

/** The links of several claims, by claim, as they stood at a time. */
export async function listLinksOfMany(db: Database, claims: readonly string[], time?: string): Promise<Map<string, ClaimLink[]>> {
  const { items } = await listRecords(db, "claim-link", { where: sql<boolean>`r.record->>'claim' = any(${[...claims]}::text[])`, time });
  return Map.groupBy(
    items.map(({ record }) => record),
    (link) => link.claim,
  );
}

/** Narrows claims to those that a person linked to an instrument, now or at a time. */
export function isLinkedTo(instrument: string, time?: string): RawBuilder<boolean> {
  return sql<boolean>`r.id in (select l.record->>'claim' from revisions l where l.noun = 'claim-link' and l.record->>'instrument' = ${instrument}
    and l.record->>'verdict' in ('same', 'about-part') and ${knownOn("l", time)})`;
}

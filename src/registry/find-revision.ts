import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import type { Revision } from "./find.ts";
import type { Noun } from "./nouns.ts";

/** A revision without what it says: enough to list what happened. */
export interface RevisionHead {
  revision: number;
  noun: Noun;
  id: string;
  at: string;
  who: string;
  why: string;
  change: "added" | "changed" | "removed";
}

/** What happened, newest first; `below` is the revision to go on from. */
export async function listRevisionHeads(
  db: Database,
  options: { noun?: string | undefined; id?: string | undefined; below?: number | undefined; limit: number },
): Promise<{ items: RevisionHead[]; total: number }> {
  const where = sql`${options.noun === undefined ? sql`true` : sql`r.noun = ${options.noun}`} and ${options.id === undefined ? sql`true` : sql`r.id = ${options.id}`}`;
  const total = await sql<{ total: number }>`select count(*)::int as total from revisions r where ${where}`.execute(db);
  const { rows } = await sql<RevisionHead>`
    select r.revision, r.noun, r.id, r.known_from as at, r.who, r.why, case when r.record is null then 'removed'
      when coalesce((select b.record is not null from revisions b where b.noun = r.noun and b.id = r.id and b.revision < r.revision order by b.revision desc limit 1), false) then 'changed' else 'added' end as change
    from revisions r where ${where} and ${options.below === undefined ? sql`true` : sql`r.revision < ${options.below}`} order by r.revision desc limit ${options.limit}`.execute(
    db,
  );
  return { items: rows, total: total.rows[0]?.total ?? 0 };
}

/** One revision with the record before and after it; nothing where there is none. */
export async function findRevision(db: Database, revision: number): Promise<Revision | undefined> {
  const { rows } = await sql<Revision>`
    select r.revision, r.noun, r.id, r.known_from as at, r.who, r.why, r.record as after,
      (select b.record from revisions b where b.noun = r.noun and b.id = r.id and b.revision < r.revision order by b.revision desc limit 1) as before
    from revisions r where r.revision = ${revision}`.execute(db);
  return rows[0];
}

/** When a revision was recorded, as exact as the database knows it; nothing where there is none. */
export async function timeOfRevision(db: Database, revision: number): Promise<string | undefined> {
  const { rows } = await sql<{ time: string }>`select r.known_from::text as time from revisions r where r.revision = ${revision}`.execute(
    db,
  );
  return rows[0]?.time;
}

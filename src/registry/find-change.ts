import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database/connect.ts";
import type { Revision } from "./find.ts";
import type { Noun } from "./nouns.ts";

interface NounChange {
  noun: Noun;
  added: number;
  changed: number;
  removed: number;
}

/** What one person or one import changed at once: the same time, who and why. */
export interface ChangeGroup {
  newest: number;
  oldest: number;
  at: string;
  who: string;
  why: string;
  count: number;
  nouns: NounChange[];
  /** the newest of its revisions, as many as were asked for */
  shown: Revision[];
}

/** Changes by what was recorded at once, newest first; `below` is the revision to go on from. */
export async function listChangeGroups(
  db: Database,
  options: { below?: number | undefined; limit: number; each: number },
): Promise<ChangeGroup[]> {
  const { rows: groups } = await sql<Omit<ChangeGroup, "nouns" | "shown">>`
    select max(r.revision) as newest, min(r.revision) as oldest, r.known_from as at, r.who, r.why, count(*)::int as count from revisions r
    where ${below(options.below)} group by r.known_from, r.who, r.why order by max(r.revision) desc limit ${options.limit}`.execute(db);
  return Promise.all(
    groups.map(async (group) => ({
      ...group,
      nouns: await countNouns(db, group),
      shown: await revisionsIn(db, group, undefined, options.each),
    })),
  );
}

/** The group to which a revision belongs, with a page of its revisions; nothing where there is no such revision. */
export async function findChangeGroup(
  db: Database,
  revision: number,
  options: { below?: number | undefined; limit: number },
): Promise<ChangeGroup | undefined> {
  const { rows } = await sql<Omit<ChangeGroup, "nouns" | "shown">>`
    select max(r.revision) as newest, min(r.revision) as oldest, r.known_from as at, r.who, r.why, count(*)::int as count
    from revisions r join revisions n on n.revision = ${revision} and n.known_from = r.known_from and n.who = r.who and n.why = r.why group by r.known_from, r.who, r.why`.execute(
    db,
  );
  const group = rows[0];
  return group
    ? { ...group, nouns: await countNouns(db, group), shown: await revisionsIn(db, group, options.below, options.limit) }
    : undefined;
}

type Bounds = Pick<ChangeGroup, "newest" | "oldest" | "who" | "why">;

const before = sql`select b.record from revisions b where b.noun = r.noun and b.id = r.id and b.revision < r.revision order by b.revision desc limit 1`;

async function countNouns(db: Database, group: Bounds): Promise<NounChange[]> {
  const { rows } = await sql<NounChange>`
    select noun, count(*) filter (where here and not earlier)::int as added, count(*) filter (where here and earlier)::int as changed, count(*) filter (where not here)::int as removed
    from (select r.noun, r.record is not null as here, coalesce((select b.record is not null from (${before}) b), false) as earlier from revisions r where ${within(group)}) rows
    group by noun order by noun`.execute(db);
  return rows;
}

async function revisionsIn(db: Database, group: Bounds, from: number | undefined, limit: number): Promise<Revision[]> {
  const { rows } = await sql<Revision>`
    select r.revision, r.noun, r.id, r.known_from as at, r.who, r.why, r.record as after, (${before}) as before
    from revisions r where ${within(group)} and ${below(from)} order by r.revision desc limit ${limit}`.execute(db);
  return rows;
}

function within(group: Bounds): RawBuilder<boolean> {
  return sql<boolean>`r.revision between ${group.oldest} and ${group.newest} and r.who = ${group.who} and r.why = ${group.why}`;
}

function below(revision: number | undefined): RawBuilder<boolean> {
  return revision === undefined ? sql<boolean>`true` : sql<boolean>`r.revision < ${revision}`;
}

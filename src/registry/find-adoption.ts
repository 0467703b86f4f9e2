import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { knownOn } from "./find.ts";

/** How many reviewed policies of a place and level had effect on a year's day, and of how many the sources leave it open. */
export interface EffectRow {
  year: number;
  jurisdiction: string;
  level: string;
  certain: number;
  open: number;
}

/** The day by which a year is counted: its last; today in the year that has not ended. */
export function dayOfYear(year: number, today: string): string {
  return today < `${year}-12-31` ? today : `${year}-12-31`;
}

/**
 * What had effect at the end of each of the years, by place and level; years without any are absent. Open: the day of a status
 * lies on either side of the year's day, or the status itself leaves the effect open (see standing.ts).
 */
export async function listEffect(db: Database, years: { from: number; to: number }, today: string, time?: string): Promise<EffectRow[]> {
  const { rows } = await sql<EffectRow>`
    with days as (select y as year, least(make_date(y, 12, 31), ${today}::date) as day from generate_series(${years.from}::int, ${years.to}::int) as y),
    effect as (
      select d.year, l.id, l.jurisdiction, l.level, bool_or(s.effect = 'yes' and s.from_latest <= d.day and d.day < s.to_earliest) as certain
      from listing l join standings s on s.revision = l.revision join days d on s.from_earliest <= d.day and d.day < s.to_latest
      where l.noun = 'instrument' and s.effect <> 'no' and ${knownOn("l", time)} group by d.year, l.id, l.jurisdiction, l.level
    )
    select year, jurisdiction, level, (count(*) filter (where certain))::int as certain, (count(*) filter (where not certain))::int as open
    from effect group by year, jurisdiction, level order by year, jurisdiction, level`.execute(db);
  return rows;
}

/** How many reviewed policies are held of each level, whether or not they had effect. */
export async function countByLevel(db: Database, time?: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ level: string; policies: number }>`
    select l.level, count(*)::int as policies from listing l where l.noun = 'instrument' and ${knownOn("l", time)} group by l.level`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.level, row.policies]));
}

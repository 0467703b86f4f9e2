import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { bases, isTextBased, type Strength } from "./coding.ts";

/** How many instruments have a provision type, and how many with each strength; one instrument may have it in several strengths. */
export interface TypeCount {
  instruments: number;
  byStrength: ReadonlyMap<Strength, number>;
}

/** Per provision type the instruments that have it, by accepted codings alone. A type that no instrument has is absent. */
export async function countByType(db: Database): Promise<Map<string, TypeCount>> {
  const { rows } = await sql<{ type: string; strength: Strength | null; instruments: number }>`
    select c.type, c.strength, count(distinct c.instrument)::int as instruments from codings c
    where c.known_to = 'infinity' and c.verdict = 'accepted' group by grouping sets ((c.type), (c.type, c.strength))`.execute(db);
  const byType = Map.groupBy(rows, (row) => row.type);
  return new Map(
    [...byType].map(([type, list]) => [
      type,
      {
        instruments: list.find((row) => row.strength === null)?.instruments ?? 0,
        byStrength: new Map(list.flatMap((row) => (row.strength === null ? [] : [[row.strength, row.instruments] as const]))),
      },
    ]),
  );
}

export interface CodingOfType {
  id: string;
  instrument: string;
  jurisdiction: string;
  strength: Strength;
  status: string | null;
  year: number | null;
}

/** The accepted codings of a type: the stronger first, then by place in the order given, then the newer first. */
export async function listCodingsOfType(
  db: Database,
  type: string,
  options: { places: readonly string[]; limit: number; offset: number },
): Promise<{ items: CodingOfType[]; total: number }> {
  const where = sql`c.known_to = 'infinity' and c.type = ${type} and c.verdict = 'accepted'`;
  const total = await sql<{ total: number }>`select count(*)::int as total from codings c where ${where}`.execute(db);
  const { rows } = await sql<CodingOfType>`
    select c.id, c.instrument, c.jurisdiction, c.strength, l.status, l.year from codings c join listing l on l.revision = c.revision and l.known_to = 'infinity'
    where ${where}
    order by array_position(array['must', 'should', 'may', 'must-not'], c.strength), array_position(${[...options.places]}::text[], c.jurisdiction), l.sort_date desc nulls last,
      c.instrument, c.position
    limit ${options.limit} offset ${options.offset}`.execute(db);
  return { items: rows, total: total.rows[0]?.total ?? 0 };
}

/** How many accepted codings rest on the wording itself, of how many: what textBasedShare says of instruments at hand, asked of the whole registry. */
export async function countTextBased(db: Database): Promise<{ textBased: number; all: number }> {
  const wording = bases.filter((basis) => isTextBased({ basis }));
  const { rows } = await sql<{ textBased: number; all: number }>`
    select count(*) filter (where c.basis = any(${wording}::text[]))::int as "textBased", count(*)::int as "all" from codings c where c.known_to = 'infinity' and c.verdict = 'accepted'`.execute(
    db,
  );
  return rows[0] ?? { textBased: 0, all: 0 };
}

/** Per framework item ("framework.item") how many reviewed instruments have a provision type that speaks to it. */
export async function countByItem(db: Database): Promise<Map<string, number>> {
  const { rows } = await sql<{ item: string; instruments: number }>`
    select i.item, count(*)::int as instruments from listing l, unnest(l.framework_items) as i(item) where l.known_to = 'infinity' and l.standing = 'reviewed' group by 1`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.item, row.instruments]));
}

/** How many reviewed instruments were read how: the whole text, its articles on open source, or somebody else's description. */
export async function countByReading(db: Database): Promise<Map<string, number>> {
  const { rows } = await sql<{ read: string; instruments: number }>`
    select r.record->>'read' as read, count(*)::int as instruments from revisions r where r.noun = 'instrument' and r.known_to = 'infinity' and r.record is not null group by 1`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.read, row.instruments]));
}

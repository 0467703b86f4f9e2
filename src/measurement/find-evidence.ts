import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import type { Figure } from "./figure.ts";
import type { Reading } from "./reading.ts";

/** How much is known of a body under an instrument, as it was read last. */
export interface Evidence {
  body: string;
  instrument: string;
  asOf: string;
  evidence: Reading["evidence"];
}

/** How much is known of every body that was read under an instrument, by body. */
export async function listEvidence(db: Database, instrument: string): Promise<Evidence[]> {
  const { rows } = await sql<Evidence>`
    select distinct on (body) body, instrument, as_of::text as "asOf", record->'evidence' as evidence from readings
    where instrument = ${instrument} order by body, recorded_at desc`.execute(db);
  return rows;
}

/** What an indicator gave for a body in its last reading. */
export interface IndicatorFigure {
  body: string;
  indicator: string;
  version: number;
  figure: Figure;
  asOf: string;
}

/** The figures of indicators for every body that was read under an instrument with a provision of this type, each once. */
export async function listIndicatorFigures(db: Database, provisionType: string): Promise<IndicatorFigure[]> {
  const { rows } = await sql<IndicatorFigure>`
    with newest as (select distinct on (body, instrument) body, as_of, recorded_at, record from readings order by body, instrument, recorded_at desc)
    select distinct on (n.body, f->>'id') n.body, f->>'id' as indicator, (f->>'version')::int as version, f->'figure' as figure, n.as_of::text as "asOf"
    from newest n, jsonb_array_elements(n.record->'implementation') d, jsonb_array_elements(d->'figures') f
    where d->>'provisionType' = ${provisionType} and f->>'by' = 'indicator' order by n.body, f->>'id', n.recorded_at desc`.execute(db);
  return rows;
}

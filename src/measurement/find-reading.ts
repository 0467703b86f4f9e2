import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import type { Check, Parameters } from "../registry/check.ts";
import type { Dossier } from "../registry/dossier.ts";
import { findRecords, listRecords } from "../registry/find.ts";
import type { Indicator } from "../registry/indicator.ts";
import { latestDay } from "../shared/partial-date.ts";
import type { FactValue } from "./fact.ts";
import { countFindings } from "./find.ts";
import { type Collected, readIndicator } from "./indicator.ts";
import { parametersKey } from "./policy.ts";
import { type Reading, readUnder } from "./reading.ts";

const collectionOf: Record<string, Indicator["uses"][number]> = {
  repository: "repositories",
  inventory: "inventories",
  "inventory-item": "inventoryItems",
  catalogue: "catalogues",
  "catalogue-item": "catalogueItems",
  tender: "tenders",
  grant: "grants",
};

/** How a body reads under each instrument that its dossier names, on a day (by default that of the newest thing seen); empty without a dossier. */
export async function readBody(db: Database, body: string, on?: string): Promise<Reading[]> {
  const dossier = (await findRecords(db, "dossier", [body])).get(body)?.record;
  if (!dossier) return [];
  const instruments = await findRecords(
    db,
    "instrument",
    dossier.instruments.map(({ instrument }) => instrument),
  );
  const checks = (await listRecords(db, "check")).items.map(({ record }) => record);
  const types = new Map((await listRecords(db, "provision-type")).items.map(({ id, record }) => [id, record]));
  const counted = await countFindings(db, { body }, () => dossier);
  const asOf = lastDay(
    dossier,
    counted.map(({ observedAt }) => observedAt),
  );
  const collected = await collect(db, dossier);
  const indicators = (await listRecords(db, "indicator")).items.map(({ record }) => ({
    indicator: record,
    reading: readIndicator(record, collected, `${asOf}T00:00:00Z`),
  }));
  const readings: Reading[] = [];
  for (const { instrument } of dossier.instruments) {
    const record = instruments.get(instrument)?.record;
    if (!record) continue;
    const hasOwnExceptions = dossier.exceptions.some(({ about }) => about.instrument === instrument);
    const under = hasOwnExceptions ? await countFindings(db, { body, instrument }, () => dossier) : counted;
    const countsOf = (check: Check, parameters: Parameters) => {
      const key = parametersKey(check, parameters);
      return under.find((entry) => entry.check === check.id && entry.parametersKey === key);
    };
    readings.push(readUnder({ instrument: record, dossier, checks, indicators, types, asOf, on: on ?? asOf, countsOf }));
  }
  return readings;
}

/** The newest day on which something was seen or stated. */
function lastDay(dossier: Dossier, observed: readonly string[]): string {
  const stated = [...dossier.attestations, ...dossier.replies, ...dossier.corrections].map(({ given_on }) => latestDay(given_on));
  const days = [
    ...observed.map((at) => new Date(at).toISOString().slice(0, 10)),
    ...stated,
    ...dossier.exceptions.map(({ approved_on }) => latestDay(approved_on)),
  ];
  return days.sort().at(-1) ?? "0001-01-01";
}

async function collect(db: Database, dossier: Dossier): Promise<Collected> {
  const { rows } = await sql<{
    kind: string;
    facts: FactValue;
  }>`select kind, facts from observations where body = ${dossier.id} and current order by observation`.execute(db);
  const collected: Collected = {
    attestations: dossier.attestations as unknown as FactValue[],
    exceptions: dossier.exceptions as unknown as FactValue[],
  };
  for (const { kind, facts } of rows) {
    const name = collectionOf[kind];
    if (!name) continue;
    const list = collected[name] ?? [];
    list.push(facts);
    collected[name] = list;
  }
  return collected;
}

export interface PastReading {
  asOf: string;
  formula: string;
  recordedAt: string;
  reading: Reading;
}

/** How a body read under an instrument before, oldest first; of several on one day the last one recorded. */
export async function listPastReadings(db: Database, body: string, instrument: string): Promise<PastReading[]> {
  const { rows } = await sql<{ as_of: string; formula: string; recorded_at: string; record: Reading }>`
    select distinct on (as_of, formula) as_of::text, formula, recorded_at, record from readings where body = ${body} and instrument = ${instrument}
    order by as_of, formula, recorded_at desc limit 500`.execute(db);
  return rows.map((row) => ({ asOf: row.as_of, formula: row.formula, recordedAt: row.recorded_at, reading: row.record }));
}

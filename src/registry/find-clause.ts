import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database/connect.ts";
import type { Check } from "./check.ts";
import type { Capacity, Clause, LegalForm } from "./clause.ts";
import { whereFields } from "./field-filter.ts";
import { findRecord, findRecords, type Kept, listRecords, listRevisions } from "./find.ts";
import type { Indicator } from "./indicator.ts";
import type { Instrument } from "./instrument.ts";

/** A clause as it is held now, or in the version that somebody cited; nothing where there is none, or never was one of that version. */
export async function findClause(db: Database, id: string, version?: number): Promise<Kept<"clause"> | undefined> {
  const held = await findRecord(db, "clause", id);
  if (version === undefined || held?.record.version === version) return held;
  const { items } = await listRevisions(db, { noun: "clause", id, limit: 1000 });
  const cited = items.find(({ after }) => (after as Clause | null)?.version === version);
  return cited && { id, revision: cited.revision, knownFrom: cited.at, who: cited.who, why: cited.why, record: cited.after as Clause };
}

/** A real provision that a clause rests on, with its instrument. */
export interface HeldPrecedent {
  instrument: Instrument;
  provision: Instrument["provisions"][number];
  note?: Clause["precedents"][number]["note"];
}

/** The precedents of a clause, in its order; one whose instrument or provision is not held is left out. */
export async function findPrecedents(db: Database, { precedents }: Pick<Clause, "precedents">): Promise<HeldPrecedent[]> {
  const instruments = await findRecords(
    db,
    "instrument",
    precedents.map(({ instrument }) => instrument),
  );
  return precedents.flatMap(({ instrument: id, provision: place, note }) => {
    const instrument = instruments.get(id)?.record;
    const provision = instrument?.provisions.find((one) => one.id === place);
    return instrument && provision ? [{ instrument, provision, ...(note ? { note } : {}) }] : [];
  });
}

/** The checks and indicators that speak to a provision type. */
export async function findMeasures(db: Database, type: string): Promise<{ checks: Check[]; indicators: Indicator[] }> {
  const where = whereFields({ provision_types: type });
  const checks = await listRecords(db, "check", { where });
  const indicators = await listRecords(db, "indicator", { where });
  return { checks: checks.items.map(({ record }) => record), indicators: indicators.items.map(({ record }) => record) };
}

/** Narrows listRecords to clauses with a wording that was written for this legal form, and for this capacity. */
export function isWrittenFor({ form, capacity }: { form?: LegalForm | undefined; capacity?: Capacity | undefined }) {
  const wanted = { ...(form ? { forms: [form] } : {}), ...(capacity ? { capacities: [capacity] } : {}) };
  if (Object.keys(wanted).length === 0) return undefined;
  return sql<boolean>`r.record->'variants' @> ${JSON.stringify([wanted])}::jsonb` satisfies RawBuilder<boolean>;
}

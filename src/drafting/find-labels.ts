import type { Database } from "../database/connect.ts";
import { listRecords, newestRevision } from "../registry/find.ts";
import { type Labels, labelsFrom } from "./labels.ts";

const kept = new WeakMap<Database, { generation: number; labels: Promise<Labels> }>();

/** What drafts call what they leave open; read once for each generation of the registry. */
export async function findLabels(db: Database): Promise<Labels> {
  const generation = await newestRevision(db);
  const held = kept.get(db);
  if (held?.generation === generation) return held.labels;
  const labels = load(db).catch((error) => {
    kept.delete(db);
    throw error;
  });
  kept.set(db, { generation, labels });
  return labels;
}

async function load(db: Database): Promise<Labels> {
  const [clauses, types] = [await listRecords(db, "clause"), await listRecords(db, "provision-type")];
  return labelsFrom(
    clauses.items.map(({ record }) => record),
    types.items.map(({ record }) => record),
  );
}

import type { Database } from "../database/connect.ts";
import { listRecords, newestRevision } from "../registry/find.ts";
import { onceAGeneration } from "../registry/once-a-generation.ts";
import { type Labels, labelsFrom } from "./labels.ts";

const labelsOfGeneration = onceAGeneration(load);

/** What drafts call what they leave open; read once for each generation of the registry. */
export async function findLabels(db: Database): Promise<Labels> {
  return labelsOfGeneration(db, await newestRevision(db));
}

async function load(db: Database): Promise<Labels> {
  const [clauses, types] = [await listRecords(db, "clause"), await listRecords(db, "provision-type")];
  return labelsFrom(
    clauses.items.map(({ record }) => record),
    types.items.map(({ record }) => record),
  );
}

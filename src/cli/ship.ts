import { existsSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { checkDataset } from "../importers/dataset/check.ts";
import { type Held, leanedOn } from "../importers/dataset/lean.ts";
import { readDataset } from "../importers/dataset/read.ts";
import { recordsOf } from "../importers/dataset/translate.ts";
import type { Observation } from "../measurement/fact.ts";
import { readObservations } from "../measurement/observation-file.ts";
import { judgeAll, recordObservations } from "../measurement/record.ts";
import { listRecords, newestRevision } from "../registry/find.ts";
import { type Recorded, recordAll } from "../registry/record.ts";
import { packageRoot } from "../shared/package-root.ts";
import { Problem } from "../shared/problem.ts";

/** The dataset in the box. */
export const shippedDataset: string = join(packageRoot, "dataset");

let box: Held | undefined;

/** What the box holds for others to lean on; read once. */
export function heldInBox(): Held {
  if (box) return box;
  const parts = [...(Object.keys(leanedOn) as (keyof typeof leanedOn)[]), "dossiers"] as const;
  const { dataset } = readDataset(shippedDataset, parts);
  box = Object.fromEntries(parts.map((part) => [part, dataset[part].map(({ value }) => value)])) as unknown as Held;
  return box;
}

/** Fills an empty registry with the dataset in the box, unless OPENFIRST_EMPTY=1 says to leave it empty. */
export async function fillIfEmpty(
  db: Database,
  environment: NodeJS.ProcessEnv,
  onProgress?: (done: number, of: number) => void,
): Promise<Recorded | undefined> {
  if (environment.OPENFIRST_EMPTY === "1" || (await newestRevision(db)) > 0) return undefined;
  const { dataset, faults } = readDataset(shippedDataset);
  const all = [...faults, ...checkDataset(dataset)];
  if (all.length > 0)
    throw new Problem("invalid-file", `The dataset in the box has ${all.length} faults; run “openfirst validate dataset” to see them.`, {
      faults: all,
    });
  return recordAll(db, recordsOf(dataset), {
    who: "founding-team",
    why: "The dataset that ships with Openfirst",
    ...(onProgress ? { onProgress } : {}),
  });
}

/** What was seen stands beside its measurement; nothing where the folder holds none. */
export function observationsIn(folder: string): AsyncIterable<Observation> | undefined {
  const file = join(folder, "observations.ndjson");
  return existsSync(file) ? readObservations(file) : undefined;
}

/** Records the measurements in the box, where the registry was filled from it and holds no observations yet: the demonstration. */
export async function measureShipped(
  db: Database,
  environment: NodeJS.ProcessEnv,
  onProgress?: (done: number, of: number) => void,
): Promise<number> {
  if (environment.OPENFIRST_EMPTY === "1") return 0;
  return db.transaction().execute(async (transaction) => {
    const tx = transaction as unknown as Database;
    const { rows } = await sql`select 1 from observations limit 1`.execute(tx);
    if (rows.length > 0) return 0;
    const measurements = (await listRecords(tx, "measurement")).items;
    let count = 0;
    for (const [index, { id, record }] of measurements.entries()) {
      const observations = observationsIn(join(shippedDataset, "measurements", id));
      if (observations)
        count += await recordObservations(tx, record, observations, {
          who: "founding-team",
          why: "The measurements that ship with Openfirst",
        });
      onProgress?.(index + 1, measurements.length);
    }
    if (count > 0) await judgeAll(tx);
    return count;
  });
}

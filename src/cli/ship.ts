import { join } from "node:path";
import type { Database } from "../database/connect.ts";
import { checkDataset } from "../importers/dataset/check.ts";
import { readDataset } from "../importers/dataset/read.ts";
import { recordsOf } from "../importers/dataset/translate.ts";
import { newestRevision } from "../registry/find.ts";
import { type Recorded, recordAll } from "../registry/record.ts";
import { packageRoot } from "../shared/package-root.ts";
import { Problem } from "../shared/problem.ts";

const shippedDataset: string = join(packageRoot, "dataset");

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

import type { Database } from "../../database/connect.ts";
import { listObservations } from "../../measurement/find.ts";
import type { Measurement } from "../../registry/measurement.ts";

/** What was seen in each measurement, one observation a line; a measurement whose observations are not held has no file. */
export async function observationFiles(db: Database, measurements: readonly Measurement[]): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { id } of measurements) {
    const observations = await listObservations(db, id);
    if (observations.length > 0)
      files.set(`measurements/${id}/observations.ndjson`, observations.map((observation) => `${JSON.stringify(observation)}\n`).join(""));
  }
  return files;
}

import type { Database } from "../database/connect.ts";
import { datasetFiles } from "./dataset/write.ts";
import { readEverything } from "./everything.ts";

/** A door out: the registry in a format that others read. */
export interface Exporter {
  name: string;
  /** one sentence that says what it writes */
  describe: string;
  /** path → content; as the record stood at a time where one is given */
  files(db: Database, time?: string): Promise<Map<string, string>>;
}

/** Every format that can be exported. */
export const exporters: readonly Exporter[] = [
  { name: "dataset", describe: "The whole registry as YAML and CSV, which “openfirst import dataset” reads back.", files: async (db, time) => datasetFiles(await readEverything(db, time)) },
];

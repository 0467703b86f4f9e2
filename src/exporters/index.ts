import type { Database } from "../database/connect.ts";
import { dataPackageFiles, spreadsheetFiles } from "./data-package/write.ts";
import { observationFiles } from "./dataset/observations.ts";
import { datasetFiles } from "./dataset/write.ts";
import { readEverything } from "./everything.ts";
import { jsonFiles } from "./json/write.ts";

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
  {
    name: "dataset",
    describe: "The whole registry as YAML and CSV, which “openfirst import dataset” reads back.",
    files: async (db, time) => {
      const all = await readEverything(db, time);
      return new Map([...datasetFiles(all), ...(await observationFiles(db, all.measurement))]);
    },
  },
  {
    name: "data-package",
    describe: "A Frictionless data package: datapackage.json and one CSV a table, with types, keys and licences.",
    files: async (db, time) => dataPackageFiles(await readEverything(db, time)),
  },
  {
    name: "csv",
    describe: "The same tables as CSV for spreadsheets: no cell is run as a formula.",
    files: async (db, time) => spreadsheetFiles(await readEverything(db, time)),
  },
  {
    name: "json",
    describe: "One JSON file a noun, each a list of records.",
    files: async (db, time) => jsonFiles(await readEverything(db, time)),
  },
];

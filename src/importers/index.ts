import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../database/connect.ts";
import { listRecords } from "../registry/find.ts";
import { type AnyRecord, type Noun, type Nouns, named } from "../registry/nouns.ts";
import { Problem } from "../shared/problem.ts";
import { csis } from "./csis/index.ts";
import { checkDataset } from "./dataset/check.ts";
import { type Dataset, type Placed, readDataset } from "./dataset/read.ts";
import { recordsOf } from "./dataset/translate.ts";
import { idb } from "./idb/index.ts";

/** A door in: one outside format, read into records. */
export interface Importer {
  name: string;
  /** one sentence that says what it reads */
  describe: string;
  /** With `complete`, nothing the registry already holds may be leaned on: it is about to go. Reads the paths as records ready to be recorded; throws a Problem that lists every fault with file and line. */
  readRecords(paths: readonly string[], db: Database, complete?: boolean): Promise<AnyRecord[]>;
}

const dataset: Importer = {
  name: "dataset",
  describe: "Reads a folder of Openfirst's own format (docs/dataset-format.md).",
  async readRecords(paths, db, complete = false) {
    const entries: AnyRecord[] = [];
    for (const path of paths) {
      if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
        throw new Problem("not-found", `There is no folder “${path}”; expected a dataset folder.`);
      const read = readDataset(path);
      const faults = read.faults.length > 0 ? read.faults : checkDataset(complete ? read.dataset : await withHeld(read.dataset, db));
      if (faults.length > 0)
        throw new Problem("invalid-file", `${path} has ${faults.length} faults; nothing was imported. Mend them and import again.`, {
          faults,
        });
      entries.push(...recordsOf(read.dataset));
    }
    if (entries.length === 0)
      throw new Problem(
        "invalid-file",
        `${paths.join(", ")} holds no records: expected instruments/, jurisdictions.csv and the like in it.`,
      );
    return entries;
  },
};

/** A folder may lean on what the registry already holds: a single new instrument needs no taxonomy of its own. */
async function withHeld(read: Dataset, db: Database): Promise<Dataset> {
  const held = async <N extends Noun>(noun: N, own: Placed<Nouns[N]>[], idOf: (value: Nouns[N]) => string): Promise<Placed<Nouns[N]>[]> => {
    const ids = new Set(own.map(({ value }) => idOf(value)));
    const rest = (await listRecords(db, noun)).items.filter(({ id }) => !ids.has(id));
    return [
      ...own,
      ...rest.map(({ record }) => ({ value: record, file: `${(record as { id: string }).id}.yml`, lineOf: () => undefined })),
    ];
  };
  const byId = (value: { id: string }) => value.id;
  return {
    ...read,
    jurisdictions: await held("jurisdiction", read.jurisdictions, byId),
    bodies: await held("body", read.bodies, byId),
    provisionTypes: await held("provision-type", read.provisionTypes, byId),
    instruments: await held("instrument", read.instruments, byId),
    claims: await held("claim", read.claims, byId),
    checks: await held("check", read.checks, byId),
    measurements: await held("measurement", read.measurements, byId),
  };
}

const collections: readonly Importer[] = [csis, idb].map((collection) => ({
  name: collection.name,
  describe: collection.describe,
  readRecords: async (paths) => {
    const files = paths.flatMap((path) => filesBelow(path, collection.extensions));
    if (files.length === 0)
      throw new Problem("not-found", `No file that ends in ${collection.extensions.join(" or ")} stands at ${paths.join(", ")}.`);
    return collection.translate(collection.read(files) as never).map((claim) => named("claim", claim));
  },
}));

/** Every format that can be imported. */
export const importers: readonly Importer[] = [dataset, ...collections];

const MOST_FILES = 5000;
const LARGEST = 100_000_000;

/** The files at a path, or below it; links are not followed. */
function filesBelow(path: string, endings: readonly string[]): { file: string; bytes: Uint8Array }[] {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (!status) throw new Problem("not-found", `There is no file or folder “${path}”.`);
  if (status.isDirectory()) {
    const names = readdirSync(path, { recursive: true, encoding: "utf8" })
      .filter((name) => endings.some((ending) => name.endsWith(ending)))
      .sort();
    if (names.length > MOST_FILES) throw new Problem("too-large", `“${path}” holds ${names.length} files; at most ${MOST_FILES} are read.`);
    return names.flatMap((name) => filesBelow(join(path, name), endings));
  }
  if (!status.isFile()) return [];
  if (status.size > LARGEST) throw new Problem("too-large", `“${path}” is larger than 100 MB.`);
  return [{ file: path, bytes: readFileSync(path) }];
}

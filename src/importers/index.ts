import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../database/connect.ts";
import { listRecords } from "../registry/find.ts";
import { type AnyRecord, named } from "../registry/nouns.ts";
import { Problem } from "../shared/problem.ts";
import { csis } from "./csis/index.ts";
import { checkDataset } from "./dataset/check.ts";
import { type Held, leanedOn, leanOn } from "./dataset/lean.ts";
import { mergeInWords } from "./dataset/merge-dossier.ts";
import { type Dataset, readDataset } from "./dataset/read.ts";
import { recordsOf } from "./dataset/translate.ts";
import { idb } from "./idb/index.ts";

/** A door in: one outside format, read into records. */
export interface Importer {
  name: string;
  /** one sentence that says what it reads */
  describe: string;
  /** Reads the paths as records ready to be recorded; throws a Problem that lists every fault with file and line. */
  readRecords(paths: readonly string[], db: Database, options?: ReadOptions): Promise<AnyRecord[]>;
}

interface ReadOptions {
  /** Nothing that the registry already holds may be leaned on: it is about to go. */
  complete?: boolean;
  /** Is told what becomes of records that are merged with those held. */
  tell?: (line: string) => void;
}

const dataset: Importer = {
  name: "dataset",
  describe: "Reads a folder of Openfirst's own format (docs/dataset-format.md).",
  async readRecords(paths, db, { complete = false, tell } = {}) {
    const entries: AnyRecord[] = [];
    for (const path of paths) {
      if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
        throw new Problem("not-found", `There is no folder “${path}”; expected a dataset folder.`);
      const { dataset: own, faults: misshapen } = readDataset(path);
      const held = complete || misshapen.length > 0 ? undefined : await heldIn(db);
      const { dataset: whole, faults: merging } = held ? leanOn(own, held) : { dataset: own, faults: [] };
      const faults = misshapen.length > 0 ? misshapen : [...merging, ...checkDataset(whole)];
      if (faults.length > 0)
        throw new Problem("invalid-file", `${path} has ${faults.length} faults; nothing was imported. Mend them and import again.`, {
          faults,
        });
      if (held) tellMerged(own, whole, held, tell);
      entries.push(...recordsOf({ ...own, dossiers: whole.dossiers }));
    }
    if (entries.length === 0)
      throw new Problem(
        "invalid-file",
        `${paths.join(", ")} holds no records: expected instruments/, jurisdictions.csv and the like in it.`,
      );
    return entries;
  },
};

async function heldIn(db: Database): Promise<Held> {
  const parts = Object.entries({ ...leanedOn, dossiers: "dossier" } as const).map(async ([part, noun]) => [
    part,
    (await listRecords(db, noun)).items.map(({ record }) => record),
  ]);
  return Object.fromEntries(await Promise.all(parts));
}

/** What became of each dossier that was held before. */
function tellMerged(own: Dataset, whole: Dataset, held: Held, tell: ((line: string) => void) | undefined): void {
  for (const [index, { value: file }] of own.dossiers.entries()) {
    const before = held.dossiers.find(({ id }) => id === file.id);
    const after = whole.dossiers[index]?.value;
    const line = before && after && mergeInWords(before, file, after);
    if (line) tell?.(line);
  }
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

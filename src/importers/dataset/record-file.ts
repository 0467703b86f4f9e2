import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Problem } from "../../shared/problem.ts";

/** One record's file, or folder, within a dataset folder. */
export interface RecordFile {
  /** The dataset's folder. */
  root: string;
  /** Whether a file, as a reader of the folder names it, is the one that was meant or belongs to the same record. */
  concerns(file: string): boolean;
}

/** Folders of a dataset in which a record is a file, and those in which it is a folder with these files. */
const filesIn: Record<string, string> = {
  bodies: ".yml",
  coverage: ".yml",
  dossiers: ".yml",
  frameworks: ".yml",
  claims: ".csv",
  clauses: ".yml",
};
const foldersIn: Record<string, readonly string[]> = {
  checks: ["check.yaml", "cases.yaml"],
  indicators: ["indicator.yaml", "cases.yaml"],
  measurements: ["measurement.yml"],
};
const atRoot = ["provision-types.yml", "lessons.yml", "jurisdictions.csv"];

/**
 * Which record of which dataset a path means, by its name and its folder; nothing where it says neither.
 * @throws Problem "invalid-input" where a check, indicator or measurement lies in no folder of them: it is read with what lies beside it
 * @example recordFile("mine/checks/a/cases.yaml") → {root: "mine", concerns: files in mine/checks/a}
 */
export function recordFile(path: string): RecordFile | undefined {
  const name = basename(path);
  const [folder, above] = [dirname(resolve(path)), dirname(dirname(resolve(path)))].map((parent) => basename(parent)) as [string, string];
  if (atRoot.includes(name)) return { root: dirname(path), concerns: same(path) };
  if (filesIn[folder] !== undefined && name.endsWith(filesIn[folder])) return { root: join(path, "..", ".."), concerns: same(path) };
  if (foldersIn[above]?.includes(name))
    return { root: join(path, "..", "..", ".."), concerns: (file) => resolve(dirname(file)) === resolve(dirname(path)) };
  const kinds = Object.keys(foldersIn).filter((kind) => foldersIn[kind]?.includes(name));
  if (kinds.length > 0)
    throw new Problem(
      "invalid-input",
      `“${path}” lies in no folder of ${kinds.join(" or ")}; expected ${kinds.map((kind) => `${kind}/<id>/${name}`).join(" or ")}. Put it there, then name it or the folder that holds ${kinds[0]}/.`,
    );
  return undefined;
}

/** The same of the folder of one check, indicator or measurement. */
export function recordFolder(path: string): RecordFile | undefined {
  const names = foldersIn[basename(dirname(resolve(path)))] ?? [];
  const first = names.map((name) => join(path, name)).find((file) => existsSync(file));
  return first === undefined ? undefined : recordFile(first);
}

const same = (path: string) => (file: string) => resolve(file) === resolve(path);

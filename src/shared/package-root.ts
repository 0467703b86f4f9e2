import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json, from source and from the bundle alike. */
export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, "package.json")) && existsSync(join(folder, "dataset"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("Openfirst cannot find its own package folder; install it again with npm.");
  return findRoot(parent);
}

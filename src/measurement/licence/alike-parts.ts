import { ELSEWHERE, type Read } from "./evidence.ts";
import type { LicenceFile } from "./file.ts";
import { rankOf } from "./paths.ts";
import { isOwnership } from "./words.ts";

/** What lies outside the parts may be the remaining share of the heads. */
const NEARLY_ALL = 0.9;
/** Characters: more than in MIT, BSD or ISC, fewer than in Apache, MPL or GPL, whose line of ownership is that of the licence itself. */
const LONG = 4000;

/**
 * The licence files of a repository that is nothing but its parts, each of which holds the same file: of the same licence and the same holder. None
 * for a single part or for parts of different holders, which may be what others made, and none where sources lie outside.
 */
export function alikeParts(files: readonly LicenceFile[], read: readonly Read[]): LicenceFile[] {
  const nested = files.filter(({ path, kind }) => kind === "licence" && rankOf(path) >= ELSEWHERE);
  const nearest = Math.min(...nested.map(({ path }) => rankOf(path)));
  const parts = nested.filter(({ path }) => rankOf(path) === nearest);
  const paths = new Set(parts.map(({ path }) => path));
  const [text = "", ...different] = new Set(read.filter(({ path }) => paths.has(path)).map((part) => part.text.trim()));
  if (parts.length < 2 || different.length > 0 || !namesHolder(text)) return [];
  const folders = parts.map(({ path }) => path.slice(0, path.lastIndexOf("/") + 1));
  const heads = read.filter(({ role }) => role === "head");
  const inside = heads.filter(({ path }) => folders.some((folder) => path.startsWith(folder)));
  return inside.length > 0 && inside.length >= heads.length * NEARLY_ALL ? parts : [];
}

function namesHolder(text: string): boolean {
  return text.length < LONG && text.split("\n").some((line) => /\d{4}/.test(line) && isOwnership(line));
}

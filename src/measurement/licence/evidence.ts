import { type LicenceFile, readLicenceFile } from "./file.ts";
import { licenceInHead } from "./head.ts";
import { type ManifestStatement, readManifest } from "./manifest.ts";
import { isBesideProduct, isLicenceName, type LicenceRole, rankOf } from "./paths.ts";
import { statementOf } from "./readme.ts";
import type { Statement } from "./statement.ts";

/** How many source files state which licence in their head: "MIT" → 12. */
export type HeaderCounts = Readonly<Record<string, number>>;

export interface Read {
  path: string;
  text: string;
  role: LicenceRole | "head";
}

/** What the files of a repository say, before it is weighed. */
export interface Evidence {
  files: LicenceFile[];
  manifests: { path: string; said: ManifestStatement }[];
  readmes: { path: string; said: Statement }[];
  headers: [expression: string, count: number][];
  /** Of all source files, or of the heads that were given; undefined where their number is unknown. */
  headed: number | undefined;
  /** The heads that state each expression in words. */
  heads: ReadonlyMap<string, string[]>;
}

/** Files of this rank lie where the licence of a part is as likely as that of the whole. */
export const ELSEWHERE = 4;
/** A project file lies in the folder of its project, often below src/. */
const DEEP = 6;

export function gather(read: readonly Read[], headers: HeaderCounts, sources?: number): Evidence {
  const of = (role: Read["role"]) => read.filter((input) => input.role === role);
  const { counts, total, heads } = counted(ownHeads(read), headers, sources);
  return {
    headed: total && Math.max(0, ...counts.values()) / total,
    heads,
    files: readEachTextOnce(of("licence")),
    manifests: stated(of("manifest").filter(isNear)),
    readmes: of("readme")
      .filter(({ path }) => rankOf(path) < ELSEWHERE)
      .flatMap(({ path, text }) => {
        const said = statementOf(text);
        return said ? [{ path, said }] : [];
      }),
    headers: [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  };
}

/** What the manifests of packages further below state. */
export function statedBelow(read: readonly Read[]): Evidence["manifests"] {
  return stated(read.filter((one) => one.role === "manifest" && rankOf(one.path) <= DEEP && !isNear(one)));
}

function isNear({ path }: Read): boolean {
  return rankOf(path) <= (/\.(?:csproj|nuspec)$/i.test(path) ? DEEP : ELSEWHERE);
}

function stated(manifests: readonly Read[]): { path: string; said: ManifestStatement }[] {
  return manifests.flatMap(({ path, text }) => {
    const said = readManifest(path, text);
    return said ? [{ path, said }] : [];
  });
}

/** How many sources state what, and of how many. A head counts for as many sources without a tag as it was taken from. */
function counted(read: readonly Read[], headers: HeaderCounts, sources = 0) {
  const counts = new Map(Object.entries(headers));
  const tagged = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const weight = Math.max(1, (sources - tagged) / read.length);
  const heads = new Map<string, string[]>();
  const known = new Map<string, string | undefined>();
  for (const { path, text } of read) {
    const expression = licenceInHead(text, known);
    if (expression === undefined) continue;
    counts.set(expression, (counts.get(expression) ?? 0) + weight);
    heads.set(expression, [...(heads.get(expression) ?? []), path]);
  }
  const total = (read.length > 0 ? tagged + weight * read.length : sources) || undefined;
  return { counts, total, heads };
}

/**
 * A folder with a licence file of its own holds a part, often somebody else's, and tests and documentation may be under terms of their own: their
 * heads speak for the whole only where there are no others.
 */
function ownHeads(read: readonly Read[]): Read[] {
  const heads = read.filter(({ role }) => role === "head");
  const parts = read
    .filter(({ path, role }) => role === "licence" && rankOf(path) >= ELSEWHERE && isLicenceName(path))
    .map(({ path }) => path.slice(0, path.lastIndexOf("/") + 1));
  const own = heads.filter(({ path }) => !parts.some((part) => path.startsWith(part)));
  const product = own.filter(({ path }) => !isBesideProduct(path));
  return [product, own].find((some) => some.length > 0) ?? heads;
}

/** Packages of one repository often repeat its licence file a hundred times. */
function readEachTextOnce(inputs: readonly Read[]): LicenceFile[] {
  const known = new Map<string, LicenceFile | undefined>();
  return inputs.flatMap(({ path, text }) => {
    const key = `${isLicenceName(path)} ${text}`;
    if (!known.has(key)) known.set(key, readLicenceFile(path, text));
    const file = known.get(key);
    return file ? [{ ...file, path }] : [];
  });
}

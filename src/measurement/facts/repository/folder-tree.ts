import { setImmediate } from "node:timers/promises";
import { entriesOf, linkAt, place, type RawPath, rawPath, readInto, statOf } from "./disk.ts";
import { runGit } from "./git.ts";
import { readTrackedPaths } from "./git-index.ts";
import { resolveLinks, staysInside, type Tree, type TreeFile, type Want } from "./tree.ts";

/** Built or fetched by programs, or another version-control system's own: none of it is the project's. */
const notWalked = new Set([".git", ".hg", ".svn", "node_modules", "bower_components", "__pycache__", ".venv", "venv", ".tox"]);
const DEEPEST = 100;
const AT_A_TIME = 256;
/** No system opens a longer path. */
const LONGEST_PATH = 4096;

interface Listing {
  paths: RawPath[];
  cut?: string | undefined;
}

/** The tracked files of a work tree: what git ignores or does not know is no part of it. */
export async function readWorkTree(folder: string, gitDir: string, most: number): Promise<Tree> {
  const paths = unique(readTrackedPaths(gitDir) ?? (await askTrackedPaths(gitDir)));
  const cut = paths.length > most ? tooMany(most) : undefined;
  return openFiles(folder, { paths: paths.slice(0, most), cut }, "tracked");
}

/** Starts git, which takes as long as a small tree: only where its index cannot be read here. */
async function askTrackedPaths(gitDir: string): Promise<RawPath[]> {
  const output = await runGit(["ls-files", "-z", "--cached"], { gitDir, workTree: gitDir, maxBytes: 256 * 1024 * 1024 });
  return splitPaths(output);
}

/** Every file below a folder that is no git repository. */
export function readFolder(folder: string, most: number): Tree {
  return openFiles(folder, walk(folder, most), "found");
}

function openFiles(folder: string, listing: Listing, how: "tracked" | "found"): Tree {
  const files: TreeFile[] = [];
  const links: { path: string; target: string }[] = [];
  const isFolder = makeFolderTest(folder);
  let missing = 0;
  for (const raw of listing.paths) {
    const path = typeof raw === "string" ? raw : raw.toString("utf8");
    const at = place(folder, raw);
    const stats = path.length <= LONGEST_PATH && staysInside(path) && isFolder(folderOf(path)) ? statOf(at) : undefined;
    if (!stats) missing += 1;
    else if (stats.isFile()) files.push({ path, size: stats.size, at });
    else if (stats.isSymbolicLink()) links.push({ path, target: linkAt(at) });
  }
  const gone = how === "tracked" && missing > 0 ? `${missing} tracked files are not in the work tree` : undefined;
  const cut = listing.cut ?? gone;
  return { files, aliases: resolveLinks(files, links), ...(cut ? { cut } : {}), read: readBeginnings };
}

/** Whether each folder above a file is a real one: a link there could lead out of the tree. */
function makeFolderTest(root: string): (folder: string) => boolean {
  const known = new Map<string, boolean>([["", true]]);
  const test = (folder: string): boolean => {
    const seen = known.get(folder);
    if (seen !== undefined) return seen;
    // Bytes that are no UTF-8 cannot be looked up again by this text; git and the walk gave them, and O_NOFOLLOW guards the last step.
    const real = test(folderOf(folder)) && (folder.includes("\uFFFD") || statOf(place(root, folder))?.isDirectory() === true);
    known.set(folder, real);
    return real;
  };
  return test;
}

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf("/")));

async function readBeginnings(wants: readonly Want[], take: (file: TreeFile, content: Buffer) => void): Promise<void> {
  const buffer = Buffer.allocUnsafe(wants.reduce((most, want) => Math.max(most, want.bytes), 0));
  for (const [index, { file, bytes }] of wants.entries()) {
    const length = readInto(buffer, file.at, Math.min(bytes, file.size));
    if (length !== undefined) take(file, buffer.subarray(0, length));
    if (index % AT_A_TIME === AT_A_TIME - 1) await setImmediate();
  }
}

/** Nearest first, so that a tree that is too large keeps what stands at its top. */
function walk(folder: string, most: number): Listing {
  const paths: RawPath[] = [];
  const unread: string[] = [];
  let level: RawPath[] = [""];
  for (let depth = 0; level.length > 0 && depth < DEEPEST; depth += 1) {
    const next: RawPath[] = [];
    for (const parent of level) {
      const entries = entriesOf(place(folder, parent));
      if (!entries) unread.push(String(parent));
      for (const { name, isFolder } of entries ?? []) {
        if (paths.length >= most) return { paths, cut: tooMany(most) };
        const path = parent.length === 0 ? name : place(parent, name);
        if (!isFolder) paths.push(path);
        else if (!notWalked.has(String(name))) next.push(path);
      }
    }
    level = next;
  }
  const cut =
    level.length > 0
      ? `folders below ${DEEPEST} levels were not opened`
      : unread.length > 0
        ? `${unread.length} folders could not be opened`
        : undefined;
  return { paths, cut };
}

function splitPaths(output: Buffer): RawPath[] {
  const paths: RawPath[] = [];
  for (let start = 0, end = output.indexOf(0); end !== -1; start = end + 1, end = output.indexOf(0, start)) {
    paths.push(rawPath(output.subarray(start, end)));
  }
  return paths;
}

/** A file in conflict is listed once for each side. */
const unique = (paths: RawPath[]) => paths.filter((path, index) => String(path) !== String(paths[index - 1] ?? ""));

const tooMany = (most: number) => `only the first ${most} files were read`;

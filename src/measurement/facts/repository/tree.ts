import { posix } from "node:path";

/** One regular file of a tree. `path` is text for people; `at` is what it is opened by: a path (bytes where it is no valid UTF-8) or an object id. */
export interface TreeFile {
  path: string;
  /** bytes */
  size: number;
  at: string | Buffer;
}

/** A file and how much of its beginning is wanted. */
export interface Want {
  file: TreeFile;
  bytes: number;
}

export interface Tree {
  files: TreeFile[];
  /** Symbolic links that lead to a file of this tree, under their own path. They are not counted. */
  aliases: TreeFile[];
  /** Why files may be missing from the list: then a file that was not found may still exist. */
  cut?: string;
  /** Hands over the beginning of each file that can be read, in order. The buffer is valid during the call only. */
  read(wants: readonly Want[], take: (file: TreeFile, content: Buffer) => void): Promise<void>;
}

/** A path that a hostile list of files cannot use to leave the tree. */
export function staysInside(path: string): boolean {
  if (path === "" || path.startsWith("/") || path.includes("\0")) return false;
  if (!path.includes("..") && !path.includes(".git")) return true;
  return path.split("/").every((part) => part !== ".." && part.toLowerCase() !== ".git");
}

/** Links that lead, by way of at most five, to a file of the tree: LICENSE → LICENSES/MIT.txt. */
export function resolveLinks(files: readonly TreeFile[], links: readonly { path: string; target: string }[]): TreeFile[] {
  if (links.length === 0) return [];
  const byPath = new Map(files.map((file) => [file.path, file]));
  const targets = new Map(links.map((link) => [link.path, link.target]));
  return links.flatMap(({ path }) => {
    let at = path;
    for (let step = 0; step < 5; step += 1) {
      const target = targets.get(at);
      if (target === undefined) break;
      at = posix.normalize(posix.join(posix.dirname(at), target));
    }
    const file = byPath.get(at);
    return file ? [{ ...file, path }] : [];
  });
}

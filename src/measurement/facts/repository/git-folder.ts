import { existsSync, lstatSync, readFileSync, realpathSync, type Stats } from "node:fs";
import { join, resolve } from "node:path";
import { runGit } from "./git.ts";

/** What git holds for a folder: its own repository, why that may not be used, or nothing. */
export type GitFolder = { kind: "work-tree" | "bare"; gitDir: string } | { kind: "none"; reason: string };

const none = (reason: string): GitFolder => ({ kind: "none", reason });

/** Looks at the folder itself, never above it: a folder inside another repository is not that repository. */
export async function findGit(folder: string): Promise<GitFolder> {
  const dotGit = join(folder, ".git");
  const stats = statOf(dotGit);
  if (stats?.isDirectory()) return { kind: "work-tree", gitDir: dotGit };
  if (stats?.isFile()) return followGitFile(folder, dotGit, stats);
  if (stats) return none("its .git is a link or a special file, which is not followed");
  const bare =
    statOf(join(folder, "HEAD"))?.isFile() && statOf(join(folder, "objects"))?.isDirectory() && statOf(join(folder, "refs"))?.isDirectory();
  return bare ? { kind: "bare", gitDir: folder } : none("the folder is no git repository");
}

/**
 * A .git file leads elsewhere, as in linked work trees and submodules. A hostile one could lead to any repository on the machine, so that one
 * must name this folder in return.
 */
async function followGitFile(folder: string, dotGit: string, stats: Stats): Promise<GitFolder> {
  const text = stats.size <= 4096 ? readFileSync(dotGit, "utf8") : "";
  const target = /^gitdir: (.+)$/m.exec(text)?.[1]?.trim();
  if (!target) return none("its .git file names no git directory");
  const gitDir = resolve(folder, target);
  return (await namesInReturn(gitDir, folder, dotGit))
    ? { kind: "work-tree", gitDir }
    : none("its .git file leads to a git directory that does not name this folder as its work tree");
}

async function namesInReturn(gitDir: string, folder: string, dotGit: string): Promise<boolean> {
  const linked = join(gitDir, "gitdir");
  const stats = statOf(linked);
  if (stats?.isFile() && stats.size <= 4096) return same(resolve(gitDir, readFileSync(linked, "utf8").trim()), dotGit);
  if (!statOf(join(gitDir, "config"))?.isFile()) return false;
  const named = await runGit(["config", "--file", join(gitDir, "config"), "--get", "core.worktree"], { maxBytes: 8192 }).catch(
    () => undefined,
  );
  return named !== undefined && same(resolve(gitDir, named.toString("utf8").trim()), folder);
}

const same = (one: string, other: string) => existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other);

function statOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

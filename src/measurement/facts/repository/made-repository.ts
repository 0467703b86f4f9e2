import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";

/** A temporary folder for one test. */
export function madeFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "openfirst-repository-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function writeFiles(folder: string, files: Record<string, string | Buffer>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

export interface MadeCommit {
  /** "2020-05-01" */
  day: string;
  files?: Record<string, string | Buffer>;
  message?: string;
  author?: string;
  tag?: string;
}

/** git with identities and settings of its own, whatever the machine has. */
export function git(
  folder: string,
  args: readonly string[],
  options: { day?: string; author?: string; input?: string | Buffer } = {},
): string {
  const date = `${options.day ?? "2020-01-01"}T12:00:00Z`;
  const author = options.author ?? "someone@example.gov";
  return execFileSync("git", ["-C", folder, "-c", "protocol.file.allow=always", ...args], {
    encoding: "utf8",
    input: options.input ?? "",
    stdio: ["pipe", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: "Somebody",
      GIT_AUTHOR_EMAIL: author,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: "Somebody",
      GIT_COMMITTER_EMAIL: author,
      GIT_COMMITTER_DATE: date,
    },
  }).trim();
}

/** A repository with these commits, one after the other. */
export function madeRepository(t: TestContext, commits: readonly MadeCommit[]): string {
  const folder = madeFolder(t);
  git(folder, ["init", "-q", "-b", "main"]);
  for (const { day, files = {}, message = "change", author, tag } of commits) {
    writeFiles(folder, files);
    git(folder, ["add", "-A"]);
    git(folder, ["commit", "-q", "--allow-empty", "-m", message], { day, ...(author ? { author } : {}) });
    if (tag) git(folder, ["tag", tag], { day });
  }
  return folder;
}

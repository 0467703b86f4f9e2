import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "../../../shared/problem.ts";
import type { RemoteProtocol, RepositoryAddress } from "./address.ts";
import { runGit } from "./git.ts";

export interface CloneOptions {
  /** Only the newest commits; the history is then not observable. By default all commits. */
  depth?: number | undefined;
  /** The only hosts that may be asked; by default any. */
  allowedHosts?: readonly string[] | undefined;
  /** By default https and ssh. */
  protocols?: readonly RemoteProtocol[] | undefined;
  timeoutSeconds?: number | undefined;
  /** Most bytes that may come; by default 4 GiB. */
  maxBytes?: number | undefined;
}

type Remote = Extract<RepositoryAddress, { kind: "remote" }>;

/**
 * Fetches a repository into a temporary bare one, hands over its git directory and removes it afterwards.
 *
 * All commits and trees come (history needs them), of the files only those of the newest tree: old versions are most of a repository's weight and
 * no fact needs them. A server that cannot leave them out sends everything. Nothing is checked out, so no filter, hook or submodule runs.
 * @throws Problem invalid-input: a host or protocol that is not allowed; too-large: beyond time or size; invalid-file: git's own complaint
 */
export async function withClone<Result>(remote: Remote, options: CloneOptions, work: (gitDir: string) => Promise<Result>): Promise<Result> {
  checkAllowed(remote, options);
  const folder = mkdtempSync(join(tmpdir(), "openfirst-clone-"));
  const gitDir = join(folder, "repository.git");
  const most = options.maxBytes ?? 4 * 1024 ** 3;
  const limits = {
    protocols: [remote.protocol],
    timeoutSeconds: options.timeoutSeconds,
    watch: () => (bytesBelow(folder) > most ? `${remote.url} is larger than ${most} bytes; allow more or give a folder.` : undefined),
    config: [
      `protocol.${remote.protocol}.allow=always`,
      // With a list of hosts, an answer must not lead to another one.
      `http.followRedirects=${options.allowedHosts ? "false" : "initial"}`,
      "transfer.bundleURI=false",
      "init.templateDir=",
    ],
  };
  const amount = options.depth === undefined ? ["--filter=blob:none"] : [`--depth=${options.depth}`, "--no-tags"];
  try {
    await runGit(["clone", "--bare", "--quiet", "--single-branch", "--template=", ...amount, "--", remote.url, gitDir], limits);
    if (options.depth === undefined) await fetchNewestFiles(gitDir, limits);
    return await work(gitDir);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** What git itself runs when it needs a missing file, but once for all files instead of once for each. */
async function fetchNewestFiles(gitDir: string, limits: Omit<Parameters<typeof runGit>[1], "gitDir">): Promise<void> {
  const head = await runGit(["rev-parse", "--verify", "--quiet", "HEAD"], { gitDir }).catch(() => undefined);
  if (!head) return;
  const listed = (await runGit(["ls-tree", "-r", "-z", "--full-tree", "HEAD"], { gitDir })).toString("latin1");
  const ids = new Set(listed.split("\0").flatMap((entry) => /^\d+ blob ([0-9a-f]{40,64})\t/.exec(entry)?.[1] ?? []));
  const missing = await missingOf([...ids], gitDir);
  if (missing.length === 0) return;
  const flags = ["--quiet", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no", "--filter=blob:none", "--no-auto-maintenance"];
  await runGit(["fetch", ...flags, "--stdin", "origin"], { ...limits, gitDir, input: `${missing.join("\n")}\n` });
}

async function missingOf(ids: readonly string[], gitDir: string): Promise<string[]> {
  const answer = await runGit(["cat-file", "--batch-check=%(objectname)", "--buffer"], { gitDir, input: `${ids.join("\n")}\n` });
  return answer
    .toString("latin1")
    .split("\n")
    .flatMap((line) => (line.endsWith(" missing") ? [line.slice(0, -" missing".length)] : []));
}

function checkAllowed(remote: Remote, { protocols = ["https", "ssh"], allowedHosts, depth }: CloneOptions): void {
  if (!protocols.includes(remote.protocol))
    throw new Problem("invalid-input", `${remote.url} would be fetched over ${remote.protocol}; allowed are ${protocols.join(", ")}.`);
  if (allowedHosts && !allowedHosts.some((host) => host.toLowerCase() === remote.host))
    throw new Problem(
      "invalid-input",
      `${remote.url} stands on a host that is not allowed; allowed are ${allowedHosts.join(", ") || "none"}.`,
    );
  if (depth !== undefined && !(Number.isInteger(depth) && depth > 0))
    throw new Problem("invalid-input", `A depth of ${depth} was asked for; expected a whole number from 1, or none for all commits.`);
}

/** Packs are nearly all of it; they grow under temporary names while they come. */
function bytesBelow(folder: string): number {
  try {
    return readdirSync(join(folder, "repository.git", "objects", "pack")).reduce((sum, name) => {
      const size = statSync(join(folder, "repository.git", "objects", "pack", name), { throwIfNoEntry: false })?.size ?? 0;
      return sum + size;
    }, 0);
  } catch {
    return 0;
  }
}

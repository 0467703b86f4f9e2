import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "../../../shared/problem.ts";
import type { RemoteProtocol, RepositoryAddress } from "./address.ts";
import { runGit } from "./git.ts";
import { onInterrupt } from "./on-interrupt.ts";

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
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const forget = onInterrupt(remove);
  try {
    await runGit(["clone", "--bare", "--quiet", "--single-branch", "--template=", ...amount, "--", remote.url, gitDir], limits);
    if (options.depth === undefined) await fetchNewestFiles(gitDir, limits);
    const tooLarge = limits.watch();
    if (tooLarge) throw new Problem("too-large", tooLarge);
    return await work(gitDir);
  } finally {
    forget();
    remove();
  }
}

/** What git itself runs when it needs a missing file, but once for all files instead of once for each. */
async function fetchNewestFiles(gitDir: string, limits: Omit<Parameters<typeof runGit>[1], "gitDir">): Promise<void> {
  const head = await runGit(["rev-parse", "--verify", "--quiet", "HEAD"], { gitDir }).catch(() => undefined);
  if (!head) return;
  // "?<id>" for each file that the server left out; asking for it in any other way would have git fetch it alone.
  const listed = await runGit(["rev-list", "--objects", "--no-walk", "--missing=print", "HEAD"], { gitDir, maxBytes: 512 * 1024 * 1024 });
  const missing = listed
    .toString("latin1")
    .split("\n")
    .flatMap((line) => /^\?([0-9a-f]{40,64})$/.exec(line)?.[1] ?? []);
  if (missing.length === 0) return;
  const flags = ["--quiet", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no", "--filter=blob:none", "--no-auto-maintenance"];
  await runGit(["fetch", ...flags, "--stdin", "origin"], { ...limits, gitDir, input: `${missing.join("\n")}\n` });
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

import { type ChildProcess, spawn } from "node:child_process";
import { Problem } from "../../../shared/problem.ts";
import { onInterrupt } from "./on-interrupt.ts";

/**
 * A repository's own configuration may name programs (fsmonitor, hooks, pager, gpg, ssh, credential and remote helpers): each is switched off here,
 * and the variables below outrank every configuration file. mailmap.file could name a device that never ends.
 */
const settings = [
  "core.fsmonitor=false",
  "core.untrackedCache=false",
  "core.hooksPath=/dev/null",
  "core.askPass=",
  "core.alternateRefsCommand=",
  "core.attributesFile=/dev/null",
  "core.excludesFile=/dev/null",
  "credential.helper=",
  "log.showSignature=false",
  "log.follow=false",
  "mailmap.file=/dev/null",
  "mailmap.blob=HEAD:.mailmap",
  "protocol.allow=never",
  "submodule.recurse=false",
  "gc.auto=0",
  "maintenance.auto=false",
];

const passedOn = [
  "PATH",
  "TMPDIR",
  "https_proxy",
  "HTTPS_PROXY",
  "http_proxy",
  "no_proxy",
  "NO_PROXY",
  "SSH_AUTH_SOCK",
  "GIT_SSL_CAINFO",
  "SSL_CERT_FILE",
];

export interface GitOptions {
  /** The git directory; without it git looks at none. */
  gitDir?: string;
  /** Where its files are taken to stand, whatever the repository's own core.worktree says. */
  workTree?: string;
  config?: readonly string[];
  /** The only transports this one run may use; none by default. */
  protocols?: readonly string[];
  input?: string | undefined;
  timeoutSeconds?: number | undefined;
  /** Looked at from time to time; a sentence it returns ends the run. */
  watch?: (() => string | undefined) | undefined;
}

/**
 * Runs git so that nothing in the repository is executed and hands over its output as it comes.
 * @throws Problem unsupported: git is not installed; too-large: out of time; invalid-file: git failed, with its first words
 */
export async function streamGit(args: readonly string[], options: GitOptions, take: (chunk: Buffer) => void): Promise<void> {
  const where = [
    ...(options.gitDir === undefined ? [] : [`--git-dir=${options.gitDir}`]),
    ...(options.workTree === undefined ? [] : [`--work-tree=${options.workTree}`]),
  ];
  const configured = [...settings, ...(options.config ?? [])].flatMap((setting) => ["-c", setting]);
  // What fetches has helpers that outlive it: it gets a group of its own, which then ends as one.
  const fetches = (options.protocols ?? []).length > 0;
  const child = spawn("git", ["--no-pager", ...configured, ...where, ...args], {
    // Where git runs it looks for a repository and a .mailmap: that must not be where we happen to stand.
    cwd: options.gitDir ?? "/",
    env: environment(options.protocols ?? []),
    stdio: ["pipe", "pipe", "pipe"],
    detached: fetches,
  });
  const kill = () => killGit(child, fetches);
  const forget = fetches ? onInterrupt(kill) : () => undefined;
  let complaint = "";
  let stopped: Problem | undefined;
  const stop = (problem: Problem) => {
    stopped ??= problem;
    kill();
  };
  const seconds = options.timeoutSeconds ?? 600;
  const clock = setTimeout(
    () => stop(new Problem("too-large", `git ${args[0]} took longer than ${seconds} s; allow more time.`)),
    seconds * 1000,
  );
  const watch = setInterval(() => {
    const why = options.watch?.();
    if (why) stop(new Problem("too-large", why));
  }, 250);
  child.stdout.on("data", (chunk: Buffer) => {
    if (stopped) return;
    try {
      take(chunk);
    } catch (error) {
      stop(error instanceof Problem ? error : new Problem("internal", String(error), { cause: error }));
    }
  });
  child.stderr.on("data", (chunk: Buffer) => {
    if (complaint.length < 4000) complaint += chunk.toString("utf8");
  });
  // git may end before it has read everything; its exit code says why.
  child.stdin.on("error", () => undefined);
  child.stdin.end(options.input ?? "");
  try {
    const code = await new Promise<number | null>((done, fail) => {
      child.once("error", fail);
      child.once("close", done);
    });
    if (stopped) throw stopped;
    if (code !== 0) throw new Problem("invalid-file", `git ${args[0]} failed: ${firstWords(complaint)}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new Problem("unsupported", "git was not found. Install git 2.30 or newer and try again.");
  } finally {
    clearTimeout(clock);
    clearInterval(watch);
    forget();
  }
}

function killGit(child: ChildProcess, group: boolean): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(group ? -child.pid : child.pid, "SIGKILL");
  } catch {
    // It ended by itself meanwhile.
  }
}

/** The whole output, refused beyond `maxBytes`. */
export async function runGit(args: readonly string[], options: GitOptions & { maxBytes?: number }): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const most = options.maxBytes ?? 64 * 1024 * 1024;
  await streamGit(args, options, (chunk) => {
    size += chunk.length;
    if (size > most)
      throw new Problem("too-large", `git ${args[0]} answered with more than ${most} bytes; this repository is too large to read.`);
    chunks.push(chunk);
  });
  return Buffer.concat(chunks);
}

function environment(protocols: readonly string[]): NodeJS.ProcessEnv {
  const kept = Object.fromEntries(passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
  return {
    ...kept,
    // No file of the user's or the machine's is asked, and no one is.
    HOME: "/nonexistent",
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_LFS_SKIP_SMUDGE: "1",
    GIT_SSH_COMMAND: "ssh -o BatchMode=yes",
    GIT_ALLOW_PROTOCOL: protocols.length === 0 ? "none" : protocols.join(":"),
  };
}

function firstWords(complaint: string): string {
  const line =
    complaint.split("\n").find((text) => text.startsWith("fatal:") || text.startsWith("error:")) ?? complaint.split("\n")[0] ?? "";
  return line.replace(/^(fatal|error): /, "").slice(0, 300) || "no reason given";
}

import { lstatSync } from "node:fs";
import { basename, resolve } from "node:path";
import { Problem } from "../../../shared/problem.ts";
import type { Observation } from "../../fact.ts";
import type { Subject } from "../../subject.ts";
import { Sighting } from "../sighting.ts";
import { readAddress } from "../web-address.ts";
import { readRepositoryAddress, withoutCredentials } from "./address.ts";
import { seeAutomation } from "./automation-facts.ts";
import { type ReadLimits, readNeeded } from "./beginnings.ts";
import { type CloneOptions, withClone } from "./clone.ts";
import { seeDocuments } from "./document-facts.ts";
import { readFolder, readWorkTree } from "./folder-tree.ts";
import { runGit } from "./git.ts";
import { findGit, type GitFolder } from "./git-folder.ts";
import { seeHeaders } from "./header-facts.ts";
import { type HistorySource, readPast, seeCodeDump, seeHistory } from "./history-facts.ts";
import { seeLicence } from "./licence-facts.ts";
import { readObjectTree } from "./object-tree.ts";
import { seePubliccode } from "./publiccode-facts.ts";
import type { Scene } from "./scene.ts";
import { surveyTree } from "./survey.ts";
import type { Tree } from "./tree.ts";

/** Goes up whenever the same repository could give other facts. */
const repositoryReader = "repository 2";

export interface RepositoryOptions {
  /** The time that ages count from; now by default. */
  observedAt?: Date | undefined;
  /** The owner's e-mail domains, such as ["example.gov"]; their subdomains belong to them. */
  ownerDomains?: readonly string[] | undefined;
  /** What the subject is called; by default the web address of the repository or, where it has none, the address given. */
  id?: string | undefined;
  git?: CloneOptions | undefined;
  limits?: Partial<ReadLimits & { files: number }> | undefined;
  onProgress?: ((line: string) => void) | undefined;
}

const usualLimits = { files: 200_000, head: 8192, document: 1024 * 1024 };

/**
 * Looks at a repository and says what is there, with the place of each fact; it judges nothing and runs nothing that it reads.
 *
 * A folder under git: the tracked files as they stand in the work tree, and the history of HEAD. A bare repository: the tree of HEAD. A folder
 * without git: every file below it that is not a link, and no history. An https, ssh or git@ address: cloned for the time of the reading.
 * @throws Problem not-found, invalid-input, too-large, unsupported (git is missing), invalid-file (git cannot read or fetch it)
 * @example (await observeRepository(".")).facts.licence.expression → "Apache-2.0"
 */
export async function observeRepository(address: string, options: RepositoryOptions = {}): Promise<Observation> {
  const target = readRepositoryAddress(address);
  const say = options.onProgress ?? (() => undefined);
  if (target.kind === "folder") return observeFolder(target.path, address, options);
  say(`Fetching ${withoutCredentials(target.url)}`);
  const subject = subjectOf(target.url, options);
  return withClone(target, options.git ?? {}, (gitDir) => observeWithGit(gitDir, { kind: "bare", gitDir }, subject, options));
}

async function observeFolder(folder: string, address: string, options: RepositoryOptions): Promise<Observation> {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats) throw new Problem("not-found", `There is no folder "${address}". Give the folder of a repository, or its address.`);
  const isFolder = stats.isDirectory() || (stats.isSymbolicLink() && lstatSync(`${folder}/.`, { throwIfNoEntry: false })?.isDirectory());
  if (!isFolder) throw new Problem("invalid-input", `"${address}" is no folder. Give the folder of a repository, or its address.`);
  const git = await findGit(folder);
  const origin = git.kind === "none" ? undefined : await originOf(git.gitDir, options);
  return observeWithGit(
    folder,
    git,
    subjectOf(origin ?? address, { ...options, id: options.id ?? (origin ? undefined : address) }),
    options,
  );
}

async function observeWithGit(folder: string, git: GitFolder, subject: Subject, options: RepositoryOptions): Promise<Observation> {
  const observedAt = options.observedAt ?? new Date();
  const limits = { ...usualLimits, ...options.limits };
  const sighting = new Sighting();
  const head = git.kind === "none" ? { reason: git.reason } : await readHead(git.gitDir, options);
  const source: HistorySource | undefined =
    "commit" in head
      ? {
          ...options,
          gitDir: head.gitDir,
          head: head.commit,
          shallow: head.shallow,
          observedAt,
          timeoutSeconds: options.git?.timeoutSeconds,
        }
      : undefined;
  // git reads the history in its own process while this one reads the tree.
  const past = source && readPast(source);
  options.onProgress?.(`Reading ${subject.name ?? subject.id}`);
  const tree = await readTree(folder, git, source?.head, limits.files);
  const scene = await seeTree(sighting, tree, source?.head, limits);
  if (!source || !past) sighting.cannotSee("history", "reason" in head ? head.reason : "there is no history");
  else await seePast(sighting, source, await past, scene, options.ownerDomains);
  return sighting.observation(subject, observedAt.toISOString(), repositoryReader);
}

async function readTree(folder: string, git: GitFolder, head: string | undefined, most: number): Promise<Tree> {
  if (git.kind === "bare") {
    if (!head) throw new Problem("invalid-file", `${folder} has no commit that can be read, so there is nothing to look at.`);
    return readObjectTree(git.gitDir, head, most);
  }
  if (git.kind === "none") return readFolder(folder, most);
  try {
    return await readWorkTree(folder, git.gitDir, most);
  } catch (error) {
    // A .git that git cannot read leaves a folder of files all the same.
    if (error instanceof Problem && error.code === "invalid-file") return readFolder(folder, most);
    throw error;
  }
}

/** All facts of a tree, without its history. */
export async function seeTree(
  sighting: Sighting,
  tree: Tree,
  commit: string | undefined,
  limits: ReadLimits = usualLimits,
): Promise<Scene> {
  const survey = surveyTree(tree);
  const scene: Scene = { sighting, tree, survey, commit, beginnings: await readNeeded(tree, survey, limits) };
  for (const [fact, value] of Object.entries({ files: tree.files.length, bytes: survey.bytes, sourceFiles: survey.sources.length })) {
    if (tree.cut) sighting.cannotSee(`tree.${fact}`, `at least ${value}, but ${tree.cut}`);
    else sighting.see(`tree.${fact}`, value, ...(commit ? [{ commit }] : []));
  }
  seeDocuments(scene);
  seeAutomation(scene);
  seePubliccode(scene);
  seeLicence(scene, seeHeaders(scene));
  return scene;
}

async function seePast(
  sighting: Sighting,
  source: HistorySource,
  past: Awaited<ReturnType<typeof readPast>>,
  { tree, survey }: Scene,
  ownerDomains: readonly string[] | undefined,
): Promise<void> {
  sighting.see("history.head", source.head, { commit: source.head });
  if ("reason" in past) {
    sighting.cannotSee("history", past.reason);
    return;
  }
  seeHistory(sighting, past.history, past.releases, ownerDomains);
  const paths = tree.files.map((file) => file.path);
  await seeCodeDump(sighting, source, past.history, { paths, sourceFiles: survey.sources.length });
}

/** Seconds in which git says what it knows without looking far; a configuration may include a file that never ends. */
const soon = ({ git }: RepositoryOptions): number => Math.min(20, git?.timeoutSeconds ?? 20);

type Head = { gitDir: string; commit: string; shallow: boolean } | { reason: string };

async function readHead(gitDir: string, options: RepositoryOptions): Promise<Head> {
  try {
    const answer = await runGit(["rev-parse", "--is-shallow-repository", "HEAD^{commit}"], { gitDir, timeoutSeconds: soon(options) });
    const [shallow, commit] = answer.toString("latin1").split("\n");
    return commit ? { gitDir, commit, shallow: shallow === "true" } : { reason: "HEAD names no commit" };
  } catch (error) {
    if (error instanceof Problem && error.code !== "invalid-file") throw error;
    return { reason: `HEAD names no commit that can be read (${(error as Error).message})` };
  }
}

/** Where the repository says that it comes from. */
async function originOf(gitDir: string, options: RepositoryOptions): Promise<string | undefined> {
  const answer = await runGit(["config", "--get", "remote.origin.url"], { gitDir, timeoutSeconds: soon(options) }).catch(() => undefined);
  const written = answer?.toString("utf8").trim();
  return written && readAddress(written) ? withoutCredentials(written) : undefined;
}

/** A repository is known by the address people open: https, without .git. */
function subjectOf(written: string, { id }: RepositoryOptions): Subject {
  const web = readAddress(written);
  const address = web?.address.replace(/^[a-z+]+:/, "https:").replace(/(?:\.git)?\/?$/, "");
  const name = basename(address ?? resolve(written)).replace(/\.git$/, "");
  return {
    kind: "repository",
    id: (id ?? address ?? written).slice(0, 2000),
    ...(name ? { name } : {}),
    ...(address ? { address } : {}),
  };
}

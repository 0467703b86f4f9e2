// Makes dataset/measurements/ from public data: reads what scripts/demonstration.yml names, from a folder of other people's data and from a
// folder of mirrored git repositories (owner+name/repo), through the readers. The same data and time give the same files.
// Needed to make the demonstration, never to run it:
//   node --import tsx scripts/measure-demonstration.ts <observed at> <folder of data> <folder of repositories> [<beginning of ids>]
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import { stringify } from "yaml";
import { z } from "zod";
import { factAt, type Observation, type Place } from "../src/measurement/fact.ts";
import { observeCatalogue } from "../src/measurement/facts/catalogue/observe.ts";
import { observeGrants } from "../src/measurement/facts/grant/observe.ts";
import { observeInventory } from "../src/measurement/facts/inventory/observe.ts";
import { observeRepository } from "../src/measurement/facts/repository/observe.ts";
import { observeTenders } from "../src/measurement/facts/tender/observe.ts";
import { measurement } from "../src/registry/measurement.ts";
import { readYaml } from "../src/shared/yaml.ts";
import { call, observeCalls } from "./calls.ts";
import { linesOf } from "./lines.ts";

const read = z.strictObject({
  repository: z.string().optional().describe("owner/name of the repository that holds the files; else they lie below the folder of data"),
  commit: z.string().optional(),
  folder: z.string().default("").describe("what files are named from"),
  files: z.array(z.string()).default([]).describe("files or folders"),
  repositories: z.array(z.string()).default([]).describe("owner/name of repositories that are themselves the subjects"),
  calls: z.array(call).default([]).describe("calls for tenders that stand as Markdown in repositories"),
  buyer: z.string().default("").describe("who issued these calls, as they write it"),
  address: z.string().optional().describe("what an inventory or catalogue is known by: the same at every look"),
  where: z.record(z.string(), z.array(z.json())).default({}).describe("only subjects whose fact has one of these values"),
  withoutSpans: z.boolean().default(false).describe("places without the words that stand there: the licence does not let us repeat them"),
});
const plan = z.array(measurement.omit({ observed_at: true, reader: true, subjects: true }).extend({ read }));
type Planned = z.infer<typeof plan>[number];

const [observedAt = "", dataFolder = "", mirrors = "", wanted = ""] = process.argv.slice(2);
const onFault = () => {};
/** Enough to check a fact by; a sum may rest on dozens. */
const MOST_PLACES = 3;

type Looked = { observedAt: string; address?: string };
const readers: { [kind in Exclude<Planned["kind"], "repository">]: (path: string, looked: Looked) => AsyncIterable<Observation> } = {
  inventory: (path, looked) => observeInventory(path, { ...looked, onFault }),
  catalogue: (path, looked) => observeCatalogue(path, { ...looked, onFault }),
  tenders: (path, { observedAt }) => observeTenders(path, { observedAt, onFault }),
  grants: (path, { observedAt }) => observeGrants(path, { observedAt, onFault }),
};

/** A copy of a known day shows how things stood then: whoever kept an inventory in order that day is not blamed for what came after. */
function lookedAt({ source: { date = "" } }: Planned): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00.000Z` : observedAt;
}

async function observe(planned: Planned): Promise<Observation[]> {
  const { kind, read } = planned;
  if (kind === "repository") return observeRepositories(read.repositories);
  if (read.calls.length > 0) return observeCalls(read.calls, read.buyer, mirrors, observedAt);
  const looked: Looked = { observedAt: lookedAt(planned), ...(read.address && { address: read.address }) };
  const folder = mkdtempSync(join(tmpdir(), "demonstration-"));
  try {
    const files = gather(read, folder);
    const path = files.length === 1 ? join(folder, files[0] as string) : folder;
    const seen = new Map<string, Observation>();
    for await (const observation of readers[kind](path, looked)) seen.set(observation.subject.id, observation);
    const observations = [...seen.values()].filter(({ facts }) =>
      Object.entries(read.where).every(([fact, values]) => values.some((value) => value === factAt(facts, fact))),
    );
    for (const observation of observations) {
      for (const given of Object.values(observation.places)) given.splice(MOST_PLACES);
      placeRest(observation);
    }
    place(observations, folder, files, read.withoutSpans);
    for (const { places } of observations) placeGroups(places);
    return observations;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Copies the files into a folder of their own and returns their names, so that nothing else is read. */
function gather({ repository, commit = "HEAD", folder, files }: Planned["read"], to: string): string[] {
  const git = (...given: string[]) =>
    execFileSync("git", ["-C", join(mirrors, repository?.replace("/", "+") ?? "", "repo"), ...given], { maxBuffer: 1e9 });
  const from = join(dataFolder, folder);
  const names = repository
    ? git("ls-tree", "-rz", "--name-only", commit, "--", ...files.map((file) => join(folder, file)))
        .toString()
        .split("\0")
        .filter(Boolean)
        .map((file) => relative(folder, file))
    : files;
  for (const name of names) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    if (repository) writeFileSync(join(to, name), git("show", `${commit}:${join(folder, name)}`));
    else cpSync(join(from, name), join(to, name));
  }
  return names;
}

/** What is not there was looked for in the whole entry: it gets the place of the smallest part that holds all other places. */
function placeRest({ facts, places }: Observation): void {
  const given = Object.values(places).flat();
  const [first] = given;
  const by = first?.xpath !== undefined ? "xpath" : "pointer";
  if (first?.[by] === undefined) return;
  const whole: Place = { [by]: given.map((place) => place[by] ?? "").reduce(sharedPath) };
  if (first.file !== undefined) whole.file = first.file;
  if (first.line !== undefined && given.every(({ line }) => line === first.line)) whole.line = first.line;
  for (const [fact, value] of Object.entries(facts)) {
    const isPlaced = Object.keys(places).some((name) => name === fact || name.startsWith(`${fact}.`) || name.startsWith(`${fact}[`));
    if (value !== null && typeof value !== "string" && !isPlaced) places[fact] = [{ ...whole }];
  }
}

/** Where all facts of a group were read at one place, it is given once, for the group: "licence" for "licence.expression" and its like. */
function placeGroups(places: Observation["places"]): void {
  const groups = Map.groupBy(Object.keys(places), (name) => name.split(".")[0] as string);
  for (const [group, names] of groups) {
    const [first] = names;
    if (!first || names.length === 1 || new Set(names.map((name) => JSON.stringify(places[name]))).size > 1) continue;
    places[group] = places[first] as Place[];
    for (const name of names) delete places[name];
  }
}

/** "/releases/3/name" and "/releases/3/date/created" share "/releases/3". */
function sharedPath(one: string, other: string): string {
  const parts = one.split("/");
  const others = other.split("/");
  const differs = parts.findIndex((part, at) => part !== others[at]);
  return (differs === -1 ? parts : parts.slice(0, differs)).join("/");
}

/** Names each place's file as its source does, and adds the line of what was found by pointer or path, so that a reader can open it there. */
function place(observations: Observation[], folder: string, files: string[], withoutSpans: boolean): void {
  const lines = new Map<string, (place: Place) => number | undefined>();
  for (const spot of observations.flatMap(({ places }) => Object.values(places).flat())) {
    const name = spot.file ?? (files[0] as string);
    spot.file = isAbsolute(name) ? relative(folder, name) : name;
    if (withoutSpans) delete spot.text;
    if (spot.line !== undefined || spot.file === "") continue;
    const file = files.find((one) => one === spot.file || basename(one) === spot.file) ?? spot.file;
    const lineOf = lines.get(file) ?? linesOf(file, readFileSync(join(folder, file), "utf8"));
    lines.set(file, lineOf);
    const line = lineOf(spot);
    if (line !== undefined) spot.line = line;
  }
}

async function observeRepositories(names: string[]): Promise<Observation[]> {
  const observations: Observation[] = [];
  for (const name of names) {
    const mirror = join(mirrors, name.replace("/", "+"), "repo");
    const bare = existsSync(join(mirror, ".git")) ? join(mirror, ".git") : mirror;
    const address = `https://github.com/${name}`;
    const seen = await observeRepository(bare, { observedAt: new Date(observedAt), id: address });
    observations.push(withoutRest({ ...seen, subject: { kind: "repository", id: address, name: basename(name), address } }));
  }
  return observations;
}

/** A mirror may be older than its repository. That nothing was done for a year is then not seen: only that the copy ends there. */
function withoutRest({ facts, places, notObservable, ...rest }: Observation): Observation {
  const history = facts.history as { commitsLastYear?: number; lastCommit?: string } | undefined;
  if (history?.commitsLastYear !== 0) return { ...rest, facts, places, notObservable };
  const { commitsLastYear: _, lastCommit, ...seen } = history;
  const reason = `the copy that was read ends on ${lastCommit}; later commits may exist`;
  const { "history.commitsLastYear": __, "history.lastCommit": ___, ...placed } = places;
  return {
    ...rest,
    facts: { ...facts, history: seen },
    places: placed,
    notObservable: { ...notObservable, "history.commitsLastYear": reason, "history.lastCommit": reason },
  };
}

async function measure(planned: Planned, observations: Observation[]): Promise<void> {
  const { read: _, source, ...head } = planned;
  const reader = observations[0]?.reader;
  if (!reader) throw new Error(`${head.id}: nothing was seen; look at what it reads`);
  const record = measurement.parse({ ...head, observed_at: observations[0]?.observedAt, reader, subjects: observations.length, source });
  const folder = join("dataset/measurements", head.id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "measurement.yml"), stringify(record, { lineWidth: 120 }));
  const lines = observations.map((observation) => `${JSON.stringify(observation)}\n`).join("");
  writeFileSync(join(folder, "observations.ndjson"), lines);
  process.stderr.write(`${head.id}: ${observations.length} subjects, ${Math.round(lines.length / 1000)} kB\n`);
}

for (const planned of plan.parse(readYaml(readFileSync("scripts/demonstration.yml", "utf8"), "demonstration.yml").value))
  if (planned.id.startsWith(wanted)) await measure(planned, await observe(planned));

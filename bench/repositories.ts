// node --import tsx bench/repositories.ts FOLDER: a folder of git work trees, one below another's name. BENCH_REUSE=no leaves out `reuse lint`.
import { spawn } from "node:child_process";
import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { readWorkTree } from "../src/measurement/facts/repository/folder-tree.ts";
import { runGit } from "../src/measurement/facts/repository/git.ts";
import { readHistory } from "../src/measurement/facts/repository/history.ts";
import { observeRepository, seeTree } from "../src/measurement/facts/repository/observe.ts";
import { Sighting } from "../src/measurement/facts/sighting.ts";
import { median, ms, percentile, printTable, type Row, row, timed, times } from "./measure.ts";

const [folder, mode] = process.argv.slice(2);
if (!folder) throw new Error("Name a folder of git work trees: node --import tsx bench/repositories.ts FOLDER");
const repositories = readdirSync(folder).map((name) => join(folder, name));
const ROUNDS = 3;
const REPEATED = 10;

if (mode === "memory") await observeAgain();
else printTable([...(await measureTrees()), ...(await measureHistories()), ...(await measureReuse()), await measureMemory()]);

async function seeRepository(repository: string): Promise<void> {
  await seeTree(new Sighting(), await readWorkTree(repository, join(repository, ".git"), 200_000), undefined);
}

/** Facts of all trees against ripgrep over the same files, in turn, median of three rounds. What starting git and rg costs is taken off both. */
async function measureTrees(): Promise<Row[]> {
  const files = (await Promise.all(repositories.map((repository) => readWorkTree(repository, join(repository, ".git"), 200_000)))).flatMap(
    (tree) => tree.files,
  );
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  console.log(
    `${repositories.length} repositories, ${files.length} files, ${Math.round(bytes / 1e6)} MB; Node ${process.versions.node}; ${cpus().length} × ${cpus()[0]?.model}`,
  );
  const search = () => run("rg", ["--hidden", "--no-ignore", "--glob", "!.git", "--count", "SPDX-License-Identifier", ...repositories]);
  const startOfGit = median(await each(Array(30).fill(0), () => runGit(["version"], {})));
  const startOfRg = median(await each(Array(30).fill(0), () => run("rg", ["--version"])));
  await search();
  await each(repositories, seeRepository);
  const rounds: { searched: number; seen: number[]; read: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const searched = (await timed(search)) - startOfRg;
    const seen = (await each(repositories, seeRepository)).map((time) => time - startOfGit);
    const read = await timed(async () => readAll(files.map((file) => file.at)));
    rounds.push({ searched, seen, read });
  }
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const searched = median(rounds.map((round) => round.searched));
  const seen = median(rounds.map((round) => sum(round.seen)));
  const read = median(rounds.map((round) => round.read));
  const middle = rounds[1]?.seen ?? [];
  return [
    row(
      "facts of all trees against rg over them",
      `${ms(seen)} against ${ms(searched)} = ${times(seen / searched)}`,
      "≤ 3 ×",
      seen <= 3 * searched,
    ),
    row(
      "the same with git's start (each repository one process)",
      times((seen + startOfGit * repositories.length) / searched),
      "none",
      undefined,
    ),
    row(
      "one repository: median, p95, longest",
      `${ms(median(middle))}, ${ms(percentile(middle, 0.95))}, ${ms(Math.max(...middle))}`,
      "none",
      undefined,
    ),
    row("Node merely reading the same files against rg", times(read / searched), "none", undefined),
  ];
}

/** Our one pass over each history against plain git log over the same commits. Both start git. */
async function measureHistories(): Promise<Row[]> {
  const heads = await Promise.all(
    repositories.map(async (repository) => (await runGit(["rev-parse", "HEAD"], { gitDir: join(repository, ".git") })).toString().trim()),
  );
  const observedAt = new Date();
  let commits = 0;
  const ours = () =>
    each(repositories, async (repository, index) => {
      const history = await readHistory(join(repository, ".git"), heads[index] as string, { observedAt });
      commits += history.commits;
    });
  const plain = () => each(repositories, (repository) => run("git", ["--git-dir", join(repository, ".git"), "--no-pager", "log"]));
  const ratios: number[] = [];
  let last = "";
  for (let round = 0; round < ROUNDS; round += 1) {
    commits = 0;
    const [logged, read] = [(await plain()).reduce((a, b) => a + b), (await ours()).reduce((a, b) => a + b)];
    ratios.push(read / logged);
    last = `${ms(read)} against ${ms(logged)}, ${commits} commits`;
  }
  return [row("history facts against git log", `${last} = ${times(median(ratios))}`, "≤ 1.5 ×", median(ratios) <= 1.5)];
}

/** `reuse lint` over each tree, its own start taken off; a tree that takes it over two minutes counts as two. */
async function measureReuse(): Promise<Row[]> {
  const what = "facts of a tree against reuse lint";
  if (process.env.BENCH_REUSE === "no") return [row(what, "left out", "≥ 5 × faster", undefined)];
  const start = median(await each(Array(5).fill(0), () => run("reuse", ["--version"])));
  const linted = await each(repositories, (repository) => run("reuse", ["--root", repository, "lint", "--quiet"], 120_000));
  const startOfGit = median(await each(Array(30).fill(0), () => runGit(["version"], {})));
  const seen = await each(repositories, seeRepository);
  const total = (values: readonly number[], off: number) => values.reduce((sum, value) => sum + Math.max(0, value - off), 0);
  const [theirs, ours] = [total(linted, start), total(seen, startOfGit)];
  return [row(what, `${ms(ours)} against ${ms(theirs)}: ${(theirs / ours).toFixed(0)} × faster`, "≥ 5 × faster", theirs >= 5 * ours)];
}

/** A process of its own that observes the repositories ten times over, trees and histories. */
async function measureMemory(): Promise<Row> {
  const output = await run(process.execPath, ["--import", "tsx", import.meta.filename, folder as string, "memory"]);
  const { observed, megabytes, seconds } = JSON.parse(output);
  return row(`${observed} repositories observed in one process`, `${megabytes} MB at most, ${seconds} s`, "≤ 500 MB", megabytes <= 500);
}

async function observeAgain(): Promise<void> {
  let observed = 0;
  const time = await timed(async () => {
    for (let round = 0; round < REPEATED; round += 1)
      for (const repository of repositories) {
        await observeRepository(repository);
        observed += 1;
      }
  });
  console.log(JSON.stringify({ observed, megabytes: Math.round(process.resourceUsage().maxRSS / 1024), seconds: Math.round(time / 1000) }));
}

async function each<Item>(items: readonly Item[], work: (item: Item, index: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (const [index, item] of items.entries()) taken.push(await timed(() => work(item, index)));
  return taken;
}

function readAll(paths: readonly (string | Buffer)[]): void {
  const buffer = Buffer.allocUnsafe(1024 * 1024);
  for (const path of paths) {
    const handle = openSync(path, "r");
    while (readSync(handle, buffer) === buffer.length);
    closeSync(handle);
  }
}

/** Runs a program and gives what it wrote. How it ends is its own business: `reuse lint` fails where a tree does not comply. */
function run(command: string, args: readonly string[], mostMs = 3_600_000): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "ignore"], timeout: mostMs });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      if (output.length < 10_000) output += chunk.toString("utf8");
    });
    child.once("error", fail);
    child.once("close", () => done(output));
  });
}

// node --import tsx bench/repositories.ts FOLDER: a folder of git work trees, one below another's name. BENCH_REUSE=no leaves out `reuse lint`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { runGit } from "../src/measurement/facts/repository/git.ts";
import { readTrackedPaths } from "../src/measurement/facts/repository/git-index.ts";
import { readHistory } from "../src/measurement/facts/repository/history.ts";
import { observeRepositories } from "../src/measurement/facts/repository/threads.ts";
import { median, ms, percentile, printTable, type Row, row, timed, times } from "./measure.ts";
import { seeRepository, treeOf } from "./tree-worker.ts";

const [folder, mode] = process.argv.slice(2);
if (!folder) throw new Error("Name a folder of git work trees: node --import tsx bench/repositories.ts FOLDER");
const repositories = readdirSync(folder).map((name) => join(folder, name));
const ROUNDS = 3;
const REPEATED = 10;

if (mode === "memory") await observeAgain();
else
  printTable([
    await compareIndexes(),
    ...(await measureTrees()),
    ...(await measureHistories()),
    ...(await measureReuse()),
    await measureMemory(),
  ]);

/** Whether our reading of each index gives what git lists, byte for byte. */
async function compareIndexes(): Promise<Row> {
  let same = 0;
  for (const repository of repositories) {
    const gitDir = join(repository, ".git");
    const paths = readTrackedPaths(gitDir) ?? [];
    const ours = Buffer.concat(paths.flatMap((path) => [Buffer.from(path as string), Buffer.from([0])]));
    if (ours.equals(await runGit(["ls-files", "-z", "--cached"], { gitDir, workTree: gitDir }))) same += 1;
  }
  return row("indexes read as git lists them", `${same} of ${repositories.length}`, "all", same === repositories.length);
}

/** Facts of all trees against ripgrep over the same files, in turn, median of three rounds. Starting rg and the threads is left out. */
async function measureTrees(): Promise<Row[]> {
  const files = (await Promise.all(repositories.map(treeOf))).flatMap((tree) => tree.files);
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  console.log(
    `${repositories.length} repositories, ${files.length} files, ${Math.round(bytes / 1e6)} MB; Node ${process.versions.node}; ${cpus().length} × ${cpus()[0]?.model}`,
  );
  const search = () => run("rg", ["--hidden", "--no-ignore", "--glob", "!.git", "--count", "SPDX-License-Identifier", ...repositories]);
  const startOfRg = median(await each(Array(30).fill(0), () => run("rg", ["--version"])));
  const workers = Array.from({ length: availableParallelism() }, startWorker);
  await search();
  await each(repositories, seeRepository);
  // Long enough that each thread has read the licence texts.
  for (let round = 0; round < 2; round += 1) await seeInThreads(workers);
  const rounds: { searched: number; seen: number[]; threaded: number; read: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const searched = (await timed(search)) - startOfRg;
    const seen = await each(repositories, seeRepository);
    const threaded = await timed(() => seeInThreads(workers));
    const read = await timed(async () => readAll(files.map((file) => file.at)));
    rounds.push({ searched, seen, threaded, read });
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const searched = median(rounds.map((round) => round.searched));
  const seen = median(rounds.map((round) => sum(round.seen)));
  const threaded = median(rounds.map((round) => round.threaded));
  const read = median(rounds.map((round) => round.read));
  const middle = rounds[1]?.seen ?? [];
  const against = (time: number) => `${ms(time)} against ${ms(searched)} = ${times(time / searched)}`;
  return [
    row("facts of all trees against rg over them, one thread", against(seen), "≤ 3 ×", seen <= 3 * searched),
    row(`the same, ${workers.length} threads as the command starts`, against(threaded), "≤ 3 ×", threaded <= 3 * searched),
    row(
      "one repository: median, p95, longest",
      `${ms(median(middle))}, ${ms(percentile(middle, 0.95))}, ${ms(Math.max(...middle))}`,
      "none",
      undefined,
    ),
    row("Node merely reading the same files against rg", times(read / searched), "none", undefined),
  ];
}

function startWorker(): Worker {
  return new Worker(new URL("./tree-worker.ts", import.meta.url), { execArgv: ["--import", "tsx"] });
}

/** Each thread takes the next tree when it is done with one, and what it saw is parsed here, as the command does. */
async function seeInThreads(workers: readonly Worker[]): Promise<void> {
  const queue = repositories.values();
  await Promise.all(
    workers.map(async (worker) => {
      for (const repository of queue) {
        worker.postMessage(repository);
        const [seen] = (await once(worker, "message")) as [string];
        JSON.parse(seen);
      }
    }),
  );
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
  const seen = await each(repositories, seeRepository);
  const total = (values: readonly number[], off: number) => values.reduce((sum, value) => sum + Math.max(0, value - off), 0);
  const [theirs, ours] = [total(linted, start), total(seen, 0)];
  return [row(what, `${ms(ours)} against ${ms(theirs)}: ${(theirs / ours).toFixed(0)} × faster`, "≥ 5 × faster", theirs >= 5 * ours)];
}

/** A process of its own that observes the repositories ten times over, trees and histories, in threads as the command does. */
async function measureMemory(): Promise<Row> {
  const output = await run(process.execPath, ["--import", "tsx", import.meta.filename, folder as string, "memory"]);
  const { observed, megabytes, seconds } = JSON.parse(output);
  return row(`${observed} repositories observed in one process`, `${megabytes} MB at most, ${seconds} s`, "≤ 500 MB", megabytes <= 500);
}

async function observeAgain(): Promise<void> {
  let observed = 0;
  const time = await timed(async () => {
    for await (const _ of observeRepositories(Array<string[]>(REPEATED).fill(repositories).flat())) observed += 1;
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

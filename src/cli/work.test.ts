import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { makeDatabase, testServer } from "../../test/support.ts";
import { databaseSettings, openDatabase } from "../database/connect.ts";
import { countJobs, type Job, listJobs } from "../measurement/jobs/find.ts";
import { readOrder } from "../measurement/jobs/order.ts";
import { enqueue } from "../measurement/jobs/queue.ts";

const folder = mkdtempSync(join(tmpdir(), "openfirst-work-"));
const running = new Set<ChildProcess>();
const made = testServer ? await makeDatabase(testServer) : undefined;
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  OPENFIRST_DATA: join(folder, "data"),
  OPENFIRST_EMPTY: "1",
  OPENFIRST_WORKERS: "0",
  PORT: "0",
  DATABASE_URL: made?.url ?? "",
};
const notLinux = existsSync("/proc/self/task") ? false : "which processes a server started is read from /proc";
const onlyEmbedded = testServer ? "the embedded database only: PostgreSQL needs no server of ours" : notLinux;

after(async () => {
  for (const child of running) child.kill("SIGKILL");
  await made?.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** On the embedded database workers need a server to reach; on PostgreSQL they need nobody. */
const server = testServer ? undefined : await startServer();
let opened = await openDatabase(databaseSettings(environment, "work test"));
after(() => opened.close());

test("two workers share twenty jobs, and none is done twice", async (context) => {
  for (let number = 1; number <= 20; number++) {
    const file = join(folder, `code-${number}.json`);
    writeFileSync(
      file,
      JSON.stringify({
        version: "2.0.0",
        agency: "NSF",
        measurementType: { method: "projects" },
        releases: [
          {
            name: `tool ${number}`,
            permissions: { usageType: "openSource", licenses: [] },
            laborHours: 1,
            tags: [],
            description: "A tool.",
            contact: {},
          },
        ],
      }),
    );
    await put("inventory", file);
  }
  // Held back until both stand ready.
  await sql`update jobs set due_at = now() + interval '1 hour'`.execute(opened.db);
  const workers = ["one", "two"].map((name) => start(["work", "--name", name]));
  for (const worker of workers) await worker.saidThat(/waits for jobs/);
  await sql`update jobs set due_at = now()`.execute(opened.db);
  await waitFor(
    async () => ((await countJobs(opened.db)).done === 20 ? true : undefined),
    () => workers.map((worker) => worker.said()).join("\n"),
  );
  for (const { child } of workers) child.kill("SIGTERM");
  assert.deepEqual(await Promise.all(workers.map((worker) => worker.ended)), [0, 0]);
  const jobs = await listJobs(opened.db, { state: "done", limit: 100 });
  assert.ok(jobs.every((job) => job.attempts === 1 && job.subjects === 2));
  context.diagnostic(`worker one did ${jobs.filter((job) => job.worker === "one").length} of 20`);
  assert.equal(new Set(jobs.map((job) => job.measurement)).size, 20);
  const { rows } = await sql<{ looks: number }>`
    select count(*)::int as looks from revisions where noun = 'measurement' group by record->>'series'`.execute(opened.db);
  assert.deepEqual(
    rows.map(({ looks }) => looks),
    Array(20).fill(1),
  );
});

test("a worker that is killed amid a job leaves it to another, which does it once", async () => {
  await put("repository", makeRepository("killed"));
  const { hold } = slowGit("killed");
  const doomed = start(["work", "--name", "doomed", "--lease", "3"], hold);
  await jobWith((job) => job.state === "running" && job.worker === "doomed");
  const other = start(["work", "--name", "other"]);
  // Longer than the lease: a worker that lives keeps its job.
  await pause(4500);
  assert.equal((await newest()).worker, "doomed");
  doomed.child.kill("SIGKILL");
  const done = await jobWith((job) => job.state === "done");
  assert.deepEqual([done.worker, done.attempts, done.subjects], ["other", 2, 1]);
  assert.equal(await countLooks(done.series), 1);
  other.child.kill("SIGTERM");
  assert.equal(await other.ended, 0, other.said());
});

test("a worker that is told to end gives its job back at once, and the next one does it", async () => {
  await put("repository", makeRepository("given-back"));
  const told = start(["work", "--name", "told"], slowGit("given-back").hold);
  await jobWith((job) => job.state === "running" && job.worker === "told");
  told.child.kill("SIGTERM");
  assert.equal(await told.ended, 0, told.said());
  assert.deepEqual([(await newest()).state, (await newest()).attempts], ["waiting", 0]);
  const next = start(["work", "--once", "--name", "next"]);
  assert.equal(await next.ended, 0, next.said());
  assert.deepEqual([(await newest()).state, (await newest()).worker, (await newest()).attempts], ["done", "next", 1]);
});

test("a worker whose server is killed ends by itself, even amid a job; the next server's worker does the job", {
  skip: onlyEmbedded,
}, async () => {
  await put("repository", makeRepository("orphaned"));
  const orphaned = start(["work", "--name", "orphaned", "--lease", "3"], slowGit("orphaned").hold);
  await jobWith((job) => job.state === "running" && job.worker === "orphaned");
  server?.child.kill("SIGKILL");
  assert.equal(await orphaned.ended, 2, orphaned.said());
  assert.match(orphaned.said(), /went away/);

  const alone = start(["work", "--once"]);
  assert.equal(await alone.ended, 2);
  assert.match(alone.said(), /Start the server first/);

  const again = await startServer({ OPENFIRST_WORKERS: "1" });
  await opened.close().catch(() => undefined);
  opened = await openDatabase(databaseSettings(environment, "work test"));
  const done = await jobWith((job) => job.state === "done");
  assert.equal(done.worker, "worker-1");
  const child = childOf(again.child);
  assert.ok(child > 0, "the server has a worker as its child");
  again.child.kill("SIGKILL");
  await waitFor(
    () => (isAlive(child) ? undefined : true),
    () => "the worker does not end with its server",
  );
});

test("a server that is ended ends its workers", { skip: notLinux }, async () => {
  const ended = await startServer({ OPENFIRST_WORKERS: "2" });
  for (const name of ["worker-1", "worker-2"]) await ended.saidThat(new RegExp(`${name} waits`));
  const child = childOf(ended.child);
  assert.ok(child > 0);
  ended.child.kill("SIGTERM");
  assert.equal(await ended.ended, 0, ended.said());
  assert.equal(isAlive(child), false);
});

async function put(kind: string, address: string): Promise<void> {
  assert.ok(await enqueue(opened.db, readOrder({ kind, address, body: "us-nsf" })));
}

const newest = async (): Promise<Job> => (await listJobs(opened.db, { limit: 1 }))[0] as Job;

function jobWith(holds: (job: Job) => boolean): Promise<Job> {
  let job: Job | undefined;
  return waitFor(
    async () => {
      job = await newest();
      return holds(job) ? job : undefined;
    },
    () => JSON.stringify(job),
  );
}

async function countLooks(series: string): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from revisions where noun = 'measurement' and record->>'series' = ${series}`.execute(opened.db);
  return rows[0]?.count ?? -1;
}

async function waitFor<T>(look: () => Promise<T | undefined> | T | undefined, what: () => string): Promise<T> {
  for (let round = 0; round < 600; round++) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(100);
  }
  throw new Error(`${what()}: waited a minute in vain`);
}

function makeRepository(name: string): string {
  const repository = join(folder, name);
  mkdirSync(repository);
  writeFileSync(join(repository, "README.md"), "# A tool\n");
  const git = (...words: string[]) => execFileSync("git", ["-C", repository, ...words], { stdio: "ignore" });
  git("init", "-q");
  git("add", ".");
  git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "first");
  return repository;
}

/** A git that does nothing until the worker that runs it is gone: the worker stays amid its job. */
function slowGit(name: string): { hold: NodeJS.ProcessEnv } {
  const bin = join(folder, `bin-${name}`);
  mkdirSync(bin);
  writeFileSync(join(bin, "git"), "#!/bin/sh\nwhile kill -0 $PPID 2>/dev/null; do sleep 0.1; done\n");
  chmodSync(join(bin, "git"), 0o755);
  return { hold: { PATH: `${bin}:${process.env.PATH}` } };
}

interface Started {
  child: ChildProcess;
  ended: Promise<number | null>;
  said(): string;
  saidThat(pattern: RegExp): Promise<true>;
}

function start(words: string[], more: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "--import", "tsx", "src/cli/openfirst.ts", ...words], {
    env: { ...environment, ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return {
    child,
    ended: new Promise((resolve) =>
      child.once("exit", (code) => {
        running.delete(child);
        resolve(code);
      }),
    ),
    said: () => said,
    saidThat: (pattern) =>
      waitFor(
        () => (pattern.test(said) ? true : undefined),
        () => `${pattern} in “${said}”`,
      ),
  };
}

async function startServer(more: NodeJS.ProcessEnv = {}): Promise<Started> {
  const started = start(["serve"], more);
  await started.saidThat(/Openfirst serves/);
  return started;
}

function childOf(parent: ChildProcess): number {
  return Number(readFileSync(`/proc/${parent.pid}/task/${parent.pid}/children`, "utf8").trim().split(" ").at(-1));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

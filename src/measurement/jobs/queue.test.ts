import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { openEmptyRegistry } from "../../../test/support.ts";
import type { Database } from "../../database/connect.ts";
import { measurement } from "../../registry/measurement.ts";
import { Problem } from "../../shared/problem.ts";
import { recordMeasurement } from "../record.ts";
import { countJobs, findJob, listJobs } from "./find.ts";
import { readOrder } from "./order.ts";
import { type Claimed, claim, enqueue, fail, finish, release, renew } from "./queue.ts";
import { type Seen, type WorkerOptions, work } from "./worker.ts";

const { db } = await openEmptyRegistry();
const lease = (worker: string, seconds = 3600) => ({ worker, seconds });
const empty = () => sql`delete from jobs`.execute(db);
/** As if the lease of every job had run out, or the time to wait were over. */
const letTimePass = () => sql`update jobs set due_at = now() - interval '1 second' where state in ('waiting', 'running')`.execute(db);
const done = { measurement: "m", subjects: 1, faults: 0 };

async function put(count = 1): Promise<void> {
  await empty();
  for (let number = 1; number <= count; number++)
    assert.ok(await enqueue(db, readOrder({ kind: "inventory", address: `/srv/secret/code-${number}.json`, body: "us-nsf" })));
}

async function take(worker: string): Promise<Claimed> {
  const job = await claim(db, lease(worker));
  assert.ok(job, `${worker} found no job`);
  return job;
}

test("the same source is not waited for twice, and may be measured again afterwards", async () => {
  await put();
  const order = readOrder({ kind: "inventory", address: "/srv/secret/code-1.json", body: "us-nsf" });
  assert.equal(await enqueue(db, order), false);
  const job = await take("a");
  assert.equal(await enqueue(db, order), false);
  await finish(db, job, async () => done);
  assert.equal(await enqueue(db, order), true);
});

test("jobs are taken in their order, each by one worker", async () => {
  await put(20);
  const taken = await Promise.all(Array.from({ length: 25 }, (_, index) => claim(db, lease(`w${index}`))));
  const jobs = taken.flatMap((job) => (job ? [job.job] : []));
  assert.deepEqual([jobs.length, new Set(jobs).size], [20, 20]);
  assert.deepEqual(await countJobs(db), { running: 20, waiting: 0, done: 0, failed: 0 });
  assert.equal((await listJobs(db, { limit: 100 })).length, 20);
});

test("a job whose lease ran out goes to another, and what the first brings then is refused", async () => {
  await put();
  const first = await take("a");
  assert.equal(await claim(db, lease("b")), undefined);
  assert.equal(await renew(db, first, lease("a"), { words: "half", subjects: 7 }), true);
  await letTimePass();
  assert.equal((await findJob(db, first.job))?.silent, true);
  const second = await take("b");
  assert.deepEqual([second.job, second.attempts], [first.job, 2]);
  assert.ok(second.token > first.token);
  assert.equal(await renew(db, first, lease("a"), {}), false);
  let recorded = 0;
  const record = async () => {
    recorded += 1;
    return done;
  };
  await assert.rejects(finish(db, first, record), (error) => error instanceof Problem && error.code === "conflict");
  await fail(db, first, "late words", true);
  await release(db, first);
  assert.equal((await findJob(db, first.job))?.worker, "b");
  await finish(db, second, record);
  assert.equal(recorded, 1);
  await assert.rejects(finish(db, second, record), { code: "conflict" });
});

test("what is recorded and the end of the job stand or fall together", async () => {
  await put();
  const job = await take("a");
  const look = (id: string) =>
    measurement.parse({
      id,
      body: "us-nsf",
      kind: "inventory",
      series: "s",
      titles: { en: "code.json" },
      observed_at: "2026-01-01T00:00:00Z",
      reader: "inventory 1",
      subjects: 0,
      source: { licence: "CC0-1.0" },
    });
  const held = async () =>
    (await sql`select 1 from revisions where noun = 'measurement' and id in ('broken', 'whole')`.execute(db)).rows.length;
  const recording = (id: string, then: () => void) => (within: Database) =>
    recordMeasurement(within, look(id), [], { who: "test", why: "test" }).then(() => {
      then();
      return done;
    });
  await assert.rejects(
    finish(
      db,
      job,
      recording("broken", () => {
        throw new Error("broken off");
      }),
    ),
    /broken off/,
  );
  assert.deepEqual([await held(), (await findJob(db, job.job))?.state], [0, "running"]);
  await finish(
    db,
    job,
    recording("whole", () => undefined),
  );
  assert.deepEqual([await held(), (await findJob(db, job.job))?.state], [1, "done"]);
});

test("three attempts and no more; a failure that would repeat itself is final; a job given back counts as none", async () => {
  await put();
  for (const attempt of [1, 2, 3]) {
    const job = await take("a");
    assert.equal(job.attempts, attempt);
    await fail(db, job, "/srv/secret/code-1.json broke off", true);
    assert.equal(await claim(db, lease("b")), undefined, "it waits a while");
    await letTimePass();
  }
  assert.equal(await claim(db, lease("b")), undefined);
  const [failed] = await listJobs(db, { state: "failed", limit: 1 });
  assert.deepEqual([failed?.error, failed?.source], ["code-1.json broke off", "code-1.json"]);

  await put();
  await fail(db, await take("a"), "no JSON", false);
  assert.equal((await countJobs(db)).failed, 1);

  await put();
  for (let round = 0; round < 5; round++) await release(db, await take("a"));
  assert.equal((await take("a")).attempts, 1);

  await put();
  for (const worker of ["a", "b", "c"]) {
    await take(worker);
    await letTimePass();
  }
  assert.equal(await claim(db, lease("d")), undefined);
  assert.match((await listJobs(db, { state: "failed", limit: 1 }))[0]?.error ?? "", /3 workers ended or fell silent/);
});

/** A worker whose looks end when we say so. */
function worker(name: string, look: WorkerOptions["look"], signal = new AbortController().signal) {
  const said: string[] = [];
  const options = { lease: lease(name), look, once: true, signal, say: (line: string) => said.push(line), patient: false };
  return { said, ended: work(db, options) };
}

const seen = (record: () => void): Seen => ({
  record: async () => {
    record();
    return done;
  },
  close: () => undefined,
});

test("of two workers that held one job, the one that lost it records nothing", async () => {
  await put();
  const recorded: string[] = [];
  const [begun, look] = [Promise.withResolvers<void>(), Promise.withResolvers<Seen>()];
  const slow = worker("slow", () => {
    begun.resolve();
    return look.promise;
  });
  await begun.promise;
  await letTimePass();
  assert.equal(await worker("quick", async () => seen(() => recorded.push("quick"))).ended, 1);
  look.resolve(seen(() => recorded.push("slow")));
  assert.equal(await slow.ended, 0);
  assert.deepEqual(recorded, ["quick"]);
  assert.match(slow.said.join(), /was given to another worker/);
  assert.equal((await listJobs(db, { limit: 1 }))[0]?.state, "done");
});

test("a worker that is told to end gives its job back", async () => {
  await put(2);
  const controller = new AbortController();
  const begun = Promise.withResolvers<void>();
  const { ended } = worker(
    "told",
    () => {
      begun.resolve();
      return new Promise(() => undefined);
    },
    controller.signal,
  );
  await begun.promise;
  controller.abort();
  assert.equal(await ended, 0);
  assert.deepEqual(await countJobs(db), { running: 0, waiting: 2, done: 0, failed: 0 });
});

test("how far a look has come is told while it goes on, and why it failed afterwards", async () => {
  await put();
  let during: Awaited<ReturnType<typeof listJobs>> = [];
  await worker("w", async (_, { tell }) => {
    tell({ words: "Fetching https://example.org/code.json?key=secret", subjects: 12 });
    for (let round = 0; round < 50 && !during[0]?.progress; round++) {
      await new Promise((wake) => setTimeout(wake, 100));
      during = await listJobs(db, { limit: 1 });
    }
    throw new Problem("invalid-file", "no JSON");
  }).ended;
  assert.deepEqual([during[0]?.progress, during[0]?.subjects], ["Fetching https://example.org/code.json", 12]);
  const [after] = await listJobs(db, { limit: 1 });
  assert.deepEqual([after?.state, after?.attempts, after?.error], ["failed", 1, "no JSON"]);
});

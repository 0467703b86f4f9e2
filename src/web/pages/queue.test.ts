import assert from "node:assert/strict";
import { test } from "node:test";
import { openEmptyRegistry } from "../../../test/support.ts";
import { readOrder } from "../../measurement/jobs/order.ts";
import { claim, enqueue, fail, finish, renew } from "../../measurement/jobs/queue.ts";
import { createApp } from "../app.tsx";

const { db } = await openEmptyRegistry();
const app = createApp(db);
const lease = { worker: "archive-2", seconds: 60 };
const read = async (path: string) => (await app.request(path)).text();

test("the queue says what runs, waits, was done and failed, and is read anew each time", async () => {
  assert.match(await read("/en/queue"), /Running \(0\)/);
  for (const name of ["running", "done", "failed", "waiting"])
    await enqueue(db, readOrder({ kind: "inventory", address: `https://example.org/${name}.json?key=S3CRET`, body: "us-nsf" }));
  const take = async () => (await claim(db, lease)) ?? assert.fail("no job");
  const running = await take();
  await renew(db, running, lease, { words: "Fetching https://example.org/running.json?key=S3CRET", subjects: 1234 });
  await finish(db, await take(), async () => ({ measurement: "m", subjects: 1, faults: 2 }));
  await fail(db, await take(), "<b>/home/S3CRET/x.json</b> is not JSON", false);

  const page = await read("/en/queue");
  for (const state of ["Running", "Waiting", "Done", "Failed"]) assert.ok(page.includes(`${state} (1)`), state);
  for (const words of [/running\.json/, /worker .?archive-2/, /attempt 1 of 3/, /1,234 subjects seen/, /2 pieces could not be read/])
    assert.match(page, words);
  assert.doesNotMatch(page, /S3CRET|<b>|<script/);
  assert.match(await read("/fr/queue"), /En cours \(1\)/);
  assert.match(await read("/ar/queue"), /قيد التنفيذ \(1\)/);
});

test("the API says the same, job by job", async () => {
  const answer = await app.request("/api/v1/jobs?state=done");
  assert.deepEqual([answer.headers.get("cache-control"), answer.headers.get("etag")], ["no-store", null]);
  const { items, total } = (await answer.json()) as {
    items: { id: string; source: string; measurement: string; faults: number }[];
    total: number;
  };
  assert.deepEqual(
    [total, items.length, items[0]?.source, items[0]?.measurement, items[0]?.faults],
    [1, 1, "https://example.org/done.json", "m", 2],
  );
  assert.doesNotMatch(await read("/api/v1/jobs"), /S3CRET/);
  assert.equal((await app.request(`/api/v1/jobs/${items[0]?.id}`)).headers.get("cache-control"), "no-store");
});

test("only the newest of many are shown, and the first of those that wait", async () => {
  for (let number = 1; number <= 60; number++)
    await enqueue(db, readOrder({ kind: "grants", address: `/srv/iati-${number}.xml`, body: "us-nsf" }));
  const page = await read("/en/queue");
  assert.match(page, /The first 50 of 61/);
  assert.ok(page.includes("iati-1.xml") && !page.includes("iati-60.xml"));
});

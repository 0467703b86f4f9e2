import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { madeInstrument, madeSurroundings } from "../../test/make-records.ts";
import { openEmptyRegistry } from "../../test/support.ts";
import { named } from "../registry/nouns.ts";
import { recordAll } from "../registry/record.ts";
import { createApp } from "./app.tsx";
import { PageCache } from "./page-cache.ts";
import { ReferenceShelf } from "./reference.ts";

const request = (headers: Record<string, string> = {}) => new Request("http://localhost/en", { headers });

test("an answer is kept for its generation alone, and given compressed as asked for", async () => {
  const cache = new PageCache();
  const page = new Response("<p>".padEnd(2000, "x"), { headers: { "content-type": "text/html" } });
  await cache.hold("/en", "1", page, request());
  assert.equal(await cache.answer("/en", "2", request()), undefined, "the registry has changed");
  await cache.hold("/en", "2", new Response("<p>".padEnd(2000, "y"), { headers: { "content-type": "text/html" } }), request());
  const packed = await cache.answer("/en", "2", request({ "accept-encoding": "gzip" }));
  assert.equal(packed?.headers.get("content-encoding"), "gzip");
  const etag = packed?.headers.get("etag") ?? "";
  assert.equal((await cache.answer("/en", "2", request({ "if-none-match": etag })))?.status, 304);
});

test("what is kept stays within its bound: the least recently asked for goes first", async () => {
  const cache = new PageCache(40_000);
  const hold = (key: string) =>
    cache.hold(key, "1", new Response("x".repeat(2000), { headers: { "content-type": "text/plain" } }), request());
  for (let number = 0; number < 30; number += 1) await hold(`/${number}`);
  assert.equal(await cache.answer("/0", "1", request()), undefined);
  assert.ok(await cache.answer("/29", "1", request()));
});

test("a crowd that asks for one page costs as much as one reader, and a fault does not lock the next one out", async () => {
  const cache = new PageCache();
  const first = cache.takeTurn("/en");
  const second = cache.takeTurn("/en");
  assert.ok("done" in first && "wait" in second);
  let through = false;
  const waiting = second.wait.then(() => {
    through = true;
  });
  await setTimeout(5);
  assert.equal(through, false);
  first.done();
  await waiting;
  assert.ok("done" in cache.takeTurn("/en"));
});

test("twenty who ask at once get the same page, and see a change as soon as it is recorded", async () => {
  const { db } = await openEmptyRegistry();
  const by = { who: "test", why: "a test" };
  await recordAll(db, [...madeSurroundings(), named("instrument", madeInstrument("ch-one"))], by);
  const shelf = new ReferenceShelf(db);
  const app = createApp(db, shelf);
  const pages = await Promise.all(Array.from({ length: 20 }, async () => (await app.request("/en/instruments")).text()));
  assert.equal(new Set(pages).size, 1);
  await recordAll(db, [named("instrument", madeInstrument("ch-two"))], by);
  shelf.changed();
  assert.match(await (await app.request("/en/instruments")).text(), /ch-two/);
});

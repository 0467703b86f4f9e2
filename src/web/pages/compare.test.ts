import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestRegistry } from "../../../test/support.ts";
import { createApp } from "../app.tsx";

const app = createApp((await openTestRegistry()).db);
const page = async (path: string) => {
  const response = await app.request(path);
  return { status: response.status, text: await response.text() };
};

test("policies side by side, each cell linked to its reading, absence and not read told apart", async () => {
  const { status, text } = await page("/en/compare?instruments=us-omb-m-16-21,ch-embag-9");
  assert.equal(status, 200);
  assert.match(text, /href="\/en\/instruments\/us-omb-m-16-21#[a-z0-9-]+"/);
  assert.match(text, /– read, not there/);
  assert.match(text, /\? not read/);
  assert.match(text, /scope="rowgroup"/);
  const linked = text.match(/instruments\/ch-embag-9#([a-z0-9-]+)"/)?.[1];
  assert.match((await page("/en/instruments/ch-embag-9")).text, new RegExp(`id="${linked}"`));
});

test("one policy, or none, leads to the form; what is chosen is kept while searching", async () => {
  assert.equal((await page("/en/compare")).status, 200);
  const { text } = await page("/fr/compare?instruments=ch-embag-9&q=italia");
  assert.match(text, /value="ch-embag-9"[^>]*checked/);
  assert.match(text, /value="it-cad-68-69"/);
});

test("what cannot be compared is refused with what was expected", async () => {
  assert.equal((await page("/en/compare?instruments=no-such-law,ch-embag-9")).status, 404);
  assert.equal((await page("/en/compare?instruments=%3Cscript%3E")).status, 400);
  assert.equal((await page(`/en/compare?q=${"a".repeat(500)}`)).status, 400);
  assert.equal((await page(`/en/compare?instruments=${Array.from({ length: 60 }, (_, index) => `x${index}`).join(",")}`)).status, 400);
  const seven = await page(
    "/en/compare?instruments=us-omb-m-16-21,ch-embag-9,it-cad-68-69,un-oss-principles,fr-loi-2016-1321,bg-ega-58a,pt-lei-36-2011",
  );
  assert.equal(seven.status, 400);
  assert.match(seven.text, /7 policies are chosen/);
  assert.equal(seven.text.match(/ checked/g)?.length, 7, "nothing that was chosen is lost");
});

test("the comparison as CSV says the same", async () => {
  const { status, text } = await page("/en/compare.csv?instruments=us-omb-m-16-21,ch-embag-9");
  assert.equal(status, 200);
  assert.match(text, /^area,provision_type,instrument,/);
  assert.match(text, /,ch-embag-9,.*,not-read,/);
  assert.match(text, /,us-omb-m-16-21,.*,absent,/);
  assert.equal((await page("/en/compare.csv?instruments=ch-embag-9")).status, 400);
});

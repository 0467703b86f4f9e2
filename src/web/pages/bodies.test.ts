import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { madeBody, recordMadeBody } from "../../../test/made-body.ts";
import { openTestRegistry } from "../../../test/support.ts";
import { createApp } from "../app.tsx";
import { languages } from "../languages/index.ts";

const HOSTILE = '<script>alert("1")</script>';
const { db } = await openTestRegistry();
await recordMadeBody(db, HOSTILE);
const app = createApp(db);
const body = `/bodies/${madeBody}`;
const reading = `${body}/instruments/us-omb-m-16-21`;

async function read(path: string, language = "en"): Promise<string> {
  const answer = await app.request(`/${language}${path}`);
  assert.equal(answer.status, 200, path);
  const html = await answer.text();
  assert.equal(html.match(/<h1[ >]/g)?.length, 1, `${path} has one h1`);
  assert.ok(!html.includes("<script>alert"), `${path} escapes what strangers wrote`);
  return html;
}

/** A page as words alone, so that what is said can be asked for as it is read. */
async function words(path: string): Promise<string> {
  const html = await read(path);
  return html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

/** What stands between one heading's id and the next. */
async function section(path: string, id: string): Promise<string> {
  const html = await read(path);
  const from = html.indexOf(`id="${id}"`);
  assert.ok(from > 0, `${path} has ${id}`);
  const to = html.indexOf("<h2", from);
  return html.slice(from, to < 0 ? undefined : to);
}

test("bodies stand under their place with what was looked at, when, and the texts that apply; with no rank and no score", async () => {
  const page = await words("/bodies");
  assert.match(page, /1 body in 1 place United States of America .*Cybersecurity.* 20 entries of inventories · seen 1 June 2026/s);
  assert.ok((await read("/bodies")).includes(`href="/en${reading}"`));
  assert.match(page, /Nobody is ranked/);
  assert.doesNotMatch(page, /\d+(\.\d+)? %|\d%/);
});

test("a body's page says first how much is known, then what to mend, with the way to the subjects", async () => {
  const html = await read(body);
  const order = ["evidence", "applying", "mend", "subjects", "trends", "measurements", "statements"].map((id) =>
    html.indexOf(`id="${id}"`),
  );
  assert.deepEqual(
    order,
    [...order].sort((a, b) => a - b),
  );
  assert.ok(order.every((at) => at > 0));
  assert.match(await section(body, "evidence"), /<td class="number">42<\/td>/);
  const mend = await section(body, "mend");
  assert.match(mend, /check=inventory-item-published&amp;outcome=not-met"[^>]*>2 not met<\/a>/, "one of three is excepted");
  const [first = ""] = mend.match(/<ol class="mend">.*?<\/li><li>/s) ?? [mend];
  assert.match(first, /strength must/, "what bears on a must stands first, with the word beside its article");
  assert.match(mend, new RegExp(`${reading}#article-s-5-1"`));
});

test("how it changed stands as a table with one drawing for each course of figures", async () => {
  const trends = await section(body, "trends");
  assert.match(trends, /1 June 2025.*1 June 2026/s);
  assert.match(trends, /12 of 16 \(75%\).*4 unknown: 60% if all of it fails, 80% if all of it passes/s);
  assert.match(trends, /16 of 18 \(89%\).*2 unknown: 80% if all of it fails, 90% if all of it passes/s);
  assert.match(trends, /<svg class="line"[^>]*aria-hidden="true"/);
});

test("what is said stands in full, with who, when, and whether it has expired", async () => {
  const said = (await section(body, "statements")).replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
  for (const expected of [
    /lead body : yes .*expires 31 December 2100/,
    /partly .*expired 1 January 2022/,
    /Registered exceptions .*CIO .*1 May 2026/,
    /open-source office · 2 May 2026/,
    /legal office/,
    /press office/,
    /usageType .*a reader · 5 May 2026/,
  ])
    assert.match(said, expected);
  const sources = await section(body, "measurements");
  assert.match(sources, /Made-up inventory of 2026-06-01.*Nobody.*CC0-1.0.*1 earlier look.*Made-up inventory of 2025-06-01/s);
});

test("a reading tells four things apart after how much is known, and never one number", async () => {
  const html = await read(reading);
  const order = ["evidence", "commitment", "enforceability", "capacity", "implementation", "articles"].map((id) =>
    html.indexOf(`id="${id}"`),
  );
  assert.deepEqual(
    order,
    [...order].sort((a, b) => a - b),
  );
  const page = await words(reading);
  assert.match(page, /A gate before money is spent: – no/);
  assert.match(page, /OSPO or lead body: attested: yes, May 2025 , expires 31 December 2100/);
  assert.match(page, /Nobody has attested : Guidance/);
  assert.match(page, /formula “reading 1”/);
});

test("a figure opens to the subjects of each outcome; replies of the body stand beside it", async () => {
  const html = await read(reading);
  const figure = html.slice(html.indexOf('id="figure-check-inventory-item-published'));
  const one = figure.slice(0, figure.indexOf("check, version"));
  for (const outcome of ["met", "not-met", "not-observable"])
    assert.match(
      one,
      new RegExp(`href="/en${body}/subjects\\?kind=inventory-item&amp;check=inventory-item-published&amp;outcome=${outcome}"`),
    );
  assert.match(one, /16 of 18 \(89%\)/);
  assert.match(html, /open-source office/);
  assert.match(html, /legal office/);
  assert.doesNotMatch(html, /press office/, "a reply about one subject stands with that subject");
  assert.match(await words(reading), /Not looked at yet. It could be seen in: tender/);
  assert.match(await words(reading), /Published unless exempt : 16 of 18 \(89%\) as under §2/);
});

test("an instrument names the bodies it applies to; a provision type what was found of each body of a level", async () => {
  const under = await section("/instruments/us-omb-m-16-21", "happening");
  assert.match(under, new RegExp(`href="/en${reading}"`));
  assert.match(under, /nothing measured yet.*National Science Foundation/s);
  assert.match(await section("/instruments/ch-embag-9", "happening"), /No body was measured under it yet/);
  const type = await section("/provision-types/publish-existing-code", "happening");
  assert.match(type, /Published unless exempt: national/);
  assert.match(type, /16 of 18 \(89%\)/);
  assert.match(type, /An inventory states what its body says/);
  assert.match(await section("/provision-types/sanctions", "happening"), /No check speaks to this kind of rule yet/);
});

test("figures can be taken away as CSV, one a row, with what is needed where there is none", async () => {
  const answer = await app.request(`/en${body}/figures.csv?instrument=us-omb-m-16-21`);
  assert.match(answer.headers.get("content-type") ?? "", /^text\/csv/);
  const rows = parse(await answer.text(), { bom: true, columns: true }) as Record<string, string>[];
  const row = rows.find(({ question, provision }) => question === "inventory-item-published" && provision === "s-2");
  assert.deepEqual([row?.numerator, row?.denominator, row?.unknown, row?.excepted, row?.observed_on], ["16", "18", "2", "1", "2026-06-01"]);
  assert.ok(rows.some(({ not_looked, numerator }) => not_looked === "tender" && numerator === ""));
  assert.equal((await app.request(`/en${body}/figures.csv?instrument=ch-embag-9`)).status, 400);
});

test("a body without anything measured says that this is about us", async () => {
  const page = await words("/bodies/us-congress");
  assert.match(page, /Nothing has been measured of this body yet/);
  assert.match(page, /Nothing was looked at, so nothing can be said/);
});

for (const path of [
  "/bodies/no-such-body",
  `${body}/instruments/ch-embag-9`,
  "/bodies/us-congress/instruments/us-omb-m-16-21",
  "/bodies/none/figures.csv",
])
  test(`${path} is not there`, async () => {
    assert.equal((await app.request(`/en${path}`)).status, 404);
  });

test("the pages stand in every language and are light", async () => {
  for (const language of languages)
    for (const path of ["/bodies", body, reading]) assert.ok(gzipSync(await read(path, language)).length < 25_000, `${language} ${path}`);
});

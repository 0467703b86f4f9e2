import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { head, hostile, keyOf, measuredBody, recordMade, repositoryId } from "../../../test/made-measurement.ts";
import { openTestRegistry } from "../../../test/support.ts";
import { checkOutput } from "../../measurement/subject-line.ts";
import { listRecords } from "../../registry/find.ts";
import { createApp } from "../app.tsx";

const { db } = await openTestRegistry();
await recordMade(db);
const app = createApp(db);
const repository = `/subjects/${keyOf("repository", repositoryId)}`;
const tender = `/subjects/${keyOf("tender", hostile)}`;
const list = `/bodies/${measuredBody}/subjects`;

async function read(path: string, language = "en"): Promise<string> {
  const answer = await app.request(`/${language}${path}`);
  assert.equal(answer.status, 200, path);
  const text = await answer.text();
  if (/html|svg/.test(answer.headers.get("content-type") ?? ""))
    assert.ok(!text.includes("<script>alert") && !text.includes("<b>"), `${path} escapes what strangers wrote`);
  return text;
}

/** The part of a page from one heading on. */
const from = (html: string, id: string, to = "</section>") => html.slice(html.indexOf(`id="${id}"`)).split(to)[0] ?? "";

test("a subject's page leads each number down to the line it was read from", async () => {
  const html = await read(repository);
  assert.ok(html.includes(`https://github.com/example/tool/blob/${head}/LICENSE#L1`));
  assert.match(html, /<q lang="und" dir="auto">MIT License<\/q>/);
  assert.ok(html.includes("1 November 2026") && html.includes("United States Congress") && html.includes("CC0-1.0"));
  const notMet = from(html, "outcome-not-met");
  assert.ok(notMet.includes("/en/checks/repository-conduct") && notMet.includes("CODE_OF_CONDUCT.md"), "question and remedy");
  assert.match(notMet, /\/en\/instruments\/us-omb-m-16-21#[a-z0-9-]+/, "the provision that asks");
  assert.ok(notMet.includes("/en/frameworks/un-open-source-principles#item-"));
  assert.match(from(html, "outcome-not-observable"), /the file is larger than 1 MB/);
  assert.ok(html.indexOf('id="outcome-not-met"') < html.indexOf('id="outcome-met"'), "what needs somebody comes first");
});

test("replies, corrections and exceptions stand beside, with who and when, and change no outcome", async () => {
  const html = await read(repository);
  assert.match(
    from(html, "outcome-not-met"),
    /The body replies<\/strong> · <bdi>press office<\/bdi> · <time datetime="2026-11">November 2026/,
  );
  assert.ok(from(html, "findings", 'id="outcome-not-met"').includes("It moves soon."), "a reply to no check in particular comes first");
  const licence = from(html, "fact-licence.expression", "</dd>");
  assert.ok(licence.includes("MIT") && licence.includes("EUPL-1.2") && licence.includes("maintainer"));
  const excepted = from(html, "outcome-excepted");
  assert.ok(excepted.includes("/en/checks/repository-contribution-guide") && excepted.includes("Patches come by post."));
  assert.ok(!from(html, "outcome-not-met").includes("repository-contribution-guide"));
  const asked = (await (await app.request(`/api/v1${repository}`)).json()) as { findings: { check: string; outcome: string }[] };
  assert.equal(
    asked.findings.find(({ check }) => check === "repository-contribution-guide")?.outcome,
    "not-met",
    "the finding itself stays",
  );
});

test("what changed between two looks is told in facts and in outcomes", async () => {
  const looks = from(await read(repository), "looks");
  assert.match(looks, /<code>securityPolicy.present<\/code>: <del dir="auto">false<\/del> <ins dir="auto">true<\/ins>/);
  assert.match(looks, /Where to report a vulnerability/);
  assert.ok(looks.includes("1 January 2026"));
});

test("words of strangers are text, addresses of theirs are links only on the web", async () => {
  const html = await read(tender);
  assert.ok(html.includes("&lt;script&gt;") && html.includes("برنامج &lt;b&gt;"));
  assert.match(html, /<q lang="ar" dir="auto">/);
  for (const page of [html, await read(repository), await read(list)])
    for (const [, href] of page.matchAll(/href="([^"]*)"/g)) assert.match(href ?? "", /^(https?:\/\/|\/|#)/);
});

test("a list is narrowed by kind, check, outcome and words", async () => {
  assert.match(await read(list), /3 subjects/);
  assert.match(await read(`${list}?kind=tender`), /2 subjects/);
  assert.match(await read(`${list}?words=TOOL`), /1 subject</);
  const found = await read(`${list}?check=tender-no-brand&outcome=not-met`);
  assert.match(found, /1 subject</);
  assert.ok(found.includes("&lt;script&gt;") && found.includes("or equivalent"));
  assert.match(await read(`${list}?check=tender-no-brand&outcome=not-applicable`), /Paper/);
  assert.match(await read(`${list}?check=tender-no-brand&outcome=met`), /Nothing found/);
  assert.match(await read(`${list}?check=repository-contribution-guide`), /1 of them with an exception/);
});

test("the files hold what the list finds: one row a finding, and lines as the command writes them", async () => {
  const rowsOf = async (question: string) =>
    parse(await read(`${list}.csv${question}`), { bom: true, columns: true }) as Record<string, string>[];
  const all = await rowsOf("");
  assert.deepEqual(new Set(all.map((row) => row.kind)), new Set(["repository", "tender"]));
  const [row, ...others] = await rowsOf("?check=tender-no-brand&outcome=not-met");
  assert.deepEqual([others.length, row?.outcome, row?.name, row?.check], [0, "not-met", hostile, "tender-no-brand"]);
  const lines = (await read(`${list}.ndjson`)).trim().split("\n");
  const told = lines.map((line) => checkOutput.parse(JSON.parse(line)));
  assert.deepEqual(told.map(({ subject }) => subject.kind).sort(), ["repository", "tender", "tender"]);
  const seen = told.find(({ subject }) => subject.id === repositoryId);
  assert.equal((seen?.facts.licence as { expression?: string } | undefined)?.expression, "MIT");
  const conduct = seen?.findings.filter(({ check }) => check === "repository-conduct") ?? [];
  assert.deepEqual(conduct.map(({ policy, outcome }) => `${policy} ${outcome}`).sort(), [
    "un-open-source-principles not-met",
    "us-omb-m-16-21 not-met",
  ]);
  const paper = told.find(({ ocid }) => ocid === "ocds-1")?.findings ?? [];
  assert.deepEqual([...new Set(paper.map(({ outcome }) => outcome))], ["not-applicable"]);
});

test("a badge says counts in words of its own, under one policy or the default", async () => {
  const badge = await app.request(`/en${repository}/badge.svg`);
  assert.equal(badge.headers.get("content-type"), "image/svg+xml; charset=utf-8");
  const svg = await badge.text();
  assert.match(svg, /role="img" aria-labelledby="title"><title id="title">open source policy: \d+ of \d+ met · \d+ unknown<\/title>/);
  assert.ok(!/%|font-face|href|<style/.test(svg));
  assert.notEqual(await read(`${repository}/badge.svg?policy=us-omb-m-16-21`), svg);
  assert.match(await read(`${repository}/badge.svg`, "ar"), /direction="rtl"/);
});

test("every check and indicator of the box has a page with its expression and its cases", async () => {
  for (const { id, record } of (await listRecords(db, "check")).items) {
    const html = await read(`/checks/${id}`);
    assert.equal(from(html, "cases").match(/<tr>/g)?.length, record.cases.length + 1, id);
    assert.ok(from(html, "facts").includes("<dt>"), `${id} names the facts that it reads`);
    for (const type of record.provision_types) assert.ok(html.includes(`/en/provision-types/${type}`), `${id} ${type}`);
  }
  for (const { id, record } of (await listRecords(db, "indicator")).items)
    assert.equal(from(await read(`/indicators/${id}`), "cases").match(/<tr>/g)?.length, record.cases.length + 1, id);
  const index = await read("/checks");
  assert.ok(index.includes("/en/checks/tender-no-brand") && index.includes("/en/indicators/exceptions-for-security"));
});

test("a check's page counts what it says of each body, and who sets its parameters", async () => {
  const results = from(await read("/checks/repository-contribution-guide"), "results");
  assert.ok(results.includes("United States Congress") && results.includes("with an exception"));
  const address =
    /href="\/en(\/bodies\/us-congress\/subjects\?[^"]+outcome=not-met[^"]*)"/.exec(results)?.[1]?.replaceAll("&amp;", "&") ?? "";
  assert.match(await read(address), /1 subject</);
  const set = from(await read("/checks/repository-accepted-licence"), "parameters");
  assert.match(set, /\/en\/instruments\/[a-z0-9-]+#/);
  assert.match(set, /acceptedLicences = \[/);
});

test("the form of the list may be sent with an outcome and no check, and with another check than before", async () => {
  const all = await read(list);
  assert.equal(/(\d+) subjects</.exec(await read(`${list}?kind=&check=&outcome=not-met&words=`))?.[1], /(\d+) subjects</.exec(all)?.[1]);
  assert.ok(!(await read(`${list}?check=repository-conduct&parameters=44136fa355b3678a`)).includes('name="parameters"'));
  assert.equal((await app.request(`/en${list}?outcome=not-met`)).status, 400);
});

test("a name that is not in the page's language is marked", async () => {
  assert.match(await read(tender, "ar"), /<span lang="en" dir="auto">United States Congress<\/span>/);
});

test("these pages stand in French and Arabic too", async () => {
  for (const path of [repository, tender, list, "/checks", "/checks/tender-no-brand", "/indicators/exceptions-for-security"]) {
    assert.match(await read(path, "ar"), /<html lang="ar" dir="rtl">/);
    await read(path, "fr");
  }
});

for (const path of [
  "/subjects/0000000000000000",
  "/subjects/x",
  "/subjects/__proto__",
  "/bodies/none/subjects",
  "/bodies/none/subjects.csv",
  "/checks/none",
  "/indicators/none",
  "/subjects/x/badge.svg",
  `${list}?page=9`,
])
  test(`${path} is not there, and is told so`, async () => {
    const answer = await app.request(`/en${path}`);
    assert.equal(answer.status, 404);
    assert.ok(!(await answer.text()).includes("<script>alert"));
  });

for (const question of [
  "?kind=house",
  "?outcome=met",
  "?check=none",
  "?check=tender-no-brand&outcome=good",
  "?parameters=0000000000000000",
  "?check=tender-no-brand&parameters=x",
  `?words=${"w".repeat(201)}`,
  "?page=0",
  `?kind=${encodeURIComponent(hostile)}`,
])
  test(`a list ${question.slice(0, 60)} is refused with what was expected`, async () => {
    for (const file of ["", ".csv", ".ndjson"]) {
      const answer = await app.request(`/en${list}${file}${question}`);
      assert.equal(answer.status, 400);
      const text = await answer.text();
      assert.match(text, /expected/);
      assert.match(answer.headers.get("content-type") ?? "", file ? /problem\+json/ : /html/);
      assert.ok(file || !text.includes("<script>alert"));
    }
  });

test("a badge under a policy that is not known to apply is refused", async () => {
  const answer = await app.request(`/en${repository}/badge.svg?policy=ch-embag-9`);
  assert.equal(answer.status, 400);
  assert.match(await answer.text(), /expected one of us-omb-m-16-21/);
});

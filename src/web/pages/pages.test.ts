import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestRegistry } from "../../../test/support.ts";
import type { Claim } from "../../registry/claim.ts";
import { isTextBased } from "../../registry/coding.ts";
import { findRecord, listRecords } from "../../registry/find.ts";
import { countTextBased } from "../../registry/find-coding.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { countedCodings } from "../../registry/listing.ts";
import { named } from "../../registry/nouns.ts";
import { recordAll } from "../../registry/record.ts";
import { createApp } from "../app.tsx";

const HOSTILE = '<script>alert("1")</script>';
const { db } = await openTestRegistry();
const act = (await findRecord(db, "instrument", "ch-embag-9"))?.record as Instrument;
const lesson = (await listRecords(db, "lesson", { limit: 1 })).items[0]?.record;
const row: Claim = {
  id: "csis-9001",
  collection: "csis",
  row: "row 9001",
  jurisdiction: "AD",
  title: HOSTILE,
  years: [2007],
  objectives: [],
  addresses: ["https://example.org/a"],
  languages: [],
  flags: ["displaced-year"],
  flag_note: HOSTILE,
};
assert.ok(lesson);
await recordAll(
  db,
  [
    named("instrument", {
      ...act,
      id: "xx-hostile",
      jurisdiction: "AD",
      titles: [{ language: "en", text: HOSTILE, kind: "official" }],
      relations: [],
    }),
    named("claim", row),
    named("claim-link", { claim: row.id, instrument: "ch-embag-9", verdict: "different", decided_by: "founding-team" }),
    named("lesson", {
      ...lesson,
      id: "hostile-lesson",
      titles: { en: HOSTILE },
      what_happened: { en: HOSTILE },
      outcome: "failed",
      jurisdictions: ["AD"],
      provision_types: ["sanctions"],
      instruments: ["xx-hostile"],
    }),
    named("coverage", { jurisdiction: "AD", date: "2026-11-20", who: "founding-team", outcome: "reviewed", where: [`a site ${HOSTILE}`] }),
  ],
  { who: "founding-team", why: `a test ${HOSTILE}` },
);
await recordAll(db, [named("claim", { ...row, title: "Mended title", status: "Approved" })], { who: "founding-team", why: "mended" });
await recordAll(db, [named("claim", row)], { who: "founding-team", why: "taken back" });
const app = createApp(db);

async function read(path: string, language = "en"): Promise<string> {
  const answer = await app.request(`/${language}${path}`);
  assert.equal(answer.status, 200, path);
  const html = await answer.text();
  assert.equal(html.match(/<h1[ >]/g)?.length, 1, `${path} has one h1`);
  assert.ok(!html.includes("<script>alert"), `${path} escapes what strangers wrote`);
  return html;
}

const facts: Record<string, readonly (string | RegExp)[]> = {
  "/jurisdictions": [
    "Switzerland",
    "Organisations without a region",
    /href="\/en\/instruments\?standing=reviewed&amp;jurisdiction=CH"/,
    "Not yet looked",
  ],
  "/jurisdictions?level=supranational": ["European Union"],
  "/jurisdictions/CH": [
    "17 March 2023",
    "in force",
    "/en/instruments/ch-embag-9",
    "Western Europe",
    "0.9",
    /reports? of collections? speaks? of it/,
    "3 of 3 shared",
  ],
  "/jurisdictions/AD": ["&lt;script&gt;", "20 November 2026", "/en/claims/csis-9001", "year displaced"],
  "/jurisdictions/DE-BY-MUC": ["/en/jurisdictions/DE-BY", "of Germany"],
  "/jurisdictions/VA": ["Holy See", "observer", "not known"],
  "/jurisdictions/UN": ["World Health Organization", "organisations have none"],
  "/provision-types": ["Publish new code by default", 'id="area-funding"', "must not"],
  "/provision-types/publish-new-code-by-default": [
    /art\. ?9/i,
    "/en/instruments/ch-embag-9#",
    "How it can be measured",
    "/en/instruments.atom?provision-type=publish-new-code-by-default",
    "/en/frameworks/",
  ],
  "/frameworks": ["Global Digital Compact", "What no framework covers", "/en/provision-types/sanctions", /\d+ of \d+/],
  "/frameworks/global-digital-compact": [
    "17(a)",
    "not verified",
    "United Nations General Assembly",
    "framework-item=global-digital-compact.",
  ],
  "/lessons": ["/en/lessons/hostile-lesson", "&lt;script&gt;"],
  "/lessons?jurisdiction=AD&outcome=failed&provision-type=sanctions": ["/en/lessons/hostile-lesson", /1 of \d+ lessons/],
  "/lessons/hostile-lesson": ["What happened", "/en/instruments/xx-hostile", "/en/provision-types/sanctions", "Andorra"],
  "/claims/csis-9001": [
    "row 9001",
    "CC BY 4.0",
    "looked at, but another policy",
    "/en/instruments/ch-embag-9",
    "a column of the collection slipped",
    "not said",
  ],
  "/changes": ["taken back", "<del", "Approved", "The dataset that ships with Openfirst", "/en/changes.atom", "added"],
  "/about": ['id="correct"', "CC-BY-4.0", "imply no opinion", "Global Digital Compact", "no issuing body has confirmed a reading"],
};

for (const [path, expected] of Object.entries(facts)) {
  test(`${path} says what is known`, async () => {
    const html = await read(path);
    for (const fact of expected) assert.ok(typeof fact === "string" ? html.includes(fact) : fact.test(html), `${path} says ${fact}`);
  });
}

test("a narrowed page leaves out what does not answer", async () => {
  assert.ok(!(await read("/jurisdictions?level=supranational")).includes("Switzerland"));
  assert.ok(!(await read("/lessons?outcome=worked")).includes("hostile-lesson"));
});

test("a linked report stands under its policy, not beside it", async () => {
  const links = await listRecords(db, "claim-link");
  const linked = links.items.find(({ record }) => record.instrument === "ch-embag-9" && record.verdict === "same")?.record;
  const [, reported = ""] = (await read("/jurisdictions/CH")).split('id="reported"');
  assert.ok(linked && !reported.includes(`/claims/${linked.claim}"`));
  const page = await read("/instruments/ch-embag-9");
  assert.ok(
    page.includes("Reported by") && !page.includes("not reviewed here"),
    "what is reported of a reviewed policy is not “not reviewed”",
  );
  assert.ok((await read("/jurisdictions/AD")).includes("not reviewed here"));
});

test("lists say with what force a reviewed policy speaks; a period without end claims nothing of today", async () => {
  assert.match(await read("/instruments?jurisdiction=CH&standing=reviewed"), / · [^<]+ · binding/);
  assert.match(await read("/provision-types/publish-new-code-by-default"), / · binding/);
  assert.ok((await read("/instruments/ch-embag-9")).includes("– nothing later known"));
});

test("a change that is too long for the list is read page by page", async () => {
  const shipped = /href="(\/en\/changes\?with=\d+)"/.exec(await read("/changes"))?.[1] ?? "";
  const first = await read(shipped.slice(3));
  const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
  assert.match(next, /with=\d+&below=\d+/);
  assert.notEqual(await read(next.slice(3)), first);
});

test("the share of readings that rest on the wording is the one that the instruments give", async () => {
  const { items } = await listRecords(db, "instrument");
  const counted = items.flatMap(({ record }) => countedCodings(record));
  const share = { textBased: counted.filter(({ coding }) => isTextBased(coding)).length, all: counted.length };
  assert.deepEqual(await countTextBased(db), share);
  assert.ok(
    (await read("/about")).includes(
      `${new Intl.NumberFormat("en-GB").format(share.textBased)} of ${new Intl.NumberFormat("en-GB").format(share.all)} readings`,
    ),
  );
  assert.ok(
    (await read("")).includes(`with ${new Intl.NumberFormat("en-GB").format(share.all)} readings`),
    "the first page counts the same ones",
  );
});

test("places are in the order of their names, whatever they have", async () => {
  const rows = [...(await read("/jurisdictions?level=national")).matchAll(/<th scope="row"><a [^>]*>([^<]+)</g)].map(
    (match) => match[1] ?? "",
  );
  const europe = rows.slice(rows.indexOf("Albania"), rows.indexOf("United Kingdom of Great Britain and Northern Ireland"));
  assert.ok(europe.length > 30);
  assert.deepEqual(europe, [...europe].sort(new Intl.Collator("en-GB").compare));
});

test("every reading page stands in French and Arabic too", async () => {
  for (const path of Object.keys(facts)) assert.match(await read(path, "ar"), /<html lang="ar" dir="rtl">/);
  await read("/jurisdictions/CH", "fr");
});

for (const path of [
  "/jurisdictions/XX",
  "/jurisdictions/ch",
  "/provision-types/none",
  "/frameworks/none",
  "/lessons/none",
  "/claims/none",
  "/changes?with=999999999",
  "/provision-types/publish-new-code-by-default?page=500",
  `/lessons/${encodeURIComponent(HOSTILE)}`,
  "/jurisdictions/__proto__",
]) {
  test(`${path} is not there, and is told so`, async () => {
    const answer = await app.request(`/en${path}`);
    assert.equal(answer.status, 404);
    assert.ok(!(await answer.text()).includes("<script>alert"));
  });
}

const hostile = [
  "/jurisdictions?level=planet",
  "/jurisdictions?level=national&level=municipal",
  "/lessons?outcome=good",
  `/lessons?jurisdiction=${encodeURIComponent(HOSTILE)}`,
  "/lessons?provision-type=__proto__",
  "/changes?below=-1",
  "/changes?below=1e9",
  "/changes?below=99999999999999999999",
  "/changes?with=x",
  "/provision-types/publish-new-code-by-default?page=0",
  "/provision-types/publish-new-code-by-default?page=1%20or%201",
];
for (const path of hostile) {
  test(`${path} is refused with what was expected`, async () => {
    const answer = await app.request(`/en${path}`);
    assert.equal(answer.status, 400);
    const html = await answer.text();
    assert.match(html, /expected/);
    assert.ok(!html.includes("<script>alert"));
  });
}

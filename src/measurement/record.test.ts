import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { openTestRegistry } from "../../test/support.ts";
import type { Database } from "../database/connect.ts";
import { dossier } from "../registry/dossier.ts";
import { findRecord } from "../registry/find.ts";
import { measurement } from "../registry/measurement.ts";
import { named } from "../registry/nouns.ts";
import { recordAll, recordWithin } from "../registry/record.ts";
import type { Observation } from "./fact.ts";
import { countFindings, findLooks, listFindings, listMeasuredBodies, listObservations, listSubjects } from "./find.ts";
import { listPastReadings, readBody } from "./find-reading.ts";
import { judgeAll, recordMeasurement, recordObservations, settleRemoved } from "./record.ts";
import { subjectKey } from "./subject.ts";

const { db } = await openTestRegistry();
const BODY = "us-cisa";
const said = { who: "test", why: "test" };

function item(id: string, facts: Observation["facts"], observedAt: string): Observation {
  return {
    subject: { kind: "inventory-item", id, name: id },
    observedAt,
    reader: "inventory 1",
    facts,
    places: { usageType: [{ pointer: `/releases/${id}/permissions/usageType` }] },
    notObservable: "usageType" in facts ? {} : { usageType: "the item does not say", exempt: "the item does not say" },
  };
}

function look(id: string, observedAt: string, subjects: number, body = BODY) {
  return measurement.parse({
    id,
    body,
    kind: "inventory",
    series: `${body}-code-json`,
    titles: { en: "code.json" },
    observed_at: observedAt,
    reader: "inventory 1",
    subjects,
    source: { licence: "CC0-1.0" },
  });
}

const open = { usageType: "openSource", exempt: false, public: true, repositoryUrl: "https://example.org/a" };
const closed = { usageType: "exemptByCIO", exempt: true, exemptionTextPresent: false, public: false };
const first = [item("a", open, "2025-01-01T00:00:00Z"), item("b", closed, "2025-01-01T00:00:00Z"), item("c", {}, "2025-01-01T00:00:00Z")];

test("a measurement is recorded, judged, read; again changes nothing; a later look takes its place", async () => {
  await recordAll(
    db,
    [
      named(
        "dossier",
        dossier.parse({
          id: BODY,
          instruments: [{ instrument: "us-omb-m-16-21", because: "an agency", source: "s1" }],
          sources: [{ id: "s1", address: "https://example.org", kind: "primary" }],
        }),
      ),
    ],
    said,
  );
  const recorded = await recordMeasurement(db, look("l1", "2025-01-01T00:00:00Z", 3), first, said);
  assert.equal(recorded.observations, 3);
  assert.ok(recorded.findings > 0);
  assert.deepEqual(await recordMeasurement(db, look("l1", "2025-01-01T00:00:00Z", 3), first, said), { observations: 0, findings: 0 });
  assert.deepEqual(
    (await listMeasuredBodies(db)).filter(({ body }) => body === BODY).map(({ kind, subjects }) => ({ kind, subjects })),
    [{ kind: "inventory-item", subjects: 3 }],
  );

  const reading = (await readBody(db, BODY)).find(({ instrument }) => instrument === "us-omb-m-16-21");
  const excepted = reading?.implementation.flatMap(({ figures }) => figures).find(({ id }) => id === "inventory-item-exception-reasoned");
  assert.deepEqual(excepted?.counts, { met: 0, excepted: 0, notMet: 1, notApplicable: 1, notObservable: 1, error: 0 });
  assert.equal(reading?.asOf, "2025-01-01");

  const { items } = await listSubjects(db, { body: BODY, check: "inventory-item-exception-reasoned", outcome: "not-met" }, { limit: 10 });
  assert.deepEqual(
    items.map(({ subject }) => subject),
    ["b"],
  );
  const findings = await listFindings(db, [subjectKey(BODY, "inventory-item", "b")]);
  assert.equal(findings.find(({ check }) => check === "inventory-item-published")?.outcome, "not-applicable");

  await recordMeasurement(
    db,
    look("l2", "2026-01-01T00:00:00Z", 1),
    [item("b", { ...closed, exemptionTextPresent: true }, "2026-01-01T00:00:00Z")],
    said,
  );
  assert.deepEqual(
    (await listMeasuredBodies(db)).filter(({ body }) => body === BODY).map(({ subjects }) => subjects),
    [1],
  );
  const looks = await findLooks(db, subjectKey(BODY, "inventory-item", "b"));
  assert.deepEqual(
    looks.map(({ measurement: id, current }) => ({ id, current })),
    [
      { id: "l2", current: true },
      { id: "l1", current: false },
    ],
  );
  assert.deepEqual(
    (await listPastReadings(db, BODY, "us-omb-m-16-21")).map(({ asOf }) => asOf),
    ["2025-01-01", "2026-01-01"],
  );
});

test("a registered exception turns a “not met” into compliance, on the days it covers", async () => {
  await recordMeasurement(db, look("l3", "2025-01-01T00:00:00Z", 3, "us-congress"), first, said);
  const excepted = async (until: string) => {
    const stated = dossier.parse({
      id: "us-congress",
      exceptions: [
        {
          id: "e1",
          about: { kind: "inventory-item", subject: "b" },
          reason: "exception-security",
          approved_by: "CIO",
          approved_on: "2024-06",
          until,
          text: "…",
          source: "s1",
        },
      ],
      sources: [{ id: "s1", address: "https://example.org", kind: "primary" }],
    });
    const counted = await countFindings(db, { body: "us-congress", check: "inventory-item-exception-reasoned" }, () => stated);
    return counted[0]?.counts.excepted;
  };
  assert.equal(await excepted("2026-01-01"), 1);
  assert.equal(await excepted("2024-12-31"), 0);
});

test("a subject named twice, or another number than the measurement says, records nothing", async () => {
  const twice = [first[0], first[0]] as Observation[];
  await assert.rejects(recordMeasurement(db, look("l4", "2025-01-01T00:00:00Z", 2), twice, said), /names a subject twice/);
  await assert.rejects(recordMeasurement(db, look("l4", "2025-01-01T00:00:00Z", 7), first, said), /says 7 subjects and has 3/);
  assert.equal(await countOf(db, "l4"), 0);
});

const REASONED = "inventory-item-exception-reasoned";
const exceptionOf = (about: object) => ({
  id: "e1",
  about,
  reason: "exception-security",
  approved_by: "CIO",
  approved_on: "2024-06",
  text: "…",
  source: "s1",
});
const dossierOf = (id: string, more: object) =>
  dossier.parse({ id, sources: [{ id: "s1", address: "https://example.org", kind: "primary" }], ...more });

test("an exception before one instrument leaves the reading under another as it is", async () => {
  const body = "us-nrc";
  const under = ["us-omb-m-16-21", "us-share-it-act-2024"];
  const stated = dossierOf(body, {
    instruments: under.map((instrument) => ({ instrument, because: "an agency", source: "s1" })),
    exceptions: [exceptionOf({ check: REASONED, instrument: under[0] })],
  });
  await recordAll(db, [named("dossier", stated)], said);
  await recordMeasurement(db, look("n1", "2025-01-01T00:00:00Z", 3, body), first, said);
  const excepted = (await readBody(db, body)).map(
    ({ implementation }) => implementation.flatMap(({ figures }) => figures).find(({ id }) => id === REASONED)?.counts,
  );
  assert.deepEqual(
    excepted.map((counts) => counts && [counts.excepted, counts.notMet]),
    [
      [1, 0],
      [0, 1],
    ],
  );
});

test("another version of a check takes the place of the one before, also among what is excepted", async () => {
  const body = "us-nrc";
  const { record } = (await findRecord(db, "check", REASONED)) ?? assert.fail();
  await recordAll(db, [named("check", { ...record, version: record.version + 1 })], said);
  await db.transaction().execute((tx) => judgeAll(tx as unknown as Database));
  const stated = dossierOf(body, { exceptions: [exceptionOf({ check: REASONED })] });
  const [counted] = await countFindings(db, { body, check: REASONED }, () => stated);
  assert.deepEqual([counted?.counts.excepted, counted?.counts.notMet, counted?.checkVersion], [1, 0, record.version + 1]);
});

test("a finding that a check of the same version no longer gives is mended", async () => {
  const { record } = (await findRecord(db, "check", REASONED)) ?? assert.fail();
  const outcomes = async () =>
    (await listFindings(db, [subjectKey("us-nrc", "inventory-item", "b")]))
      .filter(({ check }) => check === REASONED)
      .map((one) => one.outcome);
  assert.deepEqual(await outcomes(), ["not-met"]);
  await recordAll(db, [named("check", { ...record, met: "exempt || true" })], said);
  await db.transaction().execute((tx) => judgeAll(tx as unknown as Database));
  assert.deepEqual(await outcomes(), ["met"]);
  await recordAll(db, [named("check", record)], said);
});

test("signs that no database keeps do not lose a look", async () => {
  const odd = item("nul\0", { name: "a\0b \ud83d c \\u0000 \u{1f600}", "k\0": { list: ["\udc00"] } }, "2025-01-01T00:00:00Z");
  await recordMeasurement(db, look("o1", "2025-01-01T00:00:00Z", 1, "us-ssa"), [odd], said);
  const [seen] = await listObservations(db, "o1");
  assert.equal(seen?.subject.id, "nul\ufffd");
  assert.deepEqual(seen?.facts, { name: "a\ufffdb \ufffd c \\u0000 \u{1f600}", "k\ufffd": { list: ["\ufffd"] } });
});

test("a measurement holds what its kind of source can", async () => {
  const tender = { ...item("t", {}, "2025-01-01T00:00:00Z"), subject: { kind: "tender", id: "t" } } as Observation;
  await assert.rejects(recordMeasurement(db, look("o2", "2025-01-01T00:00:00Z", 1, "us-ssa"), [tender], said), /holds a tender/);
});

test("a measurement that changed is recorded anew, and the series it left counts its look before", async () => {
  const body = "us-opm";
  const one = (id: string, at: string) => [item(id, open, at)];
  await recordMeasurement(db, look("p1", "2025-01-01T00:00:00Z", 1, body), one("old", "2025-01-01T00:00:00Z"), said);
  const later = look("p2", "2025-01-01T00:00:00.500Z", 1, body);
  await recordMeasurement(db, later, one("new", "2025-01-01T00:00:00.500Z"), said);
  const current = async () => (await listSubjects(db, { body }, { limit: 10 })).items.map(({ subject }) => subject);
  assert.deepEqual(await current(), ["new"], "half a second later is later");
  // As an import does: all records first, then what was seen, in one transaction.
  await db.transaction().execute(async (transaction) => {
    const tx = transaction as unknown as Database;
    const moved = { ...later, series: "another", subjects: 2 };
    await recordWithin(tx, [named("measurement", moved)], said);
    await recordObservations(tx, moved, [...one("new", "2025-01-01T00:00:00.500Z"), ...one("newer", "2025-01-01T00:00:00.500Z")], said);
  });
  assert.deepEqual(await current(), ["new", "newer", "old"]);
});

test("what a removed measurement saw counts no more", async () => {
  await db.transaction().execute(async (transaction) => {
    const tx = transaction as unknown as Database;
    await recordWithin(tx, [], { ...said, complete: ["measurement"] });
    await settleRemoved(tx);
  });
  assert.deepEqual(await listMeasuredBodies(db), []);
});

async function countOf(db: Database, id: string): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select (select count(*)::int from observations where measurement = ${id}) + (select count(*)::int from revisions where noun = 'measurement' and id = ${id}) as count`.execute(
    db,
  );
  return rows[0]?.count ?? -1;
}

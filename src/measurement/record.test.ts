import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { openTestRegistry } from "../../test/support.ts";
import type { Database } from "../database/connect.ts";
import { dossier } from "../registry/dossier.ts";
import { measurement } from "../registry/measurement.ts";
import { named } from "../registry/nouns.ts";
import { recordAll } from "../registry/record.ts";
import type { Observation } from "./fact.ts";
import { countFindings, findLooks, listFindings, listMeasuredBodies, listSubjects } from "./find.ts";
import { listPastReadings, readBody } from "./find-reading.ts";
import { recordMeasurement } from "./record.ts";
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

async function countOf(db: Database, id: string): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select (select count(*)::int from observations where measurement = ${id}) + (select count(*)::int from revisions where noun = 'measurement' and id = ${id}) as count`.execute(
    db,
  );
  return rows[0]?.count ?? -1;
}

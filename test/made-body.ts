import type { Database } from "../src/database/connect.ts";
import type { Observation } from "../src/measurement/fact.ts";
import { recordMeasurement } from "../src/measurement/record.ts";
import { dossier } from "../src/registry/dossier.ts";
import { measurement } from "../src/registry/measurement.ts";
import { named } from "../src/registry/nouns.ts";
import { recordAll } from "../src/registry/record.ts";

/** A body of the registry of which nothing is shipped; all that follows is made up. */
export const madeBody = "us-cisa";
const said = { who: "test", why: "a made-up body" };

/** Twenty entries of an inventory: of the first look 12 published, 4 not, 4 that do not say; a year later 15, 3 and 2. */
export async function recordMadeBody(db: Database, words: string): Promise<void> {
  await recordAll(db, [named("dossier", { ...statements(words), attestations: [], exceptions: [], replies: [], corrections: [] })], said);
  await recordMeasurement(db, look("2025-06-01"), items(12, 4, 4, "2025-06-01"), said);
  await recordAll(db, [named("dossier", statements(words))], said);
  await recordMeasurement(db, look("2026-06-01"), items(15, 3, 2, "2026-06-01"), said);
}

function statements(words: string) {
  const statement = { text: words, language: "en", source: "s1" };
  return dossier.parse({
    id: madeBody,
    instruments: [{ instrument: "us-omb-m-16-21", because: `an agency ${words}`, source: "s1" }],
    attestations: [
      {
        ...statement,
        id: "lead",
        provision_type: "ospo-or-lead-body",
        says: "yes",
        role: `CIO ${words}`,
        given_on: "2025-05",
        expires_on: "2100",
      },
      { ...statement, id: "training", provision_type: "civil-servant-training", says: "partly", role: "CIO", given_on: "2020-01-01" },
    ],
    exceptions: [
      {
        ...statement,
        id: "e1",
        about: { kind: "inventory-item", subject: "item-15", check: "inventory-item-published" },
        reason: "exception-security",
        approved_by: "CIO",
        approved_on: "2026-05-01",
      },
    ],
    replies: [
      { ...statement, id: "r1", about: { check: "inventory-item-published" }, role: "open-source office", given_on: "2026-05-02" },
      { ...statement, id: "r2", about: { instrument: "us-omb-m-16-21" }, role: "legal office", given_on: "2026-05-03" },
      { ...statement, id: "r3", about: { subject: "item-1" }, role: "press office", given_on: "2026-05-04" },
    ],
    corrections: [
      {
        ...statement,
        id: "k1",
        kind: "inventory-item",
        subject: "item-2",
        fact: "usageType",
        says: words,
        role: "a reader",
        given_on: "2026-05-05",
      },
    ],
    sources: [{ id: "s1", address: "https://example.org/statements", kind: "primary" }],
  });
}

function look(day: string) {
  return measurement.parse({
    id: `made-code-json-${day}`,
    body: madeBody,
    kind: "inventory",
    series: "made-code-json",
    titles: { en: `Made-up inventory of ${day}` },
    observed_at: `${day}T00:00:00Z`,
    reader: "inventory 1",
    subjects: 20,
    source: { address: "https://example.org/code.json", publisher: "Nobody", licence: "CC0-1.0", date: day },
  });
}

const published = { usageType: "openSource", exempt: false, public: true, repositoryUrl: "https://example.org/a" };
const withheld = { usageType: "openSource", exempt: false, public: false };

function items(open: number, closed: number, silent: number, day: string): Observation[] {
  const facts = [...Array(open).fill(published), ...Array(closed).fill(withheld), ...Array(silent).fill({})] as Observation["facts"][];
  return facts.map((seen, index) => ({
    subject: { kind: "inventory-item", id: `item-${index}`, name: `Item ${index}` },
    observedAt: `${day}T00:00:00Z`,
    reader: "inventory 1",
    facts: seen,
    places: { usageType: [{ pointer: `/releases/${index}/permissions/usageType` }] },
    notObservable:
      "usageType" in seen
        ? {}
        : { usageType: "the entry does not say", exempt: "the entry does not say", public: "the entry does not say" },
  }));
}

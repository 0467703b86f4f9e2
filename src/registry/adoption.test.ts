import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestRegistry } from "../../test/support.ts";
import { adoptionByGroup, adoptionByPlace, adoptionOutcomes, surveyFor } from "./adoption.ts";
import { dayOfYear, listEffect } from "./find-adoption.ts";
import type { Jurisdiction } from "./jurisdiction.ts";
import { findListing } from "./search/find-listing.ts";

const state = (id: string, more: Partial<Jurisdiction> = {}): Jurisdiction => ({
  id,
  level: "national",
  un_membership: "member",
  egdi: {},
  names: { en: id },
  ...more,
});
const row = (jurisdiction: string, certain: number, open: number) => ({ year: 2020, jurisdiction, level: "national", certain, open });

test("each place has one outcome: certain before open, and what is held or written down after both", () => {
  const holdings = new Map(["XA", "XB", "XC"].map((id) => [id, { reviewed: 1, reported: 0 }]));
  holdings.set("XD", { reviewed: 0, reported: 2 });
  const outcomes = adoptionByPlace(["XA", "XB", "XC", "XD", "XE"], [row("XA", 1, 1), row("XB", 0, 1)], [], holdings);
  assert.deepEqual([...outcomes.values()], ["in-force", "open", "none-in-force", "reported-only", "not-yet-looked"]);
});

test("sums add up, and who is not classified stands in a group of its own", () => {
  const states = [state("XA", { region: "asia" }), state("XB", { region: "asia" }), state("XC")];
  const groups = adoptionByGroup("region", 2020, states, new Map([["XA", "in-force" as const]]));
  assert.deepEqual(
    groups.map(({ id, states: of }) => [id, of]),
    [
      ["asia", 2],
      [undefined, 1],
    ],
  );
  for (const group of groups)
    assert.equal(
      adoptionOutcomes.reduce((sum, outcome) => sum + group.counts[outcome], 0),
      group.states,
    );
});

test("digital development is told by the newest survey until the year, and by none before the first", () => {
  const states = [state("XA", { egdi: { 2010: 0.3, 2018: 0.8 } }), state("XB", { egdi: { 2010: 0.1 } })];
  assert.equal(surveyFor(2009, states), undefined);
  assert.equal(surveyFor(2017, states), "2010");
  assert.deepEqual(
    adoptionByGroup("egdi", 2017, states, new Map()).map(({ id }) => id),
    ["low", "middle"],
  );
  assert.deepEqual(
    adoptionByGroup("egdi", 2026, states, new Map()).map(({ id }) => id),
    ["very-high", undefined],
  );
  assert.deepEqual(
    adoptionByGroup("egdi", 2009, states, new Map()).map(({ id }) => id),
    [undefined],
  );
});

test("a year is counted at its last day, the present one today", () => {
  assert.equal(dayOfYear(2020, "2026-11-23"), "2020-12-31");
  assert.equal(dayOfYear(2026, "2026-11-23"), "2026-11-23");
});

test("what had effect, for certain or perhaps, is what the list of policies in force says; what nobody knows is open, and not before it can have begun", async () => {
  const { db } = await openTestRegistry();
  const rows = await listEffect(db, { from: 2004, to: 2026 }, "2026-11-23");
  for (const year of [2005, 2015, 2026]) {
    const { total } = await findListing(db, { narrow: { standing: ["reviewed"] }, inForceOn: dayOfYear(year, "2026-11-23"), limit: 1 });
    assert.equal(
      rows.filter((entry) => entry.year === year).reduce((sum, entry) => sum + entry.certain + entry.open, 0),
      total,
      String(year),
    );
  }
  const indonesia = (year: number) =>
    rows.filter((entry) => entry.year === year && entry.jurisdiction === "ID").reduce((sum, entry) => sum + entry.open, 0);
  assert.equal(indonesia(2004), 0, "the first circular is of 2005");
  assert.ok(indonesia(2015) >= 1, "what became of the circular of 2009 is not known");
});

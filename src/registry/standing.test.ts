import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { statusValues } from "./instrument.ts";
import { currentStatus, inForceOn, OPEN_END, periodsOf } from "./standing.ts";

type Given = Parameters<typeof periodsOf>[0];
const given = (dates: Given["dates"], statuses: { value: Given["statuses"][number]["value"]; from?: string }[]): Given => ({
  dates,
  statuses: statuses.map((status) => ({ confidence: "high" as const, ...status })),
});

test("a repealed text was in force from its known beginning until its repeal", () => {
  const periods = periodsOf(given({ adopted: { value: "2008-04-10", confidence: "high" } }, [{ value: "repealed", from: "2017-05-22" }]));
  assert.equal(inForceOn(periods, "2008-04-09"), "no");
  assert.equal(inForceOn(periods, "2012-01-01"), "yes");
  assert.equal(inForceOn(periods, "2017-05-22"), "no");
});

test("a year as the only date leaves every day of it open", () => {
  const periods = periodsOf(given({ adopted: { value: "2012", confidence: "low" } }, [{ value: "in-force" }]));
  assert.deepEqual(
    ["2011-12-31", "2012-07-01", "2012-12-31", "2013-01-01"].map((day) => inForceOn(periods, day)),
    ["no", "unknown", "yes", "yes"],
  );
});

test("where no date is known, no day is certain", () => {
  const periods = periodsOf(given({}, [{ value: "in-force" }]));
  assert.equal(inForceOn(periods, "1999-01-01"), "unknown");
  assert.equal(inForceOn(periods, "2026-01-01"), "unknown");
});

test("adopted, with nobody saying since when it applies, may be in force and is not called so", () => {
  const periods = periodsOf(given({ adopted: { value: "2014-01-01", confidence: "high" } }, [{ value: "adopted" }]));
  assert.equal(inForceOn(periods, "2013-12-31"), "no");
  assert.equal(inForceOn(periods, "2020-01-01"), "unknown");
});

test("an undated later status does not reach back before the one ahead of it", () => {
  const periods = periodsOf(given({}, [{ value: "in-force", from: "2010-01-01" }, { value: "unknown" }]));
  assert.equal(inForceOn(periods, "2009-01-01"), "no");
  assert.equal(inForceOn(periods, "2015-01-01"), "unknown");
});

test("a text that expired is lapsed from that day", () => {
  const text = given({ in_force: { value: "2014-01-01", confidence: "high" }, expired: { value: "2020-12-31", confidence: "high" } }, [
    { value: "in-force" },
  ]);
  assert.equal(currentStatus(text), "lapsed");
  assert.equal(inForceOn(periodsOf(text), "2021-01-01"), "no");
});

test("whatever the series: periods follow each other, each begins before it ends, and the last is open", () => {
  const day = fc
    .date({ min: new Date("1990-01-01"), max: new Date("2026-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const from = fc.option(
    fc.oneof(
      day,
      day.map((text) => text.slice(0, 4)),
      day.map((text) => text.slice(0, 7)),
    ),
    { nil: undefined },
  );
  fc.assert(
    fc.property(
      fc.array(fc.record({ value: fc.constantFrom(...statusValues), from }), { minLength: 1, maxLength: 5 }),
      fc.record({ adopted: from, in_force: from, expired: from }),
      (series, dates) => {
        const known = Object.fromEntries(
          Object.entries(dates).flatMap(([kind, value]) => (value ? [[kind, { value, confidence: "high" as const }]] : [])),
        );
        const periods = periodsOf(
          given(
            known,
            series.map(({ value, from: first }) => (first ? { value, from: first } : { value })),
          ),
        );
        assert.equal(periods.at(-1)?.toLatest, OPEN_END);
        periods.forEach((period, index) => {
          assert.ok(period.fromEarliest <= period.fromLatest);
          assert.ok(period.fromEarliest >= (periods[index - 1]?.fromEarliest ?? ""));
        });
      },
    ),
  );
});

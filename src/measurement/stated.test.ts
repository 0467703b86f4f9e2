import assert from "node:assert/strict";
import { test } from "node:test";
import { dossier } from "../registry/dossier.ts";
import { correctionsOf, exceptionFor, repliesOn } from "./stated.ts";

const by = { role: "office", text: "…", source: "s1" };
const exception = (id: string, about: object, approved_on: string, until?: string) => ({
  id,
  about,
  reason: "exception-security",
  approved_by: "CIO",
  approved_on,
  ...(until && { until }),
  text: "…",
  source: "s1",
});
const stated = dossier.parse({
  id: "xx",
  exceptions: [
    exception("one", { kind: "tender", subject: "t1", check: "c1" }, "2024", "2025-06"),
    exception("all", { check: "c2" }, "2026-03"),
    exception("before-one", { check: "c4", instrument: "xx-law" }, "2026"),
  ],
  replies: [
    { id: "to-check", about: { check: "c1" }, given_on: "2026", ...by },
    { id: "to-subject", about: { kind: "tender", subject: "t1" }, given_on: "2026", ...by },
    { id: "to-both", about: { kind: "tender", subject: "t1", check: "c1" }, given_on: "2026", ...by },
    { id: "to-another", about: { kind: "tender", subject: "t2" }, given_on: "2026", ...by },
  ],
  corrections: [{ id: "k", kind: "tender", subject: "t1", fact: "title", says: "T", given_on: "2026", ...by }],
  sources: [{ id: "s1", address: "https://example.org", kind: "primary" }],
});
const subject = { kind: "tender", id: "t1" } as const;

test("an exception covers the days from the first to the last that its dates can mean", () => {
  const on = (day: string, check = "c1") => exceptionFor(stated, subject, check, `${day}T12:00:00Z`)?.id;
  assert.deepEqual(
    ["2023-12-31", "2024-01-01", "2025-06-30", "2025-07-01"].map((day) => on(day)),
    [undefined, "one", "one", undefined],
  );
  assert.deepEqual(
    [on("2026-02-28", "c2"), on("2026-03-01", "c2"), on("2099-01-01", "c2"), on("2024-06-01", "c3")],
    [undefined, "all", "all", undefined],
  );
  assert.equal(exceptionFor(stated, { kind: "grant", id: "t1" }, "c1", "2024-06-01T00:00:00Z"), undefined);
  assert.equal(exceptionFor(undefined, subject, "c1", "2024-06-01T00:00:00Z"), undefined);
});

test("an exception that names an instrument excuses before no other", () => {
  const before = (...askedBy: string[]) => exceptionFor(stated, subject, "c4", "2026-06-01T00:00:00Z", askedBy)?.id;
  assert.deepEqual([before("xx-other", "xx-law"), before("xx-other"), before()], ["before-one", undefined, undefined]);
});

test("a reply stands with the check it answers, or with the subject where it names none", () => {
  assert.deepEqual(
    repliesOn(stated, subject, "c1").map(({ id }) => id),
    ["to-check", "to-both"],
  );
  assert.deepEqual(
    repliesOn(stated, subject).map(({ id }) => id),
    ["to-subject"],
  );
  assert.deepEqual(
    correctionsOf(stated, subject).map(({ id }) => id),
    ["k"],
  );
  assert.deepEqual(correctionsOf(stated, { kind: "tender", id: "t2" }), []);
});

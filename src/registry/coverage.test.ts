import assert from "node:assert/strict";
import { test } from "node:test";
import { type Coverage, coverageOf } from "./coverage.ts";

const entry = (outcome: Coverage["outcome"], date = "2026-11-23"): Coverage => ({
  jurisdiction: "XA",
  date,
  who: "founding-team",
  outcome,
  where: ["the gazette"],
});

test("without an entry, what is known of a place follows from what is held", () => {
  assert.equal(coverageOf("XA", []).outcome, "not-yet-looked");
  assert.equal(coverageOf("XA", [], { reviewed: 0, reported: 2 }).outcome, "reported-only");
  assert.equal(coverageOf("XA", [], { reviewed: 1, reported: 2 }).outcome, "reviewed");
});

test("what somebody wrote down wins, the newest entry first, and entries of other places do not count", () => {
  assert.equal(coverageOf("XA", [entry("looked-none-found")], { reviewed: 0, reported: 1 }).outcome, "looked-none-found");
  assert.equal(coverageOf("XA", [entry("looked-none-found", "2025"), entry("reported-only", "2026-01")]).outcome, "reported-only");
  assert.equal(coverageOf("XB", [entry("looked-none-found")]).outcome, "not-yet-looked");
});

test("an entry that found nothing does not hide a policy that has been reviewed since", () => {
  assert.equal(coverageOf("XA", [entry("looked-none-found")], { reviewed: 1, reported: 0 }).outcome, "reviewed");
});

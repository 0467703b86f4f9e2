import assert from "node:assert/strict";
import { test } from "node:test";
import type { DraftEvent } from "./event.ts";
import { entryOf } from "./trail.ts";

const fingerprints = ["3fa9c01b77de2a4011", "4faf0485d2c1b61b22"].map((start) => start.padEnd(64, "0"));
const events = fingerprints.map((fingerprint) => ({ fingerprint }) as DraftEvent);

test("a fingerprint is found as files and the registry write it: whole, begun, in groups, in capitals, with the words before it", () => {
  const shown = "4faf0485d2c1b61b";
  const pasted = [
    shown,
    fingerprints[1],
    `Trail of the draft, entries: 2; last fingerprint: ${shown}`,
    "4faf 0485 d2c1 b61b",
    `${shown.toUpperCase()}.`,
  ];
  for (const text of pasted) assert.equal(entryOf(events, text as string), 2, text);
});

test("another fingerprint is not found, and what may be of several is too short", () => {
  assert.equal(entryOf(events, "4faf0485d2c1b61c"), undefined);
  assert.equal(entryOf(events, `${fingerprints[1]}0`), undefined);
  for (const text of ["", "4faf", "cafe!", "zzzzzzzzzzzz"]) assert.equal(entryOf(events, text), "too-short", text);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { coding } from "./coding.ts";

test("a coding that nobody has stood by does not count: without a verdict it is unreviewed", () => {
  const given = { id: "c1", type: "open-source-first", strength: "must", paraphrase: "x", basis: "text", confidence: "high", source: "s1" };
  assert.equal(coding.parse(given).verdict, "unreviewed");
});

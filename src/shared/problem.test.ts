import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem, says } from "./problem.ts";

test("a sentence is told from its values, and reads as one in English", () => {
  const problem = new Problem("too-large", says`The ${says`theme`} has ${201} characters; at most ${200} are kept.`);
  assert.equal(problem.message, "The theme has 201 characters; at most 200 are kept.");
  assert.equal(problem.said.template, "The {0} has {1} characters; at most {2} are kept.");
  assert.deepEqual(structuredClone(problem.said), problem.said, "it passes between threads");
});

test("what somebody typed stays as it was, braces and all", () => {
  const typed = "{1} {0} {9} $& \\";
  assert.equal(new Problem("not-found", says`There is no “${typed}”, only ${"b"}.`).message, `There is no “${typed}”, only b.`);
  const plain = new Problem("not-found", `There is no “${typed}”.`);
  assert.equal(plain.message, `There is no “${typed}”.`);
  assert.deepEqual(plain.said.values, []);
});

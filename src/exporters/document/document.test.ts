import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Block, heading, inOrder } from "./document.ts";

const levels = (blocks: readonly Block[]) => inOrder(blocks).map((block) => (block.kind === "heading" ? block.level : 0));
const headings = (...given: number[]) => given.map((level) => heading(level, "x"));

test("articles before the first chapter stand beside it, all at one level", () => {
  assert.deepEqual(levels(headings(2, 2, 1, 2, 2, 1)), [1, 1, 1, 2, 2, 1]);
  assert.deepEqual(levels(headings(2, 2, 2)), [1, 1, 1]);
});

test("headings begin at the first level and never go down by more than one", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 })), (given) => {
      const found = levels(headings(...given));
      return found.every((level, at) => level >= 1 && level <= (found[at - 1] ?? 0) + 1 && level <= (given[at] ?? 0));
    }),
  );
});

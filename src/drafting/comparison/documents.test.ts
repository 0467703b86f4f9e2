import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type ComparedParagraph, compareDocuments, splitParagraphs } from "./documents.ts";

const joined = (paragraphs: readonly ComparedParagraph[], side: "before" | "after") =>
  paragraphs
    .filter((paragraph) => paragraph[side] !== undefined)
    .sort((one, other) => (one[side] as number) - (other[side] as number))
    .flatMap(({ stretches }) => stretches.filter(({ kind }) => kind === "kept" || kind === (side === "before" ? "removed" : "added")))
    .map(({ text }) => text)
    .join("");

const purpose = "The purpose of this law is that software paid for by the public can be used by the public.\n\n";
const officer = "Each ministry names an officer who answers for the publication of its source code within a year.\n\n";
const register = "The agency keeps a register of every exception, with its reason and the day on which it ends.\n\n";
const money = "The budget office sets aside one part in a hundred for upkeep.\n\n";

test("paragraphs are found as they are, reworded, and elsewhere; what is left was added or removed", () => {
  const before = purpose + officer + register + money;
  const after = `${register}${purpose}${officer.replace("within a year", "within six months")}Nobody else is bound.\n`;
  const told = compareDocuments(before, after, "en").map(({ outcome, before: one, after: other, moved }) => [outcome, one, other, moved]);
  assert.deepEqual(told, [
    ["same", 2, 0, true],
    ["same", 0, 1, false],
    ["changed", 1, 2, false],
    ["removed", 3, undefined, false],
    ["added", undefined, 3, false],
  ]);
});

test("a paragraph whose lines are broken elsewhere is the same", () => {
  const [only] = compareDocuments("one two\nthree\n", "one\ntwo three\n", "en");
  assert.equal(only?.outcome, "same");
});

test("what was kept, removed and added makes both texts, exactly, and every paragraph is told once", () => {
  const paragraph = fc.constantFrom(
    purpose,
    officer,
    register,
    money,
    "and\n\n",
    "\n\n \n",
    "and\n",
    officer.replace("officer", "office"),
    "x",
  );
  const text = fc.array(paragraph, { maxLength: 12 }).map((some) => some.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      assert.equal(splitParagraphs(before).join(""), before);
      const compared = compareDocuments(before, after, "en");
      assert.equal(joined(compared, "before"), before);
      assert.equal(joined(compared, "after"), after);
      assert.equal(compared.filter((one) => one.before !== undefined).length, splitParagraphs(before).length);
      assert.equal(compared.filter((one) => one.after !== undefined).length, splitParagraphs(after).length);
    }),
    { numRuns: 300 },
  );
});

test("ten thousand paragraphs, all other or all alike, are compared in bounded time", { timeout: 120_000 }, () => {
  const many = (word: (index: number) => string) => Array.from({ length: 10_000 }, (_, index) => word(index)).join("\n\n");
  for (const [before, after] of [
    [many((index) => `a${index}`), many((index) => `b${index}`)],
    [many((index) => `the same words ${index % 2} again`), many((index) => `the same words ${index % 3} again`)],
    [many((index) => `the same words ${index} again`), many((index) => `the same words ${index + 5} again and again`)],
  ] as const) {
    const compared = compareDocuments(before, after, "en");
    assert.equal(joined(compared, "after") === after, true);
    assert.equal(joined(compared, "before") === before, true);
  }
});

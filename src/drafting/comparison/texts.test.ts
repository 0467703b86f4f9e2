import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compareTexts, type Stretch } from "./texts.ts";

const marks = { kept: "", removed: "-", added: "+" };
const told = (stretches: readonly Stretch[]) =>
  stretches.map(({ kind, text }) => (marks[kind] ? `[${marks[kind]}${text}]` : text)).join("");
const side = (stretches: readonly Stretch[], without: Stretch["kind"]) =>
  stretches.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join("");

function assertWhole(before: string, after: string, language: string): Stretch[] {
  const stretches = compareTexts(before, after, language);
  assert.equal(side(stretches, "added") === before, true, "kept and removed stretches are the earlier text");
  assert.equal(side(stretches, "removed") === after, true, "kept and added stretches are the later text");
  return stretches;
}

test("whole words are shown, in every script, with their white space and signs beside them", () => {
  for (const [language, before, after, expected] of [
    ["en", "The body must publish code.", "The body may publish code.", "The body [-must][+may] publish code."],
    ["en", "It publishes code, and data.", "It publishes data.", "It publishes[- code, and] data."],
    ["fr", "L’organisme doit publier.", "L’organisme peut le publier.", "L’organisme [-doit][+peut le] publier."],
    ["ru", "Орган должен публиковать код.", "Орган может публиковать код.", "Орган [-должен][+может] публиковать код."],
    ["ru", "Орган должно публиковать.", "Орган может публиковать.", "Орган [-должно][+может] публиковать."],
    ["ar", "يجب على الجهة نشر الشفرة.", "يجوز على الجهة نشر الشفرة.", "[-يجب][+يجوز] على الجهة نشر الشفرة."],
    ["zh", "政府应当采购开源软件。", "政府可以采购开源软件。", "政府[-应当][+可以]采购开源软件。"],
    ["not a language", "one two", "one three", "one [-two][+three]"],
  ] as const)
    assert.equal(told(assertWhole(before, after, language)), expected);
});

test("small words between two that were replaced are replaced with them; a text with little in common is one change", () => {
  assert.equal(
    told(compareTexts("They should prefer the software of others.", "They must require the licences of others.", "en")),
    "They [-should prefer the software][+must require the licences] of others.",
  );
  const stretches = compareTexts(
    "Each ministry names an officer who answers for open source.",
    "Money of the State buys no closed programs unless an exception was granted for a year.",
    "en",
  );
  assert.deepEqual(
    stretches.map(({ kind }) => kind),
    ["removed", "added"],
  );
});

test("a change in line breaks alone touches no word", () => {
  const stretches = assertWhole("one two\nthree", "one\ntwo three", "en");
  assert.ok(stretches.every(({ kind, text }) => kind === "kept" || text.trim() === ""));
});

test("what was kept, removed and added makes both texts, exactly, whatever they are", () => {
  const words = fc.array(
    fc.constantFrom("a", "b", " ", "\n", ",", "must", "должно", "نشر", "软件", "e\u0301", "\ud800", "👩‍💻", "\u00a0"),
    {
      maxLength: 60,
    },
  );
  const text = fc.oneof(
    words.map((some) => some.join("")),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  fc.assert(
    fc.property(text, text, fc.constantFrom("en", "ar", "ru", "zh", "fr"), (before, after, language) => {
      const stretches = assertWhole(before, after, language);
      for (const [index, { kind, text: said }] of stretches.entries()) {
        assert.notEqual(said, "");
        assert.notEqual(kind, stretches[index - 1]?.kind);
      }
    }),
    { numRuns: 400 },
  );
});

test("a megabyte in one paragraph is compared rightly and in bounded time, whatever it is made of", { timeout: 120_000 }, () => {
  const many = (count: number, word: (index: number) => string) => Array.from({ length: count }, (_, index) => word(index)).join(" ");
  const hostile: [string, string, string][] = [
    ["no shared word", many(150_000, (index) => `a${index}`), many(150_000, (index) => `b${index}`)],
    ["one word repeated", many(250_000, (index) => (index % 3 ? "a" : "b")), many(250_000, (index) => (index % 5 ? "a" : "b"))],
    ["the same word, other length", many(400_000, () => "a"), many(200_000, () => "a")],
    ["turned round", many(150_000, (index) => `w${index}`), many(150_000, (index) => `w${150_000 - index}`)],
    ["every second word changed", many(150_000, (index) => `w${index}`), many(150_000, (index) => (index % 2 ? `w${index}` : "x"))],
    ["no spaces, Chinese", "开源软件政府采购".repeat(40_000), "政府采购开源软件".repeat(40_000)],
  ];
  for (const [name, before, after] of hostile) assertWhole(before, after, name.endsWith("Chinese") ? "zh" : "en");
});

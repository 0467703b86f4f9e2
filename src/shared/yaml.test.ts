import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { stringify } from "yaml";
import { Problem } from "./problem.ts";
import { findUnreadable } from "./readable-text.ts";
import { readYaml } from "./yaml.ts";

const levels = (count: number) => Array.from({ length: count }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n");

const refused: Record<string, [text: string, message: RegExp, line?: number]> = {
  "a NUL byte": ["a: x\0y", /NUL/],
  "a NUL that is written as an escape": ['ok: 1\na: "x\\0y"', /U\+0000/, 2],
  "half a character": ['a: "\\ud800"', /U\+D800/, 1],
  "half a character in a key": ['"\\udc00": 1', /U\+DC00/, 1],
  "a control character": ['a:\n  - "\\x1b[31m"', /U\+001B/, 2],
  "an alias bomb": [
    `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`).join("\n")}`,
    /aliases/,
    2,
  ],
  "a merge key with an alias": ["a: &x {b: 1}\nc:\n  <<: *x", /aliases/, 3],
  "a key twice": ["a: 1\nb: 2\na: 3", /“a” stands twice/, 3],
  "a key twice, written otherwise": ["1: a\n'1': b", /“1” stands twice/, 2],
  "a list as a key": ["? [a]\n: b", /expected a plain word/],
  "a tag of our own": ["a: !!js/function x", /tag/, 1],
  "a binary": ["a: !!binary aGk=", /tag/, 1],
  "a set": ["a: !!set {a, b}", /tag/, 1],
  "two documents": ["a: 1\n---\nb: 2", /multiple documents/],
  "a tab as indentation": ["a:\n\tb: 1", /[Tt]abs/, 2],
  "brackets without end": ["[".repeat(100_000), /deeper than 40/],
  "brackets in a map": [`a: ${"{a: ".repeat(60)}1${"}".repeat(60)}`, /deeper than 40/],
  "lists inside lists": [`${"- ".repeat(100_000)}a`, /nested too deeply/],
  "lists inside lists, further in": [`a:\n  ${"- ".repeat(100_000)}a`, /nested too deeply/],
  "keys inside keys": [`${"? ".repeat(100_000)}a`, /nested too deeply/],
  "maps inside maps": [levels(150), /nested deeper than 40/],
  "a quotation without end": ['a: "x', /quote/, 1],
  "a scalar of 10 MB": [`a: ${"x".repeat(10_000_000)}`, /at most 5000000/],
  "what is no YAML": ["%\n".repeat(1000), /not YAML/],
};
for (const [name, [text, message, line]] of Object.entries(refused)) {
  test(`${name} is refused with file, line and what was expected`, () => {
    assert.throws(
      () => readYaml(text, "f.yml"),
      (error) => {
        assert.ok(error instanceof Problem, String(error));
        assert.match(error.message, /^f\.yml/);
        assert.match(error.message, message);
        assert.ok(error.faults.length <= 100);
        if (line !== undefined) assert.equal(error.faults[0]?.line, line);
        return true;
      },
    );
  });
}

test("what is unusual but plain is read", () => {
  assert.deepEqual(readYaml("\uFEFFa: 1\r\nb: yes\r\n", "f.yml").value, { a: 1, b: "yes" });
  assert.deepEqual(readYaml('a: "2024-01-01"\nb: 2024-01-01', "f.yml").value, { a: "2024-01-01", b: "2024-01-01" });
  assert.equal(readYaml("", "f.yml").value, null);
  const odd = readYaml("__proto__: {polluted: true}\nconstructor: x", "f.yml").value as object;
  assert.deepEqual(Object.keys(odd), ["__proto__", "constructor"]);
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
});

test("many keys are read in a time that grows as they do", () => {
  const keys = (count: number) => Array.from({ length: count }, (_, i) => `k${i}: 1`).join("\n");
  assert.equal(Object.keys(readYaml(keys(60_000), "f.yml").value as object).length, 60_000);
});

test("a value's line is where it stands, or its nearest parent", () => {
  const { lineOf } = readYaml("a: 1\nlist:\n  - x: 1\n    y: 2\n  - x: 3\n", "f.yml");
  assert.deepEqual(
    [lineOf(["a"]), lineOf(["list", 0, "y"]), lineOf(["list", 1, "x"]), lineOf(["list", 1, "missing"]), lineOf(["none"])],
    [1, 4, 5, 5, 1],
  );
});

test("any text is read or refused with a Problem, and what was read can be kept", () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        "- ",
        "? ",
        ": ",
        "&a ",
        "*a ",
        "!t ",
        "|",
        ">",
        "'",
        '"',
        "[",
        "{",
        "]",
        "}",
        ",",
        "#",
        "\n",
        "\t",
        "  ",
        "---",
        "%",
        "\\0",
        "\\ud800",
        "<<",
        "~",
      ),
      fc.string({ unit: "binary", maxLength: 5 }),
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(
      pieces.map((parts) => parts.join("")),
      (text) => {
        try {
          const json = JSON.stringify(readYaml(text, "f.yml").value) ?? "";
          assert.ok(!/\\u0000|\\ud[89a-f]/i.test(json.replaceAll("\\\\", "")));
        } catch (error) {
          assert.ok(error instanceof Problem, String(error));
        }
      },
    ),
    { numRuns: 500 },
  );
});

test("what was written is read again", () => {
  const word = fc.string({ unit: "grapheme", maxLength: 20 }).filter((text) => findUnreadable(text) === undefined);
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      word,
      fc.integer(),
      fc.boolean(),
      fc.array(tie("any"), { maxLength: 4 }),
      fc.dictionary(word, tie("any"), { maxKeys: 4 }),
    ),
  })).any;
  fc.assert(
    fc.property(value, (given) => {
      assert.equal(JSON.stringify(readYaml(stringify(given), "f.yml").value), JSON.stringify(given));
    }),
    { numRuns: 200 },
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem } from "../../shared/problem.ts";
import { type Bindings, compileExpression, type Evaluation, type ExpressionOptions } from "./expression.ts";

const facts = JSON.parse(`{
  "licence": { "expression": "MIT", "osi": true, "similarity": 0.98, "files": [{ "path": "LICENSE" }, { "path": "COPYING", "vendor": null }] },
  "files": 3, "commits": 12, "brands": ["Oracle"], "none": [], "equivalentAllowed": null, "lastCommit": "2025-11-23T08:00:00Z",
  "__proto__": { "polluted": true }, "odd": { "constructor": "own" }
}`);

function evaluate(source: string, more: Partial<Bindings> = {}): Evaluation {
  return compileExpression(source).evaluate({
    facts,
    parameters: { accepted: ["MIT", "EUPL-1.2"], least: 2 },
    observedAt: "2026-11-23T08:00:00Z",
    ...more,
  });
}

const refused = (source: string, words: RegExp, options?: ExpressionOptions) =>
  assert.throws(
    () => compileExpression(source, options),
    (error) => error instanceof Problem && error.code === "invalid-input" && words.test(error.message),
    source,
  );

test("facts, parameters and the time of observation are variables", () => {
  const { reads, parametersRead, form } = compileExpression(
    'licence["expression"] in parameters.accepted && brands.exists(b, b == files) && has(licence.osi) && timestamp(observedAt) > timestamp(lastCommit)',
  );
  assert.deepEqual(reads, ["licence.expression", "brands", "files", "licence.osi", "lastCommit"]);
  assert.deepEqual(parametersRead, ["accepted"]);
  assert.equal(form, "compiled");
  assert.deepEqual(evaluate("licence.expression in parameters.accepted"), { value: true });
  assert.deepEqual(evaluate('timestamp(observedAt) - timestamp(lastCommit) < duration("8784h")'), { value: true });
  assert.deepEqual(evaluate("observedAt"), { value: "2026-11-23T08:00:00Z" });
});

test("a fact's number compares with whole numbers as written, in both forms", () => {
  const interpreted = " && size({'any': 1}) == 1";
  for (const comparison of [
    "files == 3",
    "files != 4",
    "3 == files",
    "files >= 3",
    "files < 4",
    "commits > files",
    "size(brands) > 0",
    "size(brands) == 1",
    "size(brands) < files",
    "licence.similarity < 1",
    "files == 3.0",
    "size(brands) + 2 == files",
    "files in [1, 2, 3]",
    "int(duration('-1.5s')) == -1",
  ]) {
    assert.deepEqual(evaluate(comparison), { value: true }, comparison);
    assert.equal(compileExpression(comparison + interpreted).form, "interpreted");
    assert.deepEqual(evaluate(comparison + interpreted), { value: true }, comparison);
  }
  const mixed = evaluate("files + 1 > 3");
  assert.ok("error" in mixed && mixed.error.includes("write 2.0"), JSON.stringify(mixed));
  assert.deepEqual(evaluate("files + 1.0 > double(size(brands))"), { value: true });
});

test("an absent fact makes the result absent unless something else decides", () => {
  const absent = (...names: string[]) => ({ absent: names });
  assert.deepEqual(evaluate("history.commits > 10"), absent("history.commits"));
  assert.deepEqual(evaluate("licence.nothing == 1 && history.commits > 10"), absent("licence.nothing", "history.commits"));
  assert.deepEqual(evaluate("history.commits > 10 && files == 4"), { value: false });
  assert.deepEqual(evaluate("history.commits > 10 || files == 3"), { value: true });
  assert.deepEqual(evaluate("files == 3 ? true : history.x"), { value: true });
  assert.deepEqual(evaluate("!(history.commits > 10)"), absent("history.commits"));
  assert.deepEqual(evaluate('licence.files.exists(f, f.path == "LICENSE" || f.missing == 1)'), { value: true });
  assert.deepEqual(evaluate("licence.files.all(f, f.missing == 1)"), absent("licence.files[].missing"));
  assert.deepEqual(evaluate("{'a': history}['a'] == 1"), absent("history"), "in the interpreted form too");
  assert.deepEqual(evaluate("{'a': licence.nothing}['a'] == 1"), absent("licence.nothing"));
});

test("has() asks whether an optional fact is there, null is a value", () => {
  assert.deepEqual(evaluate("has(licence.osi) && !has(licence.nothing) && !has(history.commits)"), { value: true });
  assert.ok("absent" in evaluate("brands.map(x, timestamp(observedAt)).exists(x, has(x.name))"), "a time has no fields, as CEL says");
  assert.deepEqual(evaluate("equivalentAllowed == null && equivalentAllowed != true"), { value: true });
  assert.deepEqual(evaluate("equivalentAllowed == true"), { value: false });
});

test("what fails is an error in words, never absence", () => {
  for (const [source, words] of [
    ["brands > 3", /> does not take \(list, int\)/],
    ['timestamp("yesterday") < timestamp(observedAt)', /"yesterday" is not a time/],
    ["1 / 0 == 1", /division by zero/],
    ["brands[5] == 'x'", /no element 5 in brands/],
    ["parameters.unset == 1", /parameters.unset is not given/],
    ["licence && true", /a condition does not take \(map\)/],
    ["brands.exists(b, b)", /a condition does not take \(string\)/],
    ["brands.contains('x')", /contains does not take \(list, string\)/],
  ] as const) {
    const said = evaluate(source);
    assert.ok("error" in said && words.test(said.error), `${source}: ${JSON.stringify(said)}`);
  }
});

test("a mistake is refused with its line, its column and what was expected", () => {
  refused("licence.osi &&\n  == 3", /Line \d, column \d+ of the expression/);
  refused("files >", /Line 1, column/);
  refused("licence.ossi", /fact licence\.ossi.*Did you mean licence\.osi\?/, { facts: [{ name: "licence.osi" }, { name: "files" }] });
  refused("licence.osi.x == 1", /licence\.osi\.x/, { facts: [{ name: "licence.osi", type: "boolean" }] });
  refused("parameters.acepted == 1", /Did you mean accepted\?/, { parameters: ["accepted"] });
  refused("size(parameters) > 0", /one of them/);
  refused("siz(brands)", /no function siz; the functions are size/);
  refused("size(brands, 1)", /expected size\(x\) or x\.size\(\)/);
  refused("brands.exists(1, true)", /expected x\.exists\(y, …\)/);
  refused("has(brands[0].x)", /has\(\) takes a path/);
  refused("Tender{title: 'x'}", /plain maps/);
  refused("'a'.matches('(')", /RE2/);
  refused("9223372036854775808 > 1", /64 bits/);
  refused("observedAt.year == 1", /timestamp\(observedAt\)/);
  const known = [{ name: "licence.expression" }, { name: "files" }, { name: "licence.files", type: "list" }];
  assert.deepEqual(compileExpression("licence.files[0].path == 'x' && licence != null && files == 3", { facts: known }).reads, [
    "licence.files",
    "licence",
    "files",
  ]);
});

test("the facts that decide are told apart from those that do not", () => {
  const bindings = { facts, parameters: {}, observedAt: "" };
  const decisive = (source: string, value: boolean) => compileExpression(source).decisive(bindings, value);
  assert.deepEqual(decisive("files == 3 && commits == 1 && brands == []", false), ["commits", "brands"]);
  assert.deepEqual(decisive("files == 3 && commits == 12", true), ["files", "commits"]);
  assert.deepEqual(decisive("files == 4 || commits == 12", true), ["commits"]);
  assert.deepEqual(decisive("!(files == 3 && commits == 12)", false), ["files", "commits"]);
  assert.deepEqual(decisive("!(files == 3 && commits == 1)", true), ["commits"]);
  assert.deepEqual(decisive("files == 3 ? commits == 1 : brands == []", false), ["files", "commits"]);
  assert.deepEqual(decisive("history.x == 1 && commits == 1", false), ["commits"]);
});

test("a day is a day in UTC, whatever zone the machine is in", () => {
  assert.deepEqual(
    evaluate(
      "[timestamp('2024-12-31T23:30:00Z').getFullYear(), timestamp('2024-12-31T23:30:00Z').getDayOfYear(), timestamp('2024-03-31T02:30:00Z').getHours()]",
    ),
    { value: [2024, 365, 2] },
  );
});

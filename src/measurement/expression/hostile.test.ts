import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem } from "../../shared/problem.ts";
import type { FactValue } from "../fact.ts";
import { compileExpression, type Evaluation } from "./expression.ts";

const many = (count: number): FactValue[] => Array.from({ length: count }, (_, index) => `element ${index}`);

function evaluate(source: string, facts: { [name: string]: FactValue }): Evaluation {
  return compileExpression(source).evaluate({ facts, parameters: {}, observedAt: "2026-11-23T08:00:00Z" });
}

const fails = (source: string, facts: { [name: string]: FactValue }, words: RegExp) => {
  const said = evaluate(source, facts);
  assert.ok("error" in said && words.test(said.error), `${source.slice(0, 80)}: ${JSON.stringify(said).slice(0, 200)}`);
};

const refused = (source: string, words: RegExp) =>
  assert.throws(
    () => compileExpression(source),
    (error) => error instanceof Problem && words.test(error.message),
    source.slice(0, 60),
  );

test("an expression too long, too deep or too large is refused before it is evaluated", () => {
  refused(`a == "${"x".repeat(2_000)}"`, /at most 2000/);
  refused(`${"(a + ".repeat(200)}a${")".repeat(200)}`, /at most 30 terms inside each other/);
  refused(`a${".b".repeat(40)}`, /at most 12 names/);
  refused(`a${".b".repeat(900)}`, /at most 500 terms/);
  refused(`a${"+a".repeat(900)}`, /at most 30 terms/);
  refused(`a in [${"1,".repeat(900)}1]`, /at most 500 terms/);
  refused(`a${"[a ? a : a]".repeat(150)}`, /at most/);
  refused("{".repeat(1_990), /nested too deeply/);
  refused("a.exists(x, x.exists(y, y.exists(z, z == 1)))", /at most 2 loops/);
  assert.deepEqual(evaluate(`${"a == 1 || ".repeat(120)}a == 2`, { a: 2 }), { value: true }, "a long chain is no depth");
});

test("loops stop when their steps are used up, and nothing absorbs that", () => {
  const facts = { names: many(2_000) };
  fails("names.all(x, names.all(y, x in names || true))", facts, /more than 1000000 steps/);
  fails("names.all(x, names.all(y, x != y || true)) || true", facts, /more than 1000000 steps/);
  fails("names.map(x, names).all(l, l == names.map(x, x))", facts, /more than 1000000 steps/);
  assert.deepEqual(evaluate("names.exists(x, x == 'element 1999')", facts), { value: true });
});

test("what only the interpreter evaluates is estimated beforehand", () => {
  const facts = { names: many(2_000) };
  fails("names.all(x, names.all(y, {'a': x}['a'] != y)) || true", facts, /may take more than 200000 steps/);
  fails("names.map(x, {'a': list}).map(x, {'b': x}) == []", facts, /may take more than/);
  fails("string(names[0]) == 'x'", { names: [nested(200)] }, /nested too deeply/);
  assert.deepEqual(evaluate("{'a': names[7]}['a'] == 'element 7'", facts), { value: true });
});

test("texts and lists that double do not grow beyond their bound", () => {
  fails(`["0123456789"]${".map(x, x + x)".repeat(20)}.size() == 1`, {}, /a text of more than 100000 characters/);
  fails(`[[1, 2]]${".map(x, x + x)".repeat(20)}.size() == 1`, {}, /a list of more than 10000 elements/);
  const doubled = `[1]${".map(x, [x, x])".repeat(22)}`;
  fails(`${doubled} == ${doubled} || true`, {}, /more than 1000000 steps/);
  fails(doubled, {}, /more than 1000000 steps/);
  fails(`["0123456789"]${".map(x, x + x)".repeat(20)}.exists(x, string(x) == 'x')`, {}, /may take more than|more than 100000/);
});

test("regular expressions are RE2's, short, and paid for", () => {
  const text = `${"a".repeat(50_000)}!`;
  assert.deepEqual(evaluate("text.matches('^(a+)+$')", { text }), { value: false });
  assert.deepEqual(evaluate("text.matches('^(a|a)*$') || text.matches('(x+x+)+y')", { text }), { value: false });
  refused(`a.matches('${"a?".repeat(101)}')`, /more than 200 characters/);
  refused("a.matches('((x{10}){10}){10}')", /too large/);
  refused("a.matches('(?=a)')", /RE2/);
  fails("text.matches(pattern)", { text, pattern: "b".repeat(500) }, /more than 200 characters/);
  fails("[1,2,3,4,5,6].exists(x, text.matches('(a|b){200}c'))", { text }, /steps/);
  fails("{'a': text}['a'].matches(pattern)", { text, pattern: "((x{10}){10}){10}" }, /too large/);
});

test("the names that every object inherits are data or absent, never code", () => {
  for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"]) {
    assert.deepEqual(evaluate(`${name} == 1`, {}), { absent: [name] });
    assert.deepEqual(evaluate(`a.${name} == 1 || a["${name}"].name == "Object"`, { a: {} }), { absent: [`a.${name}`, `a.${name}.name`] });
    assert.deepEqual(evaluate(`has(a.${name}) || "${name}" in a || has(${name}.name)`, { a: {} }), { value: false });
    assert.deepEqual(evaluate(`{'x': a.${name}}['x'] == 1`, { a: {} }), { absent: [`a.${name}`] });
    assert.deepEqual(evaluate(`a.${name} == 1 && {'x': a}['x'].${name} == 1`, { a: JSON.parse(`{"${name}": 1}`) }), { value: true });
  }
  assert.deepEqual(evaluate("a == b", { a: JSON.parse('{"__proto__": {}}'), b: { other: {} } }), { value: false });
  assert.deepEqual(evaluate("a.length == 1 || b.length == 1", { a: [1], b: "text" }), { absent: ["a.length", "b.length"] });
  assert.deepEqual(evaluate("{'x': a}['x'].typeUrl == 1", { a: { $typeName: "google.protobuf.Any" } }), {
    absent: ["an element.x.typeUrl"],
  });
});

test("facts nested without end are an error, not a crash", () => {
  fails("a == b", { a: nested(100_000), b: nested(100_000) }, /nested too deeply/);
});

test("a long number in a text is not read for minutes", () => {
  fails("int(a) > 1", { a: "9".repeat(1_000_000) }, /more than 100 characters/);
  fails("int(a) > int({'a': a}['a'])", { a: "9".repeat(10_000) }, /more than 100 characters/);
  fails("duration(a) > duration('1h')", { a: `${"9".repeat(1_000_000)}h` }, /not a duration/);
});

function nested(depth: number): FactValue {
  let value: FactValue = 1;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

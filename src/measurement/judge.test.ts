import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Check, check as checkShape } from "../registry/check.ts";
import { Problem } from "../shared/problem.ts";
import type { FactDefinitions, Observation } from "./fact.ts";
import { outcomes } from "./finding.ts";
import { compileCheck, judge } from "./judge.ts";

function checkOf(parts: Partial<Check>): Check {
  return checkShape.parse({
    id: "accepted-licence",
    version: 3,
    names: { en: "Accepted licence" },
    question: { en: "Is it under an accepted licence?" },
    subject: "repository",
    provision_types: ["publish-new-code-by-default"],
    met: "licence.expression in parameters.accepted && licence.files.exists(f, f == 'LICENSE')",
    parameters: [
      { name: "accepted", default: ["MIT", "EUPL-1.2"], meaning: { en: "SPDX identifiers" } },
      { name: "least", default: 1, meaning: { en: "files" } },
    ],
    remedy: { en: "Add a licence." },
    sources: [{ address: "https://spdx.org/licenses/" }],
    ...parts,
  });
}

const observation: Observation = {
  subject: { kind: "repository", id: "https://example.org/a" },
  observedAt: "2026-11-23T08:00:00Z",
  reader: "repository 1",
  facts: { licence: { expression: "MIT", files: ["LICENSE", "COPYING"] }, tests: { found: false }, brands: [] },
  places: {
    "licence.expression": [{ file: "LICENSE", line: 1 }],
    "licence.files[1]": [{ file: "COPYING" }],
    "tests.folders": [{ file: "test" }],
  },
  notObservable: { history: "it is a folder without git" },
};

const judged = (parts: Partial<Check>, given?: Parameters<typeof judge>[2]) => judge(compileCheck(checkOf(parts)), observation, given);

test("met and not met name the facts that decided, with value and place", () => {
  const met = judged({});
  assert.equal(met.outcome, "met");
  assert.deepEqual(met.because, [
    { fact: "licence.expression", value: "MIT", where: [{ file: "LICENSE", line: 1 }] },
    { fact: "licence.files", value: ["LICENSE", "COPYING"], where: [{ file: "COPYING" }] },
  ]);
  assert.deepEqual(met.parameters, { accepted: ["MIT", "EUPL-1.2"], least: 1 });
  assert.equal(met.remedy, undefined);
  const notMet = judged({}, { accepted: ["EUPL-1.2"] });
  assert.equal(notMet.outcome, "not-met");
  assert.deepEqual(
    notMet.because.map(({ fact }) => fact),
    ["licence.expression"],
    "only the operand that is false",
  );
  assert.deepEqual(
    [notMet.remedy, notMet.checkVersion, notMet.parameters],
    [{ en: "Add a licence." }, 3, { accepted: ["EUPL-1.2"], least: 1 }],
  );
});

test("a fact without a place of its own has those inside it, or those of its group", () => {
  const placesFor = (met: string) => judged({ met }).because[0]?.where;
  assert.deepEqual(placesFor("tests != null"), [{ file: "test" }]);
  const grouped = { ...observation, places: { licence: [{ file: "package.json", pointer: "/license" }] } };
  assert.deepEqual(judge(compileCheck(checkOf({ met: "licence.expression == 'MIT'" })), grouped).because[0]?.where, grouped.places.licence);
  assert.deepEqual(placesFor("brands == []"), []);
});

test("not applicable, not observable and error each say why", () => {
  const applies = judged({ applies: "tests.found" });
  assert.deepEqual([applies.outcome, applies.because], ["not-applicable", [{ fact: "tests.found", value: false, where: [] }]]);
  const unobserved = judged({ met: "history.commits > 10 && licence.nothing" });
  assert.equal(unobserved.outcome, "not-observable");
  assert.deepEqual(unobserved.because, [
    { fact: "history.commits", where: [], notObservable: "it is a folder without git" },
    { fact: "licence.nothing", where: [], notObservable: "repository 1 did not observe it and gave no reason" },
  ]);
  assert.equal(judged({ applies: "history.commits > 10" }).outcome, "not-observable");
  const failed = judged({ met: "licence.expression > 3" });
  assert.equal(failed.outcome, "error");
  assert.match(failed.error ?? "", /^licence\.expression > 3: > does not take \(string, int\)/);
  assert.equal(failed.because[0]?.value, "MIT");
  assert.match(judged({ met: "licence.expression" }).error ?? "", /it gave 'MIT'; expected true or false/);
});

test("an absence that did not matter is not a reason; one that was tolerated is", () => {
  assert.deepEqual(
    judged({ met: "licence.expression == 'MIT' || history.commits > 10" }).because.map(({ fact }) => fact),
    ["licence.expression"],
  );
  assert.deepEqual(judged({ met: "!has(history.commits)" }).because, [
    { fact: "history.commits", where: [], notObservable: "it is a folder without git" },
  ]);
});

test("long values are shortened and say how much is left out", () => {
  const facts = {
    list: Array.from({ length: 57 }, (_, index) => index),
    text: "x".repeat(1_500),
    map: Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`k${index}`, 1])),
  };
  const long = {
    ...observation,
    facts: { found: facts },
    places: Object.fromEntries(facts.list.map((index) => [`found.list[${index}]`, [{ line: index + 1 }]])),
  };
  const { because } = judge(compileCheck(checkOf({ met: "size(found.list) > 1 && found.text != '' && found.map != {}" })), long);
  assert.deepEqual(because[0]?.value, [...facts.list.slice(0, 20), "… 37 more"]);
  assert.deepEqual(because[0]?.where.length, 20);
  assert.equal(because[1]?.value, `${"x".repeat(1_000)}… 500 characters more`);
  assert.deepEqual(because[2]?.value, { ...Object.fromEntries(Object.entries(facts.map).slice(0, 20)), "…": "10 more" });
});

const refused = (work: () => unknown, words: RegExp) =>
  assert.throws(work, (error) => error instanceof Problem && words.test(error.message));

test("an unknown parameter, one of another type, and a check over unknown facts are refused", () => {
  refused(() => judged({}, { acepted: ["MIT"] }), /has no parameter acepted; it has accepted, least/);
  refused(() => judged({}, { accepted: "MIT" }), /accepted of check accepted-licence is a text; expected a list of texts/);
  refused(() => judged({}, { least: "2" }), /expected a number/);
  refused(() => judged({}, JSON.parse('{"__proto__": 1}')), /has no parameter __proto__/);
  const definitions: FactDefinitions = {
    kind: "repository",
    definitions: [{ name: "licence.expression", type: "string", label: { en: "Licence" }, meaning: "" }],
  };
  refused(
    () => compileCheck(checkOf({ met: "licence.expresion == 'MIT'" }), definitions),
    /Check accepted-licence, met: .*Did you mean licence\.expression/,
  );
  refused(() => compileCheck(checkOf({ applies: "licence. == 1" })), /Check accepted-licence, applies: Line 1, column/);
  refused(() => compileCheck(checkOf({ met: "parameters.other == 1" })), /parameter other/);
  refused(() => compileCheck(checkOf({ subject: "tender" }), definitions), /is about tender/);
});

test("what was judged with one set of parameters does not change when their object does", () => {
  const compiled = compileCheck(checkOf({}));
  const given = { accepted: ["MIT"] };
  const before = judge(compiled, observation, given);
  given.accepted[0] = "EUPL-1.2";
  assert.deepEqual(before.parameters.accepted, ["MIT"]);
});

test("the same inputs give the same finding, and a finding is JSON", () => {
  const value = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number || 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string()),
    fc.jsonValue({ maxDepth: 3, noUnicodeString: false }),
  );
  const facts = fc.record(
    { licence: fc.record({ expression: value, files: value }, { requiredKeys: [] }), tests: value, brands: value },
    { requiredKeys: [], noNullPrototype: true },
  );
  const expressions = [
    "licence.expression in parameters.accepted",
    "brands.exists(b, b == tests)",
    "size(brands) > 0 || tests",
    "has(licence.files) ? licence.files[0] == 'a' : tests == null",
    "string(tests) != 'x'",
    "tests && brands && licence.files",
  ];
  const compiledBefore = new Map<string, ReturnType<typeof compileCheck>>();
  const compile = (met: string, applies: string | undefined) => {
    const key = `${met} if ${applies}`;
    const compiled = compiledBefore.get(key) ?? compileCheck(checkOf({ met, ...(applies && { applies }) }));
    compiledBefore.set(key, compiled);
    return compiled;
  };
  const seen = new Set<string>();
  const property = fc.property(
    facts,
    fc.constantFrom(...expressions),
    fc.option(fc.constantFrom(...expressions), { nil: undefined }),
    (observed, met, applies) => {
      const compiled = compile(met, applies);
      const subject = { ...observation, facts: observed as Observation["facts"] };
      const finding = judge(compiled, subject);
      const text = JSON.stringify(finding);
      assert.equal(JSON.stringify(judge(compiled, structuredClone(subject))), text);
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(structuredClone(finding))));
      if (finding.outcome !== "error")
        assert.ok(finding.because.every((reason) => (reason.value === undefined) === (reason.notObservable !== undefined)));
      seen.add(finding.outcome);
    },
  );
  fc.assert(property, { numRuns: 1_000 });
  assert.deepEqual([...seen].sort(), [...outcomes].sort());
});

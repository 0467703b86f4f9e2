import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkDataset } from "../src/importers/dataset/check.ts";
import { readDataset } from "../src/importers/dataset/read.ts";
import type { Observation } from "../src/measurement/fact.ts";
import { definitionsOf } from "../src/measurement/facts/definitions.ts";
import { readIndicator } from "../src/measurement/indicator.ts";
import { compileCheck, judge } from "../src/measurement/judge.ts";

const { dataset, faults } = readDataset("dataset");
const checks = dataset.checks.map(({ value }) => value);
const indicators = dataset.indicators.map(({ value }) => value);

test("the checks and indicators in the box can be read and point to what is there", () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(checkDataset(dataset), []);
  assert.ok(checks.length >= 40, `${checks.length} checks`);
});

for (const check of checks) {
  test(`${check.id}: every case comes out as it says`, () => {
    const compiled = compileCheck(check, definitionsOf(check.subject));
    for (const { says, facts, not_observable, observed_at, parameters, outcome } of check.cases) {
      const observation: Observation = {
        subject: { kind: check.subject, id: "case" },
        observedAt: observed_at ?? "2026-11-23T00:00:00Z",
        reader: "case",
        facts: facts as Observation["facts"],
        places: {},
        notObservable: not_observable ?? {},
      };
      const finding = judge(compiled, observation, parameters);
      assert.equal(finding.outcome, outcome, `${says}: ${JSON.stringify(finding)}`);
      assert.ok(finding.because.length > 0 || outcome === "not-applicable", `${says}: gives a reason`);
    }
  });

  test(`${check.id}: every outcome that it can give has a case`, () => {
    const outcomes = new Set<string>(check.cases.map(({ outcome }) => outcome));
    for (const outcome of ["met", "not-met", "not-observable", ...(check.applies ? ["not-applicable"] : [])])
      assert.ok(outcomes.has(outcome), `no case comes out as ${outcome}`);
  });
}

for (const indicator of indicators) {
  test(`${indicator.id}: every case gives its figure`, () => {
    for (const { says, facts, observed_at, ...expected } of indicator.cases) {
      const reading = readIndicator(indicator, facts as never, observed_at ?? "2026-11-23T00:00:00Z");
      assert.ok("figure" in reading, `${says}: ${JSON.stringify(reading)}`);
      const { numerator, denominator, unknown } = reading.figure;
      assert.deepEqual({ numerator, denominator, unknown }, expected, says);
    }
  });
}

test("checks, indicators and their parameters speak English, French and Arabic", () => {
  const texts = [...checks, ...indicators].flatMap((record) => [
    record.names,
    record.question,
    ...("remedy" in record ? [record.remedy, ...record.parameters.map(({ meaning }) => meaning)] : []),
    ...(record.caveat ? [record.caveat] : []),
  ]);
  assert.deepEqual(
    texts.filter((text) => !text.en || !text.fr || !text.ar),
    [],
  );
});

test("every provision type is measured, or docs/writing-a-check.md says why it cannot be", () => {
  const measured = new Set([...checks, ...indicators].flatMap((record) => record.provision_types));
  const guide = readFileSync("docs/writing-a-check.md", "utf8");
  const explained = new Set([...guide.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1]));
  const types = dataset.provisionTypes.map(({ value }) => value.id);
  assert.deepEqual(
    types.filter((type) => measured.has(type) === explained.has(type)),
    [],
  );
});

test("what a provision sets is a parameter of a check that speaks to its type", () => {
  const wrong = dataset.instruments.flatMap(({ value }) =>
    value.provisions.flatMap((provision) =>
      provision.codings.flatMap((coding) =>
        Object.keys(coding.parameters ?? {})
          .filter(
            (name) =>
              !checks.some(
                (check) => check.provision_types.includes(coding.type) && check.parameters.some((parameter) => parameter.name === name),
              ),
          )
          .map((name) => `${value.id} ${provision.locator}: ${name}`),
      ),
    ),
  );
  assert.deepEqual(wrong, []);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { readDataset } from "../src/importers/dataset/read.ts";
import { definitionsOf } from "../src/measurement/facts/definitions.ts";
import { observeRepository } from "../src/measurement/facts/repository/observe.ts";
import { compileCheck, judge } from "../src/measurement/judge.ts";
import { type Question, questionsOf, questionsOfFramework } from "../src/measurement/policy.ts";

const { dataset } = readDataset("dataset");
const checks = dataset.checks.map(({ value }) => value).filter(({ subject }) => subject === "repository");
const observation = await observeRepository(".");

function unmet(questions: readonly Question[]): string[] {
  assert.ok(questions.length > 0);
  return questions.flatMap(({ check, parameters }) => {
    const { outcome, because, error } = judge(compileCheck(check, definitionsOf("repository")), observation, parameters);
    return outcome === "not-met" || outcome === "error" ? [`${check.id}: ${outcome} ${error ?? JSON.stringify(because)}`] : [];
  });
}

test("this repository meets what the UN Open Source Principles ask of a repository", () => {
  const principles = dataset.frameworks.find(({ value }) => value.id === "un-open-source-principles")?.value;
  assert.ok(principles);
  assert.deepEqual(unmet(questionsOfFramework(principles, checks)), []);
});

for (const id of ["fr-politique-contribution-os", "it-agid-guidelines-2019"])
  test(`this repository meets what ${id} asks of a repository`, () => {
    const policy = dataset.instruments.find(({ value }) => value.id === id)?.value;
    assert.ok(policy);
    assert.deepEqual(unmet(questionsOf(policy, checks)), []);
  });

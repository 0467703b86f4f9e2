import assert from "node:assert/strict";
import { test } from "node:test";
import type { Asked } from "../measurement/asked.ts";
import type { CountedFindings } from "../measurement/find.ts";
import { mendFirst } from "./mend-first.ts";

const asked = (check: string, strength: string | undefined, parametersKey = "own", status = "in-force") =>
  ({
    check: { id: check, provision_types: ["type"] },
    parametersKey,
    provisions: ["p"],
    policy: strength
      ? {
          instrument: {
            dates: {},
            statuses: [{ value: status }],
            provisions: [{ id: "p", codings: [{ verdict: "accepted", type: "type", strength }] }],
          },
        }
      : { framework: {} },
  }) as unknown as Asked;

const found = (check: string, notMet: number, parametersKey = "own") =>
  ({ check, parametersKey, counts: { notMet } }) as unknown as CountedFindings;

const ids = (list: ReturnType<typeof mendFirst>) => list.map(({ check, finding }) => `${check.id} ${finding.parametersKey}`);

test("what a must asks stands first, then what more subjects lack, then what no text asks", () => {
  const questions = [
    asked("a", "should"),
    asked("b", "must"),
    asked("c", "must"),
    asked("d", undefined),
    asked("e", "may"),
    asked("e", "must-not"),
  ];
  const counted = [found("a", 90), found("b", 1), found("c", 7), found("d", 99), found("e", 3)];
  assert.deepEqual(ids(mendFirst(questions, counted)), ["c own", "b own", "e own", "a own", "d own"]);
});

test("what is met everywhere is not on the list; what a text asks in its own way is not asked once more by default", () => {
  const questions = [asked("a", "must", "set"), asked("a", undefined, "own"), asked("b", "must")];
  assert.deepEqual(ids(mendFirst(questions, [found("a", 2, "own"), found("a", 1, "set"), found("b", 0)])), ["a set"]);
});

test("what a text only allows is not on the list; a must of a text that is not in force does not come first", () => {
  const questions = [
    asked("a", "may"),
    asked("b", "must", "own", "proposed"),
    asked("c", "should"),
    asked("d", "may"),
    asked("d", undefined),
  ];
  const list = mendFirst(questions, [found("a", 50), found("b", 40), found("c", 1), found("d", 9)]);
  assert.deepEqual(ids(list), ["c own", "b own"]);
});

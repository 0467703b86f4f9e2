import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import {
  bootstrapInterval,
  isPair,
  type Judgements,
  kappa,
  paths,
  rawAgreement,
  readAlignment,
  report,
} from "../scripts/coding-agreement.ts";

const times = (n: number, first: string, second: string): Judgements => Array.from({ length: n }, () => [first, second] as const);

test("kappa of a table worked by hand", () => {
  const pairs = [...times(20, "yes", "yes"), ...times(5, "yes", "no"), ...times(10, "no", "yes"), ...times(15, "no", "no")];
  assert.equal(rawAgreement(pairs), 0.7);
  assert.ok(Math.abs(kappa(pairs) - 0.4) < 1e-12);
});

test("full agreement on several values is 1, agreement by chance alone is 0", () => {
  assert.equal(kappa([...times(3, "must", "must"), ...times(2, "may", "may")]), 1);
  assert.equal(kappa([...times(1, "a", "a"), ...times(1, "a", "b"), ...times(1, "b", "a"), ...times(1, "b", "b")]), 0);
  assert.ok(Number.isNaN(kappa(times(4, "must", "must"))));
});

test("the interval is the same on every run and holds the value", () => {
  const groups = [
    [...times(5, "a", "a"), ...times(1, "a", "b")],
    [...times(4, "b", "b"), ...times(2, "b", "a")],
    [...times(3, "a", "a"), ...times(3, "b", "b")],
  ];
  const [low, high] = bootstrapInterval(groups);
  assert.deepEqual(bootstrapInterval(groups), [low, high]);
  const value = kappa(groups.flat());
  assert.ok(low <= value && value <= high);
});

test("every coding of the second reading stands once in the alignment, as it was written", () => {
  const rows = readAlignment();
  for (const instrument of new Set(rows.map((row) => row.instrument))) {
    const written: { type: string; strength: string }[] = parse(
      readFileSync(new URL(`../dataset/second-coding/${instrument}.csv`, import.meta.url)),
      { columns: true },
    );
    const listed = rows
      .filter((row) => row.instrument === instrument && row.second_rows !== "")
      .flatMap((row) => row.second_rows.split(" ").map((number) => ({ number: Number(number), row })));
    assert.deepEqual(
      listed.map(({ number }) => number).sort((a, b) => a - b),
      written.map((_, index) => index + 1),
      instrument,
    );
    for (const { number, row } of listed)
      assert.deepEqual(
        [row.second_type, row.second_strength],
        [written[number - 1]?.type, written[number - 1]?.strength],
        `${instrument} ${number}`,
      );
  }
});

test("every pair is settled, and a pair that agrees is settled as it stands", () => {
  for (const row of readAlignment().filter(isPair)) {
    assert.notEqual(row.settled_type, "", row.unit);
    assert.notEqual(row.settled_strength, "", row.unit);
    if (row.first_type === row.second_type) assert.equal(row.settled_type, row.first_type, row.unit);
    if (row.first_type !== row.second_type || row.first_strength !== row.second_strength) assert.notEqual(row.note, "", row.unit);
  }
});

test("the published page does not lag behind the data", () => {
  assert.equal(readFileSync(paths.document, "utf8"), report(readAlignment()));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { figureOf } from "../../measurement/figure.ts";
import { type MessageKey, translate, type Values } from "../languages/index.ts";
import type { Visit } from "../visit.ts";
import { figureText, intervalText } from "./figure.tsx";

const visit = { t: (key: MessageKey, values?: Values) => translate("en", key, values) } as Visit;
const said = (numerator: number, denominator: number, unknown = 0) => {
  const figure = figureOf(numerator, denominator, unknown);
  return [figureText(visit, figure), intervalText(visit, figure)];
};

test("a figure says counts and share, few counts alone, and what is unknown", () => {
  assert.deepEqual(said(83, 112), ["83 of 112 (74%)", undefined]);
  assert.deepEqual(said(83, 112, 5), ["83 of 112 (74%)", "5 unknown: 70% if all of it fails, 76% if all of it passes"]);
  assert.deepEqual(said(3, 4, 2), ["3 of 4", "2 unknown: 3 of 6 if all of it fails, 5 if all of it passes"]);
  assert.deepEqual(said(0, 0, 7), ["nothing could be told: 7 unknown", "from none to all"]);
  assert.deepEqual(said(0, 0), ["applies to nothing that was looked at", undefined]);
});

test("less than all is never 100 %, more than none never 0 %", () => {
  assert.deepEqual(said(999, 1000)[0], "999 of 1,000 (over 99%)");
  assert.deepEqual(said(1, 1000)[0], "1 of 1,000 (under 1%)");
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 100_000 }), fc.integer({ min: 1, max: 99_999 }), (denominator, part) => {
      const text = figureText(visit, figureOf(part % denominator || 1, denominator, 0));
      assert.doesNotMatch(text, /\((100|0)%\)/);
    }),
  );
});

test("an interval is rounded outwards: it never claims more than is known", () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.integer({ min: 10, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (part, denominator, unknown) => {
      const numerator = part % (denominator + 1);
      const [low = Number.NaN, high = Number.NaN] = [...(said(numerator, denominator, unknown)[1] ?? "").matchAll(/(\d+)%/g)].map((match) =>
        Number(match[1]),
      );
      const all = denominator + unknown;
      assert.ok(low / 100 <= numerator / all + 1e-9 && high / 100 >= (numerator + unknown) / all - 1e-9 && high <= 100);
    }),
  );
});

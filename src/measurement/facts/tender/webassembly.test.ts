import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assembled, below, byteAt, call, during, give, memoryOf, plus, program, putByte, set, times } from "./webassembly.ts";

test("numbers of any size are written so that they are read as what they are", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.integer(), (one, other, given) => {
      const { sum } = assembled({ sum: program(1, (value) => [give(plus(times(value, one), other))]) })(memoryOf(1), {});
      assert.equal(sum(given), (Math.imul(given, one) + other) | 0);
    }),
  );
});

test("programs call one another and functions from outside, over one memory", () => {
  const memory = memoryOf(70_000);
  const { fill } = assembled(
    {
      fill: program(2, (from, end, at) => [
        set(at, from),
        during(below(at, end), putByte(at, call("next", call("told", at))), set(at, plus(at, 1))),
        give(byteAt(from, 300)),
      ]),
      next: program(1, (value) => [give(plus(value, 1))]),
    },
    { told: 1 },
  )(memory, { told: (at) => (at as number) * 2 });
  assert.equal(fill(65_000, 65_400), (65_300 * 2 + 1) & 255);
  assert.deepEqual([...new Uint8Array(memory.buffer, 64_999, 3)], [0, (65_000 * 2 + 1) & 255, (65_001 * 2 + 1) & 255]);
  assert.equal(memory.buffer.byteLength, 2 * 65_536);
});

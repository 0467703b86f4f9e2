import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { endOfPlain, hold, NOWHERE, pastBlank, pastValue } from "./grammar.ts";

const bytes = fc.uint8Array({ maxLength: 40 });

test("the plain part of a string ends at the first quotation mark, backslash or control character, wherever it begins", () => {
  fc.assert(
    fc.property(bytes, fc.nat(40), (line, from) => {
      hold(line);
      const start = Math.min(from, line.length);
      const end = line.findIndex((byte, at) => at >= start && (byte < 0x20 || byte === 0x22 || byte === 0x5c));
      assert.equal(endOfPlain(start), end === -1 ? line.length : end);
    }),
    { numRuns: 3000 },
  );
});

test("a value is passed over where JSON.parse takes it, and nowhere else", () => {
  const pieces = fc.constantFrom('"', "\\", "u", "00e9", "a", "{", "}", "[", "]", ":", ",", " ", "\t", "1", "0", "-", ".", "e", "true", "false", "null", '"a"', '{"a":', "\u0001", "é"); // biome-ignore format: a list
  const written = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")),
    fc.json(),
    fc.tuple(fc.json(), fc.nat(60), pieces).map(([json, at, piece]) => json.slice(0, at) + piece + json.slice(at + 1)),
  );
  let taken = 0;
  fc.assert(
    fc.property(written, (text) => {
      const line = Buffer.from(text);
      hold(line);
      const is = pastBlank(pastValue(pastBlank(0), 0)) === line.length;
      if (is) taken++;
      assert.equal(is, isJson(text), text);
    }),
    { numRuns: 5000 },
  );
  assert.ok(taken > 1000 && taken < 4500, `${taken} of 5000 were JSON`);
});

test("what is too deep or too long is left to the parser", () => {
  const nested = (depth: number) => Buffer.from("[".repeat(depth) + "]".repeat(depth));
  assert.ok(hold(nested(60)));
  assert.equal(pastValue(0, 0), 120);
  assert.ok(hold(nested(61)));
  assert.equal(pastValue(0, 0), NOWHERE);
  assert.ok(!hold(Buffer.alloc((1 << 20) + 1)));
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { packageRoot } from "../../../shared/package-root.ts";
import type { Fault } from "../../../shared/problem.ts";
import { observeNotice } from "./facts.ts";
import { readJson, readLine } from "./line.ts";
import { particulars } from "./ocds.ts";
import { DOUBT, scannerOf, type Wanted } from "./scan.ts";

const shared = join(packageRoot, "../shared/data/procurement");

/** What a line shows, its faults in place of what is not there. */
function shown(read: typeof readLine, line: Buffer): string {
  const faults: Fault[] = [];
  const notices = read(line, { file: "f", line: 1 }, (fault) => faults.push(fault));
  return JSON.stringify([notices.map((notice) => observeNotice(notice, "2026-01-01T00:00:00.000Z")), faults]);
}

type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

/** Writes a value as JSON in one of its many ways: by draws, keys in another order, blanks, escapes, keys twice. */
function rewritten(value: Value, draw: () => number): string {
  const gap = () => [" ", "", "", "\t", "  "][Math.floor(draw() * 5)] as string;
  if (typeof value === "string") return quoted(value, draw);
  if (Array.isArray(value)) return `[${gap()}${value.map((item) => rewritten(item, draw)).join(`${gap()},${gap()}`)}${gap()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).map((entry) => ({ entry, order: draw() }));
  if (draw() < 0.5) entries.sort((one, other) => one.order - other.order);
  const members = entries.flatMap(({ entry: [key, below] }) => {
    const member = `${quoted(key, draw)}${gap()}:${gap()}${rewritten(below, draw)}`;
    return draw() < 0.02 ? [`${JSON.stringify(key)}: "overwritten"`, member] : [member];
  });
  return `{${gap()}${members.join(`${gap()},${gap()}`)}${gap()}}`;
}

function quoted(text: string, draw: () => number): string {
  if (draw() < 0.7) return JSON.stringify(text);
  const signs = [
    ...JSON.stringify(text)
      .slice(1, -1)
      .matchAll(/\\u[0-9a-f]{4}|\\.|[\s\S]/gu),
  ].map(([sign]) => sign);
  const perhaps = (sign: string) => (sign.startsWith("\\") || draw() < 0.8 ? sign : sign === "/" ? "\\/" : units(sign));
  return `"${signs.map(perhaps).join("")}"`;
}

const units = (sign: string): string =>
  [...Array(sign.length).keys()].map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");

/** A generator that the property can repeat from its seed. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const files = ["ocds-uk/releases-England.jsonl", "ocds-uk/releases-Scotland.jsonl", "ocds-uk/releases-Wales.jsonl"];

test("the first pass changes nothing, however a release is written", {
  skip: existsSync(shared) ? false : "../shared with real releases is not here",
}, () => {
  const releases = files.flatMap((file) => readFileSync(join(shared, file), "utf8").split("\n").filter(Boolean));
  const scan = scannerOf(particulars);
  const plain = releases.filter((line) => scan(Buffer.from(line)) !== DOUBT).length;
  assert.ok(plain > releases.length * 0.9, `${plain} of ${releases.length} lines are read without doubt`);
  releases.forEach((line) => {
    assert.equal(shown(readLine, Buffer.from(line)), shown(readJson, Buffer.from(line)));
  });
  fc.assert(
    fc.property(fc.nat(releases.length - 1), fc.integer(), (index, seed) => {
      const line = Buffer.from(rewritten(JSON.parse(releases[index] as string) as Value, draws(seed)));
      assert.equal(shown(readLine, line), shown(readJson, line));
    }),
    { numRuns: 300 },
  );
});

test("a line cut off or with a byte changed is at fault with and without the first pass", {
  skip: existsSync(shared) ? false : "../shared with real releases is not here",
}, () => {
  const line = Buffer.from(readFileSync(join(shared, files[0] as string), "utf8").split("\n")[2] as string);
  fc.assert(
    fc.property(fc.nat(line.length - 1), fc.integer({ min: 0, max: 255 }), fc.boolean(), (at, byte, cut) => {
      const broken = cut ? line.subarray(0, at) : Buffer.from(line);
      if (!cut) broken[at] = byte;
      assert.equal(shown(readLine, broken), shown(readJson, broken));
    }),
    { numRuns: 1500 },
  );
});

test("the scanner makes of any JSON what JSON.parse makes of it, or doubts", () => {
  const wanted: Wanted = { a: "value", b: { a: "value", c: { d: "value" } }, e: {} };
  const scan = scannerOf(wanted);
  const kept = (value: Value, by: Wanted): Value => {
    if (Array.isArray(value)) return value.map((item) => kept(item, by));
    if (value === null || typeof value !== "object" || by === "value") return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => Object.hasOwn(by, key))
        .map(([key, below]) => [key, kept(below, by[key] as Wanted)]),
    );
  };
  const { tree } = fc.letrec<{ tree: Value }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<Value>(null, true, 0, -0.5, 1e21, "", "\u0000", '\\"', "\u2028é"),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ unit: "grapheme" }),
      fc.array(tie("tree"), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e", "f", "__proto__", "long key"), tie("tree"), {
        maxKeys: 5,
        noNullPrototype: true,
      }),
    ),
  }));
  let sure = 0;
  fc.assert(
    fc.property(tree, fc.integer(), (value, seed) => {
      const line = rewritten(value, draws(seed));
      const scanned = scan(Buffer.from(line));
      if (scanned === DOUBT) return;
      sure++;
      assert.deepEqual(scanned, kept(JSON.parse(line) as Value, wanted), line);
    }),
    { numRuns: 2000 },
  );
  assert.ok(sure > 500, `${sure} of 2000 were read without doubt`);
  for (const bad of [
    "",
    "{",
    "[1,]",
    '{"a":01}',
    '{"a":1}x',
    "[1 2]",
    '{"a" 1}',
    '"\\x"',
    '{"a":tru}',
    '["\n"]',
    "{,}",
    "[,1]",
    '{"a":1,}',
    "-",
    '{"f":.5}',
    '{"f":[1}]',
    '"\\u12g4"',
  ])
    assert.equal(scan(Buffer.from(bad)), DOUBT, bad);
});

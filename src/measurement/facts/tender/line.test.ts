import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { packageRoot } from "../../../shared/package-root.ts";
import type { Fault } from "../../../shared/problem.ts";
import { observeNotice } from "./facts.ts";
import { glanceAt } from "./first-pass.ts";
import { observeLine, readJson } from "./line.ts";

const shared = join(packageRoot, "../shared/data/procurement");

const observedAt = "2026-01-01T00:00:00.000Z";

/** What a line shows, its faults beside it: with the first pass, and parsed whole. */
function shown(line: Buffer, withFirstPass: boolean): string {
  const faults: Fault[] = [];
  const onFault = (fault: Fault) => faults.push(fault);
  const source = { file: "f", line: 1 };
  const tenders = withFirstPass
    ? observeLine(line, source, { observedAt, everyText: false, onFault })
    : readJson(line, source, onFault).map((notice) => observeNotice(notice, observedAt));
  return canonical({ tenders, faults });
}

/** The order of an object's members says nothing. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, below: unknown) =>
    below && typeof below === "object" && !Array.isArray(below) ? Object.fromEntries(Object.entries(below).sort()) : below,
  );

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
  const glanced = releases.filter((line) => glanceAt(Buffer.from(line)) !== undefined).length;
  assert.ok(glanced > releases.length * 0.9, `${glanced} of ${releases.length} lines are read at a glance`);
  releases.forEach((line) => {
    assert.equal(shown(Buffer.from(line), true), shown(Buffer.from(line), false));
  });
  fc.assert(
    fc.property(fc.nat(releases.length - 1), fc.integer(), (index, seed) => {
      const line = Buffer.from(rewritten(JSON.parse(releases[index] as string) as Value, draws(seed)));
      assert.equal(shown(line, true), shown(line, false));
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
      assert.equal(shown(broken, true), shown(broken, false));
    }),
    { numRuns: 1500 },
  );
});

test("a glance accepts only what JSON.parse accepts, and says what it says", () => {
  const tree = fc.letrec<{ tree: Value }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<Value>(null, true, 0, -0.5, 1e21, 2, "", "\u0000", '\\"', "\u2028é", "x"),
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("title", "id", "scheme", "classification", "items", "ocid", "__proto__", "other"), tie("tree"), {
        maxKeys: 4,
        noNullPrototype: true,
      }),
    ),
  })).tree;
  const string = fc.constantFrom("CPV", "45000000-7", "é", "a\\b", "Roads");
  const mostly = <T>(usual: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 9, arbitrary: usual as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: tree });
  const code = mostly(fc.record({ scheme: string, id: string }, { noNullPrototype: true }));
  const codes = mostly(fc.array(code, { maxLength: 3 }));
  const items = mostly(
    fc.array(fc.record({ classification: code, additionalClassifications: codes }, { requiredKeys: [], noNullPrototype: true }), {
      maxLength: 3,
    }),
  );
  const usualCode = fc.record({ scheme: fc.constant("CPV"), id: fc.constantFrom("45000000", "72000000-5") }, { noNullPrototype: true });
  const tender = fc.record(
    { title: mostly(string), classification: mostly(usualCode), additionalClassifications: codes, items },
    { requiredKeys: ["classification"], noNullPrototype: true },
  );
  const line = fc.record(
    { ocid: mostly(string), title: mostly(string), other: tree, tender: mostly(tender) },
    { requiredKeys: ["ocid", "tender"], noNullPrototype: true },
  );
  let glanced = 0;
  fc.assert(
    fc.property(line, fc.integer(), fc.nat(400), fc.integer({ min: 0, max: 400 }), (value, seed, at, byte) => {
      const written = Buffer.from(seed % 2 === 0 ? JSON.stringify(value) : rewritten(value as Value, draws(seed)));
      if (byte < 128 && at < written.length) written[at] = byte;
      if (glanceAt(written)) glanced++;
      assert.equal(shown(written, true), shown(written, false), written.toString());
    }),
    { numRuns: 1500 },
  );
  assert.ok(glanced > 100, `${glanced} of 1500 were read at a glance`);
  const bad = ["[1,]", '01', '1}', "[1 2]", '"\\x"', "tru", '["\t"]', "-", ".5", "[1}", '"\\u12g4"', "1.", "1e", "nullx", "+1", "[", '{"a"}', '{"a":}', '{,}', '{"a":1,}', "[,1]", "'a'", "NaN", ""]; // biome-ignore format: a list
  const good = ["1.5e+3", "-0", '"\\u00e9"', "[]", "{}", "null", '[[{"a":[1,"\\\\"]}]]', "0", "1E9"];
  const around = (value: string) => Buffer.from(`{"ocid":"a","x":${value},"tender":{"classification":{"scheme":"CPV","id":"45000000"}}}`);
  assert.deepEqual(
    bad.filter((value) => glanceAt(around(value))),
    [],
  );
  assert.deepEqual(
    good.filter((value) => !glanceAt(around(value))),
    [],
  );
});

test("a notice that says the same words a hundred thousand times is read in time that grows with its length", () => {
  const line = (words: string) =>
    Buffer.from(
      JSON.stringify({ ocid: "x", tender: { title: "Software", description: words, classification: { scheme: "CPV", id: "48000000" } } }),
    );
  for (const words of ["logiciel libre et software or equivalent Oracle Microsoft ", "brand name or equal ", "software\u00ad"]) {
    const began = process.cpuUsage().user;
    const observed = observeLine(
      line(words.repeat(1.5e6 / words.length)),
      { file: "x" },
      { observedAt: "2026-11-23", everyText: false, onFault: ({ message }) => assert.fail(message) },
    );
    assert.equal(observed.length, 1);
    assert.ok(process.cpuUsage().user - began < 8e6, words);
  }
});

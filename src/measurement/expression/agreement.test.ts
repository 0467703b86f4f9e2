import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compileTerm, type Run, type Step } from "./compile.ts";
import { interpret } from "./interpret.ts";
import { startCounting, TooCostly } from "./limits.ts";
import { read } from "./read.ts";
import { isCompiled, readsOf } from "./term.ts";
import { Timed } from "./time.ts";
import { Fault, type Value } from "./values.ts";

const one = <Item>(...items: Item[]) => fc.constantFrom(...items);

const words = one(
  "",
  "a",
  "MIT",
  "é",
  "日本",
  "👍🏽",
  "constructor",
  "2026-01-31T12:00:00Z",
  "0001-01-01T00:00:00Z",
  "2024-02-29",
  "1h30m",
  "12",
  "a.b",
  "Zoë",
);
const numbers = fc.oneof(one(0, 1, 2, 3, -1, 1.5, -0, 1e300, 2 ** 53, 2 ** 63), fc.double({ noNaN: true, noDefaultInfinity: true }));
const anything = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    one<Value>(null, true, false),
    words,
    numbers,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(one("name", "score", "tags", "__proto__", "constructor", "toString", "1"), tie("value"), { maxKeys: 4 }),
  ),
})).value;

const item = fc.record({ name: words, score: numbers, tags: fc.array(words, { maxLength: 3 }), part: anything }, { requiredKeys: [] });
/** Mostly what a check expects, sometimes anything else, sometimes nothing. */
const mostly = (usual: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 5, arbitrary: usual as fc.Arbitrary<Value> }, { weight: 1, arbitrary: anything });
const facts = fc.record(
  {
    files: mostly(numbers),
    osi: mostly(fc.boolean()),
    text: mostly(words),
    brands: mostly(fc.array(words, { maxLength: 5 })),
    items: mostly(fc.array(item, { maxLength: 4 })),
    licence: mostly(
      fc.record(
        {
          expression: words,
          osi: fc.boolean(),
          share: numbers,
          files: fc.array(item, { maxLength: 3 }),
          equivalent: one(null, true, false),
        },
        { requiredKeys: [] },
      ),
    ),
    constructor: anything,
  },
  { requiredKeys: [] },
) as unknown as fc.Arbitrary<Run["facts"]>;
const parameters = fc.record({ accepted: fc.array(words, { maxLength: 4 }), least: numbers, deadline: words });

const quoted = (word: string) => JSON.stringify(word);
const written = (number: number) => (Number.isInteger(number) ? number.toExponential() : String(number));

/** Expressions as text, typed loosely: what fits is likelier than what does not. `scope` holds the loops' variables. */
const expressions = (variables: readonly string[], loops: number): { any: fc.Arbitrary<string>; truth: fc.Arbitrary<string> } => {
  const within = loops > 0 ? expressions([...variables, variables.length === 0 ? "x" : "y"], loops - 1) : undefined;
  const body = (kind: "any" | "truth") => within?.[kind] ?? one("true");
  const paths = [
    "files",
    "osi",
    "text",
    "brands",
    "items",
    "licence",
    "licence.expression",
    "licence.osi",
    "licence.share",
    "licence.files",
    'licence["equivalent"]',
    "licence.files[0].name",
    "items[1]",
    "brands[0]",
    "absent",
    "absent.deep",
    "constructor",
    "licence.constructor",
    "licence.toString",
    "brands.length",
    "observedAt",
    "parameters.accepted",
    "parameters.least",
    "parameters.deadline",
  ];
  const ofVariables = variables.flatMap((name) => [name, name, `${name}.name`, `${name}.score`, `${name}.tags`, `${name}.part.name`]);
  const literals = fc.oneof(
    words.map(quoted),
    numbers.map(written),
    one(
      "null",
      "true",
      "false",
      "0",
      "1",
      "3",
      "-2",
      "10",
      "1.0",
      "0.5",
      "9007199254740993",
      "9223372036854775807",
      "[]",
      '["MIT", "a"]',
      "[1, 2.0, null]",
    ),
  );
  return fc.letrec<{ any: string; truth: string; number: string; text: string; list: string; time: string }>((tie) => {
    const any = tie("any");
    const pair = (left: fc.Arbitrary<string>, operators: readonly string[], right: fc.Arbitrary<string>) =>
      fc.tuple(left, one(...operators), right).map((parts) => `(${parts.join(" ")})`);
    const form = (parts: TemplateStringsArray, ...holes: fc.Arbitrary<string>[]) =>
      fc.tuple(...holes).map((values) => parts.reduce((text, part, index) => text + values[index - 1] + part));
    const loop = (macro: string, list: fc.Arbitrary<string>, ...bodies: fc.Arbitrary<string>[]) =>
      fc
        .tuple(list, ...bodies)
        .map(([range, ...written]) => `${range}.${macro}(${variables.length === 0 ? "x" : "y"}, ${written.join(", ")})`);
    const list = tie("list");
    const loops1 = loops > 0;
    return {
      any: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        literals,
        one(...paths, ...ofVariables),
        tie("truth"),
        tie("number"),
        tie("text"),
        list,
        tie("time"),
        form`(${tie("truth")} ? ${any} : ${any})`,
      ),
      truth: fc.oneof(
        { depthSize: "small" },
        one("osi", "licence.osi", "true", "false", ...ofVariables),
        pair(any, ["==", "!="], any),
        pair(tie("number"), ["<", "<=", ">", ">=", "=="], tie("number")),
        pair(tie("truth"), ["&&", "||"], tie("truth")),
        pair(any, ["<", ">=", "&&", "||", "in"], any),
        pair(tie("text"), ["in"], list),
        pair(one('"equivalent"', '"expression"', '"name"'), ["in"], one("licence", "items[0]", ...variables)),
        pair(tie("time"), ["<", ">", "=="], tie("time")),
        form`!(${tie("truth")})`,
        form`(${tie("truth")} ? ${tie("truth")} : ${tie("truth")})`,
        fc
          .tuple(tie("text"), one("startsWith", "endsWith", "contains"), tie("text"))
          .map(([text, name, part]) => `${text}.${name}(${part})`),
        fc
          .tuple(tie("text"), one("^[A-Z]+$", "(?i)mit", "é|日", "^(a+)+$", ""))
          .map(([text, pattern]) => `${text}.matches(${quoted(pattern)})`),
        one(
          "has(licence.expression)",
          "has(licence.equivalent)",
          "has(absent.x)",
          "has(licence.files.x)",
          "has(licence.share.x)",
          "has(licence.constructor)",
          "has(parameters.least)",
          ...variables.flatMap((name) => [`has(${name}.name)`, `has(${name}.part.name)`]),
        ),
        ...(loops1 ? ["exists", "all", "exists_one"].map((macro) => loop(macro, list, body("truth"))) : []),
      ),
      number: fc.oneof(
        { depthSize: "small" },
        one("files", "licence.share", "parameters.least", ...variables.map((name) => `${name}.score`)),
        one("0", "1", "3", "10", "1.0", "2.5", "9007199254740993", "9007199254740992.0"),
        form`int(${tie("time")})`,
        form`size(${any})`,
        form`${list}.size()`,
        pair(tie("number"), ["+", "-", "*", "/", "%"], tie("number")),
        form`double(${any})`,
        form`int(${any})`,
        form`-(${tie("number")})`,
      ),
      text: fc.oneof(
        { depthSize: "small" },
        one("text", "licence.expression", "observedAt", "parameters.deadline", ...ofVariables),
        words.map(quoted),
        pair(tie("text"), ["+"], tie("text")),
      ),
      list: fc.oneof(
        { depthSize: "small" },
        one("brands", "items", "licence.files", "parameters.accepted", "licence", ...variables.map((name) => `${name}.tags`)),
        one('["MIT", "a", "é"]', "[1, 2.0, 3]"),
        form`[${any}, ${any}]`,
        pair(list, ["+"], list),
        ...(loops1
          ? [loop("filter", list, body("truth")), loop("map", list, body("any")), loop("map", list, body("truth"), body("any"))]
          : []),
      ),
      time: fc.oneof(
        { depthSize: "small" },
        one(
          "timestamp(observedAt)",
          'timestamp("2026-01-31T12:00:00Z")',
          'timestamp("9999-12-31T23:59:59.5Z")',
          'timestamp("2020-02-30T24:00:00+14:00")',
          "timestamp(text)",
          "timestamp(parameters.deadline)",
        ),
        one(
          'duration("1h30m")',
          'duration("-1.5h")',
          'duration("90s")',
          'duration("-1.5s")',
          'duration("2562047h47m16.854775807s")',
          'duration("1.h")',
          'duration("")',
          "duration(text)",
        ),
        form`timestamp(${any})`,
        form`duration(${any})`,
        pair(tie("time"), ["+", "-"], tie("time")),
      ),
    };
  });
};

/** What both must agree on: the value, that a fact is absent, or that the expression failed. */
function outcome(step: Step, run: object): unknown {
  startCounting();
  try {
    return plain(step({ ...run, elements: [] } as unknown as Run));
  } catch (error) {
    if (error instanceof TooCostly) return "too costly";
    throw error;
  }
}

function plain(value: Value): unknown {
  if (value instanceof Fault) return value.absent.length > 0 ? "absent" : "error";
  if (value instanceof Timed) return { [value.type]: value.toString() };
  if (Array.isArray(value)) return { list: value.map(plain) };
  if (value === null || typeof value !== "object") return { value };
  return { map: Object.entries(value).map(([key, member]) => [key, plain(member)]) };
}

test("the compiled form and @bufbuild/cel agree on value, absence and error", () => {
  const runsWanted = Number(process.env.AGREEMENT_RUNS ?? 1_100);
  const { any, truth } = expressions([], 2);
  const seen = new Map<string, number>();
  const runs = fc.record({ facts, parameters, observedAt: one("2026-11-23T08:00:00Z", "2026-11-23T08:00:00.25+02:00") });
  const property = fc.property(
    fc.oneof({ weight: 4, arbitrary: truth }, { weight: 1, arbitrary: any }),
    fc.array(runs, { minLength: 20, maxLength: 20 }),
    (source, several) => {
      let reading: ReturnType<typeof read>;
      try {
        reading = read(source);
      } catch {
        return fc.pre(false);
      }
      assert.ok(isCompiled(reading.term), `${source} is not covered by the compiled form`);
      const compiled = compileTerm(reading.term);
      const judge = interpret(reading, readsOf(reading.term));
      for (const run of several) {
        const said = outcome(compiled, run);
        assert.deepEqual(said, outcome(judge, run), `${source} on ${JSON.stringify(run)}`);
        const kind = typeof said === "string" ? said : String((said as { value?: unknown }).value);
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
      return undefined;
    },
  );
  // The same expressions every time, so that a change is judged by itself; AGREEMENT_SEED and AGREEMENT_RUNS look further.
  fc.assert(property, { numRuns: runsWanted, maxSkipsPerRun: 20, seed: Number(process.env.AGREEMENT_SEED ?? 726786021) });
  const total = [...seen.values()].reduce((sum, count) => sum + count, 0);
  assert.ok(total >= 20_000, `${total} evaluations`);
  for (const kind of ["absent", "error", "true", "false"])
    assert.ok((seen.get(kind) ?? 0) > total / 50, `too few ${kind} among ${total}: ${seen.get(kind)}`);
});

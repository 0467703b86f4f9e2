import assert from "node:assert/strict";
import { test } from "node:test";
import { compareInstruments, shareOf } from "./comparison.ts";
import { type Instrument, instrument } from "./instrument.ts";
import { provisionType } from "./provision-type.ts";

const types = new Map(
  ["open-source-first", "security-exception"].map((id) => [
    id,
    provisionType.parse({
      id,
      area: id === "open-source-first" ? "procurement" : "exceptions",
      names: { en: id },
      definition: { en: id },
      indicator: { data: "x", numerator: "x", denominator: "x" },
      standing: "core",
    }),
  ]),
);

function made(id: string, read: Instrument["read"], codings: readonly object[]): Instrument {
  return instrument.parse({
    id,
    jurisdiction: "XA",
    level: "national",
    titles: [{ language: "en", text: id, kind: "official" }],
    type: "statute",
    force: { value: "binding" },
    issuing_body: "xa-parliament",
    statuses: [{ value: "in-force" }],
    read,
    sources: [{ id: "s1", address: "https://example.org/", kind: "primary" }],
    provisions: codings.map((coding, index) => ({
      id: `p${index}`,
      locator: `art. ${index + 1}`,
      codings: [{ id: `c${index}`, paraphrase: "x", confidence: "high", verdict: "accepted", source: "s1", basis: "text", ...coding }],
    })),
  });
}

const whole = made("whole", "full", [
  { type: "open-source-first", strength: "may" },
  { type: "open-source-first", strength: "must", basis: "issuer-summary", enforcement: "audit" },
]);

test("absent is said only of a text that was read whole", () => {
  const part = made("part", "partial", [{ type: "security-exception", strength: "may" }]);
  const areas = compareInstruments([whole, part], types);
  assert.deepEqual(
    areas.map(({ area, rows }) => [area, rows.map(({ cells }) => cells.map(({ outcome }) => outcome))]),
    [
      ["procurement", [["coded", "not-read"]]],
      ["exceptions", [["absent", "coded"]]],
    ],
  );
});

test("a reading that waits for a second one is neither counted nor taken for absence", () => {
  const waiting = made("waiting", "full", [{ type: "open-source-first", strength: "must", verdict: "unreviewed" }]);
  assert.deepEqual(
    compareInstruments([whole, waiting], types)[0]?.rows[0]?.cells.map(({ outcome }) => outcome),
    ["coded", "proposed"],
  );
  assert.deepEqual(shareOf(waiting), { all: 0, textBased: 0, enforced: 0 });
});

test("the strongest place stands first; shares say of how many", () => {
  const [cell] = compareInstruments([whole], types)[0]?.rows[0]?.cells ?? [];
  assert.deepEqual(cell?.outcome === "coded" && cell.places.map(({ coding }) => coding.strength), ["must", "may"]);
  assert.deepEqual(shareOf(whole), { all: 2, textBased: 1, enforced: 1 });
});

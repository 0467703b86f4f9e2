import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { check } from "../registry/check.ts";
import { dossier } from "../registry/dossier.ts";
import { instrument } from "../registry/instrument.ts";
import type { ProvisionType } from "../registry/provision-type.ts";
import { figureOfCounts, noCounts } from "./figure.ts";
import { parametersKey, questionsOf, withDefaults } from "./policy.ts";
import { expiryOf, type Known, readUnder } from "./reading.ts";

const licensed = check.parse({
  id: "repository-accepted-licence",
  version: 2,
  names: { en: "Accepted licence" },
  question: { en: "Does it bear an accepted licence?" },
  subject: "repository",
  provision_types: ["approved-licence-list", "default-licence"],
  met: "licence.expression in parameters.acceptedLicences",
  parameters: [{ name: "acceptedLicences", default: ["MIT"], meaning: { en: "accepted licences" } }],
  remedy: { en: "Add one." },
  sources: [{ address: "https://example.org" }],
});

const coding = (type: string, strength: string, more: object = {}) => ({
  id: `${type}-${strength}`,
  type,
  strength,
  paraphrase: "…",
  basis: "text",
  confidence: "high",
  verdict: "accepted",
  source: "s1",
  ...more,
});
const law = instrument.parse({
  id: "xx-law",
  jurisdiction: "CH",
  level: "national",
  titles: [{ language: "en", text: "Law", kind: "official" }],
  type: "statute",
  force: { value: "binding" },
  issuing_body: "xx-parliament",
  statuses: [{ value: "in-force" }],
  read: "partial",
  sources: [{ id: "s1", address: "https://example.org", kind: "primary" }],
  provisions: [
    {
      id: "art-1",
      locator: "1",
      codings: [coding("approved-licence-list", "must", { parameters: { acceptedLicences: ["EUPL-1.2"], other: "x" } })],
    },
    { id: "art-2", locator: "2", codings: [coding("code-inventory", "should")] },
    { id: "art-3", locator: "3", codings: [coding("exception-security", "may")] },
    { id: "art-4", locator: "4", codings: [coding("default-licence", "must", { verdict: "unreviewed" })] },
  ],
});
const types = new Map(
  [
    ["approved-licence-list", "licensing"],
    ["code-inventory", "reuse"],
    ["exception-security", "exceptions"],
  ].map(([id, area]) => [id as string, { id, area, indicator: { data: "code.json" } } as unknown as ProvisionType]),
);
const stated = dossier.parse({
  id: "xx-ministry",
  instruments: [{ instrument: "xx-law", because: "it is a federal body", source: "s1" }],
  attestations: [
    {
      id: "a1",
      provision_type: "guidance-and-helpdesk",
      says: "yes",
      role: "head of the office",
      given_on: "2024-02-29",
      text: "…",
      source: "s1",
    },
    { id: "a2", provision_type: "code-inventory", says: "partly", role: "CIO", given_on: "2026-01", text: "…", source: "s1" },
  ],
  sources: [{ id: "s1", address: "https://example.org", kind: "primary" }],
});
const known: Known = {
  instrument: law,
  dossier: stated,
  checks: [licensed],
  indicators: [],
  types,
  asOf: "2026-11-23",
  on: "2026-11-23",
  countsOf: (asked, parameters) =>
    asked.id === licensed.id && Array.isArray(parameters.acceptedLicences) && parameters.acceptedLicences[0] === "EUPL-1.2"
      ? {
          counts: { ...noCounts, met: 8, excepted: 1, notMet: 3, notObservable: 2, notApplicable: 5 },
          observedAt: "2026-11-20T00:00:00Z",
          parametersKey: "k",
        }
      : undefined,
};

test("a provision's own parameters make the question, and unreviewed codings ask nothing", () => {
  const questions = questionsOf(law, [licensed]);
  assert.deepEqual(
    questions.map(({ parameters, provisions, provisionType }) => ({ parameters, provisions, provisionType })),
    [{ parameters: { acceptedLicences: ["EUPL-1.2"] }, provisions: ["art-1"], provisionType: "approved-licence-list" }],
  );
  assert.deepEqual(withDefaults(licensed, {}), { acceptedLicences: ["MIT"] });
  assert.notEqual(parametersKey(licensed, {}), parametersKey(licensed, { acceptedLicences: ["EUPL-1.2"] }));
  assert.equal(parametersKey(licensed, {}), parametersKey(licensed, { acceptedLicences: ["MIT"] }));
});

test("a registered exception is compliance, what is not known widens the interval, what does not apply is nowhere", () => {
  const duty = readUnder(known).implementation.find(({ provision }) => provision === "art-1");
  assert.deepEqual(duty?.figures[0]?.figure, {
    numerator: 9,
    denominator: 12,
    unknown: 2,
    share: 0.75,
    low: 9 / 14,
    high: 11 / 14,
    small: false,
  });
});

test("what no data show says what it would need; an attestation stands in and never adds a figure", () => {
  const reading = readUnder(known);
  const duty = reading.implementation.find(({ provision }) => provision === "art-2");
  assert.equal(duty?.needs, "code.json");
  assert.deepEqual(duty?.attestations, ["a2"]);
  assert.deepEqual(reading.evidence, { duties: 2, measured: 1, attested: 1, notMeasurable: 0 });
});

test("permissions to except are no duties; enforceability is unknown where the text was not read whole", () => {
  const reading = readUnder(known);
  assert.deepEqual(
    reading.implementation.map(({ provision }) => provision),
    ["art-1", "art-2"],
  );
  assert.equal(reading.enforceability.find(({ fact }) => fact === "gate")?.answer, "unknown");
  assert.equal(reading.enforceability.find(({ fact }) => fact === "register-or-report")?.answer, "yes");
  const whole = readUnder({ ...known, instrument: { ...law, read: "full" } });
  assert.equal(whole.enforceability.find(({ fact }) => fact === "gate")?.answer, "no");
});

test("an attestation expires after 24 months unless it says when", () => {
  assert.equal(expiryOf({ given_on: "2024-02-29" }), "2026-02-28");
  assert.equal(expiryOf({ given_on: "2024-03-01", expires_on: "2025" }), "2025-12-31");
  assert.deepEqual(
    readUnder(known).capacity.map(({ attestation, expired }) => ({ attestation, expired })),
    [{ attestation: "a1", expired: true }],
  );
});

test("a figure's interval holds its share, and no count is lost", () => {
  const count = fc.nat({ max: 1000 });
  fc.assert(
    fc.property(
      fc.record({ met: count, excepted: count, notMet: count, notApplicable: count, notObservable: count, error: count }),
      (counts) => {
        const figure = figureOfCounts(counts);
        assert.equal(
          figure.denominator + figure.unknown + counts.notApplicable,
          Object.values(counts).reduce((sum, value) => sum + value, 0),
        );
        assert.equal(figure.small, figure.denominator < 10);
        if (figure.share === undefined) assert.equal(figure.denominator, 0);
        else assert.ok((figure.low ?? 1) <= figure.share + 1e-12 && figure.share <= (figure.high ?? 0) + 1e-12);
      },
    ),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { checkInstrument } from "../importers/dataset/check.ts";
import { questionsOf } from "../measurement/policy.ts";
import type { Check } from "../registry/check.ts";
import { dossier as dossierShape } from "../registry/dossier.ts";
import { Problem } from "../shared/problem.ts";
import type { DraftContent } from "./draft.ts";
import { parametersSetBy } from "./parameters-set.ts";
import { type AdoptionFacts, identifierFrom, publicationOf } from "./publication.ts";

const check = (id: string, type: string, parameter: string) =>
  ({ id, version: 1, provision_types: [type], parameters: [{ name: parameter, default: "", meaning: { en: "x" } }] }) as unknown as Check;
const checks = [
  check("accepted", "approved-licence-list", "acceptedLicences"),
  check("default", "default-licence", "defaultLicence"),
  check("hosted", "repository-hosting-rule", "officialAddresses"),
  check("share", "publication-quota", "leastShare"),
];
const around = {
  coder: "ministry",
  today: "2026-11-23",
  page: "https://example.org/en/instruments/x",
  checks,
  known: new Set(["de-onlinezugang"]),
};
const facts: AdoptionFacts = {
  id: "ls-open-source-decree",
  title: "Décret sur le logiciel libre",
  number: "2026-14",
  type: "decree",
  force: "binding",
  level: "national",
  jurisdiction: "LS",
  body: { name: "Ministère du numérique", english: "Ministry of Digital Affairs", kind: "ministry" },
  adopted: "2026-11-20",
  in_force: "2027-01-01",
  licence: "CC0-1.0",
  binds_body: true,
};
const article = (id: string, text: string, types: string[]): DraftContent["elements"][number] => ({
  id,
  kind: "article",
  heading: "",
  text,
  origin: { kind: "instrument", instrument: id === "e2" ? "de-onlinezugang" : "gone" },
  codings: types.map((type) => ({
    type,
    strength: "must",
    addressee: "all-public-bodies",
    by: "person",
    because: [],
    verdict: "accepted",
  })),
});
const content: DraftContent = {
  title: "Décret",
  language: "fr",
  profile: { form: "decree", capacity: "starter", addressees: [], stage: "unknown", means: [] },
  beginning: "instrument",
  derived_from: "gone",
  answers: { "licence-list": "MIT, EUPL-1.2 or GPL-3.0-or-later, in a fair way.", "licence-default": "EUPL-1.2" },
  elements: [
    { id: "p", kind: "preamble", heading: "", text: "Considérant.", origin: { kind: "own" }, codings: [] },
    { id: "c", kind: "part", heading: "Licences", text: "", origin: { kind: "own" }, codings: [] },
    article("e1", "Licences : {licence-list}.\n\nVoir [[#e2]].\n- un\n- deux", ["approved-licence-list", "approved-licence-list"]),
    article("e2", "Par défaut : {licence-default}.", ["default-licence"]),
    article("e3", "Sans type.", []),
  ],
};

test("a draft becomes an instrument that the dataset's own checks find sound, with its codings and what its blanks set", () => {
  const { body, instrument, dossier } = publicationOf(content, facts, around);
  assert.deepEqual(checkInstrument({ value: instrument, file: "x", lineOf: () => 1 } as never), []);
  assert.deepEqual(
    [body?.id, body?.names],
    ["ls-ministry-of-digital-affairs", { fr: "Ministère du numérique", en: "Ministry of Digital Affairs" }],
  );
  assert.deepEqual(
    instrument.provisions.map(({ id, locator, codings }) => [
      id,
      locator,
      codings.map(({ type, verdict, basis, coder }) => [type, verdict, basis, coder]),
    ]),
    [
      ["preamble-1", "Préambule", []],
      ["art-1", "Article 1", [["approved-licence-list", "accepted", "text", "ministry"]]],
      ["art-2", "Article 2", [["default-licence", "accepted", "text", "ministry"]]],
      ["art-3", "Article 3", []],
    ],
    "every article, the preamble too; codings only where they were accepted",
  );
  assert.deepEqual(
    ["art-3", "preamble-1"].map((id) => instrument.provisions.find((one) => one.id === id)?.wording.map(({ text }) => text)),
    [["Sans type."], ["Considérant."]],
  );
  assert.deepEqual([instrument.number, instrument.notes], ["2026-14", undefined]);
  assert.deepEqual(
    instrument.provisions.flatMap(({ codings }) => codings.map(({ paraphrase }) => paraphrase)),
    [undefined, undefined],
    "nothing is said of an article that nobody wrote",
  );
  assert.equal(
    instrument.provisions[1]?.wording[0]?.text,
    "(1) Licences : MIT, EUPL-1.2 or GPL-3.0-or-later, in a fair way..\n\n(2) Voir l’article 2.\n(a) un\n(b) deux",
  );
  assert.match(instrument.texts[0]?.content ?? "", /^Considérant\.\n\nChapitre I\. Licences\n\nArticle 1\n/);
  assert.deepEqual(
    instrument.relations,
    [{ type: "borrows-wording-from", target: "de-onlinezugang" }],
    "what the registry does not hold is not named",
  );
  assert.deepEqual(
    instrument.statuses.map(({ value, from }) => [value, from]),
    [
      ["adopted", "2026-11-20"],
      ["in-force", "2027-01-01"],
    ],
  );
  assert.ok(dossierShape.safeParse(dossier).success);
  assert.deepEqual([dossier?.id, dossier?.instruments[0]?.instrument], [body?.id, instrument.id]);
  assert.deepEqual(
    [dossier?.instruments[0]?.because, dossier?.instruments[0]?.language],
    ["Ses règles lient aussi l’organisme qui l’a édicté ; adopté le 2026-11-20, en vigueur à partir du 2027-01-01.", "fr"],
  );
  assert.equal(publicationOf(content, { ...facts, binds_body: false }, around).dossier, undefined, "issuing is not being bound");
});

test("the checks that are attached ask with what the text sets", () => {
  const { instrument } = publicationOf(content, facts, around);
  assert.deepEqual(
    questionsOf(instrument, checks).map(({ check, parameters, provisions }) => [check.id, parameters, provisions]),
    [
      ["accepted", { acceptedLicences: ["MIT", "EUPL-1.2", "GPL-3.0-or-later"] }, ["art-1"]],
      ["default", { defaultLicence: "EUPL-1.2" }, ["art-2"]],
    ],
  );
});

test("a blank sets a parameter only where the article uses it and the check has it", () => {
  const set = (text: string, type: string, answers: Record<string, string>) =>
    parametersSetBy({ heading: "", text }, type, answers, checks);
  assert.deepEqual(set("{publication-share} of it", "publication-quota", { "publication-share": "at least 62,5 %" }), {
    leastShare: 0.625,
  });
  assert.deepEqual(set("{publication-share}", "publication-quota", { "publication-share": "most of it" }), {});
  assert.deepEqual(set("{publication-share}", "publication-quota", { "publication-share": "600" }), {});
  assert.deepEqual(set("none", "publication-quota", { "publication-share": "60" }), {});
  assert.deepEqual(set("{repository-address}", "repository-hosting-rule", { "repository-address": "https://code.example.org/ls." }), {
    officialAddresses: ["https://code.example.org/ls"],
  });
  assert.deepEqual(set("{licence-default}", "approved-licence-list", { "licence-default": "MIT" }), {});
});

test("what a body's dossier says already stays, and its sources keep their names", () => {
  const first = publicationOf(content, facts, around).dossier;
  assert.ok(first);
  const held = { ...first, note: "kept" };
  const { body, dossier } = publicationOf(content, { ...facts, id: "ls-second", body: { held: held.id } }, { ...around, dossier: held });
  assert.equal(body, undefined);
  assert.equal(dossier?.note, "kept");
  assert.deepEqual(
    dossier?.instruments.map(({ instrument, source }) => [instrument, source]),
    [
      ["ls-open-source-decree", "s1"],
      ["ls-second", "s2"],
    ],
  );
});

test("an article longer than the registry quotes is cut at a word and says so; the whole text stands beside it", () => {
  const long = "mot ".repeat(3000).trim();
  const { instrument } = publicationOf({ ...content, elements: [article("e1", long, ["default-licence"])] }, facts, around);
  const wording = instrument.provisions[0]?.wording[0]?.text ?? "";
  assert.ok(wording.length <= 5000 && wording.endsWith("mot […]"), wording.slice(-20));
  assert.ok(instrument.texts[0]?.content?.includes(long));
});

test("dates that contradict each other are refused, and words make identifiers", () => {
  for (const wrong of [{ in_force: "2026-11-19" }, { published: "2020-01-01" }])
    assert.throws(
      () => publicationOf(content, { ...facts, ...wrong }, around),
      (error) => error instanceof Problem && /before it was adopted/.test(error.message),
    );
  assert.equal(identifierFrom("DE-BY Größe & Öffentliches 2027!"), "de-by-gro-e-offentliches-2027");
  assert.equal(identifierFrom("قرار", "jo policy 2026"), "jo-policy-2026");
});

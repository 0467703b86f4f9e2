import assert from "node:assert/strict";
import { test } from "node:test";
import type { Check } from "../registry/check.ts";
import { explainFinding, inOneSentence } from "./explain.ts";
import type { FactDefinitions } from "./fact.ts";
import type { Because, Finding } from "./finding.ts";

const definitions: FactDefinitions = {
  kind: "repository",
  definitions: [
    { name: "licence.expression", type: "string", label: { en: "Licence", fr: "Licence", ar: "الرخصة" }, meaning: "" },
    { name: "headers.share", type: "number", unit: "share", label: { en: "Files with a licence header" }, meaning: "" },
    { name: "history.lastCommit", type: "date", label: { en: "Last commit", fr: "Dernier commit", ar: "آخر إيداع" }, meaning: "" },
    { name: "tests.found", type: "boolean", label: { en: "Tests", fr: "Tests", ar: "الاختبارات" }, meaning: "" },
    { name: "brands", type: "list", label: { en: "Brands" }, meaning: "" },
  ],
};
const check = { names: { en: "Accepted licence" } } as unknown as Check;

function sentences(language: string, because: Because[], more: Partial<Finding> = {}): string[] {
  const finding: Finding = { check: "x", checkVersion: 1, outcome: "met", because, parameters: {}, ...more };
  return explainFinding(finding, check, definitions, language).map((reason) => inOneSentence(reason, language));
}

test("a reason names the fact, its value and its place", () => {
  assert.deepEqual(sentences("en", [{ fact: "licence.expression", value: "MIT", where: [{ file: "LICENSE", line: 1 }] }]), [
    "Licence: MIT — LICENSE, line 1",
  ]);
  const everywhere = [
    { pointer: "/tender/title", text: "Oracle or equivalent", start: 4, end: 24 },
    { file: "a.xml", xpath: "/Notice[1]", start: 4, end: 24 },
    { commit: "0123456789abcdef0123456789abcdef01234567" },
  ];
  assert.deepEqual(sentences("en", [{ fact: "brands", value: ["Oracle", "SAP"], where: everywhere }]), [
    "Brands: Oracle, SAP — /tender/title: “Oracle or equivalent”; a.xml, /Notice[1], characters 4–24; commit 0123456789ab",
  ]);
});

test("words are quoted where they stand at an exact spot; what the reader says of a whole file is not", () => {
  const where = [
    { commit: "0123456789abcdef", text: "no code of conduct among 51 files" },
    { file: "LICENSE", line: 1, text: "MIT License" },
  ];
  assert.deepEqual(sentences("en", [{ fact: "tests.found", value: false, where }]), [
    "Tests: no — commit 0123456789ab: no code of conduct among 51 files; LICENSE, line 1: “MIT License”",
  ]);
});

test("what is nearly 1 is not written as 1", () => {
  assert.deepEqual(sentences("en", [{ fact: "brands", value: [{ similarity: 0.998, files: 1234.567 }], where: [] }]), [
    "Brands: similarity: 0.998, files: 1,234.57",
  ]);
});

test("values are written as the reader writes them", () => {
  const values: Because[] = [
    { fact: "tests.found", value: false, where: [] },
    { fact: "headers.share", value: 0.125, where: [] },
    { fact: "history.lastCommit", value: "2026-01-31T23:30:00Z", where: [] },
    { fact: "history.lastCommit", value: "2012", where: [] },
    { fact: "brands", value: [], where: [] },
    { fact: "brands", value: null, where: [] },
    { fact: "brands", value: [{ name: "SAP", equivalent: true }], where: [] },
  ];
  assert.deepEqual(sentences("en", values), [
    "Tests: no",
    "Files with a licence header: 12.5%",
    "Last commit: 31 January 2026",
    "Last commit: 2012",
    "Brands: none",
    "Brands: the question does not arise",
    "Brands: name: SAP, equivalent: yes",
  ]);
  const french = sentences("fr", values.slice(0, 3)).map((sentence) => sentence.replace(/\s/g, " "));
  assert.deepEqual(french, ["Tests : non", "Files with a licence header : 12,5 %", "Dernier commit : 31 janvier 2026"]);
  assert.deepEqual(sentences("ar", values.slice(0, 1)), ["الاختبارات: لا"]);
  assert.match(sentences("ar", values)[2] ?? "", /31 يناير 2026/, "with the digits 0-9");
  assert.deepEqual(sentences("tlh", values.slice(0, 1)), ["Tests: no"]);
});

test("what was not observable says why, what failed says how", () => {
  assert.deepEqual(sentences("en", [{ fact: "history.lastCommit", where: [], notObservable: "no git" }]), [
    "Last commit: not observable: no git",
  ]);
  assert.deepEqual(sentences("fr", [{ fact: "brands[].name", where: [], notObservable: "—" }]), ["Brands\u00a0: non observable\u00a0: —"]);
  assert.deepEqual(sentences("en", [{ fact: "unknown.fact", value: 1, where: [] }], { outcome: "error", error: "x > 3: …" }), [
    "Accepted licence: could not be judged: x > 3: …",
    "unknown.fact: 1",
  ]);
});

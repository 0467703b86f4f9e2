import assert from "node:assert/strict";
import { test } from "node:test";
import type { Profile } from "../profile.ts";
import type { Reading } from "./gap.ts";
import { readDraft } from "./read-draft.ts";
import { readingOf } from "./reading.ts";

const profile: Profile = { form: "decree", capacity: "starter", addressees: [], stage: "unknown", means: [] };

function read(text: string, language: string): Reading {
  const element = { id: "a1", kind: "article" as const, heading: "Not counted", text, origin: { kind: "own" as const }, codings: [] };
  return readingOf(readDraft({ title: "t", language, profile, answers: {}, elements: [element] }));
}

test("the formulas give what a hand calculation gives", () => {
  // 25 sentences of 4 words, each of one syllable: 0.39 × 4 + 11.8 × 1 − 15.59 = −2.23
  assert.deepEqual(read("The dog can run. ".repeat(25), "en").grade, { formula: "flesch-kincaid", value: -2.2 });
  // 50 sentences of 2 words, 2 syllables each: 207 − 1.015 × 2 − 73.6 × 2 = 57.77
  assert.deepEqual(read("Ami parti. ".repeat(50), "fr").grade, { formula: "kandel-moles", value: 57.8 });
  // 206.84 − 60 × 2 − 1.02 × 2 = 84.8
  assert.deepEqual(read("Casa roja. ".repeat(50), "es").grade, { formula: "fernandez-huerta", value: 84.8 });
  // 180 − 2 − 58.5 × 2 = 61
  assert.deepEqual(read("Haben Rosen. ".repeat(50), "de").grade, { formula: "amstad", value: 61 });
  // 89 + (300 × 50 − 10 × 450) / 100 = 194
  assert.deepEqual(read("Casa bella. ".repeat(50), "it").grade, { formula: "gulpease", value: 194 });
});

test("a language without a formula and a short text get none, with the reason, but their length", () => {
  const arabic = read("تنشر الجهة الشيفرة. تنشر الجهة القائمة.", "ar");
  assert.deepEqual([arabic.words, arabic.sentences, arabic.grade, arabic.whyNoGrade], [6, 2, undefined, "language"]);
  assert.equal(read("Too short.", "en").whyNoGrade, "short");
});

test("the longest sentence is named with its element; items of a list are sentences", () => {
  const reading = read("Bodies publish:\n- code;\n- and a longer list of things.\n\nShort.", "en");
  assert.deepEqual([reading.sentences, reading.longest?.words, reading.longest?.element], [4, 6, "a1"]);
  assert.equal(reading.words, 10);
});

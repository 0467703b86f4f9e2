import assert from "node:assert/strict";
import { test } from "node:test";
import { type DraftContent, type DraftElement, element } from "../draft.ts";
import { compareDrafts } from "./drafts.ts";

const article = (id: string, text: string, heading = ""): DraftElement => element.parse({ id, kind: "article", heading, text });
const draft = (elements: DraftElement[], more: Partial<DraftContent> = {}): DraftContent => ({
  title: "Open source decree",
  language: "en",
  profile: { form: "decree", addressees: [], stage: "unknown", capacity: "starter", means: [] },
  beginning: "nothing",
  answers: {},
  elements,
  ...more,
});

const purpose = "The purpose of this decree is that software paid for by the public can be used by the public.";
const officer = "Each ministry names an officer who answers for the publication of its source code.";
const register = "The agency keeps a register of every exception, with its reason and the day on which it ends.";

const told = (before: DraftContent, after: DraftContent) =>
  compareDrafts(before, after).elements.map(({ outcome, before: was, after: is, moved }) =>
    [outcome, was?.label ?? "–", is?.label ?? "–", ...(moved ? ["moved"] : [])].join(" "),
  );

test("an element is the same by id, wherever it stands; a new number alone is no move", () => {
  const before = draft([article("a", purpose), article("b", officer), article("c", register)]);
  const after = draft([
    article("n", "Words are used as in the law."),
    article("c", register),
    article("a", purpose),
    article("b", officer),
  ]);
  assert.deepEqual(told(before, after), [
    "added – Article 1",
    "same Article 3 Article 2 moved",
    "same Article 1 Article 3",
    "same Article 2 Article 4",
  ]);
});

test("an article that was taken out and written again under another id is found by its words", () => {
  const before = draft([article("a", purpose, "Purpose"), article("b", officer, "Officer")]);
  const after = draft([article("a", purpose, "Purpose"), article("x", officer.replace("an officer", "a deputy"), "Who answers")]);
  const [, second] = compareDrafts(before, after).elements;
  assert.equal(second?.outcome, "changed");
  assert.deepEqual([second?.before?.id, second?.after?.id], ["b", "x"]);
  assert.deepEqual(second?.text.slice(1, 3), [
    { kind: "removed", text: "an officer" },
    { kind: "added", text: "a deputy" },
  ]);
});

test("an article that was split, and one that was joined to another, say so", () => {
  const whole = draft([article("a", purpose), article("b", `${officer}\n\n${register}`)]);
  const parted = draft([article("a", purpose), article("b", officer), article("c", register)]);
  const split = compareDrafts(whole, parted).elements[2];
  assert.deepEqual([split?.outcome, split?.splitFrom?.label], ["added", "Article 2"]);
  const joined = compareDrafts(parted, whole).elements[2];
  assert.deepEqual([joined?.outcome, joined?.joinedInto?.label], ["removed", "Article 2"]);
});

test("texts are compared as they read: a blank that was filled is a change, a reference that renumbered is none", () => {
  const elements = [article("b", "{lead-body} answers."), article("c", "See [[#b]].")];
  const compared = compareDrafts(
    draft(elements),
    draft([article("n", "New words of another kind."), ...elements], { answers: { "lead-body": "The agency" }, title: "Open source law" }),
  );
  assert.deepEqual(
    compared.elements.map(({ outcome }) => outcome),
    ["added", "changed", "same"],
  );
  assert.deepEqual(compared.elements[1]?.text, [
    { kind: "removed", text: "[lead body]" },
    { kind: "added", text: "The agency" },
    { kind: "kept", text: " answers." },
  ]);
  assert.deepEqual(compared.title.slice(-2), [
    { kind: "removed", text: "decree" },
    { kind: "added", text: "law" },
  ]);
});

test("a draft of nothing compares with one of something", () => {
  assert.deepEqual(told(draft([]), draft([article("a", purpose)])), ["added – Article 1"]);
  assert.deepEqual(told(draft([article("a", purpose)]), draft([])), ["removed Article 1 –"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { DraftContent } from "./draft.ts";
import { labelsFrom } from "./labels.ts";
import { renderDraft } from "./rendered.ts";
import { blanksOf, plainWords, writeStrength } from "./wording.ts";

const draft = (elements: Partial<DraftContent["elements"][number]>[], language = "en"): DraftContent => ({
  title: "Policy",
  language,
  profile: { form: "decree", capacity: "starter", addressees: [], stage: "unknown", means: [] },
  beginning: "nothing",
  answers: { "lead-body": "the Digital Agency" },
  elements: elements.map((one, index) => ({
    id: `e${index}`,
    kind: "article",
    heading: "",
    text: "",
    origin: { kind: "own" },
    codings: [],
    ...one,
  })),
});

test("articles, parts and annexes are numbered as they stand, and references follow them", () => {
  const elements = [
    { id: "part1", kind: "part" as const, heading: "General" },
    { id: "first", text: "See [[#last]] and [[code-inventory]]." },
    {
      id: "last",
      text: "x",
      origin: { kind: "clause" as const, clause: "code-inventory", version: 1, variant: "general", strength: "must" as const },
    },
    { id: "annex1", kind: "annex" as const },
  ];
  const rendered = renderDraft(draft(elements));
  assert.deepEqual(
    rendered.elements.map(({ label }) => label),
    ["Chapter I", "Article 1", "Article 2", "Annex A"],
  );
  assert.equal(plainWords(rendered.elements[1]?.paragraphs[0]?.pieces ?? []), "See Article 2 and Article 2.");
  const swapped = renderDraft(draft([elements[2], elements[1]] as never, "fr"));
  assert.equal(plainWords(swapped.elements[1]?.paragraphs[0]?.pieces ?? []), "See l’article 1 and l’article 1.");
});

test("blanks are filled by answers, stay visible without, and a reference to nothing says so", () => {
  const [only] = renderDraft(draft([{ text: "{lead-body} asks {audit-body} under [[annual-reporting]]." }])).elements;
  assert.deepEqual(only?.paragraphs[0]?.pieces, [
    { kind: "words", text: "the Digital Agency asks " },
    { kind: "blank", name: "audit-body", label: { text: "audit body", language: "en" } },
    { kind: "words", text: " under " },
    { kind: "missing", id: "annual-reporting", to: "provision-type", label: { text: "annual reporting", language: "en" } },
    { kind: "words", text: "." },
  ]);
  assert.deepEqual(blanksOf("{a} {b-c} {a} {A}"), ["a", "b-c"]);
});

test("what is open is called as the registry calls it, in the language of the draft or English", () => {
  const auditBody = { name: "audit-body", type: "body" as const, label: { en: "Body that audits", fr: "Institution de contrôle" } };
  const labels = labelsFrom(
    [{ blanks: [{ ...auditBody, example: { en: "x", fr: "x" } }] }],
    [{ id: "annual-reporting", names: { en: "Yearly report", ar: "التقرير السنوي" } }],
  );
  const called = (language: string) => {
    const { elements } = renderDraft(
      draft([{ heading: "{audit-body}", text: "[[annual-reporting]] [[#gone]] {purpose}" }], language),
      labels,
    );
    return [elements[0]?.heading, plainWords(elements[0]?.paragraphs[0]?.pieces ?? [])];
  };
  assert.deepEqual(called("en"), ["[Body that audits]", "[Yearly report] […] [What the text is for, after “so that”]"]);
  assert.deepEqual(called("fr-CA"), ["[Institution de contrôle]", "[Yearly report] […] [À quoi sert le texte, après « afin que »]"]);
  assert.deepEqual(called("ar"), ["[Body that audits]", "[التقرير السنوي] […] [What the text is for, after “so that”]"]);
});

test("paragraphs are numbered where there are several, items are lettered", () => {
  const [only] = renderDraft(draft([{ text: "First.\n\nSecond:\n- one;\n- two.\n\n- three" }])).elements;
  assert.deepEqual(
    only?.paragraphs.map(({ number, items }) => [number, items.map(({ letter }) => letter)]),
    [
      ["1", []],
      ["2", ["a", "b", "c"]],
    ],
  );
  assert.equal(renderDraft(draft([{ text: "Alone." }])).elements[0]?.paragraphs[0]?.number, undefined);
});

test("an answer that looks like a blank or a reference is only words", () => {
  const content = draft([{ text: "{lead-body}" }]);
  content.answers["lead-body"] = "{x} [[#e0]]";
  assert.deepEqual(renderDraft(content).elements[0]?.paragraphs[0]?.pieces, [{ kind: "words", text: "{x} [[#e0]]" }]);
});

test("strength becomes a verb that agrees", () => {
  assert.equal(writeStrength("{must} / {must:plural}", "should", "fr"), "devrait / devraient");
  assert.equal(writeStrength("Each body {must} publish {x}.", "may", "en"), "Each body may publish {x}.");
});

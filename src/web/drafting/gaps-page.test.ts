import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestRegistry } from "../../../test/support.ts";
import { join, openPeople } from "../../../test/visitor.ts";
import type { DraftContent } from "../../drafting/draft.ts";
import { beginDraft } from "../../drafting/record.ts";

const { db } = await openTestRegistry();
const house = await openPeople(db);
const reader = await join(house, "Rea", "reader");

const content: DraftContent = {
  title: "Two <rules>",
  language: "en",
  profile: { form: "decree", capacity: "developing", jurisdiction: "FR", addressees: [], stage: "unknown", means: [] },
  beginning: "nothing",
  answers: {},
  elements: [
    {
      id: "e1",
      kind: "article",
      heading: "Priority",
      text: "Code <b>must be published</b>. See [[exception-governance]].",
      origin: { kind: "own" },
      codings: [{ type: "oss-first-priority", strength: "must", addressee: "ministries", by: "person", because: [], verdict: "accepted" }],
    },
    {
      id: "e2",
      kind: "article",
      heading: "Neutrality",
      text: "Every ministry must be neutral.",
      origin: { kind: "own" },
      codings: [
        { type: "technology-neutrality", strength: "must", addressee: "ministries", by: "person", because: [], verdict: "accepted" },
      ],
    },
  ],
};
const draft = await beginDraft(db, "local", content, { account: "x", name: "Dan", role: "drafter" });

const checkNames = {
  en: "No brand without “or equivalent”",
  fr: "Pas de marque sans « ou équivalent »",
  ar: "لا علامة دون «أو ما يعادلها»",
};

test("the page of gaps tells what lacks in each language, with evidence and a way to mend it, and escapes the draft's words", async () => {
  for (const [language, check] of Object.entries(checkNames)) {
    const { status, text } = await reader.get(`/${language}/drafts/${draft}/gaps`);
    assert.equal(status, 200);
    for (const level of ["missing", "contradiction", "doubt"]) assert.ok(text.includes(`id="${level}"`), level);
    assert.ok(text.includes(`/${language}/drafts/${draft}/add?clause=exception-governance`));
    assert.ok(text.includes(`/${language}/lessons/ecuador-exceptions-without-procedure`));
    assert.ok(text.includes(`/${language}/instruments/ec-decreto-1014`));
    assert.ok(text.includes(`/${language}/drafts/${draft}/elements/e2`));
    assert.ok(text.includes(`/${language}/checks/tender-no-brand"><span dir="auto">${check}</span>`), check);
    assert.doesNotMatch(text, /<b>must be published/);
    assert.doesNotMatch(text.replace(/<[^>]*>/g, ""), /gaps\.[a-z-]+|\{(?:type|other|count|term|value)\}/, "no message is left unwritten");
  }
});

test("the text's page and each article show the gaps that belong there, and a stranger sees none", async () => {
  const whole = await reader.get(`/en/drafts/${draft}`);
  assert.match(whole.text, /<h2 id="gaps">Gaps<\/h2>/);
  assert.ok(whole.text.includes(`/en/drafts/${draft}/gaps#contradiction`));
  const article = await reader.get(`/en/drafts/${draft}/elements/e2`);
  assert.match(article.text, /contradict each other/);
  assert.doesNotMatch(article.text, /passive without an actor/);
  assert.notEqual((await house.newcomer().get(`/en/drafts/${draft}/gaps`)).status, 200);
});

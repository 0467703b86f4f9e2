import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestRegistry } from "../../../test/support.ts";
import { join, openPeople } from "../../../test/visitor.ts";
import { type DraftContent, element } from "../../drafting/draft.ts";
import { findDraft, listConflicts, listVersions } from "../../drafting/find.ts";
import { beginDraft, changeDetails } from "../../drafting/record.ts";
import { addElements, moveElement, removeElement } from "../../drafting/record-order.ts";
import { saveElement } from "../../drafting/record-wording.ts";
import { listRecords } from "../../registry/find.ts";

const { db } = await openTestRegistry();
const house = await openPeople(db);
const { ann } = house;
const actor = { account: "someone", name: "Dan" };
const reader = await join(house, "Rea", "reader");

const officer = "Each ministry must name an officer.";
const register = "The agency keeps a register of exceptions.";
const content: DraftContent = {
  title: "Decree on open source",
  language: "en",
  profile: { form: "decree", addressees: [], stage: "unknown", capacity: "starter", means: [] },
  beginning: "nothing",
  answers: {},
  elements: [
    element.parse({ id: "officer", kind: "article", heading: "Officer", text: officer }),
    element.parse({ id: "register", kind: "article", heading: "Register", text: register }),
  ],
};
const begin = () => beginDraft(db, "local", content, actor);
const held = async (draft: string, id: string) => (await findDraft(db, draft))?.elements.find((one) => one.id === id);
const bare = (text: string) => text.replace(/<span class="unseen">[^<]*<\/span>/g, "");

test("a version is kept with its label, read as it stood, and asked for again where the label lacks", async () => {
  const draft = await begin();
  const empty = await ann.post(`/en/drafts/${draft}/versions`, { label: " " });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /The version has no label/);
  const kept = await ann.post(`/en/drafts/${draft}/versions`, { label: "Before <b>the</b> meeting" });
  assert.deepEqual([kept.status, kept.location], [303, `/en/drafts/${draft}/versions?kept=1`]);
  assert.match((await ann.get(kept.location ?? "")).text, /Before &lt;b&gt;the&lt;\/b&gt; meeting/);
  await saveElement(db, draft, "officer", { heading: "Officer", text: "Changed.", base: 1 }, actor);
  const page = await ann.get(`/en/drafts/${draft}/versions/1`);
  assert.match(page.text, /Each ministry must name an officer/);
  assert.equal((await ann.get(`/en/drafts/${draft}/versions/9`)).status, 404);
  assert.equal((await ann.get(`/en/drafts/${draft}/versions/1e3`)).status, 404);
});

test("two versions are compared word by word, in both directions, only the changes or everything", async () => {
  const draft = await begin();
  await ann.post(`/en/drafts/${draft}/versions`, { label: "first" });
  await saveElement(db, draft, "officer", { heading: "Officer", text: officer.replace("must", "may"), base: 1 }, actor);
  await addElements(db, draft, [element.parse({ id: "new", kind: "article", heading: "Money" })], "start", actor);
  const page = await ann.get(`/en/drafts/${draft}/compare?from=1&to=now`);
  assert.match(bare(page.text), /<del>must<\/del><ins>may<\/ins>/);
  assert.match(page.text, /\[removed:/);
  assert.match(page.text, /Article 1 → Article 2/);
  assert.doesNotMatch(page.text, /keeps a register/);
  const back = await ann.get(`/en/drafts/${draft}/compare?from=now&to=1&all=1`);
  assert.match(bare(back.text), /<del>may<\/del><ins>must<\/ins>/);
  assert.match(back.text, /keeps a register/);
  assert.match((await ann.get(`/en/drafts/${draft}/compare?from=1&to=1`)).text, /The two texts are the same/);
  assert.equal((await ann.get(`/en/drafts/${draft}/compare?from=77`)).status, 404);
  assert.equal((await ann.get(`/en/drafts/${draft}/compare?from=x`)).status, 400);
});

test("a version is put back as new revisions: words, order, title, and what was taken out; what stood before is kept", async () => {
  const draft = await begin();
  await ann.post(`/en/drafts/${draft}/versions`, { label: "first" });
  await saveElement(db, draft, "officer", { heading: "Officer", text: "Changed.", base: 1 }, actor);
  await saveElement(db, draft, "register", { heading: "Register", text: "Changed too.", base: 1 }, actor);
  await removeElement(db, draft, "register", actor);
  await addElements(db, draft, [element.parse({ id: "new", kind: "article" })], "start", actor);
  await moveElement(db, draft, "officer", "start", actor);
  await changeDetails(db, draft, { title: "Another title", answers: { "lead-body": "The agency" } }, actor);
  assert.equal((await ann.post(`/en/drafts/${draft}/versions/1/put-back`, {})).status, 422);
  const done = await ann.post(`/en/drafts/${draft}/versions/1/put-back`, { sure: "yes" });
  assert.deepEqual([done.status, done.location], [303, `/en/drafts/${draft}/versions?kept=2&back=1`]);
  const now = await findDraft(db, draft);
  assert.deepEqual([now?.title, now?.answers], [content.title, {}]);
  assert.deepEqual(
    now?.elements.map(({ id, text, revision }) => [id, text, revision]),
    [
      ["officer", officer, 3],
      ["register", register, 3],
    ],
    "an element that was taken out goes on counting",
  );
  assert.deepEqual(
    (await listVersions(db, draft)).map(({ label }) => label),
    ["Before version 1 was put back", "first"],
  );
  const stale = await saveElement(db, draft, "register", { heading: "Register", text: "From an old page.", base: 1 }, actor);
  assert.equal(stale.outcome, "conflict");
});

test("a conflict shows both wordings with their difference, and is settled by keeping, taking or joining", async () => {
  for (const [take, expected] of [
    ["theirs", officer.replace("must", "should")],
    ["mine", officer.replace("must", "may")],
    ["joined", "Both, joined."],
  ] as const) {
    const draft = await begin();
    await saveElement(db, draft, "officer", { heading: "Officer", text: officer.replace("must", "should"), base: 1 }, actor);
    const lost = await ann.post(`/en/drafts/${draft}/elements/officer`, {
      heading: "Officer",
      text: officer.replace("must", "may"),
      base: "1",
    });
    const [path = "", wording = ""] = lost.location?.split("#wording-") ?? [];
    assert.equal(path, `/en/drafts/${draft}/elements/officer/history`);
    const page = await ann.get(path);
    assert.match(page.text, new RegExp(`id="wording-${wording}"`));
    assert.match(bare(page.text), /Each ministry <mark>should<\/mark> name/);
    assert.match(bare(page.text), /Each ministry <mark>may<\/mark> name/);
    const settled = await ann.post(path, { wording, base: "2", take, heading: "Officer", text: "Both, joined." });
    assert.deepEqual([settled.status, settled.location], [303, `${path}?settled=1`]);
    assert.equal((await held(draft, "officer"))?.text, expected);
    assert.deepEqual(await listConflicts(db, draft), []);
    const again = await ann.post(path, { wording, base: "3", take: "joined", heading: "H", text: "Written for nothing?" });
    assert.equal(again.status, 409);
    assert.match(again.text, /Written for nothing\?/, "what was typed is shown even where the conflict is gone");
  }
});

test("where the article changed again while a conflict was being settled, nothing is overwritten and the typed words stay", async () => {
  const draft = await begin();
  await saveElement(db, draft, "officer", { heading: "Officer", text: "Second.", base: 1 }, actor);
  await saveElement(db, draft, "officer", { heading: "Officer", text: "Late.", base: 1 }, actor);
  await saveElement(db, draft, "officer", { heading: "Officer", text: "Third.", base: 2 }, actor);
  const wording = String((await listConflicts(db, draft))[0]?.wording);
  const path = `/en/drafts/${draft}/elements/officer/history`;
  const refused = await ann.post(path, { wording, base: "2", take: "joined", heading: "Officer", text: "My joined words." });
  assert.equal(refused.status, 409);
  assert.match(refused.text, /My joined words\./);
  assert.match(refused.text, /name="base" value="3"/);
  assert.equal((await held(draft, "officer"))?.text, "Third.");
  assert.equal((await listConflicts(db, draft)).length, 1);
});

test("the wordings of an article are told newest first, each against the one before, also when it was taken out", async () => {
  const draft = await begin();
  for (let base = 1; base <= 24; base += 1)
    await saveElement(db, draft, "officer", { heading: "Officer", text: `Number ${base + 1} stands.`, base }, actor);
  await removeElement(db, draft, "officer", actor);
  const first = await ann.get(`/en/drafts/${draft}/elements/officer/history`);
  assert.match(bare(first.text), /Number <del>24<\/del><ins>25<\/ins> stands/);
  assert.match(first.text, /not in the draft any more/);
  const second = await ann.get(`/en/drafts/${draft}/elements/officer/history?page=2`);
  assert.match(second.text, /Each ministry must name an officer/);
  assert.equal((await ann.get(`/en/drafts/${draft}/elements/nothing/history`)).status, 404);
});

test("an article stands beside a provision of any instrument; words are compared where the languages agree", async () => {
  const draft = await begin();
  const { items } = await listRecords(db, "instrument");
  const inLanguage = (language: string) => {
    for (const { record } of items)
      for (const provision of record.provisions)
        if (provision.wording.length > 0 && provision.wording.every((one) => one.language === language)) return { record, provision };
    throw new Error(`the dataset has no provision in ${language} alone`);
  };
  const english = inLanguage("en");
  const page = await ann.get(`/en/drafts/${draft}/beside/${english.record.id}?element=register&provision=${english.provision.id}`);
  assert.equal(page.status, 200);
  assert.match(page.text, /The agency keeps a register of exceptions/);
  assert.match(page.text, /only the precedent has/);
  const french = inLanguage("fr");
  const other = await ann.get(`/en/drafts/${draft}/beside/${french.record.id}?element=officer&provision=${french.provision.id}`);
  assert.match(other.text, /in different languages, so their words are not compared/);
  assert.equal((await ann.get(`/en/drafts/${draft}/beside/${french.record.id}?provision=none`)).status, 404);
  assert.equal((await ann.get(`/en/drafts/${draft}/beside/none`)).status, 404);
  const found = await ann.get(`/en/drafts/${draft}/beside?q=procurement&element=officer`);
  assert.match(found.text, new RegExp(`/en/drafts/${draft}/beside/[a-z0-9-]+\\?element=officer`));
});

test("a reader sees versions and comparisons and changes nothing; a stranger sees no page", async () => {
  const draft = await begin();
  await ann.post(`/en/drafts/${draft}/versions`, { label: "first" });
  const stranger = house.newcomer();
  for (const path of ["versions", "versions/1", "compare?from=1", "elements/officer/history", "beside?q=law"]) {
    assert.equal((await reader.get(`/en/drafts/${draft}/${path}`)).status, 200, path);
    assert.equal((await stranger.get(`/en/drafts/${draft}/${path}`)).status, 303, path);
    for (const language of ["fr", "ar"]) assert.equal((await ann.get(`/${language}/drafts/${draft}/${path}`)).status, 200, path);
  }
  assert.doesNotMatch((await reader.get(`/en/drafts/${draft}/versions`)).text, /name="label"/);
  for (const path of ["versions", "versions/1/put-back", "elements/officer/history"]) {
    assert.equal((await reader.post(`/en/drafts/${draft}/${path}`, { label: "x", sure: "yes" })).status, 403, path);
    assert.equal((await stranger.post(`/en/drafts/${draft}/${path}`, { label: "x", sure: "yes" })).status < 400, false, path);
  }
  assert.equal((await listVersions(db, draft)).length, 1);
});

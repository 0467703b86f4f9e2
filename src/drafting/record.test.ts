import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { openEmptyRegistry } from "../../test/support.ts";
import { Problem } from "../shared/problem.ts";
import type { DraftContent } from "./draft.ts";
import { firstBroken, listEvents } from "./event.ts";
import { findVersion, listComments, listConflicts, listTyping, listWordings, requireDraft } from "./find.ts";
import { within } from "./held-rows.ts";
import { beginDraft, changeDetails, changeState } from "./record.ts";
import { addComment, decideSuggestion } from "./record-comment.ts";
import { addElements, moveElement, removeElement } from "./record-order.ts";
import { keepVersion } from "./record-version.ts";
import { keepTyping, saveElement, settleConflict } from "./record-wording.ts";

const opened = await openEmptyRegistry();

const ada = { account: "a1", name: "Ada", role: "drafter" };
const ben = { account: "b1", name: "Ben", role: "drafter" };

const article = (id: string, text = "") => ({
  id,
  kind: "article" as const,
  heading: id,
  text,
  origin: { kind: "own" as const },
  codings: [],
});
const content = (...elements: DraftContent["elements"]): DraftContent => ({
  title: "Open source policy",
  language: "en",
  profile: { form: "decree", capacity: "starter", addressees: [], stage: "unknown", means: [] },
  beginning: "nothing",
  answers: {},
  elements,
});
const begin = (...elements: DraftContent["elements"]) => beginDraft(opened.db, "w1", content(...elements), ada);
const orderOf = async (draft: string) => (await requireDraft(opened.db, draft)).elements.map(({ id }) => id);

test("two people who save the same article: the second is told, and both wordings are kept until somebody decides", async () => {
  const draft = await begin(article("e1", "First."));
  assert.deepEqual(await saveElement(opened.db, draft, "e1", { heading: "H", text: "Ada's.", base: 1 }, ada), {
    outcome: "saved",
    revision: 2,
  });
  const late = await saveElement(opened.db, draft, "e1", { heading: "H", text: "Ben's.", base: 1 }, ben);
  assert.equal(late.outcome, "conflict");
  assert.equal((await requireDraft(opened.db, draft)).elements[0]?.text, "Ada's.");
  const [open] = await listConflicts(opened.db, draft);
  assert.equal(open?.text, "Ben's.");
  await settleConflict(opened.db, draft, open?.wording ?? 0, { heading: "H", text: "Ada's and Ben's.", base: 2 }, ben);
  assert.deepEqual(await listConflicts(opened.db, draft), []);
  assert.deepEqual(
    (await listWordings(opened.db, draft, "e1")).map(({ text, revision }) => [text, revision]),
    [
      ["Ada's and Ben's.", 3],
      ["Ben's.", null],
      ["Ada's.", 2],
      ["First.", 1],
    ],
  );
});

test("both at the same moment: one stands, one is a conflict, none is lost", async () => {
  const draft = await begin(article("e1", "First."));
  const saves = await Promise.all(
    [ada, ben].map((who) => saveElement(opened.db, draft, "e1", { heading: "H", text: `${who.name}'s.`, base: 1 }, who)),
  );
  assert.deepEqual(saves.map(({ outcome }) => outcome).sort(), ["conflict", "saved"]);
  assert.equal((await listWordings(opened.db, draft, "e1")).length, 3);
});

test("what is typed is kept for its writer alone until it is saved", async () => {
  const draft = await begin(article("e1", "First."));
  await keepTyping(opened.db, draft, "e1", { heading: "H", text: "Fir", base: 1 }, ada);
  await keepTyping(opened.db, draft, "e1", { heading: "H", text: "Firs", base: 1 }, ada);
  await keepTyping(opened.db, draft, "e1", { heading: "H", text: "other", base: 1 }, ben);
  assert.deepEqual((await listTyping(opened.db, draft, "e1")).map(({ account, text }) => [account, text]).sort(), [
    ["a1", "Firs"],
    ["b1", "other"],
  ]);
  await saveElement(opened.db, draft, "e1", { heading: "H", text: "First one.", base: 1 }, ada);
  assert.deepEqual(
    (await listTyping(opened.db, draft, "e1")).map(({ account }) => account),
    ["b1"],
  );
  await assert.rejects(keepTyping(opened.db, draft, "gone", { heading: "", text: "x", base: 1 }, ada), /Copy your text/);
});

test("elements are added, moved and taken out; a part takes its articles along", async () => {
  const part = { ...article("p1"), kind: "part" as const };
  const draft = await begin(part, article("e1"), article("e2"), { ...article("p2"), kind: "part" as const }, article("e3"));
  await addElements(opened.db, draft, [article("e4")], "e1", ada);
  assert.deepEqual(await orderOf(draft), ["p1", "e1", "e4", "e2", "p2", "e3"]);
  await moveElement(opened.db, draft, "p1", "e3", ada);
  assert.deepEqual(await orderOf(draft), ["p2", "e3", "p1", "e1", "e4", "e2"]);
  await moveElement(opened.db, draft, "e2", "start", ada);
  await removeElement(opened.db, draft, "e1", ada);
  assert.deepEqual(await orderOf(draft), ["e2", "p2", "e3", "p1", "e4"]);
  assert.equal((await listWordings(opened.db, draft, "e1")).length, 1);
});

test("very many moves into one gap keep the order", async () => {
  const draft = await begin(article("e1"), article("e2"), article("e3"));
  let expected = ["e1", "e2", "e3"];
  for (let round = 0; round < 60; round += 1) {
    const moved = expected[2] as string;
    await moveElement(opened.db, draft, moved, expected[0] as string, ada);
    expected = [expected[0] as string, moved, expected[1] as string];
    assert.deepEqual(await orderOf(draft), expected);
  }
});

test("a suggestion replaces its words when it is accepted, and only once", async () => {
  const draft = await begin(article("e1", "Bodies may publish."));
  const comment = await addComment(opened.db, draft, "e1", { body: "stronger", span: "may", suggestion: "must $&" }, ben);
  await decideSuggestion(opened.db, draft, comment, "accepted", ada);
  assert.equal((await requireDraft(opened.db, draft)).elements[0]?.text, "Bodies must $& publish.");
  await assert.rejects(decideSuggestion(opened.db, draft, comment, "refused", ada), /accepted already/);
  await assert.rejects(addComment(opened.db, draft, "e1", { body: "x", span: "not there" }, ben), /Choose them again/);
  assert.equal((await listComments(opened.db, draft))[0]?.verdict, "accepted");
});

test("answers of two people to different blanks both stand", async () => {
  const draft = await begin(article("e1", "{lead-body} {audit-body}"));
  await Promise.all([
    changeDetails(opened.db, draft, { answers: { "lead-body": "Agency" } }, ada),
    changeDetails(opened.db, draft, { answers: { "audit-body": "Court" } }, ben),
  ]);
  assert.deepEqual((await requireDraft(opened.db, draft)).answers, { "lead-body": "Agency", "audit-body": "Court" });
});

test("a version holds the draft as it was", async () => {
  const draft = await begin(article("e1", "First."));
  const version = await keepVersion(opened.db, draft, "for the minister", ada);
  await saveElement(opened.db, draft, "e1", { heading: "H", text: "Second.", base: 1 }, ada);
  assert.equal((await findVersion(opened.db, draft, version))?.content.elements[0]?.text, "First.");
});

test("a closed draft is not written to", async () => {
  const draft = await begin(article("e1", "First."));
  await within(opened.db, (tx) => changeState(tx, draft, ["drafting"], "review", ada));
  await assert.rejects(saveElement(opened.db, draft, "e1", { heading: "H", text: "x", base: 1 }, ada), (error: Problem) => {
    assert.equal(error.code, "conflict");
    return true;
  });
  await assert.rejects(
    within(opened.db, (tx) => changeState(tx, draft, ["drafting"], "review", ada)),
    Problem,
  );
});

test("the trail cannot be changed, and shows where somebody went round that", async () => {
  const draft = await begin(article("e1", "First."));
  await saveElement(opened.db, draft, "e1", { heading: "H", text: "x", base: 1 }, ada);
  await keepVersion(opened.db, draft, "one", ada);
  await assert.rejects(sql`update draft_events set who = 'nobody' where draft = ${draft}`.execute(opened.db), /kept as they were written/);
  await assert.rejects(sql`delete from draft_events where draft = ${draft}`.execute(opened.db), /kept as they were written/);
  const events = await listEvents(opened.db, draft);
  assert.deepEqual(
    events.map(({ what }) => what),
    ["begun", "element-saved", "version-kept"],
  );
  assert.equal(firstBroken(draft, events), undefined);
  assert.equal(
    firstBroken(
      draft,
      events.map((event, index) => (index === 1 ? { ...event, who: "nobody" } : event)),
    )?.what,
    "element-saved",
  );
  assert.equal(firstBroken(draft, [events[0], events[2]] as never)?.what, "version-kept");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { openEmptyRegistry } from "../../../test/support.ts";
import { join, openPeople, Visitor } from "../../../test/visitor.ts";
import { commentLimits, signForm } from "../../drafting/consultation.ts";
import type { DraftContent } from "../../drafting/draft.ts";
import { firstBroken, listEvents } from "../../drafting/event.ts";
import { beginDraft } from "../../drafting/record.ts";
import { saveElement } from "../../drafting/record-wording.ts";

const secret = "a secret of the tests, long enough";
const { db } = await openEmptyRegistry();
const house = await openPeople(db, { secret });
const dan = await join(house, "Dan", "drafter");
const ria = await join(house, "Ria", "reader");

const article = (id: string, text: string): DraftContent["elements"][number] => ({
  id,
  kind: "article",
  heading: "Publication",
  text,
  origin: { kind: "own" },
  codings: [],
});
const content: DraftContent = {
  title: "Open source decree",
  language: "en",
  profile: { form: "decree", capacity: "starter", addressees: [], stage: "unknown", means: [] },
  beginning: "nothing",
  answers: {},
  elements: [
    article("e1", "Public bodies must publish new code."),
    article("e2", "Small bodies may wait until {in-force-date}, as [[#gone]] says."),
  ],
};
const writer = { account: "x", name: "Dan", role: "drafter" };
const draft = await beginDraft(db, "local", content, writer);
const opening = {
  title: "What do you think?",
  introduction: "Everybody is asked.",
  language: "en",
  answered_by: "Digital unit",
  opens_on: "2020-01-01",
  closes_on: "2099-12-31",
};

const opened = await dan.post(`/en/drafts/${draft}/consultation`, opening);
assert.equal(opened.status, 303, opened.text);
const id = opened.location?.split("/").at(-1) ?? "";
const place = `/en/consultations/${id}`;
const work = `/en/drafts/${draft}/consultation/${id}`;
let network = 0;
const somebody = () => new Visitor(house.app, { address: `203.0.${Math.floor(network / 250)}.${(network++ % 250) + 1}` });
const timely = (seconds = 20) => signForm(secret, id, Date.now() - seconds * 1000);
const say = (who: Visitor, body: string, more: Record<string, string> = {}) =>
  who.post(`${place}/comment`, { body, on: "", form: timely(), name: "", organisation: "", website: "", ...more });
const held = async (state?: string) =>
  (
    await sql<{ comment: number; body: string }>`
    select comment, body from consultation_comments where ${state === undefined ? sql`true` : sql`state = ${state}`} order by comment`.execute(
      db,
    )
  ).rows;

test("what is open is told before the button with its article, and is called by words wherever the consultation is read", async () => {
  const before = await dan.get(`/en/drafts/${draft}/consultation`);
  const warning = before.text.slice(before.text.indexOf('id="still-open"'), before.text.indexOf('name="opens_on"'));
  assert.match(warning, new RegExp(`href="/en/drafts/${draft}/elements/e2"`));
  assert.match(warning, /Date of entry into force/);
  assert.match(warning, /refers to an article that is missing: <bdi>…/);
  assert.doesNotMatch(warning, /elements\/e1"/);
  for (const address of [place, `${place}/comment?on=e2`, `${place}.json`, `${place}.md`]) {
    const { text } = await somebody().get(address);
    assert.match(text, /\[(?:<span class="unseen">blank: <\/span><bdi lang="en">)?Date of entry into force/, address);
    assert.doesNotMatch(text, /in-force-date/, address);
  }
});

test("a consultation shows the version that was kept, whatever becomes of the draft", async () => {
  await saveElement(db, draft, "e1", { heading: "Publication", text: "Changed since.", base: 1 }, writer);
  const page = await somebody().get(place);
  assert.equal(page.status, 200);
  assert.match(page.text, /Public bodies must publish new code/);
  assert.doesNotMatch(page.text, /Changed since/);
  assert.equal(page.headers.get("cache-control"), "no-store");
  assert.equal(page.headers.get("set-cookie"), null);
  assert.match((await somebody().get("/en/consultations")).text, /What do you think\?/);
  const events = await listEvents(db, draft);
  assert.ok(events.some(({ what, detail }) => what === "consultation-opened" && detail.consultation === id));
  assert.equal(firstBroken(draft, events), undefined);
});

test("somebody without account comments; nobody sees it until it is read, and then as words", async () => {
  const who = somebody();
  const form = await who.get(`${place}/comment?on=e1`);
  assert.match(form.text, /Public bodies must publish new code/);
  const sent = await say(who, "<script>alert(1)</script> From when? =1+1", { on: "e1", name: "Bo" });
  assert.deepEqual([sent.status, sent.location], [303, `${place}/comment?sent=1&on=e1`]);
  assert.equal(sent.headers.get("set-cookie"), null);
  assert.doesNotMatch((await who.get(place)).text, /From when/);
  assert.equal((await ria.post(`${work}/moderate`, { comment: "1", verdict: "published" })).status, 403);
  const [{ comment } = { comment: 0 }] = await held();
  assert.equal((await dan.post(`${work}/moderate`, { comment: String(comment), verdict: "published" })).status, 303);
  const page = await who.get(place);
  assert.match(page.text, /&lt;script&gt;alert\(1\)&lt;\/script&gt; From when\?/);
  assert.doesNotMatch(page.text, /<script>alert/);
});

test("refused with a reason of the list, grouped under a theme, and answered; what is refused is a number", async () => {
  await say(somebody(), "Buy my product.");
  await say(somebody(), "Small bodies cannot.", { on: "e2", organisation: "Town of X" });
  const [advertisement, town] = (await held("waiting")).map(({ comment }) => String(comment));
  const unreasoned = await dan.post(`${work}/moderate`, { comment: advertisement ?? "", verdict: "refused", refusal: "dislike" });
  assert.equal(unreasoned.status, 422);
  assert.equal(
    (await dan.post(`${work}/moderate`, { comment: advertisement ?? "", verdict: "refused", refusal: "advertising" })).status,
    303,
  );
  assert.equal((await dan.post(`${work}/theme`, { title: "Small bodies" })).status, 303);
  const theme = String((await db.selectFrom("consultation_themes").select("theme").executeTakeFirstOrThrow()).theme);
  assert.equal((await dan.post(`${work}/moderate`, { comment: town ?? "", verdict: "published", theme })).status, 303);
  const kept = await dan.post(`${work}/answer`, { theme, answer: " ", changed: "Article 2 & 3" });
  assert.equal(kept.status, 422);
  assert.match(kept.text, /value="Article 2 &amp; 3"/);
  assert.equal((await dan.post(`${work}/answer`, { theme, answer: "They get a year more.", changed: "Article 2" })).status, 303);
  const page = (await somebody().get(place)).text;
  assert.match(page, /They get a year more\./);
  assert.match(page, /advertising: 1/);
  assert.doesNotMatch(page, /Buy my product/);
});

test("the whole consultation goes out as JSON, CSV and Markdown, the same by the API; nothing unpublished is in it", async () => {
  await say(somebody(), "Unread words.");
  const api = await somebody().get(`/api/v1/consultations/${id}`);
  const record = JSON.parse(api.text);
  assert.deepEqual(JSON.parse((await somebody().get(`${place}.json`)).text), record);
  assert.deepEqual([record.comments.length, record.refused, record.waiting], [2, { advertising: 1 }, 1]);
  assert.equal(record.comments[1].theme, record.themes[0].id);
  assert.equal(JSON.parse((await somebody().get("/api/v1/consultations")).text).items[0].standing, "open");
  const csv = (await somebody().get(`${place}.csv`)).text;
  assert.match(csv, /Article 2,Publication,Small bodies cannot\.,,Town of X,Small bodies,They get a year more\.,Article 2/);
  const markdown = (await somebody().get(`${place}.md`)).text;
  assert.match(markdown, /> \\<script\\>alert\(1\)/);
  for (const text of [api.text, csv, markdown]) assert.doesNotMatch(text, /Unread words|Buy my product|Dan/);
});

test("what is too long, full of links, too fast, too old or caught in the trap comes back with every word of it", async () => {
  const who = somebody();
  const long = "word ".repeat(1200).trim();
  const cases: [Record<string, string>, string, number][] = [
    [{}, long, 413],
    [{}, "http://a.example http://b.example https://c.example", 422],
    [{ form: timely(1) }, "Too fast.", 429],
    [{ form: timely(commentLimits.mostSeconds + 60) }, "Too old.", 409],
    [{ form: `${Math.floor(Date.now() / 1000) - 20}.${"A".repeat(43)}` }, "Forged.", 409],
    [{ website: "https://spam.example" }, "Trapped.", 422],
    [{ name: "n".repeat(200) }, "A name that is too long.", 413],
    [{ on: "" }, "   ", 422],
  ];
  for (const [more, body, status] of cases) {
    const answer = await say(who, body, { organisation: "Kept & said", ...more });
    assert.equal(answer.status, status, body.slice(0, 40));
    assert.match(answer.text, /value="Kept &amp; said"/);
    if (body.trim()) assert.ok(answer.text.includes(body), body.slice(0, 40));
  }
  const again = (await say(who, "Too fast.", { form: timely(1) })).text;
  assert.match(again, /name="form" value="\d+\.[\w-]{43}"/);
  assert.ok(!(await held()).some(({ body }) => /Too|Forged|Trapped|^word/.test(body)));
  assert.equal((await say(who, "x".repeat(1_000_000))).status, 413);
  assert.equal((await say(who, "No such article.", { on: "e9" })).status, 404);
  const foreign = await who.post(`${place}/comment`, { body: "x", form: timely() }, { origin: "https://evil.example" });
  assert.equal(foreign.status, 403);
});

test("three hundred quick comments from one network leave ten; the text comes back; another network is heard", async () => {
  const before = (await held()).length;
  const flood = somebody();
  let last = await say(flood, "Flood 0");
  for (let number = 1; number < 300; number += 1) last = await say(flood, `Flood ${number}`);
  assert.equal(last.status, 429);
  assert.match(last.text, /Flood 299<\/textarea>/);
  assert.ok(Number(last.headers.get("retry-after")) > 0);
  assert.equal((await held()).length - before, commentLimits.perNetwork);
  assert.equal((await say(somebody(), "Heard.")).status, 303);
  await say(somebody(), "Heard.");
  assert.equal((await held()).filter(({ body }) => body === "Heard.").length, 1, "the same words are kept once");
});

test("when very many wait no more are taken, and nothing that tells who sent is in the database", async () => {
  await sql`insert into consultation_comments (consultation, body) select ${id}, 'Filled ' || n from generate_series(1, ${commentLimits.waiting}) n`.execute(
    db,
  );
  const full = await say(somebody(), "One more.");
  assert.equal(full.status, 503);
  assert.match(full.text, /One more\.<\/textarea>/);
  const { rows } = await sql<{ kept: string }>`
    select coalesce(string_agg(c::text, ' '), '') || coalesce((select string_agg(s::text, ' ') from consultation_senders s), '') as kept from consultation_comments c`.execute(
    db,
  );
  assert.doesNotMatch(rows[0]?.kept ?? "", /203\.0\.|Mozilla/);
  await sql`delete from consultation_comments where body like 'Filled %'`.execute(db);
});

test("an ended consultation is read only, and what was typed meanwhile is not lost", async () => {
  assert.match((await dan.post(`${work}/close`, {})).text, /Nothing was done: the box that says you are sure is not ticked/);
  assert.equal((await dan.post(`${work}/close`, { sure: "yes" })).status, 303);
  const late = await say(somebody(), "Late words.");
  assert.equal(late.status, 409);
  assert.match(late.text, /Late words\.<\/textarea>/);
  const page = await somebody().get(place);
  assert.equal(page.status, 200);
  assert.doesNotMatch(page.text, new RegExp(`${place}/comment`));
  assert.match((await somebody().get(`${place}/comment`)).text, /takes no comments now/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { openTestRegistry } from "../../../test/support.ts";
import { join, openPeople } from "../../../test/visitor.ts";
import type { DraftContent } from "../../drafting/draft.ts";
import { findTrailEnd } from "../../drafting/event.ts";
import { findConsultation } from "../../drafting/find-consultation.ts";
import { findLicences } from "../../drafting/find-licences.ts";
import { beginDraft } from "../../drafting/record.ts";
import { openConsultation } from "../../drafting/record-consultation.ts";
import { listJobs } from "../../measurement/jobs/find.ts";
import { findRecord } from "../../registry/find.ts";
import { named } from "../../registry/nouns.ts";
import { recordWithin } from "../../registry/record.ts";

const { db } = await openTestRegistry();
const house = await openPeople(db);
const dan = await join(house, "Dan", "drafter");
const rita = await join(house, "Rita", "reviewer");
const ada = await join(house, "Ada", "approver");

const content: DraftContent = {
  title: "Licence decree",
  language: "en",
  profile: { form: "decree", capacity: "starter", jurisdiction: "CH", addressees: [], stage: "unknown", means: [] },
  beginning: "nothing",
  answers: { "licence-list": "MIT and EUPL-1.2" },
  elements: [
    {
      id: "e1",
      kind: "article",
      heading: "Licences",
      text: "Code is published under one of {licence-list}.",
      origin: { kind: "own" },
      codings: [{ type: "approved-licence-list", strength: "must", by: "person", because: [], verdict: "accepted" }],
    },
  ],
};
const draft = await beginDraft(db, "local", content, { account: "x", name: "Dan", role: "drafter" });
const consulted: string[] = [];
const at = `/en/drafts/${draft}`;
const facts = {
  title: "Licence <decree>",
  type: "decree",
  force: "binding",
  level: "national",
  jurisdiction: "CH",
  body_name: "Office of Code",
  adopted: "2026-11-20",
  in_force: "2026-11-22",
  licence: "CC0-1.0",
  binds_body: "yes",
};

test("each step is taken by its role through plain forms, and the trail tells of it", async () => {
  assert.equal((await rita.post(`${at}/approval/review`, { step: "legal-review" })).status, 403);
  const none = await dan.post(`${at}/approval/review`, {});
  assert.equal(none.status, 422);
  assert.match(none.text, /No review is chosen/);
  assert.equal((await dan.post(`${at}/approval/review`, { step: "legal-review" })).status, 303);
  const back = await rita.post(`${at}/approval/decide-review`, { step: "approval", verdict: "passed", note: "typed & kept" });
  assert.equal(back.status, 422);
  assert.match(back.text, /typed &amp; kept<\/textarea>/);
  assert.equal(
    (await rita.post(`${at}/approval/decide-review`, { step: "legal-review", verdict: "passed", note: "<b>fine</b>" })).status,
    303,
  );
  const page = await ada.get(`${at}/approval`);
  assert.match(page.text, /&lt;b&gt;fine/);
  assert.match(page.text, /decide-approval/);
  assert.doesNotMatch((await rita.get(`${at}/approval`)).text, /decide-approval/);
  const early = (await ada.get(`/fr/drafts/${draft}/adopt`)).text;
  assert.doesNotMatch(early, /name="licence"/, "not before it is approved");
  assert.match(early, /en attente d’approbation\. Votre rôle\s: approbateur/);
  assert.equal((await ada.post(`${at}/approval/decide-approval`, { step: "approval", verdict: "passed" })).status, 303);
  const again = await ada.post(`${at}/approval/decide-approval`, { step: "approval", verdict: "passed", note: "late" });
  assert.equal(again.status, 409);
  const whole = await dan.get(`${at}/approval`);
  assert.match(whole.text, /none changed since it was written/);
  const { entries, fingerprint } = await findTrailEnd(db, draft);
  const check = async (pasted: string) => (await dan.get(`${at}/approval?fingerprint=${pasted}`)).text;
  assert.match(await check(fingerprint.slice(0, 16).toUpperCase()), new RegExp(`stands in this trail: entry ${entries} of ${entries},`));
  assert.match(await check("0".repeat(16)), /No entry of this trail/);
  assert.match(await check("abc"), /at least eight/);
});

test("adoption offers the bodies of the place first and others by typing, and fills in no licence that the registry does not know", async () => {
  const { text } = await ada.get(`${at}/adopt`);
  const here = text.slice(text.indexOf('name="body"'), text.indexOf("</select>", text.indexOf('name="body"')));
  assert.match(here, /value="ch-federal-assembly"/);
  assert.doesNotMatch(here, /value="fr-/);
  const offered = text.slice(text.indexOf('<datalist id="field-body_other-offered"'));
  assert.match(offered, /\(France\)"/);
  assert.doesNotMatch(offered.slice(0, offered.indexOf("</datalist>")), /\(Switzerland\)"/);
  assert.match(text, /name="licence" value=""[^>]* required/);
  assert.match(text, /Texts of Switzerland in the registry stand under: CC0-1\.0 \(\d+\); official text, no copyright/);
  const canada = await findLicences(db, "CA", undefined);
  assert.deepEqual([canada?.of, canada?.licences.map(({ licence }) => licence)], ["place", ["OGL-Canada-2.0"]]);
  assert.equal((await findLicences(db, "CH", "ch-federal-assembly"))?.of, "body");
  assert.equal(await findLicences(db, "AQ", undefined), undefined);
});

test("adoption says that a consultation is open, and ends it", async () => {
  const asked = {
    title: "Have your say",
    introduction: "Please.",
    answered_by: "The office",
    language: "en",
    opens_on: "2000-01-01",
    closes_on: "2099-12-31",
  };
  const consultation = await openConsultation(db, draft, asked, undefined, { account: "x", name: "Dan", role: "drafter" });
  assert.match((await ada.get(`${at}/adopt`)).text, /Adoption closes it/);
  assert.match((await house.newcomer().get(`/en/consultations/${consultation}`)).text, />open<\/span>/);
  consulted.push(consultation);
});

test("adoption keeps what was typed where it is refused, and then the policy, its body and its checks are public", async () => {
  const wrong = await ada.post(`${at}/adopt`, { ...facts, in_force: "2026-11-19" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /before it was adopted/);
  assert.match(wrong.text, /value="Licence &lt;decree&gt;"/);
  assert.match(wrong.text, /value="Office of Code"/);
  const unlicensed = await ada.post(`${at}/adopt`, { ...facts, licence: "je ne sais pas" });
  assert.equal(unlicensed.status, 422);
  assert.match(unlicensed.text, /expected an SPDX expression/);
  assert.match(unlicensed.text, /value="je ne sais pas"/);
  const nobody = await ada.post(`${at}/adopt`, { ...facts, body_other: "Office of Nothing" });
  assert.equal(nobody.status, 422);
  assert.match(nobody.text, /holds no body “Office of Nothing”/);
  const elsewhere = await ada.post(`${at}/adopt`, { ...facts, jurisdiction: "FR", body: "ch-federal-assembly" });
  assert.equal(elsewhere.status, 422);
  assert.match(elsewhere.text, /“ch-federal-assembly” is none of the place that is chosen/);
  const [done, second] = await Promise.all([ada.post(`${at}/adopt`, facts), ada.post(`${at}/adopt`, { ...facts, id: "ch-twice" })]);
  assert.equal(second.status, 409, "of two adoptions at once one is");
  assert.deepEqual(
    [done.status, done.location],
    [303, `${at}/measure`],
    done.text.slice(done.text.indexOf("<main"), done.text.indexOf("<main") + 2000),
  );
  const again = (await ada.get(`/fr/drafts/${draft}/adopt`)).text;
  assert.match(again, /déjà adopté\. Il figure au registre sous <a href="\/fr\/instruments\/ch-licence-decree">/);
  assert.doesNotMatch(again, /Votre rôle/);
  for (const id of consulted) assert.ok((await findConsultation(db, id))?.closed_at, "nobody is asked about an adopted text");
  const file = await ada.get(`${at}/export/draft.md`);
  assert.match(file.text, /Adopted on 20 November 2026/);
  assert.match(file.text, /instruments\/ch\\?-licence\\?-decree/);
  assert.doesNotMatch(file.text, /Draft, as of/);
  assert.match((await ada.get(`${at}/export/draft.xml`)).text, /<act name="decree">/);
  assert.match((await ada.get(`${at}/export/draft.yml`)).text, /\nid: ch-licence-decree\n/);
  const page = await ada.get(`${at}/measure`);
  assert.doesNotMatch(page.text, /did not say that the text binds/);
  assert.match(page.text, /acceptedLicences = MIT, EUPL-1.2/);
  assert.match(page.text, /--policy ch-licence-decree/);
  const outside = await house.newcomer().get("/en/instruments/ch-licence-decree");
  assert.equal(outside.status, 200);
  assert.match(outside.text, /Code is published under one of MIT and EUPL-1.2\./);
  assert.equal((await house.newcomer().get("/en/bodies/ch-office-of-code")).status, 200);
  const { record } = (await findRecord(db, "instrument", "ch-licence-decree")) ?? {};
  assert.equal(record?.sources[0]?.address, "http://localhost/en/instruments/ch-licence-decree");
  assert.equal(record?.provisions[0]?.codings[0]?.coder, "ministry");
  const { entries, fingerprint } = await findTrailEnd(db, draft);
  const { rows } = await sql<{ why: string }>`select why from revisions where noun = 'instrument' and id = 'ch-licence-decree'`.execute(db);
  assert.equal(
    rows[0]?.why,
    `Adopted in the workbench on 2026-11-20. Trail of the draft, entries: ${entries}; last fingerprint: ${fingerprint.slice(0, 16)}`,
  );
});

test("a look that found nothing reads as of its day where a text was registered since", async () => {
  const place = async () => (await house.newcomer().get("/en/jurisdictions/AD")).text;
  const looked = (text: string) => text.slice(text.indexOf('id="coverage"'), text.indexOf('id="coverage"') + 400);
  const { record } = (await findRecord(db, "instrument", "ch-licence-decree")) ?? {};
  assert.ok(record);
  const elsewhere = { ...record, id: "ad-licence-decree", jurisdiction: "AD" };
  await recordWithin(db, [named("instrument", elsewhere)], { who: "ministry", why: "test" });
  const text = looked(await place());
  assert.match(text, /On 23 November 2026 nobody found one; texts of this place that are registered now: 1/);
  assert.doesNotMatch(text, /looked, none found/i);
});

test("a trail whose end was cut off is told by what the draft holds beside it", async () => {
  assert.doesNotMatch((await dan.get(`${at}/approval`)).text, /lacks its end/);
  await sql`alter table draft_events disable trigger user`.execute(db);
  await sql`delete from draft_events where draft = ${draft} and what = 'adopted'`.execute(db);
  await sql`alter table draft_events enable trigger user`.execute(db);
  const { text } = await dan.get(`${at}/approval`);
  assert.match(text, /role="alert">The trail lacks its end/);
  assert.doesNotMatch(text, /none changed since/);
});

test("the first source is put in the queue for the body; a path of the server's machine is not", async () => {
  const path = await ada.post(`${at}/measure`, { kind: "repository", address: "/etc" });
  assert.equal(path.status, 422);
  assert.match(path.text, /value="\/etc"/);
  assert.equal((await rita.post(`${at}/measure`, { kind: "repository", address: "https://example.org/a/b.git" })).status, 403);
  assert.equal((await ada.post(`${at}/measure`, { kind: "repository", address: "https://example.org/a/b.git" })).status, 303);
  const [job] = await listJobs(db, { limit: 5 });
  assert.deepEqual([job?.body, job?.kind], ["ch-office-of-code", "repository"]);
});

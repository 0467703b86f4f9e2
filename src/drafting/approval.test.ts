import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import { openTestRegistry } from "../../test/support.ts";
import type { Role } from "../people/role.ts";
import { findRecord } from "../registry/find.ts";
import { Problem } from "../shared/problem.ts";
import { type Step, steps } from "./approval.ts";
import type { DraftContent } from "./draft.ts";
import { firstBroken, listEvents } from "./event.ts";
import { findVersion, requireDraft } from "./find.ts";
import { listRounds, openRound } from "./find-approval.ts";
import { beginDraft } from "./record.ts";
import { adoptDraft } from "./record-adoption.ts";
import { beginReview, decideStep, reopen, setAside } from "./record-approval.ts";
import { saveElement } from "./record-wording.ts";

const { db } = await openTestRegistry();
await sql`insert into workspaces (id, name) values ('w1', 'Ministry')`.execute(db);

const person = (name: string, role: Role) => ({ account: name.toLowerCase(), name, role });
const [dan, rita, ada, bea, ann] = [
  person("Dan", "drafter"),
  person("Rita", "reviewer"),
  person("Ada", "approver"),
  person("Bea", "approver"),
  person("Ann", "administrator"),
] as const;
for (const { account, name, role } of [dan, rita, ada, bea, ann]) {
  await sql`insert into accounts (id, name, email) values (${account}, ${name}, ${`${account}@example.org`})`.execute(db);
  await sql`insert into members (workspace, account, role) values ('w1', ${account}, ${role})`.execute(db);
}

const content: DraftContent = {
  title: "Open source policy",
  language: "en",
  profile: { form: "decree", capacity: "starter", addressees: [], stage: "unknown", means: [] },
  beginning: "nothing",
  answers: {},
  elements: [
    {
      id: "e1",
      kind: "article",
      heading: "Publication",
      text: "Public bodies must publish new code.",
      origin: { kind: "own" },
      codings: [{ type: "publish-new-code-by-default", strength: "must", by: "person", because: [], verdict: "accepted" }],
    },
  ],
};
const begin = (by = dan, workspace = "w1", given = content) => beginDraft(db, workspace, given, by);
const facts = (id: string) => ({
  id,
  title: "Open source policy",
  type: "decree",
  force: "binding",
  level: "national",
  jurisdiction: "CH",
  body: { held: "ch-federal-assembly" },
  adopted: "2026-11-20",
  licence: "CC0-1.0",
});
const adopting = { workspace: "Ministry", page: "https://example.org/en/instruments/x", today: "2026-11-23" };
const adopt = (draft: string, by: typeof dan, id = `ch-${draft}`) => adoptDraft(db, draft, facts(id), adopting, by);
const pass = (draft: string, step: Step, by: typeof dan) => decideStep(db, draft, { step, verdict: "passed", note: "" }, by);
const refused = (code: string) => (error: unknown) => error instanceof Problem && error.code === code;

test("a draft passes its reviews and the approval, and what is approved is the version that was kept when review began", async () => {
  const draft = await begin();
  assert.equal(await beginReview(db, draft, ["legal-review", "budget-review"], dan), 1);
  await assert.rejects(saveElement(db, draft, "e1", { heading: "H", text: "Changed.", base: 1 }, dan), refused("conflict"));
  await pass(draft, "budget-review", rita);
  await assert.rejects(pass(draft, "approval", ada), refused("conflict"), "one review is open");
  await pass(draft, "legal-review", rita);
  assert.equal((await requireDraft(db, draft)).state, "approval");
  await assert.rejects(pass(draft, "approval", rita), refused("forbidden"));
  await pass(draft, "approval", ada);
  await adopt(draft, ada);
  const { state, adoptedAs } = await requireDraft(db, draft);
  assert.deepEqual([state, adoptedAs], ["adopted", `ch-${draft}`]);
  const events = await listEvents(db, draft);
  assert.equal(firstBroken(draft, events), undefined);
  assert.deepEqual(
    events.filter(({ what }) => what === "step-decided").map(({ who, detail }) => [who, detail.step, detail.version]),
    [
      ["Rita", "budget-review", 1],
      ["Rita", "legal-review", 1],
      ["Ada", "approval", 1],
    ],
  );
  const text = (await findVersion(db, draft, 1))?.content.elements[0]?.text;
  assert.equal((await findRecord(db, "instrument", `ch-${draft}`))?.record.provisions[0]?.wording[0]?.text, text);
});

test("what is sent back is open again, and needs every step anew", async () => {
  const draft = await begin();
  await beginReview(db, draft, ["legal-review"], dan);
  await assert.rejects(
    decideStep(db, draft, { step: "legal-review", verdict: "sent-back", note: " " }, rita),
    refused("invalid-input"),
    "without a reason",
  );
  await decideStep(db, draft, { step: "legal-review", verdict: "sent-back", note: "Who is bound?" }, rita);
  await saveElement(db, draft, "e1", { heading: "Publication", text: "Ministries must publish new code.", base: 1 }, dan);
  assert.equal(await beginReview(db, draft, ["technical-review"], dan), 2);
  await assert.rejects(adopt(draft, ada), refused("conflict"));
  await pass(draft, "technical-review", rita);
  await pass(draft, "approval", ada);
  await reopen(db, draft, "The minister asks for a deadline.", ada);
  assert.equal((await requireDraft(db, draft)).state, "drafting");
  assert.equal(await openRound(db, draft), undefined);
  assert.deepEqual(
    (await listRounds(db, draft)).map(({ version, outcome }) => [version, outcome]),
    [
      [2, "sent-back"],
      [1, "sent-back"],
    ],
  );
});

test("a text with an open blank or a reference to nothing is not given to review", async () => {
  const [element] = content.elements;
  const draft = await begin(dan, "w1", {
    ...content,
    elements: [{ ...(element as DraftContent["elements"][number]), text: "{lead-body} decides under [[sanctions]]." }],
  });
  await assert.rejects(beginReview(db, draft, ["legal-review"], dan), /Article 1: Lead body for digital government; Article 1: Sanctions/);
  assert.equal((await requireDraft(db, draft)).state, "drafting");
});

test("a text that was approved with something open, as older programs let it, is not adopted", async () => {
  const draft = await begin();
  await beginReview(db, draft, ["legal-review"], dan);
  await pass(draft, "legal-review", rita);
  await pass(draft, "approval", ada);
  await sql`alter table draft_versions disable trigger user`.execute(db);
  await sql`update draft_versions set content = jsonb_set(content, '{elements,0,heading}', '"Duty of {lead-body}"') where draft = ${draft}`.execute(
    db,
  );
  await sql`alter table draft_versions enable trigger user`.execute(db);
  await assert.rejects(adopt(draft, ada), /not finished: Article 1: Lead body for digital government/);
  assert.equal((await requireDraft(db, draft)).state, "approved");
});

test("two approvers at the same moment: one decides, the other is told; the same with adoption", async () => {
  const draft = await begin();
  await beginReview(db, draft, ["legal-review"], dan);
  await pass(draft, "legal-review", rita);
  const decided = await Promise.allSettled([ada, bea].map((who) => pass(draft, "approval", who)));
  assert.deepEqual(decided.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  const adopted = await Promise.allSettled([ada, bea].map((who) => adopt(draft, who)));
  assert.deepEqual(adopted.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  assert.ok(adopted.every((one) => one.status === "fulfilled" || refused("conflict")(one.reason)));
});

test("nobody approves alone what they alone wrote, unless nobody else is there; then the trail says so", async () => {
  const draft = await begin(ann);
  await beginReview(db, draft, ["legal-review"], ann);
  await pass(draft, "legal-review", ann);
  await assert.rejects(pass(draft, "approval", ann), refused("forbidden"));
  await pass(draft, "approval", ada);

  await sql`insert into workspaces (id, name) values ('alone', 'One person')`.execute(db);
  await sql`insert into members (workspace, account, role) values ('alone', 'ann', 'administrator')`.execute(db);
  const own = await begin(ann, "alone");
  await beginReview(db, own, ["legal-review"], ann);
  await pass(own, "legal-review", ann);
  await pass(own, "approval", ann);
  assert.ok((await listEvents(db, own)).some(({ what, detail }) => what === "step-decided" && typeof detail.alone === "string"));
});

test("an adoption that fails in its last part leaves nothing of it", async () => {
  const draft = await begin();
  await beginReview(db, draft, ["legal-review"], dan);
  await pass(draft, "legal-review", rita);
  await pass(draft, "approval", ada);
  const before = (await listEvents(db, draft)).length;
  await sql`create function fail_here() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$`.execute(
    db,
  );
  await sql`create trigger fail_here before update of adopted_as on drafts for each row execute function fail_here()`.execute(db);
  await assert.rejects(adopt(draft, ada), /disk is full/);
  await sql`drop trigger fail_here on drafts`.execute(db);
  assert.equal(await findRecord(db, "instrument", `ch-${draft}`), undefined);
  assert.ok(
    !(await findRecord(db, "dossier", "ch-federal-assembly"))?.record.instruments.some(({ instrument }) => instrument === `ch-${draft}`),
  );
  assert.deepEqual([(await requireDraft(db, draft)).state, (await listEvents(db, draft)).length], ["approved", before]);
  await adopt(draft, ada);
});

const actors = [dan, rita, ada, ann] as const;
const action = fc.record({
  who: fc.constantFrom(...actors),
  what: fc.constantFrom("review", "pass", "back", "reopen", "aside", "again", "adopt"),
  step: fc.constantFrom(...steps),
});

test("no walk of anybody's actions leads to an adopted draft without every step of its last round", async () => {
  let reached = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 24 }), async (walk) => {
      const draft = await begin();
      for (const { who, what, step } of walk) {
        const act = {
          review: () => beginReview(db, draft, ["legal-review"], who),
          pass: () => pass(draft, step, who),
          back: () => decideStep(db, draft, { step, verdict: "sent-back", note: "No." }, who),
          reopen: () => reopen(db, draft, "Again.", who),
          aside: () => setAside(db, draft, true, who),
          again: () => setAside(db, draft, false, who),
          adopt: () => adopt(draft, who),
        }[what];
        await act().catch((error) => assert.ok(error instanceof Problem, error));
      }
      const { state } = await requireDraft(db, draft);
      const [last] = await listRounds(db, draft);
      const passed = last?.decisions.filter(({ verdict }) => verdict === "passed").map(({ step }) => step) ?? [];
      if (state === "approved" || state === "adopted") {
        reached += 1;
        assert.deepEqual([...passed].sort(), [...(last?.steps ?? [])].sort());
        assert.ok(
          last?.decisions.every(({ step, role }) => role === "administrator" || role === (step === "approval" ? "approver" : "reviewer")),
        );
      }
      assert.equal(firstBroken(draft, await listEvents(db, draft)), undefined);
    }),
    {
      numRuns: 60,
      examples: [
        [
          ["review", "pass", "pass", "adopt"].map((what, i) => ({
            who: [dan, rita, ada, ada][i],
            what,
            step: i === 1 ? "legal-review" : "approval",
          })) as never,
        ],
      ],
    },
  );
  assert.ok(reached > 0, "some walk goes the whole way");
});

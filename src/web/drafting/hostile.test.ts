import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestRegistry } from "../../../test/support.ts";
import { type Answer, accountOf, join, openPeople } from "../../../test/visitor.ts";
import { findDraft, listConflicts } from "../../drafting/find.ts";

const { db } = await openTestRegistry();
const house = await openPeople(db);
const { ann } = house;
const ben = await join(house, "Ben", "drafter");
const profile = { form: "decree", capacity: "starter" };
const lastOf = ({ location, text }: Answer) => location?.split("/").at(-1) ?? assert.fail(text.slice(0, 3000));

async function begin(): Promise<string> {
  return lastOf(await ann.post("/en/drafting/begin/nothing", { title: "A decree", language: "en", ...profile }));
}
async function add(draft: string, more: Record<string, string> = {}): Promise<string> {
  return lastOf(await ann.post(`/en/drafts/${draft}/add`, { kind: "article", ...more }));
}
async function beginWithArticle(): Promise<{ draft: string; id: string; path: string }> {
  const draft = await begin();
  const id = await add(draft);
  return { draft, id, path: `/en/drafts/${draft}/elements/${id}` };
}
async function elementsOf(draft: string) {
  return (await findDraft(db, draft))?.elements ?? [];
}
async function removalOf(draft: string): Promise<string> {
  return /name="event" value="(\d+)"/.exec((await ann.get(`/en/drafts/${draft}/outline`)).text)?.[1] ?? "";
}

test("a revision that is none makes a conflict in which nothing is lost, never an error", async () => {
  const { draft, path } = await beginWithArticle();
  const bases = ["-1", "0", "1.5", "1e300", "99999999999", "NaN", "Infinity", ""];
  for (const base of bases) {
    const saved = await ann.post(path, { heading: `Base ${base}`, text: "Typed.", base });
    assert.match(saved.location ?? "", /\/history#wording-\d+$/, base);
    assert.equal((await ann.post(`${path}/typing`, { heading: "h", text: "Typed.", base })).status, 204, base);
  }
  assert.equal((await listConflicts(db, draft)).length, bases.length);
  assert.equal((await elementsOf(draft))[0]?.text, "");
});

test("an article that is put back does not fit a page from before: nobody's words are overwritten", async () => {
  const { draft, id, path } = await beginWithArticle();
  await ben.post(path, { heading: "Ben's", text: "Ben's words.", base: "1" });
  await ben.post(`${path}/remove`, { sure: "yes" });
  const event = await removalOf(draft);
  const twice = await Promise.all([ann, ben].map((who) => who.post(`/en/drafts/${draft}/restore`, { event })));
  assert.deepEqual(twice.map(({ status }) => status).sort(), [303, 409]);
  assert.match((await ann.post(path, { heading: "Ann's", text: "Ann's words.", base: "1" })).location ?? "", /#wording-/);
  const [held] = await elementsOf(draft);
  assert.deepEqual([held?.id, held?.text, held?.revision], [id, "Ben's words.", 3]);
});

test("of two who answer blanks or change the title at once neither overwrites what they did not see", async () => {
  const { draft, path } = await beginWithArticle();
  await ann.post(path, { heading: "", text: "{lead-body} must publish by {in-force-date}.", base: "1" });
  const shown = { "seen-lead-body": "", "blank-lead-body": "", "seen-in-force-date": "", "blank-in-force-date": "" };
  await ben.post(`/en/drafts/${draft}/blanks`, { ...shown, "blank-lead-body": "The agency" });
  assert.equal((await ann.post(`/en/drafts/${draft}/blanks`, { ...shown, "blank-in-force-date": "1 May" })).status, 303);
  assert.deepEqual((await findDraft(db, draft))?.answers, { "lead-body": "The agency", "in-force-date": "1 May" });
  const late = await ann.post(`/en/drafts/${draft}/blanks`, { ...shown, "blank-lead-body": "The ministry" });
  assert.equal(late.status, 409);
  assert.match(late.text, /somebody else set “Lead body for digital government” to “The agency”/);
  assert.match(late.text, /value="The ministry"/);
  assert.match(late.text, /name="seen-lead-body" value="The agency"/);
  const page = await ann.get(`/en/drafts/${draft}/details`);
  const seen = (/name="seen" value="([^"]*)"/.exec(page.text)?.[1] ?? "").replaceAll("&quot;", '"');
  await ben.post(`/en/drafts/${draft}/details`, { title: "Ben's title", language: "en", ...profile, seen });
  const lost = await ann.post(`/en/drafts/${draft}/details`, { title: "Ann's title", language: "en", ...profile, seen });
  assert.equal(lost.status, 409);
  assert.match(lost.text, /the title to “Ben&#39;s title”/);
  assert.equal((await findDraft(db, draft))?.title, "Ben's title");
});

test("of two who decide different codings at once neither undoes the other", async () => {
  const { draft, path } = await beginWithArticle();
  const types = ["publish-existing-code", "code-inventory"];
  for (const type of types)
    assert.equal((await ann.post(`${path}/codings`, { position: "new", type, strength: "must" })).status, 303, type);
  const decided = await Promise.all(
    types.map((was, position) => [ann, ben][position]?.post(`${path}/codings`, { position: String(position), was, verdict: "refused" })),
  );
  assert.deepEqual(
    decided.map((answer) => answer?.status),
    [303, 303],
  );
  assert.deepEqual(
    (await elementsOf(draft))[0]?.codings.map(({ verdict }) => verdict),
    ["refused", "refused"],
  );
});

test("whatever refuses a form, the words that were typed stand on the answer to be sent again", async () => {
  const { draft, path } = await beginWithArticle();
  const kept = (answer: Answer, status: number) => {
    assert.equal(answer.status, status);
    assert.match(answer.text, /<textarea[^>]*>[^<]*many words typed/);
    assert.equal(answer.headers.get("cache-control"), "no-store");
  };
  kept(await ann.post(`${path}/comments`, { body: "many words typed", span: "nowhere" }), 409);
  kept(await ann.post(`${path}/comments`, { body: "many words typed ".repeat(400) }), 413);
  kept(await ann.post(`${path}/comments`, { body: "many words typed", answers: "77777" }), 404);
  kept(await ann.post(`${path}/codings`, { position: "new", type: "", strength: "must", addressee: "many words typed" }), 400);
  const other = await add(draft);
  await ann.post(`/en/drafts/${draft}/elements/${other}/remove`, { sure: "yes" });
  kept(await ann.post(`/en/drafts/${draft}/elements/${other}`, { heading: "", text: "many words typed", base: "1" }), 404);
  const cat = await join(house, "Cat", "drafter");
  await ann.post("/en/workspaces/local", { do: "role", account: await accountOf(db, "Cat"), role: "reader" });
  kept(await cat.post(path, { heading: "", text: "many words typed", base: "1" }), 403);
  await ann.post("/en/workspaces/local", { do: "remove", account: await accountOf(db, "Cat") });
  const stranger = await cat.post(path, { heading: "", text: "many words typed", base: "1" });
  kept(stranger, 404);
  assert.doesNotMatch(stranger.text, /A decree/);
  const marked = await ann.post(`${path}/comments`, { body: "many words typed </textarea><script>x</script>", span: "nowhere" });
  assert.doesNotMatch(marked.text, /<script>x/);
});

test("a password is neither shown nor carried when the session has ended", async () => {
  const eve = await join(house, "Eve", "reader");
  await db
    .deleteFrom("sessions")
    .where("account", "=", await accountOf(db, "Eve"))
    .execute();
  const answer = await eve.post("/en/account", { do: "password", password: "my old pass phrase", new: "my new pass phrase" });
  assert.deepEqual([answer.status, answer.location], [303, "/en/sign-in?next=%2Fen%2Faccount"]);
  assert.doesNotMatch(answer.text, /phrase/);
});

test("an article is added behind the same one a hundred times and stands where it was put", async () => {
  const draft = await begin();
  const first = await add(draft);
  const added: string[] = [];
  for (let round = 0; round < 100; round++) added.unshift(await add(draft, { behind: first }));
  assert.deepEqual(
    (await elementsOf(draft)).map(({ id }) => id),
    [first, ...added],
  );
});

test("a chapter moves over the chapter beside it by its buttons, with its articles", async () => {
  const draft = await begin();
  const names = new Map<string, string>();
  for (const [name, kind] of [
    ["1", "part"],
    ["a", "article"],
    ["b", "article"],
    ["2", "part"],
    ["c", "article"],
    ["A", "annex"],
  ] as const)
    names.set(await add(draft, { kind }), name);
  const idOf = (name: string) => [...names].find(([, held]) => held === name)?.[0];
  const moved = async (name: string, to: string) => {
    await ann.post(`/en/drafts/${draft}/elements/${idOf(name)}/move`, { to });
    return (await elementsOf(draft)).map(({ id }) => names.get(id)).join("");
  };
  assert.equal(await moved("1", "down"), "2c1abA");
  assert.equal(await moved("1", "up"), "1ab2cA");
  assert.equal(await moved("2", "up"), "2c1abA");
  assert.equal(await moved("2", "up"), "2c1abA", "nothing stands above");
  assert.equal(await moved("1", "down"), "2cA1ab", "over an annex");
  assert.equal(await moved("a", "down"), "2cA1ba");
  assert.equal(await moved("1", "up"), "2c1baA");
  assert.equal(await moved("b", "up"), "2cb1aA", "an article goes into the chapter above");
});

test("what no database holds is left out, and a title that nobody can see is refused", async () => {
  const { draft, path } = await beginWithArticle();
  const nul = "a\0\u0001b";
  const titled = lastOf(await ann.post("/en/drafting/begin/nothing", { title: nul, issuing_body: nul, language: "en", ...profile }));
  assert.deepEqual([(await findDraft(db, titled))?.title, (await findDraft(db, titled))?.profile.issuing_body], ["ab", "ab"]);
  for (const title of ["\u200b\u2060", "\u202e", "…"])
    assert.equal((await ann.post("/en/drafting/begin/nothing", { title, language: "en", ...profile })).status, 422);
  assert.equal((await ann.post(path, { heading: nul, text: `{lead-body} ${nul}`, base: "1" })).status, 303);
  assert.equal((await ann.post(`${path}/comments`, { body: nul, suggestion: nul })).status, 303);
  assert.equal((await ann.post(`/en/drafts/${draft}/blanks`, { "blank-lead-body": nul })).status, 303);
  assert.equal((await ann.post(`/en/drafts/${draft}/versions`, { label: `a${"😀".repeat(99)}` })).status, 303);
  const coded = { position: "new", type: "publish-existing-code", strength: "must", addressee: nul };
  assert.equal((await ann.post(`${path}/codings`, coded)).status, 303);
  assert.equal((await ann.post(`${path}/comments`, { body: "x", suggestion: "y".repeat(100_001) })).status, 400);
});

test("a blank may be called constructor", async () => {
  const { draft, path } = await beginWithArticle();
  await ann.post(path, { heading: "{constructor}", text: "The {constructor} must.", base: "1" });
  for (const page of ["", "/blanks", "/gaps", "/outline", "/export", "/approval"])
    assert.equal((await ann.get(`/en/drafts/${draft}${page}`)).status, 200, page);
  assert.match((await ann.get(`/en/drafts/${draft}`)).text, /\[<span class="unseen">[^<]*<\/span><bdi lang="en">constructor<\/bdi>\]/);
});

test("a long run of blanks costs no time", async () => {
  const { path } = await beginWithArticle();
  const start = performance.now();
  assert.equal(
    (await ann.post(`${path}/typing`, { heading: " ".repeat(90_000), text: `${" \t".repeat(49_000)}x`, base: "1" })).status,
    204,
  );
  assert.ok(performance.now() - start < 3000);
});

test("what is typed anywhere stays text on every page of a draft", async () => {
  const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;
  const draft = lastOf(await ann.post("/en/drafting/begin/nothing", { title: evil, issuing_body: evil, language: "en", ...profile }));
  const id = await add(draft);
  const path = `/en/drafts/${draft}/elements/${id}`;
  await ann.post(path, { heading: evil, text: `${evil} {lead-body} [[${evil}]] [[#nowhere]]`, base: "1" });
  await ann.post(`${path}/comments`, { body: evil, span: "<script>", suggestion: evil });
  await ann.post(`${path}/codings`, { position: "new", type: "publish-existing-code", strength: "must", addressee: evil });
  await ann.post(`/en/drafts/${draft}/blanks`, { "blank-lead-body": evil });
  await ann.post(`/en/drafts/${draft}/versions`, { label: evil });
  await ann.post(path, { heading: evil, text: `${evil}!`, base: "1" });
  const asked = `clause=${encodeURIComponent(evil)}&saved=${encodeURIComponent(evil)}&behind=${encodeURIComponent(evil)}`;
  const pages = [
    "",
    "/outline",
    "/blanks",
    "/details",
    "/gaps",
    "/versions",
    "/versions/1",
    "/approval",
    "/add",
    "/consultation",
    "/export",
  ];
  const addresses = [...pages.map((page) => `/en/drafts/${draft}${page}`), path, `${path}/history`, `/en/drafts/${draft}/compare?from=1`];
  for (const address of [...addresses, "/en/drafting", "/en/drafting/begin/nothing", "/en/drafting/begin/instrument"]) {
    const page = await ann.get(`${address}${address.includes("?") ? "&" : "?"}${asked}`);
    assert.equal(page.status, 200, address);
    assert.doesNotMatch(page.text, /<script>alert|<img src=x/, address);
  }
});

test("who takes another name does not approve what they alone wrote", async () => {
  const { draft, path } = await beginWithArticle();
  await ann.post(path, { heading: "Duty", text: "The ministry must publish.", base: "1" });
  await ann.post(`/en/drafts/${draft}/approval/review`, { step: "legal-review" });
  await ann.post(`/en/drafts/${draft}/approval/decide-review`, { step: "legal-review", verdict: "passed" });
  const approve = () => ann.post(`/en/drafts/${draft}/approval/decide-approval`, { step: "approval", verdict: "passed" });
  assert.equal((await approve()).status, 403);
  assert.equal((await ann.post("/en/account", { do: "name", name: "Ann Other" })).status, 303);
  assert.equal((await approve()).status, 403);
  await ann.post("/en/account", { do: "name", name: "Ann Li" });
});

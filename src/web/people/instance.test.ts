import assert from "node:assert/strict";
import { after, test } from "node:test";
import { OpenIdProvider } from "../../../test/open-id-provider.ts";
import { openEmptyRegistry } from "../../../test/support.ts";
import { accountOf, codeNow, goodPassword, invitationFor, join, linkIn, openPeople, type Visitor } from "../../../test/visitor.ts";
import { findPerson } from "../../people/accounts.ts";
import { changeAccount } from "../../people/instance.ts";
import { roles } from "../../people/role.ts";

const { db } = await openEmptyRegistry();
const provider = new OpenIdProvider();
await provider.open();
after(() => provider.close());
const openId = { issuer: provider.issuer, clientId: "openfirst", clientSecret: "a secret of the client", name: "State login" };
const house = await openPeople(db, { baseAddress: "http://localhost", openId });
const { ann } = house;
const pageOf = async (name: string) => `/en/people/${await accountOf(db, name)}`;
const blocked = /This account is blocked/;

test("every other role, a stranger and nobody see no account and change none", async () => {
  const account = await accountOf(db, "Ann Li");
  for (const role of roles) await join(house, `A ${role}`.replace(" ", "-"), role);
  const others: [string, Visitor, number][] = [["nobody", house.newcomer(), 303]];
  for (const role of roles) {
    const visitor = house.newcomer();
    assert.equal((await visitor.signIn(`a-${role}@example.org`)).status, 303);
    others.push([role, visitor, 404]);
  }
  for (const [who, visitor, expected] of others) {
    for (const path of ["/en/people", "/en/people?q=ann", `/en/people/${account}`, "/en/people/no-such"]) {
      const answer = await visitor.get(path);
      assert.equal(answer.status, expected, `${who}: ${path}`);
      assert.doesNotMatch(answer.text, /ann@example/, `${who}: ${path}`);
    }
    for (const act of ["block", "unblock", "name-administrator", "withdraw-administrator", "recovery-link"]) {
      const answer = await visitor.post(`/en/people/${account}`, { do: act });
      assert.equal(answer.status, expected === 303 ? 401 : 404, `${who}: ${act}`);
    }
  }
  assert.equal((await ann.get("/en/people")).status, 200);
});

test("the list is searched by name and address, in pages of 50; what is typed into the search is no pattern", async () => {
  await db
    .insertInto("accounts")
    .values(Array.from({ length: 60 }, (_, at) => ({ id: `many-${at}`, name: `Person ${at} 100%`, email: `many${at}@example.net` })))
    .execute();
  const first = await ann.get("/en/people?q=EXAMPLE.net");
  assert.match(first.text, /60 accounts/);
  assert.equal(first.text.match(/href="\/en\/people\/many-/g)?.length, 50);
  const second = await ann.get("/en/people?q=EXAMPLE.net&page=2");
  assert.equal(second.text.match(/href="\/en\/people\/many-/g)?.length, 10);
  assert.match((await ann.get("/en/people?q=person+7+100%25")).text, /\b1 account\b/);
  assert.match((await ann.get("/en/people?q=%25_%25")).text, /\b0 accounts\b/);
  for (const page of ["0", "-1", "99", "x", "1e9"]) assert.equal((await ann.get(`/en/people?page=${page}`)).status, 200, page);
});

test("a form that names no act makes no recovery link, and leaves the one that was given", async () => {
  await join(house, "Lea", "reader");
  const path = await pageOf("Lea");
  const link = linkIn((await ann.post(path, { do: "recovery-link" })).text, "recovery");
  for (const fields of [{}, { do: "" }, { do: "no-such" }]) {
    const answer = await ann.post(path, fields as Record<string, string>);
    assert.deepEqual([answer.status, /recovery\/[\w-]{43}/.test(answer.text)], [400, false]);
  }
  assert.equal((await house.newcomer().get(link)).status, 200);
});

test("a blocked account is signed out at once, and opens in no way until it is unblocked", async () => {
  const bea = await join(house, "Bea", "drafter");
  const path = await pageOf("Bea");
  const recovery = linkIn((await ann.post(path, { do: "recovery-link" })).text, "recovery");
  for (const act of ["block", "name-administrator"]) {
    const unsure = await ann.post(path, { do: act });
    assert.match(unsure.text, /Nothing was done: the box that says you are sure is not ticked/, act);
  }
  assert.equal((await bea.get("/en/people")).status, 404, "signed in still, and no administrator");
  assert.equal((await ann.post(path, { do: "block", sure: "yes" })).location, path);
  assert.equal((await bea.get("/en/account")).status, 303, "the open session");
  const refused = await house.newcomer().signIn("bea@example.org");
  assert.deepEqual([refused.status, blocked.test(refused.text)], [403, true]);
  assert.doesNotMatch(
    (await house.newcomer().signIn("bea@example.org", "not the password")).text,
    blocked,
    "told to who knows the password",
  );
  assert.equal((await house.newcomer().get(recovery)).status, 404, "the link made before");
  assert.equal((await ann.post(path, { do: "recovery-link" })).status, 403, "no new one");
  assert.match((await ann.get("/en/people")).text, /bea@example\.org<\/bdi> · blocked/);
  assert.match((await ann.get("/en/workspaces/local")).text, /Bea/, "still a member");
  assert.equal((await ann.post(path, { do: "unblock" })).status, 303);
  assert.equal((await house.newcomer().signIn("bea@example.org")).status, 303);
  assert.equal((await house.newcomer().get(recovery)).status, 404, "the old link stays ended");
});

test("a blocked account does not open by a second factor that was asked for before", async () => {
  const cy = await join(house, "Cy", "reader");
  const started = await cy.post("/en/account", { do: "factor-start", password: goodPassword });
  const secret = /secret=([A-Z2-7]+)/.exec(started.text)?.[1] ?? "";
  assert.equal((await cy.post("/en/account", { do: "factor-confirm", code: codeNow(secret, -1) })).status, 303);
  const waiting = house.newcomer();
  assert.match((await waiting.signIn("cy@example.org")).location ?? "", /second-factor/);
  await db.updateTable("accounts").set({ blocked_at: new Date().toISOString() }).where("name", "=", "Cy").execute();
  const answer = await waiting.post("/en/second-factor", { code: codeNow(secret) });
  assert.deepEqual([answer.status, blocked.test(answer.text)], [403, true]);
  assert.equal((await cy.get("/en/account")).status, 303, "a session that outlived the block bears nothing");
});

test("a blocked account does not open through the provider", async () => {
  const link = await invitationFor(ann, "jo@example.org", "drafter");
  provider.says = { sub: "jo", email: "jo@example.org", email_verified: true, name: "Jo Moss" };
  const jo = house.newcomer();
  await through(jo, `${link}/provider`);
  assert.equal((await jo.post(link, { do: "accept" })).location, "/en/workspaces/local");
  await ann.post(await pageOf("Jo Moss"), { do: "block", sure: "yes" });
  const again = house.newcomer();
  const back = await through(again, "/en/sign-in/provider");
  assert.match(back.location ?? "", /\/en\/sign-in\?error=account_blocked/);
  assert.match((await again.get("/en/sign-in?error=account_blocked")).text, blocked);
  assert.equal((await again.get("/en/workspaces")).status, 303);
  await ann.post(await pageOf("Jo Moss"), { do: "unblock" });
  assert.equal((await through(house.newcomer(), "/en/sign-in/provider")).location, "/en/workspaces");
});

test("another is made administrator and it is taken back; the last one stays, and is not blocked, by themselves neither", async () => {
  const own = await pageOf("Ann Li");
  for (const act of ["block", "withdraw-administrator"]) {
    const refused = await ann.post(own, { do: act, sure: "yes" });
    assert.equal(refused.status, 409, act);
    assert.match(refused.text, /keeps at least one administrator/);
  }
  const dee = await join(house, "Dee", "reader");
  const other = await pageOf("Dee");
  assert.equal((await ann.post(other, { do: "name-administrator", sure: "yes" })).status, 303);
  assert.equal((await dee.get("/en/people")).status, 200, "from the next request on");
  await ann.post(other, { do: "block", sure: "yes" });
  assert.equal((await ann.post(own, { do: "withdraw-administrator" })).status, 409, "one who is blocked is none");
  await ann.post(other, { do: "unblock" });
  await dee.signIn("dee@example.org");
  assert.equal((await ann.post(own, { do: "withdraw-administrator" })).status, 303);
  assert.equal((await ann.get("/en/people")).status, 404);
  assert.equal((await dee.post(own, { do: "name-administrator", sure: "yes" })).status, 303);
  assert.equal((await dee.post(other, { do: "withdraw-administrator" })).status, 303);
});

test("of two administrators who take each other's place or block each other at once one stays", async () => {
  const [first, second] = [await accountOf(db, "Ann Li"), await accountOf(db, "Dee")];
  for (const act of ["withdraw-administrator", "block"] as const) {
    await changeAccount(db, await findPerson(db, first), second, "name-administrator");
    const [a, b] = [await findPerson(db, first), await findPerson(db, second)];
    const outcomes = await Promise.allSettled([changeAccount(db, a, second, act), changeAccount(db, b, first, act)]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    await db.updateTable("accounts").set({ administrator: true, blocked_at: null }).where("id", "=", first).execute();
    await db.updateTable("accounts").set({ administrator: false, blocked_at: null }).where("id", "=", second).execute();
  }
});

test("each of these acts is in the trail, with who did it to whom; one that changes nothing is not", async () => {
  await join(house, "Flo", "reader");
  const path = await pageOf("Flo");
  for (const act of ["block", "block", "unblock", "name-administrator", "withdraw-administrator", "withdraw-administrator"])
    await ann.post(path, { do: act, sure: "yes" });
  const account = await accountOf(db, "Flo");
  const events = await db
    .selectFrom("people_events")
    .selectAll()
    .where("account", "=", account)
    .where("by_account", "!=", account)
    .execute();
  assert.deepEqual(
    events.map(({ what }) => what),
    ["blocked", "unblocked", "administrator-named", "administrator-withdrawn"],
  );
  await ann.signIn("ann@example.org");
  const { text } = await ann.get("/en/people");
  assert.match(text, /account blocked · <bdi>Flo<\/bdi> · <bdi>Ann Li<\/bdi>/);
});

test("an account that does not exist is not found", async () => {
  assert.equal((await ann.get("/en/people/no-such")).status, 404);
  assert.equal((await ann.post("/en/people/no-such", { do: "block", sure: "yes" })).status, 404);
});

/** Goes to the provider and comes back with what it says. */
async function through(visitor: Visitor, from: string) {
  const away = await visitor.get(from);
  const back = await fetch(away.location ?? "", { redirect: "manual" });
  const { pathname, search } = new URL(back.headers.get("location") ?? "");
  return visitor.get(pathname + search);
}

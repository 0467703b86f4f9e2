import assert from "node:assert/strict";
import { test } from "node:test";
import { openEmptyRegistry } from "../../../test/support.ts";
import { accountOf, goodPassword, invitationFor, join, openPeople, Visitor } from "../../../test/visitor.ts";
import { findPerson, openLocalAccounts } from "../../people/accounts.ts";
import { offerSetUp, setUp } from "../../people/new-account.ts";
import { changeRole, removeMember } from "../../people/workspace.ts";
import { createApp } from "../app.tsx";
import { ReferenceShelf } from "../reference.ts";

const { db } = await openEmptyRegistry();
const house = await openPeople(db);
const { app, ann } = house;

test("a session that somebody planted is not the one that a sign-in gives", async () => {
  const planted = house.newcomer();
  await planted.signIn("ann@example.org");
  const victim = house.newcomer();
  for (const [name, value] of planted.jar) victim.jar.set(name, value);
  await victim.signIn("ann@example.org");
  assert.notDeepEqual([...victim.jar], [...planted.jar]);
  const made = house.newcomer();
  made.jar.set("openfirst.session_token", "x".repeat(32));
  assert.equal((await made.get("/en/account")).status, 303, "an unsigned token");
  const [name = "", value = ""] = [...victim.jar][0] ?? [];
  made.jar.set(name, `${value.slice(0, -6)}AAAAAA`);
  assert.equal((await made.get("/en/account")).status, 303, "another signature");
});

test("a wrong password and an unknown address are told alike, in words and in work", async () => {
  const known = await house.newcomer().signIn("ann@example.org", "not the password");
  const unknown = await house.newcomer().signIn("zoe@example.org", "not the password");
  assert.equal(known.status, unknown.status);
  assert.equal(known.text, unknown.text.replaceAll("zoe@", "ann@"));
  const time = async (email: string) => {
    const start = performance.now();
    await house.newcomer().signIn(email, "not the password");
    return performance.now() - start;
  };
  const times: [number, number][] = [];
  for (let round = 0; round < 4; round++) times.push([await time("ann@example.org"), await time("nobody@example.org")]);
  const least = (which: 0 | 1) => Math.min(...times.map((pair) => pair[which]));
  assert.ok(least(1) > least(0) / 3, `${least(0)} ms for a known address, ${least(1)} ms for an unknown one`);
});

test("attempts are counted by address, and no address stands in the database", async () => {
  const attacker = new Visitor(app, { address: "2001:db8:1:2::66" });
  const neighbour = new Visitor(app, { address: "2001:db8:1:2:3::77" });
  let last = 0;
  for (let attempt = 0; attempt < 61; attempt++)
    last = (await attacker.post("/en/sign-in", { email: `u${attempt}`, password: "x" })).status;
  assert.equal(last, 429);
  assert.equal((await neighbour.signIn("ann@example.org")).status, 429, "the same network");
  const kept = JSON.stringify([
    await db.selectFrom("attempts").selectAll().execute(),
    await db.selectFrom("sessions").selectAll().execute(),
  ]);
  for (const address of ["2001:db8", "198.51.100", "192.0.2.1"]) assert.ok(!kept.includes(address));
  await db.deleteFrom("attempts").execute();
});

const foreign: Record<string, Record<string, string>> = {
  "another origin": { origin: "https://evil.example" },
  "an origin that begins like ours": { origin: "http://localhost.evil.example" },
  "the origin of a frame without one": { origin: "null" },
  "a cross-site form": { "sec-fetch-site": "cross-site" },
  "a form of a sister site": { "sec-fetch-site": "same-site" },
};
for (const [name, headers] of Object.entries(foreign)) {
  test(`a form from ${name} is refused, everywhere`, async () => {
    for (const path of ["sign-in", "sign-out", "account", "workspaces", "workspaces/local", "people/x", "sign-in/again", "recovery"]) {
      const answer = await ann.post(`/en/${path}`, { name: "Mallory", do: "name" }, headers);
      assert.equal(answer.status, 403, path);
    }
    assert.equal((await ann.get("/en/account")).status, 200, "still signed in");
    assert.doesNotMatch((await ann.get("/en/account")).text, /Mallory/);
  });
}

test("a form that says nothing of where it comes from is refused", async () => {
  const answer = await ann.send("/en/account", { method: "POST", body: new URLSearchParams({ do: "end-others" }), headers: {} });
  assert.equal(answer.status, 403);
});

for (const next of [
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "javascript:alert(1)",
  "/x\r\nset-cookie: a=b",
  "/..//evil.example",
  "/.//evil.example",
  "/é",
]) {
  test(`after signing in nobody is led to ${JSON.stringify(next)}`, async () => {
    const visitor = house.newcomer();
    const answer = await visitor.post("/en/sign-in", { email: "ann@example.org", password: goodPassword, next });
    assert.equal(answer.location, "/en/workspaces");
    const kept = JSON.stringify([{ name: "a", value: "b", isFile: false }]);
    assert.equal((await visitor.post("/en/sign-in/again", { target: next, kept, elsewhere: "1" })).status, 400);
  });
}

test("nobody but an administrator changes roles, one's own included; a stranger does not learn of the workspace", async () => {
  const drafter = await join(house, "Ned", "drafter");
  const reviewer = await join(house, "Ola", "reviewer");
  const approver = await join(house, "Pia", "approver");
  const reader = await join(house, "Quin", "reader");
  const account = await accountOf(db, "Ned");
  for (const visitor of [drafter, reviewer, approver, reader])
    for (const act of [
      { do: "role", account, role: "administrator" },
      { do: "remove", account },
      { do: "invite", email: "me@example.org", role: "administrator" },
      { do: "withdraw", invitation: "x" },
    ])
      assert.equal((await visitor.post("/en/workspaces/local", act as unknown as Record<string, string>)).status, 403, act.do);
  assert.equal((await drafter.get("/en/people")).status, 404);
  assert.equal((await drafter.post(`/en/people/${await accountOf(db, "Ann Li")}`, { do: "recovery-link" })).status, 404);
  assert.equal((await drafter.post("/en/workspaces", { name: "Own" })).status, 403);
  const made = (await ann.post("/en/workspaces", { name: "Closed" })).location ?? "";
  const [unknown, closed] = [await drafter.get("/en/workspaces/no-such"), await drafter.get(made)];
  assert.deepEqual(
    [closed.status, closed.text.replaceAll(made, "X")],
    [404, unknown.text.replaceAll("/en/workspaces/no-such", "X").replaceAll("no-such", made.split("/").at(-1) ?? "")],
  );
  assert.equal((await drafter.post(made, { do: "role", account, role: "administrator" })).status, 404);
  assert.equal((await ann.post("/en/workspaces/local", { do: "role", account, role: "emperor" })).status, 422);
});

test("an instance's administrator reads no workspace that they do not belong to", async () => {
  const rob = await join(house, "Rob", "administrator");
  assert.equal((await rob.post("/en/workspaces/local", { do: "remove", account: await accountOf(db, "Ann Li") })).status, 303);
  assert.equal((await ann.get("/en/workspaces/local")).status, 404);
  assert.equal((await ann.get("/en/people")).status, 200);
  const back = await invitationFor(rob, "ann@example.org", "administrator");
  assert.equal((await ann.post(back, { do: "accept" })).status, 303);
  assert.equal((await rob.post("/en/workspaces/local", { do: "remove", account: await accountOf(db, "Rob") })).location, "/en/workspaces");
});

test("the last administrator stays, and of two who remove each other at once one stays", async () => {
  const own = await accountOf(db, "Ann Li");
  assert.equal((await ann.post("/en/workspaces/local", { do: "remove", account: own })).status, 409);
  assert.equal((await ann.post("/en/workspaces/local", { do: "role", account: own, role: "reader" })).status, 409);
  for (let round = 0; round < 5; round++) {
    const made = (await ann.post("/en/workspaces", { name: `Two of round ${round}` })).location ?? "";
    const workspace = made.split("/").at(-1) ?? "";
    const other = await accountOf(db, "Ola");
    await db.insertInto("members").values({ workspace, account: other, role: "administrator" }).execute();
    const [first, second] = [await findPerson(db, own), await findPerson(db, other)];
    const outcomes = await Promise.allSettled([
      removeMember(db, first, workspace, other),
      round % 2 ? removeMember(db, second, workspace, own) : changeRole(db, second, workspace, own, "reader"),
    ]);
    const left = await db
      .selectFrom("members")
      .selectAll()
      .where("workspace", "=", workspace)
      .where("role", "=", "administrator")
      .execute();
    assert.equal(left.length, 1, JSON.stringify(outcomes));
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  }
});

test("of two who set the instance up with the same token at once one does", async () => {
  const { db: fresh } = await openEmptyRegistry();
  const { openAccounts } = await import("../../people/accounts.ts");
  const { sign } = await openAccounts(fresh, { mode: "required" });
  assert.ok(sign);
  const token = (await offerSetUp(fresh)) ?? "";
  await assert.rejects(
    setUp(sign, "guessed", { name: "M", email: "m@example.org", password: goodPassword, workspace: "M" }),
    /wrong token/,
  );
  const outcomes = await Promise.allSettled(
    ["a", "b"].map((name) => setUp(sign, token, { name, email: `${name}@example.org`, password: goodPassword, workspace: name })),
  );
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  assert.equal((await fresh.selectFrom("accounts").select("id").execute()).length, 1);
  assert.equal(await offerSetUp(fresh), undefined);
  const kept = await fresh.selectFrom("people_settings").selectAll().execute();
  assert.ok(!JSON.stringify(kept).includes(token));
});

test("an invitation taken by two at once makes one account", async () => {
  const link = await invitationFor(ann, "twice@example.org", "reader");
  const outcomes = await Promise.all(["One", "Two"].map((name) => house.newcomer().post(link, { name, password: goodPassword })));
  assert.deepEqual(outcomes.map(({ status }) => status === 303).sort(), [false, true]);
  assert.equal((await db.selectFrom("accounts").select("id").where("email", "=", "twice@example.org").execute()).length, 1);
});

test("who loses a membership loses it with the next request", async () => {
  const sam = await join(house, "Sam", "drafter");
  assert.equal((await sam.get("/en/workspaces/local")).status, 200);
  await ann.post("/en/workspaces/local", { do: "remove", account: await accountOf(db, "Sam") });
  assert.equal((await sam.get("/en/workspaces/local")).status, 404);
});

test("no private page is kept: each has no-store, and a stranger at the same address gets their own answer", async () => {
  for (const path of ["account", "workspaces", "workspaces/local", "people", "sign-in", "recovery"]) {
    const own = await ann.get(`/en/${path}`);
    assert.equal(own.headers.get("cache-control"), "no-store", path);
    assert.equal(own.headers.get("etag"), null, path);
    assert.doesNotMatch((await house.newcomer().get(`/en/${path}`)).text, /Ann Li/, path);
  }
});

test("public pages set no cookie and do not look at one", async () => {
  const open = await ann.get("/en/about");
  assert.equal(open.status, 200);
  assert.deepEqual(open.headers.getSetCookie(), []);
  assert.doesNotMatch(open.text, /Ann Li/);
});

test("forms that are too large, no forms, or hold what no database keeps are refused", async () => {
  const visitor = house.newcomer();
  assert.equal((await visitor.post("/en/sign-in", { email: "a".repeat(70_000), password: "x" })).status, 413);
  assert.equal((await visitor.post("/en/sign-in", { email: "a\0b@example.org", password: "x" })).status, 400);
  const json = await visitor.send("/en/sign-in", {
    method: "POST",
    body: "{",
    headers: { origin: "http://localhost", "content-type": "application/json" },
  });
  assert.equal(json.status, 400);
  const kept = JSON.stringify([{ name: "text", value: "x".repeat(7_000_000), isFile: false }]);
  assert.equal((await visitor.post("/en/sign-in/again", { target: "/en/x", kept })).status, 413);
  for (const broken of ["{", "[1]", '[{"name":1}]', "null"])
    assert.equal(
      (await visitor.post("/en/sign-in/again", { target: "/en/x", kept: broken, email: "a", password: "b" })).status,
      400,
      broken,
    );
});

test("what is typed into names stays text", async () => {
  const link = await invitationFor(ann, "tags@example.org", "reader");
  const visitor = house.newcomer();
  await visitor.post(link, { name: `<script>alert("x")</script>\u202e`, password: goodPassword });
  const page = await ann.get("/en/workspaces/local");
  assert.ok(page.text.includes("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;"));
  assert.ok(!page.text.includes("<script>alert") && !page.text.includes("\u202e"));
});

test("a server for one person answers private pages under localhost alone, to no other site and behind no proxy", async () => {
  const local = createApp(db, new ReferenceShelf(db), openLocalAccounts());
  const ask = (headers: Record<string, string>, method = "GET") =>
    Promise.resolve(local.request("http://localhost/en/workspaces", { method, headers })).then(({ status }) => status);
  assert.equal(await ask({ host: "localhost:8080" }), 200);
  assert.equal(await ask({ host: "127.0.0.1:8080" }), 200);
  assert.equal(await ask({ host: "[::1]:8080" }), 200);
  assert.equal(await ask({ host: "rebound.example" }), 403, "a name that points here");
  assert.equal(await ask({ host: "localhost.evil.example" }), 403);
  assert.equal(await ask({ host: "localhost", "x-forwarded-for": "203.0.113.1" }), 403);
  assert.equal(await ask({ host: "localhost", origin: "https://evil.example" }, "POST"), 403);
  assert.equal(await ask({ host: "localhost", "sec-fetch-site": "cross-site" }, "POST"), 403);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { encode } from "uqr";
import { openEmptyRegistry } from "../../../test/support.ts";
import { accountOf, codeNow, goodPassword, invitationFor, join, linkIn, openPeople, Visitor } from "../../../test/visitor.ts";
import type { Letter } from "../../people/settings.ts";

const { db } = await openEmptyRegistry();
const letters: Letter[] = [];
const house = await openPeople(db);
const { app, ann } = house;

test("who sets the instance up is signed in, administers it and the first workspace, and cannot be followed by a second", async () => {
  const page = await ann.get("/en/workspaces");
  assert.equal(page.status, 200);
  assert.match(page.text, /Ministry/);
  assert.equal(page.headers.get("cache-control"), "no-store");
  assert.equal((await house.newcomer().get("/en/set-up")).status, 404);
});

test("an invited drafter makes an account, sees the members and cannot administer them", async () => {
  const dan = await join(house, "Dan", "drafter");
  const page = await dan.get("/en/workspaces/local");
  assert.match(page.text, /Your role: drafter/);
  assert.match(page.text, /Ann Li/);
  assert.doesNotMatch(page.text, /value="invite"|value="remove"/);
});

test("signing in leads where one was going, out ends the session", async () => {
  const visitor = house.newcomer();
  const away = await visitor.get("/en/workspaces/local");
  assert.deepEqual([away.status, away.location], [303, "/en/sign-in?next=%2Fen%2Fworkspaces%2Flocal"]);
  const form = await visitor.get(away.location ?? "");
  assert.match(form.text, /name="next" value="\/en\/workspaces\/local"/);
  const inside = await visitor.post("/en/sign-in", { email: "ann@EXAMPLE.org ", password: goodPassword, next: "/en/workspaces/local" });
  assert.deepEqual([inside.status, inside.location], [303, "/en/workspaces/local"]);
  assert.equal((await visitor.get("/en/account")).status, 200);
  const cookies = inside.headers.getSetCookie().join("\n");
  assert.match(cookies, /HttpOnly/);
  assert.match(cookies, /SameSite=Lax/);
  const held = new Map(visitor.jar);
  await visitor.post("/en/sign-out", {});
  for (const [name, value] of held) visitor.jar.set(name, value);
  assert.equal((await visitor.get("/en/account")).status, 303, "the old cookie opens nothing");
});

test("every page about people is said in French and Arabic too", async () => {
  for (const [language, word] of [
    ["fr", "Espaces de travail"],
    ["ar", "مساحات العمل"],
  ]) {
    for (const path of ["workspaces", "workspaces/local", "account", "people"]) {
      const page = await ann.get(`/${language}/${path}`);
      assert.equal(page.status, 200);
      assert.ok(page.text.includes(word ?? ""), `${language}/${path}`);
    }
  }
});

test("a second factor: the code is asked for after the password, counts once, and a backup code opens once", async () => {
  const eve = await join(house, "Eve", "reader");
  const wrong = await eve.post("/en/account", { do: "factor-start", password: "not this one at all" });
  assert.equal(wrong.status, 422);
  const started = await eve.post("/en/account", { do: "factor-start", password: goodPassword });
  const secret = /otpauth:[^"]*secret=([A-Z2-7]+)/.exec(started.text)?.[1] ?? "";
  const backup = [...started.text.matchAll(/<code>([\w-]{11})<\/code>/g)].map(([, code]) => code ?? "");
  assert.equal(backup.length, 10, started.text);
  const first = codeNow(secret);
  assert.equal((await eve.post("/en/account", { do: "factor-confirm", code: first })).status, 303);

  const again = house.newcomer();
  const asked = await again.signIn("eve@example.org");
  assert.equal(asked.location, "/en/second-factor?next=%2Fen%2Fworkspaces");
  assert.equal((await again.get("/en/workspaces")).status, 303, "the password alone opens nothing");
  const replayed = await again.post("/en/second-factor", { code: first });
  assert.equal(replayed.status, 422, "the code that switched it on is spent");
  const opened = await again.post("/en/second-factor", { code: codeNow(secret, 1) });
  assert.equal(opened.status, 303, opened.text);
  assert.equal((await again.get("/en/workspaces")).status, 200);

  const third = house.newcomer();
  await third.signIn("eve@example.org");
  assert.equal((await third.post("/en/second-factor", { code: codeNow(secret, 1) })).status, 422, "looked over a shoulder");
  assert.equal((await third.post("/en/second-factor", { code: backup[0] ?? "" })).status, 303);
  const fourth = house.newcomer();
  await fourth.signIn("eve@example.org");
  assert.equal((await fourth.post("/en/second-factor", { code: backup[0] ?? "" })).status, 422, "a backup code opens once");
  assert.equal((await eve.post("/en/account", { do: "factor-off", password: goodPassword })).status, 303);
  assert.equal((await house.newcomer().signIn("eve@example.org")).location, "/en/workspaces");
});

test("sessions are listed with browser and last use; a revoked one ends at once, and all others too", async () => {
  const fay = await join(house, "Fay", "reader");
  const phone = new Visitor(app, { address: "203.0.113.9", agent: "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) Version/19.0 Safari/604.1" });
  const tablet = house.newcomer();
  for (const each of [phone, tablet]) assert.equal((await each.signIn("fay@example.org")).status, 303);
  const page = await fay.get("/en/account");
  assert.match(page.text, /Safari, iOS/);
  assert.match(page.text, /Firefox, Linux/);
  assert.match(page.text, /last used/);
  const ofPhone = /Safari, iOS[\s\S]*?name="session" value="(\w+)"/.exec(page.text)?.[1] ?? "";
  await fay.post("/en/account", { do: "end-session", session: ofPhone });
  assert.equal((await phone.get("/en/account")).status, 303);
  assert.equal((await tablet.get("/en/account")).status, 200);
  await fay.post("/en/account", { do: "end-others" });
  assert.equal((await tablet.get("/en/account")).status, 303);
  assert.equal((await fay.get("/en/account")).status, 200);
});

test("a new password ends the other sessions and takes the old one's place", async () => {
  const gil = await join(house, "Gil", "reader");
  const other = house.newcomer();
  await other.signIn("gil@example.org");
  const short = await gil.post("/en/account", { do: "password", password: goodPassword, new: "too short" });
  assert.match(short.text, /at least 12 characters/);
  assert.equal((await gil.post("/en/account", { do: "password", password: goodPassword, new: "seven wet stones singing" })).status, 303);
  assert.equal((await other.get("/en/account")).status, 303);
  assert.equal((await gil.get("/en/account")).status, 200);
  assert.equal((await house.newcomer().signIn("gil@example.org")).status, 422);
  assert.equal((await house.newcomer().signIn("gil@example.org", "seven wet stones singing")).status, 303);
});

test("without mail an administrator makes a recovery link, shown once, good once; it can drop a lost second factor", async () => {
  const hal = await join(house, "Hal", "drafter");
  const started = await hal.post("/en/account", { do: "factor-start", password: goodPassword });
  const secret = /secret=([A-Z2-7]+)/.exec(started.text)?.[1] ?? "";
  await hal.post("/en/account", { do: "factor-confirm", code: codeNow(secret) });
  assert.match((await house.newcomer().get("/en/recovery")).text, /Ask an administrator/);
  const account = await accountOf(db, "Hal");
  const first = linkIn((await ann.post(`/en/people/${account}`, { do: "recovery-link" })).text, "recovery");
  const second = linkIn((await ann.post(`/en/people/${account}`, { do: "recovery-link", "second-factor": "1" })).text, "recovery");
  const helper = house.newcomer();
  assert.equal((await helper.get(first)).status, 404, "the newer link replaced it");
  assert.match((await helper.get(second)).text, /hal@example\.org/);
  assert.equal((await helper.post(second, { password: "hal@example.org" })).status, 422);
  assert.equal((await helper.post(second, { password: "nine slow trains at dawn" })).location, "/en/recovery/done");
  assert.equal((await helper.post(second, { password: "nine slow trains at noon" })).status, 404, "used");
  assert.equal((await hal.get("/en/account")).status, 303, "every session ended");
  assert.equal((await helper.signIn("hal@example.org", "nine slow trains at dawn")).location, "/en/workspaces", "no code is asked");
});

test("with mail, a link goes to the address; the answer is the same where there is no account", async () => {
  const mailing = new Visitor((await remade({ baseAddress: "http://localhost", mail: async (letter) => void letters.push(letter) })).app);
  const known = await mailing.post("/en/recovery", { email: "ann@example.org" });
  const unknown = await mailing.post("/en/recovery", { email: "nobody@example.org" });
  assert.deepEqual([known.status, known.location, known.text], [unknown.status, unknown.location, unknown.text]);
  while (letters.length === 0) await new Promise((wake) => setTimeout(wake, 10));
  await new Promise((wake) => setTimeout(wake, 100));
  assert.deepEqual(
    letters.map(({ to }) => to),
    ["ann@example.org"],
  );
  assert.match(letters[0]?.text ?? "", /http:\/\/localhost\/en\/recovery\/[\w-]{43}/);
});

test("an invitation goes by mail where there is one; its link is shown where the letter cannot be sent", async () => {
  const sent: Letter[] = [];
  const works = { baseAddress: "http://localhost", mail: async (letter: Letter) => void sent.push(letter) };
  for (const [settings, email] of [
    [works, "by-mail@example.org"],
    [{ ...works, mail: () => Promise.reject(new Error("down")) }, "by-hand@example.org"],
  ] as const) {
    const mailing = new Visitor((await remade(settings)).app);
    await mailing.signIn("ann@example.org");
    const shown = await mailing.post("/en/workspaces/local", { do: "invite", email, role: "reader" });
    assert.equal(/\/en\/invitation\/[\w-]{43}/.test(shown.text), email === "by-hand@example.org");
  }
  assert.deepEqual(
    sent.map(({ to }) => to),
    ["by-mail@example.org"],
  );
  assert.match(sent[0]?.text ?? "", /http:\/\/localhost\/en\/invitation\/[\w-]{43}/);
});

test("links that are too old, withdrawn, used or made up open nothing, and look alike", async () => {
  const old = await invitationFor(ann, "old@example.org", "reader");
  await db
    .updateTable("invitations")
    .set({ expires_at: new Date(Date.now() - 1000).toISOString() })
    .where("email", "=", "old@example.org")
    .execute();
  const withdrawn = await invitationFor(ann, "gone@example.org", "reader");
  const page = await ann.get("/en/workspaces/local");
  const id = /gone@example\.org[\s\S]*?name="invitation" value="(\w+)"/.exec(page.text)?.[1] ?? "";
  await ann.post("/en/workspaces/local", { do: "withdraw", invitation: id });
  const used = await invitationFor(ann, "used@example.org", "reader");
  await house.newcomer().post(used, { name: "Used", password: goodPassword });
  const madeUp = `/en/invitation/${"x".repeat(43)}`;
  const visitor = house.newcomer();
  for (const link of [old, withdrawn, used, madeUp]) {
    const answer = await visitor.get(link);
    assert.equal(answer.status, 404, link);
    assert.match(answer.text, /not good any more/);
    assert.equal((await visitor.post(link, { name: "X", password: goodPassword })).status, 404);
  }
});

test("an invitation is for its address: a member of another workspace takes it with that account alone", async () => {
  const made = await ann.post("/en/workspaces", { name: "Agency" });
  const agency = made.location?.split("/").at(-1) ?? "";
  const ian = await join(house, "Ian", "reader");
  const path = await invitationFor(ann, "ian@example.org", "approver", agency);
  const dan = house.newcomer();
  await dan.signIn("dan@example.org");
  const other = await dan.post(path, { do: "accept" });
  assert.equal(other.status, 403);
  assert.equal((await dan.get(`/en/workspaces/${agency}`)).status, 404, "a stranger does not learn that it exists");
  const taken = await house.newcomer().post(path, { name: "Somebody", password: goodPassword });
  assert.equal(taken.status, 409, "the address has an account: no second one, no new password");
  assert.equal((await ian.post(path, { do: "accept" })).location, `/en/workspaces/${agency}`);
  assert.match((await ian.get(`/en/workspaces/${agency}`)).text, /Your role: approver/);
});

test("what was typed survives the end of a session, through password and code, and is sent to the same address", async () => {
  const visitor = house.newcomer();
  const typed = { name: `An <agency> & "others",\nnew` };
  const ended = await visitor.post("/en/workspaces?from=here", typed);
  assert.equal(ended.status, 401);
  assert.match(ended.text, /Nothing you typed is lost/);
  const kept = fieldsIn(ended.text);
  assert.equal(kept.target, "/en/workspaces?from=here");
  const refused = await visitor.post("/en/sign-in/again", { ...kept, email: "ann@example.org", password: "not the password" });
  assert.equal(refused.status, 401);
  assert.deepEqual(fieldsIn(refused.text), kept);
  const ready = await visitor.post("/en/sign-in/again", { ...kept, email: "ann@example.org", password: goodPassword });
  assert.equal(ready.status, 200);
  assert.match(ready.text, /<form method="post" action="\/en\/workspaces\?from=here"/);
  assert.equal(fieldsIn(ready.text).name, typed.name);
  const sent = await visitor.post("/en/workspaces", { name: fieldsIn(ready.text).name ?? "" });
  assert.equal(sent.status, 303);
  assert.ok((await visitor.get("/en/workspaces")).text.includes("An &lt;agency&gt; &amp; &quot;others&quot;, new"));
});

test("a file cannot be carried through a sign-in: it is named, to be chosen again", async () => {
  const visitor = house.newcomer();
  const form = new FormData();
  form.set("title", "A title of several words");
  form.set("file", new File(["x"], "draft of May.docx"));
  const ended = await visitor.post("/en/workspaces", form);
  assert.match(ended.text, /File: draft of May\.docx/);
  const ready = await visitor.post("/en/sign-in/again", { ...fieldsIn(ended.text), email: "ann@example.org", password: goodPassword });
  assert.match(ready.text, /Choose the file draft of May\.docx again/);
  assert.match(ready.text, /enctype="multipart\/form-data"/);
});

test("what happens to people is written down with who and when, and cannot be changed", async () => {
  const page = await ann.get("/en/workspaces/local");
  assert.match(page.text, /joined · reader/);
  await assert.rejects(db.updateTable("people_events").set({ what: "nothing" }).execute(), /kept as they were written/);
  await assert.rejects(db.deleteFrom("people_events").execute(), /kept as they were written/);
  const events = await db.selectFrom("people_events").selectAll().execute();
  assert.ok(events.some(({ what, account }) => what === "sign-in-failed" && account));
  const told = JSON.stringify(events);
  for (const secret of [goodPassword, "192.0.2.1", "198.51.100.", "not the password"]) assert.ok(!told.includes(secret), secret);
});

/** The same house with other settings. */
async function remade(settings: Parameters<typeof openPeople>[1]) {
  const { openAccounts } = await import("../../people/accounts.ts");
  const { createApp } = await import("../app.tsx");
  const { ReferenceShelf } = await import("../reference.ts");
  const accounts = await openAccounts(db, { mode: "required", secret: "a secret of the tests, long enough", ...settings });
  return { app: createApp(db, new ReferenceShelf(db), accounts) };
}

/** The hidden fields of a page's first form. */
function fieldsIn(text: string): Record<string, string> {
  const form = /<main[\s\S]*?<form[\s\S]*?<\/form>/.exec(text)?.[0] ?? "";
  const named = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(named.map(([, name = "", value = ""]) => [name, plain(value)]));
}

function plain(markup: string): string {
  return markup.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

test("the second factor's secret is shown as a QR code too, drawn in the page, with words for who does not see it", async () => {
  const ida = await join(house, "Ida", "reader");
  const { text } = await ida.post("/en/account", { do: "factor-start", password: goodPassword });
  const address = plain(/href="(otpauth:[^"]*)"/.exec(text)?.[1] ?? "");
  assert.match(text, /<svg class="qr" role="img" aria-label="QR code with the secret that stands below as text"/);
  assert.equal(drawnIn(text), JSON.stringify(encode(address, { ecc: "M", border: 4 }).data));
  assert.match(text, /<\/svg>[\s\S]*<code class="secret"/, "as text below");
});

/** The modules that a page's path of runs ("M4 4h7v1H4z") blackens, row by row. */
function drawnIn(text: string): string {
  const size = Number(/class="qr"[^>]*viewBox="0 0 (\d+) /.exec(text)?.[1]);
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, width] of text.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g))
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  return JSON.stringify(rows);
}

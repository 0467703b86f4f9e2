import assert from "node:assert/strict";
import { test } from "node:test";
import { openEmptyRegistry } from "../../../test/support.ts";
import { goodPassword, join, openPeople, Visitor } from "../../../test/visitor.ts";
import { delayOf, spendSignIn } from "../../people/sign-in-attempt.ts";

const { db } = await openEmptyRegistry();
const house = await openPeople(db);
const { app } = house;
const wrong = "wrong wrong wrong";
const from = (address: string) => new Visitor(app, { address });

test("who types wrong passwords is stopped after ten, with the wait; the owner signs in from another network meanwhile", async () => {
  await join(house, "Max", "reader");
  let last = 0;
  for (let attempt = 0; attempt < 11; attempt++) last = (await from("203.0.113.5").signIn("max@example.org", wrong)).status;
  assert.equal(last, 429);
  const stopped = await from("203.0.113.5").signIn("max@example.org");
  assert.equal(stopped.status, 429, "the right password waits too, or the eleventh guess would tell");
  assert.match(stopped.text, /Wait 15 minutes/);
  assert.ok(Number(stopped.headers.get("retry-after")) > 800);
  assert.equal((await from("203.0.113.77").signIn("max@example.org")).status, 303);
  assert.equal((await from("203.0.113.5").signIn("ann@example.org")).status, 303, "another account of that network");
});

test("a browser that has signed in before gets in from the very network, and has ten tries of its own", async () => {
  const owner = from("203.0.113.6");
  assert.equal((await owner.signIn("max@example.org")).status, 303);
  await owner.post("/en/sign-out", {});
  for (let attempt = 0; attempt < 61; attempt++) await from("203.0.113.6").post("/en/sign-in", { email: "max@example.org", password: "x" });
  assert.equal((await from("203.0.113.6").signIn("max@example.org")).status, 429);
  const started = performance.now();
  assert.equal((await owner.signIn("max@example.org")).status, 303);
  assert.ok(performance.now() - started < 3000, "and does not wait");
  let last = 0;
  for (let attempt = 0; attempt < 11; attempt++) last = (await owner.signIn("max@example.org", wrong)).status;
  assert.equal(last, 429);
});

test("a known browser is known for its own account alone, and by nothing that it could write itself", async () => {
  const owner = from("203.0.113.8");
  await owner.signIn("ann@example.org");
  const mark = owner.jar.get("openfirst.device") ?? "";
  assert.ok(mark);
  for (const [held, email] of [
    [mark, "max@example.org"],
    [`x${mark}`, "ann@example.org"],
    [mark.slice(0, -1), "ann@example.org"],
    [".", "ann@example.org"],
    ["", "ann@example.org"],
  ] as const) {
    await db.deleteFrom("attempts").execute();
    let last = 0;
    for (let attempt = 0; attempt < 11; attempt++) last = (await asking(held, email, "203.0.113.9")).status;
    assert.equal(last, 429, held);
    assert.equal((await asking(held, email, "203.0.113.10")).status, 422, "counted by network, not by the cookie");
  }
});

test("guesses at one account from many networks are slowed down, and refused only after hundreds", async () => {
  await db.deleteFrom("attempts").execute();
  for (let network = 0; network < 24; network++) await from(`192.0.2.${network + 100}`).signIn("max@example.org", wrong);
  const guess = performance.now();
  await from("192.0.2.250").signIn("max@example.org", wrong);
  const waited = performance.now() - guess;
  assert.ok(waited >= delayOf(25), `${waited} ms`);
  assert.equal((await from("203.0.113.20").signIn("max@example.org")).status, 303, "a new browser of the owner waits a little and gets in");
  await db.updateTable("attempts").set({ count: 300 }).where("count", ">", 20).execute();
  assert.equal((await from("203.0.113.21").signIn("max@example.org")).status, 429, "what remains");
});

test("right passwords count for nothing, however many people stand behind one address", async () => {
  const sign = house.accounts.sign as NonNullable<typeof house.accounts.sign>;
  for (let person = 0; person < 70; person++)
    await (await spendSignIn(sign, `p${person}@example.org`, { headers: new Headers(), address: "192.0.2.9" }))();
  assert.equal((await from("192.0.2.9").signIn("ann@example.org")).status, 303);
});

test("nobody waits for twenty attempts, and nobody longer than five seconds", () => {
  assert.deepEqual([1, 20, 21, 24, 40, 300].map(delayOf), [0, 0, 250, 1000, 5000, 5000]);
});

test("an address without an account is counted and slowed like one with", async () => {
  let last = 0;
  for (let attempt = 0; attempt < 11; attempt++) last = (await from("203.0.113.30").signIn("nobody@example.org", goodPassword)).status;
  assert.equal(last, 429);
});

/** A wrong password with a device cookie that a browser writes itself. */
function asking(device: string, email: string, address: string) {
  const visitor = from(address);
  visitor.jar.set("openfirst.device", device);
  return visitor.signIn(email, wrong);
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { openEmptyRegistry } from "../../test/support.ts";
import { forgiveAttempts, limits, spendAttempt, takeOnce } from "./attempt.ts";
import { Refusal } from "./refusal.ts";

const { db } = await openEmptyRegistry();
const counter = { db, secret: "a secret of the tests" };

test("attempts at the same moment are all counted, by whichever server", async () => {
  const servers = [counter, { ...counter }];
  const { most } = limits["recovery-account"];
  const outcomes = await Promise.allSettled(
    Array.from({ length: most + 5 }, (_, index) => spendAttempt(servers[index % 2] ?? counter, "recovery-account", "a@example.org")),
  );
  assert.equal(outcomes.filter(({ status }) => status === "fulfilled").length, most);
  for (const outcome of outcomes) if (outcome.status === "rejected") assert.ok(outcome.reason instanceof Refusal);
});

test("another account, another kind of attempt and a later time are counted anew; a success is forgotten", async () => {
  await spendAttempt(counter, "recovery-account", "b@example.org");
  await spendAttempt(counter, "sign-in-account", "a@example.org");
  await assert.rejects(spendAttempt(counter, "recovery-account", "a@example.org"), /too often/);
  await forgiveAttempts(counter, "recovery-account", "a@example.org");
  await spendAttempt(counter, "recovery-account", "a@example.org");
  await db
    .updateTable("attempts")
    .set({ until: new Date(0).toISOString(), count: 99 })
    .execute();
  await spendAttempt(counter, "recovery-account", "a@example.org");
});

test("what is past its time goes away", async () => {
  await db
    .updateTable("attempts")
    .set({ until: new Date(0).toISOString() })
    .execute();
  await spendAttempt(counter, "link-address", "192.0.2.1");
  assert.equal((await db.selectFrom("attempts").select("key").execute()).length, 1);
});

test("of many who take a code at once one has it", async () => {
  const taken = await Promise.all(Array.from({ length: 8 }, () => takeOnce(counter, "code a 123456", 60)));
  assert.equal(taken.filter(Boolean).length, 1);
  assert.equal(await takeOnce(counter, "code b 123456", 60), true);
});

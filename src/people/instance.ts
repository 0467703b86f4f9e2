import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { Problem } from "../shared/problem.ts";
import { type PeopleEvent, recordEvent } from "./event.ts";
import { type Person, requirePerson } from "./person.ts";
import { Refusal } from "./refusal.ts";

const perPage = 50;

export interface AccountLine {
  id: string;
  name: string;
  email: string;
  administrator: boolean;
  hasSecondFactor: boolean;
  /** since when; undefined where it is not blocked */
  blockedAt: string | undefined;
  madeAt: string;
}

/** Lets an administrator of the instance pass. Throws a Problem: "sign-in-needed", "not-found" to everybody else. */
export function requireInstanceAdministrator(person: Person | undefined): Person {
  const known = requirePerson(person);
  if (!known.administrator || known.local) throw new Problem("not-found", "There is no page at this address.");
  return known;
}

/** One page of the accounts whose name or address contains some letters, for administrators of the instance: 50, in the order of names. */
export async function listAccounts(
  db: Database,
  person: Person | undefined,
  asked: { text: string; page: number },
): Promise<{ accounts: AccountLine[]; count: number; pages: number; page: number }> {
  requireInstanceAdministrator(person);
  const text = asked.text.trim().toLowerCase();
  const matching = sql`(strpos(lower(name), ${text}) > 0 or strpos(email, ${text}) > 0)`;
  const counted = await sql<{ count: number }>`select count(*)::int as count from accounts where ${matching}`.execute(db);
  const count = counted.rows[0]?.count ?? 0;
  const pages = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(Math.max(1, Math.trunc(asked.page) || 1), pages);
  const { rows } = await selectAccounts(sql`where ${matching} order by name, id limit ${perPage} offset ${(page - 1) * perPage}`).execute(
    db,
  );
  return { accounts: rows.map(toLine), count, pages, page };
}

/** One account, for administrators of the instance. Throws a Problem ("not-found"). */
export async function findAccount(db: Database, person: Person | undefined, id: string): Promise<AccountLine> {
  requireInstanceAdministrator(person);
  const { rows } = await selectAccounts(sql`where id = ${id}`).execute(db);
  if (!rows[0]) throw new Problem("not-found", "There is no such account.");
  return toLine(rows[0]);
}

const selectAccounts = (rest: ReturnType<typeof sql>) =>
  sql<Omit<AccountLine, "blockedAt"> & { blockedAt: string | null }>`
    select id, name, email, administrator, coalesce(two_factor_enabled, false) as "hasSecondFactor", blocked_at as "blockedAt",
      created_at as "madeAt" from accounts ${rest}`;

function toLine(row: Omit<AccountLine, "blockedAt"> & { blockedAt: string | null }): AccountLine {
  return { ...row, blockedAt: row.blockedAt ?? undefined };
}

/**
 * What an administrator of the instance does to an account: block (nobody signs in with it in any way, its sessions and links end, what its person
 * wrote stays), unblock, make it an administrator of the instance, take that back.
 */
export type InstanceAct = "block" | "unblock" | "name-administrator" | "withdraw-administrator";

/** Does that, with a line in the trail; where it is so already, nothing. Throws a Refusal ("last-instance-administrator"), a Problem ("not-found"). */
export async function changeAccount(db: Database, person: Person | undefined, account: string, act: InstanceAct): Promise<void> {
  const by = requireInstanceAdministrator(person);
  await db.transaction().execute(async (transaction) => {
    const tx = transaction as unknown as Database;
    // One at a time, with the rows read again: of two administrators who take each other's place at once one stays.
    await sql`select 1 from accounts where administrator order by id for update`.execute(tx);
    const administrators = await administratorsNow(tx);
    if (!administrators.includes(by.account)) throw new Problem("not-found", "There is no page at this address.");
    const held = await findAccount(tx, by, account);
    const isLast = administrators.includes(account) && administrators.length === 1;
    if (isLast && (act === "block" || act === "withdraw-administrator")) throw new Refusal("last-instance-administrator");
    const what = await acts[act](tx, held);
    if (what) await recordEvent(tx, { what, by: by.account, account });
  });
}

async function administratorsNow(tx: Database): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from accounts where administrator and blocked_at is null`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Each changes the row and hands back what happened; nothing where nothing did. */
const acts: Record<InstanceAct, (tx: Database, held: AccountLine) => Promise<PeopleEvent["what"] | undefined>> = {
  block: async (tx, held) => {
    if (held.blockedAt) return undefined;
    await sql`update accounts set blocked_at = now(), updated_at = now() where id = ${held.id}`.execute(tx);
    await endEverything(tx, held.id);
    return "blocked";
  },
  unblock: async (tx, held) => {
    if (!held.blockedAt) return undefined;
    await sql`update accounts set blocked_at = null, updated_at = now() where id = ${held.id}`.execute(tx);
    return "unblocked";
  },
  "name-administrator": async (tx, held) => {
    if (held.blockedAt) throw new Refusal("account-blocked");
    if (held.administrator) return undefined;
    await sql`update accounts set administrator = true, updated_at = now() where id = ${held.id}`.execute(tx);
    return "administrator-named";
  },
  "withdraw-administrator": async (tx, held) => {
    if (!held.administrator) return undefined;
    await sql`update accounts set administrator = false, updated_at = now() where id = ${held.id}`.execute(tx);
    return "administrator-withdrawn";
  },
};

/** Ends every session of an account, every recovery link, and a sign-in that waits for its code. */
export async function endEverything(tx: Database, account: string): Promise<void> {
  await sql`delete from recoveries where account = ${account} and used_at is null`.execute(tx);
  await sql`delete from sessions where account = ${account}`.execute(tx);
  await sql`delete from verifications where value = ${account}`.execute(tx);
}

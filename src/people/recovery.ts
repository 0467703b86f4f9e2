import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { Problem } from "../shared/problem.ts";
import type { SignIn } from "./accounts.ts";
import { spendAttempt } from "./attempt.ts";
import { recordEvent } from "./event.ts";
import { endEverything, requireInstanceAdministrator } from "./instance.ts";
import { requireGoodPassword } from "./password.ts";
import type { Person } from "./person.ts";
import { Refusal } from "./refusal.ts";
import type { Letter } from "./settings.ts";
import { hashOfToken, newId, newToken } from "./token.ts";

const hoursByMail = 1;
export const hoursByAdministrator = 24;

/**
 * Sends a recovery link to an address that has an account; does nothing else for one that has none, so that nobody learns which is so. The letter
 * leaves after the answer. Throws a Refusal ("too-often"), for both alike.
 */
export async function askRecovery(
  sign: SignIn,
  asked: { email: string; address: string; write: (token: string, to: string) => Letter },
): Promise<void> {
  const email = asked.email.trim().toLowerCase();
  await spendAttempt(sign, "recovery-address", asked.address);
  await spendAttempt(sign, "recovery-account", email);
  void sendLink(sign, email, asked.write).catch((error: unknown) =>
    console.error("a recovery letter could not be sent:", messageOf(error)),
  );
}

async function sendLink(sign: SignIn, email: string, write: (token: string, to: string) => Letter): Promise<void> {
  const held = await sign.db.selectFrom("accounts").select(["id", "blocked_at"]).where("email", "=", email).executeTakeFirst();
  if (!held || held.blocked_at || !sign.settings.mail) return;
  const token = newToken();
  await keep(sign.db, token, held.id, { hours: hoursByMail, mailed: true, dropsSecondFactor: false });
  await recordEvent(sign.db, { what: "recovery-asked", account: held.id });
  await sign.settings.mail(write(token, email));
}

/**
 * Makes a recovery link for somebody, as an administrator of the instance: a workspace's administrator could otherwise take over an account that
 * reaches into other workspaces. Returns the token, which is kept nowhere. Throws a Refusal ("account-blocked"), a Problem ("not-found").
 */
export async function makeRecoveryLink(
  db: Database,
  person: Person | undefined,
  account: string,
  dropsSecondFactor: boolean,
): Promise<string> {
  const by = requireInstanceAdministrator(person);
  const held = await db.selectFrom("accounts").select(["id", "blocked_at"]).where("id", "=", account).executeTakeFirst();
  if (!held) throw new Problem("not-found", "There is no such account.");
  if (held.blocked_at) throw new Refusal("account-blocked");
  const token = newToken();
  await keep(db, token, account, { hours: hoursByAdministrator, mailed: false, dropsSecondFactor });
  await recordEvent(db, { what: "recovery-link-made", by: by.account, account, detail: { dropsSecondFactor: String(dropsSecondFactor) } });
  return token;
}

/** Whose account a link opens. Throws a Refusal ("link-ended") where it is unknown, used, replaced or too old: all the same. */
export async function findRecovery(db: Database, token: string): Promise<{ account: string; name: string; email: string }> {
  const { rows } = await sql<{ account: string; name: string; email: string }>`
    select a.id as account, a.name, a.email from recoveries r join accounts a on a.id = r.account
    where r.token_hash = ${hashOfToken(token)} and r.used_at is null and r.expires_at > now() and a.blocked_at is null`.execute(db);
  if (!rows[0]) throw new Refusal("link-ended");
  return rows[0];
}

/** Sets a new password by a link, once, and ends every session of the account. A second factor stays on unless the link was made to drop it. */
export async function recover(sign: SignIn, token: string, password: string): Promise<void> {
  const about = await findRecovery(sign.db, token);
  requireGoodPassword(password, about);
  const hash = await (await sign.auth.$context).password.hash(password);
  await sign.db.transaction().execute(async (transaction) => {
    const tx = transaction as unknown as Database;
    const { rows } = await sql<{ account: string; dropsSecondFactor: boolean; mailed: boolean }>`
      update recoveries set used_at = now() where token_hash = ${hashOfToken(token)} and used_at is null and expires_at > now()
      returning account, drops_second_factor as "dropsSecondFactor", mailed`.execute(tx);
    const used = rows[0];
    if (!used) throw new Refusal("link-ended");
    await sql`insert into sign_in_ways (id, account, provider, subject, password) values (${newId()}, ${used.account}, 'credential', ${used.account}, ${hash})
      on conflict (provider, subject) do update set password = excluded.password, updated_at = now()`.execute(tx);
    await endEverything(tx, used.account);
    if (used.mailed) await sql`update accounts set email_verified = true where id = ${used.account}`.execute(tx);
    if (used.dropsSecondFactor) await removeSecondFactor(tx, used.account);
    await recordEvent(tx, { what: "recovered", account: used.account });
  });
}

async function removeSecondFactor(tx: Database, account: string): Promise<void> {
  await sql`delete from second_factors where account = ${account}`.execute(tx);
  await sql`update accounts set two_factor_enabled = false where id = ${account}`.execute(tx);
  await recordEvent(tx, { what: "second-factor-off", account });
}

/** Keeps a link; an earlier one of the account ends with it. */
async function keep(
  db: Database,
  token: string,
  account: string,
  link: { hours: number; mailed: boolean; dropsSecondFactor: boolean },
): Promise<void> {
  await sql`delete from recoveries where account = ${account} and used_at is null`.execute(db);
  await sql`insert into recoveries (token_hash, account, drops_second_factor, mailed, expires_at)
    values (${hashOfToken(token)}, ${account}, ${link.dropsSecondFactor}, ${link.mailed}, now() + make_interval(hours => ${link.hours}))`.execute(
    db,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : String(error).slice(0, 200);
}

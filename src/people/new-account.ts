import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import type { SignIn } from "./accounts.ts";
import { readEmail, readName } from "./email.ts";
import { recordEvent } from "./event.ts";
import { findInvitation, useInvitation } from "./invitation.ts";
import { requireGoodPassword } from "./password.ts";
import { Refusal } from "./refusal.ts";
import { hashOfToken, newId, newToken } from "./token.ts";

/** What a person types to get an account. */
export interface Wanted {
  name: string;
  email: string;
  password: string;
}

/** Makes the account of an invited person, who becomes a member with it. Returns the workspace. Throws a Refusal; the link then stays good. */
export async function makeInvitedAccount(
  sign: SignIn,
  token: string,
  wanted: Omit<Wanted, "email">,
): Promise<{ workspace: string; email: string }> {
  const { email } = await findInvitation(sign.db, token);
  const account = await readWanted(sign, { ...wanted, email });
  const workspace = await sign.db.transaction().execute(async (transaction) => {
    const tx = transaction as unknown as Database;
    await insertAccount(tx, account, false);
    return useInvitation(tx, token, account);
  });
  return { workspace, email };
}

/**
 * Makes the token with which the first account can be made; undefined where there is an account already. Each start makes another, the newest
 * counts. It goes to the operator's terminal and nowhere else.
 */
export async function offerSetUp(db: Database): Promise<string | undefined> {
  if (await hasAccounts(db)) return undefined;
  const token = newToken();
  await sql`insert into people_settings (name, value) values ('set-up', ${hashOfToken(token)})
    on conflict (name) do update set value = excluded.value`.execute(db);
  return token;
}

export async function hasAccounts(db: Database): Promise<boolean> {
  return (await db.selectFrom("accounts").select("id").limit(1).execute()).length > 0;
}

/**
 * Makes the first account, an administrator of the instance, who takes over the workspace of the server's time for one person. Throws a Refusal:
 * "wrong-token" also where another was first.
 */
export async function setUp(sign: SignIn, token: string, wanted: Wanted & { workspace: string }): Promise<void> {
  const held = await sql`select 1 from people_settings where name = 'set-up' and value = ${hashOfToken(token.trim())}`.execute(sign.db);
  if (held.rows.length === 0) throw new Refusal("wrong-token");
  const workspace = readName(wanted.workspace);
  const account = await readWanted(sign, wanted);
  await sign.db.transaction().execute(async (transaction) => {
    const tx = transaction as unknown as Database;
    const { rows } =
      await sql`delete from people_settings where name = 'set-up' and value = ${hashOfToken(token.trim())} returning name`.execute(tx);
    if (rows.length === 0 || (await hasAccounts(tx))) throw new Refusal("wrong-token");
    await insertAccount(tx, account, true);
    await sql`update workspaces set name = ${workspace} where id = 'local'`.execute(tx);
    await sql`insert into members (workspace, account, role) values ('local', ${account.id}, 'administrator')`.execute(tx);
    await recordEvent(tx, { what: "joined", by: account.id, account: account.id, workspace: "local", detail: { role: "administrator" } });
  });
}

interface NewAccount {
  id: string;
  name: string;
  email: string;
  hash: string;
}

async function readWanted(sign: SignIn, wanted: Wanted): Promise<NewAccount> {
  const email = readEmail(wanted.email);
  const name = readName(wanted.name);
  requireGoodPassword(wanted.password, { email, name });
  const { password } = await sign.auth.$context;
  return { id: newId(), name, email, hash: await password.hash(wanted.password) };
}

async function insertAccount(tx: Database, account: NewAccount, administrator: boolean): Promise<void> {
  const { rows } = await sql`insert into accounts (id, name, email, administrator)
    values (${account.id}, ${account.name}, ${account.email}, ${administrator}) on conflict (email) do nothing returning id`.execute(tx);
  if (rows.length === 0) throw new Refusal("email-taken");
  await sql`insert into sign_in_ways (id, account, provider, subject, password)
    values (${newId()}, ${account.id}, 'credential', ${account.id}, ${account.hash})`.execute(tx);
  await recordEvent(tx, { what: "account-made", by: account.id, account: account.id });
}

import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { readEmail } from "./email.ts";
import { recordEvent } from "./event.ts";
import { type Person, requireAbility } from "./person.ts";
import { Refusal } from "./refusal.ts";
import { isRole, type Role } from "./role.ts";
import { hashOfToken, newId, newToken } from "./token.ts";
import { administering } from "./workspace.ts";

export const invitationDays = 7;

export interface Invitation {
  id: string;
  workspace: string;
  workspaceName: string;
  email: string;
  role: Role;
  expiresAt: string;
  mailed: boolean;
}

/**
 * Invites an address to a workspace, as an administrator of it; an earlier open invitation of the same address ends. Returns the token for the
 * link, which is kept nowhere. Throws a Refusal: "email-invalid", "unknown-role", "already-member".
 */
export async function invite(
  db: Database,
  person: Person | undefined,
  asked: { workspace: string; email: string; role: string; mailed: boolean },
): Promise<{ token: string; email: string }> {
  const email = readEmail(asked.email);
  const { role } = asked;
  if (!isRole(role)) throw new Refusal("unknown-role");
  const token = newToken();
  await administering(db, person, asked.workspace, async (tx, by) => {
    const { rows } =
      await sql`select 1 from members m join accounts a on a.id = m.account where m.workspace = ${asked.workspace} and a.email = ${email}`.execute(
        tx,
      );
    if (rows.length > 0) throw new Refusal("already-member");
    await sql`delete from invitations where workspace = ${asked.workspace} and email = ${email} and used_at is null`.execute(tx);
    await sql`insert into invitations (id, token_hash, workspace, email, role, made_by, mailed, expires_at)
      values (${newId()}, ${hashOfToken(token)}, ${asked.workspace}, ${email}, ${role}, ${by.account}, ${asked.mailed},
        now() + make_interval(days => ${invitationDays}))`.execute(tx);
    await recordEvent(tx, { what: "invited", by: by.account, workspace: asked.workspace, detail: { email, role } });
  });
  return { token, email };
}

/** The open invitation that a link bears. Throws a Refusal ("link-ended") where it is unknown, used, withdrawn or too old: all the same. */
export async function findInvitation(db: Database, token: string): Promise<Invitation> {
  const { rows } = await open(db, sql`i.token_hash = ${hashOfToken(token)}`);
  const found = rows[0];
  if (!found) throw new Refusal("link-ended");
  return found;
}

/** The open invitations of a workspace, for its administrators. */
export async function listInvitations(db: Database, person: Person | undefined, workspace: string): Promise<Invitation[]> {
  requireAbility(person, workspace, "administer");
  return (await open(db, sql`i.workspace = ${workspace}`)).rows;
}

function open(db: Database, condition: ReturnType<typeof sql>) {
  return sql<Invitation>`
    select i.id, i.workspace, w.name as "workspaceName", i.email, i.role, i.expires_at as "expiresAt", i.mailed
    from invitations i join workspaces w on w.id = i.workspace
    where ${condition} and i.used_at is null and i.expires_at > now() order by i.expires_at, i.id`.execute(db);
}

/** Whether an open invitation waits for an address. */
export async function isInvited(db: Database, email: string): Promise<boolean> {
  return (await open(db, sql`i.email = ${email.toLowerCase()}`)).rows.length > 0;
}

/** Withdraws an open invitation; none of that id is no fault. */
export async function withdrawInvitation(db: Database, person: Person | undefined, workspace: string, id: string): Promise<void> {
  await administering(db, person, workspace, async (tx, by) => {
    const { rows } = await sql<{ email: string }>`
      delete from invitations where id = ${id} and workspace = ${workspace} and used_at is null returning email`.execute(tx);
    const email = rows[0]?.email;
    if (email) await recordEvent(tx, { what: "invitation-withdrawn", by: by.account, workspace, detail: { email } });
  });
}

/** Makes an account a member by its invitation, within a transaction; a link is used once. Throws a Refusal: "link-ended", "other-address". */
export async function useInvitation(tx: Database, token: string, account: { id: string; email: string }): Promise<string> {
  const { rows } = await sql<{ workspace: string; email: string; role: Role; mailed: boolean }>`
    update invitations set used_at = now() where token_hash = ${hashOfToken(token)} and used_at is null and expires_at > now()
    returning workspace, email, role, mailed`.execute(tx);
  const invitation = rows[0];
  if (!invitation) throw new Refusal("link-ended");
  if (invitation.email !== account.email) throw new Refusal("other-address", { email: invitation.email });
  const { workspace, role, mailed } = invitation;
  await sql`insert into members (workspace, account, role) values (${workspace}, ${account.id}, ${role}) on conflict do nothing`.execute(
    tx,
  );
  if (mailed) await sql`update accounts set email_verified = true where id = ${account.id}`.execute(tx);
  await recordEvent(tx, { what: "joined", by: account.id, account: account.id, workspace, detail: { role } });
  return workspace;
}

/** A signed-in person takes an invitation. Returns the workspace. */
export async function acceptInvitation(db: Database, person: Person, token: string): Promise<string> {
  return db
    .transaction()
    .execute((tx) => useInvitation(tx as unknown as Database, token, { id: person.account, email: person.email ?? "" }));
}

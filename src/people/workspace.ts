import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { Problem } from "../shared/problem.ts";
import { readName } from "./email.ts";
import { recordEvent } from "./event.ts";
import { type Person, requireAbility, requirePerson } from "./person.ts";
import { Refusal } from "./refusal.ts";
import { isRole, type Role } from "./role.ts";
import { newId } from "./token.ts";

export interface Member {
  account: string;
  name: string;
  email: string;
  role: Role;
  since: string;
  hasSecondFactor: boolean;
}

/** The members of a workspace, for its members. Throws a Problem ("not-found") to others. */
export async function listMembers(db: Database, person: Person | undefined, workspace: string): Promise<Member[]> {
  requireAbility(person, workspace, "read-draft");
  const { rows } = await sql<Member>`
    select a.id as account, a.name, a.email, m.role, m.since, coalesce(a.two_factor_enabled, false) as "hasSecondFactor"
    from members m join accounts a on a.id = m.account where m.workspace = ${workspace} order by a.name, a.id`.execute(db);
  return rows;
}

/** Makes a workspace with its maker as administrator; for administrators of the instance. Returns its id. */
export async function makeWorkspace(db: Database, person: Person | undefined, name: string): Promise<string> {
  const by = requirePerson(person);
  if (!by.administrator || by.local)
    throw new Problem("forbidden", "Only an administrator of this instance makes workspaces. Ask one of them.");
  const id = newId();
  const named = readName(name);
  await db.transaction().execute(async (transaction) => {
    const tx = transaction as unknown as Database;
    await sql`insert into workspaces (id, name) values (${id}, ${named})`.execute(tx);
    await sql`insert into members (workspace, account, role) values (${id}, ${by.account}, 'administrator')`.execute(tx);
    await recordEvent(tx, { what: "workspace-made", by: by.account, workspace: id, detail: { name: named } });
  });
  return id;
}

/** Gives a member another role, as an administrator. Throws a Refusal: "unknown-role", "last-administrator"; a Problem where there is no such member. */
export async function changeRole(
  db: Database,
  person: Person | undefined,
  workspace: string,
  account: string,
  role: string,
): Promise<void> {
  if (!isRole(role)) throw new Refusal("unknown-role");
  await administering(db, person, workspace, async (tx, by) => {
    const before = await roleOf(tx, workspace, account);
    if (before === role) return;
    if (before === "administrator") await requireAnotherAdministrator(tx, workspace, account);
    await sql`update members set role = ${role} where workspace = ${workspace} and account = ${account}`.execute(tx);
    await recordEvent(tx, { what: "role-changed", by: by.account, account, workspace, detail: { from: before, to: role } });
  });
}

/** Takes a member out of a workspace, as an administrator; oneself too, unless one is the last administrator. */
export async function removeMember(db: Database, person: Person | undefined, workspace: string, account: string): Promise<void> {
  await administering(db, person, workspace, async (tx, by) => {
    const before = await roleOf(tx, workspace, account);
    if (before === "administrator") await requireAnotherAdministrator(tx, workspace, account);
    await sql`delete from members where workspace = ${workspace} and account = ${account}`.execute(tx);
    await recordEvent(tx, { what: "member-removed", by: by.account, account, workspace, detail: { role: before } });
  });
}

/**
 * Does something that only an administrator of a workspace may, one at a time for each workspace. The role is read again under the lock: whom
 * another administrator has just removed does nothing any more.
 */
export async function administering<T>(
  db: Database,
  person: Person | undefined,
  workspace: string,
  act: (tx: Database, by: Person) => Promise<T>,
): Promise<T> {
  const by = requireAbility(person, workspace, "administer");
  if (by.local)
    throw new Problem("forbidden", "A server for one person has no members. Start it with OPENFIRST_ACCOUNTS=1 to invite others.");
  return db.transaction().execute(async (transaction) => {
    const tx = transaction as unknown as Database;
    await sql`select 1 from workspaces where id = ${workspace} for update`.execute(tx);
    const { rows } = await sql<{ name: string; role: Role }>`
      select w.name, m.role from members m join workspaces w on w.id = m.workspace where m.workspace = ${workspace} and m.account = ${by.account}`.execute(
      tx,
    );
    const now = { ...by, memberships: rows.map(({ name, role }) => ({ workspace, name, role })) };
    requireAbility(now, workspace, "administer");
    return act(tx, by);
  });
}

async function roleOf(tx: Database, workspace: string, account: string): Promise<Role> {
  const { rows } = await sql<{ role: Role }>`select role from members where workspace = ${workspace} and account = ${account}`.execute(tx);
  const role = rows[0]?.role;
  if (!role)
    throw new Problem("not-found", "There is no such member in this workspace; somebody may have removed them. Open the list again.");
  return role;
}

async function requireAnotherAdministrator(tx: Database, workspace: string, account: string): Promise<void> {
  const { rows } =
    await sql`select 1 from members m join accounts a on a.id = m.account where m.workspace = ${workspace} and m.role = 'administrator'
      and m.account <> ${account} and a.blocked_at is null limit 1`.execute(tx);
  if (rows.length === 0) throw new Refusal("last-administrator");
}

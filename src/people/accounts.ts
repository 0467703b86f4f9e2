import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { type Auth, makeAuth } from "./auth.ts";
import type { Membership, Person } from "./person.ts";
import { secretOf } from "./secret.ts";
import type { AccountSettings } from "./settings.ts";

/** The door of the house: who is signed in. One per server. */
export interface Accounts {
  settings: AccountSettings;
  /** Who bears these cookies; with the cookies that prolong the session, where it is time. */
  personOf(headers: Headers): Promise<{ person: Person | undefined; cookies: string[] }>;
  /** what people sign in with; absent on a server for one person */
  sign?: SignIn;
}

/** What signing in needs. */
export interface SignIn {
  db: Database;
  secret: string;
  settings: AccountSettings;
  auth: Auth;
  /** the same with the provider of OpenID Connect, once that has answered */
  withProvider?: Promise<Auth> | undefined;
}

const localPerson: Person = {
  account: "local",
  name: "local",
  memberships: [{ workspace: "local", name: "local", role: "administrator" }],
  local: true,
  administrator: true,
};

/** The door of a server for one person: nobody signs in, everybody is the local person. */
export function openLocalAccounts(): Accounts {
  return { settings: { mode: "local" }, personOf: async () => ({ person: localPerson, cookies: [] }) };
}

/** The door as the settings say. With accounts it reads or makes the secret; throws a Problem where the given one is too short. */
export async function openAccounts(db: Database, settings: AccountSettings): Promise<Accounts> {
  if (settings.mode === "local") return openLocalAccounts();
  const secret = await secretOf(db, settings.secret);
  const sign: SignIn = { db, secret, settings, auth: await makeAuth(db, settings, secret) };
  return { settings, sign, personOf: (headers) => readPerson(sign, headers) };
}

async function readPerson(sign: SignIn, headers: Headers): Promise<{ person: Person | undefined; cookies: string[] }> {
  if (!headers.get("cookie")?.includes("openfirst.session_token")) return { person: undefined, cookies: [] };
  const { response, headers: answer } = await sign.auth.api.getSession({ headers, returnHeaders: true });
  const person = response ? await findPerson(sign.db, response.user.id) : undefined;
  return { person, cookies: answer.getSetCookie() };
}

/** An account with its memberships; undefined where it is gone or blocked. */
export async function findPerson(db: Database, account: string): Promise<Person | undefined> {
  const { rows } = await sql<{ name: string; email: string; administrator: boolean; memberships: Membership[] }>`
    select a.name, a.email, a.administrator, coalesce((
      select json_agg(json_build_object('workspace', w.id, 'name', w.name, 'role', m.role) order by w.name, w.id)
      from members m join workspaces w on w.id = m.workspace where m.account = a.id), '[]'::json) as memberships
    from accounts a where a.id = ${account} and a.blocked_at is null`.execute(db);
  const row = rows[0];
  return row && { account, name: row.name, email: row.email, memberships: row.memberships, local: false, administrator: row.administrator };
}

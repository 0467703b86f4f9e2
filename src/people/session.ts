import { sql } from "kysely";
import type { SignIn } from "./accounts.ts";
import { recordEvent } from "./event.ts";
import type { Person } from "./person.ts";

export interface Session {
  id: string;
  /** what the browser calls itself */
  agent: string | undefined;
  since: string;
  /** exact to five minutes */
  lastUsed: string;
  isThis: boolean;
}

/** Where a person is signed in, the most recently used first. */
export async function listSessions(sign: SignIn, person: Person, headers: Headers): Promise<Session[]> {
  const current = await currentSession(sign, headers);
  const { rows } = await sql<{ id: string; agent: string | null; since: string; lastUsed: string }>`
    select id, user_agent as agent, created_at as since, updated_at as "lastUsed" from sessions
    where account = ${person.account} and expires_at > now() order by updated_at desc, id`.execute(sign.db);
  return rows.map((row) => ({ ...row, agent: row.agent ?? undefined, isThis: row.id === current }));
}

/** Ends one session of the person; it bears nothing from the next request on. One that is not theirs, or gone, is no fault. */
export async function endSession(sign: SignIn, person: Person, id: string): Promise<void> {
  const { rows } = await sql`delete from sessions where id = ${id} and account = ${person.account} returning id`.execute(sign.db);
  if (rows.length > 0) await recordEvent(sign.db, { what: "session-ended", by: person.account, account: person.account });
}

/** Ends every session of the person but this one. */
export async function endOtherSessions(sign: SignIn, person: Person, headers: Headers): Promise<void> {
  const current = await currentSession(sign, headers);
  await sql`delete from sessions where account = ${person.account} and id is distinct from ${current ?? null}`.execute(sign.db);
  await recordEvent(sign.db, { what: "sessions-ended", by: person.account, account: person.account });
}

async function currentSession(sign: SignIn, headers: Headers): Promise<string | undefined> {
  return (await sign.auth.api.getSession({ headers, query: { disableRefresh: true } }))?.session.id;
}

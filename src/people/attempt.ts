import { createHmac } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { Refusal } from "./refusal.ts";

/** How often something may be tried within how many seconds; counted in the database, so that several servers count together. */
export const limits = {
  // A browser that has signed in to the account before, whatever others do to the account or its network.
  "sign-in-device": { most: 10, seconds: 900 },
  // Any other: by account and network together, so that who types wrong passwords elsewhere keeps nobody out; by account over all networks it is
  // slowed down long before it is refused.
  "sign-in-pair": { most: 10, seconds: 900 },
  "sign-in-account": { most: 300, seconds: 900 },
  "sign-in-address": { most: 60, seconds: 900 },
  "recovery-account": { most: 3, seconds: 3600 },
  "recovery-address": { most: 20, seconds: 3600 },
  "code-account": { most: 10, seconds: 900 },
  "code-address": { most: 60, seconds: 900 },
  "link-address": { most: 60, seconds: 900 },
  "set-up-address": { most: 20, seconds: 900 },
  "password-account": { most: 10, seconds: 900 },
} as const;
export type Limit = keyof typeof limits;

export interface Counter {
  db: Database;
  /** keys what is counted, so that neither an address nor an e-mail stands in the table */
  secret: string;
}

/**
 * Counts one attempt, before it is made: attempts at the same moment count too. Returns how many there were. Throws a Refusal ("too-often", with the
 * minutes to wait) beyond the limit. Takes: spendAttempt(counter, "sign-in-account", "ann@example.org").
 */
export async function spendAttempt(counter: Counter, limit: Limit, of: string): Promise<number> {
  const { most, seconds } = limits[limit];
  const { rows } = await sql<{ count: number; wait: number }>`
    insert into attempts as held (key, count, until) values (${keyOf(counter, limit, of)}, 1, now() + make_interval(secs => ${seconds}))
    on conflict (key) do update set count = case when held.until <= now() then 1 else held.count + 1 end,
      until = case when held.until <= now() then excluded.until else held.until end
    returning count, greatest(1, ceil(extract(epoch from until - now())))::int as wait`.execute(counter.db);
  const { count = 1, wait = seconds } = rows[0] ?? {};
  if (count === 1) await sql`delete from attempts where until <= now()`.execute(counter.db);
  if (count > most) throw new Refusal("too-often", { minutes: Math.ceil(wait / 60) }, { retryAfter: wait });
  return count;
}

/** Forgets what was counted, after an attempt that succeeded. */
export async function forgiveAttempts(counter: Counter, limit: Limit, of: string): Promise<void> {
  await sql`delete from attempts where key = ${keyOf(counter, limit, of)}`.execute(counter.db);
}

/** Takes one attempt back, which succeeded, and leaves what others tried. */
export async function returnAttempt(counter: Counter, limit: Limit, of: string): Promise<void> {
  await sql`update attempts set count = count - 1 where key = ${keyOf(counter, limit, of)} and count > 0`.execute(counter.db);
}

/** Takes a thing that may be taken once within some seconds, such as a code; false for everybody after the first. */
export async function takeOnce(counter: Counter, what: string, seconds: number): Promise<boolean> {
  const { rows } = await sql<{ key: string }>`
    insert into attempts as held (key, count, until) values (${keyOf(counter, "once", what)}, 1, now() + make_interval(secs => ${seconds}))
    on conflict (key) do update set until = excluded.until where held.until <= now() returning key`.execute(counter.db);
  return rows.length > 0;
}

function keyOf(counter: Counter, limit: string, of: string): string {
  return createHmac("sha256", counter.secret).update(`attempts ${limit} ${of}`).digest("base64url");
}

import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { canonical } from "../shared/canonical.ts";
import { tidied } from "./tidy.ts";

/** What can happen to a draft; the trail of it cannot be edited. */
export const eventKinds = [
  "begun",
  "element-added",
  "element-saved",
  "element-moved",
  "element-removed",
  "element-restored",
  "wording-in-conflict",
  "conflict-settled",
  "details-changed",
  "coding-decided",
  "commented",
  "comment-resolved",
  "suggestion-decided",
  "version-kept",
  "consultation-opened",
  "consultation-closed",
  "state-changed",
  "step-decided",
  "adopted",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** The account and the name, in what is held, of whoever writes on a server for one person; pages and files say it in words. */
export const localAuthor = "local";

/** Who acts: an account's name and the role it has in the workspace of the draft. */
export interface Actor {
  account: string;
  name: string;
  role?: string;
}

export interface DraftEvent {
  event: number;
  what: EventKind;
  detail: Record<string, unknown>;
  who: string;
  role: string | null;
  at: string;
  previous: string;
  fingerprint: string;
}

/** Adds one event to a draft's trail, within the transaction that does what it tells. */
export async function recordEvent(
  tx: Database,
  draft: string,
  what: EventKind,
  actor: Actor,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await sql`select pg_advisory_xact_lock(7140025, hashtext(${draft}))`.execute(tx);
  const last = await tx
    .selectFrom("draft_events")
    .select("fingerprint")
    .where("draft", "=", draft)
    .orderBy("event", "desc")
    .limit(1)
    .executeTakeFirst();
  const at = (await sql<{ at: string }>`select clock_timestamp() as at`.execute(tx)).rows[0]?.at as string;
  const row = {
    draft,
    what,
    detail: tidied({ ...detail, account: actor.account }),
    who: actor.name,
    role: actor.role ?? null,
    at,
    previous: last?.fingerprint ?? "",
  };
  await tx
    .insertInto("draft_events")
    .values({ ...row, detail: JSON.stringify(row.detail), fingerprint: fingerprintOf(row) })
    .execute();
}

/** The trail of a draft, oldest first. */
export async function listEvents(db: Database, draft: string): Promise<DraftEvent[]> {
  const rows = await db.selectFrom("draft_events").selectAll().where("draft", "=", draft).orderBy("event").execute();
  return rows as unknown as DraftEvent[];
}

/** How long a trail is and with what it ends: told outside of it, so that a trail that is cut later is seen to be. */
export interface TrailEnd {
  entries: number;
  fingerprint: string;
}

export async function findTrailEnd(db: Database, draft: string): Promise<TrailEnd> {
  const { rows } = await sql<TrailEnd>`
    select count(*)::int as entries, coalesce((select fingerprint from draft_events where draft = ${draft} order by event desc limit 1), '') as fingerprint
    from draft_events where draft = ${draft}`.execute(db);
  return rows[0] ?? { entries: 0, fingerprint: "" };
}

/** The first event whose fingerprint does not follow from what stands before it; none: the trail is whole. */
export function firstBroken(draft: string, events: readonly DraftEvent[]): DraftEvent | undefined {
  let previous = "";
  for (const event of events) {
    const { what, detail, who, role, at } = event;
    if (event.previous !== previous || event.fingerprint !== fingerprintOf({ draft, what, detail, who, role, at, previous })) return event;
    previous = event.fingerprint;
  }
  return undefined;
}

function fingerprintOf(row: Record<string, unknown>): string {
  return createHash("sha256")
    .update(canonical({ ...row, at: new Date(row.at as string).toISOString() }))
    .digest("hex");
}

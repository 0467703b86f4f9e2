import { sql } from "kysely";
import type { Database } from "../database/connect.ts";

/** What is written down about people; what a page calls each stands under people.event. */
const eventKinds = [
  "account-made",
  "signed-in",
  "sign-in-failed",
  "second-factor-failed",
  "signed-out",
  "name-changed",
  "password-changed",
  "second-factor-on",
  "second-factor-off",
  "backup-codes-renewed",
  "session-ended",
  "sessions-ended",
  "recovery-asked",
  "recovery-link-made",
  "recovered",
  "provider-linked",
  "workspace-made",
  "invited",
  "invitation-withdrawn",
  "joined",
  "role-changed",
  "member-removed",
  "blocked",
  "unblocked",
  "administrator-named",
  "administrator-withdrawn",
] as const;
type EventKind = (typeof eventKinds)[number];

export interface PeopleEvent {
  what: EventKind;
  /** who did it */
  by?: string | undefined;
  /** to whom */
  account?: string | undefined;
  workspace?: string | undefined;
  detail?: Record<string, string>;
}

/** Adds one line to what is never changed. Inside a transaction it stands or falls with it. */
export async function recordEvent(db: Database, event: PeopleEvent): Promise<void> {
  await db
    .insertInto("people_events")
    .values({
      what: event.what,
      by_account: event.by ?? null,
      account: event.account ?? null,
      workspace: event.workspace ?? null,
      detail: JSON.stringify(event.detail ?? {}),
    })
    .execute();
}

export interface ToldEvent {
  happenedAt: string;
  what: EventKind;
  /** names, where the accounts still exist */
  by: string | undefined;
  account: string | undefined;
  detail: Record<string, string>;
}

/** What the instance's administrators do, to whichever account. */
const ofInstance: readonly EventKind[] = [
  "recovery-link-made",
  "workspace-made",
  "blocked",
  "unblocked",
  "administrator-named",
  "administrator-withdrawn",
];

/** The newest events of an account, of a workspace, or of what the instance's administrators did, newest first, at most 50. */
export async function findEvents(db: Database, of: { account: string } | { workspace: string } | "instance"): Promise<ToldEvent[]> {
  const condition = conditionOf(of);
  const { rows } = await sql<{ at: string; what: EventKind; by: string | null; account: string | null; detail: Record<string, string> }>`
    select e.happened_at as at, e.what, b.name as by, a.name as account, e.detail from people_events e
      left join accounts b on b.id = e.by_account left join accounts a on a.id = e.account
    where ${condition} order by e.event desc limit 50`.execute(db);
  return rows.map(({ at, what, by, account, detail }) => ({
    happenedAt: at,
    what,
    by: by ?? undefined,
    account: account ?? undefined,
    detail,
  }));
}

function conditionOf(of: { account: string } | { workspace: string } | "instance") {
  if (of === "instance") return sql`e.what in (${sql.join(ofInstance)})`;
  return "account" in of ? sql`(e.account = ${of.account} or e.by_account = ${of.account})` : sql`e.workspace = ${of.workspace}`;
}

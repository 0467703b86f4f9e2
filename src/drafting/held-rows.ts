import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { Problem, says } from "../shared/problem.ts";
import { type DraftState, stateNames } from "./draft.ts";
import type { Actor } from "./event.ts";

/** One transaction; on both databases. */
export function within<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  return db.transaction().execute((tx) => work(tx as unknown as Database));
}

/** Everything that writes takes the draft first, so that no two wait for each other. */
export async function lockDraft(tx: Database, draft: string) {
  const row = await tx
    .selectFrom("drafts")
    .select(["state", "title", "language", "profile", "answers"])
    .where("id", "=", draft)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem("not-found", "There is no draft at this address.");
  return row;
}

export async function requireOpen(tx: Database, draft: string) {
  const row = await lockDraft(tx, draft);
  if (row.state !== "drafting")
    throw new Problem(
      "conflict",
      says`The draft stands at “${stateNames[row.state as DraftState]}”, so its text is closed. Send it back to drafting first, or comment on it.`,
    );
  return row;
}

export async function lockElement(tx: Database, draft: string, id: string) {
  const held = await tx
    .selectFrom("draft_elements")
    .selectAll()
    .where("draft", "=", draft)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!held)
    throw new Problem(
      "not-found",
      "This article is not in the draft any more. Go back to the draft; what was taken out stands in its history.",
    );
  return held;
}

export async function replaceWording(
  tx: Database,
  draft: string,
  id: string,
  { heading, text, revision }: { heading: string; text: string; revision: number },
  actor: Actor,
): Promise<void> {
  await tx
    .updateTable("draft_elements")
    .set({ heading, text, revision, changed_by: actor.name, changed_at: sql`clock_timestamp()` as never })
    .where("draft", "=", draft)
    .where("id", "=", id)
    .execute();
  await touch(tx, draft);
}

export async function touch(tx: Database, draft: string): Promise<void> {
  await tx
    .updateTable("drafts")
    .set({ changed_at: sql`clock_timestamp()` as never })
    .where("id", "=", draft)
    .execute();
}

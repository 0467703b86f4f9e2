import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { Problem } from "../shared/problem.ts";
import { type DraftCoding, element, wordingShape } from "./draft.ts";
import { type Actor, recordEvent } from "./event.ts";
import { lockElement, replaceWording, requireOpen, touch, within } from "./held-rows.ts";
import { inShape } from "./in-shape.ts";
import { tidyWording } from "./tidy.ts";

const codingsShape = element.pick({ codings: true });

/** What came of a save: it stands, nothing was to be changed, or somebody else was faster and both wordings are kept. */
export type Saved =
  | { outcome: "saved" | "unchanged"; revision: number }
  | {
      outcome: "conflict";
      wording: number;
      theirs: { heading: string; text: string; revision: number; changedBy: string; changedAt: string };
    };

/** Saves the wording of one element. `base` is the revision that the writer saw; a newer one makes a conflict, in which nothing is lost. */
export async function saveElement(
  db: Database,
  draft: string,
  id: string,
  wording: { heading: string; text: string; base: number },
  actor: Actor,
): Promise<Saved> {
  const { heading, text } = inShape(wordingShape, tidyWording(wording));
  const base = asRevision(wording.base);
  return within(db, async (tx) => {
    await requireOpen(tx, draft);
    const held = await lockElement(tx, draft, id);
    if (held.heading === heading && held.text === text) {
      await forgetTyping(tx, draft, id, actor);
      return { outcome: "unchanged", revision: held.revision };
    }
    const isLate = held.revision !== base;
    const revision = held.revision + 1;
    const kept = await tx
      .insertInto("draft_wordings")
      .values({ draft, element: id, base_revision: base, revision: isLate ? null : revision, heading, text, who: actor.name })
      .returning("wording")
      .executeTakeFirstOrThrow();
    await forgetTyping(tx, draft, id, actor);
    if (isLate) {
      await recordEvent(tx, draft, "wording-in-conflict", actor, { element: id, wording: kept.wording });
      const theirs = {
        heading: held.heading,
        text: held.text,
        revision: held.revision,
        changedBy: held.changed_by,
        changedAt: held.changed_at,
      };
      return { outcome: "conflict", wording: kept.wording, theirs };
    }
    await replaceWording(tx, draft, id, { heading, text, revision }, actor);
    await recordEvent(tx, draft, "element-saved", actor, { element: id, revision });
    return { outcome: "saved", revision };
  });
}

/** The revision that a page says it shows; 0, which none is, for what cannot be one. */
function asRevision(base: number): number {
  return Number.isInteger(base) && base > 0 && base < 2 ** 31 ? base : 0;
}

/** Decides a conflict: the wording given stands from now on (the other's, one's own, or both joined by hand). */
export async function settleConflict(
  db: Database,
  draft: string,
  wordingId: number,
  wording: { heading: string; text: string; base: number },
  actor: Actor,
): Promise<Saved> {
  if (!Number.isSafeInteger(wordingId)) throw new Problem("not-found", "There is no such conflict in this draft.");
  const found = await db
    .selectFrom("draft_wordings")
    .select("element")
    .where("draft", "=", draft)
    .where("wording", "=", wordingId)
    .where("revision", "is", null)
    .executeTakeFirst();
  if (!found) throw new Problem("not-found", "There is no such open conflict. Somebody may have settled it already.");
  const saved = await saveElement(db, draft, found.element, wording, actor);
  if (saved.outcome === "conflict") return saved;
  await within(db, async (tx) => {
    await tx
      .updateTable("draft_wordings")
      .set({ settled_by: actor.name, settled_at: sql`clock_timestamp()` as never })
      .where("wording", "=", wordingId)
      .execute();
    await recordEvent(tx, draft, "conflict-settled", actor, { element: found.element, wording: wordingId });
  });
  return saved;
}

/** Keeps what somebody is typing, second by second. It changes nothing that others see, and no conflict can come of it. */
export async function keepTyping(
  db: Database,
  draft: string,
  id: string,
  typed: { heading: string; text: string; base: number },
  actor: Actor,
): Promise<void> {
  const { heading, text } = inShape(wordingShape, tidyWording(typed));
  const { numAffectedRows } = await sql`
    insert into draft_typing (draft, element, account, base_revision, heading, text)
    select draft, id, ${actor.account}, ${asRevision(typed.base)}, ${heading}, ${text} from draft_elements where draft = ${draft} and id = ${id}
    on conflict (draft, element, account) do update
      set base_revision = excluded.base_revision, heading = excluded.heading, text = excluded.text, at = clock_timestamp()`.execute(db);
  if (!numAffectedRows)
    throw new Problem("not-found", "This article is not in the draft any more. Copy your text before you leave the page.");
}

/** Drops what somebody had typed and does not want. */
export async function dropTyping(db: Database, draft: string, id: string, actor: Actor): Promise<void> {
  await forgetTyping(db, draft, id, actor);
}

async function forgetTyping(tx: Database, draft: string, id: string, actor: Actor): Promise<void> {
  await tx.deleteFrom("draft_typing").where("draft", "=", draft).where("element", "=", id).where("account", "=", actor.account).execute();
}

/** Decides what is said of an element's provisions, from what stands there at that moment: of two who decide at once neither undoes the other. */
export async function decideCodings(
  db: Database,
  draft: string,
  id: string,
  decide: (held: readonly DraftCoding[]) => readonly DraftCoding[],
  actor: Actor,
): Promise<void> {
  await within(db, async (tx) => {
    await requireOpen(tx, draft);
    const held = await lockElement(tx, draft, id);
    const { codings: checked } = inShape(codingsShape, { codings: decide(held.codings as readonly DraftCoding[]) });
    await tx
      .updateTable("draft_elements")
      .set({ codings: JSON.stringify(checked) })
      .where("draft", "=", draft)
      .where("id", "=", id)
      .execute();
    await touch(tx, draft);
    await recordEvent(tx, draft, "coding-decided", actor, {
      element: id,
      accepted: checked.filter(({ verdict }) => verdict === "accepted").map(({ type }) => type),
      refused: checked.filter(({ verdict }) => verdict === "refused").map(({ type }) => type),
    });
  });
}

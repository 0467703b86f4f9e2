import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { Problem, says } from "../shared/problem.ts";
import { wordingShape } from "./draft.ts";
import { type Actor, recordEvent } from "./event.ts";
import { lockDraft, lockElement, replaceWording, requireOpen, within } from "./held-rows.ts";
import { inShape } from "./in-shape.ts";
import { tidyLines } from "./tidy.ts";

/** A comment on an element or on words of it, or an answer to one; with a suggestion, the words that should stand instead. */
export async function addComment(
  db: Database,
  draft: string,
  id: string,
  said: { body: string; span?: string; suggestion?: string; answers?: number },
  actor: Actor,
): Promise<number> {
  const body = tidyLines(said.body);
  const span = tidyLines(said.span ?? "") || null;
  const suggestion = said.suggestion === undefined ? null : tidyLines(said.suggestion);
  if (!body && suggestion === null)
    throw new Problem("invalid-input", "The comment is empty; expected some words. Write what you want to say.");
  if (body.length > 5000)
    throw new Problem("too-large", says`The comment has ${body.length} characters; at most 5000 are kept. Shorten it.`);
  return within(db, async (tx) => {
    await lockDraft(tx, draft);
    const held = await lockElement(tx, draft, id);
    if (span && !held.text.includes(span))
      throw new Problem("conflict", "The words that the comment is about do not stand in the article any more. Choose them again.");
    if (suggestion !== null) inShape(wordingShape, { heading: "", text: suggested(held.text, span, suggestion) });
    if (said.answers !== undefined) await requireThread(tx, draft, id, said.answers);
    const { comment } = await tx
      .insertInto("draft_comments")
      .values({ draft, element: id, answers: said.answers ?? null, span, body, suggestion, who: actor.name })
      .returning("comment")
      .executeTakeFirstOrThrow();
    await recordEvent(tx, draft, "commented", actor, { element: id, comment });
    return comment;
  });
}

/** A text with the words of a suggestion: instead of the span, or instead of everything. */
function suggested(text: string, span: string | null, suggestion: string): string {
  return span ? text.replace(span, () => suggestion) : suggestion;
}

/** An answer belongs to a comment on the same article that is no answer itself. */
async function requireThread(tx: Database, draft: string, element: string, comment: number): Promise<void> {
  const held = Number.isSafeInteger(comment)
    ? await tx
        .selectFrom("draft_comments")
        .select("comment")
        .where("draft", "=", draft)
        .where("element", "=", element)
        .where("comment", "=", comment)
        .where("answers", "is", null)
        .executeTakeFirst()
    : undefined;
  if (!held) throw new Problem("not-found", "The comment that this answers is not here. Reload the page.");
}

/** Says that a comment needs nothing more. */
export async function resolveComment(db: Database, draft: string, comment: number, actor: Actor): Promise<void> {
  await within(db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable("draft_comments")
      .set({ resolved_by: actor.name, resolved_at: sql`clock_timestamp()` as never })
      .where("draft", "=", draft)
      .where("comment", "=", comment)
      .where("resolved_at", "is", null)
      .executeTakeFirst();
    if (Number(numUpdatedRows) > 0) await recordEvent(tx, draft, "comment-resolved", actor, { comment });
  });
}

/** Accepts or refuses a suggestion. Accepting puts its words where the span stands, as a new revision. */
export async function decideSuggestion(
  db: Database,
  draft: string,
  comment: number,
  verdict: "accepted" | "refused",
  actor: Actor,
): Promise<void> {
  await within(db, async (tx) => {
    await requireOpen(tx, draft);
    const said = await tx
      .selectFrom("draft_comments")
      .selectAll()
      .where("draft", "=", draft)
      .where("comment", "=", comment)
      .forUpdate()
      .executeTakeFirst();
    if (said?.suggestion == null) throw new Problem("not-found", "There is no such suggestion in this draft.");
    if (said.verdict) throw new Problem("conflict", says`The suggestion is ${said.verdict} already. Reload the page.`);
    if (verdict === "accepted") {
      const held = await lockElement(tx, draft, said.element);
      if (said.span && !held.text.includes(said.span))
        throw new Problem(
          "conflict",
          "The words that the suggestion replaces do not stand in the article any more. Refuse it, or change the text by hand.",
        );
      const { text } = inShape(wordingShape, { heading: held.heading, text: suggested(held.text, said.span, said.suggestion) });
      const revision = held.revision + 1;
      await tx
        .insertInto("draft_wordings")
        .values({ draft, element: said.element, base_revision: held.revision, revision, heading: held.heading, text, who: said.who })
        .execute();
      await replaceWording(tx, draft, said.element, { heading: held.heading, text, revision }, actor);
    }
    await tx
      .updateTable("draft_comments")
      .set({ verdict, resolved_by: actor.name, resolved_at: sql`clock_timestamp()` as never })
      .where("comment", "=", comment)
      .execute();
    await recordEvent(tx, draft, "suggestion-decided", actor, { element: said.element, comment, verdict });
  });
}

import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { canonical } from "../shared/canonical.ts";
import { Problem, says } from "../shared/problem.ts";
import type { DraftContent, DraftElement, HeldElement } from "./draft.ts";
import { type Actor, recordEvent } from "./event.ts";
import { findVersion, requireDraft } from "./find.ts";
import { lockDraft, requireOpen, within } from "./held-rows.ts";
import { tidied } from "./tidy.ts";

/** Keeps the whole draft as it stands now under a label; returns the version's number. */
export async function keepVersion(db: Database, draft: string, label: string, actor: Actor): Promise<number> {
  return within(db, (tx) => keepVersionWithin(tx, draft, label, actor));
}

/** The same within a transaction that does more. */
export async function keepVersionWithin(tx: Database, draft: string, label: string, actor: Actor): Promise<number> {
  await lockDraft(tx, draft);
  const held = await requireDraft(tx, draft);
  const { title, language, profile, beginning, derived_from, answers, elements } = held;
  const plain = elements.map(({ id, kind, heading, text, origin, codings }) => ({ id, kind, heading, text, origin, codings }));
  const content = { title, language, profile, beginning, ...(derived_from ? { derived_from } : {}), answers, elements: plain };
  const { last } = (await tx
    .selectFrom("draft_versions")
    .select(({ fn }) => fn.max("version").as("last"))
    .where("draft", "=", draft)
    .executeTakeFirst()) as { last: number | null };
  const version = (last ?? 0) + 1;
  const named = tidied(label.trim().slice(0, 200));
  await tx
    .insertInto("draft_versions")
    .values({ draft, version, label: named, content: JSON.stringify(content), who: actor.name })
    .execute();
  await recordEvent(tx, draft, "version-kept", actor, { version, label: named });
  return version;
}

/**
 * Makes a kept version the current text, as new revisions: nothing is lost, and whoever is writing meanwhile is shown a conflict. What stood
 * until now is kept as a version of its own under `label` first; returns that version's number. Throws a Problem where the text is closed.
 */
export async function putBack(db: Database, draft: string, version: number, label: string, actor: Actor): Promise<number> {
  return within(db, async (tx) => {
    await requireOpen(tx, draft);
    const found = await findVersion(tx, draft, version);
    if (!found) throw new Problem("not-found", says`There is no version ${version} of this draft. Choose one of the list.`);
    const kept = await keepVersionWithin(tx, draft, label, actor);
    const held = await requireDraft(tx, draft);
    const wanted = new Set(found.content.elements.map(({ id }) => id));
    for (const one of held.elements) if (!wanted.has(one.id)) await takeOut(tx, draft, one, actor);
    const present = new Map(held.elements.map((one) => [one.id, one]));
    for (const one of found.content.elements) {
      const now = present.get(one.id);
      if (now) await rewrite(tx, draft, now, one, actor);
      else await insertAgain(tx, draft, one, actor);
    }
    await setOrder(tx, draft, [...wanted]);
    await setDetails(tx, draft, found.content, held, actor);
    return kept;
  });
}

async function takeOut(tx: Database, draft: string, one: HeldElement, actor: Actor): Promise<void> {
  const { id, kind, heading, text, origin, codings } = one;
  await tx.deleteFrom("draft_elements").where("draft", "=", draft).where("id", "=", id).execute();
  await recordEvent(tx, draft, "element-removed", actor, { element: id, kind, heading, text, origin, codings });
}

async function rewrite(tx: Database, draft: string, now: HeldElement, one: DraftElement, actor: Actor): Promise<void> {
  const { id, kind, heading, text, origin, codings } = one;
  const bare = (given: DraftElement) => canonical([given.kind, given.heading, given.text, given.origin, given.codings]);
  if (bare(now) === bare(one)) return;
  const isReworded = now.heading !== heading || now.text !== text;
  const revision = now.revision + (isReworded ? 1 : 0);
  await tx
    .updateTable("draft_elements")
    .set({ kind, heading, text, origin: JSON.stringify(origin), codings: JSON.stringify(codings), revision })
    .where("draft", "=", draft)
    .where("id", "=", id)
    .execute();
  if (!isReworded) return;
  await tx
    .updateTable("draft_elements")
    .set({ changed_by: actor.name, changed_at: sql`clock_timestamp()` as never })
    .where("draft", "=", draft)
    .where("id", "=", id)
    .execute();
  await tx
    .insertInto("draft_wordings")
    .values({ draft, element: id, base_revision: now.revision, revision, heading, text, who: actor.name })
    .execute();
  await recordEvent(tx, draft, "element-saved", actor, { element: id, revision });
}

/** An element that was taken out goes on counting its revisions, so that a page opened before cannot save over it unseen. */
async function insertAgain(tx: Database, draft: string, one: DraftElement, actor: Actor): Promise<void> {
  const { id, kind, heading, text, origin, codings } = one;
  const { last } = (await tx
    .selectFrom("draft_wordings")
    .select(({ fn }) => fn.max("revision").as("last"))
    .where("draft", "=", draft)
    .where("element", "=", id)
    .executeTakeFirst()) as { last: number | null };
  const revision = (last ?? 0) + 1;
  const row = { draft, id, position: 0, kind, heading, text, revision, changed_by: actor.name };
  await tx
    .insertInto("draft_elements")
    .values({ ...row, origin: JSON.stringify(origin), codings: JSON.stringify(codings) })
    .execute();
  await tx
    .insertInto("draft_wordings")
    .values({ draft, element: id, base_revision: revision - 1, revision, heading, text, who: actor.name })
    .execute();
  await recordEvent(tx, draft, "element-restored", actor, { element: id, revision });
}

async function setOrder(tx: Database, draft: string, order: readonly string[]): Promise<void> {
  await sql`update draft_elements e set position = o.rank * 1024
    from unnest(${[...order]}::text[]) with ordinality as o(id, rank) where e.draft = ${draft} and e.id = o.id`.execute(tx);
}

type Details = Pick<DraftContent, "title" | "language" | "profile" | "answers">;

async function setDetails(tx: Database, draft: string, content: Details, held: Details, actor: Actor): Promise<void> {
  const { title, language, profile, answers } = content;
  await tx
    .updateTable("drafts")
    .set({
      title,
      language,
      profile: JSON.stringify(profile),
      answers: JSON.stringify(answers),
      changed_at: sql`clock_timestamp()` as never,
    })
    .where("id", "=", draft)
    .execute();
  const changed = (["title", "language", "profile", "answers"] as const).filter(
    (name) => canonical(content[name]) !== canonical(held[name]),
  );
  if (changed.length > 0) await recordEvent(tx, draft, "details-changed", actor, { changed });
}

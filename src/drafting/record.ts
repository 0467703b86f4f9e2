import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { z } from "zod";
import type { Database } from "../database/connect.ts";
import { canonical } from "../shared/canonical.ts";
import { Problem, says } from "../shared/problem.ts";
import { type DraftContent, type DraftState, draftContent, stateNames } from "./draft.ts";
import { type Actor, type EventKind, recordEvent } from "./event.ts";
import { findLabels } from "./find-labels.ts";
import { lockDraft, requireOpen, within } from "./held-rows.ts";
import { inShape } from "./in-shape.ts";
import { blankLabel } from "./labels.ts";
import { insertElements } from "./record-order.ts";
import { answerTo } from "./wording.ts";

const detailsShape = draftContent.pick({ title: true, language: true, profile: true, answers: true }).partial();

/** An id for a new draft. A form carries it, so that sending it twice begins one draft. */
export function newDraftId(): string {
  return `d${randomBytes(8).toString("hex")}`;
}

/** Begins a draft in a workspace; returns its id. Throws a Problem ("conflict") where a draft of this id was begun before. */
export async function beginDraft(db: Database, workspace: string, content: DraftContent, actor: Actor, id = newDraftId()): Promise<string> {
  const checked = inShape(draftContent, content);
  await within(db, async (tx) => {
    const { title, language, profile, beginning, derived_from, answers } = checked;
    const begun = await tx
      .insertInto("drafts")
      .values({
        id,
        workspace,
        title,
        language,
        profile: JSON.stringify(profile),
        beginning,
        derived_from: derived_from ?? null,
        answers: JSON.stringify(answers),
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!begun) throw new Problem("conflict", "This draft was begun before. Go to your drafts, or open the form anew to begin another.");
    await insertElements(tx, id, checked.elements, 0, actor);
    await recordEvent(tx, id, "begun", actor, { beginning, elements: checked.elements.length });
  });
  return id;
}

type Details = Partial<Pick<DraftContent, "title" | "language" | "profile" | "answers">>;

/**
 * Changes what is said of the whole draft: its title, language, profile or the answers to its blanks. `seen` is what the form showed: where
 * somebody has changed the same since, nothing is saved. Throws a Problem ("conflict") that tells what stands there now.
 */
export async function changeDetails(db: Database, draft: string, change: Details, actor: Actor, seen: Details = {}): Promise<void> {
  const checked = inShape(detailsShape, change);
  await within(db, async (tx) => {
    const held = (await requireOpen(tx, draft)) as unknown as Required<Details>;
    await refuseUnseen(tx, checked, held, seen);
    const { title, language, profile, answers } = checked;
    await tx
      .updateTable("drafts")
      .set({
        ...(title === undefined ? {} : { title }),
        ...(language === undefined ? {} : { language }),
        ...(profile === undefined ? {} : { profile: JSON.stringify(profile) }),
        // Only the blanks that were changed: another person's answers to others stay.
        ...(answers === undefined ? {} : { answers: sql`answers || ${JSON.stringify(answers)}::jsonb` as never }),
        changed_at: sql`clock_timestamp()` as never,
      })
      .where("id", "=", draft)
      .execute();
    await recordEvent(tx, draft, "details-changed", actor, { changed: Object.keys(change) });
  });
}

const detailNames = { title: says`the title`, language: says`the language`, profile: says`the profile` };

async function refuseUnseen(tx: Database, change: z.infer<typeof detailsShape>, held: Required<Details>, seen: Details): Promise<void> {
  const differ = (a: unknown, b: unknown) => canonical(a ?? "") !== canonical(b ?? "");
  const isUnseen = (now: unknown, was: unknown, wanted: unknown) => wanted !== undefined && differ(now, was) && differ(now, wanted);
  const said = (value: unknown) => `“${typeof value === "string" ? value : canonical(value ?? "")}”`;
  const details = (["title", "language", "profile"] as const).filter(
    (name) => seen[name] !== undefined && isUnseen(held[name], seen[name], change[name]),
  );
  const blanks = Object.keys(seen.answers ?? {}).filter((name) =>
    isUnseen(answerTo(held.answers, name), answerTo(seen.answers, name), answerTo(change.answers, name)),
  );
  if (details.length + blanks.length === 0) return;
  const labels = await findLabels(tx);
  const others = [
    ...details.map((name) => says`${detailNames[name]} to ${said(held[name])}`),
    ...blanks.map((name) => says`“${blankLabel(labels, name, held.language).text}” to ${said(answerTo(held.answers, name))}`),
  ];
  throw new Problem(
    "conflict",
    says`While you wrote, somebody else set ${others.reduce((told, one) => says`${told}, ${one}`)}. Nothing is saved yet: keep your words or take theirs, and save again.`,
  );
}

/** Moves a draft to another state, and keeps the trail of it. The caller has asked whether this person may. */
export async function changeState(
  tx: Database,
  draft: string,
  from: readonly DraftState[],
  to: DraftState,
  actor: Actor,
  what: EventKind = "state-changed",
  detail: Record<string, unknown> = {},
): Promise<void> {
  const row = await lockDraft(tx, draft);
  if (!from.includes(row.state as DraftState))
    throw new Problem(
      "conflict",
      says`The draft stands at “${stateNames[row.state as DraftState]}”; this can be done from ${from.map((one) => stateNames[one]).reduce((told, one) => says`${told} or ${one}`)} only. Reload the page.`,
    );
  await tx
    .updateTable("drafts")
    .set({ state: to, changed_at: sql`clock_timestamp()` as never })
    .where("id", "=", draft)
    .execute();
  await recordEvent(tx, draft, what, actor, { from: row.state, to, ...detail });
}

import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { z } from "zod";
import type { Database } from "../database/connect.ts";
import { canonical } from "../shared/canonical.ts";
import { Problem, says } from "../shared/problem.ts";
import { type DraftCoding, type DraftContent, type DraftElement, type DraftState, draftContent, element, wordingShape } from "./draft.ts";
import { type Actor, type EventKind, recordEvent } from "./event.ts";
import { lockDraft, lockElement, replaceWording, requireOpen, touch, within } from "./held-rows.ts";
import { inShape } from "./in-shape.ts";
import { tidyWording } from "./tidy.ts";
import { answerTo } from "./wording.ts";

const GAP = 1024;
/** Below this the positions in a gap are soon too near to be told apart. */
const NARROW = 0.001;

const codingsShape = element.pick({ codings: true });
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

async function insertElements(
  tx: Database,
  draft: string,
  elements: readonly DraftElement[],
  after: number,
  actor: Actor,
  step = GAP,
): Promise<void> {
  const last = await lastRevisions(tx, draft, elements);
  const rows = elements.map((one, index) => ({
    draft,
    id: one.id,
    position: after + (index + 1) * step,
    kind: one.kind,
    heading: one.heading,
    text: one.text,
    origin: JSON.stringify(one.origin),
    codings: JSON.stringify(one.codings),
    revision: (last.get(one.id) ?? 0) + 1,
    changed_by: actor.name,
  }));
  for (let start = 0; start < rows.length; start += 200) {
    const batch = rows.slice(start, start + 200);
    await tx.insertInto("draft_elements").values(batch).execute();
    await tx
      .insertInto("draft_wordings")
      .values(
        batch.map(({ id, heading, text, revision }) => ({
          draft,
          element: id,
          base_revision: revision - 1,
          revision,
          heading,
          text,
          who: actor.name,
        })),
      )
      .execute();
  }
}

/** Which revision each element had that was in the draft before: one that is put back goes on from there, so that no old page fits it. */
async function lastRevisions(tx: Database, draft: string, elements: readonly DraftElement[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ element: string; revision: number }>`
    select element, max(revision) as revision from draft_wordings
    where draft = ${draft} and element = any(${elements.map(({ id }) => id)}::text[]) and revision is not null group by element`.execute(
    tx,
  );
  return new Map(rows.map(({ element, revision }) => [element, revision]));
}

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

/** Adds elements behind another one; behind none, at the end. Returns their ids. */
export async function addElements(
  db: Database,
  draft: string,
  elements: readonly DraftElement[],
  behind: string | "start" | undefined,
  actor: Actor,
): Promise<string[]> {
  const checked = elements.map((one) => inShape(element, one));
  await within(db, async (tx) => {
    await requireOpen(tx, draft);
    const order = await positions(tx, draft);
    if (order.some(({ id }) => checked.some((one) => one.id === id)))
      throw new Problem("conflict", "This is in the draft already: somebody has just put it there. Reload the page.");
    if (order.length + checked.length > 1000)
      throw new Problem("too-large", "A draft holds at most 1000 elements. Take some out, or make a second draft.");
    const { low, high } = gapBehind(order, behind);
    const step = (high - low) / (checked.length + 1);
    await insertElements(tx, draft, checked, low, actor, step);
    if (step < NARROW) await spread(tx, draft);
    await touch(tx, draft);
    for (const { id, kind, origin } of checked) await recordEvent(tx, draft, "element-added", actor, { element: id, kind, origin });
  });
  return checked.map(({ id }) => id);
}

/** Moves one element behind another, or to the start. A part moves with the articles that belong to it. */
export async function moveElement(db: Database, draft: string, id: string, behind: string | "start", actor: Actor): Promise<void> {
  await within(db, async (tx) => {
    await requireOpen(tx, draft);
    const order = await positions(tx, draft);
    const from = order.findIndex((one) => one.id === id);
    if (from < 0) throw new Problem("not-found", "This article is not in the draft any more. Reload the page.");
    const moved = [order[from] as (typeof order)[number]];
    if (moved[0]?.kind === "part")
      for (let at = from + 1; order[at]?.kind === "article"; at += 1) moved.push(order[at] as (typeof order)[number]);
    if (moved.some((one) => one.id === behind)) return;
    const rest = order.filter((one) => !moved.includes(one));
    const { low, high } = gapBehind(rest, behind);
    const step = (high - low) / (moved.length + 1);
    for (const [index, one] of moved.entries())
      await tx
        .updateTable("draft_elements")
        .set({ position: low + (index + 1) * step })
        .where("draft", "=", draft)
        .where("id", "=", one.id)
        .execute();
    if (step < NARROW) await spread(tx, draft);
    await touch(tx, draft);
    await recordEvent(tx, draft, "element-moved", actor, { element: id, behind, with: moved.length - 1 });
  });
}

/** Takes an element out. Its wordings stay, so that it can be put back. */
export async function removeElement(db: Database, draft: string, id: string, actor: Actor): Promise<void> {
  await within(db, async (tx) => {
    await requireOpen(tx, draft);
    const held = await lockElement(tx, draft, id);
    await tx.deleteFrom("draft_elements").where("draft", "=", draft).where("id", "=", id).execute();
    await touch(tx, draft);
    const { kind, heading, text, origin, codings } = held;
    await recordEvent(tx, draft, "element-removed", actor, { element: id, kind, heading, text, origin, codings });
  });
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
    refuseUnseen(checked, held, seen);
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

function refuseUnseen(change: z.infer<typeof detailsShape>, held: Required<Details>, seen: Details): void {
  const differ = (a: unknown, b: unknown) => canonical(a ?? "") !== canonical(b ?? "");
  const isUnseen = (now: unknown, was: unknown, wanted: unknown) => wanted !== undefined && differ(now, was) && differ(now, wanted);
  const said = (value: unknown) => `“${typeof value === "string" ? value : canonical(value ?? "")}”`;
  const others = [
    ...(["title", "language", "profile"] as const)
      .filter((name) => seen[name] !== undefined && isUnseen(held[name], seen[name], change[name]))
      .map((name) => says`${detailNames[name]} to ${said(held[name])}`),
    ...Object.keys(seen.answers ?? {})
      .filter((name) => isUnseen(answerTo(held.answers, name), answerTo(seen.answers, name), answerTo(change.answers, name)))
      .map((name) => says`“${name}” to ${said(answerTo(held.answers, name))}`),
  ];
  if (others.length > 0)
    throw new Problem(
      "conflict",
      says`While you wrote, somebody else set ${others.reduce((told, one) => says`${told}, ${one}`)}. Nothing is saved yet: keep your words or take theirs, and save again.`,
    );
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
      says`The draft stands at “${row.state}”; this can be done from ${from.join(" or ")} only. Reload the page.`,
    );
  await tx
    .updateTable("drafts")
    .set({ state: to, changed_at: sql`clock_timestamp()` as never })
    .where("id", "=", draft)
    .execute();
  await recordEvent(tx, draft, what, actor, { from: row.state, to, ...detail });
}

function positions(tx: Database, draft: string) {
  return tx
    .selectFrom("draft_elements")
    .select(["id", "position", "kind"])
    .where("draft", "=", draft)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

function gapBehind(
  order: readonly { id: string; position: number }[],
  behind: string | "start" | undefined,
): { low: number; high: number } {
  const index = behind === undefined ? order.length - 1 : behind === "start" ? -1 : order.findIndex((one) => one.id === behind);
  if (index < 0 && behind !== "start" && behind !== undefined)
    throw new Problem("not-found", "The article behind which this should stand is not in the draft any more. Reload the page.");
  const high = order[index + 1]?.position;
  const low = order[index]?.position ?? (high === undefined ? 0 : high - GAP);
  return { low, high: high ?? low + GAP };
}

/** After very many additions or moves into the same gap the positions are made wide again. */
async function spread(tx: Database, draft: string): Promise<void> {
  await sql`update draft_elements e set position = o.rank * ${GAP}::int
    from (select id, row_number() over (order by position, id) as rank from draft_elements where draft = ${draft}) o
    where e.draft = ${draft} and e.id = o.id`.execute(tx);
}

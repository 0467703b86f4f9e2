import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { Problem } from "../shared/problem.ts";
import { type DraftElement, element } from "./draft.ts";
import { type Actor, recordEvent } from "./event.ts";
import { lockElement, requireOpen, touch, within } from "./held-rows.ts";
import { inShape } from "./in-shape.ts";

const GAP = 1024;
/** Below this the positions in a gap are soon too near to be told apart. */
const NARROW = 0.001;

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

/** Writes elements that are in shape into an order, behind a position. */
export async function insertElements(
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

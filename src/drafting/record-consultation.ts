import { createHmac, randomBytes } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { Problem, type Said, says } from "../shared/problem.ts";
import { requireRole } from "./approval.ts";
import {
  type CommentRefusal,
  type Consultation,
  commentLimits,
  commentRefusals,
  consultationFacts,
  readComment,
  standingOf,
  type TypedComment,
} from "./consultation.ts";
import { stateNames } from "./draft.ts";
import type { Actor } from "./event.ts";
import { recordEvent } from "./event.ts";
import { findVersion, requireDraft } from "./find.ts";
import { findConsultation } from "./find-consultation.ts";
import { within } from "./held-rows.ts";
import { keepVersionWithin } from "./record-version.ts";
import { tidyLines } from "./tidy.ts";

/** Opens a consultation on a kept version, or on the text as it stands now, which is kept then. Returns its id. */
export async function openConsultation(
  db: Database,
  draft: string,
  given: unknown,
  version: number | undefined,
  actor: Actor,
): Promise<string> {
  requireRole(actor, "consult");
  const parsed = consultationFacts.safeParse(given);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw new Problem(
      "invalid-input",
      says`“${first?.path.join(".") || says`The consultation`}” cannot be read: ${first?.message ?? ""}. Change it and send again.`,
    );
  }
  const id = `c${randomBytes(8).toString("hex")}`;
  await within(db, async (tx) => {
    const { state } = await requireDraft(tx, draft);
    if (state === "adopted" || state === "set-aside")
      throw new Problem(
        "conflict",
        says`The draft stands at “${stateNames[state]}”; a consultation is held on one that is being written or judged.`,
      );
    const kept = version ?? (await keepVersionWithin(tx, draft, `Consultation: ${parsed.data.title}`.slice(0, 200), actor));
    if (!(await findVersion(tx, draft, kept)))
      throw new Problem("invalid-input", says`The draft has no version ${kept}; expected one of the list. Choose it again.`);
    await tx
      .insertInto("consultations")
      .values({ id, draft, version: kept, ...parsed.data, closed_at: null })
      .execute();
    await recordEvent(tx, draft, "consultation-opened", actor, { consultation: id, version: kept });
  });
  return id;
}

/** Ends a consultation before its day; it stays to be read. */
export async function closeConsultation(db: Database, draft: string, id: string, actor: Actor): Promise<void> {
  requireRole(actor, "consult");
  await within(db, (tx) => closeWithin(tx, draft, sql`id = ${id}`, actor));
}

/** Ends every consultation on a draft that has not ended, in the transaction that adopts it: on an adopted text nobody is asked. */
export async function closeConsultationsWithin(tx: Database, draft: string, actor: Actor): Promise<void> {
  await closeWithin(tx, draft, sql`closes_on >= current_date`, actor);
}

async function closeWithin(tx: Database, draft: string, which: RawBuilder<unknown>, actor: Actor): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update consultations set closed_at = clock_timestamp() where draft = ${draft} and closed_at is null and ${which} returning id`.execute(
    tx,
  );
  for (const { id } of rows) await recordEvent(tx, draft, "consultation-closed", actor, { consultation: id });
}

/**
 * Keeps what somebody says, to wait for moderation. The same words about the same article are kept once.
 * @throws Problem conflict: the consultation is not open · too-many-requests: this network has sent too often, or too much waits · others as readComment
 */
export async function sendComment(
  db: Database,
  id: string,
  element: string | null,
  typed: TypedComment,
  { network, today }: { network: string; today: string },
): Promise<void> {
  const consultation = await findConsultation(db, id);
  if (!consultation) throw new Problem("not-found", "There is no consultation at this address.");
  if (standingOf(consultation, today) !== "open")
    throw new Problem(
      "conflict",
      says`This consultation takes comments from ${consultation.opens_on} to ${consultation.closes_on} only. It can be read.`,
    );
  const said = readComment(typed);
  await requireElement(db, consultation, element);
  await spendSending(db, id, network);
  await within(db, async (tx) => {
    await sql`select 1 from consultations where id = ${id} for update`.execute(tx);
    const { rows } = await sql<{ waiting: number; held: number }>`
      select count(*) filter (where state = 'waiting')::int as waiting,
        count(*) filter (where body = ${said.body} and element is not distinct from ${element})::int as held
      from consultation_comments where consultation = ${id}`.execute(tx);
    const { waiting = 0, held = 0 } = rows[0] ?? {};
    if (held > 0) return;
    if (waiting >= commentLimits.waiting)
      throw new Problem("busy", "Very many comments wait to be read. Keep your text and send it in a day or two.", { retryAfter: 3600 });
    await tx
      .insertInto("consultation_comments")
      .values({ consultation: id, element, ...said } as never)
      .execute();
  });
}

async function requireElement(db: Database, { draft, version }: Consultation, element: string | null): Promise<void> {
  if (element === null) return;
  const content = (await findVersion(db, draft, version))?.content;
  if (!content?.elements.some(({ id }) => id === element))
    throw new Problem("not-found", "There is no such article in this consultation. Go back to its page and choose one.");
}

/**
 * Counts one sending of a network within an hour. What stands in the table is a hash under a key that is thrown away each day, so that
 * afterwards nobody can tell who sent, the operator neither.
 */
async function spendSending(db: Database, consultation: string, network: string): Promise<void> {
  const { rows: days } = await sql<{ key: string }>`
    with gone as (delete from consultation_days where day < current_date)
    insert into consultation_days (day, key) values (current_date, ${randomBytes(32).toString("base64url")})
    on conflict (day) do update set day = excluded.day returning key`.execute(db);
  const sender = createHmac("sha256", days[0]?.key ?? "")
    .update(`${consultation} ${network}`)
    .digest("base64url");
  const { rows } = await sql<{ count: number; wait: number }>`
    with gone as (delete from consultation_senders where until <= now() and sender <> ${sender})
    insert into consultation_senders as held (sender, count, until) values (${sender}, 1, now() + make_interval(secs => ${commentLimits.perNetworkSeconds}))
    on conflict (sender) do update set count = case when held.until <= now() then 1 else held.count + 1 end,
      until = case when held.until <= now() then excluded.until else held.until end
    returning count, greatest(1, ceil(extract(epoch from until - now())))::int as wait`.execute(db);
  const { count = 1, wait = 1 } = rows[0] ?? {};
  if (count > commentLimits.perNetwork)
    throw new Problem(
      "too-many-requests",
      says`More than ${commentLimits.perNetwork} comments came from your network within an hour. What you wrote stands below: send it again in ${Math.ceil(wait / 60)} minutes.`,
      { retryAfter: wait },
    );
}

export type Moderation =
  | { verdict: "published"; theme?: number | undefined }
  | { verdict: "refused"; refusal: string }
  | { verdict: "grouped"; theme: number | undefined };

/** Publishes a comment, refuses it for a reason of the closed list, or puts it under a theme. A decision can be taken back by another. */
export async function moderate(db: Database, consultation: string, comment: number, decision: Moderation, actor: Actor): Promise<void> {
  requireRole(actor, "consult");
  const refusal = decision.verdict === "refused" ? commentRefusals.find((one) => one === decision.refusal) : undefined;
  if (decision.verdict === "refused" && !refusal)
    throw new Problem("invalid-input", says`A comment is refused for a reason; expected one of ${commentRefusals.join(", ")}. Choose one.`);
  const theme = decision.verdict === "refused" ? undefined : decision.theme;
  await within(db, async (tx) => {
    if (theme !== undefined) await requireTheme(tx, consultation, theme);
    const { rows } = await (decision.verdict === "grouped"
      ? sql`update consultation_comments set theme = ${theme ?? null}::bigint
          where comment = ${comment} and consultation = ${consultation} and state = 'published' returning comment`
      : sql`update consultation_comments set state = ${decision.verdict}, refusal = ${(refusal ?? null) as CommentRefusal | null}, theme = ${theme ?? null}::bigint,
          decided_by = ${actor.name}, decided_at = clock_timestamp() where comment = ${comment} and consultation = ${consultation} returning comment`
    ).execute(tx);
    if (rows.length === 0) throw new Problem("not-found", "There is no such comment in this consultation. Reload the page.");
  });
}

/** Names a theme under which comments are grouped; returns its number. */
export async function addTheme(db: Database, consultation: string, title: string, actor: Actor): Promise<number> {
  requireRole(actor, "consult");
  const named = requireWords(title, 200, says`theme`);
  const { theme } = await db
    .insertInto("consultation_themes")
    .values({ consultation, title: named } as never)
    .returning("theme")
    .executeTakeFirstOrThrow();
  return theme;
}

/** Answers the comments of a theme, with the articles that were changed because of them. */
export async function answerTheme(
  db: Database,
  consultation: string,
  theme: number,
  { answer, changed }: { answer: string; changed: string },
  actor: Actor,
): Promise<void> {
  requireRole(actor, "consult");
  const said = requireWords(answer, 10_000, says`answer`);
  await within(db, async (tx) => {
    await requireTheme(tx, consultation, theme);
    await tx
      .updateTable("consultation_themes")
      .set({ answer: said, changed: changed.trim().slice(0, 300) || null, answered_at: sql`clock_timestamp()` as never })
      .where("theme", "=", theme)
      .execute();
  });
}

async function requireTheme(tx: Database, consultation: string, theme: number): Promise<void> {
  const held = await tx
    .selectFrom("consultation_themes")
    .select("theme")
    .where("consultation", "=", consultation)
    .where("theme", "=", theme)
    .executeTakeFirst();
  if (!held) throw new Problem("not-found", "There is no such theme in this consultation. Reload the page.");
}

function requireWords(text: string, most: number, what: Said): string {
  const said = tidyLines(text);
  if (!said) throw new Problem("invalid-input", says`The ${what} is empty; expected some words. Write it.`);
  if (said.length > most)
    throw new Problem("too-large", says`The ${what} has ${said.length} characters; at most ${most} are kept. Shorten it.`);
  return said;
}

import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { Problem, says } from "../shared/problem.ts";
import {
  abilityFor,
  approvesOwn,
  openSteps,
  type Round,
  requireRole,
  type Step,
  type StepVerdict,
  stepsFrom,
  unfinishedIn,
} from "./approval.ts";
import type { DraftContent } from "./draft.ts";
import { type Actor, listEvents, localAuthor, recordEvent } from "./event.ts";
import { findVersion, listConflicts } from "./find.ts";
import { openRound } from "./find-approval.ts";
import { findLabels } from "./find-labels.ts";
import { lockDraft, within } from "./held-rows.ts";
import { changeState } from "./record.ts";
import { keepVersionWithin } from "./record-version.ts";
import { tidyLines } from "./tidy.ts";

const LONGEST_NOTE = 2000;

/** Keeps the text as it stands and gives it to be judged; from now on it is closed. Returns the version that is judged. */
export async function beginReview(db: Database, draft: string, chosen: readonly string[], actor: Actor): Promise<number> {
  requireRole(actor, "draft");
  const needed = stepsFrom(chosen);
  return within(db, async (tx) => {
    await lockDraft(tx, draft);
    if ((await listConflicts(tx, draft)).length > 0)
      throw new Problem("conflict", "Some article has two wordings between which nobody has decided. Decide, then give it to review.");
    const version = await keepVersionWithin(tx, draft, "Given to review", actor);
    const content = (await findVersion(tx, draft, version))?.content;
    if (!content?.elements.some(({ kind }) => kind === "article"))
      throw new Problem("invalid-input", "The draft has no article; there is nothing to judge. Add one first.");
    await requireFinished(tx, content);
    await changeState(tx, draft, ["drafting"], "review", actor, "state-changed", { version, steps: needed });
    await tx
      .insertInto("draft_rounds")
      .values({ draft, version, steps: needed, begun_by: actor.name } as never)
      .execute();
    return version;
  });
}

/** Throws a Problem where a text leaves something open: it is neither judged nor adopted so. */
export async function requireFinished(db: Database, content: DraftContent): Promise<void> {
  if (unfinishedIn(content).length === 0) return;
  const open = unfinishedIn(content, await findLabels(db));
  const shown = open.slice(0, 8).map(({ article, lacks }) => `${article}: ${lacks}`);
  throw new Problem(
    "invalid-input",
    says`The text is not finished: ${shown.join("; ")}${open.length > 8 ? `, and ${open.length - 8} more` : ""}. Fill these blanks, and add the articles that are referred to or take the references out.`,
  );
}

/**
 * Decides one step. What passed all reviews waits for approval; what is approved may be adopted; what is sent back is open for writing again.
 * @throws Problem forbidden: the role, or one's own text that nobody else has touched · conflict: the step is not open any more
 */
export async function decideStep(
  db: Database,
  draft: string,
  { step, verdict, note }: { step: Step; verdict: StepVerdict; note: string },
  actor: Actor,
): Promise<void> {
  requireRole(actor, abilityFor(step));
  const said = tidyNote(note);
  if (verdict === "sent-back" && !said)
    throw new Problem("invalid-input", "A draft is sent back with a reason; expected some words. Write what should be changed.");
  await within(db, async (tx) => {
    await lockDraft(tx, draft);
    const round = await openRound(tx, draft);
    if (!round || !openSteps(round).includes(step))
      throw new Problem("conflict", "This step is not open: somebody has decided it meanwhile, or another comes first. Reload the page.");
    const alone = step === "approval" && verdict === "passed" && (await decidesAlone(tx, draft, round, actor));
    const { account, name: who, role } = actor;
    await tx
      .insertInto("draft_decisions")
      .values({ round: round.round, step, verdict, note: said, account, who, role: role ?? null })
      .execute();
    await recordEvent(tx, draft, "step-decided", actor, {
      step,
      verdict,
      version: round.version,
      ...(said ? { note: said } : {}),
      ...(alone ? { alone: "approved by the one person who wrote it, in a workspace of one" } : {}),
    });
    await follow(tx, draft, round, step, verdict, actor);
  });
}

/** The state that a decision leads to. */
async function follow(tx: Database, draft: string, round: Round, step: Step, verdict: StepVerdict, actor: Actor): Promise<void> {
  if (verdict === "sent-back") {
    await endRound(tx, round, "sent-back");
    await changeState(tx, draft, ["review", "approval"], "drafting", actor);
  } else if (step === "approval")
    await changeState(tx, draft, ["approval"], "approved", actor, "state-changed", { version: round.version });
  else if (openSteps(round).length === 1) await changeState(tx, draft, ["review"], "approval", actor);
}

/** True where the only member approves what they alone wrote. Where others could, it is refused. */
async function decidesAlone(tx: Database, draft: string, round: Round, actor: Actor): Promise<boolean> {
  if (!approvesOwn(actor, await listEvents(tx, draft), round.decisions)) return false;
  if (actor.account === localAuthor) return true;
  const { rows } = await sql<{ others: number }>`
    select count(*)::int as others from members m join drafts d on d.workspace = m.workspace where d.id = ${draft} and m.account <> ${actor.account}`.execute(
    tx,
  );
  if ((rows[0]?.others ?? 0) > 0)
    throw new Problem(
      "forbidden",
      "You alone wrote this draft and took its reviews, so somebody else has to approve it. Ask another approver of the workspace.",
    );
  return true;
}

/** Opens for writing again what was approved and not adopted. */
export async function reopen(db: Database, draft: string, note: string, actor: Actor): Promise<void> {
  requireRole(actor, "approve");
  const said = tidyNote(note);
  if (!said) throw new Problem("invalid-input", "An approved draft is opened again with a reason; expected some words. Write why.");
  await within(db, async (tx) => {
    await changeState(tx, draft, ["approved"], "drafting", actor, "state-changed", { note: said });
    const round = await openRound(tx, draft);
    if (round) await endRound(tx, round, "sent-back");
  });
}

/** Puts a draft away with which nobody goes on, or takes it up again. */
export async function setAside(db: Database, draft: string, away: boolean, actor: Actor): Promise<void> {
  requireRole(actor, "draft");
  await within(db, (tx) => changeState(tx, draft, [away ? "drafting" : "set-aside"], away ? "set-aside" : "drafting", actor));
}

/** Ends a round within the transaction that does what follows from it. */
export async function endRound(tx: Database, { round }: Pick<Round, "round">, outcome: "sent-back" | "adopted"): Promise<void> {
  await tx
    .updateTable("draft_rounds")
    .set({ ended_at: sql`clock_timestamp()` as never, outcome })
    .where("round", "=", round)
    .execute();
}

function tidyNote(note: string): string {
  const said = tidyLines(note);
  if (said.length > LONGEST_NOTE)
    throw new Problem("too-large", says`The note has ${said.length} characters; at most ${LONGEST_NOTE} are kept. Shorten it.`);
  return said;
}

import { type Ability, may, type Role } from "../people/role.ts";
import { Problem, says } from "../shared/problem.ts";
import type { Actor, DraftEvent, EventKind } from "./event.ts";
import type { Labels } from "./labels.ts";
import { renderDraft } from "./rendered.ts";

/** What a draft may have to pass, in order; the last is always there. */
export const reviewSteps = ["legal-review", "technical-review", "budget-review"] as const;
export const steps = [...reviewSteps, "approval"] as const;
export type Step = (typeof steps)[number];
export type StepVerdict = "passed" | "sent-back";

/** One decision about one step. */
export interface Decision {
  step: Step;
  verdict: StepVerdict;
  note: string;
  account: string;
  who: string;
  role: string | null;
  at: string;
}

/** One time that a draft was judged: which version, which steps, what was decided. */
export interface Round {
  round: number;
  version: number;
  steps: Step[];
  begunBy: string;
  begunAt: string;
  endedAt: string | null;
  outcome: "sent-back" | "adopted" | null;
  decisions: Decision[];
}

/** What somebody must be able to do who decides a step. */
export function abilityFor(step: Step): Ability {
  return step === "approval" ? "approve" : "review";
}

/** The steps that a draft must pass: those chosen, in order, and the approval. Throws a Problem where no review is chosen, or one that there is not. */
export function stepsFrom(chosen: readonly string[]): Step[] {
  const unknown = chosen.find((one) => !(steps as readonly string[]).includes(one));
  if (unknown !== undefined)
    throw new Problem("invalid-input", says`“${unknown.slice(0, 40)}” is no step; expected some of ${steps.join(", ")}. Choose again.`);
  const reviews = reviewSteps.filter((step) => chosen.includes(step));
  if (reviews.length === 0)
    throw new Problem("invalid-input", says`No review is chosen; a draft needs at least one of ${reviewSteps.join(", ")}. Choose one.`);
  return [...reviews, "approval"];
}

/** Which steps can be decided now: the reviews in any order, the approval when all of them have passed. */
export function openSteps({ steps: needed, decisions, endedAt }: Pick<Round, "steps" | "decisions" | "endedAt">): Step[] {
  if (endedAt !== null) return [];
  const decided = new Set(decisions.map(({ step }) => step));
  const reviews = needed.filter((step) => step !== "approval" && !decided.has(step));
  if (reviews.length > 0) return reviews;
  return decided.has("approval") ? [] : ["approval"];
}

/** Throws a Problem ("forbidden") where the role of who acts does not include what they do. */
export function requireRole(actor: Actor, ability: Ability): void {
  if (!actor.role || !may(actor.role as Role, ability))
    throw new Problem(
      "forbidden",
      says`Your role in this workspace is ${actor.role ?? "none"}, which does not include “${ability}”. Ask an administrator of the workspace.`,
    );
}

/** What leaves a trace of who wrote. */
const writing: readonly EventKind[] = [
  "begun",
  "element-added",
  "element-saved",
  "element-restored",
  "conflict-settled",
  "suggestion-decided",
  "details-changed",
];

/** Whether somebody would approve alone what they alone wrote: nobody else has written, and nobody else has decided a step. */
export function approvesOwn(
  actor: Actor,
  events: readonly (Pick<DraftEvent, "what" | "who"> & Partial<Pick<DraftEvent, "detail">>)[],
  decisions: readonly Decision[],
): boolean {
  // Who takes another name is no other person.
  const isOther = ({ who, detail }: (typeof events)[number]) => (detail?.account ? detail.account !== actor.account : who !== actor.name);
  const othersWrote = events.some((event) => writing.includes(event.what) && isOther(event));
  const othersDecided = decisions.some(({ account }) => account !== actor.account);
  return !othersWrote && !othersDecided;
}

/** One thing that a text leaves open, and the element where it stands. */
export interface Unfinished {
  element: string;
  article: string;
  kind: "blank" | "reference";
  /** as people call it */
  lacks: string;
}

/** What a text still lacks before it can be judged: blanks that nobody has filled, references to articles that are not there. */
export function unfinishedIn(content: Parameters<typeof renderDraft>[0], labels?: Labels): Unfinished[] {
  return renderDraft(content, labels).elements.flatMap(({ id, label, heading, open, paragraphs }) => {
    const pieces = [...open, ...paragraphs.flatMap((one) => [...one.pieces, ...one.items.flatMap((item) => item.pieces)])];
    const found = pieces.flatMap((piece): Unfinished[] => {
      if (piece.kind !== "blank" && piece.kind !== "missing") return [];
      const kind = piece.kind === "blank" ? "blank" : "reference";
      return [{ element: id, article: label || heading, kind, lacks: piece.label.text }];
    });
    return [...new Map(found.map((one) => [`${one.kind} ${one.lacks}`, one])).values()];
  });
}

import { type Context, Hono } from "hono";
import { openSteps, type Round, reviewSteps, type Step, steps } from "../../drafting/approval.ts";
import type { Draft } from "../../drafting/draft.ts";
import { listEvents } from "../../drafting/event.ts";
import { listVersions } from "../../drafting/find.ts";
import { listRounds } from "../../drafting/find-approval.ts";
import { beginReview, decideStep, reopen, setAside } from "../../drafting/record-approval.ts";
import { entriesOfDecisions, shownFingerprint, tellsOfAll } from "../../drafting/trail.ts";
import type { Ability } from "../../people/role.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import { formOf, moment, typed } from "../people/form.tsx";
import type { Visit } from "../visit.ts";
import { authorName } from "./author-name.ts";
import { trailOf } from "./draft-page.tsx";
import { DraftTabs } from "./draft-tabs.tsx";
import { DraftTrail } from "./draft-trail.tsx";
import { Boxes, Choice, Lines, Wrong } from "./form-fields.tsx";
import { mayDo, openDraft } from "./open-draft.ts";
import { type OpenArticle, StillOpen, stillOpenIn } from "./still-open.tsx";
import { unsavedIn } from "./unsaved.tsx";

/** The steps of a draft up to its adoption, who decides them, and the trail of everything that was done to it. */
export const approvalPages = new Hono<Site>();

/** Which entry of the trail tells of a decision, in words. */
type EntryOf = (decision: Round["decisions"][number]) => string;

approvalPages.get("/drafts/:draft/approval", (context) => approvalPage(context));

approvalPages.post("/drafts/:draft/approval/review", (context) =>
  take(context, "draft", (draft, form, actor) => beginReview(context.get("db"), draft, form.getAll("step").map(String), actor)),
);
approvalPages.post("/drafts/:draft/approval/decide-review", (context) =>
  take(context, "review", (draft, form, actor) => decideStep(context.get("db"), draft, readDecision(form, reviewSteps), actor)),
);
approvalPages.post("/drafts/:draft/approval/decide-approval", (context) =>
  take(context, "approve", (draft, form, actor) => decideStep(context.get("db"), draft, readDecision(form, ["approval"]), actor)),
);
approvalPages.post("/drafts/:draft/approval/reopen", (context) =>
  take(context, "approve", (draft, form, actor) => reopen(context.get("db"), draft, typed(form, "note"), actor)),
);
approvalPages.post("/drafts/:draft/approval/set-aside", (context) =>
  take(context, "draft", (draft, form, actor) => setAside(context.get("db"), draft, typed(form, "away") === "yes", actor)),
);

/** Does what a form asks for and shows the page anew; where it is refused, with what was typed. */
async function take(
  context: Context<Site>,
  ability: Ability,
  act: (draft: string, form: FormData, actor: Awaited<ReturnType<typeof mayDo>>["actor"]) => Promise<unknown>,
): Promise<Response> {
  const { id, actor } = await mayDo(context, ability);
  const form = await formOf(context);
  try {
    await act(id, form, actor);
    return context.redirect(context.get("visit").href(`/drafts/${id}/approval`), 303);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return approvalPage(context, form, error);
  }
}

function readDecision(form: FormData, possible: readonly Step[]) {
  const step = possible.find((one) => one === typed(form, "step"));
  const verdict = (["passed", "sent-back"] as const).find((one) => one === typed(form, "verdict"));
  if (!step) throw new Problem("invalid-input", says`No step is named; expected one of ${possible.join(", ")}. Choose it.`);
  if (!verdict) throw new Problem("invalid-input", "No decision is made; expected passed or sent back. Choose one.");
  return { step, verdict, note: typed(form, "note") };
}

async function approvalPage(context: Context<Site>, form = new FormData(), wrong?: Problem): Promise<Response> {
  const { draft, person, may } = await openDraft(context, "read-draft");
  const visit = context.get("visit");
  const { t } = visit;
  const [rounds, events, versions, open] = await Promise.all([
    listRounds(visit.db, draft.id),
    listEvents(visit.db, draft.id),
    listVersions(visit.db, draft.id),
    stillOpenIn(visit, draft),
  ]);
  const round = rounds.find(({ endedAt }) => endedAt === null);
  const entries = entriesOfDecisions(events, rounds);
  const entryOf: EntryOf = (decision) => {
    const number = entries.get(decision);
    const event = number === undefined ? undefined : events[number - 1];
    return event && number !== undefined ? t("approval.trail-entry", { number, fingerprint: shownFingerprint(event) }) : "";
  };
  return render(
    visit,
    {
      title: `${t("approval.title")} – ${draft.title}`,
      trail: trailOf(visit, draft, [`/drafts/${draft.id}/approval`, t("approval.title")]),
      hideFromSearchEngines: true,
      ...(wrong ? { status: wrong.code === "conflict" ? 409 : wrong.code === "forbidden" ? 403 : 422 } : {}),
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("approval.title")}</h1>
      <DraftTabs visit={visit} draft={draft} here="approval" />
      <Wrong visit={visit} problem={wrong} />
      {may("draft") ? await unsavedIn(visit, draft) : null}
      <p>{t("approval.what")}</p>
      {round ? <Judging visit={visit} draft={draft} round={round} entryOf={entryOf} open={open} form={form} may={may} /> : null}
      {draft.state === "drafting" && may("draft") ? <GiveToReview visit={visit} draft={draft} open={open} form={form} /> : null}
      {draft.state === "approved" ? <Approved visit={visit} draft={draft} form={form} may={may} /> : null}
      {draft.state === "adopted" ? (
        <p>
          <a href={visit.href(`/drafts/${draft.id}/measure`)}>{t("adopt.measure")}</a>
        </p>
      ) : null}
      {(draft.state === "drafting" || draft.state === "set-aside") && may("draft") ? (
        <form method="post" action={visit.href(`/drafts/${draft.id}/approval/set-aside`)} class="buttons">
          <button type="submit" class="quiet" name="away" value={draft.state === "drafting" ? "yes" : "no"}>
            {t(draft.state === "drafting" ? "approval.set-aside" : "approval.take-up")}
          </button>
        </form>
      ) : null}
      <EarlierRounds visit={visit} draft={draft} rounds={rounds.filter((one) => one !== round)} entryOf={entryOf} />
      <DraftTrail visit={visit} draft={draft} events={events} isWhole={tellsOfAll(events, { rounds, versions, draft })} />
    </>,
  );
}

function GiveToReview({ visit, draft, open, form }: { visit: Visit; draft: Draft; open: readonly OpenArticle[]; form: FormData }) {
  const { t } = visit;
  const chosen = form.has("step") ? form.getAll("step").map(String) : ["legal-review"];
  return (
    <section aria-labelledby="review">
      <h2 id="review">{t("approval.give")}</h2>
      <p>{t("approval.give-what")}</p>
      <StillOpen visit={visit} draft={draft} open={open} what={t("still-open.review")} />
      <form method="post" action={visit.href(`/drafts/${draft.id}/approval/review`)} class="drafting-form">
        <Boxes
          name="step"
          legend={t("approval.steps")}
          options={reviewSteps.map((step) => [step, visit.code("step", step)] as const)}
          values={chosen}
        />
        <button type="submit">{t("approval.give-button")}</button>
      </form>
    </section>
  );
}

function Judging({
  visit,
  draft,
  round,
  entryOf,
  open: stillOpen,
  form,
  may,
}: {
  visit: Visit;
  draft: Draft;
  round: Round;
  entryOf: EntryOf;
  open: readonly OpenArticle[];
  form: FormData;
  may: (ability: Ability) => boolean;
}) {
  const { t } = visit;
  const open = openSteps(round);
  const reviews = open.filter((step) => step !== "approval");
  return (
    <section aria-labelledby="round">
      <h2 id="round">{t("approval.round", { version: round.version })}</h2>
      <Decisions visit={visit} round={round} entryOf={entryOf} />
      {open.length > 0 ? <StillOpen visit={visit} draft={draft} open={stillOpen} what={t("still-open.adoption")} /> : null}
      {reviews.length > 0 && may("review") ? (
        <Decide visit={visit} address={`/drafts/${draft.id}/approval/decide-review`} open={reviews} form={form} />
      ) : null}
      {open.includes("approval") && may("approve") ? (
        <Decide visit={visit} address={`/drafts/${draft.id}/approval/decide-approval`} open={["approval"]} form={form} />
      ) : null}
    </section>
  );
}

/** Every step of a round with what was decided; those that wait are said to wait. */
function Decisions({ visit, round, entryOf }: { visit: Visit; round: Round; entryOf: EntryOf }) {
  const { t } = visit;
  return (
    <ol>
      {steps
        .filter((step) => round.steps.includes(step))
        .map((step) => {
          const decided = round.decisions.find((one) => one.step === step);
          return (
            <li>
              {visit.code("step", step)}
              {t("punctuation.colon")}
              {decided ? (
                <>
                  {visit.code("step-verdict", decided.verdict)} (<bdi>{authorName(visit, decided.who)}</bdi>, {moment(visit, decided.at)}){" "}
                  <span class="small">{entryOf(decided)}</span>
                  {decided.note ? <p dir="auto">{decided.note}</p> : null}
                </>
              ) : (
                t(round.endedAt ? "approval.not-reached" : "approval.waits")
              )}
            </li>
          );
        })}
    </ol>
  );
}

function Decide({ visit, address, open, form }: { visit: Visit; address: string; open: readonly Step[]; form: FormData }) {
  const { t } = visit;
  return (
    <form method="post" action={visit.href(address)} class="drafting-form">
      <Choice
        name="step"
        label={t("approval.step")}
        options={open.map((step) => [step, visit.code("step", step)] as const)}
        value={typed(form, "step") || open[0]}
      />
      <Lines name="note" label={t("approval.note")} hint={t("approval.note-hint")} value={typed(form, "note")} rows={3} />
      <p class="buttons">
        <button type="submit" name="verdict" value="passed">
          {t(open[0] === "approval" ? "approval.approve" : "approval.pass")}
        </button>
        <button type="submit" name="verdict" value="sent-back" class="quiet">
          {t("approval.send-back")}
        </button>
      </p>
    </form>
  );
}

function Approved({ visit, draft, form, may }: { visit: Visit; draft: Draft; form: FormData; may: (ability: Ability) => boolean }) {
  const { t } = visit;
  return (
    <section aria-labelledby="approved">
      <h2 id="approved">{t("approval.approved")}</h2>
      {may("adopt") ? (
        <p class="forms">
          <a href={visit.href(`/drafts/${draft.id}/adopt`)}>{t("adopt.title")}</a>
        </p>
      ) : null}
      {may("approve") ? (
        <form method="post" action={visit.href(`/drafts/${draft.id}/approval/reopen`)} class="drafting-form">
          <Lines name="note" suffix="reopen" label={t("approval.reopen-why")} value={typed(form, "note")} rows={2} />
          <button type="submit" class="quiet">
            {t("approval.reopen")}
          </button>
        </form>
      ) : null}
    </section>
  );
}

function EarlierRounds({ visit, draft, rounds, entryOf }: { visit: Visit; draft: Draft; rounds: readonly Round[]; entryOf: EntryOf }) {
  const { t } = visit;
  if (rounds.length === 0) return null;
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{t("approval.earlier")}</h2>
      {rounds.map((round) => (
        <>
          <h3>
            <a href={visit.href(`/drafts/${draft.id}/versions/${round.version}`)}>{t("approval.version", { version: round.version })}</a>
            {round.outcome ? ` · ${visit.code("round", round.outcome)}` : ""}
          </h3>
          <Decisions visit={visit} round={round} entryOf={entryOf} />
        </>
      ))}
    </section>
  );
}

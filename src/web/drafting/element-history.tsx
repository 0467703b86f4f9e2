import { type Context, Hono } from "hono";
import { compareTexts, type Stretch } from "../../drafting/comparison/texts.ts";
import type { Draft, HeldElement } from "../../drafting/draft.ts";
import { listWordings, type Wording } from "../../drafting/find.ts";
import { findLabels } from "../../drafting/find-labels.ts";
import { settleConflict } from "../../drafting/record-wording.ts";
import { directionOf, renderDraft } from "../../drafting/rendered.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { Why } from "../components/why.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import { formOf, moment } from "../people/form.tsx";
import type { Visit } from "../visit.ts";
import { authorName } from "./author-name.ts";
import { ComparedText } from "./compared-text.tsx";
import { Conflict, type Settling } from "./conflict.tsx";
import { trailOf } from "./draft-page.tsx";
import { DraftTabs } from "./draft-tabs.tsx";
import { headingOf } from "./draft-text.tsx";
import { type OpenDraft, openDraft } from "./open-draft.ts";

/** Every wording that one article had, compared with the one before, and the conflicts that wait for somebody's decision. */
export const historyPages = new Hono<Site>();

const PER_PAGE = 20;
const LONGEST_TEXT = 100_000;

historyPages.get("/drafts/:draft/elements/:element/history", async (context) => history(context, await openDraft(context, "read-draft")));

historyPages.post("/drafts/:draft/elements/:element/history", async (context) => {
  const open = await openDraft(context, "draft");
  const visit = context.get("visit");
  const { draft, actor } = open;
  const id = context.req.param("element");
  const form = await formOf(context);
  const wording = Number(form.get("wording"));
  const settling: Settling = {
    wording,
    heading: String(form.get("heading") ?? ""),
    text: String(form.get("text") ?? ""),
    base: Number(form.get("base")) || 0,
  };
  try {
    const lost = (await listWordings(visit.db, draft.id, id)).find((one) => Number(one.wording) === wording && isOpen(one));
    if (!lost) throw new Problem("conflict", "This conflict is not open any more: somebody settled it already. See below how.");
    const held = draft.elements.find((one) => one.id === id);
    const chosen = chooseWording(String(form.get("take") ?? ""), held, lost, settling);
    const saved = await settleConflict(visit.db, draft.id, wording, chosen, actor);
    if (saved.outcome === "conflict")
      return context.redirect(visit.href(`/drafts/${draft.id}/elements/${id}/history#wording-${saved.wording}`), 303);
    return context.redirect(visit.href(`/drafts/${draft.id}/elements/${id}/history?settled=1`), 303);
  } catch (error) {
    if (!(error instanceof Problem) || error.code === "not-found") throw error;
    return history(context, open, { settling, wrong: error });
  }
});

/** The wording that a person chose; throws where the article changed since the page was shown, so that they see it first. */
function chooseWording(
  take: string,
  held: HeldElement | undefined,
  lost: Wording,
  { heading, text, base }: Settling,
): { heading: string; text: string; base: number } {
  if (!held) throw new Problem("conflict", "The article was taken out of the draft meanwhile. Put it back first, then settle this.");
  if (held.revision !== base)
    throw new Problem(
      "conflict",
      says`${held.changedBy} changed the article again meanwhile. What you wrote is kept below; compare it with the newest wording and choose again.`,
    );
  if (text.length > LONGEST_TEXT)
    throw new Problem("too-large", says`The text has ${text.length} characters; an article holds at most ${LONGEST_TEXT}. Shorten it.`);
  if (take === "theirs") return { heading: held.heading, text: held.text, base };
  if (take === "mine") return { heading: lost.heading, text: lost.text, base };
  if (take === "joined") return { heading, text, base };
  throw new Problem("invalid-input", "It was not said which wording shall stand; expected one of the three. Choose one.");
}

const isOpen = ({ revision, settledBy }: Wording) => revision === null && settledBy === null;

async function history(
  context: Context<Site>,
  { draft, person, may }: OpenDraft,
  failed?: { settling: Settling; wrong: Problem },
): Promise<Response> {
  const visit = context.get("visit");
  const { t } = visit;
  const id = context.req.param("element") ?? "";
  const wordings = await listWordings(visit.db, draft.id, id);
  const element = draft.elements.find((one) => one.id === id);
  if (wordings.length === 0) throw new Problem("not-found", "There is no such article in this draft.");
  const rendered = renderDraft(draft, await findLabels(visit.db)).elements.find((one) => one.id === id);
  const name = (rendered && headingOf(rendered)) || wordings[0]?.heading || t("draft.preamble");
  const address = `/drafts/${draft.id}/elements/${id}`;
  const open = wordings.filter(isOpen);
  const page = Math.max(1, Math.min(25, Number(visit.url.searchParams.get("page")) || 1));
  const told = withBefore(wordings.filter((one) => !isOpen(one)));
  const shown = told.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return render(
    visit,
    {
      title: `${t("versions.history")}: ${name}`,
      trail: trailOf(visit, draft, [address, name], [`${address}/history`, t("versions.history")]),
      hideFromSearchEngines: true,
      ...(failed ? { status: failed.wrong.code === "conflict" ? 409 : 422 } : {}),
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>
        {t("versions.history")}: <bdi lang={draft.language}>{name}</bdi>
      </h1>
      <DraftTabs visit={visit} draft={draft} here="versions" />
      {visit.url.searchParams.has("settled") ? (
        <p class="remark" role="status">
          {t("versions.settled")}
        </p>
      ) : null}
      {element ? (
        <p>
          <a href={visit.href(address)}>{t("versions.to-article")}</a>
        </p>
      ) : (
        <p class="remark">{t("versions.article-gone")}</p>
      )}
      {open.map((lost) => (
        <Conflict
          visit={visit}
          draft={draft}
          held={element}
          lost={lost}
          mayWrite={may("draft") && draft.state === "drafting"}
          failed={failed?.settling.wording === Number(lost.wording) ? failed : undefined}
        />
      ))}
      {failed && !open.some(({ wording }) => Number(wording) === failed.settling.wording) ? (
        <Unsaved visit={visit} failed={failed} />
      ) : null}
      <section aria-labelledby="wordings">
        <h2 id="wordings">{t("versions.wordings")}</h2>
        {shown.map(({ wording, before }) => (
          <OneWording visit={visit} draft={draft} wording={wording} before={before} />
        ))}
        <Turning visit={visit} address={`${address}/history`} page={page} pages={Math.ceil(told.length / PER_PAGE)} />
      </section>
    </>,
  );
}

/** Each wording with the one that stood before it. One that lost against a newer one is compared with what its writer had seen. */
function withBefore(wordings: readonly Wording[]): { wording: Wording; before: Wording | undefined }[] {
  return wordings.map((wording, index) => {
    const older = wordings.slice(index + 1).filter(({ revision }) => revision !== null);
    return { wording, before: (wording.revision === null && older.find(({ revision }) => revision === wording.baseRevision)) || older[0] };
  });
}

/** What somebody wrote to settle a conflict that another settled first: shown, so that it is not lost. */
function Unsaved({ visit, failed }: { visit: Visit; failed: { settling: Settling; wrong: Problem } }) {
  return (
    <section aria-labelledby="unsaved">
      <h2 id="unsaved">{visit.t("versions.unsaved")}</h2>
      <p class="remark" role="alert">
        <Why visit={visit} problem={failed.wrong} />
      </p>
      <p class="typed" dir="auto">
        {failed.settling.heading}
        {"\n\n"}
        {failed.settling.text}
      </p>
    </section>
  );
}

function OneWording({ visit, draft, wording, before }: { visit: Visit; draft: Draft; wording: Wording; before: Wording | undefined }) {
  const { t } = visit;
  const marks = { lang: draft.language, dir: directionOf(draft.language) };
  const { heading, text } = compareWordings(before, wording, draft.language);
  return (
    <article class="element" id={`wording-${wording.wording}`} aria-labelledby={`wording-name-${wording.wording}`}>
      <h3 id={`wording-name-${wording.wording}`}>
        {wording.revision === null ? t("versions.lost-wording") : t("versions.wording", { number: wording.revision })}
      </h3>
      <p class="facts">
        <bdi>{authorName(visit, wording.who)}</bdi>, {moment(visit, wording.at)}
        {wording.settledBy ? <> · {t("versions.settled-by", { who: authorName(visit, wording.settledBy) })}</> : null}
      </p>
      <div class="draft-text compared" {...marks}>
        <p class="compared-heading">
          <ComparedText visit={visit} stretches={heading} />
        </p>
        <ComparedText visit={visit} stretches={text} />
      </div>
    </article>
  );
}

/** Heading and text against those before; the first wording stands as it is. */
function compareWordings(before: Wording | undefined, after: Wording, language: string): { heading: Stretch[]; text: Stretch[] } {
  const compare = (was: string | undefined, is: string) => compareTexts(was ?? is, is, language);
  return { heading: compare(before?.heading, after.heading), text: compare(before?.text, after.text) };
}

function Turning({ visit, address, page, pages }: { visit: Visit; address: string; page: number; pages: number }) {
  if (pages < 2) return null;
  return (
    <p class="forms">
      {page > 1 ? <a href={visit.href(`${address}?page=${page - 1}#wordings`)}>{visit.t("versions.newer")}</a> : null}
      {page < pages ? <a href={visit.href(`${address}?page=${page + 1}#wordings`)}>{visit.t("versions.older")}</a> : null}
    </p>
  );
}

import { Hono } from "hono";
import type { Draft } from "../../drafting/draft.ts";
import { type DraftComment, listComments, listConflicts } from "../../drafting/find.ts";
import { findLabels } from "../../drafting/find-labels.ts";
import { type RenderedElement, renderDraft } from "../../drafting/rendered.ts";
import { answerTo, blanksOf } from "../../drafting/wording.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import type { Visit } from "../visit.ts";
import { authorName } from "./author-name.ts";
import { DraftTabs } from "./draft-tabs.tsx";
import { ElementText, headingOf } from "./draft-text.tsx";
import { SentBefore } from "./form-fields.tsx";
import { GapSummary } from "./gap-panel.tsx";
import { gapsOf } from "./gaps-of.ts";
import { openDraft } from "./open-draft.ts";
import { unsavedIn } from "./unsaved.tsx";

/** A whole draft: its outline, its text as it reads now, and what it lacks beside it. */
export const draftPage = new Hono<Site>();

draftPage.get("/drafts/:draft", async (context) => {
  const { draft, person, may } = await openDraft(context, "read-draft");
  const visit = context.get("visit");
  const { t } = visit;
  const rendered = renderDraft(draft, await findLabels(visit.db));
  const [comments, conflicts, gaps] = await Promise.all([
    listComments(visit.db, draft.id),
    listConflicts(visit.db, draft.id),
    gapsOf(context, draft),
  ]);
  const mayWrite = may("draft") && draft.state === "drafting";
  const unsaved = may("draft") ? await unsavedIn(visit, draft) : null;
  return render(
    visit,
    { title: draft.title, trail: trailOf(visit, draft), hideFromSearchEngines: true },
    <>
      <AccountBar visit={visit} person={person} />
      <h1 lang={draft.language} dir="auto">
        {draft.title}
      </h1>
      <DraftTabs visit={visit} draft={draft} here="" />
      <SentBefore visit={visit} />
      {unsaved}
      {conflicts.length > 0 ? (
        <div class="remark" role="status">
          <p>{t("draft.conflicts", { count: conflicts.length })}</p>
          <ul>
            {conflicts.map(({ element, who }) => (
              <li>
                <a href={visit.href(`/drafts/${draft.id}/elements/${element}/history`)}>
                  {t("draft.conflict-of", {
                    who: authorName(visit, who),
                    article: rendered.elements.find(({ id }) => id === element)?.label ?? element,
                  })}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {draft.derived_from ? (
        <p class="facts">
          {t("draft.derived")} <a href={visit.href(`/instruments/${draft.derived_from}`)}>{draft.derived_from}</a>
        </p>
      ) : null}
      <div class="drafting">
        <div>
          {mayWrite ? (
            <p class="forms">
              <a href={visit.href(`/drafts/${draft.id}/add`)}>{t("draft.add")}</a>
              {openBlanks(draft) > 0 ? (
                <a href={visit.href(`/drafts/${draft.id}/blanks`)}>{t("draft.blanks-open", { count: openBlanks(draft) })}</a>
              ) : null}
            </p>
          ) : null}
          {rendered.elements.length === 0 ? <p>{t("draft.empty")}</p> : null}
          <article lang={rendered.language} dir={rendered.direction} class="draft-text">
            {rendered.elements.map((element, index) => (
              <OneElement
                isBelowPart={element.kind === "article" && rendered.elements.slice(0, index).some(({ kind }) => kind === "part")}
                visit={visit}
                draft={draft}
                element={element}
                comments={comments}
                mayWrite={mayWrite}
              />
            ))}
          </article>
        </div>
        <aside aria-labelledby="gaps">
          <GapSummary visit={visit} draft={draft} gaps={gaps} />
        </aside>
      </div>
    </>,
  );
});

export function trailOf(visit: Visit, draft: Pick<Draft, "id" | "title">, ...more: [string, string][]): [string, string][] {
  return [["/drafting", visit.t("drafting.title")], [`/drafts/${draft.id}`, draft.title], ...more];
}

/** Blanks that stand in the text and that nobody has filled. */
function openBlanks(draft: Draft): number {
  const names = new Set(draft.elements.flatMap(({ heading, text }) => blanksOf(`${heading} ${text}`)));
  return [...names].filter((name) => !answerTo(draft.answers, name)?.trim()).length;
}

function OneElement({
  visit,
  draft,
  element,
  comments,
  mayWrite,
  isBelowPart,
}: {
  visit: Visit;
  draft: Draft;
  element: RenderedElement;
  /** whether a chapter stands above, whose heading comes before this one's */
  isBelowPart: boolean;
  comments: readonly DraftComment[];
  mayWrite: boolean;
}) {
  const { t } = visit;
  const open = comments.filter((comment) => comment.element === element.id && !comment.resolvedAt && comment.answers === null).length;
  const proposed = draft.elements.find(({ id }) => id === element.id)?.codings.filter(({ verdict }) => verdict === "proposed").length ?? 0;
  const heading = headingOf(element) || t("draft.preamble");
  return (
    <section class={`element ${element.kind}`} id={element.id} aria-labelledby={`heading-${element.id}`}>
      {isBelowPart ? <h3 id={`heading-${element.id}`}>{heading}</h3> : <h2 id={`heading-${element.id}`}>{heading}</h2>}
      <ElementText visit={visit} element={element} />
      <p class="forms element-tools" lang={visit.language} dir={visit.direction}>
        <a href={visit.href(`/drafts/${draft.id}/elements/${element.id}`)}>
          {t(mayWrite ? "draft.edit" : "draft.look")}
          <span class="unseen">: {element.label || heading}</span>
        </a>
        {open > 0 ? (
          <a href={visit.href(`/drafts/${draft.id}/elements/${element.id}#comments`)}>{t("draft.comments-open", { count: open })}</a>
        ) : null}
        {proposed > 0 ? (
          <a href={visit.href(`/drafts/${draft.id}/elements/${element.id}#codings`)}>{t("draft.codings-proposed", { count: proposed })}</a>
        ) : null}
        <OriginNote visit={visit} element={element} />
      </p>
    </section>
  );
}

/** Where a wording came from. */
export function OriginNote({ visit, element }: { visit: Visit; element: Pick<RenderedElement, "origin"> }) {
  const { origin } = element;
  if (origin.kind === "clause")
    return (
      <span class="small">
        {visit.t("draft.from-clause")} <a href={visit.href(`/clauses/${origin.clause}`)}>{visit.typeName(origin.clause)}</a>
      </span>
    );
  if (origin.kind === "instrument")
    return (
      <span class="small">
        {visit.t("draft.from-instrument")}{" "}
        <a href={visit.href(`/instruments/${origin.instrument}${origin.provision ? `#${origin.provision}` : ""}`)}>
          {origin.instrument} {origin.locator}
        </a>
      </span>
    );
  if (origin.kind === "upload")
    return (
      <span class="small">
        {visit.t("draft.from-upload")} <bdi>{origin.file}</bdi> {origin.number}
      </span>
    );
  return null;
}

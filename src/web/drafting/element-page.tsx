import { type Context, Hono } from "hono";
import type { Draft, HeldElement } from "../../drafting/draft.ts";
import { findDraft, listComments, listTyping, type Typing } from "../../drafting/find.ts";
import { findLabels } from "../../drafting/find-labels.ts";
import { moveElement, removeElement } from "../../drafting/record-order.ts";
import { dropTyping, keepTyping, type Saved, saveElement } from "../../drafting/record-wording.ts";
import { renderDraft } from "../../drafting/rendered.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { assetAddress } from "../assets.ts";
import { render } from "../components/layout.tsx";
import { Sure } from "../components/sure.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import { formOf } from "../people/form.tsx";
import type { Visit } from "../visit.ts";
import { authorName } from "./author-name.ts";
import { CodingsForm } from "./codings.tsx";
import { Comments } from "./comments.tsx";
import { OriginNote, trailOf } from "./draft-page.tsx";
import { ElementText, headingOf } from "./draft-text.tsx";
import { Line, Lines, SentBefore, Wrong } from "./form-fields.tsx";
import { ElementGaps } from "./gap-panel.tsx";
import { gapsOf } from "./gaps-of.ts";
import { mayDo, type OpenDraft, openDraft } from "./open-draft.ts";
import { findClauseOf, Precedents } from "./precedents.tsx";

/** One article: its wording to write, and beside it what it is said to do, what it rests on, comments, and its place in the draft. */
export const elementPage = new Hono<Site>();

const LONGEST_TEXT = 100_000;
/** What an element has until somebody words it otherwise than it was put there. */
const FIRST_REVISION = 1;

elementPage.get("/drafts/:draft/elements/:element", async (context) => elementForm(context, await openDraft(context, "read-draft")));

elementPage.post("/drafts/:draft/elements/:element", async (context) => {
  const { id, actor } = await mayDo(context, "draft");
  const visit = context.get("visit");
  const form = await formOf(context);
  const typed = typedIn(form);
  const element = context.req.param("element");
  try {
    if (typed.text.length > LONGEST_TEXT)
      throw new Problem(
        "too-large",
        says`The text has ${typed.text.length} characters; an article holds at most ${LONGEST_TEXT}. Part it in two articles.`,
      );
    const saved = await saveElement(visit.db, id, element, typed, actor);
    if (saved.outcome === "conflict")
      return context.redirect(visit.href(`/drafts/${id}/elements/${element}/history#wording-${saved.wording}`), 303);
    const after = form.get("after");
    const address = after === "draft" ? `/drafts/${id}#${element}` : `/drafts/${id}/elements/${element}?saved=${saved.outcome}`;
    return context.redirect(visit.href(address), 303);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return elementForm(context, await openDraft(context, "draft"), { typed, wrong: error });
  }
});

/** What is being typed, kept second by second by a small script; without script nothing comes here. */
elementPage.post("/drafts/:draft/elements/:element/typing", async (context) => {
  const { id, actor } = await mayDo(context, "draft");
  const form = await formOf(context);
  await keepTyping(context.get("db"), id, context.req.param("element"), typedIn(form), actor);
  return context.body(null, 204);
});

elementPage.post("/drafts/:draft/elements/:element/drop-typing", async (context) => {
  const { id, actor } = await mayDo(context, "draft");
  await dropTyping(context.get("db"), id, context.req.param("element"), actor);
  return context.redirect(context.get("visit").href(`/drafts/${id}/elements/${context.req.param("element")}`), 303);
});

elementPage.post("/drafts/:draft/elements/:element/move", async (context) => {
  const { id, actor } = await mayDo(context, "draft");
  const visit = context.get("visit");
  const form = await formOf(context);
  const element = context.req.param("element");
  await moveElement(visit.db, id, element, await behindOf(visit, id, element, String(form.get("to") ?? "")), actor);
  return context.redirect(
    visit.href(form.get("from") === "element" ? `/drafts/${id}/elements/${element}#place` : `/drafts/${id}/outline#${element}`),
    303,
  );
});

elementPage.post("/drafts/:draft/elements/:element/remove", async (context) => {
  const { id, actor } = await mayDo(context, "draft");
  const visit = context.get("visit");
  const form = await formOf(context);
  if (form.get("sure") !== "yes")
    throw new Problem("invalid-input", "The article was not taken out: the box that says you are sure is not ticked. Go back and tick it.");
  await removeElement(visit.db, id, context.req.param("element"), actor);
  return context.redirect(visit.href(`/drafts/${id}`), 303);
});

function typedIn(form: FormData): { heading: string; text: string; base: number } {
  return { heading: String(form.get("heading") ?? ""), text: String(form.get("text") ?? ""), base: Number(form.get("base")) || 0 };
}

/** "up" and "down" by one, a chapter over the whole chapter beside it; or behind the element named. */
async function behindOf(visit: Visit, draftId: string, element: string, to: string): Promise<string | "start"> {
  if (to !== "up" && to !== "down") return to || "start";
  const order = (await findDraft(visit.db, draftId))?.elements ?? [];
  const at = order.findIndex(({ id }) => id === element);
  const isPart = order[at]?.kind === "part";
  if (to === "up") return order[(isPart ? headOf(order, at - 1) : at - 1) - 1]?.id ?? "start";
  const next = isPart ? endOf(order, at) + 1 : at + 1;
  return order[endOf(order, next, isPart)]?.id ?? element;
}

type Order = readonly Pick<HeldElement, "id" | "kind">[];

/** Where the chapter begins that an article belongs to; the article itself where it belongs to none. */
function headOf(order: Order, at: number): number {
  let head = at;
  while (order[head]?.kind === "article") head -= 1;
  return order[head]?.kind === "part" ? head : at;
}

/** Where a chapter ends; any other element, or one that is passed by itself, ends where it stands. */
function endOf(order: Order, at: number, wholeChapter = true): number {
  let end = at;
  if (wholeChapter && order[at]?.kind === "part") while (order[end + 1]?.kind === "article") end += 1;
  return end;
}

async function elementForm(
  context: Context<Site>,
  { draft, person, actor, may }: OpenDraft,
  failed?: { typed: { heading: string; text: string; base: number }; wrong: Problem },
): Promise<Response> {
  const visit = context.get("visit");
  const { t } = visit;
  const id = context.req.param("element") ?? "";
  const element = draft.elements.find((one) => one.id === id);
  if (!element)
    throw new Problem(
      "not-found",
      "This article is not in the draft any more. Go back to the draft; what was taken out stands in its trail.",
    );
  const rendered = renderDraft(draft, await findLabels(visit.db));
  const shown = rendered.elements.find((one) => one.id === id) as (typeof rendered.elements)[number];
  const [comments, typing, gaps, precedents] = await Promise.all([
    listComments(visit.db, draft.id),
    listTyping(visit.db, draft.id, id),
    gapsOf(context, draft),
    findClauseOf(visit, element),
  ]);
  const mayWrite = may("draft") && draft.state === "drafting";
  const own = typing.find(({ account }) => account === actor.account);
  const heading = headingOf(shown) || t("draft.preamble");
  const response = await render(
    visit,
    {
      title: `${heading} – ${draft.title}`,
      trail: trailOf(visit, draft, [`/drafts/${draft.id}/elements/${id}`, heading]),
      hideFromSearchEngines: true,
      ...(failed ? { status: failed.wrong.code === "conflict" ? 409 : 422 } : {}),
      ...(mayWrite ? { script: assetAddress("autosave.js") } : {}),
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1 lang={draft.language} dir="auto">
        {heading}
      </h1>
      <p class="facts">
        <OriginNote visit={visit} element={shown} /> {shown.origin.kind === "own" ? "" : "· "}
        {element.revision > FIRST_REVISION
          ? `${t("element.changed", { who: authorName(visit, element.changedBy), day: visit.date(element.changedAt.slice(0, 10)) })} · `
          : ""}
        <a href={visit.href(`/drafts/${draft.id}/elements/${id}/history`)}>{t("element.history")}</a>
      </p>
      <SentBefore visit={visit} />
      <SavedNote visit={visit} saved={visit.url.searchParams.get("saved") as Saved["outcome"] | null} />
      <Others visit={visit} typing={typing.filter(({ account }) => account !== actor.account)} />
      <div class="drafting">
        <div>
          {mayWrite ? (
            <WordingForm visit={visit} draft={draft} element={element} typing={failed ? undefined : own} failed={failed} />
          ) : (
            <section lang={rendered.language} dir={rendered.direction} class="draft-text">
              <ElementText visit={visit} element={shown} />
            </section>
          )}
          {mayWrite && element.kind !== "part" ? (
            <>
              <details>
                <summary>{t("element.as-it-reads")}</summary>
                <section lang={rendered.language} dir={rendered.direction} class="draft-text">
                  <ElementText visit={visit} element={shown} />
                </section>
              </details>
              <details>
                <summary>{t("element.references")}</summary>
                <p class="small">{t("element.references-what")}</p>
                <ul>
                  {rendered.elements
                    .filter((other) => other.id !== id && other.kind !== "preamble")
                    .map((other) => (
                      <li>
                        <code dir="ltr">[[#{other.id}]]</code>{" "}
                        <span lang={rendered.language} dir="auto">
                          {headingOf(other)}
                        </span>
                      </li>
                    ))}
                </ul>
              </details>
            </>
          ) : null}
          <Comments visit={visit} draft={draft} element={element} comments={comments} may={may} />
          {mayWrite ? <PlaceForm visit={visit} draft={draft} element={element} labels={rendered.elements} /> : null}
        </div>
        <aside>
          <ElementGaps visit={visit} draft={draft} elements={rendered.elements} element={element} gaps={gaps} />
          <CodingsForm visit={visit} draft={draft} element={element} mayWrite={mayWrite} />
          <Precedents visit={visit} draft={draft} element={element} held={precedents} />
        </aside>
      </div>
    </>,
  );
  return response;
}

function SavedNote({ visit, saved }: { visit: Visit; saved: string | null }) {
  if (saved !== "saved" && saved !== "unchanged") return null;
  return (
    <p class="remark" role="status">
      {visit.t(saved === "saved" ? "element.saved" : "element.unchanged")}
    </p>
  );
}

function Others({ visit, typing }: { visit: Visit; typing: readonly Typing[] }) {
  const recent = typing.filter(({ at }) => Date.now() - Date.parse(at) < 10 * 60_000);
  if (recent.length === 0) return null;
  return (
    <p class="remark" role="status">
      {visit.t("element.others-write", { count: recent.length })}
    </p>
  );
}

function WordingForm({
  visit,
  draft,
  element,
  typing,
  failed,
}: {
  visit: Visit;
  draft: Draft;
  element: HeldElement;
  typing: Typing | undefined;
  failed: { typed: { heading: string; text: string; base: number }; wrong: Problem } | undefined;
}) {
  const { t } = visit;
  const address = visit.href(`/drafts/${draft.id}/elements/${element.id}`);
  const { heading, text, base } =
    failed?.typed ?? (typing ? { ...typing, base: typing.baseRevision } : { ...element, base: element.revision });
  return (
    <>
      {typing ? (
        <form method="post" action={`${address}/drop-typing`} class="remark">
          <p>{t("element.typing-kept", { day: visit.date(typing.at.slice(0, 10)), time: typing.at.slice(11, 16) })}</p>
          <button type="submit" class="quiet">
            {t("element.typing-drop")}
          </button>
        </form>
      ) : null}
      <Wrong visit={visit} problem={failed?.wrong} />
      <form
        method="post"
        action={address}
        class="drafting-form"
        data-typing={`${address}/typing`}
        data-kept={t("element.kept")}
        data-not-kept={t("element.not-kept")}
      >
        <input type="hidden" name="base" value={String(base)} />
        <Line name="heading" label={t("element.heading")} value={heading} />
        {element.kind === "part" ? (
          <input type="hidden" name="text" value={text} />
        ) : (
          <Lines
            name="text"
            label={t("element.text")}
            value={text}
            rows={Math.min(30, Math.max(10, Math.ceil(text.length / 70)))}
            hint={t("element.text-hint")}
            language={draft.language}
          />
        )}
        <p class="buttons">
          <button type="submit">{t("element.save")}</button>
          <button type="submit" name="after" value="draft">
            {t("element.save-and-back")}
          </button>
          <output class="small" aria-live="polite" />
        </p>
      </form>
    </>
  );
}

function PlaceForm({
  visit,
  draft,
  element,
  labels,
}: {
  visit: Visit;
  draft: Draft;
  element: HeldElement;
  labels: readonly { id: string; label: string; heading: string }[];
}) {
  const { t } = visit;
  const address = visit.href(`/drafts/${draft.id}/elements/${element.id}`);
  return (
    <section aria-labelledby="place">
      <h2 id="place">{t("element.place")}</h2>
      <form method="post" action={`${address}/move`} class="buttons">
        <input type="hidden" name="from" value="element" />
        <button type="submit" name="to" value="up" class="quiet">
          {t("element.up")}
        </button>
        <button type="submit" name="to" value="down" class="quiet">
          {t("element.down")}
        </button>
      </form>
      <form method="post" action={`${address}/move`} class="buttons">
        <input type="hidden" name="from" value="element" />
        <label for="field-to">{t("element.behind")}</label>
        <select id="field-to" name="to">
          <option value="start">{t("element.first")}</option>
          {labels
            .filter(({ id }) => id !== element.id)
            .map(({ id, label, heading }) => (
              <option value={id}>{[label, heading].filter(Boolean).join(". ").slice(0, 90)}</option>
            ))}
        </select>
        <button type="submit" class="quiet">
          {t("element.move")}
        </button>
      </form>
      <form method="post" action={`${address}/remove`} class="buttons">
        <Sure visit={visit} />
        <button type="submit" class="quiet">
          {t("element.remove")}
        </button>
      </form>
    </section>
  );
}

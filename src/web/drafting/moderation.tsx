import { type Context, Hono } from "hono";
import { type Consultation, type ConsultationComment, commentRefusals, type Theme } from "../../drafting/consultation.ts";
import type { Actor } from "../../drafting/event.ts";
import { findConsultation, listConsultationComments, listThemes } from "../../drafting/find-consultation.ts";
import { addTheme, answerTheme, closeConsultation, type Moderation, moderate } from "../../drafting/record-consultation.ts";
import { type RenderedElement, renderDraft } from "../../drafting/rendered.ts";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { requireSure, Sure } from "../components/sure.tsx";
import { CommentText, requirePublished } from "../consultations/consultation.tsx";
import { Dates } from "../consultations/consultations.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import { formOf } from "../people/form.tsx";
import type { Visit } from "../visit.ts";
import { trailOf } from "./draft-page.tsx";
import { DraftTabs } from "./draft-tabs.tsx";
import { Choice, Line, Lines, Wrong } from "./form-fields.tsx";
import { mayDo, openDraft } from "./open-draft.ts";

/** Reading what came in: publish or refuse, group under themes, answer. */
export const moderationPages = new Hono<Site>();

const SHOWN = 50;

moderationPages.get("/drafts/:draft/consultation/:consultation", (context) => moderationPage(context));

for (const [what, act] of Object.entries({ moderate: decide, theme: name, answer, close })) {
  moderationPages.post(`/drafts/:draft/consultation/:consultation/${what}`, async (context) => {
    const { id: draft, actor } = await mayDo(context, "consult");
    const form = await formOf(context);
    const consultation = await requireConsultation(context, draft);
    try {
      await act(context, consultation, form, actor);
      return context.redirect(context.get("visit").href(`/drafts/${draft}/consultation/${consultation.id}`), 303);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return moderationPage(context, form, error);
    }
  });
}

type Act = (context: Context<Site>, consultation: Consultation, form: FormData, actor: Actor) => Promise<unknown>;

function decide(...[context, { id }, form, actor]: Parameters<Act>): Promise<void> {
  return moderate(context.get("db"), id, number(form, "comment") ?? 0, decisionIn(form), actor);
}

function decisionIn(form: FormData): Moderation {
  const verdict = text(form, "verdict");
  if (verdict === "refused") return { verdict, refusal: text(form, "refusal") };
  if (verdict === "published" || verdict === "grouped") return { verdict, theme: number(form, "theme") };
  throw new Problem("invalid-input", "No decision is made; expected published, refused or grouped. Choose one.");
}

function name(...[context, { id }, form, actor]: Parameters<Act>): Promise<number> {
  return addTheme(context.get("db"), id, text(form, "title"), actor);
}

function answer(...[context, { id }, form, actor]: Parameters<Act>): Promise<void> {
  return answerTheme(
    context.get("db"),
    id,
    number(form, "theme") ?? 0,
    { answer: text(form, "answer"), changed: text(form, "changed") },
    actor,
  );
}

async function close(...[context, { id, draft }, form, actor]: Parameters<Act>): Promise<void> {
  requireSure(form);
  return closeConsultation(context.get("db"), draft, id, actor);
}

const text = (form: FormData, field: string) => String(form.get(field) ?? "");
const number = (form: FormData, field: string) => {
  const value = Number(text(form, field));
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
};

async function requireConsultation(context: Context<Site>, draft: string): Promise<Consultation> {
  const found = await findConsultation(context.get("db"), context.req.param("consultation") ?? "");
  if (found?.draft !== draft) throw new Problem("not-found", "There is no such consultation on this draft.");
  return found;
}

async function moderationPage(context: Context<Site>, form = new FormData(), wrong?: Problem): Promise<Response> {
  const { draft, person, may } = await openDraft(context, "read-draft");
  const visit = context.get("visit");
  const { t, db } = visit;
  const consultation = await requireConsultation(context, draft.id);
  const [published, waiting, themes] = await Promise.all([
    requirePublished(visit, consultation.id),
    listConsultationComments(db, consultation.id, "waiting", SHOWN),
    listThemes(db, consultation.id),
  ]);
  const elements = new Map(renderDraft(published.content, published.labels).elements.map((element) => [element.id, element]));
  const address = `/drafts/${draft.id}/consultation/${consultation.id}`;
  const mayConsult = may("consult");
  return render(
    visit,
    {
      title: consultation.title,
      trail: trailOf(visit, draft, [`/drafts/${draft.id}/consultation`, t("consultation.title")], [address, consultation.title]),
      hideFromSearchEngines: true,
      ...(wrong ? { status: wrong.code === "not-found" ? 404 : 422 } : {}),
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1 lang={consultation.language} dir="auto">
        {consultation.title}
      </h1>
      <DraftTabs visit={visit} draft={draft} here="consultation" />
      <Dates visit={visit} consultation={consultation} />
      <Wrong visit={visit} problem={wrong} />
      <p class="forms">
        <a href={visit.href(`/consultations/${consultation.id}`)}>{t("consultation.public-page")}</a>
      </p>
      {mayConsult && consultation.closed_at === null ? (
        <form method="post" action={visit.href(`${address}/close`)} class="buttons">
          <Sure visit={visit} />
          <button type="submit" class="quiet">
            {t("consultation.close")}
          </button>
        </form>
      ) : null}
      <section aria-labelledby="waiting">
        <h2 id="waiting">{t("consultation.waiting", { count: published.waiting })}</h2>
        {waiting.map((comment) => (
          <Waiting
            visit={visit}
            address={address}
            comment={comment}
            on={comment.element === null ? undefined : elements.get(comment.element)}
            themes={themes}
            mayDecide={mayConsult}
          />
        ))}
      </section>
      <Themes visit={visit} address={address} themes={themes} form={form} mayAnswer={mayConsult} language={consultation.language} />
      <section aria-labelledby="published">
        <h2 id="published">{t("consultation.published", { count: published.comments.length })}</h2>
        {published.comments.map((comment) => (
          <Published visit={visit} address={address} comment={comment} themes={themes} mayDecide={mayConsult} />
        ))}
      </section>
    </>,
  );
}

interface Row {
  visit: Visit;
  address: string;
  comment: ConsultationComment;
  themes: readonly Theme[];
  mayDecide: boolean;
}

function Waiting({ visit, address, comment, themes, mayDecide, on }: Row & { on: RenderedElement | undefined }) {
  const { t } = visit;
  return (
    <>
      <p class="small">{on ? <bdi>{[on.label, on.heading].filter(Boolean).join(". ")}</bdi> : t("consultation.on-whole")}</p>
      <CommentText visit={visit} comment={comment} />
      {mayDecide ? (
        <form method="post" action={visit.href(`${address}/moderate`)} class="buttons">
          <input type="hidden" name="comment" value={String(comment.comment)} />
          <ThemeChoice visit={visit} comment={comment} themes={themes} />
          <button type="submit" name="verdict" value="published">
            {t("consultation.publish")}
          </button>
          <Choice
            name="refusal"
            suffix={String(comment.comment)}
            label={t("consultation.reason")}
            options={commentRefusals.map((reason) => [reason, visit.code("comment-refusal", reason)] as const)}
            none={t("adopt.choose")}
          />
          <button type="submit" name="verdict" value="refused" class="quiet">
            {t("consultation.refuse")}
          </button>
        </form>
      ) : null}
    </>
  );
}

function Published({ visit, address, comment, themes, mayDecide }: Row) {
  return (
    <>
      <CommentText visit={visit} comment={comment} />
      {mayDecide && themes.length > 0 ? (
        <form method="post" action={visit.href(`${address}/moderate`)} class="buttons">
          <input type="hidden" name="comment" value={String(comment.comment)} />
          <ThemeChoice visit={visit} comment={comment} themes={themes} />
          <button type="submit" name="verdict" value="grouped" class="quiet">
            {visit.t("consultation.group")}
          </button>
        </form>
      ) : null}
    </>
  );
}

function ThemeChoice({ visit, comment, themes }: Pick<Row, "visit" | "comment" | "themes">) {
  return (
    <Choice
      name="theme"
      suffix={String(comment.comment)}
      label={visit.t("consultation.theme")}
      options={themes.map(({ theme, title }) => [String(theme), title] as const)}
      value={comment.theme === null ? "" : String(comment.theme)}
      none={visit.t("consultation.no-theme")}
    />
  );
}

function Themes({
  visit,
  address,
  themes,
  form,
  mayAnswer,
  language,
}: {
  visit: Visit;
  address: string;
  themes: readonly Theme[];
  form: FormData;
  mayAnswer: boolean;
  language: string;
}) {
  const { t } = visit;
  const typed = (theme: number, field: "answer" | "changed") =>
    number(form, "theme") === theme && form.has(field) ? text(form, field) : undefined;
  return (
    <section aria-labelledby="themes">
      <h2 id="themes">{t("consultation.themes")}</h2>
      <p>{t("consultation.themes-what")}</p>
      {themes.map(({ theme, title, answer: said, changed }) => (
        <section class="entry" aria-labelledby={`theme-${theme}`}>
          <h3 id={`theme-${theme}`} lang={language} dir="auto">
            {title}
          </h3>
          {mayAnswer ? (
            <form method="post" action={visit.href(`${address}/answer`)} class="drafting-form">
              <input type="hidden" name="theme" value={String(theme)} />
              <Lines
                name="answer"
                suffix={String(theme)}
                label={t("consultation.answer")}
                value={typed(theme, "answer") ?? said ?? ""}
                language={language}
              />
              <Line
                name="changed"
                suffix={String(theme)}
                label={t("consultation.what-changed")}
                value={typed(theme, "changed") ?? changed ?? ""}
              />
              <button type="submit">{t("consultation.answer-button")}</button>
            </form>
          ) : said ? (
            <p dir="auto">{said}</p>
          ) : null}
        </section>
      ))}
      {mayAnswer ? (
        <form method="post" action={visit.href(`${address}/theme`)} class="drafting-form">
          <Line name="title" label={t("consultation.new-theme")} value={text(form, "title")} longest={200} />
          <button type="submit" class="quiet">
            {t("consultation.add-theme")}
          </button>
        </form>
      ) : null}
    </section>
  );
}

import { Hono } from "hono";
import { type ConsultationComment, commentRefusals, type PublicConsultation, standingOf } from "../../drafting/consultation.ts";
import { findPublicConsultation } from "../../drafting/find-consultation.ts";
import { type RenderedElement, renderDraft } from "../../drafting/rendered.ts";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { ElementText, headingOf } from "../drafting/draft-text.tsx";
import type { Visit } from "../visit.ts";
import { Dates, today } from "./consultations.tsx";

/** One consultation: the articles with what was said of each, the answers, and how much was not published. */
export const consultationPage = new Hono<Site>();

consultationPage.get("/consultations/:id{[a-z0-9]+}", async (context) => {
  const visit = context.get("visit");
  const published = await requirePublished(visit, context.req.param("id"));
  const { t } = visit;
  const { consultation, content, labels, comments } = published;
  const rendered = renderDraft(content, labels);
  const isOpen = standingOf(consultation, today()) === "open";
  const of = (element: string | null) => comments.filter((one) => one.element === element);
  return render(
    visit,
    {
      title: consultation.title,
      trail: [
        ["/consultations", t("consultation.all")],
        [`/consultations/${consultation.id}`, consultation.title],
      ],
      alternates: (["json", "csv", "md"] as const).map((format) => [
        { json: "application/json", csv: "text/csv", md: "text/markdown" }[format],
        visit.href(`/consultations/${consultation.id}.${format}`),
        format.toUpperCase(),
      ]),
    },
    <>
      <h1 lang={consultation.language} dir="auto">
        {consultation.title}
      </h1>
      <Dates visit={visit} consultation={consultation} />
      <div lang={consultation.language} dir="auto">
        <Words text={consultation.introduction} />
      </div>
      <p class="forms">
        {isOpen ? <a href={visit.href(`/consultations/${consultation.id}/comment`)}>{t("consultation.comment-whole")}</a> : null}
        <a href={visit.href(`/consultations/${consultation.id}.md`)}>{t("consultation.as-text")}</a>
        <a href={visit.href(`/consultations/${consultation.id}.csv`)}>CSV</a>
        <a href={visit.href(`/consultations/${consultation.id}.json`)}>JSON</a>
      </p>
      <p class="small">{t("consultation.privacy")}</p>
      <Said visit={visit} comments={of(null)} />
      <article lang={rendered.language} dir={rendered.direction} class="draft-text">
        {rendered.elements.map((element, index) => (
          <Article
            visit={visit}
            consultation={consultation.id}
            element={element}
            comments={of(element.id)}
            isOpen={isOpen}
            inChapter={element.kind !== "part" && rendered.elements.slice(0, index).some(({ kind }) => kind === "part")}
          />
        ))}
      </article>
      <Answers visit={visit} published={published} />
      <NotPublished visit={visit} published={published} />
    </>,
  );
});

export async function requirePublished(visit: Visit, id: string): Promise<PublicConsultation> {
  const published = await findPublicConsultation(visit.db, id);
  if (!published) throw new Problem("not-found", "There is no consultation at this address.");
  return published;
}

function Article({
  visit,
  consultation,
  element,
  comments,
  isOpen,
  inChapter,
}: {
  visit: Visit;
  consultation: string;
  element: RenderedElement;
  comments: readonly ConsultationComment[];
  isOpen: boolean;
  inChapter: boolean;
}) {
  const heading = headingOf(element) || visit.t("draft.preamble");
  return (
    <section class={`element ${element.kind}`} id={element.id} aria-labelledby={`heading-${element.id}`}>
      {inChapter ? <h3 id={`heading-${element.id}`}>{heading}</h3> : <h2 id={`heading-${element.id}`}>{heading}</h2>}
      <ElementText visit={visit} element={element} />
      <div lang={visit.language} dir={visit.direction}>
        {isOpen && element.kind !== "part" ? (
          <p class="forms element-tools">
            <a href={visit.href(`/consultations/${consultation}/comment?on=${element.id}`)}>
              {visit.t("consultation.comment")}
              <span class="unseen">: {element.label || heading}</span>
            </a>
          </p>
        ) : null}
        <Said visit={visit} comments={comments} />
      </div>
    </section>
  );
}

function Said({ visit, comments }: { visit: Visit; comments: readonly ConsultationComment[] }) {
  return (
    <>
      {comments.map((comment) => (
        <CommentText visit={visit} comment={comment} />
      ))}
    </>
  );
}

/** One comment as it reads: who said so, where they say, and their words. */
export function CommentText({ visit, comment }: { visit: Visit; comment: ConsultationComment }) {
  const { name, organisation, sent_on: sentOn } = comment;
  return (
    <div class="statement" id={`comment-${comment.comment}`}>
      <p class="small">
        {name || organisation ? (
          <bdi>{[name, organisation].filter(Boolean).join(visit.t("punctuation.comma"))}</bdi>
        ) : (
          visit.t("consultation.somebody")
        )}
        {" · "}
        {visit.date(sentOn)} · <a href={`#comment-${comment.comment}`}>{visit.t("consultation.number", { number: comment.comment })}</a>
      </p>
      <Words text={comment.body} />
    </div>
  );
}

function Answers({ visit, published: { themes, comments, consultation } }: { visit: Visit; published: PublicConsultation }) {
  const { t } = visit;
  const shown = themes.filter(({ theme, answer }) => answer || comments.some((one) => one.theme === theme));
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{t("consultation.answers")}</h2>
      {shown.map(({ theme, title, answer, changed }) => (
        <section class="entry" aria-labelledby={`theme-${theme}`}>
          <h3 id={`theme-${theme}`} lang={consultation.language} dir="auto">
            {title}
          </h3>
          <p class="small">
            {t("consultation.comments-of-theme")}{" "}
            {comments
              .filter((one) => one.theme === theme)
              .map(({ comment }, index) => (
                <>
                  {index > 0 ? t("punctuation.comma") : ""}
                  <a href={`#comment-${comment}`}>{t("consultation.number", { number: comment })}</a>
                </>
              ))}
          </p>
          {answer ? (
            <div lang={consultation.language} dir="auto">
              <Words text={answer} />
            </div>
          ) : (
            <p>{t("consultation.no-answer")}</p>
          )}
          {changed ? (
            <p>
              {t("consultation.changed")} <bdi lang={consultation.language}>{changed}</bdi>
            </p>
          ) : null}
        </section>
      ))}
    </section>
  );
}

function NotPublished({ visit, published: { refused, waiting } }: { visit: Visit; published: PublicConsultation }) {
  const { t } = visit;
  const given = commentRefusals.filter((reason) => refused[reason]);
  if (given.length === 0 && waiting === 0) return null;
  return (
    <section aria-labelledby="not-published">
      <h2 id="not-published">{t("consultation.not-published")}</h2>
      <ul>
        {waiting > 0 ? <li>{t("consultation.waiting", { count: waiting })}</li> : null}
        {given.map((reason) => (
          <li>
            {visit.code("comment-refusal", reason)}
            {t("punctuation.colon")}
            {visit.number(refused[reason] ?? 0)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Plain text with its paragraphs. */
function Words({ text }: { text: string }) {
  return (
    <>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p dir="auto" class="lines">
          {paragraph}
        </p>
      ))}
    </>
  );
}

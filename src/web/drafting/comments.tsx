import { Hono } from "hono";
import type { Draft, HeldElement } from "../../drafting/draft.ts";
import type { DraftComment } from "../../drafting/find.ts";
import { addComment, decideSuggestion, resolveComment } from "../../drafting/record-comment.ts";
import type { Ability } from "../../people/role.ts";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { formOf } from "../people/form.tsx";
import type { Visit } from "../visit.ts";
import { authorName } from "./author-name.ts";
import { Lines } from "./form-fields.tsx";
import { mayDo } from "./open-draft.ts";

/** Comments on an article or on words of it, answers to them, and suggestions to accept or refuse. */
export const commentForms = new Hono<Site>();

commentForms.post("/drafts/:draft/elements/:element/comments", async (context) => {
  const form = await formOf(context);
  const suggestion = String(form.get("suggestion") ?? "");
  const { id, actor } = await mayDo(context, suggestion.trim() ? "suggest" : "comment");
  const visit = context.get("visit");
  const element = context.req.param("element");
  const span = String(form.get("span") ?? "").trim();
  const answers = form.has("answers") ? Number(form.get("answers")) : undefined;
  const comment = await addComment(
    visit.db,
    id,
    element,
    {
      body: String(form.get("body") ?? ""),
      ...(span ? { span } : {}),
      ...(suggestion.trim() ? { suggestion } : {}),
      ...(answers === undefined ? {} : { answers }),
    },
    actor,
  );
  return context.redirect(visit.href(`/drafts/${id}/elements/${element}#comment-${comment}`), 303);
});

commentForms.post("/drafts/:draft/elements/:element/comments/:comment", async (context) => {
  const form = await formOf(context);
  const what = String(form.get("what") ?? "");
  const { id, actor } = await mayDo(context, what === "resolved" ? "comment" : "draft");
  const visit = context.get("visit");
  const comment = Number(context.req.param("comment"));
  if (!Number.isSafeInteger(comment)) throw new Problem("not-found", "There is no such comment.");
  if (what === "resolved") await resolveComment(visit.db, id, comment, actor);
  else if (what === "accepted" || what === "refused") await decideSuggestion(visit.db, id, comment, what, actor);
  else throw new Problem("invalid-input", "What should become of the comment is not said: expected resolved, accepted or refused.");
  return context.redirect(visit.href(`/drafts/${id}/elements/${context.req.param("element")}#comments`), 303);
});

export function Comments({
  visit,
  draft,
  element,
  comments,
  may,
}: {
  visit: Visit;
  draft: Draft;
  element: HeldElement;
  comments: readonly DraftComment[];
  may: (ability: Ability) => boolean;
}) {
  const { t } = visit;
  const here = comments.filter((comment) => comment.element === element.id);
  const address = visit.href(`/drafts/${draft.id}/elements/${element.id}/comments`);
  const threads = here.filter(({ answers }) => answers === null);
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{t("comments.title", { count: threads.filter(({ resolvedAt }) => !resolvedAt).length })}</h2>
      {threads.map((thread) => (
        <Thread
          visit={visit}
          draft={draft}
          thread={thread}
          answers={here.filter(({ answers }) => answers === thread.comment)}
          address={address}
          may={may}
        />
      ))}
      {may("comment") ? (
        <details>
          <summary>{t("comments.add")}</summary>
          <form method="post" action={address} class="drafting-form">
            <Lines name="body" label={t("comments.body")} rows={3} />
            <Lines name="span" label={t("comments.span")} rows={2} hint={t("comments.span-hint")} language={draft.language} />
            {may("suggest") ? (
              <Lines
                name="suggestion"
                label={t("comments.suggestion")}
                rows={2}
                hint={t("comments.suggestion-hint")}
                language={draft.language}
              />
            ) : null}
            <button type="submit">{t("comments.send")}</button>
          </form>
        </details>
      ) : null}
    </section>
  );
}

function Thread({
  visit,
  draft,
  thread,
  answers,
  address,
  may,
}: {
  visit: Visit;
  draft: Draft;
  thread: DraftComment;
  answers: readonly DraftComment[];
  address: string;
  may: (ability: Ability) => boolean;
}) {
  const { t } = visit;
  const isOpen = !thread.resolvedAt;
  const decides = isOpen && thread.suggestion !== null && may("draft") && draft.state === "drafting";
  return (
    <div class={`statement${isOpen ? "" : " resolved"}`} id={`comment-${thread.comment}`}>
      <Said visit={visit} comment={thread} />
      {thread.span ? (
        <p>
          <del lang={draft.language} dir="auto">
            {thread.span}
          </del>
        </p>
      ) : null}
      {thread.suggestion === null ? null : (
        <p>
          <span class="small">{t("comments.instead")} </span>
          <ins lang={draft.language} dir="auto">
            {thread.suggestion}
          </ins>
        </p>
      )}
      {answers.map((answer) => (
        <div class="answer">
          <Said visit={visit} comment={answer} />
        </div>
      ))}
      {isOpen ? (
        <>
          {decides ? (
            <form method="post" action={`${address}/${thread.comment}`} class="buttons">
              <button type="submit" name="what" value="accepted">
                {t("comments.accept")}
              </button>
              <button type="submit" name="what" value="refused" class="quiet">
                {t("comments.refuse")}
              </button>
            </form>
          ) : null}
          {may("comment") ? (
            <>
              <form method="post" action={`${address}/${thread.comment}`} class="buttons">
                <button type="submit" name="what" value="resolved" class="quiet">
                  {t("comments.resolve")}
                </button>
              </form>
              <details>
                <summary>{t("comments.answer")}</summary>
                <form method="post" action={address} class="drafting-form">
                  <input type="hidden" name="answers" value={String(thread.comment)} />
                  <Lines name="body" suffix={String(thread.comment)} label={t("comments.body")} rows={2} />
                  <button type="submit">{t("comments.send")}</button>
                </form>
              </details>
            </>
          ) : null}
        </>
      ) : (
        <p class="small">
          {thread.verdict ? `${visit.code("draft-verdict", thread.verdict)} · ` : ""}
          {t("comments.resolved", {
            who: authorName(visit, thread.resolvedBy ?? ""),
            day: visit.date((thread.resolvedAt ?? "").slice(0, 10)),
          })}
        </p>
      )}
    </div>
  );
}

function Said({ visit, comment }: { visit: Visit; comment: DraftComment }) {
  return (
    <>
      <p class="small">
        <bdi>{authorName(visit, comment.who)}</bdi>, {visit.date(comment.at.slice(0, 10))}
      </p>
      {comment.body ? <p dir="auto">{comment.body}</p> : null}
    </>
  );
}

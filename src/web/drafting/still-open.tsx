import { type Unfinished, unfinishedIn } from "../../drafting/approval.ts";
import type { Draft } from "../../drafting/draft.ts";
import { listComments } from "../../drafting/find.ts";
import { findLabels } from "../../drafting/find-labels.ts";
import { renderDraft } from "../../drafting/rendered.ts";
import type { Visit } from "../visit.ts";
import { headingOf } from "./draft-text.tsx";

/** What one article leaves open. */
export interface OpenArticle {
  id: string;
  name: string;
  unfinished: readonly Unfinished[];
  comments: number;
}

/** What each article of a draft leaves open: blanks, references to nothing, comments that nobody has resolved; in the order of the draft. */
export async function stillOpenIn(visit: Visit, draft: Draft): Promise<OpenArticle[]> {
  const labels = await findLabels(visit.db);
  const unfinished = unfinishedIn(draft, labels);
  const comments = (await listComments(visit.db, draft.id)).filter(({ resolvedAt, answers }) => resolvedAt === null && answers === null);
  return renderDraft(draft, labels)
    .elements.map((element) => ({
      id: element.id,
      name: headingOf(element) || visit.t("draft.preamble"),
      unfinished: unfinished.filter((one) => one.element === element.id),
      comments: comments.filter((one) => one.element === element.id).length,
    }))
    .filter((one) => one.unfinished.length + one.comments > 0);
}

/** The same told before a step that cannot be taken back, each with a link to where it can be mended. `what` says what it means for the step. */
export function StillOpen({
  visit,
  draft,
  open,
  what,
  level = 3,
}: {
  visit: Visit;
  draft: Draft;
  open: readonly OpenArticle[];
  what: string;
  /** of its heading: one below that of what stands around it */
  level?: 2 | 3;
}) {
  if (open.length === 0) return null;
  const { t } = visit;
  const address = visit.href(`/drafts/${draft.id}`);
  const blanks = open.some(({ unfinished }) => unfinished.some(({ kind }) => kind === "blank"));
  return (
    <section class="remark" aria-labelledby="still-open">
      {level === 2 ? <h2 id="still-open">{t("still-open.title")}</h2> : <h3 id="still-open">{t("still-open.title")}</h3>}
      <p>{what}</p>
      <ul>
        {open.map(({ id, name, unfinished, comments }) => (
          <li>
            <a href={`${address}/elements/${id}${unfinished.length > 0 ? "" : "#comments"}`} lang={draft.language} dir="auto">
              {name}
            </a>
            <ul>
              {unfinished.map(({ kind, lacks }) => (
                <li>
                  {t(kind === "blank" ? "draft.blank-open" : "draft.reference-open")} <bdi>{lacks}</bdi>
                </li>
              ))}
              {comments > 0 ? <li>{t("draft.comments-open", { count: comments })}</li> : null}
            </ul>
          </li>
        ))}
      </ul>
      {blanks && draft.state === "drafting" ? (
        <p class="forms">
          <a href={`${address}/blanks`}>{t("gaps.fill")}</a>
        </p>
      ) : null}
    </section>
  );
}

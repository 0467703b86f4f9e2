import type { Draft } from "../../drafting/draft.ts";
import { listUnsaved } from "../../drafting/find.ts";
import { renderDraft } from "../../drafting/rendered.ts";
import type { Visit } from "../visit.ts";
import { authorName } from "./author-name.ts";
import { headingOf } from "./draft-text.tsx";

/** What somebody typed and did not save, said to those who write: it is kept, and stands in no text, approval or export. Nothing where all is saved. */
export async function unsavedIn(visit: Visit, draft: Draft) {
  const typing = await listUnsaved(visit.db, draft.id);
  if (typing.length === 0) return null;
  const names = new Map(renderDraft(draft).elements.map((element) => [element.id, headingOf(element) || visit.t("draft.preamble")]));
  return (
    <div class="remark" role="status">
      <p>{visit.t("unsaved.what")}</p>
      <ul>
        {[...Map.groupBy(typing, ({ who }) => who)].map(([who, elements]) => (
          <li>
            {visit.t("unsaved.by", { who: authorName(visit, who) })}
            <ul>
              {elements.map(({ element }) => (
                <li>
                  <a href={visit.href(`/drafts/${draft.id}/elements/${element}`)} lang={draft.language} dir="auto">
                    {names.get(element) ?? element}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}

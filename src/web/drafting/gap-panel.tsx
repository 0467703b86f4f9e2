import type { Draft } from "../../drafting/draft.ts";
import { type Gaps, gapLevels } from "../../drafting/gaps/gap.ts";
import type { Visit } from "../visit.ts";

/** What the draft lacks, in short, beside its text: counts that lead to the page of gaps. */
export function GapSummary({ visit, draft, gaps }: { visit: Visit; draft: Draft; gaps: Gaps }) {
  return (
    <>
      <h2 id="gaps">{visit.t("gaps.title")}</h2>
      <ul class="plain">
        {gapLevels.map((level) => (
          <li>
            <a href={visit.href(`/drafts/${draft.id}/gaps#${level}`)}>{visit.code("gap-level", level)}</a>{" "}
            {visit.number(gaps.gaps.filter((gap) => gap.level === level).length)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What was found at one element. */
export function ElementGaps({ gaps, element }: { visit: Visit; draft: Draft; element: { id: string }; gaps: Gaps }) {
  const here = gaps.gaps.filter((gap) => gap.element === element.id);
  return here.length === 0 ? null : <p>{here.length}</p>;
}

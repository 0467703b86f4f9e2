import { Hono } from "hono";
import { findLabels } from "../../drafting/find-labels.ts";
import { gapLevels } from "../../drafting/gaps/gap.ts";
import { renderDraft } from "../../drafting/rendered.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import { CoverageTables } from "./coverage-tables.tsx";
import { trailOf } from "./draft-page.tsx";
import { DraftTabs } from "./draft-tabs.tsx";
import { gapsOf } from "./gaps-of.ts";
import { labelsOf, OneGap } from "./one-gap.tsx";
import { openDraft } from "./open-draft.ts";

/** Everything a draft lacks, with its evidence and the way to mend it; what it covers, by what it can be measured, and how it reads. */
export const gapsPage = new Hono<Site>();

gapsPage.get("/drafts/:draft/gaps", async (context) => {
  const { draft, person } = await openDraft(context, "read-draft");
  const visit = context.get("visit");
  const { t } = visit;
  const gaps = await gapsOf(context, draft);
  const labels = labelsOf(visit, renderDraft(draft, await findLabels(visit.db)).elements);
  return render(
    visit,
    {
      title: `${t("gaps.title")} – ${draft.title}`,
      trail: trailOf(visit, draft, [`/drafts/${draft.id}/gaps`, t("gaps.title")]),
      hideFromSearchEngines: true,
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("gaps.page-title")}</h1>
      <DraftTabs visit={visit} draft={draft} here="gaps" />
      <p class="lead">{t("gaps.lead")}</p>
      {gapLevels
        .filter((level) => level !== "fact")
        .map((level) => {
          const found = gaps.gaps.filter((gap) => gap.level === level);
          return (
            <section aria-labelledby={level}>
              <h2 id={level}>
                {visit.code("gap-level", level)} ({visit.number(found.length)})
              </h2>
              {found.length === 0 ? <p>{t("gaps.none")}</p> : null}
              <ul class="gaps">
                {found.map((gap) => (
                  <li>
                    <OneGap visit={visit} draft={draft} gap={gap} labels={labels} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      <CoverageTables visit={visit} draft={draft} gaps={gaps} labels={labels} />
    </>,
  );
});

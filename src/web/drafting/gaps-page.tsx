import { Hono } from "hono";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import { trailOf } from "./draft-page.tsx";
import { DraftTabs } from "./draft-tabs.tsx";
import { GapSummary } from "./gap-panel.tsx";
import { gapsOf } from "./gaps-of.ts";
import { openDraft } from "./open-draft.ts";

/** Everything a draft lacks, with its evidence and the way to mend it. */
export const gapsPage = new Hono<Site>();

gapsPage.get("/drafts/:draft/gaps", async (context) => {
  const { draft, person } = await openDraft(context, "read-draft");
  const visit = context.get("visit");
  const { t } = visit;
  const gaps = await gapsOf(context, draft);
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
      <GapSummary visit={visit} draft={draft} gaps={gaps} />
    </>,
  );
});

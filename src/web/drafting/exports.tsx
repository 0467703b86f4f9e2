import { type Context, Hono } from "hono";
import type { Draft } from "../../drafting/draft.ts";
import { documentFormats } from "../../exporters/document/document.ts";
import { type DraftFile, draftFile, draftFiles, type FileFormat, mediaTypes } from "../../exporters/document/draft-file.ts";
import { precedentForms } from "../../exporters/document/from-draft.ts";
import type { Told } from "../../exporters/document/told.ts";
import { wordsIn } from "../../exporters/document/words.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import { visit as visitOf } from "../visit.ts";
import { trailOf } from "./draft-page.tsx";
import { DraftTabs } from "./draft-tabs.tsx";
import { gapsOf } from "./gaps-of.ts";
import { sentenceOf } from "./one-gap.tsx";
import { openDraft } from "./open-draft.ts";
import { unsavedIn } from "./unsaved.tsx";

/** What can be taken away of a draft: the text, the memo and the brief as documents, the text as data. */
export const exportPages = new Hono<Site>();

exportPages.get("/drafts/:draft/export", async (context) => {
  const { draft, person, may } = await openDraft(context, "read-draft");
  const visit = context.get("visit");
  const { t } = visit;
  return render(
    visit,
    {
      title: `${t("exports.title")} – ${draft.title}`,
      trail: trailOf(visit, draft, [`/drafts/${draft.id}/export`, t("exports.title")]),
      hideFromSearchEngines: true,
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("exports.title")}</h1>
      <DraftTabs visit={visit} draft={draft} here="export" />
      {may("draft") ? await unsavedIn(visit, draft) : null}
      <p>{t("exports.lead")}</p>
      {Object.entries(draftFiles).map(([what, formats]) => (
        <section aria-labelledby={`export-${what}`}>
          <h2 id={`export-${what}`}>{visit.code("export-what", what)}</h2>
          <p>{visit.code("export-says", what)}</p>
          <ul>
            {formats.map((format) => (
              <li>
                <a href={visit.href(`/drafts/${draft.id}/export/${what}.${format}`)} download>
                  {visit.code("export-format", format)}
                  <span class="unseen">: {visit.code("export-what", what)}</span>
                </a>
              </li>
            ))}
          </ul>
          {what === "draft" ? (
            <p>
              {t("exports.with-wording")}{" "}
              {documentFormats.map((format, index) => (
                <>
                  {index > 0 ? " · " : ""}
                  <a href={visit.href(`/drafts/${draft.id}/export/draft.${format}?precedents=wording`)} download>
                    {visit.code("export-format", format)}
                    <span class="unseen">: {t("exports.precedents-wording")}</span>
                  </a>
                </>
              ))}
            </p>
          ) : null}
        </section>
      ))}
    </>,
  );
});

exportPages.get("/drafts/:draft/export/:file", async (context) => {
  const { draft } = await openDraft(context, "read-draft");
  const { what, format } = fileNamed(context.req.param("file"));
  const visit = context.get("visit");
  const address = new URL(visit.href(`/drafts/${draft.id}`), visit.url).href;
  const precedents = precedentForms.find((one) => one === visit.url.searchParams.get("precedents")) ?? "named";
  const bytes = await draftFile(visit.db, draft, { what, format, precedents, address, tell: () => toldOf(context, draft) });
  return context.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    "content-type": mediaTypes[format],
    "content-disposition": `attachment; filename="${what}-${draft.id.replace(/[^A-Za-z0-9-]/g, "")}.${format}"`,
    "cache-control": "no-store",
  });
});

/** Gaps and words in the language that a memo of this draft is written in, which need not be the reader's. */
async function toldOf(context: Context<Site>, draft: Draft): Promise<Told> {
  const { db, reference } = context.get("visit");
  const inDraft = visitOf(context, db, reference, wordsIn(draft.language).language);
  const { gaps } = await gapsOf(context, draft);
  return { gaps: gaps.map((gap) => ({ level: gap.level, text: sentenceOf(inDraft, gap) })), code: inDraft.code };
}

function fileNamed(name: string): { what: DraftFile; format: FileFormat } {
  for (const [what, formats] of Object.entries(draftFiles))
    for (const format of formats) if (name === `${what}.${format}`) return { what: what as DraftFile, format };
  throw new Problem(
    "not-found",
    says`There is no file “${name.slice(0, 60)}” of a draft; choose one of those listed on its page of exports.`,
  );
}

import { type Context, Hono } from "hono";
import type { Draft } from "../../drafting/draft.ts";
import { listVersions, type VersionHead } from "../../drafting/find.ts";
import { listConsultations } from "../../drafting/find-consultation.ts";
import { openConsultation } from "../../drafting/record-consultation.ts";
import { tidyLines } from "../../drafting/tidy.ts";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { Dates, today } from "../consultations/consultations.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import { formOf } from "../people/form.tsx";
import type { Visit } from "../visit.ts";
import { trailOf } from "./draft-page.tsx";
import { DraftTabs } from "./draft-tabs.tsx";
import { Choice, Line, Lines, Wrong } from "./form-fields.tsx";
import { openDraft } from "./open-draft.ts";
import { draftLanguages } from "./profile-fields.tsx";
import { type OpenArticle, StillOpen, stillOpenIn } from "./still-open.tsx";

/** The consultations held on a draft, and the form that opens one. */
export const draftConsultations = new Hono<Site>();

draftConsultations.get("/drafts/:draft/consultation", (context) => consultationsOfDraft(context));

draftConsultations.post("/drafts/:draft/consultation", async (context) => {
  const { draft, actor } = await openDraft(context, "consult");
  const visit = context.get("visit");
  const form = await formOf(context);
  const text = (name: string) => String(form.get(name) ?? "");
  try {
    const names = ["title", "introduction", "language", "answered_by", "opens_on", "closes_on"];
    const facts = Object.fromEntries(names.map((name) => [name, tidyLines(text(name))]));
    const id = await openConsultation(visit.db, draft.id, facts, Number(text("version")) || undefined, actor);
    return context.redirect(visit.href(`/drafts/${draft.id}/consultation/${id}`), 303);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return consultationsOfDraft(context, form, error);
  }
});

async function consultationsOfDraft(context: Context<Site>, form?: FormData, wrong?: Problem): Promise<Response> {
  const { draft, person, may } = await openDraft(context, "read-draft");
  const visit = context.get("visit");
  const { t } = visit;
  const [held, versions, open] = await Promise.all([
    listConsultations(visit.db, { draft: draft.id }),
    listVersions(visit.db, draft.id),
    stillOpenIn(visit, draft),
  ]);
  return render(
    visit,
    {
      title: `${t("consultation.title")} – ${draft.title}`,
      trail: trailOf(visit, draft, [`/drafts/${draft.id}/consultation`, t("consultation.title")]),
      hideFromSearchEngines: true,
      ...(wrong ? { status: wrong.code === "conflict" ? 409 : 422 } : {}),
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("consultation.title")}</h1>
      <DraftTabs visit={visit} draft={draft} here="consultation" />
      <Wrong visit={visit} problem={wrong} />
      <p>{t("consultation.what")}</p>
      <ul class="entries">
        {held.map((one) => (
          <li class="entry">
            <h2 class="plain">
              <a href={visit.href(`/drafts/${draft.id}/consultation/${one.id}`)} lang={one.language} dir="auto">
                {one.title}
              </a>
            </h2>
            <Dates visit={visit} consultation={one} />
          </li>
        ))}
      </ul>
      {may("consult") && draft.state !== "adopted" && draft.state !== "set-aside" ? (
        <OpeningForm visit={visit} draft={draft} versions={versions} open={open} form={form ?? proposed(draft)} />
      ) : null}
    </>,
  );
}

/** Six weeks from today, in the language of the draft. */
function proposed(draft: Draft): FormData {
  const form = new FormData();
  const until = new Date(Date.now() + 42 * 86_400_000).toISOString().slice(0, 10);
  const fields = { title: draft.title, language: draft.language, opens_on: today(), closes_on: until };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

function OpeningForm({
  visit,
  draft,
  versions,
  open,
  form,
}: {
  visit: Visit;
  draft: Draft;
  versions: readonly VersionHead[];
  open: readonly OpenArticle[];
  form: FormData;
}) {
  const { t } = visit;
  const value = (name: string) => String(form.get(name) ?? "");
  const names = new Intl.DisplayNames([visit.language], { type: "language" });
  const languages = [...new Set([...draftLanguages, draft.language])];
  return (
    <section aria-labelledby="open">
      <h2 id="open">{t("consultation.open")}</h2>
      <StillOpen visit={visit} draft={draft} open={open} what={t("still-open.consultation")} />
      <form method="post" action={visit.href(`/drafts/${draft.id}/consultation`)} class="drafting-form">
        <Line name="title" label={t("consultation.its-title")} value={value("title")} required />
        <Lines name="introduction" label={t("consultation.introduction")} value={value("introduction")} rows={5} />
        <Choice
          name="language"
          label={t("consultation.language")}
          options={languages.map((language) => [language, names.of(language) ?? language] as const)}
          value={value("language")}
        />
        <Line
          name="answered_by"
          label={t("consultation.who-answers")}
          value={value("answered_by")}
          hint={t("consultation.by-role")}
          required
        />
        <Line
          name="opens_on"
          label={t("consultation.opens-on")}
          value={value("opens_on")}
          hint={t("adopt.day-hint")}
          longest={10}
          required
        />
        <Line name="closes_on" label={t("consultation.closes-on")} value={value("closes_on")} longest={10} required />
        <Choice
          name="version"
          label={t("consultation.version")}
          options={versions.map(
            ({ version, label, at }) => [String(version), `${version} · ${label} · ${visit.date(at.slice(0, 10))}`] as const,
          )}
          value={value("version")}
          none={t("consultation.as-it-stands")}
        />
        <button type="submit">{t("consultation.open-button")}</button>
      </form>
    </section>
  );
}

import { type Context, Hono } from "hono";
import type { z } from "zod";
import { draftContent } from "../../drafting/draft.ts";
import { findLabels } from "../../drafting/find-labels.ts";
import { clauseLanguage } from "../../drafting/from-clause.ts";
import { blankLabel } from "../../drafting/labels.ts";
import { changeDetails } from "../../drafting/record.ts";
import { answerTo, blanksOf } from "../../drafting/wording.ts";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import { formOf } from "../people/form.tsx";
import { trailOf } from "./draft-page.tsx";
import { DraftTabs } from "./draft-tabs.tsx";
import { Choice, Line, Wrong } from "./form-fields.tsx";
import { openDraft } from "./open-draft.ts";
import { draftLanguages, ProfileFields, profileFields, readProfile } from "./profile-fields.tsx";

/** What is said of the whole draft: title, language and profile; and the blanks, each filled once for every article. */
export const detailsPages = new Hono<Site>();

detailsPages.get("/drafts/:draft/details", (context) => detailsForm(context));

detailsPages.post("/drafts/:draft/details", async (context) => {
  const { draft, actor } = await openDraft(context, "draft");
  const visit = context.get("visit");
  const form = await formOf(context);
  try {
    const title = String(form.get("title") ?? "").trim();
    const language = String(form.get("language") ?? draft.language);
    await changeDetails(visit.db, draft.id, { title, language, profile: readProfile(visit, form) }, actor, seenIn(form));
    return context.redirect(visit.href(`/drafts/${draft.id}/details?saved=1`), 303);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return detailsForm(context, form, error);
  }
});

const seenDetails = draftContent.pick({ title: true, language: true, profile: true });

/** What the form showed when it was opened; nothing where the page did not say. */
function seenIn(form: FormData): Partial<z.infer<typeof seenDetails>> {
  try {
    return seenDetails.parse(JSON.parse(String(form.get("seen"))));
  } catch {
    return {};
  }
}

const statusOf = ({ code }: Problem) => (code === "conflict" ? 409 : 422);

async function detailsForm(context: Context<Site>, given?: FormData, wrong?: Problem): Promise<Response> {
  const { draft, person, may } = await openDraft(context, "read-draft");
  const visit = context.get("visit");
  const { t } = visit;
  const form = given ?? profileFields(draft.profile);
  const names = new Intl.DisplayNames([visit.language], { type: "language" });
  return render(
    visit,
    {
      title: `${t("details.title")} – ${draft.title}`,
      trail: trailOf(visit, draft, [`/drafts/${draft.id}/details`, t("details.title")]),
      hideFromSearchEngines: true,
      ...(wrong ? { status: statusOf(wrong) } : {}),
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("details.title")}</h1>
      <DraftTabs visit={visit} draft={draft} here="details" />
      <Wrong visit={visit} problem={wrong} />
      {visit.url.searchParams.has("saved") ? (
        <p class="remark" role="status">
          {t("element.saved")}
        </p>
      ) : null}
      <form method="post" action={visit.href(`/drafts/${draft.id}/details`)} class="drafting-form">
        <input type="hidden" name="seen" value={JSON.stringify({ title: draft.title, language: draft.language, profile: draft.profile })} />
        <Line name="title" label={t("drafting.draft-title")} value={String(given?.get("title") ?? draft.title)} required />
        <Choice
          name="language"
          label={t("drafting.language")}
          options={draftLanguages.map((language) => [language, names.of(language) ?? language] as const)}
          value={String(given?.get("language") ?? draft.language)}
        />
        <h2>{t("profile.title")}</h2>
        <ProfileFields visit={visit} form={form} />
        {may("draft") && draft.state === "drafting" ? <button type="submit">{t("element.save")}</button> : null}
      </form>
    </>,
  );
}

detailsPages.get("/drafts/:draft/blanks", (context) => blanksForm(context));

detailsPages.post("/drafts/:draft/blanks", async (context) => {
  const { draft, actor } = await openDraft(context, "draft");
  const visit = context.get("visit");
  const form = await formOf(context);
  const answers = answersIn(form, "blank-");
  const seen = answersIn(form, "seen-");
  // What was left as it stood is not sent: another person's answer stays.
  const changed = Object.fromEntries(Object.entries(answers).filter(([name, answer]) => answerTo(seen, name) !== answer));
  try {
    await changeDetails(visit.db, draft.id, { answers: changed }, actor, { answers: seenOf(seen, changed) });
    return context.redirect(visit.href(`/drafts/${draft.id}/blanks?saved=1`), 303);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return blanksForm(context, answers, error);
  }
});

function answersIn(form: FormData, prefix: "blank-" | "seen-"): Record<string, string> {
  const named = [...form].filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(
    named.flatMap(([name, value]) => (typeof value === "string" ? [[name.slice(prefix.length), value.trim()]] : [])),
  );
}

/** What the form showed of the blanks that were changed. */
function seenOf(seen: Record<string, string>, changed: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(seen).filter(([name]) => Object.hasOwn(changed, name)));
}

async function blanksForm(context: Context<Site>, given?: Record<string, string>, wrong?: Problem): Promise<Response> {
  const { draft, person, may } = await openDraft(context, "read-draft");
  const visit = context.get("visit");
  const { t } = visit;
  const names = [...new Set(draft.elements.flatMap(({ heading, text }) => blanksOf(`${heading} ${text}`)))];
  const labels = await findLabels(visit.db);
  const example = clauseLanguage(draft.language);
  return render(
    visit,
    {
      title: `${t("blanks.title")} – ${draft.title}`,
      trail: trailOf(visit, draft, [`/drafts/${draft.id}/blanks`, t("blanks.title")]),
      hideFromSearchEngines: true,
      ...(wrong ? { status: statusOf(wrong) } : {}),
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("blanks.title")}</h1>
      <DraftTabs visit={visit} draft={draft} here="blanks" />
      <p>{t("blanks.what")}</p>
      <Wrong visit={visit} problem={wrong} />
      {visit.url.searchParams.has("saved") ? (
        <p class="remark" role="status">
          {t("element.saved")}
        </p>
      ) : null}
      {names.length === 0 ? (
        <p>{t("blanks.none")}</p>
      ) : (
        <form method="post" action={visit.href(`/drafts/${draft.id}/blanks`)} class="drafting-form">
          {names.map((name) => (
            <input type="hidden" name={`seen-${name}`} value={answerTo(draft.answers, name) ?? ""} />
          ))}
          {names.map((name) => (
            <Line
              name={`blank-${name}`}
              label={blankLabel(labels, name, visit.language).text}
              value={answerTo(given, name) ?? answerTo(draft.answers, name)}
              longest={500}
              hint={labels.blanks.has(name) ? t("blanks.example", { example: labels.blanks.get(name)?.example[example] ?? "" }) : undefined}
            />
          ))}
          {may("draft") && draft.state === "drafting" ? <button type="submit">{t("element.save")}</button> : null}
        </form>
      )}
    </>,
  );
}

import { type Context, Hono } from "hono";
import type { Draft } from "../../drafting/draft.ts";
import { identifierFrom } from "../../drafting/publication.ts";
import { adoptDraft } from "../../drafting/record-adoption.ts";
import { roleIn } from "../../people/person.ts";
import { body as bodyShape } from "../../registry/body.ts";
import type { LegalForm } from "../../registry/clause.ts";
import { forces, type Instrument, instrumentTypes, levels } from "../../registry/instrument.ts";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import { formOf, typed } from "../people/form.tsx";
import type { Visit } from "../visit.ts";
import { trailOf } from "./draft-page.tsx";
import { DraftTabs } from "./draft-tabs.tsx";
import { Choice, Line, Wrong } from "./form-fields.tsx";
import { openDraft } from "./open-draft.ts";
import { StillOpen, stillOpenIn } from "./still-open.tsx";

/** Adopting an approved draft: what is asked, and its publication as an instrument of the registry. */
export const adoptionPages = new Hono<Site>();

const bodyKinds = bodyShape.shape.kind.unwrap().options;

/** What an instrument of each legal form usually is; each can be chosen otherwise. */
const usual: Partial<Record<LegalForm, Pick<Instrument, "type" | "level"> & { force: Instrument["force"]["value"] }>> = {
  statute: { type: "statute", force: "binding", level: "national" },
  decree: { type: "decree", force: "binding", level: "national" },
  directive: { type: "directive", force: "administrative", level: "national" },
  "procurement-rule": { type: "regulation", force: "binding", level: "national" },
  "executive-memorandum": { type: "executive-memorandum", force: "administrative", level: "national" },
  "spend-gate": { type: "policy", force: "conditional", level: "national" },
  "funding-condition": { type: "funding-condition", force: "conditional", level: "national" },
  "municipal-resolution": { type: "council-resolution", force: "binding", level: "municipal" },
  "international-organisation-policy": { type: "agency-policy", force: "administrative", level: "international-organisation" },
};

adoptionPages.get("/drafts/:draft/adopt", async (context) => {
  const { draft } = await openDraft(context, "adopt");
  return adoptionForm(context, proposed(draft));
});

adoptionPages.post("/drafts/:draft/adopt", async (context) => {
  const { draft, person, actor } = await openDraft(context, "adopt");
  const visit = context.get("visit");
  const form = await formOf(context);
  try {
    const facts = readFacts(form, draft);
    const base = context.get("accounts").settings.baseAddress ?? visit.url.origin;
    const { name = "" } = person.memberships.find(({ workspace }) => workspace === draft.workspace) ?? {};
    await adoptDraft(
      visit.db,
      draft.id,
      facts,
      { workspace: name, page: `${base}/en/instruments/${facts.id}`, today: new Date().toISOString().slice(0, 10) },
      actor,
    );
    context.get("shelf").changed();
    return context.redirect(visit.href(`/drafts/${draft.id}/measure`), 303);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return adoptionForm(context, form, error);
  }
});

function proposed(draft: Draft): FormData {
  const { form: legalForm, jurisdiction, issuing_body: body } = draft.profile;
  const form = new FormData();
  const known = {
    title: draft.title,
    jurisdiction,
    body_name: draft.answers["issuing-body"] ?? body,
    licence: "CC0-1.0",
    ...usual[legalForm],
  };
  for (const [name, value] of Object.entries(known)) if (value) form.set(name, value);
  return form;
}

/** The fields as the facts of an adoption; what was left empty is absent. */
function readFacts(form: FormData, draft: Draft) {
  const given = (name: string) => typed(form, name).trim() || undefined;
  const optional = (names: readonly string[]) =>
    Object.fromEntries(names.flatMap((name) => (given(name) === undefined ? [] : [[name, given(name)]])));
  const jurisdiction = given("jurisdiction") ?? "";
  const held = given("body");
  return {
    id: given("id") ?? identifierFrom(`${jurisdiction} ${given("title") ?? ""}`, `${jurisdiction} ${draft.profile.form} ${draft.id}`),
    ...optional(["title", "number", "type", "force", "level", "adopted", "published", "in_force", "address", "licence"]),
    jurisdiction,
    body: held
      ? { held }
      : {
          name: given("body_name"),
          ...(given("body_english") ? { english: given("body_english") } : {}),
          ...(given("body_kind") ? { kind: given("body_kind") } : {}),
          ...(given("body_address") ? { address: given("body_address") } : {}),
        },
  };
}

async function adoptionForm(context: Context<Site>, form: FormData, wrong?: Problem): Promise<Response> {
  const { draft, person } = await openDraft(context, "adopt");
  const visit = context.get("visit");
  const { t } = visit;
  return render(
    visit,
    {
      title: `${t("adopt.title")} – ${draft.title}`,
      trail: trailOf(visit, draft, [`/drafts/${draft.id}/adopt`, t("adopt.title")]),
      hideFromSearchEngines: true,
      ...(wrong ? { status: wrong.code === "conflict" ? 409 : 422 } : {}),
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("adopt.title")}</h1>
      <DraftTabs visit={visit} draft={draft} here="approval" />
      <p>{t("adopt.what")}</p>
      <Wrong message={wrong?.message} />
      {draft.state === "approved" ? (
        <StillOpen visit={visit} draft={draft} open={await stillOpenIn(visit, draft)} what={t("still-open.adoption")} />
      ) : null}
      {draft.state === "approved" ? (
        <form method="post" action={visit.href(`/drafts/${draft.id}/adopt`)} class="drafting-form">
          <Fields visit={visit} form={form} />
          <p>{t("adopt.final")}</p>
          <button type="submit">{t("adopt.button")}</button>
        </form>
      ) : (
        <p class="remark">{t("adopt.not-approved", { role: roleIn(person, draft.workspace) ?? "" })}</p>
      )}
    </>,
  );
}

function Fields({ visit, form }: { visit: Visit; form: FormData }) {
  const { t, code, reference } = visit;
  const value = (name: string) => typed(form, name);
  const line = (name: string, label: Parameters<typeof t>[0], more: { required?: boolean; hint?: string; longest?: number } = {}) => (
    <Line name={name} label={t(label)} value={value(name)} {...more} />
  );
  const byName = (a: readonly [string, string], b: readonly [string, string]) => a[1].localeCompare(b[1], visit.language);
  const bodies = [...reference.bodies.keys()].map((id) => [id, visit.bodyName(id)] as const).sort(byName);
  const places = [...reference.jurisdictions.keys()].map((id) => [id, visit.placeName(id)] as const).sort(byName);
  const choice = (name: string, label: Parameters<typeof t>[0], group: string, options: readonly string[]) => (
    <Choice name={name} label={t(label)} options={options.map((one) => [one, code(group, one)] as const)} value={value(name)} />
  );
  return (
    <>
      {line("title", "adopt.official-title", { required: true, longest: 600 })}
      {line("number", "adopt.number", { longest: 100 })}
      {choice("type", "adopt.type", "type", instrumentTypes)}
      {choice("force", "adopt.force", "force", forces)}
      {choice("level", "adopt.level", "level", levels)}
      <Choice name="jurisdiction" label={t("adopt.place")} options={places} value={value("jurisdiction")} none={t("adopt.choose")} />
      <fieldset>
        <legend>{t("adopt.body")}</legend>
        <Choice name="body" label={t("adopt.body-held")} options={bodies} value={value("body")} none={t("adopt.body-new")} />
        {line("body_name", "adopt.body-name")}
        {line("body_english", "adopt.body-english")}
        <Choice
          name="body_kind"
          label={t("adopt.body-kind")}
          options={bodyKinds.map((kind) => [kind, code("body-kind", kind)] as const)}
          value={value("body_kind")}
          none={t("adopt.not-said")}
        />
        {line("body_address", "adopt.body-address", { longest: 500 })}
      </fieldset>
      {line("adopted", "adopt.adopted", { required: true, hint: t("adopt.day-hint"), longest: 10 })}
      {line("published", "adopt.published", { longest: 10 })}
      {line("in_force", "adopt.in-force", { longest: 10 })}
      {line("address", "adopt.address", { hint: t("adopt.address-hint"), longest: 2000 })}
      {line("licence", "adopt.licence", { required: true, hint: t("adopt.licence-hint"), longest: 200 })}
      {line("id", "adopt.id", { hint: t("adopt.id-hint"), longest: 120 })}
    </>
  );
}

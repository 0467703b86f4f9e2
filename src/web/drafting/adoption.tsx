import { type Context, Hono } from "hono";
import { type Consultation, standingOf } from "../../drafting/consultation.ts";
import type { Draft } from "../../drafting/draft.ts";
import { listConsultations } from "../../drafting/find-consultation.ts";
import { findLicences, type KnownLicences } from "../../drafting/find-licences.ts";
import { identifierFrom } from "../../drafting/publication.ts";
import { adoptDraft } from "../../drafting/record-adoption.ts";
import { roleIn } from "../../people/person.ts";
import type { LegalForm } from "../../registry/clause.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import { formOf, typed } from "../people/form.tsx";
import type { Visit } from "../visit.ts";
import { AdoptionFields, bodyHere, bodyOf, otherBody } from "./adoption-fields.tsx";
import { trailOf } from "./draft-page.tsx";
import { DraftTabs } from "./draft-tabs.tsx";
import { Wrong } from "./form-fields.tsx";
import { openDraft } from "./open-draft.ts";
import { StillOpen, stillOpenIn } from "./still-open.tsx";

/** Adopting an approved draft: what is asked, and its publication as an instrument of the registry. */
export const adoptionPages = new Hono<Site>();

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
  return adoptionForm(context, await proposed(context.get("visit"), draft));
});

adoptionPages.post("/drafts/:draft/adopt", async (context) => {
  const { draft, person, actor } = await openDraft(context, "adopt");
  const visit = context.get("visit");
  const form = await formOf(context);
  try {
    const facts = readFacts(visit, form, draft);
    const base = context.get("accounts").settings.baseAddress ?? visit.url.origin;
    const { name = "" } = person.memberships.find(({ workspace }) => workspace === draft.workspace) ?? {};
    await adoptDraft(
      visit.db,
      draft.id,
      facts,
      {
        workspace: person.local ? "workbench" : name,
        page: `${base}/en/instruments/${facts.id}`,
        today: new Date().toISOString().slice(0, 10),
      },
      actor,
    );
    context.get("shelf").changed();
    return context.redirect(visit.href(`/drafts/${draft.id}/measure`), 303);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return adoptionForm(context, form, error);
  }
});

/** What the draft and the registry know already. A licence is proposed only where every text known of that body or place stands under it. */
async function proposed(visit: Visit, draft: Draft): Promise<FormData> {
  const { form: legalForm, jurisdiction, issuing_body: named } = draft.profile;
  const bodyName = draft.answers["issuing-body"] ?? named;
  const body = bodyOf(visit, jurisdiction, bodyName);
  const form = new FormData();
  const known = { title: draft.title, jurisdiction, body, body_name: body ? undefined : bodyName, ...usual[legalForm] };
  for (const [name, value] of Object.entries(known)) if (value) form.set(name, value);
  const { licences = [] } = (await licencesFor(visit, form)) ?? {};
  if (licences.length === 1) form.set("licence", licences[0]?.licence ?? "");
  return form;
}

function licencesFor(visit: Visit, form: FormData): Promise<KnownLicences | undefined> {
  return findLicences(visit.db, typed(form, "jurisdiction"), typed(form, "body") || undefined);
}

/** The fields as the facts of an adoption; what was left empty is absent. */
function readFacts(visit: Visit, form: FormData, draft: Draft) {
  const given = (name: string) => typed(form, name).trim() || undefined;
  const optional = (names: readonly string[]) =>
    Object.fromEntries(names.flatMap((name) => (given(name) === undefined ? [] : [[name, given(name)]])));
  const jurisdiction = given("jurisdiction") ?? "";
  // What was typed was meant; the choice may be the one that was proposed.
  const held = otherBody(visit, given("body_other")) ?? bodyHere(visit, jurisdiction, given("body"));
  return {
    id: given("id") ?? identifierFrom(`${jurisdiction} ${given("title") ?? ""}`, `${jurisdiction} ${draft.profile.form} ${draft.id}`),
    ...optional(["title", "number", "type", "force", "level", "adopted", "published", "in_force", "address", "licence"]),
    jurisdiction,
    ...(given("binds_body") ? { binds_body: true } : {}),
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

/** The consultations on a draft that adoption ends. */
async function consultationsOn(visit: Visit, draft: Draft): Promise<Consultation[]> {
  const today = new Date().toISOString().slice(0, 10);
  return (await listConsultations(visit.db, { draft: draft.id })).filter((one) => standingOf(one, today) !== "ended");
}

function StillConsulted({ visit, open }: { visit: Visit; open: readonly Consultation[] }) {
  return (
    <>
      {open.map(({ id, title, language, closes_on: until }) => (
        <p class="remark">
          {visit.t("adopt.consultation-open", { date: visit.date(until) })}{" "}
          <a href={visit.href(`/consultations/${id}`)} lang={language} dir="auto">
            {title}
          </a>
        </p>
      ))}
    </>
  );
}

async function adoptionForm(context: Context<Site>, form: FormData, wrong?: Problem): Promise<Response> {
  const { draft, person } = await openDraft(context, "adopt");
  const visit = context.get("visit");
  const { t } = visit;
  const role = roleIn(person, draft.workspace);
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
      <Wrong visit={visit} problem={wrong} />
      {draft.state === "approved" ? (
        <StillOpen visit={visit} draft={draft} open={await stillOpenIn(visit, draft)} what={t("still-open.adoption")} level={2} />
      ) : null}
      {draft.state === "approved" ? (
        <form method="post" action={visit.href(`/drafts/${draft.id}/adopt`)} class="drafting-form">
          <AdoptionFields visit={visit} form={form} licences={await licencesFor(visit, form)} />
          <StillConsulted visit={visit} open={await consultationsOn(visit, draft)} />
          <p>{t("adopt.final")}</p>
          <button type="submit">{t("adopt.button")}</button>
        </form>
      ) : draft.state === "adopted" ? (
        <p class="remark">
          {t("adopt.already")} <a href={visit.href(`/instruments/${draft.adoptedAs}`)}>{draft.adoptedAs}</a>
        </p>
      ) : (
        <p class="remark">
          {t("adopt.not-approved", { state: visit.code("draft-state", draft.state), role: role ? visit.code("people.role", role) : "–" })}
        </p>
      )}
    </>,
  );
}

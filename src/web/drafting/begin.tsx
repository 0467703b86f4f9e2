import { type Context, Hono } from "hono";
import type { DraftContent } from "../../drafting/draft.ts";
import { workspaceOf } from "../../drafting/find.ts";
import { framed } from "../../drafting/frame.ts";
import { inUsualOrder } from "../../drafting/from-clause.ts";
import { elementsFromInstrument } from "../../drafting/from-instrument.ts";
import { chaptersOf, type Outline, outlineFor } from "../../drafting/outline.ts";
import type { Profile } from "../../drafting/profile.ts";
import { beginDraft, newDraftId } from "../../drafting/record.ts";
import { can, type Person, requireAbility, requirePerson } from "../../people/person.ts";
import { findRecord, listRecords } from "../../registry/find.ts";
import { titleOf } from "../../registry/listing.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import { formOf } from "../people/form.tsx";
import { personOf } from "../people/who.ts";
import type { Visit } from "../visit.ts";
import { ways } from "./drafts.tsx";
import { Choice, Line, Wrong } from "./form-fields.tsx";
import { actorOf } from "./open-draft.ts";
import { OutlineChoice } from "./outline-choice.tsx";
import { draftLanguages, ProfileFields, readProfile } from "./profile-fields.tsx";
import { keepReadingNotes, readUpload } from "./uploaded.ts";

/** Beginning a draft: from a profile (its proposed outline is shown first), an instrument, an uploaded text or nothing. */
export const beginPage = new Hono<Site>();

type Way = (typeof ways)[number];

beginPage.get("/drafting/begin/:way", async (context) => {
  const visit = context.get("visit");
  const person = requirePerson(await personOf(context));
  const form = new FormData();
  form.set("language", visit.language);
  for (const [name, value] of visit.url.searchParams) form.append(name, value);
  // Only the form itself gives out an id: a link with one would lead to another draft.
  form.delete("once");
  return beginForm(visit, person, wayOf(context), form);
});

beginPage.post("/drafting/begin/:way", async (context) => {
  const visit = context.get("visit");
  const way = wayOf(context);
  const person = requirePerson(await personOf(context));
  const form = await formOf(context);
  const workspace = String(form.get("workspace") ?? person.memberships[0]?.workspace ?? "");
  requireAbility(person, workspace, "draft");
  const id = draftIdIn(form);
  const isBegun = async () => (await workspaceOf(visit.db, id)) === workspace;
  const toTheFirst = () => context.redirect(visit.href(`/drafts/${id}?again=1`), 303);
  if (await isBegun()) return toTheFirst();
  try {
    const title = String(form.get("title") ?? "").trim();
    if (!title) throw new Problem("invalid-input", "The draft has no title; expected a few words. Write one; it can be changed later.");
    const profile = readProfile(visit, form);
    const language = readLanguage(form);
    const outline =
      way === "profile"
        ? outlineFor(
            profile,
            (await listRecords(visit.db, "clause")).items.map(({ record }) => record),
          )
        : undefined;
    if (outline && form.get("step") !== "create") return outlinePage(visit, person, form, outline);
    const base = { title, language, profile, beginning: way, answers: answersOf(profile.issuing_body) } satisfies Partial<DraftContent>;
    const { notes, ...begun } = await contentOf(visit, way, form, { language, profile, outline });
    await beginDraft(visit.db, workspace, { ...base, ...begun }, actorOf(person, workspace), id);
    if (notes)
      await keepReadingNotes(visit.db, id, { elements: begun.elements, notes }, visit.t("drafting.how-read"), actorOf(person, workspace));
    return context.redirect(visit.href(`/drafts/${id}`), 303);
  } catch (error) {
    if (!(error instanceof Problem) || /sign-in|forbidden|not-found/.test(error.code)) throw error;
    if (error.code === "conflict" && (await isBegun())) return toTheFirst();
    return beginForm(visit, person, way, form, error);
  }
});

/** The id that the form was given out with; a new one where it bears none. */
function draftIdIn(form: FormData): string {
  const given = String(form.get("once") ?? "");
  return /^d[0-9a-f]{16}$/.test(given) ? given : newDraftId();
}

const answersOf = (issuingBody: string | undefined): Record<string, string> => (issuingBody ? { "issuing-body": issuingBody } : {});

async function contentOf(
  visit: Visit,
  way: Way,
  form: FormData,
  { language, profile, outline }: { language: string; profile: Profile; outline: Outline | undefined },
): Promise<Pick<DraftContent, "elements"> & { derived_from?: string; notes?: string[] }> {
  if (way === "nothing") return { elements: [] };
  if (way === "profile" && outline) {
    const chosen = new Set(form.getAll("clause").map(String));
    // What was left out can be ticked all the same; chapters keep the usual order.
    const wanted = inUsualOrder([...outline.chosen, ...outline.leftOut].map(({ clause }) => clause)).filter(({ id }) => chosen.has(id));
    const byId = new Map([...outline.chosen, ...outline.leftOut].map((one) => [one.clause.id, one]));
    const chapters = chaptersOf(
      wanted.flatMap(({ id }) => byId.get(id) ?? []),
      language,
    );
    return { elements: profile.host ? chapters : framed(chapters, profile.form, language) };
  }
  if (way === "instrument") {
    const id = String(form.get("instrument") ?? "");
    const found = await findRecord(visit.db, "instrument", id);
    if (!found) throw new Problem("invalid-input", says`There is no policy or law “${id.slice(0, 100)}” here. Choose one of the list.`);
    return { elements: elementsFromInstrument(found.record, language), derived_from: id };
  }
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0)
    throw new Problem("invalid-input", "No file was sent; expected a text as DOCX, PDF, HTML, Markdown or plain text. Choose it again.");
  return readUpload(file, language);
}

function wayOf(context: Context<Site>): Way {
  const way = context.req.param("way") as Way;
  if (!ways.includes(way)) throw new Problem("not-found", "There is no page at this address.");
  return way;
}

function readLanguage(form: FormData): string {
  const language = String(form.get("language") ?? "");
  if (!(draftLanguages as readonly string[]).includes(language))
    throw new Problem("invalid-input", says`The language “${language.slice(0, 20)}” is not offered. Choose one of the list.`);
  return language;
}

async function beginForm(visit: Visit, person: Person, way: Way, form: FormData, wrong?: Problem): Promise<Response> {
  const { t } = visit;
  const writers = person.memberships.filter(({ workspace }) => can(person, workspace, "draft"));
  if (writers.length === 0) requireAbility(person, person.memberships[0]?.workspace ?? "", "draft");
  const names = new Intl.DisplayNames([visit.language], { type: "language" });
  return render(
    visit,
    {
      title: t(`drafting.way-${way}`),
      trail: [
        ["/drafting", t("drafting.title")],
        [`/drafting/begin/${way}`, t(`drafting.way-${way}`)],
      ],
      hideFromSearchEngines: true,
      ...(wrong ? { status: wrong.code === "too-large" ? 413 : 422 } : {}),
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t(`drafting.way-${way}`)}</h1>
      <p class="lead">{t(`drafting.way-${way}-what`)}</p>
      <Wrong visit={visit} problem={wrong} />
      <form
        method="post"
        action={visit.href(`/drafting/begin/${way}`)}
        class="drafting-form"
        {...(way === "upload" ? { enctype: "multipart/form-data" } : {})}
      >
        <input type="hidden" name="once" value={draftIdIn(form)} />
        <Line
          name="title"
          label={t("drafting.draft-title")}
          value={String(form.get("title") ?? "")}
          required
          hint={t("drafting.draft-title-hint")}
        />
        <Choice
          name="language"
          label={t("drafting.language")}
          options={draftLanguages.map((language) => [language, names.of(language) ?? language] as const)}
          value={String(form.get("language") ?? visit.language)}
          hint={t("drafting.language-hint")}
        />
        {writers.length > 1 ? (
          <Choice
            name="workspace"
            label={t("drafting.workspace")}
            options={writers.map(({ workspace, name }) => [workspace, name] as const)}
            value={String(form.get("workspace") ?? "")}
          />
        ) : (
          <input type="hidden" name="workspace" value={writers[0]?.workspace ?? ""} />
        )}
        {way === "instrument" ? (
          <InstrumentChoice visit={visit} value={String(form.get("instrument") ?? "")} instruments={await instrumentsOf(visit)} />
        ) : null}
        {way === "upload" ? (
          <p class="field">
            <label for="field-file">{t("drafting.file")}</label>
            <input
              id="field-file"
              name="file"
              type="file"
              required
              accept=".docx,.pdf,.html,.htm,.md,.txt"
              aria-describedby="field-file-hint"
            />
            <span class="note" id="field-file-hint">
              {t("drafting.file-hint")}
            </span>
          </p>
        ) : null}
        <h2>{t("profile.title")}</h2>
        <p>{t("profile.lead")}</p>
        <ProfileFields visit={visit} form={form} />
        <p>
          <button type="submit">{t(way === "profile" ? "drafting.see-outline" : "drafting.create")}</button>
        </p>
      </form>
    </>,
  );
}

async function instrumentsOf(visit: Visit): Promise<(readonly [string, string])[]> {
  const { items } = await listRecords(visit.db, "instrument");
  return items
    .map(({ id, record }) => [id, `${visit.placeName(record.jurisdiction)}: ${titleOf(record, visit.language)}`] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, visit.language));
}

function InstrumentChoice({
  visit,
  value,
  instruments,
}: {
  visit: Visit;
  value: string;
  instruments: readonly (readonly [string, string])[];
}) {
  const short = instruments.map(([id, name]) => [id, name.length > 110 ? `${name.slice(0, 109)}…` : name] as const);
  return (
    <Choice
      name="instrument"
      label={visit.t("drafting.instrument")}
      options={short}
      value={value}
      hint={visit.t("drafting.instrument-hint")}
    />
  );
}

function outlinePage(visit: Visit, person: Person, form: FormData, outline: ReturnType<typeof outlineFor>): Promise<Response> {
  const { t } = visit;
  return render(
    visit,
    {
      title: t("outline.title"),
      trail: [
        ["/drafting", t("drafting.title")],
        ["/drafting/begin/profile", t("drafting.way-profile")],
      ],
      hideFromSearchEngines: true,
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("outline.title")}</h1>
      <p class="lead">{t("outline.lead", { chosen: outline.chosen.length, left: outline.leftOut.length })}</p>
      <form method="post" action={visit.href("/drafting/begin/profile")} class="drafting-form">
        {[...form].flatMap(([name, value]) =>
          typeof value === "string" && name !== "clause" && name !== "step" ? [<input type="hidden" name={name} value={value} />] : [],
        )}
        <input type="hidden" name="step" value="create" />
        <OutlineChoice visit={visit} outline={outline} />
        <p>
          <button type="submit">{t("drafting.create")}</button>
        </p>
      </form>
    </>,
  );
}

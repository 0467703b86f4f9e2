import { Hono } from "hono";
import type { DraftElement } from "../../drafting/draft.ts";
import { newElementId } from "../../drafting/element-id.ts";
import { requireDraft } from "../../drafting/find.ts";
import { findLabels } from "../../drafting/find-labels.ts";
import { clauseLanguage, elementFromClause, fittingVariant, inUsualOrder } from "../../drafting/from-clause.ts";
import { addElements } from "../../drafting/record-order.ts";
import { renderDraft } from "../../drafting/rendered.ts";
import { type Clause, policyParts } from "../../registry/clause.ts";
import { strengths } from "../../registry/coding.ts";
import { findRecord, listRecords } from "../../registry/find.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { ClauseText } from "../components/clause-text.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import { formOf } from "../people/form.tsx";
import type { Visit } from "../visit.ts";
import { trailOf } from "./draft-page.tsx";
import { Choice, Wrong } from "./form-fields.tsx";
import { openDraft } from "./open-draft.ts";

/** Adding to a draft: an empty article, a chapter, or a clause in the variant and strength that are chosen. */
export const addPage = new Hono<Site>();

const emptyKinds = ["article", "part", "preamble", "annex"] as const;

addPage.get("/drafts/:draft/add", async (context) => addForm(context));

addPage.post("/drafts/:draft/add", async (context) => {
  const { draft, actor } = await openDraft(context, "draft");
  const visit = context.get("visit");
  const form = await formOf(context);
  const behind = String(form.get("behind") ?? "") || undefined;
  const id = elementIdIn(form);
  try {
    const element = { ...(await elementOf(visit, draft.language, form)), id };
    await addElements(visit.db, draft.id, [element], behind, actor);
    return context.redirect(visit.href(`/drafts/${draft.id}/elements/${id}`), 303);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { elements } = await requireDraft(visit.db, draft.id);
    if (error.code === "conflict" && elements.some((one) => one.id === id))
      return context.redirect(visit.href(`/drafts/${draft.id}/elements/${id}?again=1`), 303);
    return addForm(context, form, error);
  }
});

/** The id that the form was given out with, so that sending it twice adds one element; a new one where it bears none. */
function elementIdIn(form: FormData): string {
  const given = String(form.get("once") ?? "");
  return /^e[0-9a-f]{10}$/.test(given) ? given : newElementId();
}

async function elementOf(visit: Visit, language: string, form: FormData): Promise<DraftElement> {
  const kind = String(form.get("kind") ?? "");
  if (kind !== "clause") {
    const empty = emptyKinds.find((one) => one === kind);
    if (!empty)
      throw new Problem(
        "invalid-input",
        says`“${kind.slice(0, 40)}” cannot be added. Choose an article, a chapter, a preamble, an annex or a clause.`,
      );
    return { id: newElementId(), kind: empty, heading: "", text: "", origin: { kind: "own" }, codings: [] };
  }
  const id = String(form.get("clause") ?? "");
  const clause = (await findRecord(visit.db, "clause", id))?.record;
  if (!clause) throw new Problem("invalid-input", says`There is no clause “${id.slice(0, 60)}”. Choose one of the list.`);
  const variant = clause.variants.find((one) => one.id === form.get("variant")) ?? clause.variants[0];
  const strength = strengths.find((one) => one === form.get("strength"));
  if (!variant) throw new Problem("invalid-input", "The clause has no such wording. Choose one of the list.");
  if (strength && !variant.strengths.includes(strength))
    throw new Problem(
      "invalid-input",
      says`This wording can be given the strengths ${variant.strengths.join(", ")}; “${strength}” is not one of them. Choose another.`,
    );
  return elementFromClause(clause, variant, strength ?? variant.strengths[0] ?? "must", language);
}

async function addForm(context: import("hono").Context<Site>, form?: FormData, wrong?: Problem): Promise<Response> {
  const { draft, person } = await openDraft(context, "draft");
  const visit = context.get("visit");
  const { t } = visit;
  const clauses = inUsualOrder((await listRecords(visit.db, "clause")).items.map(({ record }) => record));
  const present = new Set(
    draft.elements.flatMap(({ origin, codings }) => [
      ...(origin.kind === "clause" ? [origin.clause] : []),
      ...codings.map(({ type }) => type),
    ]),
  );
  const chosen = String(form?.get("clause") ?? visit.url.searchParams.get("clause") ?? "");
  const clause = clauses.find(({ id }) => id === chosen);
  const places = renderDraft(draft, await findLabels(visit.db)).elements.map(
    ({ id, label, heading }) => [id, [label, heading].filter(Boolean).join(". ").slice(0, 90) || id] as const,
  );
  const behind = String(
    form?.get("behind") ?? visit.url.searchParams.get("behind") ?? (clause ? behindByPart(draft.elements, clause, clauses) : ""),
  );
  return render(
    visit,
    {
      title: `${t("add.title")} – ${draft.title}`,
      trail: trailOf(visit, draft, [`/drafts/${draft.id}/add`, t("add.title")]),
      hideFromSearchEngines: true,
      ...(wrong ? { status: 422 } : {}),
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("add.title")}</h1>
      <Wrong visit={visit} problem={wrong} />
      {clause ? (
        <ClauseForm visit={visit} draft={draft} clause={clause} places={places} behind={behind} />
      ) : (
        <>
          <section aria-labelledby="empty">
            <h2 id="empty">{t("add.empty")}</h2>
            <form method="post" action={visit.href(`/drafts/${draft.id}/add`)} class="drafting-form">
              <input type="hidden" name="once" value={newElementId()} />
              <Choice
                name="kind"
                label={t("add.kind")}
                options={emptyKinds.map((kind) => [kind, visit.code("element", kind)] as const)}
                value="article"
              />
              <Choice name="behind" label={t("add.behind")} options={places} value={behind} none={t("add.at-end")} />
              <button type="submit">{t("add.button")}</button>
            </form>
          </section>
          <section aria-labelledby="clauses">
            <h2 id="clauses">{t("add.clauses")}</h2>
            <p>{t("add.clauses-what")}</p>
            {policyParts.map((part) => {
              const here = clauses.filter((one) => one.part === part);
              return here.length === 0 ? null : (
                <details>
                  <summary>{visit.code("policy-part", part)}</summary>
                  <ul>
                    {here.map(({ id }) => (
                      <li>
                        <a href={visit.href(`/drafts/${draft.id}/add?clause=${id}`)}>{visit.typeName(id)}</a>
                        {present.has(id) ? <span class="small"> {t("add.present")}</span> : null}
                      </li>
                    ))}
                  </ul>
                </details>
              );
            })}
          </section>
        </>
      )}
    </>,
  );
}

/** Behind the last article whose clause usually stands before this one. */
function behindByPart(elements: readonly DraftElement[], clause: Clause, clauses: readonly Clause[]): string {
  const rank = (id: string) => clauses.findIndex((one) => one.id === id);
  const wanted = rank(clause.id);
  let behind = "";
  for (const { id, origin } of elements)
    if (origin.kind === "clause" && rank(origin.clause) >= 0 && rank(origin.clause) < wanted) behind = id;
  return behind;
}

function ClauseForm({
  visit,
  draft,
  clause,
  places,
  behind,
}: {
  visit: Visit;
  draft: {
    id: string;
    language: string;
    profile: { form: Parameters<typeof fittingVariant>[1]; capacity: Parameters<typeof fittingVariant>[2] };
  };
  clause: Clause;
  places: readonly (readonly [string, string])[];
  behind: string;
}) {
  const { t } = visit;
  const language = clauseLanguage(draft.language);
  const noteLanguage = clauseLanguage(visit.language);
  const fitting = fittingVariant(clause, draft.profile.form, draft.profile.capacity);
  return (
    <>
      <h2>{visit.typeName(clause.id)}</h2>
      <p lang={noteLanguage} dir="auto">
        {clause.why[noteLanguage]}
      </p>
      {clause.needs.length > 0 ? (
        <p>
          {t("add.needs")}{" "}
          {clause.needs.map(({ clause: id }, index) => (
            <>
              {index > 0 ? t("punctuation.comma") : ""}
              <a href={visit.href(`/drafts/${draft.id}/add?clause=${id}`)}>{visit.typeName(id)}</a>
            </>
          ))}
        </p>
      ) : null}
      {clause.variants.map((variant) => (
        <form method="post" action={visit.href(`/drafts/${draft.id}/add`)} class="drafting-form entry">
          <h3 lang={noteLanguage} dir="auto">
            {variant.label[noteLanguage]}
          </h3>
          {variant === fitting ? <p class="small">{t("add.fits")}</p> : null}
          <ClauseText visit={visit} clause={clause} variant={variant} strength={variant.strengths[0] ?? "must"} language={language} />
          <input type="hidden" name="kind" value="clause" />
          <input type="hidden" name="once" value={newElementId()} />
          <input type="hidden" name="clause" value={clause.id} />
          <input type="hidden" name="variant" value={variant.id} />
          <Choice
            name="strength"
            suffix={variant.id}
            label={t("codings.strength")}
            options={variant.strengths.map((one) => [one, visit.code("strength", one)] as const)}
            value={variant.strengths[0]}
          />
          <Choice name="behind" suffix={variant.id} label={t("add.behind")} options={places} value={behind} none={t("add.at-end")} />
          <button type="submit">{t("add.this")}</button>
        </form>
      ))}
    </>
  );
}

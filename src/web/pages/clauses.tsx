import { Hono } from "hono";
import { inUsualOrder } from "../../drafting/from-clause.ts";
import { type Clause, policyParts } from "../../registry/clause.ts";
import { listRecords } from "../../registry/find.ts";
import { areas } from "../../registry/provision-type.ts";
import type { Site } from "../app.tsx";
import { type ClauseRequest, clauseQuery, readClauseRequest, readWord, type ShownWording, shownWording } from "../clause-request.ts";
import { type ChoiceCounts, ClauseChoice, Select } from "../components/clause-choice.tsx";
import { WrittenFor } from "../components/clause-written-for.tsx";
import { render } from "../components/layout.tsx";
import type { Visit } from "../visit.ts";

/** The clause bank: model wording by part of a policy, narrowed to what fits a legal form, a capacity, a strength or an area. */
export const clausesPage = new Hono<Site>();

interface Shown {
  clause: Clause;
  wording: ShownWording;
}

clausesPage.get("/clauses", async (context) => {
  const visit = context.get("visit");
  const { t, url } = visit;
  const { variant: _, ...request } = readClauseRequest(url.searchParams);
  const part = readWord(url.searchParams, "part", policyParts);
  const area = readWord(url.searchParams, "area", areas);
  const all = inUsualOrder((await listRecords(visit.db, "clause")).items.map(({ record }) => record));
  const areaOf = ({ id }: Clause) => visit.reference.types.get(id)?.area;
  const shown = all
    .filter((clause) => (!part || clause.part === part) && (!area || areaOf(clause) === area))
    .map((clause) => ({ clause, wording: shownWording(clause, request, visit) }))
    .filter(({ wording }) => wording.fits);
  const counts: ChoiceCounts = (field, value) => all.filter((clause) => speaksOf(clause, field, value, areaOf)).length;
  return render(
    visit,
    {
      title: t("clauses.title"),
      trail: [["/clauses", t("clauses.title")]],
      alternates: [["application/json", "/api/v1/clauses", "JSON"]],
      hideFromSearchEngines: url.search !== "",
    },
    <>
      <div class="heading">
        <h1>{t("clauses.title")}</h1>
        <p class="forms">
          <a href="/api/v1/clauses">JSON</a>
        </p>
      </div>
      <p class="lead">{t("clauses.lead")}</p>
      <form action={visit.href("/clauses")} method="get" class="filters">
        <Select visit={visit} name="part" words={policyParts} chosen={part} label={t("clauses.part")} group="policy-part" counts={counts} />
        <Select visit={visit} name="area" words={areas} chosen={area} label={t("facet.area")} group="area" counts={counts} />
        <ClauseChoice visit={visit} request={request} counts={counts} />
        <p>
          <button type="submit">{t("facets.apply")}</button>
        </p>
      </form>
      <p class="small">{t("clauses.counts-what")}</p>
      <p>{t("clauses.count", { count: shown.length, of: all.length })}</p>
      <Parts visit={visit} shown={shown} request={request} />
    </>,
  );
});

/** Is the clause of this part or area, or has it a wording written for this form or capacity, or one that can bear this strength? */
function speaksOf(clause: Clause, field: string, value: string, areaOf: (clause: Clause) => string | undefined): boolean {
  if (field === "part") return clause.part === value;
  if (field === "area") return areaOf(clause) === value;
  return clause.variants.some(({ forms, capacities, strengths }) => {
    const named: readonly string[] = field === "form" ? forms : field === "capacity" ? capacities : strengths;
    return named.includes(value);
  });
}

function Parts({ visit, shown, request }: { visit: Visit; shown: readonly Shown[]; request: ClauseRequest }) {
  const byPart = Map.groupBy(shown, ({ clause }) => clause.part);
  return (
    <>
      {[...byPart].map(([part, here]) => (
        <section aria-labelledby={part}>
          <h2 id={part}>{visit.code("policy-part", part)}</h2>
          <ul class="plain">
            {here.map((one) => (
              <Entry visit={visit} shown={one} request={request} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Entry({ visit, shown: { clause, wording }, request }: { visit: Visit; shown: Shown; request: ClauseRequest }) {
  const { variant, language } = wording;
  // Of the many that fit, those in which the choice makes a difference.
  const isOwn = (request.form || request.capacity) && variant.forms.length + variant.capacities.length > 0;
  const given = request.strength ? [request.strength] : variant.strengths;
  return (
    <li class="entry">
      <p>
        <a href={`${visit.href(`/clauses/${clause.id}`)}${clauseQuery(request)}`}>{visit.typeName(clause.id)}</a>
      </p>
      <p lang={language} dir="auto">
        {variant.label[language]}
      </p>
      <p class="small">
        {given.map((strength) => visit.code("strength", strength)).join(visit.t("punctuation.comma"))} ·{" "}
        {visit.t("clauses.wordings-and-precedents", { wordings: clause.variants.length, precedents: clause.precedents.length })}
        {isOwn ? (
          <>
            {" "}
            ·{" "}
            <strong>
              <WrittenFor visit={visit} variant={variant} />
            </strong>
          </>
        ) : null}
      </p>
    </li>
  );
}

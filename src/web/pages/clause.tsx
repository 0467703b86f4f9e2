import { Hono } from "hono";
import { renderClause } from "../../drafting/render-clause.ts";
import type { Clause } from "../../registry/clause.ts";
import { strengths } from "../../registry/coding.ts";
import type { Kept } from "../../registry/find.ts";
import { findClause, findMeasures, findPrecedents } from "../../registry/find-clause.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { type ClauseRequest, clauseQuery, readClauseRequest, type ShownWording, shownWording } from "../clause-request.ts";
import { ClauseChoice } from "../components/clause-choice.tsx";
import { ClauseNotes, ClauseRelations } from "../components/clause-notes.tsx";
import { ClausePrecedents } from "../components/clause-precedents.tsx";
import { ClauseText } from "../components/clause-text.tsx";
import { WrittenFor } from "../components/clause-written-for.tsx";
import { render } from "../components/layout.tsx";
import { OwnText } from "../components/own-text.tsx";
import { readWhole, shortened } from "../parameters.ts";
import type { Visit } from "../visit.ts";

/** One clause: its wordings, why it is there, what it needs, the real provisions it rests on, what measures it, and how to cite and take it. */
export const clausePage = new Hono<Site>();

clausePage.get("/clauses/:id{[a-z0-9-]+}", async (context) => {
  const visit = context.get("visit");
  const { t, db } = visit;
  const id = context.req.param("id");
  const version = readWhole(visit.url.searchParams, "version", 1_000_000);
  const kept = await findClause(db, id, version);
  if (!kept) throw noClause(id, version);
  const clause = kept.record;
  const request = readClauseRequest(visit.url.searchParams);
  if (request.variant !== undefined && !clause.variants.some((variant) => variant.id === request.variant))
    throw noVariant(clause, request.variant);
  const newest = (version === undefined ? kept : await findClause(db, id))?.record.version;
  const address = (type: string) => `${visit.href(`/clauses/${type}`)}${clauseQuery(withoutVariant(request))}`;
  const name = visit.typeName(id);
  const file = (ending: string) => `${visit.href(`/clauses/${id}.${ending}`)}${visit.url.search}`;
  return render(
    visit,
    {
      title: `${name} – ${t("clauses.one")}`,
      trail: [["/clauses", t("clauses.title")]],
      alternates: [
        ["application/json", `/api/v1/clauses/${id}`, "JSON"],
        ["application/yaml", visit.href(`/clauses/${id}.yml`), "YAML"],
      ],
      hideFromSearchEngines: visit.url.search !== "",
    },
    <article>
      <div class="heading">
        <h1>{name}</h1>
        <p class="forms">
          <a href={visit.href(`/drafting?clause=${id}`)} rel="nofollow">
            {t("clauses.use")}
          </a>{" "}
          <a href={file("md")}>Markdown</a> <a href={file("txt")}>{t("clauses.plain-text")}</a> <a href={file("yml")}>YAML</a>{" "}
          <a href={`/api/v1/clauses/${id}`}>JSON</a>
        </p>
      </div>
      <p class="facts">
        {t("clauses.part")}
        {t("punctuation.colon")}
        {visit.code("policy-part", clause.part)} · {t("check.version", { version: clause.version })} ·{" "}
        <a href={visit.href(`/provision-types/${id}`)}>{t("clauses.who-has-it")}</a>
      </p>
      {newest !== clause.version ? (
        <p class="remark">
          {t("clauses.older-version", { version: clause.version })} <a href={visit.href(`/clauses/${id}`)}>{t("clauses.newest-version")}</a>
        </p>
      ) : null}
      <Wording visit={visit} clause={clause} request={request} {...(version === undefined ? {} : { version })} address={address} />
      <section aria-labelledby="notes">
        <h2 id="notes">{t("clauses.notes")}</h2>
        <ClauseNotes visit={visit} clause={clause} />
      </section>
      <Relations visit={visit} clause={clause} address={address} />
      <section aria-labelledby="precedents">
        <h2 id="precedents">{t("precedents.title")}</h2>
        <p class="small">{t("clauses.precedents-what")}</p>
        <ClausePrecedents visit={visit} type={id} precedents={await findPrecedents(db, clause)} />
      </section>
      <Measures visit={visit} {...(await findMeasures(db, id))} />
      <Citation visit={visit} kept={kept} />
    </article>,
  );
});

export function noClause(id: string, version?: number): Problem {
  return new Problem(
    "not-found",
    version === undefined
      ? says`There is no clause “${shortened(id)}”. The list of clauses gives those that there are.`
      : says`There is no clause “${shortened(id)}” in version ${version}. Leave the version out for the one that is held now.`,
  );
}

export function noVariant({ id, variants }: Clause, variant: string): Problem {
  return new Problem(
    "not-found",
    says`The clause “${id}” has no variant “${shortened(variant)}”; it has ${variants.map((one) => one.id).join(", ")}.`,
  );
}

function withoutVariant({ variant: _, ...request }: ClauseRequest): ClauseRequest {
  return request;
}

function Wording({
  visit,
  clause,
  request,
  version,
  address,
}: {
  visit: Visit;
  clause: Clause;
  request: ClauseRequest;
  version?: number;
  address: (type: string) => string;
}) {
  const { t } = visit;
  const shown = shownWording(clause, request, visit);
  const { variant, strength, language } = shown;
  const rendered = renderClause(variant, strength, language);
  return (
    <>
      <form action={visit.href(`/clauses/${clause.id}`)} method="get" class="filters">
        {version === undefined ? null : <input type="hidden" name="version" value={String(version)} />}
        <ClauseChoice
          visit={visit}
          request={request}
          given={strengths.filter((one) => clause.variants.some((variant) => variant.strengths.includes(one)))}
        />
        <p>
          <button type="submit">{t("facets.apply")}</button>
        </p>
      </form>
      <section aria-labelledby="wording-heading">
        <h2 id="wording-heading" lang={language} dir="auto">
          {rendered.heading}
        </h2>
        {shown.fits ? null : <p class="remark">{t("clauses.does-not-fit")}</p>}
        <p class="facts">
          <span lang={language} dir="auto">
            {variant.label[language]}
          </span>{" "}
          · {visit.code("strength", strength)} · <WrittenFor visit={visit} variant={variant} />
        </p>
        <ClauseText visit={visit} clause={clause} variant={variant} strength={strength} language={language} link={address} />
        <Blanks visit={visit} clause={clause} shown={shown} />
        <Variants visit={visit} clause={clause} request={request} shown={shown} {...(version === undefined ? {} : { version })} />
      </section>
    </>
  );
}

function Blanks({ visit, clause, shown: { variant, language } }: { visit: Visit; clause: Clause; shown: ShownWording }) {
  const { t } = visit;
  const text = `${variant.heading[language]} ${variant.text[language]}`;
  const used = clause.blanks.filter(({ name }) => text.includes(`{${name}}`));
  if (used.length === 0) return null;
  return (
    <section aria-labelledby="blanks">
      <h3 id="blanks">{t("clauses.blanks")}</h3>
      <dl class="facts-list">
        {used.map(({ type, label, example }) => (
          <div>
            <dt>
              <span lang={language} dir="auto">
                {label[language]}
              </span>{" "}
              ({visit.code("blank-type", type)})
            </dt>
            <dd>
              {t("clauses.example")}
              {t("punctuation.colon")}
              <span lang={language} dir="auto">
                {example[language]}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Variants({
  visit,
  clause,
  request,
  shown,
  version,
}: {
  visit: Visit;
  clause: Clause;
  request: ClauseRequest;
  shown: ShownWording;
  version?: number;
}) {
  const { t } = visit;
  if (clause.variants.length === 1) return null;
  const { language } = shown;
  return (
    <section aria-labelledby="variants">
      <h3 id="variants">{t("clauses.variants")}</h3>
      <ul>
        {clause.variants.map((variant) => {
          const label = (
            <span lang={language} dir="auto">
              {variant.label[language]}
            </span>
          );
          const query = clauseQuery({ ...request, variant: variant.id, ...(version === undefined ? {} : { version }) });
          return (
            <li>
              {variant === shown.variant ? (
                <strong aria-current="true">{label}</strong>
              ) : (
                <a href={`${visit.href(`/clauses/${clause.id}`)}${query}`}>{label}</a>
              )}{" "}
              <span class="small">
                <WrittenFor visit={visit} variant={variant} /> ·{" "}
                {variant.strengths.map((one) => visit.code("strength", one)).join(t("punctuation.comma"))}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Relations({ visit, clause, address }: { visit: Visit; clause: Clause; address: (type: string) => string }) {
  return (
    <>
      {(["needs", "conflicts"] as const).map((kind) =>
        clause[kind].length > 0 ? (
          <section aria-labelledby={kind}>
            <h2 id={kind}>{visit.t(`clauses.${kind}`)}</h2>
            <ClauseRelations visit={visit} relations={clause[kind]} address={address} />
          </section>
        ) : null,
      )}
    </>
  );
}

function Measures({ visit, checks, indicators }: { visit: Visit } & Awaited<ReturnType<typeof findMeasures>>) {
  const measures = [
    ...checks.map((check) => ({ ...check, path: "checks" })),
    ...indicators.map((indicator) => ({ ...indicator, path: "indicators" })),
  ];
  return (
    <section aria-labelledby="measures">
      <h2 id="measures">{visit.t("clauses.measures")}</h2>
      {measures.length === 0 ? <p>{visit.t("clauses.no-measure")}</p> : null}
      <ul>
        {measures.map(({ id, path, names, question }) => (
          <li>
            <a href={visit.href(`/${path}/${id}`)}>
              <OwnText visit={visit} texts={names} />
            </a>
            {visit.t("punctuation.colon")}
            <OwnText visit={visit} texts={question} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Citation({ visit, kept }: { visit: Visit; kept: Kept<"clause"> }) {
  const { id, version } = kept.record;
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">{visit.t("instrument.cite")}</h2>
      <p class="citation" dir="ltr" lang="en">
        Openfirst registry, clause “{visit.reference.types.get(id)?.names.en ?? id}”, version {version}, {kept.knownFrom.slice(0, 10)}.{" "}
        {visit.url.origin}
        {visit.href(`/clauses/${id}`)}?version={version}. CC BY 4.0.
      </p>
      <p class="small">{visit.t("clauses.cite-what")}</p>
    </section>
  );
}

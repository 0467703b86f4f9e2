import { Hono } from "hono";
import { type CountedFindings, countFindings, listMeasuredBodies, listSubjects, type MeasuredBody } from "../../measurement/find.ts";
import { listCurrentLooks } from "../../measurement/find-look.ts";
import { outcomes } from "../../measurement/finding.ts";
import { tellSubjects } from "../../measurement/tell.ts";
import { type Check, subjectKinds } from "../../registry/check.ts";
import type { Dossier } from "../../registry/dossier.ts";
import { findRecord, findRecords } from "../../registry/find.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { OutcomeCounts } from "../components/outcome-counts.tsx";
import { OwnText } from "../components/own-text.tsx";
import { Pages } from "../components/pages.tsx";
import { SubjectEntry } from "../components/subject-entry.tsx";
import { locale } from "../languages/index.ts";
import { readSubjectsRequest, type SubjectsRequest, subjectsAddress, toSubjectFilter } from "../subjects-request.ts";
import type { Visit } from "../visit.ts";

const PAGE = 50;

/** What was looked at of one body, narrowed by kind, by what a check says, and by words. */
export const subjectsPage = new Hono<Site>();

subjectsPage.get("/bodies/:body/subjects", async (context) => {
  const visit = context.get("visit");
  const { t, db } = visit;
  const request = await readSubjectsRequest(visit, context.req.param("body"));
  const { body, page, check } = request;
  const { items, total } = await listSubjects(db, toSubjectFilter(request), { limit: PAGE, offset: (page - 1) * PAGE });
  if (page > 1 && items.length === 0)
    throw new Problem("not-found", says`These subjects fill ${Math.max(1, Math.ceil(total / PAGE))} pages; there is no page ${page}.`);
  const looks = await listCurrentLooks(
    db,
    items.map(({ key }) => key),
  );
  const told = await tellSubjects(db, body, looks);
  const dossier = (await findRecord(db, "dossier", body))?.record;
  const counted = await countFindings(db, { body }, () => dossier);
  const kinds = (await listMeasuredBodies(db)).filter((row) => row.body === body);
  const checks = await findRecords(db, "check", [...new Set(counted.map((entry) => entry.check))]);
  const here = visit.href(`/bodies/${body}/subjects`);
  const question = subjectsAddress({ ...request, page: 1 });
  const title = t("subjects.title", { body: visit.bodyName(body) });
  return render(
    visit,
    {
      title,
      trail: [[`/bodies/${body}`, visit.bodyName(body)]],
      alternates: [
        ["text/csv", `${here}.csv${question}`, "CSV"],
        ["application/x-ndjson", `${here}.ndjson${question}`, "JSON"],
      ],
      hideFromSearchEngines: question !== "" || page > 1,
    },
    <>
      <div class="heading">
        <h1>{title}</h1>
        <p class="forms">
          <a href={`${here}.csv${question}`}>CSV</a> <a href={`${here}.ndjson${question}`}>JSON</a>
        </p>
      </div>
      <Filters visit={visit} request={request} kinds={kinds} checks={[...checks.values()].map(({ record }) => record)} />
      {check ? <Asked visit={visit} request={request} check={check} counted={counted} dossier={dossier} /> : null}
      <h2>{t("subjects.count", { count: total })}</h2>
      {kinds.length === 0 ? <p>{t("subjects.nothing-seen")}</p> : total === 0 ? <p>{t("subjects.none")}</p> : null}
      <ol class="entries">
        {looks.map((look) => (
          <SubjectEntry visit={visit} look={look} told={told.get(look.key) ?? []} request={request} />
        ))}
      </ol>
      <Pages
        visit={visit}
        page={page}
        of={Math.ceil(total / PAGE)}
        address={(number) => `${here}${subjectsAddress(request, { page: number })}`}
      />
    </>,
  );
});

function Filters({
  visit,
  request,
  kinds,
  checks,
}: {
  visit: Visit;
  request: SubjectsRequest;
  kinds: readonly MeasuredBody[];
  checks: readonly Check[];
}) {
  const { t } = visit;
  const collator = new Intl.Collator(locale[visit.language]);
  const byKind = Map.groupBy(
    request.check && !checks.some(({ id }) => id === request.check?.id) ? [...checks, request.check] : checks,
    ({ subject }) => subject,
  );
  return (
    <form action={visit.href(`/bodies/${request.body}/subjects`)} method="get" class="filters">
      <p>
        <label for="kind">{t("subjects.kind")}</label>
        <select id="kind" name="kind">
          <option value="">{t("filter.any")}</option>
          {kinds.map(({ kind, subjects }) => (
            <option value={kind} selected={kind === request.kind}>
              {visit.code("kinds", kind)} ({visit.number(subjects)})
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="check">{t("subjects.check")}</label>
        <select id="check" name="check">
          <option value="">{t("filter.any")}</option>
          {subjectKinds.map((kind) => {
            const list = byKind.get(kind);
            return list ? (
              <optgroup label={visit.code("kinds", kind)}>
                {list
                  .map((one) => ({ id: one.id, name: visit.own(one.names) }))
                  .sort((a, b) => collator.compare(a.name, b.name))
                  .map(({ id, name }) => (
                    <option value={id} selected={id === request.check?.id}>
                      {name}
                    </option>
                  ))}
              </optgroup>
            ) : null;
          })}
        </select>
      </p>
      <p>
        <label for="outcome">{t("subjects.outcome")}</label>
        <select id="outcome" name="outcome">
          <option value="">{t("filter.any")}</option>
          {outcomes.map((outcome) => (
            <option value={outcome} selected={outcome === request.outcome}>
              {visit.code("outcome", outcome)}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="words">{t("subjects.words")}</label>
        <input id="words" name="words" type="search" maxlength={200} value={request.words} />
      </p>
      <p>
        <button type="submit">{t("facets.apply")}</button>
      </p>
    </form>
  );
}

/** The check that narrows the list: its question, and over all subjects of the body how many came to which outcome. */
function Asked({
  visit,
  request,
  check,
  counted,
  dossier,
}: {
  visit: Visit;
  request: SubjectsRequest;
  check: Check;
  counted: readonly CountedFindings[];
  dossier: Dossier | undefined;
}) {
  const entries = counted.filter(
    (entry) => entry.check === check.id && (!request.parameters || entry.parametersKey === request.parameters),
  );
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">
        <a href={visit.href(`/checks/${check.id}`)}>
          <OwnText visit={visit} texts={check.question} />
        </a>
      </h2>
      {entries.map(({ counts, parametersKey }) => (
        <OutcomeCounts
          visit={visit}
          counts={counts}
          address={(outcome) =>
            `${visit.href(`/bodies/${request.body}/subjects`)}${subjectsAddress(request, { outcome, ...(entries.length > 1 ? { parameters: parametersKey } : {}) })}`
          }
        />
      ))}
      {entries.length > 1 ? <p class="small">{visit.t("subjects.several-ways")}</p> : null}
      {dossier && entries.some(({ counts }) => counts.excepted > 0) ? <p class="small">{visit.t("subjects.excepted-too")}</p> : null}
      <p>
        <strong>{visit.t("subject.remedy")}</strong>
        {visit.t("punctuation.colon")}
        <OwnText visit={visit} texts={check.remedy} />
      </p>
      {check.caveat ? (
        <p class="remark">
          <OwnText visit={visit} texts={check.caveat} />
        </p>
      ) : null}
    </section>
  );
}

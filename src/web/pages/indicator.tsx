import { Hono } from "hono";
import { listIndicatorFigures } from "../../measurement/find-evidence.ts";
import { findRecord, listRevisions } from "../../registry/find.ts";
import type { Indicator } from "../../registry/indicator.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { CaseFacts, Caveat, CheckSources, Expressions, SpeaksTo } from "../components/check-parts.tsx";
import { render } from "../components/layout.tsx";
import { OwnText } from "../components/own-text.tsx";
import { RecordHistory } from "../components/record-history.tsx";
import { type Result, ResultsByLevel } from "../components/results-by-level.tsx";
import { shortened } from "../parameters.ts";
import type { Visit } from "../visit.ts";

/** One indicator: a ratio over several subjects of one body, how it is worked out, and what it is for which body. */
export const indicatorPage = new Hono<Site>();

indicatorPage.get("/indicators/:id", async (context) => {
  const visit = context.get("visit");
  const { t, db } = visit;
  const id = context.req.param("id");
  const indicator = (await findRecord(db, "indicator", id))?.record;
  if (!indicator) throw new Problem("not-found", says`There is no indicator “${shortened(id)}”.`);
  const figures = await figuresOf(visit, indicator);
  const { items: revisions } = await listRevisions(db, { noun: "indicator", id, limit: 50 });
  const name = visit.own(indicator.names);
  return render(
    visit,
    {
      title: name,
      trail: [["/checks", t("checks.title")]],
      alternates: [["application/json", `/api/v1/indicators/${id}`, "JSON"]],
    },
    <article>
      <div class="heading">
        <h1>{name}</h1>
        <p class="forms">
          <a href={`/api/v1/indicators/${id}`}>JSON</a>
        </p>
      </div>
      <p class="lead">
        <OwnText visit={visit} texts={indicator.question} />
      </p>
      <p class="facts">
        {visit.code("indicator-better", indicator.better)} · {t("check.version", { version: indicator.version })}
      </p>
      <p>
        {t("check.speaks-to")}
        {t("punctuation.colon")}
        <SpeaksTo visit={visit} types={indicator.provision_types} />
      </p>
      <p>
        {t("indicator.uses")}
        {t("punctuation.colon")}
        {indicator.uses.map((collection) => visit.code("collections", collection)).join(t("punctuation.comma"))}
      </p>
      <Caveat visit={visit} texts={indicator.caveat} />
      <section aria-labelledby="results">
        <h2 id="results">{t("check.results")}</h2>
        <p class="small">{t(figures.length === 0 ? "indicator.no-results" : "check.no-ranking")}</p>
        <ResultsByLevel visit={visit} name={name} results={figures} />
      </section>
      <Expressions
        visit={visit}
        expressions={[
          [t("indicator.numerator"), indicator.numerator],
          [t("indicator.denominator"), indicator.denominator],
          [t("indicator.unknown"), indicator.unknown],
        ]}
      />
      <Cases visit={visit} indicator={indicator} />
      <CheckSources visit={visit} sources={indicator.sources} />
      <section aria-labelledby="history">
        <h2 id="history">{t("check.history")}</h2>
        <RecordHistory visit={visit} revisions={revisions} />
      </section>
    </article>,
  );
});

/** A figure is the same under every instrument with a provision of one of its types. */
async function figuresOf(visit: Visit, { id, version, provision_types }: Indicator): Promise<Result[]> {
  const found = new Map<string, Result>();
  for (const type of provision_types)
    for (const one of await listIndicatorFigures(visit.db, type))
      if (one.indicator === id && one.version === version)
        found.set(one.body, { body: one.body, figure: one.figure, observedAt: one.asOf });
  return [...found.values()];
}

function Cases({ visit, indicator }: { visit: Visit; indicator: Indicator }) {
  const { t } = visit;
  return (
    <div>
      <h2 id="cases">{t("check.cases")}</h2>
      <p class="small">{t("check.cases-what")}</p>
      <section class="scroll" aria-labelledby="cases" tabindex={0}>
        <table aria-labelledby="cases">
          <thead>
            <tr>
              <th scope="col">{t("check.case")}</th>
              <th scope="col">{t("check.given")}</th>
              <th scope="col">{t("indicator.numerator")}</th>
              <th scope="col">{t("indicator.denominator")}</th>
              <th scope="col">{t("indicator.unknown")}</th>
            </tr>
          </thead>
          <tbody>
            {indicator.cases.map(({ says, facts, numerator, denominator, unknown }) => (
              <tr>
                <th scope="row" lang="en" dir="auto">
                  {says}
                </th>
                <td>
                  <CaseFacts facts={facts} />
                </td>
                <td class="number">{visit.number(numerator)}</td>
                <td class="number">{visit.number(denominator)}</td>
                <td class="number">{visit.number(unknown)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

import { Hono } from "hono";
import { definitionOf } from "../../measurement/explain.ts";
import { definitionsOf } from "../../measurement/facts/definitions.ts";
import { countFindings } from "../../measurement/find.ts";
import { compileCheck } from "../../measurement/judge.ts";
import { listSettings, type Setting } from "../../measurement/settings.ts";
import type { Check } from "../../registry/check.ts";
import { findRecord, listRecords, listRevisions } from "../../registry/find.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { CaseFacts, Caveat, CheckSources, Expressions, SpeaksTo } from "../components/check-parts.tsx";
import { CheckResults } from "../components/check-results.tsx";
import { InstrumentTitle } from "../components/instrument-title.tsx";
import { render } from "../components/layout.tsx";
import { Outcome } from "../components/outcome.tsx";
import { OwnText } from "../components/own-text.tsx";
import { RecordHistory } from "../components/record-history.tsx";
import { shortened } from "../parameters.ts";
import type { Visit } from "../visit.ts";

/** One check: its question, expression, facts, parameters and cases, and what it says of which body. */
export const checkPage = new Hono<Site>();

checkPage.get("/checks/:id", async (context) => {
  const visit = context.get("visit");
  const { t, db } = visit;
  const id = context.req.param("id");
  const check = (await findRecord(db, "check", id))?.record;
  if (!check) throw new Problem("not-found", says`There is no check “${shortened(id)}”.`);
  const dossiers = new Map((await listRecords(db, "dossier")).items.map((kept) => [kept.id, kept.record]));
  const counted = await countFindings(db, { check: id }, (body) => dossiers.get(body));
  const settings = await listSettings(db, check);
  const { items: revisions } = await listRevisions(db, { noun: "check", id, limit: 50 });
  const name = visit.own(check.names);
  return render(
    visit,
    {
      title: name,
      trail: [["/checks", t("checks.title")]],
      alternates: [["application/json", `/api/v1/checks/${id}`, "JSON"]],
    },
    <article>
      <div class="heading">
        <h1>{name}</h1>
        <p class="forms">
          <a href={`/api/v1/checks/${id}`}>JSON</a>
        </p>
      </div>
      <p class="lead">
        <OwnText visit={visit} texts={check.question} />
      </p>
      <p class="facts">
        {t("check.put-to")}
        {t("punctuation.colon")}
        {visit.code("kinds", check.subject)} · {t("check.version", { version: check.version })}
      </p>
      <p>
        {t("check.speaks-to")}
        {t("punctuation.colon")}
        <SpeaksTo visit={visit} types={check.provision_types} />
      </p>
      <p>
        <strong>{t("subject.remedy")}</strong>
        {t("punctuation.colon")}
        <OwnText visit={visit} texts={check.remedy} />
      </p>
      <Caveat visit={visit} texts={check.caveat} />
      <CheckResults visit={visit} check={check} counted={counted} settings={settings} />
      <Expressions
        visit={visit}
        expressions={[
          [t("check.applies"), check.applies],
          [t("check.met"), check.met],
        ]}
      />
      <Facts visit={visit} check={check} />
      <Parameters visit={visit} check={check} settings={settings} />
      <Cases visit={visit} check={check} />
      <CheckSources visit={visit} sources={check.sources} />
      <section aria-labelledby="history">
        <h2 id="history">{t("check.history")}</h2>
        <RecordHistory visit={visit} revisions={revisions} />
      </section>
    </article>,
  );
});

/** Every fact that the expressions name, with what it says. */
function Facts({ visit, check }: { visit: Visit; check: Check }) {
  const { definitions } = definitionsOf(check.subject);
  const { applies, met } = compileCheck(check);
  const read = new Set([...(applies?.reads ?? []), ...met.reads].map((name) => definitionOf(name, definitions)));
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{visit.t("check.facts")}</h2>
      <dl class="facts-list">
        {[...read].map((definition) =>
          definition ? (
            <div>
              <dt>
                <OwnText visit={visit} texts={definition.label} /> <code>{definition.name}</code>
              </dt>
              <dd lang="en" dir="auto">
                {definition.meaning}
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  );
}

function Parameters({ visit, check, settings }: { visit: Visit; check: Check; settings: readonly Setting[] }) {
  const { t } = visit;
  if (check.parameters.length === 0) return null;
  return (
    <section aria-labelledby="parameters">
      <h2 id="parameters">{t("check.parameters")}</h2>
      {check.parameters.map((parameter) => (
        <>
          <h3>
            <code>{parameter.name}</code>
          </h3>
          <p>
            <OwnText visit={visit} texts={parameter.meaning} />. {t("check.default")}
            {t("punctuation.colon")}
            <code dir="ltr">{JSON.stringify(parameter.default)}</code>
          </p>
        </>
      ))}
      <h3>{t("check.set-by")}</h3>
      {settings.length === 0 ? <p>{t("check.set-by-none")}</p> : null}
      <ul>
        {settings.map(({ instrument, provision, parameters }) => (
          <li>
            <a href={visit.href(`/instruments/${instrument.id}#${provision.id}`)}>
              <InstrumentTitle visit={visit} instrument={instrument} /> <bdi class="locator">{provision.locator}</bdi>
            </a>
            <CaseFacts facts={parameters} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cases({ visit, check }: { visit: Visit; check: Check }) {
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
              <th scope="col">{t("subjects.outcome")}</th>
            </tr>
          </thead>
          <tbody>
            {check.cases.map(({ says, facts, parameters, outcome }) => (
              <tr>
                <th scope="row" lang="en" dir="auto">
                  {says}
                </th>
                <td>
                  <CaseFacts facts={{ ...facts, ...(parameters && { parameters }) }} />
                </td>
                <td>
                  <Outcome visit={visit} value={outcome} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

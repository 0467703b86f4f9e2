import { Hono } from "hono";
import { listAsked } from "../../measurement/asked.ts";
import { countFindings, listMeasuredBodies, type MeasuredBody } from "../../measurement/find.ts";
import { listPastReadings, readBody } from "../../measurement/find-reading.ts";
import type { Reading } from "../../measurement/reading.ts";
import type { Check } from "../../registry/check.ts";
import type { Dossier } from "../../registry/dossier.ts";
import { whereFields } from "../../registry/field-filter.ts";
import { findRecord, findRecords, listRecords } from "../../registry/find.ts";
import type { Indicator } from "../../registry/indicator.ts";
import type { Instrument } from "../../registry/instrument.ts";
import type { Measurement } from "../../registry/measurement.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { Because } from "../components/because.tsx";
import { EvidenceTable } from "../components/evidence.tsx";
import { InstrumentTitle } from "../components/instrument-title.tsx";
import { render } from "../components/layout.tsx";
import { MeasuredSources } from "../components/measured-sources.tsx";
import { MendList } from "../components/mend-list.tsx";
import { OwnText } from "../components/own-text.tsx";
import { SourceList } from "../components/source-list.tsx";
import { Statements } from "../components/statements.tsx";
import { TrendTable } from "../components/trend-table.tsx";
import { kindAddress, readingAddress, subjectCounts } from "../measured.ts";
import { mendFirst, type ToMend } from "../mend-first.ts";
import { shortened } from "../parameters.ts";
import { type Trend, trendsOf } from "../trend.ts";
import type { Visit } from "../visit.ts";

/** One body: how much is known, what applies to it, what to mend first, what was looked at, how it changed, and what was said. */
export const bodyPage = new Hono<Site>();

/** All that the registry holds of a body's following its rules. */
interface Known {
  readings: readonly Reading[];
  dossier: Dossier | undefined;
  instruments: ReadonlyMap<string, Instrument>;
  kinds: readonly MeasuredBody[];
  toMend: readonly ToMend[];
  checks: ReadonlyMap<string, Check>;
  indicators: ReadonlyMap<string, Indicator>;
  trends: readonly Trend[];
  measurements: readonly Measurement[];
}

bodyPage.get("/bodies/:id{[a-z0-9-]+}", async (context) => {
  const visit = context.get("visit");
  const { t } = visit;
  const id = context.req.param("id");
  const body = visit.reference.bodies.get(id);
  if (!body)
    throw new Problem("not-found", says`There is no body “${shortened(id)}”. The bodies of which something was measured stand at /bodies.`);
  const today = new Date().toISOString().slice(0, 10);
  const known = await knownOf(visit, id, today);
  const name = visit.bodyName(id);
  return render(
    visit,
    {
      title: name,
      trail: [["/bodies", t("bodies.title")]],
      alternates: [["application/json", `/api/v1/readings/${id}`, "JSON"]],
    },
    <article>
      <div class="heading">
        <h1>
          <OwnText visit={visit} texts={body.names} />
        </h1>
        <p class="forms">
          <a href={visit.href(`/bodies/${id}/figures.csv`)}>{t("body.figures-csv")}</a>{" "}
          <a href={`/api/v1/readings/${id}`}>{t("body.figures-json")}</a> <a href={`/api/v1/dossiers/${id}`}>{t("body.dossier-json")}</a>{" "}
          <a href={visit.href("/about#correct")}>{t("instrument.correct")}</a>
        </p>
      </div>
      <p class="facts">
        <a href={visit.href(`/jurisdictions/${body.jurisdiction}`)}>{visit.placeName(body.jurisdiction)}</a>
        {body.address ? (
          <>
            {" · "}
            <a href={body.address} rel="noopener nofollow" dir="ltr">
              {body.address}
            </a>
          </>
        ) : null}
      </p>
      {known.kinds.length === 0 ? <p class="remark">{t("body.nothing-measured")}</p> : null}
      <HowMuchIsKnown visit={visit} id={id} known={known} />
      <Applying visit={visit} id={id} known={known} />
      <ToMendFirst visit={visit} known={known} />
      <LookedAt visit={visit} id={id} known={known} />
      <Changed visit={visit} known={known} />
      <section aria-labelledby="measurements">
        <h2 id="measurements">{t("body.measurements")}</h2>
        <p>{t("body.measurements-count", { count: known.measurements.length })}</p>
        <MeasuredSources visit={visit} measurements={known.measurements} />
      </section>
      <section aria-labelledby="statements">
        <h2 id="statements">{t("body.statements")}</h2>
        <p>{t("body.statements-lead")}</p>
        {known.dossier ? <Statements visit={visit} dossier={known.dossier} today={today} /> : <p>{t("body.no-dossier")}</p>}
      </section>
      {known.dossier ? <SourceList visit={visit} sources={known.dossier.sources} /> : null}
    </article>,
  );
});

async function knownOf({ db }: Visit, id: string, today: string): Promise<Known> {
  const dossier = (await findRecord(db, "dossier", id))?.record;
  const readings = await readBody(db, id, today);
  const counted = await countFindings(db, { body: id }, () => dossier);
  const toMend = mendFirst(await listAsked(db, id), counted);
  const past = [];
  for (const { instrument } of readings) past.push(...(await listPastReadings(db, id, instrument)));
  const trends = trendsOf(past);
  const named = (by: Trend["by"]) => trends.filter((trend) => trend.by === by).map((trend) => trend.id);
  const checks = await findRecords(db, "check", named("check"));
  const indicators = await findRecords(db, "indicator", named("indicator"));
  const instruments = await findRecords(db, "instrument", dossier?.instruments.map(({ instrument }) => instrument) ?? []);
  return {
    readings,
    dossier,
    instruments: new Map([...instruments].map(([key, { record }]) => [key, record])),
    kinds: (await listMeasuredBodies(db)).filter(({ body }) => body === id),
    toMend,
    checks: new Map([...checks].map(([key, { record }]) => [key, record])),
    indicators: new Map([...indicators].map(([key, { record }]) => [key, record])),
    trends,
    measurements: (await listRecords(db, "measurement", { where: whereFields({ body: id }) })).items.map(({ record }) => record),
  };
}

function HowMuchIsKnown({ visit, id, known: { readings, instruments } }: { visit: Visit; id: string; known: Known }) {
  const { t } = visit;
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{t("body.evidence")}</h2>
      {readings.length === 0 ? <p>{t("body.no-reading")}</p> : <p>{t("figure.evidence-means")}</p>}
      {readings.length > 0 ? (
        <EvidenceTable
          visit={visit}
          head={t("body.under")}
          rows={readings.flatMap(({ instrument, evidence }) => {
            const record = instruments.get(instrument);
            return record
              ? [
                  {
                    label: (
                      <a href={readingAddress(visit, id, instrument)}>
                        <InstrumentTitle visit={visit} instrument={record} />
                      </a>
                    ),
                    evidence,
                  },
                ]
              : [];
          })}
        />
      ) : null}
    </section>
  );
}

function Applying({ visit, id, known: { dossier, instruments } }: { visit: Visit; id: string; known: Known }) {
  const { t } = visit;
  return (
    <section aria-labelledby="applying">
      <h2 id="applying">{t("body.applying")}</h2>
      {(dossier?.instruments ?? []).length === 0 ? <p>{t("bodies.no-instrument")}</p> : null}
      {dossier?.note ? (
        <p class="remark" lang="en" dir="ltr">
          {dossier.note}
        </p>
      ) : null}
      <ul class="entries">
        {dossier?.instruments.map((applies) => {
          const { instrument } = applies;
          const record = instruments.get(instrument);
          return record ? (
            <li class="entry">
              <h3>
                <a href={visit.href(`/instruments/${instrument}`)}>
                  <InstrumentTitle visit={visit} instrument={record} />
                </a>
              </h3>
              <Because visit={visit} applies={applies} instrument={record} />
              <p>
                <a href={readingAddress(visit, id, instrument)}>{t("body.read-it")}</a>
              </p>
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}

function ToMendFirst({ visit, known: { toMend, kinds } }: { visit: Visit; known: Known }) {
  const { t } = visit;
  return (
    <section aria-labelledby="mend">
      <h2 id="mend">{t("body.mend")}</h2>
      {toMend.length > 0 ? (
        <>
          <p>{t("body.mend-order")}</p>
          <MendList visit={visit} list={toMend} />
        </>
      ) : kinds.length > 0 ? (
        <p>{t("body.nothing-to-mend")}</p>
      ) : (
        <p>{t("body.nothing-asked")}</p>
      )}
    </section>
  );
}

function LookedAt({ visit, id, known: { kinds } }: { visit: Visit; id: string; known: Known }) {
  if (kinds.length === 0) return null;
  return (
    <section aria-labelledby="subjects">
      <h2 id="subjects">{visit.t("body.subjects")}</h2>
      <ul>
        {kinds.map((kind) => (
          <li>
            <a href={kindAddress(visit, id, kind.kind)}>{subjectCounts(visit, [kind])}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={visit.href(`/bodies/${id}/subjects`)}>{visit.t("body.all-subjects")}</a>
      </p>
    </section>
  );
}

function Changed({ visit, known: { trends, checks, indicators, kinds } }: { visit: Visit; known: Known }) {
  const { t } = visit;
  if (kinds.length === 0) return null;
  const days = new Set(trends.flatMap(({ looks }) => looks.map(({ day }) => day)));
  const nameOf = ({ by, id }: Trend) => {
    const record = by === "check" ? checks.get(id) : indicators.get(id);
    return (
      <a href={visit.href(`/${by}s/${id}`)}>
        <OwnText visit={visit} texts={record?.names ?? { en: id }} />
      </a>
    );
  };
  return (
    <section aria-labelledby="trends">
      <h2 id="trends">{t("body.trends")}</h2>
      {days.size >= 2 ? (
        <TrendTable visit={visit} trends={trends} nameOf={nameOf} />
      ) : (
        <p>{days.size === 1 ? t("body.one-look", { date: visit.date([...days][0] ?? "") }) : t("body.no-look")}</p>
      )}
    </section>
  );
}

import { Hono } from "hono";
import { readBody } from "../../measurement/find-reading.ts";
import type { Duty, Reading } from "../../measurement/reading.ts";
import type { Strength as StrengthValue } from "../../registry/coding.ts";
import type { Dossier } from "../../registry/dossier.ts";
import { findRecord, findRecords } from "../../registry/find.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { titleOf } from "../../registry/listing.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { Because } from "../components/because.tsx";
import { BodyName } from "../components/body-name.tsx";
import { type AroundFigures, DutyFigures, firstAsked } from "../components/duty-figures.tsx";
import { EvidenceTable } from "../components/evidence.tsx";
import { FourReadings } from "../components/four-readings.tsx";
import { InstrumentTitle } from "../components/instrument-title.tsx";
import { render } from "../components/layout.tsx";
import { SourceList } from "../components/source-list.tsx";
import { Statement } from "../components/statement.tsx";
import { Strength } from "../components/strength.tsx";
import { shortened } from "../parameters.ts";
import type { Visit } from "../visit.ts";

/** How a body stands to one text: first how much is known, then four readings side by side, then article by article. Never one number. */
export const readingPage = new Hono<Site>();

readingPage.get("/bodies/:id{[a-z0-9-]+}/instruments/:instrument{[a-z0-9-]+}", async (context) => {
  const visit = context.get("visit");
  const { t } = visit;
  const id = context.req.param("id");
  const today = new Date().toISOString().slice(0, 10);
  const { dossier, reading, instrument } = await found(visit, id, context.req.param("instrument"), today);
  const around = await aroundOf(visit, dossier, reading);
  const applies = dossier.instruments.find((entry) => entry.instrument === instrument.id);
  const replies = dossier.replies.filter(({ about }) => about.instrument === instrument.id && !about.check && !about.subject);
  return render(
    visit,
    {
      title: `${visit.bodyName(id)}${t("punctuation.colon")}${titleOf(instrument, visit.language)}`,
      trail: [
        ["/bodies", t("bodies.title")],
        [`/bodies/${id}`, visit.bodyName(id)],
      ],
      alternates: [["application/json", `/api/v1/readings/${id}?instrument=${instrument.id}`, "JSON"]],
    },
    <article class="reading">
      <div class="heading">
        <h1>
          <BodyName visit={visit} id={id} />
          {t("punctuation.colon")}
          <span class="under">
            <InstrumentTitle visit={visit} instrument={instrument} />
          </span>
        </h1>
        <p class="forms">
          <a href={visit.href(`/bodies/${id}`)}>{t("reading.body")}</a>{" "}
          <a href={visit.href(`/instruments/${instrument.id}`)}>{t("reading.text")}</a>{" "}
          <a href={visit.href(`/bodies/${id}/figures.csv?instrument=${instrument.id}`)}>CSV</a>{" "}
          <a href={`/api/v1/readings/${id}?instrument=${instrument.id}`}>JSON</a>
        </p>
      </div>
      <p class="facts">{t("reading.as-of", { date: visit.date(reading.asOf), formula: reading.formula })}</p>
      {applies ? <Because visit={visit} applies={applies} instrument={instrument} /> : null}
      <section aria-labelledby="evidence">
        <h2 id="evidence">{t("body.evidence")}</h2>
        <p>{t("figure.evidence-means")}</p>
        <EvidenceTable
          visit={visit}
          head={t("body.under")}
          rows={[{ label: <InstrumentTitle visit={visit} instrument={instrument} />, evidence: reading.evidence }]}
        />
      </section>
      <section aria-labelledby="four">
        <h2 id="four">{t("reading.four")}</h2>
        <p>{t("reading.four-mean")}</p>
        <FourReadings visit={visit} reading={reading} instrument={instrument} around={around} today={today} />
      </section>
      {replies.map((reply) => (
        <Statement visit={visit} kind="reply" statement={reply} sources={around.sources} />
      ))}
      <section aria-labelledby="articles">
        <h2 id="articles">{t("reading.articles")}</h2>
        <p class="small">{t("reading.formula-means")}</p>
        {[...Map.groupBy(reading.implementation, ({ provision }) => provision)].map(([provision, duties]) => (
          <Article visit={visit} instrument={instrument} provision={provision} duties={duties} around={around} />
        ))}
      </section>
      <SourceList visit={visit} sources={dossier.sources} />
    </article>,
  );
});

async function found(visit: Visit, body: string, id: string, today: string) {
  const dossier = (await findRecord(visit.db, "dossier", body))?.record;
  const instrument = (await findRecord(visit.db, "instrument", id))?.record;
  const reading = (await readBody(visit.db, body, today)).find((one) => one.instrument === id);
  if (!dossier || !instrument || !reading)
    throw new Problem(
      "not-found",
      says`Nothing in the registry says that “${shortened(id)}” applies to “${shortened(body)}”. What applies to a body stands on its page, /bodies/${shortened(body)}.`,
    );
  return { dossier, instrument, reading };
}

async function aroundOf({ db }: Visit, dossier: Dossier, reading: Reading): Promise<AroundFigures> {
  const figures = reading.implementation.flatMap((duty) => duty.figures);
  const ids = (by: string) => [...new Set(figures.filter((figure) => figure.by === by).map(({ id }) => id))];
  const checks = await findRecords(db, "check", ids("check"));
  const indicators = await findRecords(db, "indicator", ids("indicator"));
  return {
    dossier,
    sources: new Map(dossier.sources.map((source) => [source.id, source])),
    checks: new Map([...checks].map(([id, { record }]) => [id, record])),
    indicators: new Map([...indicators].map(([id, { record }]) => [id, record])),
    first: firstAsked(reading.implementation),
  };
}

function Article({
  visit,
  instrument,
  provision: id,
  duties,
  around,
}: {
  visit: Visit;
  instrument: Instrument;
  provision: string;
  duties: readonly Duty[];
  around: AroundFigures;
}) {
  const heading = instrument.provisions.find((provision) => provision.id === id)?.heading;
  return (
    <section class="provision" id={`article-${id}`} aria-labelledby={`head-${id}`}>
      <h3 id={`head-${id}`}>
        <a class="locator" href={visit.href(`/instruments/${instrument.id}#${id}`)} dir="auto">
          {duties[0]?.locator ?? id}
        </a>
        {heading ? (
          <>
            {" "}
            <span dir="auto">{heading}</span>
          </>
        ) : null}
      </h3>
      {duties.map((duty) => (
        <div class="duty">
          <p>
            <Strength visit={visit} value={duty.strength as StrengthValue} />{" "}
            <a href={visit.href(`/provision-types/${duty.provisionType}`)} class="type">
              {visit.typeName(duty.provisionType)}
            </a>
          </p>
          <DutyFigures visit={visit} duty={duty} around={around} />
          {duty.attestations.length > 0 ? <Attested visit={visit} duty={duty} around={around} /> : null}
        </div>
      ))}
    </section>
  );
}

function Attested({ visit, duty, around }: { visit: Visit; duty: Duty; around: AroundFigures }) {
  const { t } = visit;
  return (
    <p class="small">
      {around.dossier.attestations
        .filter(({ id }) => duty.attestations.includes(id))
        .map(({ id, says, given_on }, index) => (
          <>
            {index > 0 ? t("punctuation.semicolon") : ""}
            <a href={`${visit.href(`/bodies/${around.dossier.id}`)}#attestation-${id}`}>
              {t("reading.attested", { says: t(`body.says-${says}`), date: visit.date(given_on) })}
            </a>
          </>
        ))}
    </p>
  );
}

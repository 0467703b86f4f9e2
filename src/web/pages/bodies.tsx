import { Hono } from "hono";
import { listMeasuredBodies, type MeasuredBody } from "../../measurement/find.ts";
import { findRecords } from "../../registry/find.ts";
import type { Instrument } from "../../registry/instrument.ts";
import type { Site } from "../app.tsx";
import { BodyName } from "../components/body-name.tsx";
import { InstrumentTitle } from "../components/instrument-title.tsx";
import { render } from "../components/layout.tsx";
import { byName, dayOf, readingAddress, subjectCounts } from "../measured.ts";
import type { Visit } from "../visit.ts";

interface Entry {
  body: string;
  kinds: readonly MeasuredBody[];
  instruments: readonly Instrument[];
}

/** Every body of which something was measured, by place and name: there is no order from better to worse. */
export const bodiesPage = new Hono<Site>();

bodiesPage.get("/bodies", async (context) => {
  const visit = context.get("visit");
  const { t } = visit;
  const entries = await entriesOf(visit);
  const byPlace = Map.groupBy(entries, ({ body }) => visit.reference.bodies.get(body)?.jurisdiction ?? "");
  const places = byName(visit, [...byPlace.keys()], visit.placeName);
  return render(
    visit,
    { title: t("bodies.title"), description: t("bodies.lead"), alternates: [["application/json", "/api/v1/readings", "JSON"]] },
    <>
      <div class="heading">
        <h1>{t("bodies.title")}</h1>
        <p class="forms">
          <a href={visit.href("/checks")}>{t("bodies.checks")}</a> <a href="/api/v1/readings">JSON</a>
        </p>
      </div>
      <p class="lead">{t("bodies.lead")}</p>
      <p>{t("bodies.no-order")}</p>
      <p>{t("bodies.counted", { bodies: entries.length, places: places.length })}</p>
      {places.map((place) => (
        <section aria-labelledby={`place-${place}`}>
          <h2 id={`place-${place}`}>
            <a href={visit.href(`/jurisdictions/${place}`)}>{visit.placeName(place)}</a>
          </h2>
          <ul class="entries">
            {byName(visit, byPlace.get(place) ?? [], ({ body }) => visit.bodyName(body)).map((entry) => (
              <BodyEntry visit={visit} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
    </>,
  );
});

async function entriesOf(visit: Visit): Promise<Entry[]> {
  const measured = Map.groupBy(await listMeasuredBodies(visit.db), ({ body }) => body);
  const dossiers = await findRecords(visit.db, "dossier", [...measured.keys()]);
  const applying = new Map([...dossiers].map(([body, { record }]) => [body, record.instruments.map(({ instrument }) => instrument)]));
  const instruments = await findRecords(visit.db, "instrument", [...new Set([...applying.values()].flat())]);
  return [...measured].map(([body, kinds]) => ({
    body,
    kinds,
    instruments: (applying.get(body) ?? []).flatMap((id) => instruments.get(id)?.record ?? []),
  }));
}

function BodyEntry({ visit, entry: { body, kinds, instruments } }: { visit: Visit; entry: Entry }) {
  const { t } = visit;
  const newest = kinds
    .map(({ observedAt }) => dayOf(observedAt))
    .sort()
    .at(-1);
  return (
    <li class="entry">
      <h3>
        <a href={visit.href(`/bodies/${body}`)}>
          <BodyName visit={visit} id={body} />
        </a>
      </h3>
      <p class="facts">
        {subjectCounts(visit, kinds)}
        {newest ? ` · ${t("bodies.seen", { date: visit.date(newest) })}` : ""}
      </p>
      {instruments.length === 0 ? (
        <p class="small">{t("bodies.no-instrument")}</p>
      ) : (
        <ul>
          {instruments.map((instrument) => (
            <li>
              <a href={readingAddress(visit, body, instrument.id)}>
                <InstrumentTitle visit={visit} instrument={instrument} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

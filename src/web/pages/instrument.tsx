import { Hono } from "hono";
import { instrumentData } from "../../exporters/json-ld/instrument.ts";
import type { Claim } from "../../registry/claim.ts";
import { findRecord, findRecords, type Kept, listRelationsTo } from "../../registry/find.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { countedCodings, titleOf } from "../../registry/listing.ts";
import { inForceOn, periodsOf } from "../../registry/standing.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { ClaimLine } from "../components/claim-line.tsx";
import { languageName } from "../components/facet-form.tsx";
import { Followed, followersOf } from "../components/followed.tsx";
import { InstrumentFacts } from "../components/instrument-facts.tsx";
import { InstrumentTitle } from "../components/instrument-title.tsx";
import { render } from "../components/layout.tsx";
import { LessonLinks } from "../components/lesson-links.tsx";
import { ProvisionsByArea } from "../components/provisions-by-area.tsx";
import { SourceList } from "../components/source-list.tsx";
import { Timeline } from "../components/timeline.tsx";
import { knownOnTime, readDay } from "../listing-request.ts";
import type { Visit } from "../visit.ts";

/** One instrument: facts with their sources, its standing over time, what it says article by article, and what others report of it. */
export const instrumentPage = new Hono<Site>();

instrumentPage.get("/instruments/:id{[a-z0-9-]+}", async (context) => {
  const visit = context.get("visit");
  const { t } = visit;
  const id = context.req.param("id");
  const knownOn = readDay(visit.url.searchParams, "known-on");
  const day = readDay(visit.url.searchParams, "in-force-on");
  const kept = await findRecord(visit.db, "instrument", id, knownOnTime(knownOn));
  if (!kept)
    throw new Problem(
      "not-found",
      knownOn ? says`The registry knew no instrument “${id}” on ${knownOn}.` : says`There is no instrument “${id}”.`,
    );
  const instrument = kept.record;
  const title = titleOf(instrument, visit.language);
  const related = await relatedTo(visit, instrument);
  const claims = await claimsAbout(visit, id);
  const followers = await followersOf(visit, id);
  const address = visit.href(`/instruments/${id}`);
  return render(
    visit,
    {
      title,
      trail: [
        ["/instruments", t("nav.instruments")],
        [`/jurisdictions/${instrument.jurisdiction}`, visit.placeName(instrument.jurisdiction)],
      ],
      alternates: [
        ["application/json", `/api/v1/instruments/${id}`, "JSON"],
        ["application/yaml", `${address}.yml`, "YAML"],
      ],
      data: instrumentData(instrument, visit.url.origin, visit.language),
    },
    <article class="instrument reviewed">
      <div class="heading">
        <h1>
          <InstrumentTitle visit={visit} instrument={instrument} />
        </h1>
        <p class="forms">
          <a href="#cite">{t("instrument.cite")}</a> <a href={`${address}/history`}>{t("instrument.history")}</a>{" "}
          <a href={`${address}.yml`}>YAML</a> <a href={`/api/v1/instruments/${id}`}>JSON</a>{" "}
          <a href={visit.href(`/compare?instruments=${id}`)}>{t("instrument.compare")}</a>{" "}
          <a href={visit.href("/about#correct")}>{t("instrument.correct")}</a>
        </p>
      </div>
      {knownOn ? <p class="remark">{t("list.known-on", { date: visit.date(knownOn) })}</p> : null}
      {day ? <p class="remark">{t(`instrument.standing-${inForceOn(periodsOf(instrument), day)}`, { date: visit.date(day) })}</p> : null}
      {instrument.titles
        .filter((entry) => entry.text !== title)
        .map((entry) => (
          <p class="other-title">
            <span lang={entry.language} dir="auto">
              {entry.text}
            </span>{" "}
            <span class="small">
              ({languageName(visit, entry.language)}
              {t("punctuation.comma")}
              {visit.code("title-kind", entry.kind)})
            </span>
          </p>
        ))}
      <InstrumentFacts visit={visit} instrument={instrument} />
      <section aria-labelledby="timeline">
        <h2 id="timeline">{t("instrument.timeline")}</h2>
        <Timeline visit={visit} instrument={instrument} />
      </section>
      <section aria-labelledby="provisions">
        <h2 id="provisions">{t("instrument.provisions")}</h2>
        <ProvisionsByArea visit={visit} instrument={instrument} />
      </section>
      <Followed visit={visit} instrument={id} followers={followers} />
      {related.length > 0 ? (
        <section aria-labelledby="relations">
          <h2 id="relations">{t("instrument.relations")}</h2>
          <ul>
            {related.map(({ type, other, incoming }) => (
              <li>
                {visit.code(incoming ? "relation-from" : "relation", type)}{" "}
                <a href={visit.href(`/instruments/${other.id}`)}>
                  <InstrumentTitle visit={visit} instrument={other} />
                </a>{" "}
                ({visit.placeName(other.jurisdiction)})
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Frameworks visit={visit} instrument={instrument} />
      <section aria-labelledby="claims">
        <h2 id="claims">{t("instrument.claims")}</h2>
        {claims.length === 0 ? (
          <p>{t("instrument.no-claims")}</p>
        ) : (
          <ul class="entries">
            {claims.map((claim) => (
              <ClaimLine visit={visit} claim={claim} />
            ))}
          </ul>
        )}
      </section>
      <LessonLinks visit={visit} types={typesOf(instrument)} instrument={id} />
      <SourceList visit={visit} sources={instrument.sources} />
      <section aria-labelledby="cite">
        <h2 id="cite">{t("instrument.cite")}</h2>
        <p class="citation" dir="ltr">
          Openfirst registry, “{titleOf(instrument)}” (
          {visit.reference.jurisdictions.get(instrument.jurisdiction)?.names.en ?? instrument.jurisdiction}), record {id}, revision{" "}
          {kept.revision}, {kept.knownFrom.slice(0, 10)}. {visit.url.origin}
          {address}. CC BY 4.0.
        </p>
        <p class="small">{t("instrument.kept", { who: kept.who, date: visit.date(kept.knownFrom.slice(0, 10)) })}</p>
      </section>
    </article>,
  );
});

function Frameworks({ visit, instrument }: { visit: Visit; instrument: Instrument }) {
  const items = new Set(typesOf(instrument).flatMap((type) => visit.reference.itemsOfType.get(type) ?? []));
  if (items.size === 0) return null;
  return (
    <section aria-labelledby="frameworks">
      <h2 id="frameworks">{visit.t("instrument.frameworks")}</h2>
      <dl class="facts-list">
        {[...visit.reference.frameworks.values()].map((framework) => {
          const spoken = framework.items.filter((item) => items.has(`${framework.id}.${item.id}`));
          if (spoken.length === 0) return null;
          return (
            <div>
              <dt>
                <a href={visit.href(`/frameworks/${framework.id}`)}>{visit.own(framework.names)}</a>
              </dt>
              <dd>
                {visit.t("instrument.framework-share", { spoken: spoken.length, of: framework.items.length })}
                {visit.t("punctuation.colon")}
                {spoken.map((item) => `${item.number} ${visit.own(item.names)}`).join(visit.t("punctuation.semicolon"))}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function typesOf(instrument: Instrument): string[] {
  return [...new Set(countedCodings(instrument).map(({ coding }) => coding.type))];
}

async function relatedTo(visit: Visit, instrument: Instrument): Promise<{ type: string; other: Instrument; incoming: boolean }[]> {
  const incoming = await listRelationsTo(visit.db, instrument.id);
  const held = await findRecords(visit.db, "instrument", [
    ...instrument.relations.map((relation) => relation.target),
    ...incoming.map((edge) => edge.instrument),
  ]);
  const edges = [
    ...instrument.relations.map((relation) => ({ type: relation.type as string, id: relation.target, incoming: false })),
    ...incoming.map((edge) => ({ type: edge.type, id: edge.instrument, incoming: true })),
  ];
  return edges.flatMap(({ type, id, incoming }) => {
    const other = held.get(id)?.record;
    return other ? [{ type, other, incoming }] : [];
  });
}

async function claimsAbout(visit: Visit, id: string): Promise<Kept<"claim">["record"][]> {
  const links = visit.reference.linksOfInstrument.get(id) ?? [];
  const held = await findRecords(
    visit.db,
    "claim",
    links.map((link) => link.claim),
  );
  return [...held.values()].map(({ record }) => record as Claim);
}

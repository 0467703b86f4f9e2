import { Hono } from "hono";
import { strengths } from "../../registry/coding.ts";
import { findRecords } from "../../registry/find.ts";
import { findClause } from "../../registry/find-clause.ts";
import { type CodingOfType, countByType, listCodingsOfType, type TypeCount } from "../../registry/find-coding.ts";
import type { Instrument } from "../../registry/instrument.ts";
import type { ProvisionType } from "../../registry/provision-type.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { EnglishNote } from "../components/english-note.tsx";
import { EnglishRows } from "../components/english-rows.tsx";
import { InstrumentTitle } from "../components/instrument-title.tsx";
import { render } from "../components/layout.tsx";
import { LessonLinks } from "../components/lesson-links.tsx";
import { answersOfType, MeasuredType } from "../components/measured-type.tsx";
import { OwnText } from "../components/own-text.tsx";
import { Pages } from "../components/pages.tsx";
import { Strength } from "../components/strength.tsx";
import { readWhole, shortened } from "../parameters.ts";
import type { Visit } from "../visit.ts";
import { placesByName } from "./jurisdictions.tsx";

const PAGE = 60;

/** One kind of rule: what it is, how it can be measured, and every instrument that has it, by strength. */
export const provisionTypePage = new Hono<Site>();

provisionTypePage.get("/provision-types/:id", async (context) => {
  const visit = context.get("visit");
  const { t, reference } = visit;
  const id = context.req.param("id");
  const type = reference.types.get(id);
  if (!type) throw new Problem("not-found", says`There is no provision type “${shortened(id)}”.`);
  const page = readWhole(visit.url.searchParams, "page", 100_000) ?? 1;
  const count = (await countByType(visit.db)).get(id);
  const codings = await listCodingsOfType(visit.db, id, {
    places: placesByName(visit).map((place) => place.id),
    limit: PAGE,
    offset: (page - 1) * PAGE,
  });
  if (page > 1 && codings.items.length === 0)
    throw new Problem(
      "not-found",
      says`The readings of “${id}” fill ${Math.max(1, Math.ceil(codings.total / PAGE))} pages; there is no page ${page}.`,
    );
  const answered = await answersOfType(visit, id);
  const held = await findRecords(visit.db, "instrument", [...new Set(codings.items.map((coding) => coding.instrument))]);
  const hasClause = (await findClause(visit.db, id)) !== undefined;
  const name = visit.own(type.names);
  const narrowed = `?provision-type=${id}`;
  return render(
    visit,
    {
      title: name,
      trail: [["/provision-types", t("nav.provision-types")]],
      alternates: [
        ["application/json", `/api/v1/provision-types/${id}`, "JSON"],
        ["application/atom+xml", `${visit.href("/instruments.atom")}${narrowed}`, "Atom"],
      ],
      hideFromSearchEngines: page > 1,
    },
    <article>
      <div class="heading">
        <h1>{name}</h1>
        <p class="forms">
          <a href={`${visit.href("/instruments")}${narrowed}`}>{t("type.list")}</a>{" "}
          <a href={`${visit.href("/instruments.csv")}${narrowed}`}>CSV</a>{" "}
          <a href={`${visit.href("/instruments.atom")}${narrowed}`}>{t("list.feed")}</a> <a href={`/api/v1/provision-types/${id}`}>JSON</a>
        </p>
      </div>
      <p class="facts">
        {visit.code("area", type.area)}
        {type.standing === "candidate" ? ` · ${visit.code("type-standing", type.standing)}` : ""}
      </p>
      <p class="lead">
        <OwnText visit={visit} texts={type.definition} />
      </p>
      <Usual visit={visit} type={type} />
      {hasClause ? (
        <p>
          <a href={visit.href(`/clauses/${id}`)}>{t("clauses.of-type")}</a>
        </p>
      ) : null}
      <section aria-labelledby="who">
        <h2 id="who">{t("type.who")}</h2>
        <Counts visit={visit} count={count} />
        {strengths.map((strength) => (
          <OfStrength
            visit={visit}
            strength={strength}
            codings={codings.items.filter((coding) => coding.strength === strength)}
            held={held}
          />
        ))}
        <Pages
          visit={visit}
          page={page}
          of={Math.ceil(codings.total / PAGE)}
          address={(number) => `${visit.href(`/provision-types/${id}`)}${number > 1 ? `?page=${number}` : ""}#who`}
        />
      </section>
      <Measuring visit={visit} type={type} />
      <MeasuredType visit={visit} answered={answered} />
      <Frameworks visit={visit} type={id} />
      <LessonLinks visit={visit} types={[id]} />
      {[...reference.lessons.values()].some((lesson) => lesson.provision_types.includes(id)) ? (
        <p>
          <a href={`${visit.href("/lessons")}${narrowed}`}>{t("type.lessons")}</a>
        </p>
      ) : null}
    </article>,
  );
});

function Usual({ visit, type }: { visit: Visit; type: ProvisionType }) {
  if (!type.typical_addressee && !type.typical_exception) return null;
  return (
    <dl class="facts-list">
      {type.typical_addressee ? (
        <div>
          <dt>{visit.t("type.addressee")}</dt>
          <dd lang="en" dir="auto">
            {type.typical_addressee}
          </dd>
        </div>
      ) : null}
      {type.typical_exception ? (
        <div>
          <dt>{visit.t("type.exception")}</dt>
          <dd lang="en" dir="auto">
            {type.typical_exception}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function Counts({ visit, count }: { visit: Visit; count: TypeCount | undefined }) {
  if (!count) return <p>{visit.t("type.nobody")}</p>;
  return (
    <>
      <p>{visit.t("type.count", { instruments: count.instruments, reviewed: visit.reference.counts.reviewed })}</p>
      <ul class="legend">
        {strengths.map((strength) => (
          <li>
            <Strength visit={visit} value={strength} /> <span class="figure">{visit.number(count.byStrength.get(strength) ?? 0)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function OfStrength({
  visit,
  strength,
  codings,
  held,
}: {
  visit: Visit;
  strength: CodingOfType["strength"];
  codings: readonly CodingOfType[];
  held: ReadonlyMap<string, { record: Instrument }>;
}) {
  if (codings.length === 0) return null;
  return (
    <section aria-labelledby={`strength-${strength}`}>
      <h3 id={`strength-${strength}`}>
        <Strength visit={visit} value={strength} />
      </h3>
      <ul class="entries">
        {[...Map.groupBy(codings, (coding) => coding.instrument)].map(([id, list]) => {
          const instrument = held.get(id)?.record;
          return instrument ? <Holder visit={visit} instrument={instrument} codings={list} /> : null;
        })}
      </ul>
    </section>
  );
}

function Holder({ visit, instrument, codings }: { visit: Visit; instrument: Instrument; codings: readonly CodingOfType[] }) {
  const [{ jurisdiction, year, status } = { jurisdiction: "", year: null, status: null }] = codings;
  const wanted = new Set(codings.map((coding) => coding.id));
  const places = instrument.provisions.flatMap((provision) =>
    provision.codings.filter((coding) => wanted.has(`${instrument.id}.${coding.id}`)).map((coding) => ({ provision, coding })),
  );
  return (
    <li class="entry reviewed">
      <p>
        <a href={visit.href(`/jurisdictions/${jurisdiction}`)}>{visit.placeName(jurisdiction)}</a> ·{" "}
        <a href={visit.href(`/instruments/${instrument.id}`)}>
          <InstrumentTitle visit={visit} instrument={instrument} />
        </a>
      </p>
      <p class="facts">
        {year === null ? visit.t("timeline.date-unknown") : <span class="figure">{year}</span>} · {visit.code("type", instrument.type)}
        {instrument.force.value === "unknown" ? "" : ` · ${visit.code("force", instrument.force.value)}`}
        {status ? ` · ${visit.t("fact.status")}${visit.t("punctuation.colon")}${visit.code("status", status)}` : ""}
      </p>
      <ul class="codings">
        {places.map(({ provision, coding }) => (
          <li class="coding">
            <p>
              <a class="locator" href={visit.href(`/instruments/${instrument.id}#${coding.id}`)} dir="auto">
                {provision.locator}
              </a>{" "}
              <span lang="en" dir="ltr">
                {coding.paraphrase}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Measuring({ visit, type: { indicator } }: { visit: Visit; type: ProvisionType }) {
  const { t } = visit;
  const rows = [
    ["type.data", indicator.data],
    ["type.numerator", indicator.numerator],
    ["type.denominator", indicator.denominator],
    ["type.caveat", indicator.caveat],
  ] as const;
  return (
    <section aria-labelledby="measuring">
      <h2 id="measuring">{t("type.measuring")}</h2>
      <dl class="facts-list">
        <EnglishRows visit={visit} rows={rows} />
      </dl>
    </section>
  );
}

function Frameworks({ visit, type }: { visit: Visit; type: string }) {
  const { t, reference } = visit;
  const mapped = [...reference.frameworks.values()].flatMap((framework) =>
    framework.mapping
      .filter((entry) => entry.provision_type === type)
      .map((entry) => ({ framework, entry, item: framework.items.find((item) => item.id === entry.item) })),
  );
  return (
    <section aria-labelledby="frameworks">
      <h2 id="frameworks">{t("instrument.frameworks")}</h2>
      {mapped.length === 0 ? <p>{t("type.no-framework")}</p> : null}
      <ul>
        {mapped.map(({ framework, entry, item }) => (
          <li>
            <a href={visit.href(`/frameworks/${framework.id}#item-${entry.item}`)}>
              {visit.own(framework.names)} <span class="locator">{item?.number ?? entry.item}</span>
            </a>{" "}
            {item ? visit.own(item.names) : null}{" "}
            <span class="small">
              ({visit.code("confidence", entry.confidence)}
              {item && !item.verified ? `${t("punctuation.comma")}${t("framework.not-verified")}` : ""})
            </span>
            <EnglishNote text={entry.note} />
          </li>
        ))}
      </ul>
    </section>
  );
}

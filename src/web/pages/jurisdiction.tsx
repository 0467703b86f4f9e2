import { Hono } from "hono";
import type { Claim } from "../../registry/claim.ts";
import { coverageOf, type Holding, type PlaceCoverage } from "../../registry/coverage.ts";
import { findRecords } from "../../registry/find.ts";
import { listClaimsOf } from "../../registry/find-claim.ts";
import { countHoldings } from "../../registry/find-coverage.ts";
import type { Instrument } from "../../registry/instrument.ts";
import type { Jurisdiction } from "../../registry/jurisdiction.ts";
import { findListing } from "../../registry/search/find-listing.ts";
import { currentStatus, leadingDate } from "../../registry/standing.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { ClaimLine } from "../components/claim-line.tsx";
import { ComparablePlaces } from "../components/comparable-places.tsx";
import { CoverageMark } from "../components/coverage-mark.tsx";
import { InstrumentTitle } from "../components/instrument-title.tsx";
import { render } from "../components/layout.tsx";
import { LessonLinks } from "../components/lesson-links.tsx";
import { OwnText } from "../components/own-text.tsx";
import { StageOfDevelopment } from "../components/stage-of-development.tsx";
import { shortened } from "../parameters.ts";
import type { Visit } from "../visit.ts";
import { placesByName } from "./jurisdictions.tsx";

const POLICIES = 100;
const CLAIMS = 300;

/** One place: its policies over time, where we looked, its stage of development, what others report of it, and places like it. */
export const jurisdictionPage = new Hono<Site>();

jurisdictionPage.get("/jurisdictions/:id", async (context) => {
  const visit = context.get("visit");
  const { t, reference } = visit;
  const id = context.req.param("id");
  const place = reference.jurisdictions.get(id);
  if (!place)
    throw new Problem(
      "not-found",
      says`There is no place “${shortened(id)}” in the registry. Places are named by ISO 3166 code, such as CH or DE-BY, or by a code of ours, such as UN-WHO.`,
    );
  const held = await countHoldings(visit.db);
  const policies = await policiesOf(visit, id);
  const claims = await listClaimsOf(visit.db, id, CLAIMS);
  const known = coverageOf(id, reference.coverage, held.get(id));
  const name = visit.placeName(id);
  const above = trailTo(visit, place);
  return render(
    visit,
    {
      title: name,
      trail: [["/jurisdictions", t("nav.jurisdictions")], ...above],
      alternates: [["application/json", `/api/v1/jurisdictions/${id}`, "JSON"]],
    },
    <article>
      <div class="heading">
        <h1>{name}</h1>
        <p class="forms">
          <a href={`${visit.href("/instruments")}?jurisdiction=${id}`}>{t("place.list")}</a>{" "}
          <a href={`${visit.href("/codings.csv")}?jurisdiction=${id}`}>{t("list.csv-codings")}</a>{" "}
          <a href={`${visit.href("/instruments.atom")}?jurisdiction=${id}`}>{t("list.feed")}</a>{" "}
          <a href={`/api/v1/jurisdictions/${id}`}>JSON</a> <a href={visit.href("/about#correct")}>{t("instrument.correct")}</a>
        </p>
      </div>
      <p class="facts">
        {visit.code("level", place.level)} · <CoverageMark visit={visit} outcome={known.outcome} /> ·{" "}
        {t("place.counts", { reviewed: known.reviewed, reports: claims.total })}
      </p>
      <Policies visit={visit} id={id} policies={policies} claims={claims.items} />
      <Reported
        visit={visit}
        id={id}
        claims={claims.items.filter((claim) => !isUnder(visit, claim, policies.items))}
        more={Math.max(0, claims.total - claims.items.length)}
      />
      <Looks visit={visit} known={known} />
      <StageOfDevelopment visit={visit} place={place} />
      <Parts visit={visit} place={place} held={held} />
      <ComparablePlaces visit={visit} place={place} held={held} />
      <LessonLinks visit={visit} types={[]} jurisdiction={id} />
    </article>,
  );
});

interface PolicyList {
  items: Instrument[];
  total: number;
}

async function policiesOf(visit: Visit, id: string): Promise<PolicyList> {
  const hits = await findListing(visit.db, { narrow: { jurisdiction: [id], standing: ["reviewed"] }, sort: "newest", limit: POLICIES });
  const held = await findRecords(
    visit.db,
    "instrument",
    hits.items.map((hit) => hit.id),
  );
  return { items: hits.items.flatMap((hit) => held.get(hit.id)?.record ?? []), total: hits.total };
}

function trailTo(visit: Visit, place: Jurisdiction): [string, string][] {
  const parent = place.parent ? visit.reference.jurisdictions.get(place.parent) : undefined;
  return parent ? [...trailTo(visit, parent), [`/jurisdictions/${parent.id}`, visit.placeName(parent.id)]] : [];
}

function isUnder(visit: Visit, claim: Claim, policies: readonly Instrument[]): boolean {
  return (visit.reference.linksOfClaim.get(claim.id) ?? []).some((link) => policies.some((policy) => policy.id === link.instrument));
}

function Policies({ visit, id, policies, claims }: { visit: Visit; id: string; policies: PolicyList; claims: readonly Claim[] }) {
  const { t } = visit;
  return (
    <section aria-labelledby="policies">
      <h2 id="policies">{t("place.policies")}</h2>
      {policies.items.length === 0 ? <p>{t("place.no-policies")}</p> : <p class="small">{t("place.policies-order")}</p>}
      <ol class="timeline">
        {policies.items.map((policy) => (
          <Policy visit={visit} policy={policy} claims={claims.filter((claim) => isUnder(visit, claim, [policy]))} />
        ))}
      </ol>
      {policies.total > policies.items.length ? (
        <p>
          <a href={`${visit.href("/instruments")}?standing=reviewed&jurisdiction=${id}`}>
            {t("place.more-policies", { count: policies.total - policies.items.length })}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Policy({ visit, policy, claims }: { visit: Visit; policy: Instrument; claims: readonly Claim[] }) {
  const { t } = visit;
  const date = leadingDate(policy);
  return (
    <li>
      <span class="when figure">
        {date ? (
          <>
            <time datetime={date.value}>{visit.date(date.value)}</time> <span class="small">{visit.code("date", date.kind)}</span>
          </>
        ) : (
          t("timeline.date-unknown")
        )}
      </span>
      <p>
        <a href={visit.href(`/instruments/${policy.id}`)}>
          <InstrumentTitle visit={visit} instrument={policy} />
        </a>
      </p>
      <p class="facts">
        {visit.code("type", policy.type)} · {t("fact.status")}
        {t("punctuation.colon")}
        {visit.code("status", currentStatus(policy))} · {t("fact.issuing-body")}
        {t("punctuation.colon")}
        <OwnText visit={visit} texts={visit.reference.bodies.get(policy.issuing_body)?.names ?? { en: policy.issuing_body }} />
      </p>
      {claims.length > 0 ? (
        <details>
          <summary>{t("place.reports", { count: claims.length })}</summary>
          <ul class="entries">
            {claims.map((claim) => (
              <ClaimLine visit={visit} claim={claim} />
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}

function Reported({ visit, id, claims, more }: { visit: Visit; id: string; claims: readonly Claim[]; more: number }) {
  const { t } = visit;
  return (
    <section aria-labelledby="reported">
      <h2 id="reported">{t("place.reported")}</h2>
      {claims.length === 0 ? (
        <p>{t("place.none-reported")}</p>
      ) : (
        <ul class="entries">
          {claims.map((claim) => (
            <ClaimLine visit={visit} claim={claim} />
          ))}
        </ul>
      )}
      {more > 0 ? (
        <p>
          <a href={`${visit.href("/instruments")}?standing=reported&jurisdiction=${id}`}>{t("facets.more", { count: more })}</a>
        </p>
      ) : null}
    </section>
  );
}

function Looks({ visit, known }: { visit: Visit; known: PlaceCoverage }) {
  const { t } = visit;
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">{t("place.coverage")}</h2>
      {known.records.length === 0 ? <p>{t(known.outcome === "not-yet-looked" ? "place.not-looked" : "place.no-record")}</p> : null}
      {known.records.map((record) => (
        <div class="look">
          <p>
            {known.reviewed > 0 && record.outcome === "looked-none-found" ? (
              t("place.looked-before", { date: visit.date(record.date), count: known.reviewed })
            ) : (
              <>
                <CoverageMark visit={visit} outcome={record.outcome} /> · <time datetime={record.date}>{visit.date(record.date)}</time>
              </>
            )}{" "}
            · {record.who}
          </p>
          <p class="small">{t("place.looked-at")}</p>
          <ul lang="en" dir="ltr">
            {record.where.map((where) => (
              <li>{where}</li>
            ))}
          </ul>
          {record.note ? (
            <p lang="en" dir="ltr">
              {record.note}
            </p>
          ) : null}
        </div>
      ))}
    </section>
  );
}

function Parts({ visit, place, held }: { visit: Visit; place: Jurisdiction; held: ReadonlyMap<string, Holding> }) {
  const parts = placesByName(visit).filter((other) => other.parent === place.id);
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{visit.t("place.parts")}</h2>
      <ul class="names">
        {parts.map((part) => (
          <li>
            <a href={visit.href(`/jurisdictions/${part.id}`)}>{visit.placeName(part.id)}</a>{" "}
            <span class="small">{visit.code("coverage", coverageOf(part.id, visit.reference.coverage, held.get(part.id)).outcome)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

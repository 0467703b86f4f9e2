import { Hono } from "hono";
import type { Claim, ClaimLink } from "../../registry/claim.ts";
import { findRecord, findRecords } from "../../registry/find.ts";
import { listLinksOf } from "../../registry/find-claim.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { EnglishNote } from "../components/english-note.tsx";
import { languageName } from "../components/facet-form.tsx";
import { InstrumentTitle } from "../components/instrument-title.tsx";
import { render } from "../components/layout.tsx";
import { shortened } from "../parameters.ts";
import type { Visit } from "../visit.ts";

/** One row of an outside collection: what it reports, in its own words, which of its faults are known, and what it speaks of. */
export const claimPage = new Hono<Site>();

claimPage.get("/claims/:id", async (context) => {
  const visit = context.get("visit");
  const { t } = visit;
  const id = context.req.param("id");
  const kept = await findRecord(visit.db, "claim", id);
  if (!kept) throw new Problem("not-found", says`There is no report “${shortened(id)}”.`);
  const claim = kept.record;
  const links = await listLinksOf(visit.db, id);
  const instruments = await findRecords(
    visit.db,
    "instrument",
    links.map((link) => link.instrument),
  );
  return render(
    visit,
    {
      title: claim.title,
      trail: [
        ["/instruments?standing=reported", t("standing.reported")],
        [`/jurisdictions/${claim.jurisdiction}`, visit.placeName(claim.jurisdiction)],
      ],
      alternates: [["application/json", `/api/v1/claims/${id}`, "JSON"]],
    },
    <article class="claim">
      <h1 dir="auto">{claim.title}</h1>
      <p class="remark">{t("claim.standing")}</p>
      <Flags visit={visit} claim={claim} />
      <section aria-labelledby="facts">
        <h2 id="facts">{t("claim.facts")}</h2>
        <Facts visit={visit} claim={claim} />
        <p class="small">{visit.code("attribution", claim.collection)}</p>
      </section>
      <section aria-labelledby="speaks">
        <h2 id="speaks">{t("claim.speaks")}</h2>
        {links.length === 0 ? <p>{t("claim.no-link")}</p> : null}
        <ul>
          {links.map((link) => (
            <Link visit={visit} link={link} instrument={instruments.get(link.instrument)?.record} />
          ))}
        </ul>
      </section>
    </article>,
  );
});

function Flags({ visit, claim }: { visit: Visit; claim: Claim }) {
  if (claim.flags.length === 0) return null;
  return (
    <section aria-labelledby="faults">
      <h2 id="faults">{visit.t("claim.faults")}</h2>
      <dl>
        {claim.flags.map((flag) => (
          <>
            <dt>{visit.code("flag", flag)}</dt>
            <dd>{visit.code("flag-meaning", flag)}</dd>
          </>
        ))}
      </dl>
      {claim.flag_note ? (
        <p lang="en" dir="ltr">
          {claim.flag_note}
        </p>
      ) : null}
    </section>
  );
}

function Facts({ visit, claim }: { visit: Visit; claim: Claim }) {
  const { t } = visit;
  const not = <span class="unknown">{t("claim.not-said")}</span>;
  const word = (value: string | undefined) =>
    value ? (
      <span lang="en" dir="auto">
        {value}
      </span>
    ) : (
      not
    );
  const displaced = claim.flags.includes("displaced-year");
  return (
    <dl class="facts-list">
      <div>
        <dt>{t("claim.collection")}</dt>
        <dd>{visit.code("collection", claim.collection)}</dd>
      </div>
      <div>
        <dt>{t("claim.row")}</dt>
        <dd dir="auto">{claim.row}</dd>
      </div>
      <div>
        <dt>{t("fact.jurisdiction")}</dt>
        <dd>
          <a href={visit.href(`/jurisdictions/${claim.jurisdiction}`)}>{visit.placeName(claim.jurisdiction)}</a>
        </dd>
      </div>
      <div>
        <dt>{t("claim.years")}</dt>
        <dd>
          {claim.years.length === 0 ? (
            not
          ) : (
            <>
              <span class="figure">{claim.years.join(t("punctuation.comma"))}</span>
              {displaced ? <span class="small"> ({visit.code("flag", "displaced-year")})</span> : null}
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{t("claim.kind")}</dt>
        <dd>{word(claim.kind)}</dd>
      </div>
      <div>
        <dt>{t("claim.status")}</dt>
        <dd>{word(claim.status)}</dd>
      </div>
      <div>
        <dt>{t("claim.action")}</dt>
        <dd>{word(claim.action)}</dd>
      </div>
      <div>
        <dt>{t("claim.objectives")}</dt>
        <dd>{word(claim.objectives.join(", "))}</dd>
      </div>
      <div>
        <dt>{t("claim.languages")}</dt>
        <dd>{claim.languages.length > 0 ? claim.languages.map((tag) => languageName(visit, tag)).join(t("punctuation.comma")) : not}</dd>
      </div>
      <div>
        <dt>{t("claim.addresses")}</dt>
        <dd>
          {claim.addresses.length === 0 ? (
            not
          ) : (
            <ul class="sources">
              {claim.addresses.map((address) => (
                <li>
                  <a href={address} rel="noopener nofollow" dir="ltr">
                    {address}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </dd>
      </div>
    </dl>
  );
}

function Link({ visit, link, instrument }: { visit: Visit; link: ClaimLink; instrument: Instrument | undefined }) {
  return (
    <li>
      {visit.code("link-verdict", link.verdict)}
      {visit.t("punctuation.colon")}
      {instrument ? (
        <a href={visit.href(`/instruments/${link.instrument}`)}>
          <InstrumentTitle visit={visit} instrument={instrument} />
        </a>
      ) : (
        link.instrument
      )}
      {link.decided_on || link.decided_by ? (
        <span class="small"> ({[link.decided_by, link.decided_on].filter(Boolean).join(visit.t("punctuation.comma"))})</span>
      ) : null}
      <EnglishNote text={link.note} />
    </li>
  );
}

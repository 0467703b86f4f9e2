import { Hono } from "hono";
import { coverageOf, coverageOutcomes } from "../../registry/coverage.ts";
import { countByCollection } from "../../registry/find-claim.ts";
import { countByReading, countTextBased } from "../../registry/find-coding.ts";
import { countHoldings } from "../../registry/find-coverage.ts";
import type { Site } from "../app.tsx";
import { CoverageMark } from "../components/coverage-mark.tsx";
import { DataSources } from "../components/data-sources.tsx";
import { render } from "../components/layout.tsx";
import { readSecondCoding } from "../second-coding.ts";
import type { Visit } from "../visit.ts";

const agreement = readSecondCoding();

/** What the data is, where it comes from, what it lacks, and how to correct it. */
export const aboutPage = new Hono<Site>();

aboutPage.get("/about", async (context) => {
  const visit = context.get("visit");
  const { t } = visit;
  return render(
    visit,
    { title: t("about.title"), trail: [["/about", t("nav.about")]] },
    <article class="about">
      <h1>{t("about.title")}</h1>
      <p class="lead">{t("about.what")}</p>
      <Words visit={visit} />
      <Figures visit={visit} shares={await countTextBased(visit.db)} readings={await countByReading(visit.db)} />
      <Known visit={visit} held={await countHoldings(visit.db)} />
      <section aria-labelledby="how">
        <h2 id="how">{t("about.how")}</h2>
        <p>{t("about.how-coded")}</p>
        <p>{t("about.not-confirmed")}</p>
        <p>
          {agreement ? `${t("about.second-coding-found", { found: agreement.found, both: agreement.codings })} ` : null}
          {agreement
            ? t("about.second-coding", {
                ...agreement,
                kappa_type: visit.number(agreement.kappa_type),
                kappa_strength: visit.number(agreement.kappa_strength),
                date: visit.date(agreement.date),
              })
            : t("about.second-coding-none")}
        </p>
        <p>{t("about.claims-decided")}</p>
      </section>
      <DataSources visit={visit} claims={await countByCollection(visit.db)} />
      <section aria-labelledby="gaps">
        <h2 id="gaps">{t("about.gaps")}</h2>
        <ul>
          {(["reading", "national", "collections", "dates", "egdi", "income", "languages", "frameworks", "texts"] as const).map((gap) => (
            <li>{t(`about.gap-${gap}`)}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="correct">
        <h2 id="correct">{t("about.correct")}</h2>
        <p>{t("about.correct-how")}</p>
        <ul>
          {(["which", "what", "source", "who"] as const).map((say) => (
            <li>{t(`about.correct-${say}`)}</li>
          ))}
        </ul>
        <p>
          {t("about.correct-kept")} <a href={visit.href("/changes")}>{t("home.all-changes")}</a>
        </p>
      </section>
      <section aria-labelledby="take">
        <h2 id="take">{t("about.take")}</h2>
        <p>{t("about.take-licence")}</p>
        <p>
          <a href="/api/v1">{t("footer.api")}</a> · <a href={visit.href("/instruments.csv")}>CSV</a> ·{" "}
          <a href={visit.href("/instruments.json")}>JSON</a> · <a href={visit.href("/instruments.atom")}>{t("list.feed")}</a> ·{" "}
          <a href={visit.href("/changes.atom")}>{t("changes.feed")}</a>
        </p>
      </section>
      <section aria-labelledby="boundaries">
        <h2 id="boundaries">{t("about.boundaries")}</h2>
        <p>{t("about.boundaries-text")}</p>
      </section>
    </article>,
  );
});

function Words({ visit }: { visit: Visit }) {
  return (
    <section aria-labelledby="words">
      <h2 id="words">{visit.t("about.words")}</h2>
      <dl>
        {(["reviewed", "reported", "coding", "unknown"] as const).map((word) => (
          <>
            <dt>{visit.t(`about.word-${word}`)}</dt>
            <dd>{visit.t(`about.word-${word}-means`)}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function Figures({
  visit,
  shares,
  readings,
}: {
  visit: Visit;
  shares: { textBased: number; all: number };
  readings: ReadonlyMap<string, number>;
}) {
  const { t } = visit;
  const { counts } = visit.reference;
  const percent = shares.all === 0 ? 0 : Math.round((shares.textBased / shares.all) * 100);
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{t("about.figures")}</h2>
      <ul>
        <li>{t("about.figure-instruments", { count: counts.reviewed, provisions: counts.provisions })}</li>
        <li>{t("about.figure-text", { ...shares, percent })}</li>
        <li>
          {t("about.figure-read")}{" "}
          {["full", "partial", "secondary"]
            .map((read) => `${visit.code("read", read)}${t("punctuation.colon")}${visit.number(readings.get(read) ?? 0)}`)
            .join(t("punctuation.semicolon"))}
          .
        </li>
        <li>{t("about.figure-claims", { count: counts.claims, alone: counts.reported })}</li>
      </ul>
    </section>
  );
}

function Known({ visit, held }: { visit: Visit; held: Awaited<ReturnType<typeof countHoldings>> }) {
  const { t, reference } = visit;
  const places = [...reference.jurisdictions.keys()].map((id) => coverageOf(id, reference.coverage, held.get(id)).outcome);
  return (
    <section aria-labelledby="known">
      <h2 id="known">{t("about.known")}</h2>
      <p>{t("places.counts", { count: places.length })}</p>
      <ul class="legend">
        {coverageOutcomes.map((outcome) => (
          <li>
            <CoverageMark visit={visit} outcome={outcome} />{" "}
            <span class="figure">{visit.number(places.filter((place) => place === outcome).length)}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={visit.href("/jurisdictions")}>{t("about.known-places")}</a>
      </p>
    </section>
  );
}

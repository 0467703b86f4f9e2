import { Hono } from "hono";
import { coverageOf, coverageOutcomes, type PlaceCoverage } from "../../registry/coverage.ts";
import { countHoldings } from "../../registry/find-coverage.ts";
import { type Jurisdiction, jurisdictionLevels, regions } from "../../registry/jurisdiction.ts";
import { groupsOf } from "../../registry/places.ts";
import { says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { CoverageMark } from "../components/coverage-mark.tsx";
import { render } from "../components/layout.tsx";
import { locale } from "../languages/index.ts";
import { readOne } from "../parameters.ts";
import type { Visit } from "../visit.ts";

/** Every place by name, grouped by region, with what is known of it: never a ranking. */
export const jurisdictionsPage = new Hono<Site>();

interface Entry {
  place: Jurisdiction;
  known: PlaceCoverage;
}

const unplaced = "none";

jurisdictionsPage.get("/jurisdictions", async (context) => {
  const visit = context.get("visit");
  const { t, reference } = visit;
  const level = readOne(
    visit.url.searchParams,
    "level",
    (value) => (jurisdictionLevels as readonly string[]).includes(value),
    says`one of ${jurisdictionLevels.join(", ")}`,
  );
  const held = await countHoldings(visit.db);
  const entries = placesByName(visit)
    .filter((place) => !level || place.level === level)
    .map((place): Entry => ({ place, known: coverageOf(place.id, reference.coverage, held.get(place.id)) }));
  const byRegion = Map.groupBy(entries, ({ place }) => groupsOf(place, reference.jurisdictions).region ?? unplaced);
  const groups = [...regions, unplaced].filter((region) => byRegion.has(region));
  return render(
    visit,
    {
      title: t("places.title"),
      trail: [["/jurisdictions", t("nav.jurisdictions")]],
      alternates: [["application/json", "/api/v1/jurisdictions", "JSON"]],
      hideFromSearchEngines: level !== undefined,
    },
    <>
      <h1>{t("places.title")}</h1>
      <p class="lead">{t("places.lead")}</p>
      <form action={visit.href("/jurisdictions")} method="get" class="filters">
        <p>
          <label for="level">{t("facet.level")}</label>
          <select id="level" name="level">
            <option value="">{t("filter.any")}</option>
            {jurisdictionLevels.map((value) => (
              <option value={value} selected={value === level}>
                {visit.code("level", value)}
              </option>
            ))}
          </select>
        </p>
        <p>
          <button type="submit">{t("facets.apply")}</button>
        </p>
      </form>
      <p>{t("places.counts", { count: entries.length })}</p>
      <ul class="legend">
        {coverageOutcomes.map((outcome) => (
          <li>
            <CoverageMark visit={visit} outcome={outcome} />{" "}
            <span class="figure">{visit.number(entries.filter(({ known }) => known.outcome === outcome).length)}</span>
          </li>
        ))}
      </ul>
      <p class="small">{t("places.dash")}</p>
      {groups.length > 1 ? (
        <nav aria-label={t("places.regions")} class="within">
          <ul>
            {groups.map((region) => (
              <li>
                <a href={`#region-${region}`}>{regionName(visit, region)}</a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {groups.map((region) => (
        <Region visit={visit} region={region} entries={byRegion.get(region) ?? []} />
      ))}
      <p class="small">{t("about.boundaries-text")}</p>
    </>,
  );
});

/** All places in the order of their names in the reader's language. */
export function placesByName(visit: Visit): Jurisdiction[] {
  const collator = new Intl.Collator(locale[visit.language]);
  return [...visit.reference.jurisdictions.values()]
    .map((place) => ({ place, name: visit.placeName(place.id) }))
    .sort((a, b) => collator.compare(a.name, b.name))
    .map(({ place }) => place);
}

function regionName(visit: Visit, region: string): string {
  return region === unplaced ? visit.t("places.no-region") : visit.code("region", region);
}

function Region({ visit, region, entries }: { visit: Visit; region: string; entries: readonly Entry[] }) {
  const { t } = visit;
  return (
    <section aria-labelledby={`region-${region}`}>
      <h2 id={`region-${region}`}>{regionName(visit, region)}</h2>
      <div class="scroll">
        <table class="places">
          <caption class="unseen">{t("places.caption", { region: regionName(visit, region) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("fact.jurisdiction")}</th>
              <th scope="col">{t("places.known")}</th>
              <th scope="col" class="number">
                {t("places.reviewed")}
              </th>
              <th scope="col" class="number">
                {t("places.reported")}
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Row visit={visit} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ visit, entry: { place, known } }: { visit: Visit; entry: Entry }) {
  const count = (standing: "reviewed" | "reported") =>
    known[standing] > 0 ? (
      <a
        href={`${visit.href("/instruments")}?standing=${standing}&jurisdiction=${place.id}`}
        aria-label={`${visit.placeName(place.id)}${visit.t("punctuation.comma")}${visit.code("standing", standing)}${visit.t("punctuation.colon")}${known[standing]}`}
      >
        {visit.number(known[standing])}
      </a>
    ) : (
      "–"
    );
  return (
    <tr>
      <th scope="row">
        <a href={visit.href(`/jurisdictions/${place.id}`)}>{visit.placeName(place.id)}</a>
        {place.level === "national" ? null : (
          <span class="small">
            {visit.code("level", place.level)}
            {place.parent && place.level !== "international-organisation"
              ? `${visit.t("punctuation.comma")}${visit.placeName(place.parent)}`
              : ""}
          </span>
        )}
      </th>
      <td>
        <CoverageMark visit={visit} outcome={known.outcome} />
      </td>
      <td class="number">{count("reviewed")}</td>
      <td class="number">{count("reported")}</td>
    </tr>
  );
}

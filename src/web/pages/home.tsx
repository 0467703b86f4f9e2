import { Hono } from "hono";
import { coverageOf, coverageOutcomes } from "../../registry/coverage.ts";
import { findRecords } from "../../registry/find.ts";
import { countHoldings } from "../../registry/find-coverage.ts";
import { titleIn } from "../../registry/listing.ts";
import { findListing, type ListingHit } from "../../registry/search/find-listing.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { ListingEntry } from "../components/listing-entry.tsx";
import { isOnMap, type Texture, WorldMap } from "../components/world-map.tsx";
import type { Visit } from "../visit.ts";

/** What this is, a search, what is known where, what people come for, and what changed last. */
export const home = new Hono<Site>();

const textures: Record<(typeof coverageOutcomes)[number], Texture> = {
  reviewed: "solid",
  "reported-only": "hatched",
  "looked-none-found": "crossed",
  "not-yet-looked": "dotted",
};

home.get("/", async (context) => {
  const visit = context.get("visit");
  const { t, reference } = visit;
  const held = await countHoldings(visit.db);
  const known = new Map(
    [...reference.jurisdictions.keys()]
      .filter(isOnMap)
      .map((place) => [place, coverageOf(place, reference.coverage, held.get(place)).outcome]),
  );
  const newest = await findListing(visit.db, { narrow: { standing: ["reviewed"] }, sort: "changed", limit: 6 });
  const titles = await titlesOf(visit, newest.items);
  return render(
    visit,
    { title: "Openfirst", alternates: [["application/atom+xml", visit.href("/changes.atom"), t("footer.changes")]] },
    <>
      <h1>{t("home.title")}</h1>
      <p class="lead">{t("home.lead", reference.counts)}</p>
      <form action={visit.href("/instruments")} method="get" class="large-search">
        <label for="home-search">{t("home.search")}</label>
        <span>
          <input id="home-search" type="search" name="q" maxlength={400} /> <button type="submit">{t("search.button")}</button>
        </span>
      </form>
      <section aria-labelledby="map">
        <h2 id="map">{t("home.map")}</h2>
        <WorldMap
          visit={visit}
          id="known"
          title={t("home.map-title")}
          groups={coverageOutcomes.map((id) => ({ id, name: visit.code("coverage", id), texture: textures[id] }))}
          groupOf={known}
        />
        <p>
          <a href={visit.href("/jurisdictions")}>{t("home.map-table")}</a>
        </p>
        <p class="small">{t("home.map-lead")}</p>
      </section>
      <Ways visit={visit} />
      <section aria-labelledby="changes">
        <h2 id="changes">{t("home.changes")}</h2>
        <ol class="entries">
          {newest.items.map((hit) => (
            <ListingEntry
              visit={visit}
              hit={hit}
              title={[{ text: titles.get(hit.id)?.text ?? hit.title, marked: false }]}
              language={titles.get(hit.id)?.language}
            />
          ))}
        </ol>
        <p>
          <a href={visit.href("/changes")}>{t("home.all-changes")}</a>
        </p>
      </section>
    </>,
  );
});

async function titlesOf(visit: Visit, hits: readonly ListingHit[]): Promise<Map<string, ReturnType<typeof titleIn>>> {
  const held = await findRecords(
    visit.db,
    "instrument",
    hits.map((hit) => hit.id),
  );
  return new Map([...held].map(([id, { record }]) => [id, titleIn(record, visit.language)]));
}

function Ways({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{t("home.ways")}</h2>
      <ul class="ways">
        <li>
          <p>
            <a href={visit.href("/jurisdictions")}>{t("home.way-places")}</a>
          </p>
          <p>{t("home.way-places-text")}</p>
        </li>
        <li>
          <p>
            <a href={visit.href("/provision-types")}>{t("home.way-draft")}</a>
          </p>
          <p>{t("home.way-draft-text")}</p>
        </li>
        <li>
          <p>
            <a href={visit.href("/clauses")}>{t("clauses.title")}</a>
          </p>
          <p>{t("clauses.way")}</p>
        </li>
        <li>
          <p>
            <a href={visit.href("/bodies")}>{t("home.way-happening")}</a>
          </p>
          <p>{t("home.way-happening-text")}</p>
        </li>
        <li>
          <p>
            <a href={visit.href("/compare")}>{t("home.way-compare")}</a>
          </p>
          <p>{t("home.way-compare-text")}</p>
        </li>
        <li>
          <p>
            <a href={visit.href("/adoption")}>{t("home.way-adoption")}</a>
          </p>
          <p>{t("home.way-adoption-text")}</p>
        </li>
        <li>
          <p>
            <a href={visit.href("/about")}>{t("home.way-data")}</a>
          </p>
          <p>
            {t("home.way-data-text")} <a href="/api/v1">{t("home.way-data-api")}</a> ·{" "}
            <a href={visit.href("/instruments.csv")}>{t("home.way-data-csv")}</a>
          </p>
        </li>
      </ul>
    </section>
  );
}

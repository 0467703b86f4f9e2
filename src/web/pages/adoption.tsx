import { Hono } from "hono";
import { type AdoptionGroup, type AdoptionOutcome, adoptionOutcomes } from "../../registry/adoption.ts";
import { countByLevel } from "../../registry/find-adoption.ts";
import { placeGroups } from "../../registry/places.ts";
import { type Adoption, FIRST_YEAR, readAdoption } from "../adoption-request.ts";
import { answerCsv } from "../answer-csv.ts";
import type { Site } from "../app.tsx";
import { AdoptionByGroup, AdoptionByLevel, AdoptionByYear } from "../components/adoption-tables.tsx";
import { render } from "../components/layout.tsx";
import { type Texture, WorldMap } from "../components/world-map.tsx";
import type { Visit } from "../visit.ts";

/** Where policies had effect at the end of a year: a map, the counts by group, and how it came so far. */
export const adoptionPage = new Hono<Site>();

const textures: Record<AdoptionOutcome, Texture> = {
  "in-force": "solid",
  open: "striped",
  "none-in-force": "plain",
  "reported-only": "hatched",
  "looked-none-found": "crossed",
  "not-yet-looked": "dotted",
};

adoptionPage.get("/adoption", async (context) => {
  const visit = context.get("visit");
  const { t } = visit;
  const adoption = await readAdoption(visit);
  const { year, by, day, states, survey } = adoption;
  const policies = await countByLevel(visit.db);
  const asked = `?year=${year}&by=${by}`;
  return render(
    visit,
    {
      title: t("adoption.title", { date: visit.date(day) }),
      trail: [["/adoption", t("nav.adoption")]],
      alternates: [["text/csv", `${visit.href("/adoption.csv")}${asked}`, "CSV"]],
      hideFromSearchEngines: visit.url.search !== "",
    },
    <>
      <div class="heading">
        <h1>{t("adoption.title", { date: visit.date(day) })}</h1>
        <p class="forms">
          <a href={`${visit.href("/adoption.csv")}${asked}`}>CSV</a>
        </p>
      </div>
      <p class="lead">
        {t("adoption.lead", { certain: adoption.all.counts["in-force"], open: adoption.all.counts.open, of: states.length })}
      </p>
      <Choice visit={visit} adoption={adoption} />
      <WorldMap
        visit={visit}
        id="adoption-map"
        title={t("adoption.map", { date: visit.date(day) })}
        groups={adoptionOutcomes.map((id) => ({ id, name: visit.code("adoption", id), texture: textures[id] }))}
        groupOf={adoption.outcomes}
      />
      <section aria-labelledby="groups">
        <h2 id="groups">{t(`adoption.by-${by}`)}</h2>
        <AdoptionByGroup visit={visit} adoption={adoption} />
        <ul class="small">
          <li>{t("adoption.note-states", { of: states.length, others: adoption.outcomes.size - states.length })}</li>
          <li>{t("adoption.note-open")}</li>
          <li>{t("adoption.note-coverage")}</li>
          {by === "income" ? <li>{t("adoption.note-income")}</li> : null}
          {by === "egdi" ? (
            <li>{survey ? t("adoption.note-survey", { survey }) : t("adoption.note-no-survey", { year: String(year) })}</li>
          ) : null}
        </ul>
      </section>
      <section aria-labelledby="years">
        <h2 id="years">{t("adoption.years")}</h2>
        <AdoptionByYear visit={visit} adoption={adoption} />
      </section>
      <section aria-labelledby="levels">
        <h2 id="levels">{t("adoption.levels", { date: visit.date(day) })}</h2>
        <AdoptionByLevel visit={visit} adoption={adoption} policies={policies} />
      </section>
    </>,
  );
});

adoptionPage.get("/adoption.csv", async (context) => {
  const visit = context.get("visit");
  const { year, by, day, groups, all, survey } = await readAdoption(visit);
  const row = (group: AdoptionGroup, name: string) => ({
    year,
    day,
    by,
    ...(by === "egdi" ? { survey: survey ?? "" } : {}),
    group: name,
    states: group.states,
    ...group.counts,
  });
  const rows = [...groups.map((group) => row(group, group.id ?? "not-classified")), row(all, "all")];
  return answerCsv(
    `adoption-${year}-by-${by}.csv`,
    ["year", "day", "by", ...(by === "egdi" ? ["survey"] : []), "group", "states", ...adoptionOutcomes],
    rows,
  );
});

function Choice({ visit, adoption }: { visit: Visit; adoption: Adoption }) {
  const { t } = visit;
  return (
    <form action={visit.href("/adoption")} method="get" class="filters">
      <p>
        <label for="year">{t("adoption.year")}</label>{" "}
        <input id="year" name="year" type="number" min={FIRST_YEAR} max={adoption.thisYear} value={adoption.year} required />
      </p>
      <p>
        <label for="by">{t("adoption.by")}</label>{" "}
        <select id="by" name="by">
          {placeGroups.map((kind) => (
            <option value={kind} selected={kind === adoption.by}>
              {t(`facet.${kind}`)}
            </option>
          ))}
        </select>
      </p>
      <p>
        <button type="submit">{t("facets.apply")}</button>
      </p>
    </form>
  );
}

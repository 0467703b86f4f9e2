import { type AdoptionGroup, adoptionOutcomes } from "../../registry/adoption.ts";
import { levels } from "../../registry/instrument.ts";
import { type Adoption, FIRST_YEAR } from "../adoption-request.ts";
import type { Visit } from "../visit.ts";
import { YearBars, type YearCount } from "./year-bars.tsx";

/** The states of each group by outcome; rows and columns add up. */
export function AdoptionByGroup({ visit, adoption }: { visit: Visit; adoption: Adoption }) {
  const { t } = visit;
  const row = (group: AdoptionGroup, name: string) => (
    <tr>
      <th scope="row">{name}</th>
      <td class="number">{visit.number(group.states)}</td>
      {adoptionOutcomes.map((outcome) => (
        <td class="number">{visit.number(group.counts[outcome])}</td>
      ))}
    </tr>
  );
  return (
    <section class="scroll" tabindex={0} aria-labelledby="groups-table">
      <table class="sticky">
        <caption id="groups-table">
          <span>{t("adoption.caption", { date: visit.date(adoption.day) })}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t(`facet.${adoption.by}`)}</th>
            <th scope="col" class="number">
              {t("adoption.states")}
            </th>
            {adoptionOutcomes.map((outcome) => (
              <th scope="col" class="number">
                {visit.code("adoption", outcome)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {adoption.groups.map((group) => row(group, group.id ? visit.code(adoption.by, group.id) : t("adoption.not-classified")))}
        </tbody>
        <tfoot>{row(adoption.all, t("adoption.all"))}</tfoot>
      </table>
    </section>
  );
}

/** Year by year, as bars and as a table. */
export function AdoptionByYear({ visit, adoption }: { visit: Visit; adoption: Adoption }) {
  const { t } = visit;
  const isState = new Set(adoption.states.map(({ id }) => id));
  const byYear = Map.groupBy(adoption.effect, (row) => row.year);
  const years = Array.from({ length: adoption.thisYear - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
  const series = years.map((year): YearCount & { policies: number; openPolicies: number } => {
    const rows = byYear.get(year) ?? [];
    const ofStates = Map.groupBy(
      rows.filter((row) => isState.has(row.jurisdiction)),
      (row) => row.jurisdiction,
    );
    const certain = [...ofStates.values()].filter((own) => own.some((row) => row.certain > 0)).length;
    return {
      year,
      certain,
      open: ofStates.size - certain,
      policies: rows.reduce((sum, row) => sum + row.certain, 0),
      openPolicies: rows.reduce((sum, row) => sum + row.open, 0),
    };
  });
  return (
    <div class="beside">
      <figure>
        <YearBars
          visit={visit}
          id="year-bars"
          title={t("adoption.years-chart", { of: adoption.states.length })}
          series={series}
          chosen={adoption.year}
        />
        <figcaption class="small">{t("adoption.years-note", { date: visit.date(adoption.today) })}</figcaption>
      </figure>
      <section class="scroll tall" tabindex={0} aria-labelledby="years-table">
        <table>
          <caption id="years-table">
            <span>{t("adoption.years-caption", { of: adoption.states.length })}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("adoption.year")}</th>
              <th scope="col" class="number">
                {t("adoption.states-in-force")}
              </th>
              <th scope="col" class="number">
                {t("adoption.states-open")}
              </th>
              <th scope="col" class="number">
                {t("adoption.policies-in-force")}
              </th>
              <th scope="col" class="number">
                {t("adoption.policies-open")}
              </th>
            </tr>
          </thead>
          <tbody>
            {series.toReversed().map((entry) => (
              <tr>
                <th scope="row">
                  <a
                    href={`${visit.href("/adoption")}?year=${entry.year}&by=${adoption.by}`}
                    {...(entry.year === adoption.year ? { "aria-current": "page" } : {})}
                  >
                    {entry.year}
                  </a>
                </th>
                {[entry.certain, entry.open, entry.policies, entry.openPolicies].map((value) => (
                  <td class="number">{visit.number(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** Policies, not states, by the level of who issued them. */
export function AdoptionByLevel({
  visit,
  adoption,
  policies,
}: {
  visit: Visit;
  adoption: Adoption;
  policies: ReadonlyMap<string, number>;
}) {
  const { t } = visit;
  const rows = adoption.effect.filter((row) => row.year === adoption.year);
  const sum = (level: string, kind: "certain" | "open") =>
    rows.filter((row) => row.level === level).reduce((total, row) => total + row[kind], 0);
  const held = levels
    .filter((level) => policies.has(level))
    .map((level) => ({
      name: visit.code("level", level),
      all: policies.get(level) ?? 0,
      certain: sum(level, "certain"),
      open: sum(level, "open"),
    }));
  const total = held.reduce(
    (whole, { all, certain, open }) => ({
      name: whole.name,
      all: whole.all + all,
      certain: whole.certain + certain,
      open: whole.open + open,
    }),
    { name: t("adoption.all-levels"), all: 0, certain: 0, open: 0 },
  );
  const row = (entry: typeof total) => (
    <tr>
      <th scope="row">{entry.name}</th>
      {[entry.all, entry.certain, entry.open, entry.all - entry.certain - entry.open].map((value) => (
        <td class="number">{visit.number(value)}</td>
      ))}
    </tr>
  );
  return (
    <section class="scroll" tabindex={0} aria-labelledby="levels-table">
      <table class="sticky">
        <caption id="levels-table">
          <span>{t("adoption.levels-caption")}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("facet.level")}</th>
            <th scope="col" class="number">
              {t("adoption.policies-reviewed")}
            </th>
            <th scope="col" class="number">
              {t("adoption.in-force")}
            </th>
            <th scope="col" class="number">
              {t("adoption.open")}
            </th>
            <th scope="col" class="number">
              {t("adoption.not-in-force")}
            </th>
          </tr>
        </thead>
        <tbody>{held.map(row)}</tbody>
        <tfoot>{row(total)}</tfoot>
      </table>
    </section>
  );
}

import { egdiLevel, type Jurisdiction } from "../../registry/jurisdiction.ts";
import { locale } from "../languages/index.ts";
import type { Visit } from "../visit.ts";

/** Region, income, EGDI and UN groups of a place, its own or else its state's; what nobody says is "not known", never "no". */
export function StageOfDevelopment({ visit, place }: { visit: Visit; place: Jurisdiction }) {
  const { t } = visit;
  const isState = place.level !== "international-organisation" && place.level !== "supranational";
  const fact = (label: string, pick: (of: Jurisdiction) => string | undefined) => {
    const found = inherited(visit, place, pick);
    return (
      <div>
        <dt>{label}</dt>
        <dd>
          {found ? found.value : <span class="unknown">{t("unknown")}</span>}
          {found && found.from !== place.id ? <span class="small"> ({t("stage.of", { place: visit.placeName(found.from) })})</span> : null}
        </dd>
      </div>
    );
  };
  const yesNo = (value: boolean | undefined) => (value === undefined ? undefined : t(value ? "yes" : "no"));
  return (
    <section aria-labelledby="stage">
      <h2 id="stage">{t("stage.title")}</h2>
      {isState ? (
        <>
          <dl class="facts-list">
            {place.level === "national"
              ? fact(t("stage.un"), (of) => of.un_membership && visit.code("un-membership", of.un_membership))
              : null}
            {fact(
              t("facet.region"),
              (of) => of.region && `${visit.code("region", of.region)}${of.subregion ? ` (${visit.code("subregion", of.subregion)})` : ""}`,
            )}
            {fact(t("stage.income"), (of) => of.income_group && visit.code("income", of.income_group))}
            {fact(t("stage.ldc"), (of) => yesNo(of.ldc))}
            {fact(t("stage.lldc"), (of) => yesNo(of.lldc))}
            {fact(t("stage.sids"), (of) => yesNo(of.sids))}
          </dl>
          <EgdiTable visit={visit} place={place} />
          <p class="small">{t("stage.sources")}</p>
        </>
      ) : (
        <p>{t("stage.organisation")}</p>
      )}
    </section>
  );
}

function EgdiTable({ visit, place }: { visit: Visit; place: Jurisdiction }) {
  const { t } = visit;
  const figures = new Intl.NumberFormat(locale[visit.language], { minimumFractionDigits: 4, maximumFractionDigits: 4 });
  const years = [...new Set([...visit.reference.jurisdictions.values()].flatMap((other) => Object.keys(other.egdi)))].sort();
  const found = inherited(visit, place, (of) => (Object.keys(of.egdi).length > 0 ? of.egdi : undefined));
  return (
    <div class="scroll">
      <table>
        <caption>
          {t("stage.egdi")}
          {found && found.from !== place.id ? ` (${t("stage.of", { place: visit.placeName(found.from) })})` : ""}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("facet.year")}</th>
            <th scope="col" class="number">
              {t("stage.value")}
            </th>
            <th scope="col">{t("stage.level")}</th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => {
            const value = found?.value[year];
            return (
              <tr>
                <th scope="row">{year}</th>
                {value === undefined ? (
                  <td colspan={2} class="unknown">
                    {t("unknown")}
                  </td>
                ) : (
                  <>
                    <td class="number">{figures.format(value)}</td>
                    <td>{visit.code("egdi", egdiLevel(value))}</td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What is known of a place itself, or else of the nearest place that it belongs to. */
function inherited<T>(
  visit: Visit,
  place: Jurisdiction,
  pick: (of: Jurisdiction) => T | undefined,
  depth = 0,
): { value: T; from: string } | undefined {
  const value = pick(place);
  if (value !== undefined) return { value, from: place.id };
  const parent = place.parent ? visit.reference.jurisdictions.get(place.parent) : undefined;
  return parent && depth < 5 ? inherited(visit, parent, pick, depth + 1) : undefined;
}

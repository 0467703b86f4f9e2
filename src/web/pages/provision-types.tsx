import { Hono } from "hono";
import { strengths } from "../../registry/coding.ts";
import { countByType, type TypeCount } from "../../registry/find-coding.ts";
import { areas, type ProvisionType } from "../../registry/provision-type.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { Strength } from "../components/strength.tsx";
import { locale } from "../languages/index.ts";
import type { Visit } from "../visit.ts";

/** The taxonomy: every kind of rule, by area, with how many instruments have it how strongly. */
export const provisionTypesPage = new Hono<Site>();

provisionTypesPage.get("/provision-types", async (context) => {
  const visit = context.get("visit");
  const { t, reference } = visit;
  const counts = await countByType(visit.db);
  const byArea = Map.groupBy(reference.types.values(), (type) => type.area);
  const collator = new Intl.Collator(locale[visit.language]);
  const shown = areas.filter((area) => byArea.has(area));
  return render(
    visit,
    {
      title: t("types.title"),
      trail: [["/provision-types", t("nav.provision-types")]],
      alternates: [["application/json", "/api/v1/provision-types", "JSON"]],
    },
    <>
      <h1>{t("types.title")}</h1>
      <p class="lead">{t("types.lead", { types: reference.types.size, areas: shown.length })}</p>
      <p class="small">{t("types.counting")}</p>
      {shown.length > 1 ? (
        <nav aria-label={t("types.areas")} class="within">
          <ul>
            {shown.map((area) => (
              <li>
                <a href={`#area-${area}`}>{visit.code("area", area)}</a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {shown.map((area) => (
        <Area
          visit={visit}
          area={area}
          types={(byArea.get(area) ?? []).sort((a, b) => collator.compare(visit.own(a.names), visit.own(b.names)))}
          counts={counts}
        />
      ))}
    </>,
  );
});

function Area({
  visit,
  area,
  types,
  counts,
}: {
  visit: Visit;
  area: string;
  types: readonly ProvisionType[];
  counts: ReadonlyMap<string, TypeCount>;
}) {
  const { t } = visit;
  return (
    <section aria-labelledby={`area-${area}`}>
      <h2 id={`area-${area}`}>{visit.code("area", area)}</h2>
      <div class="scroll">
        <table class="types">
          <caption class="unseen">{t("types.caption", { area: visit.code("area", area) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("facet.provision-type")}</th>
              <th scope="col" class="number">
                {t("types.instruments")}
              </th>
              {strengths.map((strength) => (
                <th scope="col" class="number">
                  <Strength visit={visit} value={strength} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {types.map((type) => (
              <Row visit={visit} type={type} count={counts.get(type.id)} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ visit, type, count }: { visit: Visit; type: ProvisionType; count: TypeCount | undefined }) {
  const figure = (value: number | undefined) => (value ? visit.number(value) : "–");
  return (
    <tr>
      <th scope="row">
        <a href={visit.href(`/provision-types/${type.id}`)}>{visit.own(type.names)}</a>
        {type.standing === "candidate" ? <span class="small">{visit.code("type-standing", type.standing)}</span> : null}
      </th>
      <td class="number">{figure(count?.instruments)}</td>
      {strengths.map((strength) => (
        <td class="number">{figure(count?.byStrength.get(strength))}</td>
      ))}
    </tr>
  );
}

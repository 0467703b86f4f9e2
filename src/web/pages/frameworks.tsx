import { Hono } from "hono";
import type { Framework } from "../../registry/framework.ts";
import { areas } from "../../registry/provision-type.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import type { Visit } from "../visit.ts";

/** What others published as principles or criteria, and what of our taxonomy none of them covers. */
export const frameworksPage = new Hono<Site>();

frameworksPage.get("/frameworks", async (context) => {
  const visit = context.get("visit");
  const { t, reference } = visit;
  const frameworks = [...reference.frameworks.values()];
  return render(
    visit,
    {
      title: t("frameworks.title"),
      trail: [["/frameworks", t("nav.frameworks")]],
      alternates: [["application/json", "/api/v1/frameworks", "JSON"]],
    },
    <>
      <h1>{t("frameworks.title")}</h1>
      <p class="lead">{t("frameworks.lead")}</p>
      <div class="scroll">
        <table>
          <caption class="unseen">{t("frameworks.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("frameworks.one")}</th>
              <th scope="col">{t("framework.version")}</th>
              <th scope="col">{t("frameworks.verified")}</th>
              <th scope="col">{t("frameworks.spoken")}</th>
            </tr>
          </thead>
          <tbody>
            {frameworks.map((framework) => (
              <Row visit={visit} framework={framework} />
            ))}
          </tbody>
        </table>
      </div>
      <Uncovered visit={visit} />
    </>,
  );
});

function Row({ visit, framework }: { visit: Visit; framework: Framework }) {
  const spoken = new Set(framework.mapping.map((entry) => entry.item));
  const share = (part: number) => visit.t("instrument.framework-share", { spoken: part, of: framework.items.length });
  return (
    <tr>
      <th scope="row">
        <a href={visit.href(`/frameworks/${framework.id}`)}>{visit.own(framework.names)}</a>
        <span class="small" lang="en" dir="auto">
          {framework.publisher}
        </span>
      </th>
      <td lang="en" dir="auto">
        {framework.version}
      </td>
      <td>{share(framework.items.filter((item) => item.verified).length)}</td>
      <td>{share(framework.items.filter((item) => spoken.has(item.id)).length)}</td>
    </tr>
  );
}

function Uncovered({ visit }: { visit: Visit }) {
  const { t, reference } = visit;
  const types = [...reference.types.values()];
  const uncovered = Map.groupBy(
    types.filter((type) => !reference.itemsOfType.has(type.id)),
    (type) => type.area,
  );
  const count = [...uncovered.values()].flat().length;
  return (
    <section aria-labelledby="uncovered">
      <h2 id="uncovered">{t("frameworks.uncovered")}</h2>
      <p>{t("frameworks.uncovered-count", { count, of: types.length })}</p>
      <dl class="facts-list">
        {areas
          .filter((area) => uncovered.has(area))
          .map((area) => (
            <div>
              <dt>{visit.code("area", area)}</dt>
              <dd>
                <ul>
                  {uncovered.get(area)?.map((type) => (
                    <li>
                      <a href={visit.href(`/provision-types/${type.id}`)}>{visit.own(type.names)}</a>
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

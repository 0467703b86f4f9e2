import { Hono } from "hono";
import { countByItem } from "../../registry/find-coding.ts";
import type { Framework } from "../../registry/framework.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { SourceList } from "../components/source-list.tsx";
import { shortened } from "../parameters.ts";
import type { Visit } from "../visit.ts";

/** One framework: each item with the provision types that speak to it and how many instruments have one of them. */
export const frameworkPage = new Hono<Site>();

frameworkPage.get("/frameworks/:id", async (context) => {
  const visit = context.get("visit");
  const { t } = visit;
  const id = context.req.param("id");
  const framework = visit.reference.frameworks.get(id);
  if (!framework) throw new Problem("not-found", says`There is no framework “${shortened(id)}”.`);
  const counts = await countByItem(visit.db);
  const verified = framework.items.filter((item) => item.verified).length;
  const name = visit.own(framework.names);
  return render(
    visit,
    { title: name, trail: [["/frameworks", t("nav.frameworks")]], alternates: [["application/json", `/api/v1/frameworks/${id}`, "JSON"]] },
    <article>
      <h1>{name}</h1>
      <dl class="facts-list">
        <div>
          <dt>{t("framework.publisher")}</dt>
          <dd lang="en" dir="auto">
            {framework.publisher}
          </dd>
        </div>
        <div>
          <dt>{t("framework.version")}</dt>
          <dd lang="en" dir="auto">
            {framework.version}
          </dd>
        </div>
        <div>
          <dt>{t("framework.licence")}</dt>
          <dd lang="en" dir="auto">
            {framework.licence}
          </dd>
        </div>
        <div>
          <dt>{t("frameworks.verified")}</dt>
          <dd>{t("instrument.framework-share", { spoken: verified, of: framework.items.length })}</dd>
        </div>
        {framework.notes ? (
          <div>
            <dt>{t("fact.notes")}</dt>
            <dd lang="en" dir="auto">
              {framework.notes}
            </dd>
          </div>
        ) : null}
      </dl>
      <section aria-labelledby="items">
        <h2 id="items">{t("framework.items")}</h2>
        <p class="small">{t("framework.help")}</p>
        <div class="scroll">
          <table class="items">
            <caption class="unseen">{t("framework.items")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("framework.item")}</th>
                <th scope="col">{t("framework.spoken-by")}</th>
                <th scope="col" class="number">
                  {t("types.instruments")}
                </th>
              </tr>
            </thead>
            <tbody>
              {framework.items.map((item) => (
                <Item visit={visit} framework={framework} item={item} instruments={counts.get(`${id}.${item.id}`) ?? 0} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <SourceList visit={visit} sources={framework.sources} />
    </article>,
  );
});

function Item({
  visit,
  framework,
  item,
  instruments,
}: {
  visit: Visit;
  framework: Framework;
  item: Framework["items"][number];
  instruments: number;
}) {
  const { t } = visit;
  const entries = framework.mapping.filter((entry) => entry.item === item.id);
  return (
    <tr id={`item-${item.id}`}>
      <th scope="row">
        <span class="locator" dir="auto">
          {item.number}
        </span>{" "}
        {visit.own(item.names)}
        {item.verified ? null : <span class="small unknown">{t("framework.not-verified")}</span>}
        {item.note ? (
          <span class="small" lang="en" dir="auto">
            {item.note}
          </span>
        ) : null}
      </th>
      <td>
        {entries.length === 0 ? <span class="unknown">{t("framework.nothing-speaks")}</span> : null}
        <ul class="plain">
          {entries.map((entry) => (
            <li>
              <a href={visit.href(`/provision-types/${entry.provision_type}`)}>{visit.typeName(entry.provision_type)}</a>{" "}
              <span class="small">{visit.code("confidence", entry.confidence)}</span>
              {entry.note ? (
                <>
                  {" "}
                  <span class="note" lang="en" dir="auto">
                    {entry.note}
                  </span>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      </td>
      <td class="number">
        {instruments > 0 ? (
          <a
            href={`${visit.href("/instruments")}?framework-item=${framework.id}.${item.id}`}
            aria-label={`${item.number}${t("punctuation.colon")}${instruments}`}
          >
            {visit.number(instruments)}
          </a>
        ) : entries.length > 0 ? (
          "0"
        ) : (
          "–"
        )}
      </td>
    </tr>
  );
}

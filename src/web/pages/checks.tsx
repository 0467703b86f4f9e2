import { Hono } from "hono";
import { type Check, subjectKinds } from "../../registry/check.ts";
import { listRecords } from "../../registry/find.ts";
import type { Indicator } from "../../registry/indicator.ts";
import { areas } from "../../registry/provision-type.ts";
import type { Site } from "../app.tsx";
import { SpeaksTo } from "../components/check-parts.tsx";
import { render } from "../components/layout.tsx";
import { OwnText } from "../components/own-text.tsx";
import type { Visit } from "../visit.ts";

/** Every question that is put to what is looked at, by kind of subject and area; then the ratios over several subjects. */
export const checksPage = new Hono<Site>();

checksPage.get("/checks", async (context) => {
  const visit = context.get("visit");
  const { t } = visit;
  const checks = (await listRecords(visit.db, "check")).items.map(({ record }) => record);
  const indicators = (await listRecords(visit.db, "indicator")).items.map(({ record }) => record);
  const byKind = Map.groupBy(checks, ({ subject }) => subject);
  const kinds = subjectKinds.filter((kind) => byKind.has(kind));
  return render(
    visit,
    {
      title: t("checks.title"),
      trail: [["/checks", t("checks.title")]],
      alternates: [["application/json", "/api/v1/checks", "JSON"]],
    },
    <>
      <div class="heading">
        <h1>{t("checks.title")}</h1>
        <p class="forms">
          <a href="/api/v1/checks">JSON</a>
        </p>
      </div>
      <p class="lead">{t("checks.lead")}</p>
      <p>{t("checks.count", { checks: checks.length, indicators: indicators.length })}</p>
      <nav aria-label={t("checks.kinds")} class="within">
        <ul>
          {kinds.map((kind) => (
            <li>
              <a href={`#kind-${kind}`}>{visit.code("kinds", kind)}</a>
            </li>
          ))}
          <li>
            <a href="#indicators">{t("checks.indicators")}</a>
          </li>
        </ul>
      </nav>
      {kinds.map((kind) => (
        <section aria-labelledby={`kind-${kind}`}>
          <h2 id={`kind-${kind}`}>{visit.code("kinds", kind)}</h2>
          <ByArea visit={visit} path="/checks" records={byKind.get(kind) ?? []} />
        </section>
      ))}
      <section aria-labelledby="indicators">
        <h2 id="indicators">{t("checks.indicators")}</h2>
        <p>{t("checks.indicators-what")}</p>
        <ByArea visit={visit} path="/indicators" records={indicators} />
      </section>
    </>,
  );
});

function ByArea({ visit, path, records }: { visit: Visit; path: string; records: readonly (Check | Indicator)[] }) {
  const areaOf = ({ provision_types: [closest = ""] }: Check | Indicator) => visit.reference.types.get(closest)?.area;
  const byArea = Map.groupBy(records, areaOf);
  return (
    <>
      {areas
        .filter((area) => byArea.has(area))
        .map((area) => (
          <>
            <h3>{visit.code("area", area)}</h3>
            <ul class="plain">
              {byArea.get(area)?.map((record) => (
                <Entry visit={visit} address={visit.href(`${path}/${record.id}`)} record={record} />
              ))}
            </ul>
          </>
        ))}
    </>
  );
}

function Entry({ visit, address, record }: { visit: Visit; address: string; record: Check | Indicator }) {
  return (
    <li class="entry">
      <p>
        <a href={address}>
          <OwnText visit={visit} texts={record.names} />
        </a>{" "}
        <span class="small">{visit.t("check.version", { version: record.version })}</span>
      </p>
      <p>
        <OwnText visit={visit} texts={record.question} />
      </p>
      <p class="small">
        <SpeaksTo visit={visit} types={record.provision_types} />
      </p>
    </li>
  );
}

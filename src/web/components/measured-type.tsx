import type { Child } from "hono/jsx";
import { figureOfCounts } from "../../measurement/figure.ts";
import { countFindings } from "../../measurement/find.ts";
import { listIndicatorFigures } from "../../measurement/find-evidence.ts";
import { parametersKey } from "../../measurement/policy.ts";
import type { Check } from "../../registry/check.ts";
import type { Dossier } from "../../registry/dossier.ts";
import { whereFields } from "../../registry/field-filter.ts";
import { listRecords } from "../../registry/find.ts";
import type { Indicator } from "../../registry/indicator.ts";
import type { Visit } from "../visit.ts";
import { OwnText } from "./own-text.tsx";
import { type Result, ResultsByLevel } from "./results-by-level.tsx";

/** A question that speaks to a provision type, with what it gave for each body. */
export interface Answered {
  by: "check" | "indicator";
  asked: Pick<Check, "id" | "names" | "question" | "caveat"> | Pick<Indicator, "id" | "names" | "question" | "caveat">;
  results: readonly Result[];
}

/** What the checks and indicators of a provision type gave for every body; those that say nothing of a body leave it out. */
export async function answersOfType({ db, t }: Visit, type: string): Promise<Answered[]> {
  const where = whereFields({ provision_types: type });
  const dossiers = new Map<string, Dossier>((await listRecords(db, "dossier")).items.map(({ id, record }) => [id, record]));
  const answered: Answered[] = [];
  for (const { record: check } of (await listRecords(db, "check", { where })).items) {
    const own = parametersKey(check, {});
    const counted = await countFindings(db, { check: check.id }, (body) => dossiers.get(body));
    const results = counted
      .map(({ body, counts, observedAt, parametersKey: key }) => ({
        body,
        figure: figureOfCounts(counts),
        observedAt,
        ...(key === own ? {} : { remark: t("figure.own-parameters") }),
      }))
      .filter(({ figure }) => figure.denominator + figure.unknown > 0);
    answered.push({ by: "check", asked: check, results });
  }
  const figures = await listIndicatorFigures(db, type);
  for (const { record: indicator } of (await listRecords(db, "indicator", { where })).items)
    answered.push({
      by: "indicator",
      asked: indicator,
      results: figures
        .filter((one) => one.indicator === indicator.id && one.version === indicator.version)
        .map(({ body, figure, asOf }) => ({ body, figure, observedAt: asOf })),
    });
  return answered;
}

/** Is this kind of rule followed? Across organisations of one level, with what must not be concluded from it. */
export function MeasuredType({ visit, answered }: { visit: Visit; answered: readonly Answered[] }) {
  const { t } = visit;
  const told = answered.filter(({ results }) => results.length > 0);
  const silent = answered.filter(({ results }) => results.length === 0);
  return (
    <section aria-labelledby="happening">
      <h2 id="happening">{t("bodies.title")}</h2>
      {answered.length === 0 ? <p>{t("figure.no-check")}</p> : null}
      {told.length > 0 ? <p>{t("figure.compare-warning")}</p> : null}
      {told.map(({ by, asked, results }) => (
        <>
          <h3>
            <Asked visit={visit} by={by} asked={asked} />
          </h3>
          <p>
            <OwnText visit={visit} texts={asked.question} />
          </p>
          {asked.caveat ? (
            <p class="remark">
              {t("type.caveat")}
              {t("punctuation.colon")}
              <OwnText visit={visit} texts={asked.caveat} />
            </p>
          ) : null}
          <ResultsByLevel visit={visit} name={visit.own(asked.names)} results={results} />
        </>
      ))}
      {silent.length > 0 ? (
        <p class="small">
          {t("figure.not-measured-yet")}
          {t("punctuation.colon")}
          {silent.map(({ by, asked }, index) => (
            <>
              {index > 0 ? t("punctuation.semicolon") : ""}
              <Asked visit={visit} by={by} asked={asked} />
            </>
          ))}
        </p>
      ) : null}
    </section>
  );
}

function Asked({ visit, by, asked }: { visit: Visit } & Pick<Answered, "by" | "asked">): Child {
  return (
    <a href={visit.href(`/${by}s/${asked.id}`)}>
      <OwnText visit={visit} texts={asked.names} />
    </a>
  );
}

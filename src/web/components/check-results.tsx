import type { CountedFindings } from "../../measurement/find.ts";
import type { Outcome } from "../../measurement/finding.ts";
import type { Setting } from "../../measurement/settings.ts";
import type { Check } from "../../registry/check.ts";
import { jurisdictionLevels } from "../../registry/jurisdiction.ts";
import { behindAddress, byName, dayOf } from "../measured.ts";
import type { Visit } from "../visit.ts";
import { BodyName } from "./body-name.tsx";
import { InstrumentTitle } from "./instrument-title.tsx";

const columns = ["met", "not-met", "not-observable", "not-applicable"] as const;

/** What a check says of each body: outcomes counted, like beside like, in the order of names; no ranking. */
export function CheckResults({
  visit,
  check,
  counted,
  settings,
}: {
  visit: Visit;
  check: Check;
  counted: readonly CountedFindings[];
  settings: readonly Setting[];
}) {
  const { t, reference } = visit;
  const levelOf = (body: string) => reference.jurisdictions.get(reference.bodies.get(body)?.jurisdiction ?? "")?.level ?? "national";
  const byLevel = Map.groupBy(
    byName(visit, counted, ({ body }) => visit.bodyName(body)),
    ({ body }) => levelOf(body),
  );
  return (
    <section aria-labelledby="results">
      <h2 id="results">{t("check.results")}</h2>
      <p class="small">{t(counted.length === 0 ? "check.no-results" : "check.no-ranking")}</p>
      {jurisdictionLevels
        .filter((level) => byLevel.has(level))
        .map((level) => (
          <div class="scroll">
            <table>
              <caption>{visit.code("level", level)}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("subject.owner")}</th>
                  {columns.map((outcome) => (
                    <th scope="col" class="number">
                      {visit.code("outcome", outcome)}
                    </th>
                  ))}
                  <th scope="col">{t("subject.seen")}</th>
                </tr>
              </thead>
              <tbody>
                {byLevel.get(level)?.map((row) => (
                  <Row visit={visit} check={check} row={row} setBy={settings.filter((one) => one.parametersKey === row.parametersKey)} />
                ))}
              </tbody>
            </table>
          </div>
        ))}
    </section>
  );
}

function Row({ visit, check, row, setBy }: { visit: Visit; check: Check; row: CountedFindings; setBy: readonly Setting[] }) {
  const { t } = visit;
  const { met, notMet, excepted, notObservable, error, notApplicable } = row.counts;
  const number = (outcome: Outcome, count: number) =>
    count > 0 ? <a href={behindAddress(visit, row.body, check, row.parametersKey, outcome)}>{visit.number(count)}</a> : visit.number(0);
  return (
    <tr>
      <th scope="row">
        <a href={visit.href(`/bodies/${row.body}`)}>
          <BodyName visit={visit} id={row.body} />
        </a>
        {[...new Set(setBy.map(({ instrument }) => instrument))].map((instrument) => (
          <span class="small">
            {t("check.as-set-by")} <InstrumentTitle visit={visit} instrument={instrument} />
          </span>
        ))}
      </th>
      <td class="number">{number("met", met)}</td>
      <td class="number">
        {number("not-met", notMet + excepted)}
        {excepted > 0 ? <span class="small"> {t("subjects.of-them-excepted", { count: excepted })}</span> : null}
      </td>
      <td class="number">
        {number("not-observable", notObservable)}
        {error > 0 ? (
          <span class="small">
            {" "}
            {visit.code("outcome", "error")} {number("error", error)}
          </span>
        ) : null}
      </td>
      <td class="number">{number("not-applicable", notApplicable)}</td>
      <td>
        <time datetime={dayOf(row.observedAt)}>{visit.date(dayOf(row.observedAt))}</time>
      </td>
    </tr>
  );
}

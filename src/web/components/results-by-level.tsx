import type { Figure } from "../../measurement/figure.ts";
import { jurisdictionLevels } from "../../registry/jurisdiction.ts";
import { byName, dayOf } from "../measured.ts";
import type { Visit } from "../visit.ts";
import { BodyName } from "./body-name.tsx";
import { FigureBar, figureText, intervalText } from "./figure.tsx";

/** What one question gave for one body. */
export interface Result {
  body: string;
  figure: Figure;
  observedAt: string;
  /** what is different about how it was asked */
  remark?: string;
}

/** The answers to one question across bodies: only those of one level stand together, in the order of their names. */
export function ResultsByLevel({ visit, name, results }: { visit: Visit; name: string; results: readonly Result[] }) {
  const byLevel = Map.groupBy(results, ({ body }) => levelOf(visit, body));
  return (
    <>
      {jurisdictionLevels.map((level) => {
        const list = byLevel.get(level);
        return list ? <Level visit={visit} name={name} level={level} results={list} /> : null;
      })}
    </>
  );
}

function levelOf(visit: Visit, body: string): string {
  return visit.reference.jurisdictions.get(visit.reference.bodies.get(body)?.jurisdiction ?? "")?.level ?? "national";
}

function Level({ visit, name, level, results }: { visit: Visit; name: string; level: string; results: readonly Result[] }) {
  const { t } = visit;
  return (
    <div class="scroll">
      <table class="results">
        <caption>
          {name}
          {t("punctuation.colon")}
          {visit.code("level", level)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("bodies.body")}</th>
            <th scope="col">{t("figure.met")}</th>
            <th scope="col">{t("figure.unknown")}</th>
            <th scope="col">{t("figure.seen")}</th>
          </tr>
        </thead>
        <tbody>
          {byName(visit, results, ({ body }) => visit.bodyName(body)).map(({ body, figure, observedAt, remark }) => (
            <tr>
              <th scope="row">
                <a href={visit.href(`/bodies/${body}`)}>
                  <BodyName visit={visit} id={body} />
                </a>
                <span class="small">
                  {visit.placeName(visit.reference.bodies.get(body)?.jurisdiction ?? "")}
                  {remark ? `${t("punctuation.semicolon")}${remark}` : ""}
                </span>
              </th>
              <td>
                {figureText(visit, figure)} <FigureBar figure={figure} />
              </td>
              <td>{intervalText(visit, figure) ?? visit.number(0)}</td>
              <td>{visit.date(dayOf(observedAt))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

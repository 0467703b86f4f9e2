import type { Child } from "hono/jsx";
import type { Trend } from "../trend.ts";
import type { Visit } from "../visit.ts";
import { figureText, intervalText } from "./figure.tsx";

const MOST_DAYS = 8;
const WIDTH = 160;
const HEIGHT = 40;
const EDGE = 5;

/** Each figure on each day it was read, with a small drawing: the line is the share, the band what unknown leaves open. */
export function TrendTable({ visit, trends, nameOf }: { visit: Visit; trends: readonly Trend[]; nameOf: (trend: Trend) => Child }) {
  const { t } = visit;
  const days = [...new Set(trends.flatMap(({ looks }) => looks.map(({ day }) => day)))].sort().slice(-MOST_DAYS);
  return (
    <div class="scroll">
      <table class="trends sticky">
        <caption>
          <span>{t("body.trends-caption")}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("body.figure")}</th>
            {days.map((day) => (
              <th scope="col" class="number">
                {visit.date(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trends.map((trend) => (
            <tr>
              <th scope="row">
                {nameOf(trend)}
                <Line trend={trend} days={days} />
              </th>
              {days.map((day) => (
                <td class="number">
                  <Look visit={visit} trend={trend} day={day} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Look({ visit, trend: { looks }, day }: { visit: Visit; trend: Trend; day: string }) {
  const index = looks.findIndex((look) => look.day === day);
  const look = looks[index];
  if (!look) return <>–</>;
  const before = looks[index - 1];
  const interval = intervalText(visit, look.figure);
  return (
    <>
      {figureText(visit, look.figure)}
      {interval ? <span class="small">{interval}</span> : null}
      {before && before.version !== look.version ? (
        <span class="small">{visit.t("body.other-version", { version: look.version })}</span>
      ) : null}
    </>
  );
}

/** Days stand as far apart as they are in time. What is read in counts is not drawn. */
function Line({ trend: { looks }, days }: { trend: Trend; days: readonly string[] }) {
  const first = Date.parse(days[0] ?? "");
  const span = Math.max(1, Date.parse(days.at(-1) ?? "") - first);
  const x = (day: string) => Math.round(EDGE + ((Date.parse(day) - first) / span) * (WIDTH - 2 * EDGE));
  const y = (share: number) => Math.round(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE));
  const points = looks.flatMap(({ day, figure: { share, low, high, small } }) =>
    days.includes(day) && !small && share !== undefined && low !== undefined && high !== undefined ? [{ day, share, low, high }] : [],
  );
  if (points.length < 2) return null;
  const band = [
    ...points.map(({ day, high }) => `${x(day)} ${y(high)}`),
    ...points.toReversed().map(({ day, low }) => `${x(day)} ${y(low)}`),
  ];
  return (
    <svg class="line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" direction="ltr">
      <path class="grid" d={`M0 ${y(0)}H${WIDTH}M0 ${y(1)}H${WIDTH}`} />
      <path class="wash" d={`M${band.join("L")}Z`} />
      <path class="course" d={`M${points.map(({ day, share }) => `${x(day)} ${y(share)}`).join("L")}`} />
      {points.map(({ day, share }) => (
        <circle class="ink" cx={x(day)} cy={y(share)} r={3} />
      ))}
    </svg>
  );
}

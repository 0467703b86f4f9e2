import type { Visit } from "../visit.ts";

export interface YearCount {
  year: number;
  certain: number;
  open: number;
}

const BAR = 20;
const HEIGHT = 180;
const LEFT = 36;

/** One bar a year: what is certain, solid; what the sources leave open above it, striped. A table with the same figures stands beside it. */
export function YearBars({
  visit,
  id,
  title,
  series,
  chosen,
}: {
  visit: Visit;
  id: string;
  title: string;
  series: readonly YearCount[];
  chosen: number;
}) {
  const most = Math.max(5, ...series.map(({ certain, open }) => certain + open));
  const step = most <= 20 ? 5 : most <= 60 ? 10 : 10 ** Math.floor(Math.log10(most));
  const top = Math.ceil(most / step) * step;
  const height = (value: number) => Math.round((value / top) * HEIGHT * 10) / 10;
  const width = LEFT + series.length * BAR + 8;
  return (
    <svg class="bars" viewBox={`0 0 ${width} ${HEIGHT + 40}`} role="img" aria-labelledby={`${id}-title`} direction="ltr">
      <title id={`${id}-title`}>{title}</title>
      <defs>
        <pattern id={`${id}-open`} width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" class="paper" />
          <rect width="5" height="2" class="ink" />
        </pattern>
      </defs>
      {Array.from({ length: top / step + 1 }, (_, index) => index * step).map((value) => (
        <>
          <path class="grid" d={`M${LEFT} ${HEIGHT + 10 - height(value)}H${width - 4}`} />
          <text x={LEFT - 6} y={HEIGHT + 14 - height(value)} text-anchor="end">
            {visit.number(value)}
          </text>
        </>
      ))}
      {series.map(({ year, certain, open }, index) => {
        const x = LEFT + index * BAR + 3;
        const base = HEIGHT + 10;
        return (
          <g>
            <title>{`${year}: ${certain} + ${open}`}</title>
            {certain > 0 ? <rect class="ink" x={x} y={base - height(certain)} width={BAR - 6} height={height(certain)} /> : null}
            {open > 0 ? (
              <rect class="rim" fill={`url(#${id}-open)`} x={x} y={base - height(certain + open)} width={BAR - 6} height={height(open)} />
            ) : null}
            {year === chosen || (year % 5 === 0 && Math.abs(year - chosen) > 1) ? (
              <text x={x + (BAR - 6) / 2} y={base + 16} text-anchor="middle" {...(year === chosen ? { class: "chosen-year" } : {})}>
                {year}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}

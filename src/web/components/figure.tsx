import type { Figure } from "../../measurement/figure.ts";
import type { Visit } from "../visit.ts";

/** "83 of 112 (74 %)"; counts alone where they are few; never "100 %" of less than all. */
export function figureText(visit: Visit, { numerator, denominator, unknown, share, small }: Figure): string {
  if (share === undefined) return unknown > 0 ? visit.t("figure.none-told", { unknown }) : visit.t("figure.none");
  if (small) return visit.t("figure.counts", { numerator, denominator });
  if (numerator < denominator && share >= 0.995) return visit.t("figure.nearly-all", { numerator, denominator });
  if (numerator > 0 && share < 0.005) return visit.t("figure.hardly-any", { numerator, denominator });
  return visit.t("figure.share", { numerator, denominator, share });
}

/** What is unknown and how far it reaches, rounded outwards: "5 unknown: 70 % if all of it fails, 79 % if all of it passes". Nothing where all is known. */
export function intervalText(visit: Visit, { numerator, denominator, unknown, small }: Figure): string | undefined {
  if (unknown === 0) return undefined;
  const all = denominator + unknown;
  if (denominator === 0) return visit.t("figure.nothing-known");
  if (small) return visit.t("figure.interval-counts", { unknown, low: numerator, high: numerator + unknown, all });
  const low = Math.floor((100 * numerator) / all) / 100;
  const high = Math.ceil((100 * (numerator + unknown)) / all) / 100;
  return visit.t("figure.interval", { unknown, low, high });
}

const WIDTH = 120;
const HEIGHT = 10;

/** Of all that was asked: solid what counts as met, striped what is unknown, empty the rest; nothing where counts are few. What it shows stands beside it in words. */
export function FigureBar({ figure: { low, high, small } }: { figure: Figure }) {
  if (small || low === undefined || high === undefined) return null;
  return <Bar parts={[low, high - low]} />;
}

/** Shares of a whole from its start on, the first solid, the second striped; what is left stays empty. */
export function Bar({ parts: [solid, striped], width = WIDTH }: { parts: readonly [number, number]; width?: number }) {
  const from = round(solid * width);
  const to = round((solid + striped) * width);
  return (
    <svg class="bar" viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {from > 0 ? <rect class="ink" width={from} height={HEIGHT} /> : null}
      {to > from ? <path class="stripes" d={stripes(from, to)} /> : null}
    </svg>
  );
}

function stripes(from: number, to: number): string {
  const count = Math.max(1, Math.floor((to - from) / 3));
  return Array.from({ length: count }, (_, index) => `M${round(from + ((index + 0.5) * (to - from)) / count)} 0v${HEIGHT}`).join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

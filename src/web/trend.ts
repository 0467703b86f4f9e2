import type { Figure } from "../measurement/figure.ts";
import type { PastReading } from "../measurement/find-reading.ts";
import { dayOf, questionKey } from "./measured.ts";

/** How one question was answered on each day on which somebody looked. */
export interface Trend {
  by: "check" | "indicator";
  id: string;
  looks: { day: string; version: number; figure: Figure }[];
}

/**
 * The figures of past readings by question, oldest look first; of several readings of one look the last. A check's figure is of
 * the day of its look, an indicator's of its reading. Figures of which nothing could ever be told are left out.
 */
export function trendsOf(past: readonly PastReading[]): Trend[] {
  const trends = new Map<string, { by: Trend["by"]; id: string; days: Map<string, Trend["looks"][number]> }>();
  const inOrder = [...past].sort((a, b) => a.asOf.localeCompare(b.asOf) || a.recordedAt.localeCompare(b.recordedAt));
  for (const { asOf, reading } of inOrder)
    for (const entry of reading.implementation.flatMap(({ figures }) => figures)) {
      const key = questionKey(entry);
      const trend = trends.get(key) ?? { by: entry.by, id: entry.id, days: new Map() };
      const day = entry.observedAt ? dayOf(entry.observedAt) : asOf;
      trend.days.set(day, { day, version: entry.version, figure: entry.figure });
      trends.set(key, trend);
    }
  return [...trends.values()]
    .map(({ by, id, days }) => ({ by, id, looks: [...days.values()] }))
    .filter(({ looks }) => looks.some(({ figure }) => figure.denominator > 0));
}

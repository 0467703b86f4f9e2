import { earliestDay, latestDay, type PartialDate } from "../shared/partial-date.ts";
import type { Instrument, Status } from "./instrument.ts";

/** A time in which an instrument bore one status. Each end lies between two days: a source that says "2012" means any day of it. */
export interface Period {
  status: Status["value"];
  /** whether the text has effect in this status; "maybe": adopted, and nobody said since when it applies, or nobody knows what became of it */
  effect: Effect;
  fromEarliest: string;
  fromLatest: string;
  toEarliest: string;
  toLatest: string;
}

/** Days so far off that they mean "always" and "still". */
export const BEGINNING = "0001-01-01";
export const OPEN_END = "9999-12-31";

type Effect = "yes" | "maybe" | "no";

const effects: Record<Status["value"], Effect> = {
  "in-force": "yes",
  "partly-lapsed": "yes",
  dormant: "yes",
  adopted: "maybe",
  unknown: "maybe",
  draft: "no",
  proposed: "no",
  failed: "no",
  withdrawn: "no",
  lapsed: "no",
  replaced: "no",
  repealed: "no",
};

/**
 * The instrument's periods, oldest first. A first status without a day begins when the instrument entered into force, applied,
 * was adopted or published, whichever is known; where none is, its beginning may be any day. A text that ended is taken to
 * have been in force from its known beginning until then. A status cannot have begun before those that stand ahead of it.
 */
export function periodsOf(instrument: Pick<Instrument, "dates" | "statuses">): Period[] {
  const { dates } = instrument;
  const begin = (dates.in_force ?? dates.applicable ?? dates.adopted ?? dates.published)?.value;
  const series = instrument.statuses.map((status) => ({ value: status.value, from: status.from }));
  const first = series[0];
  const ended = first && (["lapsed", "replaced", "repealed", "partly-lapsed", "dormant"] as string[]).includes(first.value);
  if (first && ended && begin && begin !== first.from) {
    first.from ??= dates.expired?.value;
    series.unshift({ value: "in-force", from: begin });
  } else if (first && first.from === undefined) {
    first.from = ["draft", "proposed", "failed", "withdrawn"].includes(first.value) ? dates.proposed?.value : begin;
  }
  const last = series.at(-1);
  if (last && dates.expired && effects[last.value] === "yes") series.push({ value: "lapsed", from: dates.expired.value });
  let earliest = BEGINNING;
  const starts = series.map((status) => {
    const own = span(status.from);
    earliest = own.earliest > earliest ? own.earliest : earliest;
    return { earliest, latest: own.latest > earliest ? own.latest : earliest };
  });
  return series.map((status, index) => {
    const [from, to] = [starts[index] ?? whenever, starts[index + 1] ?? { earliest: OPEN_END, latest: OPEN_END }];
    return {
      status: status.value,
      effect: effects[status.value],
      fromEarliest: from.earliest,
      fromLatest: from.latest,
      toEarliest: to.earliest,
      toLatest: to.latest,
    };
  });
}

/** What is known of an instrument's effect on a day: "yes", "no", or "unknown" where the sources do not say. */
export function inForceOn(periods: readonly Period[], day: string): "yes" | "no" | "unknown" {
  const may = periods.filter((period) => period.effect !== "no" && period.fromEarliest <= day && day < period.toLatest);
  if (may.some((period) => period.effect === "yes" && period.fromLatest <= day && day < period.toEarliest)) return "yes";
  return may.length > 0 ? "unknown" : "no";
}

/** The newest status of the series: what stands today as far as anybody wrote down. */
export function currentStatus(instrument: Pick<Instrument, "statuses" | "dates">): Status["value"] {
  return periodsOf(instrument).at(-1)?.status ?? "unknown";
}

/** The date under which an instrument is sorted: when it was adopted, else published, in force, applicable, proposed. */
export function leadingDate(instrument: Pick<Instrument, "dates">): { kind: string; value: PartialDate } | undefined {
  for (const kind of ["adopted", "published", "in_force", "applicable", "proposed"] as const) {
    const date = instrument.dates[kind];
    if (date) return { kind, value: date.value };
  }
  return undefined;
}

const whenever = { earliest: BEGINNING, latest: OPEN_END };

function span(date: PartialDate | undefined): { earliest: string; latest: string } {
  return date ? { earliest: earliestDay(date), latest: latestDay(date) } : whenever;
}

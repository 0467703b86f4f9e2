import type { Instrument } from "../../registry/instrument.ts";
import { currentStatus, periodsOf } from "../../registry/standing.ts";
import { earliestDay, type PartialDate } from "../../shared/partial-date.ts";

/** An instrument that asks and is not, or not for sure, in force on the day of the look. */
export interface NotInForce {
  policy: string;
  status: ReturnType<typeof currentStatus>;
  /** Where it is known that it comes into force later: when, as exact as its source. */
  from?: PartialDate;
}

/** What to say of an instrument's standing on a day (ISO); nothing where it is held to be in force, even if nobody knows since when. */
export function notInForceOn({ id, ...instrument }: Pick<Instrument, "id" | "statuses" | "dates">, today: string): NotInForce | undefined {
  const periods = periodsOf(instrument);
  const period = periods.findLast(({ fromEarliest }) => fromEarliest <= today) ?? periods.at(-1);
  const holds = period?.effect === "yes";
  const from = instrument.dates.in_force?.value ?? instrument.statuses.findLast(({ value }) => value === "in-force")?.from;
  const comes = from !== undefined && earliestDay(from) > today && (holds || period?.status === "adopted");
  if (!comes && holds) return undefined;
  return comes ? { policy: id, status: currentStatus(instrument), from } : { policy: id, status: period?.status ?? "unknown" };
}

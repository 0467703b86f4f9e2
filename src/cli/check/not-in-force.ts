import type { Instrument } from "../../registry/instrument.ts";
import { currentStatus } from "../../registry/standing.ts";
import { earliestDay, type PartialDate } from "../../shared/partial-date.ts";

/** An instrument that asks and is not, or not for sure, in force on the day of the look. */
export interface NotInForce {
  policy: string;
  status: ReturnType<typeof currentStatus>;
  /** Where it is known that it comes into force later: when, as exact as its source. */
  from?: PartialDate;
}

const inForce: ReadonlySet<string> = new Set(["in-force", "partly-lapsed", "dormant"]);

/** What to say of an instrument's standing on a day (ISO); nothing where it is held to be in force, even if nobody knows since when. */
export function notInForceOn({ id, ...instrument }: Pick<Instrument, "id" | "statuses" | "dates">, today: string): NotInForce | undefined {
  const status = currentStatus(instrument);
  const from = instrument.dates.in_force?.value ?? instrument.statuses.findLast(({ value }) => value === "in-force")?.from;
  const comes = from !== undefined && earliestDay(from) > today && (inForce.has(status) || status === "adopted");
  if (!comes && inForce.has(status)) return undefined;
  return { policy: id, status, ...(comes ? { from } : {}) };
}

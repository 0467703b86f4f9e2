import { z } from "zod";
import { partialDate } from "../shared/partial-date.ts";

export const coverageOutcomes = ["reviewed", "reported-only", "looked-none-found", "not-yet-looked"] as const;

/** One entry of dataset/coverage/<jurisdiction>.yml: who looked, when, where, and what came of it. What nobody wrote down is "not yet looked". */
export const coverage = z.strictObject({
  jurisdiction: z.string().min(2).max(20),
  date: partialDate,
  who: z.string().min(1).max(200).describe("by role: founding-team, never a personal name"),
  outcome: z.enum(coverageOutcomes),
  where: z.array(z.string().min(1).max(500)).min(1).describe("the places looked at: collections, sites, queries"),
  note: z.string().max(2000).optional(),
});

export type Coverage = z.infer<typeof coverage>;

export type CoverageOutcome = (typeof coverageOutcomes)[number];

/** How many policies the registry holds of a place: reviewed here, and reported by collections alone. */
export interface Holding {
  reviewed: number;
  reported: number;
}

export interface PlaceCoverage extends Holding {
  outcome: CoverageOutcome;
  /** what somebody wrote down, newest first; empty where the outcome follows from what is held */
  records: readonly Coverage[];
}

/**
 * What is known of a place. What somebody wrote down wins, the newest entry first; without an entry it follows from what is
 * held. An entry that says nothing was found does not outweigh a policy that has been reviewed since.
 */
export function coverageOf(place: string, records: readonly Coverage[], holding: Holding = { reviewed: 0, reported: 0 }): PlaceCoverage {
  const own = records.filter((record) => record.jurisdiction === place).sort((a, b) => b.date.localeCompare(a.date));
  const derived = holding.reviewed > 0 ? "reviewed" : holding.reported > 0 ? "reported-only" : "not-yet-looked";
  return { ...holding, outcome: derived === "reviewed" ? derived : (own[0]?.outcome ?? derived), records: own };
}

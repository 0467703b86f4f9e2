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

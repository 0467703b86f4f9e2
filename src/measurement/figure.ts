import type { Outcome } from "./finding.ts";

/** How many subjects came to which outcome; of the "not met" those with a registered exception are counted apart. */
export interface Counts {
  met: number;
  excepted: number;
  notMet: number;
  notApplicable: number;
  notObservable: number;
  error: number;
}

/** A ratio that says how much is not known. Shares are from 0 to 1; absent where nothing can be said. */
export interface Figure {
  /** met, and not met with a registered exception: that is compliance too */
  numerator: number;
  /** all that could be told either way */
  denominator: number;
  /** what could not be told */
  unknown: number;
  share?: number;
  /** as if all that is unknown failed */
  low?: number;
  /** as if all that is unknown passed */
  high?: number;
  /** Fewer than ten: read the counts, not the share. */
  small: boolean;
}

const FEW = 10;

export function figureOf(numerator: number, denominator: number, unknown: number): Figure {
  const all = denominator + unknown;
  return {
    numerator,
    denominator,
    unknown,
    ...(denominator > 0 ? { share: numerator / denominator } : {}),
    ...(all > 0 ? { low: numerator / all, high: (numerator + unknown) / all } : {}),
    small: denominator < FEW,
  };
}

/** What does not apply is in no denominator; an error is unknown, not a failure. */
export function figureOfCounts(counts: Counts): Figure {
  return figureOf(counts.met + counts.excepted, counts.met + counts.excepted + counts.notMet, counts.notObservable + counts.error);
}

export const noCounts: Counts = { met: 0, excepted: 0, notMet: 0, notApplicable: 0, notObservable: 0, error: 0 };

export const countOf: Record<Outcome, keyof Counts> = {
  met: "met",
  "not-met": "notMet",
  "not-applicable": "notApplicable",
  "not-observable": "notObservable",
  error: "error",
};

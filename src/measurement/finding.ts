import type { Parameters } from "../registry/check.ts";
import type { LocalizedText } from "../shared/localized-text.ts";
import type { FactValue, Place } from "./fact.ts";

/** not-observable: the facts it needs could not be seen. error: the expression failed on the facts that were seen. */
export const outcomes = ["met", "not-met", "not-applicable", "not-observable", "error"] as const;
export type Outcome = (typeof outcomes)[number];

/** One reason: the fact, its value and its place, or why it could not be observed. */
export interface Because {
  fact: string;
  value?: FactValue;
  where: Place[];
  notObservable?: string;
}

/** What one version of one check says of one observation. The same three inputs always give the same finding. */
export interface Finding {
  check: string;
  checkVersion: number;
  outcome: Outcome;
  because: Because[];
  /** The parameters it was judged with, defaults included. */
  parameters: Parameters;
  /** Where the outcome is error: what failed. */
  error?: string;
  /** Where it is not met. */
  remedy?: LocalizedText;
}

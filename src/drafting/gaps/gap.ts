import type { LocalizedText } from "../../shared/localized-text.ts";

/** How a gap weighs: something lacks, two things contradict each other, a person should look, or it is told only. There is no score. */
export const gapLevels = ["missing", "contradiction", "doubt", "fact"] as const;
export type GapLevel = (typeof gapLevels)[number];

/** What can be found; each has the message "gaps.<kind>". */
const gapKinds = [
  "area-empty",
  "principle-empty",
  "essential",
  "need-unmet",
  "reference-broken",
  "blanks-open",
  "clauses-conflict",
  "strengths-differ",
  "strength-not-said",
  "default-licences",
  "deadline-past",
  "date-past",
  "duty-without-actor",
  "duty-passive",
  "term-undefined",
  "term-unused",
  "term-defined-twice",
  "codings-undecided",
  "duty-not-measurable",
] as const;
type GapKind = (typeof gapKinds)[number];

/** What a gap rests on: a record of the registry. An instrument has its title; the others stand in what every page has at hand. */
export interface Evidence {
  kind: "lesson" | "instrument" | "framework";
  id: string;
  title?: string;
}

/** One thing that a draft lacks, or that does not hold together. */
export interface Gap {
  kind: GapKind;
  level: GapLevel;
  /** provision types that the sentence names, as {type} and {other} */
  types: readonly string[];
  /** other words and numbers of the sentence */
  values: Readonly<Record<string, string | number>>;
  /** the element that it stands in; none: it is about the whole draft */
  element?: string;
  /** a second element, where two do not go together */
  other?: string;
  /** the words of the draft that it is about */
  quote?: string;
  /** the reason, in the words of a clause */
  because?: { en: string; fr: string };
  evidence: readonly Evidence[];
  /** the clause that would mend it, where one would */
  clause?: string;
}

/** What of the draft speaks to one area of rules, or to one principle. */
export interface Covered {
  id: string;
  /** provision types of the draft that speak to it */
  present: readonly string[];
  /** how many others of the taxonomy would */
  others: number;
}

/** How many comparable texts of the registry have a provision that the draft lacks: counts of what was read, never a mark. */
export interface Comparable {
  type: string;
  groups: readonly { by: "level" | "stage" | "income"; value: string; count: number; of: number }[];
  /** some of these texts */
  instruments: readonly Evidence[];
  clause?: string;
}

/** By what a kind of duty in the draft can be measured. Neither checks nor indicators: by an attestation at best. */
export interface Measured {
  type: string;
  elements: readonly string[];
  checks: readonly { id: string; names: LocalizedText; subject: string }[];
  indicators: readonly { id: string; names: LocalizedText }[];
  /** where it could be read, and what nobody should conclude; in English */
  data: string;
  caveat?: string;
}

export const formulas = ["flesch-kincaid", "kandel-moles", "fernandez-huerta", "amstad", "gulpease"] as const;

/** How long a text is and how hard to read, by the published formula of its language. */
export interface Reading {
  words: number;
  sentences: number;
  /** words of a sentence on average, one decimal */
  average: number;
  longest?: { words: number; element: string; quote: string };
  /** absent: no published formula for this language is known here, or the text has fewer than 100 words */
  grade?: { formula: (typeof formulas)[number]; value: number };
  whyNoGrade?: "language" | "short";
}

export interface Gaps {
  gaps: readonly Gap[];
  areas: readonly Covered[];
  principles: readonly Covered[];
  comparable: readonly Comparable[];
  measured: readonly Measured[];
  reading: Reading;
}

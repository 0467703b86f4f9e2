/** How a gap weighs: something lacks, two things contradict each other, a person should look, or it is told only. There is no score. */
export const gapLevels = ["missing", "contradiction", "doubt", "fact"] as const;
export type GapLevel = (typeof gapLevels)[number];

/** What a gap rests on: a record of the registry. */
export interface Evidence {
  kind: "lesson" | "instrument" | "check" | "framework-item";
  id: string;
}

/** One thing that a draft lacks or that does not hold together. `kind` names its message, `values` what stands in it. */
export interface Gap {
  kind: string;
  level: GapLevel;
  /** provision types that the sentence names, in the order of its places {type} and {other} */
  types: readonly string[];
  /** other words and numbers of the sentence */
  values: Readonly<Record<string, string | number>>;
  /** where it stands; none: it is about the whole draft */
  element?: string;
  evidence: readonly Evidence[];
  /** the clause that would mend it, where one would */
  clause?: string;
}

export interface Gaps {
  gaps: readonly Gap[];
}

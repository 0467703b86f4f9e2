import type { Clause } from "../../registry/clause.ts";
import type { ProvisionType } from "../../registry/provision-type.ts";
import type { LocalizedText } from "../../shared/localized-text.ts";

/** A text of the registry as a draft is compared with it. */
export interface ComparableText {
  id: string;
  title: string;
  level: string;
  stage?: string;
  income?: string;
  types: ReadonlySet<string>;
}

/** What gaps are judged against: prepared once, good until the registry changes. */
export interface GapSurroundings {
  clauses: ReadonlyMap<string, Clause>;
  types: ReadonlyMap<string, ProvisionType>;
  /** the items of the United Nations Open Source Principles with the provision types that speak to them */
  principles: readonly { id: string; types: readonly string[] }[];
  texts: readonly ComparableText[];
  /** ids of the lessons that there are */
  lessons: ReadonlySet<string>;
  places: ReadonlyMap<string, { level: string; stage?: string; income?: string }>;
  checksOf: ReadonlyMap<string, readonly { id: string; names: LocalizedText; subject: string }[]>;
  indicatorsOf: ReadonlyMap<string, readonly { id: string; names: LocalizedText }[]>;
}

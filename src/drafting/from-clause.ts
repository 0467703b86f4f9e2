import { type Capacity, type Clause, type ClauseVariant, type LegalForm, policyParts } from "../registry/clause.ts";
import type { Strength } from "../registry/coding.ts";
import type { DraftElement } from "./draft.ts";
import { newElementId } from "./element-id.ts";
import { writeStrength } from "./wording.ts";

/**
 * The variant of a clause that fits a legal form and a capacity best: written for both, for one of them, or for any. Never one written for
 * another: where no form or capacity is named, only one for any fits. A contract takes wording that was written as such.
 */
export function fittingVariant(clause: Clause, form?: LegalForm, capacity?: Capacity): ClauseVariant | undefined {
  const takesAny = form !== "contract" || clause.contract;
  const fits = clause.variants
    .map((variant, index) => {
      const byForm = variant.forms.length === 0 ? (takesAny ? 0 : -1) : form && variant.forms.includes(form) ? 2 : -1;
      const byCapacity = variant.capacities.length === 0 ? 0 : capacity && variant.capacities.includes(capacity) ? 1 : -1;
      return { variant, index, weight: byForm < 0 || byCapacity < 0 ? -1 : byForm + byCapacity };
    })
    .filter(({ weight }) => weight >= 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  return fits[0]?.variant;
}

/** The languages in which clauses are worded; a draft in another begins with the English wording. */
export function clauseLanguage(language: string): "en" | "fr" {
  return language.split("-")[0] === "fr" ? "fr" : "en";
}

/** An article with the wording of a clause, traced to it, and with the coding that the clause stands for: who chooses a clause accepts that. */
export function elementFromClause(clause: Clause, variant: ClauseVariant, strength: Strength, language: string): DraftElement {
  const wordedIn = clauseLanguage(language);
  const [addressee] = variant.addressees;
  return {
    id: newElementId(),
    kind: clause.part === "contract-annex" || (variant.forms.length === 1 && variant.forms[0] === "contract") ? "annex" : "article",
    heading: writeStrength(variant.heading[wordedIn], strength, wordedIn),
    text: writeStrength(variant.text[wordedIn], strength, wordedIn),
    origin: { kind: "clause", clause: clause.id, version: clause.version, variant: variant.id, strength },
    codings: [{ type: clause.id, strength, ...(addressee ? { addressee } : {}), by: "clause", because: [], verdict: "accepted" }],
  };
}

/** Clauses in the order in which a policy usually has them. */
export function inUsualOrder(clauses: readonly Clause[]): Clause[] {
  return [...clauses].sort(
    (a, b) => policyParts.indexOf(a.part) - policyParts.indexOf(b.part) || a.order - b.order || (a.id < b.id ? -1 : 1),
  );
}

/** The heading of a chapter that holds the articles of one part of a policy. */
export function partElement(heading: string): DraftElement {
  return { id: newElementId(), kind: "part", heading, text: "", origin: { kind: "own" }, codings: [] };
}

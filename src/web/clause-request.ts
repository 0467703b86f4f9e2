import { clauseLanguage, fittingVariant } from "../drafting/from-clause.ts";
import { type Capacity, type Clause, type ClauseVariant, capacities, type LegalForm, legalForms } from "../registry/clause.ts";
import { type Strength, strengths } from "../registry/coding.ts";
import { says } from "../shared/problem.ts";
import { readOne } from "./parameters.ts";
import type { Visit } from "./visit.ts";

/** For what a reader wants a wording: it goes along from the list of clauses to a clause and its files. */
export interface ClauseRequest {
  form?: LegalForm;
  capacity?: Capacity;
  strength?: Strength;
  /** the language of the wording, not of the page */
  wording?: "en" | "fr";
  variant?: string;
}

export const wordingLanguages = ["en", "fr"] as const;

/** @throws Problem invalid-input where a value is not one of its list */
export function readClauseRequest(parameters: URLSearchParams): ClauseRequest {
  const request = {
    form: readWord(parameters, "form", legalForms),
    capacity: readWord(parameters, "capacity", capacities),
    strength: readWord(parameters, "strength", strengths),
    wording: readWord(parameters, "wording", wordingLanguages),
    variant: readOne(parameters, "variant", (value) => /^[a-z0-9-]{1,120}$/.test(value), says`the id of one of the clause’s variants`),
  };
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) as ClauseRequest;
}

/** One word of a closed list, or nothing. */
export function readWord<W extends string>(parameters: URLSearchParams, name: string, words: readonly W[]): W | undefined {
  return readOne(parameters, name, (value) => (words as readonly string[]).includes(value), says`one of ${words.join(", ")}`) as
    | W
    | undefined;
}

/** "?form=decree&wording=fr", or nothing where nothing is asked for. */
export function clauseQuery(request: ClauseRequest & { version?: number }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request)) if (value !== undefined) query.set(name, String(value));
  return query.size > 0 ? `?${query}` : "";
}

/** The wording of a clause that is shown, in which strength and language. */
export interface ShownWording {
  variant: ClauseVariant;
  strength: Strength;
  language: "en" | "fr";
  /** false: nothing of the clause was written for that form or capacity, or has that strength; the first wording is shown instead */
  fits: boolean;
}

/** What a request means for a clause; the wording is in the reader's language where it is French, else in English. */
export function shownWording(clause: Clause, request: ClauseRequest, visit: Pick<Visit, "language">): ShownWording {
  const { form, capacity, strength } = request;
  const bears = ({ strengths }: ClauseVariant) => strength === undefined || strengths.includes(strength);
  const wanted =
    request.variant === undefined
      ? fittingVariant({ ...clause, variants: clause.variants.filter(bears) }, form, capacity)
      : clause.variants.find(({ id }) => id === request.variant);
  const variant = wanted ?? (clause.variants[0] as ClauseVariant);
  return {
    variant,
    strength: strength && bears(variant) ? strength : (variant.strengths[0] ?? "must"),
    language: request.wording ?? clauseLanguage(visit.language),
    fits: wanted !== undefined && bears(variant),
  };
}

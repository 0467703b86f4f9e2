import { type Clause, type ClauseVariant, policyParts } from "../registry/clause.ts";
import type { Strength } from "../registry/coding.ts";
import type { DraftElement } from "./draft.ts";
import { clauseLanguage, elementFromClause, fittingVariant, inUsualOrder, partElement } from "./from-clause.ts";
import { asksFor, beyond, byCapacity, byForm, byHost, core, essential, notFor } from "./outline-rules.ts";
import type { Profile } from "./profile.ts";

const reasonCodes = [
  "core",
  "essential",
  "usual-for-form",
  "fits-capacity",
  "fits-host",
  "needed-by",
  "beyond-capacity",
  "not-for-form",
  "not-for-host",
  "contradicts",
  "left-to-host",
  "asks-for",
  "optional",
] as const;

/** Why a clause is proposed or left out, with the clause, the means or the legal form it has to do with. */
export interface Reason {
  code: (typeof reasonCodes)[number];
  about?: string;
}

export interface ChosenClause {
  clause: Clause;
  variant: ClauseVariant;
  strength: Strength;
  because: Reason[];
}

export interface Outline {
  chosen: ChosenClause[];
  leftOut: ChosenClause[];
}

/**
 * The outline that a profile calls for: each clause with its wording, its strength and the reasons. What a chosen clause needs is chosen too, unless
 * something stands against it and the wording does not refer to it; of two that contradict each other the one chosen first stands. What is left out
 * is told with its reason, and can be chosen all the same.
 */
export function outlineFor(profile: Profile, clauses: readonly Clause[]): Outline {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const worded = new Map(
    clauses.map((clause) => [clause.id, fittingVariant(clause, profile.form, profile.capacity) ?? clause.variants[0]]),
  );
  const chosen = new Map<string, Reason[]>();
  const refused = new Map<string, Reason[]>();
  for (const [id, reason] of wishes(profile)) {
    const clause = byId.get(id);
    const against = clause ? objections(profile, clause) : [];
    if (against.length > 0) refused.set(id, against);
    else choose(id, reason);
  }
  const result: Outline = { chosen: [], leftOut: [] };
  for (const clause of inUsualOrder(clauses)) {
    const variant = worded.get(clause.id);
    if (!variant) continue;
    const one = { clause, variant, strength: strengthFor(profile, variant) };
    const because = chosen.get(clause.id);
    if (because) result.chosen.push({ ...one, because });
    else {
      const against = refused.get(clause.id) ?? objections(profile, clause);
      result.leftOut.push({ ...one, because: against.length > 0 ? against : [{ code: "optional" }] });
    }
  }
  return result;

  function choose(id: string, reason: Reason): void {
    const clause = byId.get(id);
    if (!clause) return;
    const held = chosen.get(id);
    if (held) {
      if (!held.some(({ code, about }) => code === reason.code && about === reason.about)) held.push(reason);
      return;
    }
    const rival = [...chosen.keys()].find(
      (other) => clause.conflicts.some(({ clause }) => clause === other) || byId.get(other)?.conflicts.some(({ clause }) => clause === id),
    );
    if (rival) {
      refused.set(id, [{ code: "contradicts", about: rival }]);
      return;
    }
    refused.delete(id);
    chosen.set(id, [reason]);
    for (const { clause: needed } of clause.needs) chooseNeeded(needed, id);
  }

  function chooseNeeded(id: string, by: string): void {
    const clause = byId.get(id);
    if (!clause) return;
    const against = chosen.has(id) ? [] : objections(profile, clause);
    const isReferredTo = Object.values(worded.get(by)?.text ?? {}).some((text) => text.includes(`[[${id}]]`));
    if (against.length === 0 || isReferredTo) choose(id, { code: "needed-by", about: by });
    else if (!refused.has(id))
      refused.set(id, profile.host ? [{ code: "left-to-host", about: by }] : [...against, { code: "needed-by", about: by }]);
  }
}

/** A strategy announces; it binds nobody. Everywhere else a wording has the strength that it is proposed with. */
function strengthFor({ host }: Profile, { strengths: [first = "must", ...others] }: ClauseVariant): Strength {
  return host === "digital-strategy" && others.includes("should") ? "should" : first;
}

/** The clauses that the rules name for a profile, the strongest wish first. */
function wishes({ form, capacity, host }: Profile): [id: string, reason: Reason][] {
  if (host) return byHost[host].map((id) => [id, { code: "fits-host" }]);
  return [
    ...core.map((id): [string, Reason] => [id, { code: "core" }]),
    ...essential.map((id): [string, Reason] => [id, { code: "essential" }]),
    ...byForm[form].map((id): [string, Reason] => [id, { code: "usual-for-form" }]),
    ...byCapacity[capacity].map((id): [string, Reason] => [id, { code: "fits-capacity" }]),
  ];
}

/** What stands against a clause for a profile; nothing where it has a wording for just that form or capacity. */
export function objections(profile: Profile, { id, variants }: Clause): Reason[] {
  if (profile.host) return byHost[profile.host].includes(id) ? [] : [{ code: "not-for-host" }];
  const reasons: Reason[] = [];
  if (notFor[profile.form].includes(id) && !variants.some(({ forms }) => forms.includes(profile.form)))
    reasons.push({ code: "not-for-form", about: profile.form });
  if (beyond[profile.capacity].includes(id) && !variants.some(({ capacities }) => capacities.includes(profile.capacity)))
    reasons.push({ code: "beyond-capacity" });
  const asked = asksFor[id];
  // Nothing ticked says nothing; only where something was named is what is absent known to be absent.
  if (asked && profile.means.length > 0 && !profile.means.includes(asked)) reasons.push({ code: "asks-for", about: asked });
  return reasons;
}

const partHeadings: Record<"en" | "fr", Record<(typeof policyParts)[number], string>> = {
  en: {
    purpose: "Purpose",
    definitions: "Definitions",
    scope: "Scope",
    acquisition: "Acquisition",
    rights: "Rights and delivery",
    publication: "Publication",
    licensing: "Licensing",
    security: "Security",
    contribution: "Contribution",
    exceptions: "Exceptions",
    catalogue: "Catalogue and inventory",
    governance: "Governance",
    funding: "Funding and capacity",
    monitoring: "Monitoring",
    transition: "Transition",
    review: "Review",
    "contract-annex": "Contract wording",
  },
  fr: {
    purpose: "Objet",
    definitions: "Définitions",
    scope: "Champ d’application",
    acquisition: "Acquisition",
    rights: "Droits et livraison",
    publication: "Publication",
    licensing: "Licences",
    security: "Sécurité",
    contribution: "Contribution",
    exceptions: "Exceptions",
    catalogue: "Catalogue et inventaire",
    governance: "Gouvernance",
    funding: "Financement et capacités",
    monitoring: "Suivi",
    transition: "Dispositions transitoires",
    review: "Révision",
    "contract-annex": "Clauses contractuelles",
  },
};

/** Chosen clauses as the elements of a draft: a chapter for each part of a policy, contract wording as annexes at the end. */
export function chaptersOf(chosen: readonly ChosenClause[], language: string): DraftElement[] {
  const headings = partHeadings[clauseLanguage(language)];
  const elements = chosen.map(({ clause, variant, strength }) => ({
    part: clause.part,
    element: elementFromClause(clause, variant, strength, language),
  }));
  const articles = elements.filter(({ element }) => element.kind !== "annex");
  return [
    ...policyParts.flatMap((part) => {
      const here = articles.filter((one) => one.part === part).map(({ element }) => element);
      return here.length > 0 ? [partElement(headings[part]), ...here] : [];
    }),
    ...elements.filter(({ element }) => element.kind === "annex").map(({ element }) => element),
  ];
}

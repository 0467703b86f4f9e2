import { z } from "zod";
import { identifier } from "../shared/identifier.ts";
import { strengths } from "./coding.ts";

/** In which kind of text a clause would stand. What such a text can and cannot do differs more than its name. */
export const legalForms = [
  "statute",
  "decree",
  "directive",
  "procurement-rule",
  "executive-memorandum",
  "spend-gate",
  "funding-condition",
  "municipal-resolution",
  "international-organisation-policy",
  "contract",
] as const;
export type LegalForm = (typeof legalForms)[number];

/** What an institution can carry out: starter has no developers and weak procurement law, developing has an agency, advanced has an open-source office. */
export const capacities = ["starter", "developing", "advanced"] as const;
export type Capacity = (typeof capacities)[number];

/** The parts of a policy, in the order in which they usually stand. */
export const policyParts = [
  "purpose",
  "definitions",
  "scope",
  "acquisition",
  "rights",
  "publication",
  "licensing",
  "security",
  "contribution",
  "exceptions",
  "catalogue",
  "governance",
  "funding",
  "monitoring",
  "transition",
  "review",
  "contract-annex",
] as const;

const bothLanguages = (longest: number) => z.strictObject({ en: z.string().min(1).max(longest), fr: z.string().min(1).max(longest) });
const blankName = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);

/** A place in a clause that the drafter fills: {lead-body} in its text. */
const blank = z.strictObject({
  name: blankName,
  type: z.enum(["body", "officer", "date", "duration", "number", "percentage", "money", "list", "address", "text"]),
  label: bothLanguages(120),
  example: bothLanguages(300),
});

const variant = z.strictObject({
  id: identifier,
  label: bothLanguages(120).describe("what sets this variant apart, for the person who chooses"),
  forms: z.array(z.enum(legalForms)).default([]).describe("the legal forms it is written for; none named: any"),
  capacities: z.array(z.enum(capacities)).default([]).describe("the capacities it is written for; none named: any"),
  strengths: z.array(z.enum(strengths)).min(1).describe("which strengths it can be given; the first is what is proposed"),
  addressees: z.array(z.string().max(60)).default([]).describe("addressee kinds of a coding, such as all-public-bodies"),
  heading: bothLanguages(160),
  text: bothLanguages(4000),
});

/** dataset/clauses/<provision type>.yml: model wording of our own for one kind of provision, with what it rests on. */
export const clause = z.strictObject({
  id: identifier.describe("the provision type that it would carry out"),
  version: z.int().min(1),
  part: z.enum(policyParts),
  order: z.int().min(0).max(999).describe("where in its part it usually stands"),
  blanks: z.array(blank).max(12).default([]),
  variants: z.array(variant).min(1).max(8),
  why: bothLanguages(1200).describe("what it is for, and what happened where it lacked"),
  mistakes: bothLanguages(1200).describe("how such clauses usually go wrong"),
  cost: bothLanguages(600).describe("what carrying it out costs, in work and money, as far as known"),
  needs: z
    .array(z.strictObject({ clause: identifier, because: bothLanguages(400) }))
    .default([])
    .describe("what else the text must hold for this clause to work"),
  conflicts: z
    .array(z.strictObject({ clause: identifier, because: bothLanguages(400) }))
    .default([])
    .describe("what it contradicts, or is pointless beside"),
  precedents: z
    .array(z.strictObject({ instrument: identifier, provision: identifier, note: bothLanguages(300).optional() }))
    .min(2)
    .max(12)
    .describe("real provisions whose wording was read; their text stands in the registry"),
  contract: z.boolean().default(false).describe("wording for a contract or tender document"),
});

export type Clause = z.infer<typeof clause>;
export type ClauseVariant = Clause["variants"][number];
export type Blank = z.infer<typeof blank>;

const BLANK = /\{([a-z][a-z0-9-]{0,40})(?::plural)?\}/g;
const REFERENCE = /\[\[([^\]]*)\]\]/g;

/** What no shape can show of a clause: blanks that are not declared or not used, references to what it does not need, strength that is nowhere written. */
export function unsoundWording({ blanks, variants, needs }: Clause): string[] {
  const declared = new Set(blanks.map(({ name }) => name));
  const needed = new Set(needs.map(({ clause }) => clause));
  const used = new Set<string>();
  const faults: string[] = [];
  for (const { id, strengths: possible, heading, text } of variants)
    for (const language of ["en", "fr"] as const) {
      const where = `the variant “${id}” in ${language}`;
      const names = [...`${heading[language]} ${text[language]}`.matchAll(BLANK)].map(([, name = ""]) => name);
      for (const name of names.filter((name) => name !== "must")) {
        used.add(name);
        if (!declared.has(name)) faults.push(`${where} has the blank {${name}}, which is not declared; add it to blanks`);
      }
      for (const [, type = ""] of text[language].matchAll(REFERENCE))
        if (!needed.has(type)) faults.push(`${where} refers to [[${type}]], which it does not need; add it to needs`);
      const isFixed = possible.length === 1;
      if (!isFixed && !names.includes("must"))
        faults.push(`${where} can be given several strengths and has no {must}; write it where the verb stands`);
    }
  for (const name of declared) if (!used.has(name)) faults.push(`the blank “${name}” is declared and stands in no text; take it out`);
  return faults;
}

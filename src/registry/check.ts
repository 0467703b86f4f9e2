import { z } from "zod";
import { identifier } from "../shared/identifier.ts";
import { localizedText } from "../shared/localized-text.ts";

/** What can be looked at. An item is one entry of an inventory or catalogue; the file as a whole is a subject of its own. */
export const subjectKinds = ["repository", "inventory", "inventory-item", "catalogue", "catalogue-item", "tender", "grant"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What a provision or a command may set. */
export const parameterValue = z.union([z.string().max(200), z.number(), z.boolean(), z.array(z.string().max(200)).max(500)]);
export type ParameterValue = z.infer<typeof parameterValue>;
export type Parameters = Record<string, ParameterValue>;

/** A condition or figure in the Common Expression Language. */
export const expression = z.string().min(1).max(2000);

/** dataset/checks/<id>/cases.yaml: what a check must say of given facts. Every outcome it can give has a case. */
export const checkCase = z.strictObject({
  says: z.string().min(1).max(300),
  facts: z.record(z.string(), z.unknown()),
  not_observable: z.record(z.string(), z.string()).optional(),
  observed_at: z.string().optional(),
  parameters: z.record(z.string(), parameterValue).optional(),
  outcome: z.enum(["met", "not-met", "not-applicable", "not-observable", "error"]),
});

/** dataset/checks/<id>/check.yaml: one question put to one kind of subject, as data. */
export const check = z.strictObject({
  id: identifier.describe("the name of its folder"),
  version: z.int().min(1).describe("goes up whenever the same facts could give another outcome"),
  names: localizedText,
  question: localizedText,
  subject: z.enum(subjectKinds),
  provision_types: z.array(identifier).min(1).max(20).describe("what it speaks to, the closest first"),
  applies: expression.optional().describe("CEL; false: not applicable. Absent: it always applies"),
  met: expression.describe("CEL over the facts, parameters and observedAt; true: met"),
  parameters: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z][A-Za-z0-9]{0,40}$/),
        default: parameterValue,
        meaning: localizedText,
      }),
    )
    .max(10)
    .default([]),
  remedy: localizedText.describe("what to do where it is not met"),
  caveat: localizedText.optional().describe("what a reader must not conclude from it"),
  sources: z
    .array(z.strictObject({ address: z.string().max(500), note: z.string().max(500).optional() }))
    .min(1)
    .max(10),
  cases: z.array(checkCase).max(200).default([]).describe("read from cases.yaml"),
});
export type Check = z.infer<typeof check>;

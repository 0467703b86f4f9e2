import { z } from "zod";
import { identifier } from "../shared/identifier.ts";
import { localizedText } from "../shared/localized-text.ts";
import { expression } from "./check.ts";
import { webAddress } from "./instrument.ts";

/** What an indicator's expressions may name: the facts of a body's current subjects, and what its dossier states. */
const collections = [
  "repositories",
  "inventories",
  "inventoryItems",
  "catalogues",
  "catalogueItems",
  "tenders",
  "grants",
  "attestations",
  "exceptions",
] as const;

/** dataset/indicators/<id>/cases.yaml: what it must say of given facts. */
export const indicatorCase = z.strictObject({
  says: z.string().min(1).max(300),
  facts: z.partialRecord(z.enum(collections), z.array(z.record(z.string(), z.unknown()))),
  observed_at: z.string().optional(),
  numerator: z.number(),
  denominator: z.number(),
  unknown: z.number().default(0),
});

/** dataset/indicators/<id>/indicator.yaml: a ratio over several subjects of one body, which no single subject can answer. */
export const indicator = z.strictObject({
  id: identifier.describe("the name of its folder"),
  version: z.int().min(1).describe("goes up whenever the same facts could give another figure"),
  names: localizedText,
  question: localizedText,
  provision_types: z.array(identifier).min(1).max(20).describe("what it speaks to, the closest first"),
  uses: z.array(z.enum(collections)).min(1).describe("where one of these is empty the indicator cannot be read"),
  numerator: expression.describe("CEL, a number: what counts as met"),
  denominator: expression.describe("CEL, a number: all that could be told either way"),
  unknown: expression.optional().describe("CEL, a number: what could not be told; absent: 0"),
  better: z.enum(["higher", "lower", "neither"]).default("higher"),
  caveat: localizedText.optional(),
  sources: z
    .array(z.strictObject({ address: webAddress, note: z.string().max(500).optional() }))
    .min(1)
    .max(10),
  cases: z.array(indicatorCase).max(200).default([]).describe("read from cases.yaml"),
});
export type Indicator = z.infer<typeof indicator>;

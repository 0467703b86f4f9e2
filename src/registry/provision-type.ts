import { z } from "zod";
import { identifier } from "../shared/identifier.ts";
import { localizedText } from "../shared/localized-text.ts";

export const areas = [
  "funding",
  "procurement",
  "licensing",
  "development",
  "governance",
  "interoperability",
  "security",
  "capacity",
  "reuse",
  "data-ai",
  "sovereignty",
  "exceptions",
  "monitoring",
  "community",
] as const;

/** One entry of dataset/provision-types.yml: a kind of rule that policies contain. */
export const provisionType = z.strictObject({
  id: identifier,
  area: z.enum(areas),
  names: localizedText,
  definition: localizedText,
  typical_addressee: z.string().max(300).optional(),
  typical_exception: z.string().max(300).optional(),
  indicator: z.strictObject({
    data: z.string().max(500).describe("where it could be read"),
    numerator: z.string().max(500),
    denominator: z.string().max(500),
    caveat: z.string().max(500).optional(),
  }),
  standing: z.enum(["core", "candidate"]).describe("candidate: fewer than two precedents when it was written"),
});

export type ProvisionType = z.infer<typeof provisionType>;

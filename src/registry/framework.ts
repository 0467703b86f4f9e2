import { z } from "zod";
import { identifier } from "../shared/identifier.ts";
import { localizedText } from "../shared/localized-text.ts";
import { source } from "./instrument.ts";

/** One file of dataset/frameworks: a set of principles or criteria that others published, and which provision types speak to its items. */
export const framework = z.strictObject({
  id: identifier,
  names: localizedText,
  version: z.string().max(100),
  publisher: z.string().max(200),
  licence: z.string().max(200),
  sources: z.array(source).min(1),
  items: z
    .array(
      z.strictObject({
        id: identifier.describe("stable within the framework"),
        number: z.string().max(60).describe('as the framework counts: "3", "9a", "17(b)"'),
        names: localizedText,
        verified: z.boolean().describe("checked against the framework's own text"),
        note: z.string().max(1000).optional(),
      }),
    )
    .min(1),
  mapping: z
    .array(
      z.strictObject({
        provision_type: identifier,
        item: identifier,
        confidence: z.enum(["high", "medium", "low"]).default("medium"),
        note: z.string().max(500).optional(),
      }),
    )
    .default([])
    .describe("this provision type advances this item: a help to find, never an equivalence"),
  notes: z.string().max(3000).optional(),
});

export type Framework = z.infer<typeof framework>;

import { z } from "zod";
import { identifier } from "../shared/identifier.ts";
import { localizedText } from "../shared/localized-text.ts";
import { partialDate } from "../shared/partial-date.ts";
import { confidence, source } from "./instrument.ts";

/** One entry of dataset/lessons.yml: what practice taught, in our own words, with its evidence. */
export const lesson = z.strictObject({
  id: identifier,
  titles: localizedText.describe("the lesson in one sentence"),
  outcome: z.enum(["worked", "failed", "mixed"]),
  stage: z.enum(["developing", "adopting", "implementing"]),
  what_happened: localizedText,
  jurisdictions: z.array(z.string().min(2).max(20)).default([]),
  instruments: z.array(identifier).default([]),
  provision_types: z.array(identifier).min(1),
  when: partialDate.optional(),
  confidence,
  basis: z.enum(["study", "official-report", "practitioner-account", "press", "policy-text", "own-analysis"]),
  sources: z.array(source).min(1),
});

export type Lesson = z.infer<typeof lesson>;

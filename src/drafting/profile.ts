import { z } from "zod";
import { capacities, legalForms } from "../registry/clause.ts";
import { addresseeKinds } from "../registry/coding.ts";

/** The forms a policy can take; contract wording is an annex of one, never one itself. */
export const draftForms = legalForms.filter((form) => form !== "contract");

/** Where provisions go that get no text of their own. */
export const hosts = ["digital-strategy", "procurement-rules", "budget-circular"] as const;

/** What an institution has to carry a policy out. Naming none says "not said", never "has none". */
export const means = ["developers", "legal-counsel", "budget", "procurement-authority", "open-source-office"] as const;

/** Who writes, for whom, in what form: what the proposed outline rests on. */
export const profile = z.strictObject({
  jurisdiction: z.string().max(20).optional().describe("id of a jurisdiction; absent when not said"),
  issuing_body: z.string().max(200).optional().describe("who would issue it, in the drafter's words"),
  form: z.enum(legalForms),
  host: z.enum(hosts).optional().describe("the text the provisions go into, where there is no stand-alone policy"),
  addressees: z.array(z.enum(addresseeKinds)).max(addresseeKinds.length).default([]).describe("whom it can bind"),
  stage: z.enum(["low", "middle", "high", "very-high", "unknown"]).default("unknown").describe("EGDI level of the place"),
  capacity: z.enum(capacities),
  means: z.array(z.enum(means)).default([]),
});

export type Profile = z.infer<typeof profile>;

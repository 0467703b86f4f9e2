import { z } from "zod";
import { identifier } from "../shared/identifier.ts";
import { parameterValue } from "./check.ts";

export const strengths = ["must", "should", "may", "must-not"] as const;
export type Strength = (typeof strengths)[number];

/** What a coding rests on, strongest first. text and quoted-text are "text-based". */
export const bases = ["text", "quoted-text", "issuer-summary", "heading-only", "secondary"] as const;

export const addresseeKinds = [
  "all-public-bodies",
  "central-government",
  "subnational-government",
  "local-government",
  "agencies",
  "state-owned-enterprises",
  "legislature",
  "judiciary",
  "lead-body",
  "suppliers",
  "grantees",
  "international-organisation",
  "member-states",
  "public",
] as const;

/** Somebody's reading of one provision: what it obliges whom to do, and how strongly. Several people may read one provision. */
export const coding = z.strictObject({
  id: identifier.describe("stable within the instrument, such as c1"),
  type: identifier.describe("id of a provision type"),
  strength: z.enum(strengths),
  verb: z.string().max(200).optional().describe("the original words that carry the strength: soll, shall, procurarán"),
  addressee: z
    .strictObject({ kinds: z.array(z.enum(addresseeKinds)).default([]), text: z.string().max(300).optional() })
    .optional()
    .describe("who is bound; absent when not known"),
  scope: z.string().max(500).optional().describe("which software, purchases or data it covers"),
  condition: z.string().max(500).optional(),
  exception: z.string().max(500).optional(),
  deadline: z.string().max(300).optional(),
  parameters: z
    .record(z.string().regex(/^[a-z][A-Za-z0-9]{0,40}$/), parameterValue)
    .optional()
    .describe("what the provision itself sets for checks, such as acceptedLicences; names as in dataset/checks"),
  enforcement: z.string().max(500).optional().describe("gate, report, audit or sanction that stands behind it"),
  paraphrase: z
    .string()
    .min(1)
    .max(1000)
    .optional()
    .describe("our own words, in English; absent where nobody wrote any, as of a text adopted here"),
  basis: z.enum(bases),
  confidence: z.enum(["high", "medium", "low"]),
  coder: identifier.default("founding-team"),
  verdict: z
    .enum(["accepted", "unreviewed", "rejected"])
    .default("unreviewed")
    .describe(
      "accepted: the registry's readers stand by it; unreviewed: a proposal nobody stands by yet, does not count; rejected: a later reading found it wrong",
    ),
  source: z.string().min(1).max(60),
  note: z.string().max(1000).optional(),
});

export type Coding = z.infer<typeof coding>;

/** True when the coding rests on the wording itself, read or quoted. */
export function isTextBased(coding: { basis: string }): boolean {
  return coding.basis === "text" || coding.basis === "quoted-text";
}

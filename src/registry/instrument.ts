import { z } from "zod";
import { identifier } from "../shared/identifier.ts";
import { languageTag } from "../shared/localized-text.ts";
import { partialDate } from "../shared/partial-date.ts";
import { coding } from "./coding.ts";

export const levels = ["supranational", "national", "subnational", "municipal", "agency", "international-organisation"] as const;

/** What kind of text it is, in the field's words. What it binds is said by `force`: the name does not predict it. */
export const instrumentTypes = [
  "statute",
  "regulation",
  "decree",
  "ministerial-order",
  "directive",
  "circular",
  "executive-memorandum",
  "resolution",
  "council-resolution",
  "guidelines-under-statute",
  "guidelines",
  "guidance",
  "code-of-practice",
  "policy",
  "agency-policy",
  "strategy",
  "roadmap",
  "principles",
  "funding-condition",
  "framework-contract",
  "agreement",
  "platform-rules",
  "white-paper",
  "bill",
] as const;

/** binding: breach has a legal meaning · administrative: binds only the administration that issued it · conditional: binds who takes the money or passes the gate · soft: advice, aims, principles. */
export const forces = ["binding", "administrative", "conditional", "soft", "unknown"] as const;

export const statusValues = [
  "draft",
  "proposed",
  "failed",
  "withdrawn",
  "adopted",
  "in-force",
  "partly-lapsed",
  "dormant",
  "lapsed",
  "replaced",
  "repealed",
  "unknown",
] as const;

export const confidences = ["high", "medium", "low"] as const;
export const confidence = z.enum(confidences);

const sourceId = z.string().min(1).max(60).describe("the id of a source of this file");
const note = z.string().max(2000).optional();

/** An address a browser may open. Anything else (javascript:, file:, data:) is refused where it is written, not where it is shown. */
export const webAddress = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s<>"]+$/, "expected an address that starts with http:// or https://, without blanks; put remarks into the note");

export const source = z.strictObject({
  id: sourceId,
  address: webAddress,
  title: z.string().max(500).optional(),
  kind: z.enum(["primary", "primary-copy", "primary-translation", "issuer-summary", "secondary-quoting-text", "secondary", "collection"]),
  archived: webAddress.optional().describe("a copy in a web archive"),
  seen: partialDate.optional().describe("when somebody of ours last read it"),
  version: z.string().max(200).optional().describe("edition, commit or date of what was read"),
  licence: z.string().max(200).optional().describe("SPDX identifier, or the licence in words"),
  note,
});

const datedFact = z.strictObject({ value: partialDate, source: sourceId.optional(), confidence: confidence.default("medium"), note });

const status = z.strictObject({
  value: z.enum(statusValues),
  from: partialDate.optional().describe("first day of this status; absent when not known"),
  source: sourceId.optional(),
  confidence: confidence.default("medium"),
  note,
});

const title = z.strictObject({
  language: languageTag,
  text: z.string().min(1).max(600),
  kind: z
    .enum(["official", "courtesy", "ours"])
    .describe("official · courtesy: the issuer's own translation · ours: translated by the registry"),
});

const text = z.strictObject({
  id: identifier,
  language: languageTag,
  version: z.string().max(200).optional(),
  authentic: z.boolean().optional().describe("absent when not known"),
  licence: z.string().max(200).optional(),
  hash: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .optional()
    .describe("of the file that was read"),
  source: sourceId,
  content: z.string().max(2_000_000).optional().describe("the full text, where its licence lets an instance hold it"),
  note,
});

const wording = z.strictObject({
  text: z.string().min(1).max(5000),
  language: languageTag,
  source: sourceId,
  licence: z.string().min(1).max(200).describe("what lets us quote it"),
});

export const dateKinds = ["proposed", "adopted", "published", "in_force", "applicable", "expired"] as const;
const dates = z.strictObject(
  Object.fromEntries(dateKinds.map((kind) => [kind, datedFact.optional()])) as Record<
    (typeof dateKinds)[number],
    z.ZodOptional<typeof datedFact>
  >,
);

export const provision = z.strictObject({
  id: identifier.describe("stable within the instrument, usually from the locator: art-9-1"),
  locator: z.string().min(1).max(200).describe('the place in the text as written there: "28¹", "2-bis", "§ 3 Step 1"'),
  heading: z.string().max(300).optional(),
  wording: z.array(wording).default([]).describe("original wording, one entry a language"),
  dates: dates.optional().describe("only where they differ from the instrument's: a paragraph that applies later"),
  statuses: z.array(status).default([]).describe("only where the provision's standing differs from the instrument's"),
  codings: z.array(coding).default([]).describe("empty where no kind of provision fits: held for its wording"),
});

export const relationTypes = [
  "amends",
  "replaces",
  "repeals",
  "implements",
  "interprets",
  "complements",
  "derived-from",
  "borrows-wording-from",
  "endorses",
] as const;
const relation = z.strictObject({ type: z.enum(relationTypes), target: identifier, source: sourceId.optional(), note });

/** One policy, law, strategy …: a whole file of dataset/instruments. */
export const instrument = z.strictObject({
  id: identifier,
  jurisdiction: z.string().min(2).max(20).describe("id in dataset/jurisdictions.csv, such as CH, DE-BY or UN-WHO"),
  level: z.enum(levels).describe("the level of who issued it; agency: one organisation inside a state"),
  titles: z.array(title).min(1).max(100),
  number: z.string().min(1).max(100).optional().describe('the official number as written: "2026-14"'),
  type: z.enum(instrumentTypes),
  force: z.strictObject({ value: z.enum(forces), note }),
  issuing_body: identifier.describe("id of a body in dataset/bodies"),
  dates: dates.default({}),
  statuses: z.array(status).min(1).describe("the series, oldest first"),
  read: z
    .enum(["full", "partial", "secondary"])
    .describe("full: the whole text · partial: the open-source articles · secondary: somebody else's description only"),
  texts: z.array(text).default([]),
  sources: z.array(source).min(1),
  relations: z.array(relation).default([]),
  provisions: z.array(provision).default([]),
  notes: z.string().max(5000).optional(),
});

export type Instrument = z.infer<typeof instrument>;
export type Provision = z.infer<typeof provision>;
export type Source = z.infer<typeof source>;
export type Status = z.infer<typeof status>;

import { z } from "zod";
import { identifier } from "../shared/identifier.ts";
import { languageTag } from "../shared/localized-text.ts";
import { partialDate } from "../shared/partial-date.ts";
import { subjectKinds } from "./check.ts";
import { source } from "./instrument.ts";

const sourceId = z.string().min(1).max(60).describe("the id of a source of this file");
const role = z.string().min(1).max(200).describe("by role: chief information officer; never a personal name");
const words = z.string().min(1).max(3000);

/** Which finding or fact is spoken about. Without a subject: of every subject of the body. */
const about = z.strictObject({
  kind: z.enum(subjectKinds).optional(),
  subject: z.string().max(1000).optional().describe("the subject's id, as its source writes it"),
  check: identifier.optional(),
  instrument: identifier.optional(),
});

/** An official's signed statement of something that no outside data shows. It never upgrades a measured "not met". */
const attestation = z.strictObject({
  id: identifier,
  provision_type: identifier,
  says: z.enum(["yes", "no", "partly"]),
  numerator: z.number().min(0).optional(),
  denominator: z.number().min(0).optional(),
  role,
  given_on: partialDate,
  expires_on: partialDate.optional().describe("absent: 24 months after it was given"),
  text: words,
  language: languageTag.default("en"),
  source: sourceId,
});

/** A registered exception: it counts as compliance. */
const exception = z.strictObject({
  id: identifier,
  about,
  reason: identifier.describe("a provision type of the area exceptions, such as exception-security"),
  approved_by: role,
  approved_on: partialDate,
  until: partialDate.optional(),
  text: words,
  language: languageTag.default("en"),
  source: sourceId,
});

/** What the public body answers. It stands beside a finding, never over it. */
const reply = z.strictObject({
  id: identifier,
  about,
  role,
  given_on: partialDate,
  text: words,
  language: languageTag.default("en"),
  source: sourceId,
});

/** What a person says a fact really is. It stands beside the fact that was read, never over it. */
const correction = z.strictObject({
  id: identifier,
  kind: z.enum(subjectKinds),
  subject: z.string().min(1).max(1000),
  fact: z.string().min(1).max(100).describe("the fact's name, such as licence.expression"),
  says: z.unknown(),
  role,
  given_on: partialDate,
  text: words,
  language: languageTag.default("en"),
  source: sourceId,
});

/** dataset/dossiers/<body>.yml: what binds a body, and what was attested, excepted, replied and corrected about it. */
export const dossier = z.strictObject({
  id: identifier.describe("the body's id"),
  instruments: z
    .array(
      z.strictObject({
        instrument: identifier,
        because: z.string().min(1).max(1000).describe("why it applies to this body"),
        language: languageTag.optional().describe("of because; English where absent"),
        source: sourceId,
      }),
    )
    .default([]),
  attestations: z.array(attestation).default([]),
  exceptions: z.array(exception).default([]),
  replies: z.array(reply).default([]),
  corrections: z.array(correction).default([]),
  sources: z.array(source).min(1),
  note: z.string().max(2000).optional(),
});

export type Dossier = z.infer<typeof dossier>;
export type Attestation = z.infer<typeof attestation>;
export type Exception = z.infer<typeof exception>;
export type Reply = z.infer<typeof reply>;
export type Correction = z.infer<typeof correction>;

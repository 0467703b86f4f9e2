import { z } from "zod";
import { identifier } from "../shared/identifier.ts";
import { webAddress } from "./instrument.ts";

export const claimFlags = [
  "displaced-year",
  "repealed-since",
  "draft-shown-as-approved",
  "assumed-failed",
  "source-unopenable",
  "never-enacted",
  "lost-superscript",
  "names-differ",
  "duplicate-row",
] as const;

export type ClaimFlag = (typeof claimFlags)[number];

/** What an outside collection reports about a policy. Never a reviewed fact. One row of dataset/claims/<collection>.csv. */
export const claim = z.strictObject({
  id: identifier.describe("collection and row: csis-214"),
  collection: identifier,
  row: z.string().max(100).describe("where it stands in the publisher's own file"),
  jurisdiction: z.string().min(2).max(20),
  title: z.string().min(1).max(600),
  years: z.array(z.number().int().min(1990).max(2030)).default([]).describe("csis: the collection's year · idb: those in the title"),
  kind: z.string().max(200).optional().describe("the collection's own word"),
  status: z.string().max(200).optional().describe("the collection's own word"),
  action: z.string().max(300).optional(),
  objectives: z.array(z.string().max(100)).default([]),
  addresses: z.array(webAddress).default([]),
  languages: z.array(z.string()).default([]).describe("in which the collection itself reports it"),
  flags: z.array(z.enum(claimFlags)).default([]).describe("known faults of the row, ours to state"),
  flag_note: z.string().max(1000).optional(),
});

export type Claim = z.infer<typeof claim>;

/** A row of dataset/claims/links.csv: a reader's word that a claim speaks of an instrument we hold. */
export const claimLink = z.strictObject({
  claim: identifier,
  instrument: identifier,
  verdict: z.enum(["same", "about-part", "different", "proposed"]).describe("proposed: only the matcher says so; does not count"),
  decided_on: z.string().optional(),
  decided_by: z.string().optional(),
  note: z.string().max(500).optional(),
});

export type ClaimLink = z.infer<typeof claimLink>;

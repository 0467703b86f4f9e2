import { z } from "zod";
import { identifier } from "../shared/identifier.ts";
import { localizedText } from "../shared/localized-text.ts";
import type { SubjectKind } from "./check.ts";
import { webAddress } from "./instrument.ts";

/** Where subjects come from: one kind of file or place, read by one reader. */
export const sourceKinds = ["repository", "inventory", "catalogue", "tenders", "grants"] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** What is found in each kind of source. */
export const kindsIn: Record<SourceKind, readonly SubjectKind[]> = {
  repository: ["repository"],
  inventory: ["inventory", "inventory-item"],
  catalogue: ["catalogue", "catalogue-item"],
  tenders: ["tender"],
  grants: ["grant"],
};

/** dataset/measurements/<id>/measurement.yml: one look at one source of one body at one time. What was seen stands in observations.ndjson beside it. */
export const measurement = z.strictObject({
  id: identifier.describe("the name of its folder"),
  body: identifier.describe("who owns the subjects"),
  kind: z.enum(sourceKinds),
  series: identifier.describe("the same for every look at the same source: the newest one counts, the others are its past"),
  titles: localizedText,
  observed_at: z.iso.datetime().refine((at) => !at.startsWith("0000"), "no calendar has a year 0"),
  reader: z.string().min(1).max(100).describe("the reader and its version, such as “inventory 1”"),
  subjects: z.int().min(0),
  source: z.strictObject({
    address: webAddress.optional(),
    publisher: z.string().max(300).optional(),
    licence: z.string().min(1).max(200).describe("SPDX identifier, or the licence in words"),
    date: z.string().max(40).optional().describe("the date of what was read, where it is older than the look"),
    note: z.string().max(1000).optional(),
  }),
});

export type Measurement = z.infer<typeof measurement>;

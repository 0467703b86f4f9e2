import { z } from "zod";
import { identifier } from "../shared/identifier.ts";
import { localizedText } from "../shared/localized-text.ts";

/** An organisation that issues rules, is bound by them or owns what they govern. dataset/bodies/<jurisdiction>.yml holds a list of them. */
export const body = z.strictObject({
  id: identifier.describe("begins with the jurisdiction: ch-federal-assembly"),
  jurisdiction: z.string().min(2).max(20),
  names: localizedText,
  kind: z
    .enum(["legislature", "government", "ministry", "agency", "council", "court", "enterprise", "international-organisation", "other"])
    .optional(),
  address: z
    .string()
    .regex(/^https?:\/\/[^\s<>"]+$/)
    .max(500)
    .optional(),
});

export type Body = z.infer<typeof body>;

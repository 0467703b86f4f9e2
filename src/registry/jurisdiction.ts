import { z } from "zod";

export const jurisdictionLevels = ["national", "subnational", "municipal", "supranational", "international-organisation"] as const;
export const incomeGroups = ["low", "lower-middle", "upper-middle", "high"] as const;
export const egdiLevels = ["low", "middle", "high", "very-high"] as const;
export const regions = ["africa", "americas", "asia", "europe", "oceania"] as const;

/** Whose rules these are: a state, region, city, union or international organisation. One row of dataset/jurisdictions.csv. */
export const jurisdiction = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Z]{2,3}(-[A-Z0-9]{1,12})*$/, "expected an ISO 3166-1 or -2 code, EU, UN or an own code such as UN-WHO or DE-BY-MUC"),
  level: z.enum(jurisdictionLevels),
  parent: z.string().optional().describe("id of the jurisdiction it belongs to"),
  un_membership: z.enum(["member", "observer", "none"]).optional().describe("of states"),
  iso_numeric: z
    .string()
    .regex(/^\d{3}$/)
    .optional(),
  iso_alpha3: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  wikidata: z
    .string()
    .regex(/^Q\d+$/)
    .optional(),
  region: z.enum(regions).optional(),
  subregion: z.string().max(100).optional().describe("as the UN Statistics Division groups them, in English"),
  income_group: z.enum(incomeGroups).optional().describe("World Bank; absent where it does not classify"),
  ldc: z.boolean().optional(),
  lldc: z.boolean().optional(),
  sids: z.boolean().optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  egdi: z
    .record(z.string().regex(/^\d{4}$/), z.number().min(0).max(1))
    .default({})
    .describe("E-Government Development Index by survey year"),
  names: z.strictObject({
    en: z.string(),
    fr: z.string().optional(),
    ar: z.string().optional(),
    es: z.string().optional(),
    ru: z.string().optional(),
    zh: z.string().optional(),
  }),
});

export type Jurisdiction = z.infer<typeof jurisdiction>;

/** The UN survey's own four levels, by the value of the index. */
export function egdiLevel(value: number): (typeof egdiLevels)[number] {
  if (value > 0.75) return "very-high";
  if (value > 0.5) return "high";
  if (value > 0.25) return "middle";
  return "low";
}

/** The newest survey that has a value: {year, value}, or nothing where no survey has one. */
export function newestEgdi(egdi: Record<string, number>): { year: string; value: number } | undefined {
  const year = Object.keys(egdi).sort().at(-1);
  return year === undefined ? undefined : { year, value: egdi[year] as number };
}

import { z } from "zod";
import { coverageOf, coverageOutcomes } from "../../registry/coverage.ts";
import { whereFields } from "../../registry/field-filter.ts";
import { listRecords } from "../../registry/find.ts";
import { countHoldings } from "../../registry/find-coverage.ts";
import { jurisdiction, jurisdictionLevels, regions } from "../../registry/jurisdiction.ts";
import { oneId, oneOf } from "./parameters.ts";
import { addRecordRoutes, keepingOf, keptShape } from "./records.ts";
import type { Api } from "./route.ts";

const known = z
  .strictObject({ outcome: z.enum(coverageOutcomes), reviewed: z.number().int(), reported: z.number().int() })
  .describe(
    "what is known of the place: policies reviewed here, and policies that outside collections alone report; zero means none held, never that there is none",
  );

export function addJurisdictions(api: Api): void {
  addRecordRoutes(api, {
    noun: "jurisdiction",
    path: "jurisdictions",
    one: "jurisdiction",
    many: "jurisdictions",
    about:
      "Whose rules these are: states, regions, cities, unions and international organisations, with their stage of digital development and what is known of their policies.",
    shape: keptShape("Jurisdiction", { ...jurisdiction.shape, coverage: known }),
    example: {
      id: "CH",
      page: "/en/jurisdictions/CH",
      revision: 40,
      known_from: "2026-11-25T09:00:00.000Z",
      level: "national",
      un_membership: "member",
      iso_numeric: "756",
      iso_alpha3: "CHE",
      region: "europe",
      income_group: "high",
      egdi: { "2024": 0.9044 },
      names: { en: "Switzerland", fr: "Suisse" },
      coverage: { outcome: "reviewed", reviewed: 3, reported: 4 },
    },
    filters: {
      level: oneOf(jurisdictionLevels, "At which level"),
      region: oneOf(regions, "In which region"),
      parent: oneId("Belonging to another jurisdiction", "DE"),
    },
    where: ({ level, region, parent }) => whereFields({ level, region, parent }),
    async show(kept, { db, time }) {
      const [holdings, looks] = [
        await countHoldings(db, time),
        (await listRecords(db, "coverage", { time })).items.map(({ record }) => record),
      ];
      return kept.map((one) => {
        const { outcome, reviewed, reported } = coverageOf(one.id, looks, holdings.get(one.id));
        return { ...keepingOf(one, `/en/jurisdictions/${one.id}`), ...one.record, coverage: { outcome, reviewed, reported } };
      });
    },
  });
}

import { coverage, coverageOutcomes } from "../../registry/coverage.ts";
import { whereFields } from "../../registry/field-filter.ts";
import { oneId, oneOf } from "./parameters.ts";
import { addRecordRoutes, keepingOf, keptShape } from "./records.ts";
import type { Api } from "./route.ts";

export function addCoverage(api: Api): void {
  addRecordRoutes(api, {
    noun: "coverage",
    path: "coverage",
    one: "entry about where we looked",
    many: "entries about where we looked",
    about:
      "Who looked for policies of a place, when, where, and what came of it. What is known of a place all told stands with the jurisdiction; a place without an entry may simply not have been looked at.",
    shape: keptShape("Coverage", coverage.shape),
    example: {
      id: "ng.2026-11-20",
      page: "/en/jurisdictions/NG#coverage",
      revision: 800,
      known_from: "2026-11-25T09:00:00.000Z",
      jurisdiction: "NG",
      date: "2026-11-20",
      who: "founding-team",
      outcome: "looked-none-found",
      where: ["site of the responsible ministry"],
    },
    filters: { jurisdiction: oneId("Of which jurisdiction", "NG"), outcome: oneOf(coverageOutcomes, "What came of it") },
    where: ({ jurisdiction, outcome }) => whereFields({ jurisdiction, outcome }),
    show: (kept) => kept.map((one) => ({ ...keepingOf(one, `/en/jurisdictions/${one.record.jurisdiction}#coverage`), ...one.record })),
  });
}

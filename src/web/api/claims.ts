import { z } from "zod";
import { claim, claimLink } from "../../registry/claim.ts";
import { allOf, whereFields } from "../../registry/field-filter.ts";
import { isLinkedTo, listLinksOfMany } from "../../registry/find-claim.ts";
import { oneId } from "./parameters.ts";
import { addRecordRoutes, keepingOf, keptShape } from "./records.ts";
import type { Api } from "./route.ts";

const links = z
  .array(claimLink.omit({ claim: true }))
  .describe("whether it speaks of an instrument that is held; a verdict of “proposed” is a machine's and does not count");

export function addClaims(api: Api): void {
  addRecordRoutes(api, {
    noun: "claim",
    path: "claims",
    one: "claim",
    many: "claims",
    about:
      "What outside collections report about policies, row by row, in their own words. Never a reviewed fact: known faults of a row stand in its flags.",
    shape: keptShape("Claim", { ...claim.shape, standing: z.literal("reported"), links }),
    example: {
      id: "csis-214",
      page: "/en/claims/csis-214",
      revision: 1200,
      known_from: "2026-11-25T09:00:00.000Z",
      standing: "reported",
      collection: "csis",
      row: "214",
      jurisdiction: "FR",
      title: "Loi pour une République numérique",
      years: [2016],
      kind: "National",
      status: "Approved",
      objectives: [],
      addresses: ["https://www.legifrance.gouv.fr/"],
      languages: ["en"],
      flags: [],
      links: [{ instrument: "fr-lrn-2016", verdict: "same" }],
    },
    filters: {
      jurisdiction: oneId("About which jurisdiction", "FR"),
      collection: oneId("Of which collection", "csis"),
      instrument: oneId("That a person linked to an instrument", "ch-embag-9"),
    },
    where: ({ jurisdiction, collection, instrument }, time) =>
      allOf(whereFields({ jurisdiction, collection }), instrument === undefined ? undefined : isLinkedTo(instrument, time)),
    async show(kept, { db, time }) {
      const byClaim = await listLinksOfMany(
        db,
        kept.map(({ id }) => id),
        time,
      );
      return kept.map((one) => ({
        ...keepingOf(one, `/en/claims/${one.id}`),
        standing: "reported" as const,
        ...one.record,
        links: (byClaim.get(one.id) ?? []).map(({ claim: _, ...link }) => link),
      }));
    },
  });
}

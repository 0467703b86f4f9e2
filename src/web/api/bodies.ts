import { body } from "../../registry/body.ts";
import { whereFields } from "../../registry/field-filter.ts";
import { oneId } from "./parameters.ts";
import { addRecordRoutes, keepingOf, keptShape } from "./records.ts";
import type { Api } from "./route.ts";

const shape = keptShape("Body", body.shape);

export function addBodies(api: Api): void {
  addRecordRoutes(api, {
    noun: "body",
    path: "bodies",
    one: "body",
    many: "bodies",
    about: "Organisations that issue rules, are bound by them or own what they govern. Their page is that of their jurisdiction.",
    shape,
    example: {
      id: "ch-federal-assembly",
      page: "/en/jurisdictions/CH",
      revision: 412,
      known_from: "2026-11-25T09:00:00.000Z",
      jurisdiction: "CH",
      names: { en: "Federal Assembly of the Swiss Confederation", fr: "Assemblée fédérale" },
      kind: "legislature",
    },
    filters: { jurisdiction: oneId("Whose bodies: the identifier of a jurisdiction", "CH") },
    where: ({ jurisdiction }) => whereFields({ jurisdiction }),
    show: (kept) => kept.map((one) => ({ ...keepingOf(one, `/en/jurisdictions/${one.record.jurisdiction}`), ...one.record })),
  });
}

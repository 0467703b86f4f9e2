import { whereFields } from "../../registry/field-filter.ts";
import { areas, provisionType } from "../../registry/provision-type.ts";
import { oneOf } from "./parameters.ts";
import { addRecordRoutes, keepingOf, keptShape } from "./records.ts";
import type { Api } from "./route.ts";

export function addProvisionTypes(api: Api): void {
  addRecordRoutes(api, {
    noun: "provision-type",
    path: "provision-types",
    one: "provision type",
    many: "provision types",
    about: "The taxonomy: kinds of rule that policies contain, each with its definition and how it can be measured.",
    shape: keptShape("ProvisionType", provisionType.shape),
    example: {
      id: "publish-new-code-by-default",
      page: "/en/provision-types/publish-new-code-by-default",
      revision: 530,
      known_from: "2026-11-25T09:00:00.000Z",
      area: "licensing",
      names: { en: "Publish new code by default" },
      definition: { en: "Software that the public body develops is published under an open licence unless an exception applies." },
      indicator: { data: "inventory of software", numerator: "systems published", denominator: "all systems developed since" },
      standing: "core",
    },
    filters: { area: oneOf(areas, "Of which area") },
    where: ({ area }) => whereFields({ area }),
    show: (kept) => kept.map((one) => ({ ...keepingOf(one, `/en/provision-types/${one.id}`), ...one.record })),
  });
}

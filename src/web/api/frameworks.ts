import { framework } from "../../registry/framework.ts";
import { addRecordRoutes, keepingOf, keptShape } from "./records.ts";
import type { Api } from "./route.ts";

export function addFrameworks(api: Api): void {
  addRecordRoutes(api, {
    noun: "framework",
    path: "frameworks",
    one: "framework",
    many: "frameworks",
    about:
      "Principles and criteria that others published, with their items and the provision types that speak to each: a help to find, never an equivalence.",
    shape: keptShape("Framework", framework.shape),
    example: {
      id: "un-open-source-principles",
      page: "/en/frameworks/un-open-source-principles",
      revision: 610,
      known_from: "2026-11-25T09:00:00.000Z",
      names: { en: "UN Open Source Principles" },
      version: "2025",
      publisher: "United Nations",
      licence: "see source",
      sources: [
        { id: "s1", address: "https://unite.un.org/news/osi-first-endorse-united-nations-open-source-principles", kind: "primary" },
      ],
      items: [{ id: "p1", number: "1", names: { en: "Open by default" }, verified: true }],
      mapping: [{ provision_type: "publish-new-code-by-default", item: "p1", confidence: "high" }],
    },
    filters: {},
    show: (kept) => kept.map((one) => ({ ...keepingOf(one, `/en/frameworks/${one.id}`), ...one.record })),
  });
}

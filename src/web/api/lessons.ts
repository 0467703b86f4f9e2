import { whereFields } from "../../registry/field-filter.ts";
import { lesson } from "../../registry/lesson.ts";
import { oneId, oneOf } from "./parameters.ts";
import { addRecordRoutes, keepingOf, keptShape } from "./records.ts";
import type { Api } from "./route.ts";

export function addLessons(api: Api): void {
  addRecordRoutes(api, {
    noun: "lesson",
    path: "lessons",
    one: "lesson",
    many: "lessons",
    about: "What practice taught in developing, adopting or implementing policies, in our own words, each with its evidence.",
    shape: keptShape("Lesson", lesson.shape),
    example: {
      id: "exceptions-need-a-register",
      page: "/en/lessons/exceptions-need-a-register",
      revision: 700,
      known_from: "2026-11-25T09:00:00.000Z",
      titles: { en: "Exceptions that nobody registers become the rule" },
      outcome: "failed",
      stage: "implementing",
      what_happened: { en: "Exceptions were granted without being written down, so that nobody could say how many there were." },
      jurisdictions: ["CH"],
      instruments: [],
      provision_types: ["publish-new-code-by-default"],
      when: "2021",
      confidence: "medium",
      basis: "official-report",
      sources: [{ id: "s1", address: "https://www.efk.admin.ch/", kind: "secondary" }],
    },
    filters: {
      "provision-type": oneId("That speak to a provision type", "publish-new-code-by-default"),
      jurisdiction: oneId("Learnt in a jurisdiction", "FR"),
      instrument: oneId("Learnt with an instrument", "ch-embag-9"),
      outcome: oneOf(["worked", "failed", "mixed"], "How it went"),
    },
    where: (query) =>
      whereFields({
        provision_types: query["provision-type"],
        jurisdictions: query.jurisdiction,
        instruments: query.instrument,
        outcome: query.outcome,
      }),
    show: (kept) => kept.map((one) => ({ ...keepingOf(one, `/en/lessons/${one.id}`), ...one.record })),
  });
}

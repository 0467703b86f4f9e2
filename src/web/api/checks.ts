import { check, subjectKinds } from "../../registry/check.ts";
import { whereFields } from "../../registry/field-filter.ts";
import { indicator } from "../../registry/indicator.ts";
import { oneId, oneOf } from "./parameters.ts";
import { addRecordRoutes, keepingOf, keptShape } from "./records.ts";
import type { Api } from "./route.ts";

const example = {
  id: "repository-security-policy",
  page: "/en/checks/repository-security-policy",
  revision: 900,
  known_from: "2026-11-25T09:00:00.000Z",
  version: 1,
  names: { en: "Where to report a vulnerability" },
  question: { en: "Does the repository say how to report a vulnerability?" },
  subject: "repository" as const,
  provision_types: ["vulnerability-disclosure"],
  met: "securityPolicy.present",
  parameters: [],
  remedy: { en: "Add SECURITY.md with a private way to report and the time in which an answer comes." },
  sources: [{ address: "https://www.rfc-editor.org/rfc/rfc9116", note: "security.txt" }],
  cases: [{ says: "there", facts: { securityPolicy: { present: true } }, outcome: "met" as const }],
};

export function addChecks(api: Api): void {
  addRecordRoutes(api, {
    noun: "check",
    path: "checks",
    one: "check",
    many: "checks",
    about:
      "Questions put to repositories, inventories, catalogues, tenders and grants: an expression over facts, with parameters, remedy and cases.",
    shape: keptShape("Check", check.shape),
    example,
    filters: {
      "provision-type": oneId("That speak to a provision type", "vulnerability-disclosure"),
      subject: oneOf(subjectKinds, "Put to this kind of subject"),
    },
    where: (query) => whereFields({ provision_types: query["provision-type"], subject: query.subject }),
    show: (kept) => kept.map((one) => ({ ...keepingOf(one, `/en/checks/${one.id}`), ...one.record })),
  });
  addRecordRoutes(api, {
    noun: "indicator",
    path: "indicators",
    one: "indicator",
    many: "indicators",
    about: "Ratios over several subjects of one body, for what no single subject shows.",
    shape: keptShape("Indicator", indicator.shape),
    example: {
      id: "exceptions-for-security",
      page: "/en/indicators/exceptions-for-security",
      revision: 980,
      known_from: "2026-11-25T09:00:00.000Z",
      version: 1,
      names: { en: "Exceptions for security" },
      question: { en: "Which share of registered exceptions rests on security?" },
      provision_types: ["exception-security"],
      uses: ["exceptions"],
      numerator: 'size(exceptions.filter(e, e.reason == "exception-security"))',
      denominator: "size(exceptions)",
      better: "neither",
      sources: [{ address: "https://example.org/" }],
      cases: [
        { says: "none", facts: { exceptions: [{ reason: "exception-third-party-rights" }] }, numerator: 0, denominator: 1, unknown: 0 },
      ],
    },
    filters: { "provision-type": oneId("That speak to a provision type", "exception-security") },
    where: (query) => whereFields({ provision_types: query["provision-type"] }),
    show: (kept) => kept.map((one) => ({ ...keepingOf(one, `/en/indicators/${one.id}`), ...one.record })),
  });
}

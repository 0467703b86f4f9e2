import { policyId } from "../measurement/asked.ts";
import { explainFinding, inOneSentence } from "../measurement/explain.ts";
import { definitionsOf } from "../measurement/facts/definitions.ts";
import type { Look } from "../measurement/find.ts";
import type { ToldFinding } from "../measurement/tell.ts";
import type { Visit } from "./visit.ts";

export const findingColumns = [
  "key",
  "kind",
  "subject",
  "name",
  "address",
  "body",
  "observed_at",
  "reader",
  "measurement",
  "check",
  "check_version",
  "question",
  "outcome",
  "exception",
  "reasons",
  "remedy",
  "policies",
  "parameters",
  "page",
] as const;
export type FindingRow = Record<(typeof findingColumns)[number], string | number | undefined>;

/** One row a finding; a subject without one has one row all the same. */
export function findingRows(visit: Visit, look: Look, told: readonly ToldFinding[]): FindingRow[] {
  const { subject, observedAt, reader } = look.observation;
  const about = {
    key: look.key,
    kind: subject.kind,
    subject: subject.id,
    name: subject.name,
    address: subject.address,
    body: look.body,
    observed_at: observedAt,
    reader,
    measurement: look.measurement,
  };
  const nothing = Object.fromEntries(findingColumns.map((column) => [column, undefined])) as FindingRow;
  const page = visit.href(`/subjects/${look.key}`);
  if (told.length === 0) return [{ ...nothing, ...about, page }];
  return told.map(({ finding, check, askers, exception }) => ({
    ...about,
    check: check.id,
    check_version: finding.checkVersion,
    question: visit.own(check.question),
    outcome: finding.outcome,
    exception: exception?.id,
    reasons: explainFinding(finding, check, definitionsOf(check.subject), visit.language)
      .map((reason) => inOneSentence(reason, visit.language))
      .join(" | "),
    remedy: finding.remedy && visit.own(finding.remedy),
    policies: [...new Set(askers.map(({ policy }) => policyId(policy)))].join(" | "),
    parameters: Object.keys(finding.parameters).length > 0 ? JSON.stringify(finding.parameters) : undefined,
    page: `${page}#${check.id}.${finding.parametersKey}`,
  }));
}

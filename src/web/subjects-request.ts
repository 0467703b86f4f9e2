import type { SubjectFilter } from "../measurement/find.ts";
import { type Outcome, outcomes } from "../measurement/finding.ts";
import { type Check, type SubjectKind, subjectKinds } from "../registry/check.ts";
import { findRecord } from "../registry/find.ts";
import { Problem, says } from "../shared/problem.ts";
import { readOne, readWhole, shortened } from "./parameters.ts";
import type { Visit } from "./visit.ts";

/** What was asked of the list of a body's subjects, as it stands in the address. */
export interface SubjectsRequest {
  body: string;
  kind: SubjectKind | undefined;
  check: Check | undefined;
  outcome: Outcome | undefined;
  /** with which parameters the check was put: the key of a finding */
  parameters: string | undefined;
  words: string;
  page: number;
}

/** Reads the question from the address; what cannot be meant is refused with what was expected. */
export async function readSubjectsRequest(visit: Visit, body: string): Promise<SubjectsRequest> {
  if (!visit.reference.bodies.has(body)) throw new Problem("not-found", says`There is no body “${shortened(body)}”.`);
  const { searchParams } = visit.url;
  const isOf = (list: readonly string[]) => (value: string) => list.includes(value);
  const kind = readOne(searchParams, "kind", isOf(subjectKinds), says`one of ${subjectKinds.join(", ")}`);
  const id = readOne(searchParams, "check", (value) => value.length <= 120, says`the identifier of a check`);
  const check = id === undefined ? undefined : (await findRecord(visit.db, "check", id))?.record;
  if (id !== undefined && !check)
    throw new Problem("invalid-input", says`There is no check “${shortened(id)}”; expected one such as repository-open-licence.`);
  // The form may be sent with an outcome and no check chosen: then the outcome says nothing.
  const isOpen = searchParams.get("check") === "";
  const outcome = isOpen ? undefined : readOne(searchParams, "outcome", isOf(outcomes), says`one of ${outcomes.join(", ")}`);
  const parameters = readOne(searchParams, "parameters", (value) => /^[0-9a-f]{16}$/.test(value), says`16 hexadecimal digits`);
  if ((outcome ?? parameters) !== undefined && !check)
    throw new Problem("invalid-input", "An outcome is that of a check: expected check=… beside it, such as check=repository-open-licence.");
  const words = (searchParams.get("words") ?? "").trim();
  if (words.length > 200) throw new Problem("invalid-input", says`“words” has ${words.length} characters; expected at most 200.`);
  const page = readWhole(searchParams, "page", 100_000) ?? 1;
  return { body, kind: kind as SubjectKind | undefined, check, outcome: outcome as Outcome | undefined, parameters, words, page };
}

/** The question in the registry's terms. */
export function toSubjectFilter({ body, kind, check, outcome, parameters, words }: SubjectsRequest): SubjectFilter {
  return { body, kind, check: check?.id, outcome, parametersKey: parameters, words: words || undefined };
}

/** The part of an address after its path for the same question with something changed; the page goes back to the first. */
export function subjectsAddress(request: SubjectsRequest, change: Partial<SubjectsRequest> = {}): string {
  const { kind, check, outcome, parameters, words, page } = { ...request, page: 1, ...change };
  const given = { kind, check: check?.id, outcome, parameters, words, page: page > 1 ? String(page) : undefined };
  const text = new URLSearchParams(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ""),
  ).toString();
  return text ? `?${text}` : "";
}

/** Whether a finding is one of those that were asked for. */
export function isAskedFor(
  { check, outcome, parameters }: SubjectsRequest,
  finding: { check: string; outcome: Outcome; parametersKey: string },
): boolean {
  return (
    (!check || finding.check === check.id) &&
    (!outcome || finding.outcome === outcome) &&
    (!parameters || finding.parametersKey === parameters)
  );
}

import type { Correction, Dossier, Exception, Reply } from "../registry/dossier.ts";
import { earliestDay, latestDay } from "../shared/partial-date.ts";
import type { Subject } from "./subject.ts";

type About = Reply["about"];

/** Whether a statement speaks of a subject: what it leaves out it says of all. */
function speaksOf({ kind, subject }: About, { kind: ownKind, id }: Pick<Subject, "kind" | "id">): boolean {
  return (kind === undefined || kind === ownKind) && (subject === undefined || subject === id);
}

/** The registered exception that covered a subject under a check on the day it was seen. One that names an instrument excuses before that one alone. */
export function exceptionFor(
  dossier: Dossier | undefined,
  subject: Pick<Subject, "kind" | "id">,
  check: string,
  observedAt: string,
  askedBy: readonly string[] = [],
): Exception | undefined {
  const day = new Date(observedAt).toISOString().slice(0, 10);
  return dossier?.exceptions.find(
    ({ about, approved_on, until }) =>
      speaksOf(about, subject) &&
      (about.check === undefined || about.check === check) &&
      (about.instrument === undefined || askedBy.includes(about.instrument)) &&
      earliestDay(approved_on) <= day &&
      (until === undefined || day <= latestDay(until)),
  );
}

/** What the body answers about a subject: to one check, or, without a check, to none in particular. */
export function repliesOn(dossier: Dossier | undefined, subject: Pick<Subject, "kind" | "id">, check?: string): Reply[] {
  return dossier?.replies.filter(({ about }) => speaksOf(about, subject) && about.check === check) ?? [];
}

/** What people say the facts of a subject really are. */
export function correctionsOf(dossier: Dossier | undefined, subject: Pick<Subject, "kind" | "id">): Correction[] {
  return dossier?.corrections.filter(({ kind, subject: id }) => kind === subject.kind && id === subject.id) ?? [];
}

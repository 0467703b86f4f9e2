import type { Outcome } from "../measurement/finding.ts";
import type { DutyFigure } from "../measurement/reading.ts";
import type { Check, SubjectKind } from "../registry/check.ts";
import { locale } from "./languages/index.ts";
import type { Visit } from "./visit.ts";

/** The list of a body's subjects of one kind. */
export function kindAddress(visit: Visit, body: string, kind: SubjectKind): string {
  return `${visit.href(`/bodies/${body}/subjects`)}?kind=${kind}`;
}

/** The subjects behind a number: those of a body to which a check gave an outcome. Where texts may set its parameters, under those ones alone. */
export function behindAddress(visit: Visit, body: string, check: Check, parametersKey: string | undefined, outcome: Outcome): string {
  const parameters = check.parameters.length > 0 && parametersKey ? `&parameters=${parametersKey}` : "";
  return `${kindAddress(visit, body, check.subject)}&check=${check.id}&outcome=${outcome}${parameters}`;
}

/** The place of a body's reading under an instrument. */
export function readingAddress(visit: Visit, body: string, instrument: string): string {
  return visit.href(`/bodies/${body}/instruments/${instrument}`);
}

/** Two figures with the same key answer the same question put in the same way. */
export function questionKey({ by, id, parametersKey }: Pick<DutyFigure, "by" | "id" | "parametersKey">): string {
  return `${by} ${id} ${parametersKey ?? ""}`;
}

/** The day of a time, "2026-11-23". */
export function dayOf(time: string): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** In the order of names in the reader's language. */
export function byName<T>(visit: Visit, list: readonly T[], nameOf: (entry: T) => string): T[] {
  const { compare } = new Intl.Collator(locale[visit.language]);
  return [...list].sort((a, b) => compare(nameOf(a), nameOf(b)));
}

/** "1 inventory, 32 entries of inventories": how many of each kind were looked at. */
export function subjectCounts(visit: Visit, counts: readonly { kind: SubjectKind; subjects: number }[]): string {
  return counts.map(({ kind, subjects }) => visit.t(`bodies.count-${kind}`, { count: subjects })).join(visit.t("punctuation.comma"));
}

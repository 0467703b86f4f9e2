import type { FactDefinitions, Observation } from "../../measurement/fact.ts";
import { definitionsOf } from "../../measurement/facts/definitions.ts";
import type { Finding } from "../../measurement/finding.ts";
import { type CompiledCheck, compileCheck, judge } from "../../measurement/judge.ts";
import type { Question } from "../../measurement/policy.ts";
import type { SubjectKind } from "../../registry/check.ts";
import type { Strength } from "../../registry/coding.ts";

/** A question, ready to be put to subjects. */
export interface Asked extends Question {
  /** The id of the instrument or framework that asks. */
  policy: string;
  /** Where in the instrument: "Art. 9 para. 1". */
  locators: string[];
  /** The strongest of the provisions that ask; absent where a framework does. */
  strength?: Strength;
}

/** What an instrument asks, by accepted codings, that no check on this kind of subject speaks to. */
export interface Unseen {
  policy: string;
  kind: SubjectKind;
  /** How many kinds of duty the instrument has: provision types of its accepted codings. */
  duties: number;
  /** English names of those that cannot be seen. */
  names: string[];
}

export interface Answer {
  asked: Asked;
  finding: Finding;
}

/** One subject: what was seen of it, and what the questions of its kind come to. */
export interface Judged {
  observation: Observation;
  answers: Answer[];
}

/**
 * Puts questions to observations. A parameter that does not fit its check is refused here, before anything is looked at.
 * @throws Problem "invalid-input" naming check and parameter
 */
export function answerer(asked: readonly Asked[]): (observation: Observation) => Judged {
  const ready = new Map<SubjectKind, { asked: Asked; compiled: CompiledCheck }[]>();
  for (const question of asked) {
    const { subject } = question.check;
    const compiled = compileCheck(question.check, definitions(subject));
    judge(compiled, nothingSeen(subject), question.parameters);
    ready.set(subject, [...(ready.get(subject) ?? []), { asked: question, compiled }]);
  }
  return (observation) => ({
    observation,
    answers: (ready.get(observation.subject.kind) ?? []).map(({ asked: question, compiled }) => ({
      asked: question,
      finding: judge(compiled, observation, question.parameters),
    })),
  });
}

const byKind = new Map<SubjectKind, FactDefinitions>();

export function definitions(kind: SubjectKind): FactDefinitions {
  const known = byKind.get(kind) ?? definitionsOf(kind);
  byKind.set(kind, known);
  return known;
}

const nothingSeen = (kind: SubjectKind): Observation => ({
  subject: { kind, id: "" },
  observedAt: "1970-01-01T00:00:00.000Z",
  reader: "",
  facts: {},
  places: {},
  notObservable: {},
});

import { factAt, type Observation } from "../../measurement/fact.ts";
import { type Counts, countOf, type Figure, figureOfCounts, noCounts } from "../../measurement/figure.ts";
import type { Finding, Outcome } from "../../measurement/finding.ts";
import type { SubjectKind } from "../../registry/check.ts";
import { type Asked, definitions, type Judged, type Unseen } from "./answer.ts";
import type { NotInForce } from "./not-in-force.ts";

/** Up to so many subjects of a kind are told one by one; more are counted. */
const FEW = 5;
/** Of more subjects, so many that do not meet a check are shown. */
const SHOWN = 20;

/** What one question came to over all subjects of its kind. */
export interface Tally {
  asked: Asked;
  counts: Counts;
  figure: Figure;
  /** The first that do not meet it. */
  notMet: { observation: Observation; finding: Finding }[];
}

/** All subjects of one kind. */
export interface KindSummary {
  kind: SubjectKind;
  subjects: number;
  observedAt: string;
  reader: string;
  /** How many facts are defined for the kind, and how many were observed in all subjects together. */
  defined: number;
  observed: number;
  /** The subjects themselves where they are few. */
  few: Judged[];
  tallies: Tally[];
}

/** What a run found, in bounded memory however many subjects pass. */
export class Summary {
  readonly asked: readonly Asked[];
  readonly unseen: readonly Unseen[];
  readonly notInForce: readonly NotInForce[];
  readonly #kinds = new Map<SubjectKind, KindSummary>();
  readonly outcomes: Record<Outcome, number> = { met: 0, "not-met": 0, "not-applicable": 0, "not-observable": 0, error: 0 };

  constructor(asked: readonly Asked[], unseen: readonly Unseen[] = [], notInForce: readonly NotInForce[] = []) {
    this.asked = asked;
    this.notInForce = notInForce;
    this.unseen = unseen.filter(({ names }) => names.length > 0);
  }

  add(judged: Judged): void {
    const { observation, answers } = judged;
    const summary = this.#of(observation);
    summary.subjects += 1;
    summary.observed += observedFacts(observation);
    if (summary.subjects <= FEW) summary.few.push(judged);
    else summary.few = [];
    for (const [index, { finding }] of answers.entries()) {
      const tally = summary.tallies[index] as Tally;
      this.outcomes[finding.outcome] += 1;
      tally.counts[countOf[finding.outcome]] += 1;
      if (finding.outcome === "not-met" && tally.notMet.length < SHOWN) tally.notMet.push({ observation, finding });
    }
  }

  /** The whole before its items. */
  get kinds(): KindSummary[] {
    const all = [...this.#kinds.values()];
    for (const { tallies } of all) for (const tally of tallies) tally.figure = figureOfCounts(tally.counts);
    return all.sort((one, other) => Number(one.kind.endsWith("-item")) - Number(other.kind.endsWith("-item")));
  }

  /** Whether more than one policy asks, so that each line must say which. */
  get severalAsk(): boolean {
    return new Set([...this.asked, ...this.unseen].map(({ policy }) => policy)).size > 1;
  }

  get subjects(): number {
    return [...this.#kinds.values()].reduce((sum, { subjects }) => sum + subjects, 0);
  }

  #of({ subject: { kind }, observedAt, reader }: Observation): KindSummary {
    const known = this.#kinds.get(kind);
    if (known) return known;
    const tallies = this.asked
      .filter(({ check }) => check.subject === kind)
      .map((asked) => ({ asked, counts: { ...noCounts }, figure: figureOfCounts(noCounts), notMet: [] }));
    const fresh = { kind, subjects: 0, observedAt, reader, defined: definitions(kind).definitions.length, observed: 0, few: [], tallies };
    this.#kinds.set(kind, fresh);
    return fresh;
  }
}

export function observedFacts({ facts, subject }: Observation): number {
  return definitions(subject.kind).definitions.filter(({ name }) => factAt(facts, name) !== undefined).length;
}

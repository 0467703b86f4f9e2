import { type Coverage, coverageOf, type Holding } from "./coverage.ts";
import type { EffectRow } from "./find-adoption.ts";
import { egdiLevel, egdiLevels, incomeGroups, type Jurisdiction, regions } from "./jurisdiction.ts";
import type { PlaceGroup } from "./places.ts";

/** What is known of a state at a year's end, each state in exactly one: unknown is never taken for "none". */
export const adoptionOutcomes = ["in-force", "open", "none-in-force", "reported-only", "looked-none-found", "not-yet-looked"] as const;
export type AdoptionOutcome = (typeof adoptionOutcomes)[number];

export interface AdoptionGroup {
  /** a region, income group or EGDI level; nothing for the states that nobody classifies */
  id: string | undefined;
  states: number;
  counts: Record<AdoptionOutcome, number>;
}

/** The states by which adoption is counted: members of the United Nations and its observers. */
export function statesOf(all: Iterable<Jurisdiction>): Jurisdiction[] {
  return [...all].filter(
    ({ level, un_membership }) => level === "national" && (un_membership === "member" || un_membership === "observer"),
  );
}

/**
 * The outcome of each place that is given. Whether a policy had effect is asked as at the year; whether anybody looked is what
 * we know today: "none in force" says so of the policies that were reviewed, not of all that there may have been.
 */
export function adoptionByPlace(
  places: Iterable<string>,
  effect: readonly EffectRow[],
  coverage: readonly Coverage[],
  holdings: ReadonlyMap<string, Holding>,
): Map<string, AdoptionOutcome> {
  const byPlace = Map.groupBy(effect, (row) => row.jurisdiction);
  return new Map(
    [...places].map((place) => {
      const rows = byPlace.get(place) ?? [];
      if (rows.some((row) => row.certain > 0)) return [place, "in-force"];
      if (rows.some((row) => row.open > 0)) return [place, "open"];
      const { outcome } = coverageOf(place, coverage, holdings.get(place));
      return [place, outcome === "reviewed" ? "none-in-force" : outcome];
    }),
  );
}

/** The states of each group of one kind, counted by outcome; every state stands in one group and one outcome, so that sums add up. */
export function adoptionByGroup(
  kind: PlaceGroup,
  year: number,
  states: readonly Jurisdiction[],
  outcomes: ReadonlyMap<string, AdoptionOutcome>,
): AdoptionGroup[] {
  const survey = surveyFor(year, states);
  const members = Map.groupBy(states, (state) => groupIn(kind, survey, state));
  const order: readonly (string | undefined)[] = [
    ...(kind === "region" ? regions : kind === "income" ? incomeGroups : egdiLevels),
    undefined,
  ];
  return order.filter((id) => members.has(id)).map((id) => countGroup(id, members.get(id) ?? [], outcomes));
}

export function countGroup(
  id: string | undefined,
  states: readonly Jurisdiction[],
  outcomes: ReadonlyMap<string, AdoptionOutcome>,
): AdoptionGroup {
  const counts = Object.fromEntries(adoptionOutcomes.map((outcome) => [outcome, 0])) as AdoptionGroup["counts"];
  for (const state of states) counts[outcomes.get(state.id) ?? "not-yet-looked"] += 1;
  return { id, states: states.length, counts };
}

/** The EGDI survey by which a year's levels are told: the newest until then; nothing before the first. */
export function surveyFor(year: number, states: readonly Jurisdiction[]): string | undefined {
  return [...new Set(states.flatMap((state) => Object.keys(state.egdi)))]
    .filter((survey) => Number(survey) <= year)
    .sort()
    .at(-1);
}

function groupIn(kind: PlaceGroup, survey: string | undefined, state: Jurisdiction): string | undefined {
  if (kind === "region") return state.region;
  if (kind === "income") return state.income_group;
  const value = survey === undefined ? undefined : state.egdi[survey];
  return value === undefined ? undefined : egdiLevel(value);
}

import {
  type AdoptionGroup,
  type AdoptionOutcome,
  adoptionByGroup,
  adoptionByPlace,
  countGroup,
  statesOf,
  surveyFor,
} from "../registry/adoption.ts";
import { dayOfYear, type EffectRow, listEffect } from "../registry/find-adoption.ts";
import { countHoldings } from "../registry/find-coverage.ts";
import type { Jurisdiction } from "../registry/jurisdiction.ts";
import { type PlaceGroup, placeGroups } from "../registry/places.ts";
import { says } from "../shared/problem.ts";
import { isOnMap } from "./components/world-map.tsx";
import { readOne } from "./parameters.ts";
import type { Visit } from "./visit.ts";

/** The first year that can be asked for: no policy that the registry knows is older. */
export const FIRST_YEAR = 1999;

/** What was asked of the adoption page, and the answer that page and CSV tell alike. */
export interface Adoption {
  year: number;
  by: PlaceGroup;
  today: string;
  thisYear: number;
  day: string;
  /** of every year from the first to this one */
  effect: readonly EffectRow[];
  states: readonly Jurisdiction[];
  outcomes: ReadonlyMap<string, AdoptionOutcome>;
  groups: readonly AdoptionGroup[];
  all: AdoptionGroup;
  survey: string | undefined;
}

/** Reads year and grouping from the address and finds what had effect then. */
export async function readAdoption(visit: Visit): Promise<Adoption> {
  const today = new Date().toISOString().slice(0, 10);
  const thisYear = Number(today.slice(0, 4));
  const { searchParams } = visit.url;
  const year = Number(
    readOne(
      searchParams,
      "year",
      (text) => /^\d{4}$/.test(text) && Number(text) >= FIRST_YEAR && Number(text) <= thisYear,
      says`a year from ${FIRST_YEAR} to ${thisYear}`,
    ) ?? thisYear,
  );
  const by = (readOne(
    searchParams,
    "by",
    (text) => (placeGroups as readonly string[]).includes(text),
    says`one of ${placeGroups.join(", ")}`,
  ) ?? "region") as PlaceGroup;
  const effect = await listEffect(visit.db, { from: FIRST_YEAR, to: thisYear }, today);
  const { jurisdictions, coverage } = visit.reference;
  const drawn = [...jurisdictions.keys()].filter((id) => isOnMap(id));
  const states = statesOf(jurisdictions.values());
  const places = new Set([...drawn, ...states.map(({ id }) => id)]);
  const outcomes = adoptionByPlace(
    places,
    effect.filter((row) => row.year === year),
    coverage,
    await countHoldings(visit.db),
  );
  return {
    year,
    by,
    today,
    thisYear,
    day: dayOfYear(year, today),
    effect,
    states,
    outcomes,
    groups: adoptionByGroup(by, year, states, outcomes),
    all: countGroup(undefined, states, outcomes),
    survey: surveyFor(year, states),
  };
}

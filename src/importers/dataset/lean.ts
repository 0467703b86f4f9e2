import type { Nouns } from "../../registry/nouns.ts";
import type { Fault } from "../../shared/problem.ts";
import { mergeDossier } from "./merge-dossier.ts";
import type { Dataset, Placed } from "./read.ts";

/** The parts of a dataset that another folder may point to, and the noun of each. */
export const leanedOn = {
  jurisdictions: "jurisdiction",
  bodies: "body",
  provisionTypes: "provision-type",
  instruments: "instrument",
  claims: "claim",
  checks: "check",
  clauses: "clause",
  measurements: "measurement",
} as const;
type Part = keyof typeof leanedOn;

/** What stands already: in the registry, or in the box. */
export type Held = { [P in Part]: readonly Nouns[(typeof leanedOn)[P]][] } & { dossiers: readonly Nouns["dossier"][] };

/**
 * A folder with what it may lean on: a single new instrument needs no taxonomy of its own, a reply no list of the laws that bind its body.
 * Records of the folder stand before held ones of the same id; its dossiers are merged with those held.
 */
export function leanOn(read: Dataset, held: Held): { dataset: Dataset; faults: Fault[] } {
  const merged = read.dossiers.map((placed) => {
    const known = held.dossiers.find(({ id }) => id === placed.value.id);
    return known ? mergeDossier(placed, known) : { dossier: placed, faults: [] };
  });
  const parts = (Object.keys(leanedOn) as Part[]).map((part) => [part, withHeld<{ id: string }>(read[part], held[part])]);
  return {
    dataset: { ...read, ...Object.fromEntries(parts), dossiers: merged.map(({ dossier }) => dossier) },
    faults: merged.flatMap(({ faults }) => faults),
  };
}

function withHeld<T extends { id: string }>(own: readonly Placed<T>[], held: readonly T[]): Placed<T>[] {
  const ids = new Set(own.map(({ value }) => value.id));
  const rest = held.filter(({ id }) => !ids.has(id));
  return [...own, ...rest.map((value) => ({ value, file: `${value.id}.yml`, lineOf: () => undefined }))];
}

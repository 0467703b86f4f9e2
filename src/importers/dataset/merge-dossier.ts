import type { Dossier } from "../../registry/dossier.ts";
import { canonical } from "../../shared/canonical.ts";
import type { Fault } from "../../shared/problem.ts";
import type { Placed } from "./read.ts";

/** The lists of statements in a dossier, by one and by many. */
const statements = {
  instruments: ["instrument", "instruments"],
  attestations: ["attestation", "attestations"],
  exceptions: ["exception", "exceptions"],
  replies: ["reply", "replies"],
  corrections: ["correction", "corrections"],
} as const;
/** Every list of a dossier whose entries have an id of their own. */
export const dossierLists = [...(Object.keys(statements) as (keyof typeof statements)[]), "sources"] as const;
type List = (typeof dossierLists)[number];
type Entry = Dossier[List][number];

/** By what an entry of a dossier's list is known: the instrument that binds, or its id. */
export const keyOf = (entry: Entry): string => ("instrument" in entry ? entry.instrument : entry.id);

/**
 * A dossier from a file over the one that is held: of entries with the same id the file's stands, what the file lacks stays. A statement
 * rests on its source, so an id that is held with another address is a fault.
 * @example a file with one reply over a dossier with four instruments → the instruments and the reply
 */
export function mergeDossier(incoming: Placed<Dossier>, held: Dossier): { dossier: Placed<Dossier>; faults: Fault[] } {
  const merged = { ...held, ...incoming.value };
  const places = new Map<List, (number | undefined)[]>();
  for (const list of dossierLists) {
    const { entries, from } = mergeList<Entry>(incoming.value[list], held[list]);
    Object.assign(merged, { [list]: entries });
    places.set(list, from);
  }
  const lineOf = ([list, index, ...inner]: readonly PropertyKey[]): number | undefined => {
    const from = places.get(list as List);
    if (!from || typeof index !== "number") return incoming.lineOf([list, index, ...inner].filter((part) => part !== undefined));
    return from[index] === undefined ? undefined : incoming.lineOf([list as List, from[index], ...inner]);
  };
  return { dossier: { ...incoming, value: merged, lineOf }, faults: otherSources(incoming, held) };
}

/** In the order that is held, so that importing a file again changes nothing; new entries last. Where each entry stands in the file. */
function mergeList<T extends Entry>(incoming: readonly T[], held: readonly T[]): { entries: T[]; from: (number | undefined)[] } {
  const placed = incoming.map((entry, from) => ({ entry, from }));
  const known = new Set(held.map(keyOf));
  const all: { entry: T; from?: number }[] = held.flatMap((entry) => {
    const instead = placed.filter((candidate) => keyOf(candidate.entry) === keyOf(entry));
    return instead.length > 0 ? instead : [{ entry }];
  });
  all.push(...placed.filter(({ entry }) => !known.has(keyOf(entry))));
  return { entries: all.map(({ entry }) => entry), from: all.map(({ from }) => from) };
}

function otherSources({ value, file, lineOf }: Placed<Dossier>, held: Dossier): Fault[] {
  return value.sources.flatMap(({ id, address }, index) => {
    const other = held.sources.find((source) => source.id === id && source.address !== address);
    if (!other) return [];
    const message = `the source “${id}” of ${value.id} is held with another address (${other.address}); choose another id for this one`;
    return [{ file, line: lineOf(["sources", index, "id"]), at: `sources.${index}.id`, message }];
  });
}

/**
 * What a merge did, for the person who imports; nothing where it left all as it was and the file lacked nothing.
 * @example "fr-dinum: 1 reply added, 4 instruments kept"
 */
export function mergeInWords(before: Dossier, file: Dossier, after: Dossier): string | undefined {
  const parts = (["added", "changed", "kept"] as const).flatMap((what) =>
    (Object.keys(statements) as (keyof typeof statements)[]).flatMap((list) => {
      const count = (after[list] as Entry[]).filter((entry) => stateOf(entry, before[list], file[list]) === what).length;
      return count > 0 ? [`${count} ${statements[list][count === 1 ? 0 : 1]} ${what}`] : [];
    }),
  );
  return parts.length > 0 ? `${before.id}: ${parts.join(", ")}` : undefined;
}

function stateOf(entry: Entry, before: readonly Entry[], file: readonly Entry[]): "added" | "changed" | "kept" | "same" {
  const isSame = (other: Entry) => keyOf(other) === keyOf(entry);
  const held = before.find(isSame);
  if (!held) return "added";
  if (!file.some(isSame)) return "kept";
  return canonical(held) === canonical(entry) ? "same" : "changed";
}

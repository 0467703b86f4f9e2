import { type FactValue, factAt, type Observation, type Place, reasonOfAbsence } from "./fact.ts";
import type { Because } from "./finding.ts";

/** What a reason shows of a long value: the rest stands in the observation. */
const shown = { elements: 20, characters: 1_000, depth: 4, places: 20 } as const;

/** One reason for each fact: its value and where it was read, or why it could not be observed. */
export function because(observation: Observation, facts: readonly string[]): Because[] {
  return facts.map((fact) => {
    const value = factAt(observation.facts, fact);
    return value === undefined ? absence(observation, fact) : { fact, value: shorten(value), where: placesOf(observation, fact, value) };
  });
}

/** Reasons for facts that are missing; "licence.files[].path" is a member of the elements of a list. */
export function unobserved(observation: Observation, facts: readonly string[]): Because[] {
  return facts.map((fact) => absence(observation, fact));
}

function absence(observation: Observation, fact: string): Because {
  const reason = reasonOfAbsence(observation, fact.replaceAll("[]", ""));
  return {
    fact,
    where: placesOf(observation, fact, undefined),
    notObservable: reason ?? `${observation.reader} did not observe it and gave no reason`,
  };
}

/** The places of the fact and of the first elements of a list; if there are none, those of the facts inside it, or of the group it is in. */
function placesOf({ places }: Pick<Observation, "places">, fact: string, value: FactValue | undefined): Place[] {
  const found = [...own(places, fact)];
  if (Array.isArray(value))
    for (let index = 0; index < Math.min(value.length, shown.elements); index++) found.push(...own(places, `${fact}[${index}]`));
  if (found.length > 0) return found.slice(0, shown.places);
  for (const name in places) if (name.startsWith(fact) && name[fact.length] === ".") found.push(...own(places, name));
  for (let end = fact.lastIndexOf("."); found.length === 0 && end > 0; end = fact.lastIndexOf(".", end - 1))
    found.push(...own(places, fact.slice(0, end)));
  return found.slice(0, shown.places);
}

const own = (places: Observation["places"], name: string): readonly Place[] => (Object.hasOwn(places, name) ? (places[name] ?? []) : []);

/** The first 20 elements and "… 37 more"; the first 1,000 characters of a text. */
function shorten(value: FactValue, depth: number = shown.depth): FactValue {
  if (typeof value === "string")
    return value.length > shown.characters
      ? `${value.slice(0, shown.characters)}… ${value.length - shown.characters} characters more`
      : value;
  if (value === null || typeof value !== "object") return value;
  if (depth === 0) return "…";
  if (Array.isArray(value)) {
    const first = value.slice(0, shown.elements).map((item) => shorten(item, depth - 1));
    return value.length > shown.elements ? [...first, `… ${value.length - shown.elements} more`] : first;
  }
  const entries = Object.entries(value);
  const first = entries.slice(0, shown.elements).map(([name, member]) => [name, shorten(member, depth - 1)] as const);
  return Object.fromEntries(entries.length > shown.elements ? [...first, ["…", `${entries.length - shown.elements} more`]] : first);
}

import { egdiLevel, type Jurisdiction, newestEgdi } from "./jurisdiction.ts";

/** The groups by which places are found and compared. A region or city stands with the state it belongs to. */
export interface PlaceGroups {
  region?: string | undefined;
  income?: string | undefined;
  egdi?: string | undefined;
}

export type PlaceGroup = keyof PlaceGroups;
export const placeGroups: readonly PlaceGroup[] = ["region", "income", "egdi"];

/** The groups of a jurisdiction, its own or else its state's; absent where nobody classifies it. */
export function groupsOf(jurisdiction: Jurisdiction, all: ReadonlyMap<string, Jurisdiction>): PlaceGroups {
  const parent = jurisdiction.parent && jurisdiction.level !== "international-organisation" ? all.get(jurisdiction.parent) : undefined;
  const above = parent ? groupsOf(parent, all) : {};
  const egdi = newestEgdi(jurisdiction.egdi);
  return {
    region: jurisdiction.region ?? above.region,
    income: jurisdiction.income_group ?? above.income,
    egdi: egdi ? egdiLevel(egdi.value) : above.egdi,
  };
}

/** The jurisdictions that belong to one of the named groups of each kind; nothing where none is named. */
export function jurisdictionsIn(
  wanted: Partial<Record<PlaceGroup, readonly string[]>>,
  all: ReadonlyMap<string, Jurisdiction>,
): string[] | undefined {
  const kinds = placeGroups.filter((kind) => (wanted[kind] ?? []).length > 0);
  if (kinds.length === 0) return undefined;
  return [...all.values()]
    .filter((jurisdiction) => {
      const groups = groupsOf(jurisdiction, all);
      return kinds.every((kind) => wanted[kind]?.includes(groups[kind] ?? ""));
    })
    .map((jurisdiction) => jurisdiction.id);
}

/** Places like this one: of its level and region, income group or EGDI level, those that share most first. */
export function comparable(
  jurisdiction: Jurisdiction,
  all: ReadonlyMap<string, Jurisdiction>,
): { jurisdiction: Jurisdiction; shared: PlaceGroup[] }[] {
  const own = groupsOf(jurisdiction, all);
  return [...all.values()]
    .filter((other) => other.id !== jurisdiction.id && other.level === jurisdiction.level)
    .map((other) => {
      const groups = groupsOf(other, all);
      return { jurisdiction: other, shared: placeGroups.filter((kind) => own[kind] !== undefined && groups[kind] === own[kind]) };
    })
    .filter(({ shared }) => shared.length >= (own.income === undefined ? 0 : 2))
    .sort((a, b) => b.shared.length - a.shared.length || a.jurisdiction.id.localeCompare(b.jurisdiction.id));
}

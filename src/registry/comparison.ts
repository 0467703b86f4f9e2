import { type Coding, isTextBased, strengths } from "./coding.ts";
import type { Instrument, Provision } from "./instrument.ts";
import { countedCodings } from "./listing.ts";
import { areas, type ProvisionType } from "./provision-type.ts";

/** Too many columns to be read side by side begin here. */
export const COMPARED_AT_MOST = 6;

interface CodedPlace {
  provision: Provision;
  coding: Coding;
}

/**
 * What one instrument has of one provision type. absent: the whole text was read and it is not there. not-read: nobody has read
 * the whole text, so that it may be there. proposed: a reading of it waits for a second one.
 */
export type ComparisonCell =
  | { outcome: "coded"; places: readonly CodedPlace[] }
  | { outcome: "absent" }
  | { outcome: "not-read" }
  | { outcome: "proposed" };

export interface ComparisonRow {
  type: string;
  /** in the order of the instruments */
  cells: readonly ComparisonCell[];
}

/** The provision types that at least one of the instruments has, by area, with what each instrument says. */
export function compareInstruments(
  instruments: readonly Instrument[],
  types: ReadonlyMap<string, ProvisionType>,
): { area: string; rows: ComparisonRow[] }[] {
  const coded = instruments.map((instrument) => Map.groupBy(countedCodings(instrument), ({ coding }) => coding.type));
  const present = [...new Set(coded.flatMap((own) => [...own.keys()]))].sort();
  const byArea = Map.groupBy(present, (type) => types.get(type)?.area ?? "unknown");
  return [...areas, "unknown" as const]
    .filter((area) => byArea.has(area))
    .map((area) => ({
      area,
      rows: (byArea.get(area) ?? []).map((type) => ({
        type,
        cells: instruments.map((instrument, index) => cellOf(instrument, type, coded[index]?.get(type))),
      })),
    }));
}

function cellOf(instrument: Instrument, type: string, places: readonly CodedPlace[] | undefined): ComparisonCell {
  if (places)
    return {
      outcome: "coded",
      places: places.toSorted((a, b) => strengths.indexOf(a.coding.strength) - strengths.indexOf(b.coding.strength)),
    };
  if (
    instrument.provisions.some((provision) => provision.codings.some((coding) => coding.type === type && coding.verdict === "unreviewed"))
  )
    return { outcome: "proposed" };
  return { outcome: instrument.read === "full" ? "absent" : "not-read" };
}

/** How many of an instrument's counted codings rest on the wording, and how many name what stands behind them. */
export function shareOf(instrument: Instrument): { all: number; textBased: number; enforced: number } {
  const codings = countedCodings(instrument).map(({ coding }) => coding);
  return {
    all: codings.length,
    textBased: codings.filter(isTextBased).length,
    enforced: codings.filter((coding) => coding.enforcement).length,
  };
}

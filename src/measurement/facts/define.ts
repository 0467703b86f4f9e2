import type { FactDefinition } from "../fact.ts";

/** A fact's definition as a line of a table. */
export type FactRow = readonly [
  name: string,
  type: FactDefinition["type"],
  label: readonly [en: string, fr: string, ar: string],
  meaning: string,
  unit?: string,
];

export function defineFacts(rows: readonly FactRow[]): FactDefinition[] {
  return rows.map(([name, type, [en, fr, ar], meaning, unit]) => ({ name, type, label: { en, fr, ar }, meaning, ...(unit && { unit }) }));
}

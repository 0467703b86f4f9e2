import { inspect } from "node:util";
import type { Indicator } from "../registry/indicator.ts";
import { compileExpression } from "./expression/expression.ts";
import type { FactValue } from "./fact.ts";
import { type Figure, figureOf } from "./figure.ts";

/** The facts of a body's current subjects by collection, and what its dossier states. */
export type Collected = { [collection in Indicator["uses"][number]]?: FactValue[] };

export type IndicatorReading = { figure: Figure } | { notObservable: string } | { error: string };

/**
 * Reads an indicator over what is known of a body.
 * @example readIndicator(inventoryCompleteness, { tenders: […], inventoryItems: […] }, "2026-11-23T00:00:00Z")
 */
export function readIndicator(indicator: Indicator, collected: Collected, observedAt: string): IndicatorReading {
  const missing = indicator.uses.filter((collection) => (collected[collection]?.length ?? 0) === 0);
  if (missing.length > 0) return { notObservable: `nothing is known of this body's ${missing.join(", ")}` };
  const figures: number[] = [];
  for (const part of [indicator.numerator, indicator.denominator, indicator.unknown ?? "0"]) {
    const result = compileExpression(part).evaluate({ facts: collected as Record<string, FactValue>, parameters: {}, observedAt });
    if ("absent" in result) return { notObservable: `not all subjects show ${result.absent.join(", ")}` };
    if ("error" in result) return { error: result.error };
    const { value } = result;
    const figure = typeof value === "number" || typeof value === "bigint" ? Number(value) : Number.NaN;
    if (!Number.isFinite(figure) || figure < 0)
      return { error: `“${part}” gave ${inspect(value).slice(0, 100)}; expected a number from 0 on` };
    figures.push(figure);
  }
  const [numerator = 0, denominator = 0, unknown = 0] = figures;
  if (numerator > denominator) return { error: `the numerator ${numerator} is larger than the denominator ${denominator}` };
  return { figure: figureOf(numerator, denominator, unknown) };
}

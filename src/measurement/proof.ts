import type { Check } from "../registry/check.ts";
import type { Indicator } from "../registry/indicator.ts";
import type { Instrument } from "../registry/instrument.ts";
import { Problem } from "../shared/problem.ts";
import { compileExpression } from "./expression/expression.ts";
import type { Observation } from "./fact.ts";
import { definitionsOf } from "./facts/definitions.ts";
import { readIndicator } from "./indicator.ts";
import { compileCheck, judge } from "./judge.ts";
import { questionsOf } from "./policy.ts";

/** What is wrong with a record that is to be put to use, and where in it. */
export interface Unproven {
  at: PropertyKey[];
  message: string;
}

/** Whether a check can be put to its kind of subject and gives in each of its cases what that says. */
export function proveCheck(check: Check): Unproven[] {
  return proved([], () => {
    const compiled = compileCheck(check, definitionsOf(check.subject));
    return check.cases.flatMap(({ says, facts, not_observable, observed_at, parameters, outcome }, index) =>
      proved(["cases", index], () => {
        const observation = { ...unseen(check), facts, notObservable: not_observable ?? {} } as Observation;
        const finding = judge(compiled, observed_at ? { ...observation, observedAt: observed_at } : observation, parameters);
        return finding.outcome === outcome ? [] : [told(["cases", index], `“${says}” comes out as ${finding.outcome}, not ${outcome}`)];
      }),
    );
  });
}

/** Whether an indicator can be read and gives in each of its cases the figure that that says. */
export function proveIndicator(indicator: Indicator): Unproven[] {
  const broken = (["numerator", "denominator", "unknown"] as const).flatMap((part) =>
    proved([part], () => {
      compileExpression(indicator[part] ?? "0");
      return [];
    }),
  );
  if (broken.length > 0) return broken;
  return indicator.cases.flatMap(({ says, facts, observed_at, numerator, denominator, unknown }, index) => {
    const reading = readIndicator(indicator, facts as never, observed_at ?? anyTime);
    if (!("figure" in reading)) return [told(["cases", index], `“${says}” gives no figure: ${JSON.stringify(reading)}`)];
    const { figure } = reading;
    const isSame = figure.numerator === numerator && figure.denominator === denominator && figure.unknown === unknown;
    const gives = `${figure.numerator} of ${figure.denominator}, ${figure.unknown} unknown`;
    return isSame ? [] : [told(["cases", index], `“${says}” gives ${gives}; expected ${numerator} of ${denominator}, ${unknown} unknown`)];
  });
}

/** Whether every check takes the parameters that the provisions of an instrument set for it. */
export function proveParameters(instrument: Instrument, checks: readonly Check[]): Unproven[] {
  return questionsOf(instrument, checks).flatMap(({ check, parameters }) =>
    Object.keys(parameters).length === 0
      ? []
      : proved(["provisions"], () => {
          judge(compileCheck(check), unseen(check), parameters);
          return [];
        }),
  );
}

/** Cases that say no time are looked at then, on every day alike. */
const anyTime = "2026-11-23T00:00:00Z";
const unseen = ({ subject }: Check): Observation => ({
  subject: { kind: subject, id: "case" },
  observedAt: anyTime,
  reader: "case",
  facts: {},
  places: {},
  notObservable: {},
});

const told = (at: PropertyKey[], message: string): Unproven => ({ at, message });

/** What is refused becomes a fault. */
function proved(at: PropertyKey[], prove: () => Unproven[]): Unproven[] {
  try {
    return prove();
  } catch (error) {
    if (error instanceof Problem) return [told(at, error.message)];
    throw error;
  }
}

import { inspect } from "node:util";
import type { Check, Parameters, ParameterValue } from "../registry/check.ts";
import { Problem } from "../shared/problem.ts";
import { because, unobserved } from "./because.ts";
import { type CompiledExpression, compileExpression, type Evaluation } from "./expression/expression.ts";
import type { FactDefinitions, Observation } from "./fact.ts";
import type { Because, Finding, Outcome } from "./finding.ts";

export interface CompiledCheck {
  check: Check;
  applies: CompiledExpression | undefined;
  met: CompiledExpression;
  /** the parameters as the check has them */
  defaults: Parameters;
  /** what was given before, already checked */
  known: WeakMap<Parameters, Parameters>;
}

/**
 * Compiles the expressions of a check. With the definitions of its kind of subject, a fact that no reader produces is refused.
 * @throws Problem "invalid-input" naming the check, with line, column and what was expected
 */
export function compileCheck(check: Check, definitions?: FactDefinitions): CompiledCheck {
  if (definitions && definitions.kind !== check.subject)
    throw new Problem(
      "invalid-input",
      `Check ${check.id} is about ${check.subject}; expected the facts of that kind, got those of ${definitions.kind}.`,
    );
  const options = { parameters: check.parameters.map(({ name }) => name), ...(definitions && { facts: definitions.definitions }) };
  const compile = (part: "applies" | "met", source: string) => {
    try {
      return compileExpression(source, options);
    } catch (error) {
      if (error instanceof Problem) throw new Problem(error.code, `Check ${check.id}, ${part}: ${error.message}`, { cause: error });
      throw error;
    }
  };
  return {
    check,
    applies: check.applies === undefined ? undefined : compile("applies", check.applies),
    met: compile("met", check.met),
    defaults: Object.freeze(Object.fromEntries(check.parameters.map((parameter) => [parameter.name, parameter.default]))),
    known: new WeakMap(),
  };
}

/**
 * What a check says of an observation. Parameters are read once: do not change the object afterwards, give another one.
 * @throws Problem "invalid-input" for a parameter that the check does not have or of another type than its default
 * @example judge(compileCheck(check), observation, { accepted: ["MIT"] }).outcome
 */
export function judge(compiled: CompiledCheck, observation: Observation, given?: Parameters): Finding {
  const { applies, met, check } = compiled;
  const parameters = given ? parametersOf(compiled, given) : compiled.defaults;
  const bindings = { facts: observation.facts, parameters, observedAt: observation.observedAt };
  const applicable = applies?.evaluate(bindings);
  if (applies && applicable) {
    if (!isTruth(applicable)) return undecided(check, observation, parameters, applies, applicable);
    if (!applicable.value) return findingOf(check, parameters, "not-applicable", because(observation, applies.decisive(bindings, false)));
  }
  const said = met.evaluate(bindings);
  if (!isTruth(said)) return undecided(check, observation, parameters, met, said);
  const finding = findingOf(check, parameters, said.value ? "met" : "not-met", because(observation, met.decisive(bindings, said.value)));
  return said.value ? finding : { ...finding, remedy: check.remedy };
}

function findingOf(check: Check, parameters: Parameters, outcome: Outcome, reasons: Because[]): Finding {
  return { check: check.id, checkVersion: check.version, outcome, because: reasons, parameters };
}

/** The expression is neither true nor false of what was observed. */
function undecided(
  check: Check,
  observation: Observation,
  parameters: Parameters,
  expression: CompiledExpression,
  said: Evaluation,
): Finding {
  if ("absent" in said) return findingOf(check, parameters, "not-observable", unobserved(observation, said.absent));
  const words = "error" in said ? said.error : `it gave ${inspect(said.value).slice(0, 100)}; expected true or false`;
  const finding = findingOf(check, parameters, "error", because(observation, expression.reads));
  return { ...finding, error: `${expression.source.slice(0, 200)}: ${words}` };
}

const isTruth = (said: Evaluation): said is { value: boolean } => "value" in said && typeof said.value === "boolean";

function parametersOf(compiled: CompiledCheck, given: Parameters): Parameters {
  const known = compiled.known.get(given);
  if (known) return known;
  for (const [name, value] of Object.entries(given)) checkParameter(compiled, name, value);
  const parameters = Object.freeze({ ...compiled.defaults, ...structuredClone(given) });
  compiled.known.set(given, parameters);
  return parameters;
}

function checkParameter({ check, defaults }: CompiledCheck, name: string, value: unknown): void {
  if (!Object.hasOwn(defaults, name)) {
    const names = Object.keys(defaults);
    throw new Problem(
      "invalid-input",
      `Check ${check.id} has no parameter ${name}; ${names.length > 0 ? `it has ${names.join(", ")}` : "it has none"}.`,
    );
  }
  const expected = typeNameOf(defaults[name]);
  if (typeNameOf(value) !== expected)
    throw new Problem("invalid-input", `Parameter ${name} of check ${check.id} is a ${typeNameOf(value)}; expected a ${expected}.`);
}

function typeNameOf(value: ParameterValue | unknown): string {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string") ? "list of texts" : "list of other things";
  return typeof value === "string" ? "text" : typeof value;
}

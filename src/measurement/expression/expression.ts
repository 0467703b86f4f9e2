import { Problem } from "../../shared/problem.ts";
import type { FactValue } from "../fact.ts";
import { compileTerm, type Run, type Step } from "./compile.ts";
import { type Decisive, decisiveFacts } from "./decisive.ts";
import { estimate } from "./estimate.ts";
import { interpret } from "./interpret.ts";
import { charge, isSpent, startCounting, TooCostly } from "./limits.ts";
import { checkFacts, checkParameters, type KnownFact } from "./names.ts";
import { type Reading, read } from "./read.ts";
import { isCompiled, parametersOf, readsOf } from "./term.ts";
import { Timed } from "./time.ts";
import { Fault, type Value } from "./values.ts";

export interface Bindings {
  facts: { readonly [name: string]: FactValue };
  parameters: { readonly [name: string]: FactValue };
  /** ISO 8601; a text in the expression */
  observedAt: string;
}

/** absent: facts that decide and were not observed. error: the expression failed on the facts that were. */
export type Evaluation = { value: FactValue } | { absent: string[] } | { error: string };

export interface CompiledExpression {
  source: string;
  /** the facts it may read: "licence.expression", "brands" */
  reads: string[];
  /** without the word parameters: "accepted" */
  parametersRead: string[];
  /** interpreted: it uses something rare and is some thirty times slower */
  form: "compiled" | "interpreted";
  evaluate(bindings: Bindings): Evaluation;
  /** The facts that made it true or false: of a && b those of the operand that is false. All it reads where that cannot be told. */
  decisive(bindings: Bindings, value: boolean): readonly string[];
}

export interface ExpressionOptions {
  /** the facts of the kind of subject; without them any name is accepted */
  facts?: readonly KnownFact[];
  /** the names of the check's parameters; without them any name is accepted */
  parameters?: readonly string[];
}

/**
 * Compiles an expression of the Common Expression Language over facts. Variables: the facts by name, `parameters`, `observedAt`.
 * A fact that is absent makes the result absent, unless another operand of `&&`, `||`, `?:`, exists or all decides without it.
 * Numbers of facts are CEL's doubles: `files == 3` and `size(brands) > 0` compare as written, arithmetic wants `files + 1.0`.
 * `null` is a value: `equivalentAllowed == null`; has(x.y) is false where y is null.
 * @throws Problem "invalid-input" with line, column and what was expected
 * @example compileExpression('licence.osi && size(brands) == 0').evaluate({ facts, parameters: {}, observedAt })
 */
export function compileExpression(source: string, options: ExpressionOptions = {}): CompiledExpression {
  const reading = read(source);
  const reads = readsOf(reading.term);
  const parametersRead = parametersOf(reading.term);
  if (options.facts) checkFacts(reads, options.facts);
  checkParameters(parametersRead, options.parameters);
  const form = isCompiled(reading.term) ? "compiled" : "interpreted";
  const step = form === "compiled" ? compileTerm(reading.term) : interpreted(reading, reads);
  const decide = form === "compiled" ? decisiveFacts(reading.term) : () => reads;
  return {
    source,
    reads,
    parametersRead: [...new Set(parametersRead.map((path) => path.split(".")[0] as string))],
    form,
    evaluate: (bindings) => run(step, bindings),
    decisive: (bindings, value) => decisiveWithin(decide, bindings, value) ?? reads,
  };
}

function interpreted(reading: Reading, reads: readonly string[]): Step {
  const step = planned(reading, reads);
  const roots = [...new Set(reads.map((name) => name.split(".")[0] as string))];
  return (run) => {
    estimate(reading.term, [
      ...roots.map((root) => (Object.hasOwn(run.facts, root) ? (run.facts[root] as Value) : null)),
      run.parameters as Value,
    ]);
    const value = step(run);
    if (isSpent()) charge(0);
    return value;
  };
}

function planned(reading: Reading, reads: readonly string[]): Step {
  try {
    return interpret(reading, reads);
  } catch (error) {
    throw new Problem("invalid-input", `The expression cannot be evaluated: ${error instanceof Error ? error.message : "CEL refuses it"}.`);
  }
}

/** One for all, since evaluation is synchronous: a new one each time costs as much as a small expression. */
const current: Run = { facts: {}, parameters: {}, observedAt: "", elements: [] };

function runOf({ facts, parameters, observedAt }: Bindings): Run {
  current.facts = facts as Run["facts"];
  current.parameters = parameters as Run["parameters"];
  current.observedAt = observedAt;
  return current;
}

const yes: Evaluation = Object.freeze({ value: true });
const no: Evaluation = Object.freeze({ value: false });

function run(step: Step, bindings: Bindings): Evaluation {
  startCounting();
  try {
    const value = step(runOf(bindings));
    if (value === true) return yes;
    if (value === false) return no;
    if (!(value instanceof Fault)) return { value: toPlain(value) };
    return value.absent.length > 0 ? { absent: [...value.absent] } : { error: value.words };
  } catch (error) {
    return { error: wordsOf(error) };
  }
}

/** Data nested a hundred thousand deep ends in a RangeError of the engine; it is the expression's error, not ours. */
function wordsOf(error: unknown): string {
  if (error instanceof TooCostly) return error.message;
  if (error instanceof RangeError) return "the facts it reads are nested too deeply";
  throw error;
}

function decisiveWithin(decide: Decisive, bindings: Bindings, value: boolean): readonly string[] | undefined {
  startCounting();
  try {
    return decide(runOf(bindings), value);
  } catch (error) {
    wordsOf(error);
    return undefined;
  }
}

/** JSON: ints as numbers, times as text. What it makes is charged, since lists of lists can share much. */
function toPlain(value: Value): FactValue {
  charge(1);
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Timed) return value.toString();
  if (Array.isArray(value)) return value.map(toPlain);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value as { [key: string]: Value }).map(([key, member]) => [key, toPlain(member)]));
}

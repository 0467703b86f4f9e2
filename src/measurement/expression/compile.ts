import { compileCall } from "./call.ts";
import { compileLoop } from "./loop.ts";
import { compileHas, compilePath, memberOf } from "./path.ts";
import type { Term } from "./term.ts";
import { Fault, merge, noForm, type Value } from "./values.ts";

/** What an expression is evaluated on. */
export interface Run {
  facts: { readonly [name: string]: Value };
  parameters: { readonly [name: string]: Value };
  observedAt: string;
  /** the elements of the loops, the outer first */
  elements: Value[];
}

/** A term as a closure. It never throws but TooCostly; what fails in CEL is a Fault among the values. */
export type Step = (run: Run) => Value;

/** Turns a term without interpreted parts into closures: no eval, no code made of text. */
export function compileTerm(term: Term): Step {
  switch (term.is) {
    case "constant":
      return () => term.value;
    case "path":
      return compilePath(term);
    case "has":
      return compileHas(term.path, term.key);
    case "member":
      return compileMember(compileTerm(term.of), term.key, term.name);
    case "list":
      return compileList(term.items);
    case "and":
    case "or":
      return term.parts.map(compileTerm).reduce(term.is === "and" ? both : either);
    case "choice":
      return compileChoice(compileTerm(term.test), compileTerm(term.yes), compileTerm(term.no));
    case "call":
      return compileCall(term.name, term.args);
    case "loop":
      return compileLoop(term);
    case "interpreted":
      throw new Error("an interpreted term has no compiled form");
  }
}

/** What `&&`, `||` and the loops make of an operand that is neither true nor false. */
export const notTruth = (value: Value): Fault => (value instanceof Fault ? value : noForm("a condition", value));

/** False wins over an error on either side: what is absent does not matter then. */
function both(left: Step, right: Step): Step {
  return (run) => {
    const first = left(run);
    if (first === false) return false;
    const second = right(run);
    if (first === true) return typeof second === "boolean" ? second : notTruth(second);
    if (second === false) return false;
    return second === true ? notTruth(first) : merge(notTruth(first), notTruth(second));
  };
}

function either(left: Step, right: Step): Step {
  return (run) => {
    const first = left(run);
    if (first === true) return true;
    const second = right(run);
    if (first === false) return typeof second === "boolean" ? second : notTruth(second);
    if (second === true) return true;
    return second === false ? notTruth(first) : merge(notTruth(first), notTruth(second));
  };
}

function compileChoice(test: Step, yes: Step, no: Step): Step {
  return (run) => {
    const value = test(run);
    if (value === true) return yes(run);
    return value === false ? no(run) : notTruth(value);
  };
}

function compileMember(of: Step, key: string | bigint, name: string): Step {
  return (run) => {
    const value = of(run);
    return value instanceof Fault ? value : memberOf(value, key, name);
  };
}

function compileList(items: readonly Term[]): Step {
  const steps = items.map(compileTerm);
  if (items.every((item) => item.is === "constant")) {
    const constant = items.map(({ value }) => value);
    return () => constant;
  }
  return (run) => {
    const list: Value[] = [];
    for (const step of steps) {
      const value = step(run);
      if (value instanceof Fault) return value;
      list.push(value);
    }
    return list;
  };
}

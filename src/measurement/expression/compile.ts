import { add, divide, multiply, negative, remainder, subtract, toDouble, toDuration, toInt, toTimestamp } from "./arithmetic.ts";
import { charge } from "./limits.ts";
import { compileLoop } from "./loop.ts";
import { compileHas, compilePath, memberOf } from "./path.ts";
import { matches } from "./pattern.ts";
import type { Term } from "./term.ts";
import { compare, equal, Fault, isIn, merge, noForm, type Order, orders, sizeOf, type Value } from "./values.ts";

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

const binary: { [name: string]: (left: Value, right: Value) => Value } = {
  "_!=_": (left, right) => !equal(left, right),
  "@in": isIn,
  "_+_": add,
  "_-_": subtract,
  "_*_": multiply,
  "_/_": divide,
  "_%_": remainder,
  startsWith: (text, start) =>
    typeof text === "string" && typeof start === "string" ? text.startsWith(start) : noForm("startsWith", text, start),
  endsWith: (text, end) => (typeof text === "string" && typeof end === "string" ? text.endsWith(end) : noForm("endsWith", text, end)),
  contains,
  matches,
};

const unary: { [name: string]: (value: Value) => Value } = {
  "!_": (value) => (typeof value === "boolean" ? !value : noForm("!", value)),
  "-_": negative,
  size: (value) => {
    const size = sizeOf(value);
    return typeof size === "number" ? BigInt(size) : size;
  },
  timestamp: toTimestamp,
  duration: toDuration,
  int: toInt,
  double: toDouble,
};

function contains(text: Value, part: Value): Value {
  if (typeof text !== "string" || typeof part !== "string") return noForm("contains", text, part);
  charge(text.length >> 4);
  return text.includes(part);
}

function compileCall(name: string, args: readonly Term[]): Step {
  const [first, second] = args as [Term, Term];
  if (second === undefined) return compileUnary(name, first);
  if (orders[name]) return compileOrder(name, first, second);
  if (name === "_==_") return compileEqual(first, second);
  if (name === "@in") return compileIn(first, second);
  return strict(binary[name] as (left: Value, right: Value) => Value, compileTerm(first), compileTerm(second));
}

/** The first operand that fails is the result. */
function strict(apply: (left: Value, right: Value) => Value, left: Step, right: Step): Step {
  return (run) => {
    const first = left(run);
    if (first instanceof Fault) return first;
    const second = right(run);
    return second instanceof Fault ? second : apply(first, second);
  };
}

function compileUnary(name: string, term: Term): Step {
  const step = compileTerm(term);
  const apply = unary[name] as (value: Value) => Value;
  if (term.is === "constant") {
    const value = apply(term.value);
    return () => value;
  }
  return (run) => {
    const value = step(run);
    return value instanceof Fault ? value : apply(value);
  };
}

/** size(x) as a plain number: exact, and much cheaper than CEL's 64-bit int where it is only compared. */
function compileNumber(term: Term): Step {
  if (term.is !== "call" || term.name !== "size") return compileTerm(term);
  const step = compileTerm(term.args[0] as Term);
  return (run) => {
    const value = step(run);
    return value instanceof Fault ? value : sizeOf(value);
  };
}

/** A whole number up to 2^53 compares with a double and with a size exactly as its double does. */
function asDouble(term: Term): number | undefined {
  if (term.is !== "constant" || (typeof term.value !== "bigint" && typeof term.value !== "number")) return undefined;
  const number = Number(term.value);
  return typeof term.value === "number" || Number.isSafeInteger(number) ? number : undefined;
}

function compileOrder(name: string, left: Term, right: Term): Step {
  const holds = orders[name] as Order;
  const number = asDouble(right);
  if (number !== undefined) {
    const constant = (right as { value: bigint | number }).value;
    const step = compileNumber(left);
    return (run) => {
      const value = step(run);
      if (typeof value === "number") return holds(value, number);
      return value instanceof Fault ? value : compare(name, value, constant);
    };
  }
  return strict((first, second) => compare(name, first, second), compileTerm(left), compileTerm(right));
}

function compileEqual(left: Term, right: Term): Step {
  if (left.is === "constant" && right.is !== "constant") return compileEqual(right, left);
  const number = asDouble(right);
  if (number !== undefined) {
    const constant = (right as { value: bigint | number }).value;
    const step = compileNumber(left);
    return (run) => {
      const value = step(run);
      if (typeof value === "number") return value === number;
      return value instanceof Fault ? value : equal(value, constant);
    };
  }
  if (right.is === "constant" && typeof right.value !== "bigint") return equalsConstant(compileTerm(left), right.value);
  return strict(equal, compileTerm(left), compileTerm(right));
}

function equalsConstant(left: Step, constant: Value): Step {
  return (run) => {
    const value = left(run);
    return value === constant ? true : value instanceof Fault ? value : false;
  };
}

const sets = new WeakMap<Value[], ReadonlySet<Value>>();

/** The long lists of an expression and its parameters (accepted licences) are looked up, not searched. */
function setOf(list: Value[]): ReadonlySet<Value> {
  let set = sets.get(list);
  if (set === undefined) {
    set = new Set(list);
    sets.set(list, set);
  }
  return set;
}

function compileIn(left: Term, right: Term): Step {
  const value = compileTerm(left);
  const container = compileTerm(right);
  const lasting = right.is === "list" || (right.is === "path" && right.root.of === "parameter");
  if (!lasting) return strict(isIn, value, container);
  return strict(
    (item, list) => (typeof item === "string" && Array.isArray(list) ? setOf(list).has(item) : isIn(item, list)),
    value,
    container,
  );
}

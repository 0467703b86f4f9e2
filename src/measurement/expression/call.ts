import { add, divide, multiply, negative, remainder, subtract, toDouble, toDuration, toInt, toTimestamp } from "./arithmetic.ts";
import { compileTerm, type Step } from "./compile.ts";
import { charge } from "./limits.ts";
import { matches } from "./pattern.ts";
import type { Term } from "./term.ts";
import { compare, equal, Fault, isIn, noForm, type Order, orders, sizeOf, type Value } from "./values.ts";

const binary: { [name: string]: (left: Value, right: Value) => Value } = {
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

/** An operator or a function: its operands first, and the first of them that fails is the result. */
export function compileCall(name: string, args: readonly Term[]): Step {
  const [first, second] = args as [Term, Term];
  if (second === undefined) return compileUnary(name, first);
  if (orders[name]) return compileOrder(name, first, second);
  if (name === "_==_") return compileEqual(first, second);
  if (name === "_!=_") return opposite(compileEqual(first, second));
  if (name === "@in") return compileIn(first, second);
  return strict(binary[name] as (left: Value, right: Value) => Value, compileTerm(first), compileTerm(second));
}

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

function opposite(step: Step): Step {
  return (run) => {
    const value = step(run);
    return typeof value === "boolean" ? !value : value;
  };
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

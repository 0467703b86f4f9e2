import { charge } from "./limits.ts";
import { type Instant, type Span, Timed } from "./time.ts";

/** A CEL value as the compiled form holds it: JSON as it came, bigint for CEL's int, own classes for its times. */
export type Value = null | boolean | number | bigint | string | Instant | Span | Value[] | { [key: string]: Value } | Fault;

/** CEL's error as a value. It names the facts that were missing, or none where something else failed. */
export class Fault {
  readonly words: string;
  readonly absent: readonly string[];
  constructor(words: string, absent: readonly string[] = []) {
    this.words = words;
    this.absent = absent;
  }
}

/** A parameter that is not given is an author's fault; a fact that is not there is an observation's. */
export function missing(name: string): Fault {
  return name.startsWith("parameters.") ? new Fault(`${name} is not given`) : new Fault(`${name} is absent`, [name]);
}

/** Two operands failed: the first decides what kind of failure it is, as in CEL; absent facts are all named. */
export function merge(first: Fault | undefined, next: Fault): Fault {
  if (first === undefined) return next;
  const more = first.absent.length === 0 ? [] : next.absent.filter((name) => !first.absent.includes(name));
  return more.length === 0 ? first : new Fault(first.words, [...first.absent, ...more]);
}

export function isMap(value: Value | undefined): value is { [key: string]: Value } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Timed) && !(value instanceof Fault);
}

/** "string", "list": CEL's own word for the type. */
function typeOf(value: Value): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "bigint") return "int";
  if (typeof value === "number") return "double";
  if (typeof value === "string") return "string";
  if (value instanceof Timed) return value.type;
  return Array.isArray(value) ? "list" : "map";
}

const isNumber = (value: Value): value is number | bigint => typeof value === "number" || typeof value === "bigint";

/** CEL's equality: numbers across types, everything else only within its type. */
export function equal(left: Value, right: Value): boolean {
  if (left === right) return true;
  // biome-ignore lint/suspicious/noDoubleEquals: 3n == 3 exactly, without rounding either
  if (isNumber(left) && isNumber(right)) return left == right;
  if (Array.isArray(left)) {
    if (!Array.isArray(right) || left.length !== right.length) return false;
    charge(left.length);
    return left.every((item, index) => equal(item, right[index] as Value));
  }
  if (left instanceof Timed) return right instanceof Timed && left.type === right.type && left.compare(right) === 0;
  if (!isMap(left) || !isMap(right)) return false;
  const names = Object.keys(left);
  charge(names.length);
  if (names.length !== Object.keys(right).length) return false;
  return names.every((name) => Object.hasOwn(right, name) && equal(left[name] as Value, right[name] as Value));
}

/** `value in list`, `key in map`. A key whose value is null is not in the map: so says the judge. */
export function isIn(value: Value, container: Value): boolean | Fault {
  if (Array.isArray(container)) {
    charge(container.length >> 4);
    return typeof value === "string" ? container.includes(value) : container.some((item) => equal(item, value));
  }
  const type = typeOf(value);
  if (!isMap(container) || !["string", "double", "int", "bool"].includes(type)) return noForm("in", value, container);
  return typeof value === "string" && Object.hasOwn(container, value) && container[value] !== null;
}

/** Characters (code points) of a text, elements of a list, keys of a map. */
export function sizeOf(value: Value): number | Fault {
  if (Array.isArray(value)) return value.length;
  if (isMap(value)) return Object.keys(value).length;
  if (typeof value !== "string") return noForm("size", value);
  charge(value.length >> 4);
  let size = 0;
  for (const _ of value) size++;
  return size;
}

export type Order = (left: number | bigint | string | boolean, right: number | bigint | string | boolean) => boolean;

export const orders: { [operator: string]: Order } = {
  "_<_": (left, right) => left < right,
  "_<=_": (left, right) => left <= right,
  "_>_": (left, right) => left > right,
  "_>=_": (left, right) => left >= right,
};

/** `<` and its like. A fact's number (double) is compared with a whole number by making that one a double too. */
export function compare(operator: string, left: Value, right: Value): boolean | Fault {
  const holds = orders[operator] as Order;
  if (isNumber(left) && isNumber(right)) return typeof left === typeof right ? holds(left, right) : holds(Number(left), Number(right));
  if (typeof left === "string" && typeof right === "string") return holds(left, right);
  if (typeof left === "boolean" && typeof right === "boolean") return holds(left, right);
  if (left instanceof Timed && right instanceof Timed && left.type === right.type) return holds(left.compare(right), 0);
  return noForm(operator, left, right);
}

/** "+ does not take (double, int)": words for an author. */
export function noForm(operator: string, ...values: readonly Value[]): Fault {
  const types = values.map(typeOf);
  const mixed = types.includes("int") && types.includes("double");
  const hint = mixed ? ": a fact's number is a double; write 2.0 rather than 2, or double(size(x))" : "";
  return new Fault(`${operator.replaceAll("_", "")} does not take (${types.join(", ")})${hint}`);
}

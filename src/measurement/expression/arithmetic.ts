import { charge, limits } from "./limits.ts";
import { Instant, readInstant, readSpan, Span } from "./time.ts";
import { Fault, noForm, type Value } from "./values.ts";

const maxInt = 9_223_372_036_854_775_807n;

/** CEL's int has 64 bits; beyond them is an error. */
function int(value: bigint): bigint | Fault {
  return value > maxInt || value < -maxInt - 1n ? new Fault("a whole number beyond 64 bits") : value;
}

/** What throws a RangeError, SyntaxError … becomes CEL's error. */
function attempt(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return new Fault(error.message);
    throw error;
  }
}

/** Numbers of one type, texts, lists, times and durations; what they make is bounded. */
export function add(left: Value, right: Value): Value {
  if (typeof left === "number" && typeof right === "number") return left + right;
  if (typeof left === "bigint" && typeof right === "bigint") return int(left + right);
  if (typeof left === "string" && typeof right === "string") return joinTexts(left, right);
  if (Array.isArray(left) && Array.isArray(right)) return joinLists(left, right);
  if (left instanceof Span && right instanceof Span) return attempt(() => new Span(left.seconds + right.seconds, left.nanos + right.nanos));
  if ((left instanceof Instant && right instanceof Span) || (left instanceof Span && right instanceof Instant))
    return attempt(() => new Instant(left.seconds + right.seconds, left.nanos + right.nanos));
  return noForm("+", left, right);
}

export function joinTexts(left: string, right: string): string | Fault {
  if (left.length + right.length > limits.text) return new Fault(`+ makes a text of more than ${limits.text} characters`);
  charge((left.length + right.length) >> 4);
  return left + right;
}

export function joinLists<Item>(left: readonly Item[], right: readonly Item[]): Item[] | Fault {
  if (left.length + right.length > limits.list) return new Fault(`+ makes a list of more than ${limits.list} elements`);
  charge(left.length + right.length);
  return [...left, ...right];
}

export function subtract(left: Value, right: Value): Value {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "bigint" && typeof right === "bigint") return int(left - right);
  if (left instanceof Instant && right instanceof Span)
    return attempt(() => new Instant(left.seconds - right.seconds, left.nanos - right.nanos));
  if ((left instanceof Instant && right instanceof Instant) || (left instanceof Span && right instanceof Span))
    return attempt(() => new Span(left.seconds - right.seconds, left.nanos - right.nanos));
  return noForm("-", left, right);
}

export function multiply(left: Value, right: Value): Value {
  if (typeof left === "number" && typeof right === "number") return left * right;
  if (typeof left === "bigint" && typeof right === "bigint") return int(left * right);
  return noForm("*", left, right);
}

export function divide(left: Value, right: Value): Value {
  if (typeof left === "number" && typeof right === "number") return left / right;
  if (typeof left !== "bigint" || typeof right !== "bigint") return noForm("/", left, right);
  return right === 0n ? new Fault("a division by zero") : int(left / right);
}

export function remainder(left: Value, right: Value): Value {
  if (typeof left !== "bigint" || typeof right !== "bigint") return noForm("%", left, right);
  return right === 0n ? new Fault("a division by zero") : left % right;
}

export function negative(value: Value): Value {
  if (typeof value === "number") return -value;
  return typeof value === "bigint" ? int(-value) : noForm("-", value);
}

export function toTimestamp(value: Value): Value {
  if (value instanceof Instant) return value;
  return typeof value === "string" ? attempt(() => readInstant(value)) : noForm("timestamp", value);
}

export function toDuration(value: Value): Value {
  if (value instanceof Span) return value;
  return typeof value === "string" ? attempt(() => readSpan(value)) : noForm("duration", value);
}

export function toDouble(value: Value): Value {
  if (typeof value === "number") return value;
  return typeof value === "bigint" || typeof value === "string" ? Number(value) : noForm("double", value);
}

export function toInt(value: Value): Value {
  if (typeof value === "bigint") return value;
  if (typeof value === "string") return wholeNumber(value);
  if (value instanceof Instant) return BigInt(value.seconds);
  if (value instanceof Span) return BigInt(value.seconds + (value.seconds < 0 && value.nanos > 0 ? 1 : 0));
  if (typeof value !== "number") return noForm("int", value);
  return Math.abs(value) < Number(maxInt) ? BigInt(Math.trunc(value)) : new Fault("a whole number beyond 64 bits");
}

/** Reading a number of a million digits takes minutes, so that its length is bounded. */
export function wholeNumber(text: string): bigint | Fault {
  if (text.length > limits.digits) return new Fault(`int() of a text of more than ${limits.digits} characters`);
  return attempt(() => int(BigInt(text))) as bigint | Fault;
}

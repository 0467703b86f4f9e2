import {
  type CelInput,
  CelScalar,
  type CelType,
  type CelValue,
  celEnv,
  celFunc,
  celList,
  celMethod,
  isCelError,
  isCelList,
  isCelMap,
  isCelUint,
  listType,
  plan,
} from "@bufbuild/cel";
import { joinLists, joinTexts, wholeNumber } from "./arithmetic.ts";
import type { Run, Step } from "./compile.ts";
import { matches } from "./pattern.ts";
import type { Reading } from "./read.ts";
import { Instant, Span } from "./time.ts";
import { Fault, merge, missing, type Value } from "./values.ts";

const { INT, STRING } = CelScalar;
const list = listType(CelScalar.DYN);
const standard = [...celEnv().funcs];

function orThrow<Result>(result: Result | Fault): Result {
  if (result instanceof Fault) throw new Error(result.words);
  return result;
}

/** A type that @bufbuild/cel does not export: that of a function's argument. */
function argumentOf(name: string, result: string): CelType {
  const found = standard.find((func) => func.name === name && func.arguments[0]?.name === result);
  if (!found?.arguments[0]) throw new Error(`@bufbuild/cel has no ${name}(${result})`);
  return found.arguments[0];
}

const timestamp = argumentOf("timestamp", "google.protobuf.Timestamp");

/** In UTC, whatever zone the machine is in; the standard ones go through local time and stumble over its summer time. */
const calendar: { [name: string]: (date: Date) => number } = {
  getFullYear: (date) => date.getUTCFullYear(),
  getMonth: (date) => date.getUTCMonth(),
  getDate: (date) => date.getUTCDate(),
  getDayOfMonth: (date) => date.getUTCDate() - 1,
  getDayOfWeek: (date) => date.getUTCDay(),
  getDayOfYear: (date) => Math.floor((date.getTime() - Date.parse(`${date.toISOString().slice(0, 4)}-01-01T00:00:00Z`)) / 86_400_000),
  getHours: (date) => date.getUTCHours(),
  getMinutes: (date) => date.getUTCMinutes(),
  getSeconds: (date) => date.getUTCSeconds(),
};

/** Standard CEL; what could grow, depend on the machine or run away is bounded by the same code as in the compiled form. */
const environment = celEnv({
  funcs: [
    celFunc("_+_", [STRING, STRING], STRING, (left, right) => orThrow(joinTexts(left, right))),
    celFunc("_+_", [list, list], list, (left, right) => celList(orThrow(joinLists([...left], [...right])))),
    celMethod("matches", STRING, [STRING], CelScalar.BOOL, function (pattern) {
      return orThrow(matches(String(this), pattern));
    }),
    celFunc("int", [STRING], INT, (text) => orThrow(wholeNumber(text))),
    ...["timestamp", "duration"].map((name) =>
      celFunc(name, [INT], INT, () => {
        throw new Error(`${name}() takes a text`);
      }),
    ),
    ...Object.entries(calendar).map(([name, read]) =>
      celMethod(name, timestamp, [], INT, function () {
        return BigInt(read(new Date(secondsOf(this) * 1000)));
      }),
    ),
  ],
});

/**
 * The judge: the expression as @bufbuild/cel evaluates it. Where the compiled form covers an expression, both say the same (a property test).
 * @throws Error where @bufbuild/cel cannot plan it
 */
export function interpret(reading: Reading, factNames: readonly string[]): Step {
  const evaluate = plan(environment, reading.syntax);
  const roots = new Set(factNames.map((name) => name.split(".")[0] as string));
  return (run) => {
    const result = evaluate(bindingsOf(run, roots));
    return isCelError(result) ? faultOf(result, reading.names) : fromCel(result);
  };
}

/** Only what is read, and Maps for objects: no key of the data can pass for a method or a message. */
function bindingsOf(run: Run, roots: ReadonlySet<string>): Record<string, CelInput> {
  const bindings: Record<string, CelInput> = Object.create(null);
  for (const root of roots) if (Object.hasOwn(run.facts, root)) bindings[root] = toCel(run.facts[root] as Value);
  bindings.parameters = toCel(run.parameters as Value);
  bindings.observedAt = run.observedAt;
  return bindings;
}

function toCel(value: Value): CelInput {
  if (Array.isArray(value)) return value.map(toCel);
  if (value === null || typeof value !== "object") return value;
  return new Map(Object.entries(value as { [key: string]: Value }).map(([key, member]) => [key, toCel(member)]));
}

function fromCel(value: CelValue): Value {
  if (value === null || typeof value !== "object") return value;
  if (isCelList(value)) return [...value].map(fromCel);
  if (isCelMap(value))
    return Object.fromEntries([...value].map(([key, member]) => [isCelUint(key) ? `${key.value}` : `${key}`, fromCel(member)]));
  if (isCelUint(value)) return value.value;
  const { desc, message } = value as { desc?: { typeName: string }; message?: { seconds: bigint; nanos: number } };
  if (desc?.typeName === "google.protobuf.Timestamp" && message) return new Instant(Number(message.seconds), message.nanos);
  if (desc?.typeName === "google.protobuf.Duration" && message) return new Span(Number(message.seconds), message.nanos);
  return new Fault("its value is neither true nor false, nor anything JSON can hold");
}

const secondsOf = (value: unknown): number => Number((value as { message: { seconds: bigint } }).message.seconds);

/** A key or a variable that is not there is an absent fact; @bufbuild/cel says so in words and by the id of the term. */
function faultOf(error: { message: string; exprId: bigint | undefined; cause: unknown }, names: Reading["names"]): Fault {
  const key = /^field not found: (.*)$/s.exec(error.message)?.[1];
  const absent = key !== undefined || error.message === "unresolved attribute";
  const name = names.get(error.exprId ?? -1n) ?? "a fact";
  const first = absent ? missing(key === undefined || name.endsWith(`.${key}`) ? name : `${name}.${key}`) : new Fault(error.message);
  const others = Array.isArray(error.cause) ? error.cause.filter(isCelError) : [];
  return others.reduce<Fault>((fault, other) => merge(fault, faultOf(other, names)), first);
}

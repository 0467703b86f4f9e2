/** How an expression may call a function: size(x) or x.size(). */
interface Signature {
  args: number;
  /** x.f(…) */
  method: boolean;
  /** false: only CEL's own interpreter evaluates it */
  compiled: boolean;
}

const asFunction = (args: number, compiled: boolean): Signature => ({ args, method: false, compiled });
const asMethod = (args: number, compiled: boolean): Signature => ({ args, method: true, compiled });

const times = ["getFullYear", "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear"];
const clocks = ["getHours", "getMinutes", "getSeconds", "getMilliseconds"];

const functions = new Map<string, readonly Signature[]>([
  ["size", [asFunction(1, true), asMethod(0, true)]],
  ...["startsWith", "endsWith", "contains", "matches"].map((name) => [name, [asMethod(1, true)]] as const),
  ...["timestamp", "duration", "int", "double"].map((name) => [name, [asFunction(1, true)]] as const),
  ...["string", "bool", "bytes", "uint", "type", "dyn"].map((name) => [name, [asFunction(1, false)]] as const),
  ...[...times, ...clocks].map((name) => [name, [asMethod(0, false)]] as const),
]);

/** The operators whose operands are evaluated first, under the names that CEL gives them, with how they are written. */
export const operators = new Map([
  ["_==_", "=="],
  ["_!=_", "!="],
  ["_<_", "<"],
  ["_<=_", "<="],
  ["_>_", ">"],
  ["_>=_", ">="],
  ["@in", "in"],
  ["_+_", "+"],
  ["_-_", "-"],
  ["_*_", "*"],
  ["_/_", "/"],
  ["_%_", "%"],
  ["-_", "-"],
  ["!_", "!"],
]);

/** @returns the signature, or in words what was expected */
export function signatureOf(name: string, args: number, method: boolean): Signature | string {
  const known = functions.get(name);
  if (known === undefined)
    return `there is no function ${name}; the functions are ${[...functions.keys(), "has", "exists", "all", "exists_one", "filter", "map"].join(", ")}`;
  const fitting = known.find((signature) => signature.args === args && signature.method === method);
  return fitting ?? `expected ${known.map((signature) => written(name, signature)).join(" or ")}`;
}

function written(name: string, { args, method }: Signature): string {
  const list = args === 0 ? "" : "y";
  return method ? `x.${name}(${list})` : `${name}(x)`;
}

/** Names that CEL keeps for types; no fact may begin with one. */
export const typeNames = new Set(["bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type", "google"]);

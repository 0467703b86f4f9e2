import type { Run, Step } from "./compile.ts";
import type { Path } from "./term.ts";
import { Timed } from "./time.ts";
import { Fault, isMap, missing, type Value } from "./values.ts";

/** Names that every object inherits: they are read only where they are an object's own data. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

type Group = { readonly [key: string]: Value };

function own(group: Group, key: string): Value | undefined {
  return inherited.has(key) && !Object.hasOwn(group, key) ? undefined : group[key];
}

/** Follows the keys; undefined where one is not there. */
function follow(start: Value | undefined, keys: readonly string[]): Value | undefined {
  let value = start;
  for (const key of keys) {
    if (!isMap(value)) return undefined;
    value = own(value, key);
  }
  return value;
}

function rootOf({ root }: Path): (run: Run) => Value {
  if (root.of === "fact") return (run) => run.facts as { [key: string]: Value };
  if (root.of === "parameter") return (run) => run.parameters as { [key: string]: Value };
  if (root.of === "observedAt") return (run) => run.observedAt;
  const { slot } = root;
  return (run) => run.elements[slot] as Value;
}

/** One fact, parameter or element. Names of one and two parts, nearly all of them, are read without a loop. */
export function compilePath(path: Path): Step {
  const fault = missing(path.name);
  const plain = !path.keys.some((key) => inherited.has(key));
  return (plain && compileShort(path, fault)) || compileLong(path, fault);
}

function compileLong(path: Path, fault: Fault): Step {
  const start = rootOf(path);
  return (run) => {
    const value = follow(start(run), path.keys);
    return value === undefined ? fault : value;
  };
}

function compileShort({ root, keys }: Path, fault: Fault): Step | undefined {
  const [first = "", second = ""] = keys;
  if (root.of === "element" && keys.length === 0) return (run) => run.elements[root.slot] as Value;
  if (root.of === "element" && keys.length === 1) return (run) => memberOr(fault, run.elements[root.slot], first);
  if (root.of === "fact" && keys.length === 1) return (run) => valueOr(fault, run.facts[first]);
  if (root.of === "fact" && keys.length === 2) return (run) => memberOr(fault, run.facts[first], second);
  if (root.of === "parameter" && keys.length === 1) return (run) => valueOr(fault, run.parameters[first]);
  return undefined;
}

const valueOr = (fault: Fault, value: Value | undefined): Value => (value === undefined ? fault : value);

function memberOr(fault: Fault, group: Value | undefined, key: string): Value {
  return isMap(group) ? valueOr(fault, group[key]) : fault;
}

/**
 * has(a.b): whether it is there and not null. False also where `a` itself is no fact that was observed, an error where something between
 * is missing: CEL's own interpreter says so.
 */
export function compileHas(path: Path, key: string): Step {
  const start = rootOf(path);
  const fault = missing(path.name);
  const optionalRoot = path.root.of === "fact";
  return (run) => {
    const origin = start(run);
    if (optionalRoot && own(origin as Group, path.keys[0] ?? "") === undefined) return false;
    const value = follow(origin, path.keys);
    // A time is a message to CEL, and a message that has no such field is asked in vain.
    if (value === undefined || value instanceof Timed) return fault;
    if (!isMap(value)) return false;
    const member = own(value, key);
    return member !== undefined && member !== null;
  };
}

/** f(x).key, list[0] */
export function memberOf(value: Value, key: string | bigint, name: string): Value {
  if (typeof key === "string") {
    const member = isMap(value) ? own(value, key) : undefined;
    return member === undefined ? missing(name) : member;
  }
  const item = Array.isArray(value) ? value[Number(key)] : undefined;
  return item === undefined ? new Fault(`there is no element ${key} in ${name.replace(/\[\]$/, "")}`) : item;
}

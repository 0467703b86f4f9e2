import type { Run, Step } from "./compile.ts";
import type { Path } from "./term.ts";
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

/** One fact, parameter or element. Facts of one and two names, nearly all of them, are read without a loop. */
export function compilePath(path: Path): Step {
  const { keys, name, root } = path;
  const fault = missing(name);
  const [first = "", second = ""] = keys;
  if (root.of === "fact" && !keys.some((key) => inherited.has(key))) {
    if (keys.length === 1) return (run) => run.facts[first] ?? (run.facts[first] === null ? null : fault);
    if (keys.length === 2)
      return (run) => {
        const group = run.facts[first];
        if (group === undefined || group === null || typeof group !== "object" || Array.isArray(group)) return fault;
        const value = (group as Group)[second];
        return value === undefined ? fault : value;
      };
  }
  const start = rootOf(path);
  return (run) => {
    const value = follow(start(run), keys);
    return value === undefined ? fault : value;
  };
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
    if (value === undefined) return fault;
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

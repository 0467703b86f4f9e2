/** What a path starts at: a fact, a parameter, the time of the observation, or the element of the loop at that depth. */
type Root = { of: "fact" } | { of: "parameter" } | { of: "observedAt" } | { of: "element"; slot: number };

type Constant = null | boolean | bigint | number | string;

export const macros = ["exists", "all", "exists_one", "filter", "map"] as const;
export type Macro = (typeof macros)[number];

/** `a.b.c` or `a["b"].c`. `name` is what a reader calls it: "licence.files", for an element "licence.files[].path". */
export interface Path {
  is: "path";
  root: Root;
  /** under the facts or under the parameters, or under the element (then it may be empty) */
  keys: string[];
  name: string;
}

export interface Loop {
  is: "loop";
  macro: Macro;
  list: Term;
  slot: number;
  test?: Term;
  /** what map() makes of an element */
  each?: Term;
}

/** An expression with its macros recognised and its names resolved. */
export type Term =
  | { is: "constant"; value: Constant }
  | Path
  | { is: "has"; path: Path; key: string }
  | { is: "member"; of: Term; key: string | bigint; name: string }
  | { is: "list"; items: Term[] }
  | { is: "and" | "or"; parts: Term[] }
  | { is: "choice"; test: Term; yes: Term; no: Term }
  /** an operator or a function; the target of a method is its first argument */
  | { is: "call"; name: string; args: Term[] }
  | Loop
  /** what only CEL's own interpreter evaluates: maps, bytes, unsigned numbers, computed indexes, rare functions */
  | { is: "interpreted"; parts: Term[]; builds: boolean };

/** The terms directly inside a term. */
export function inside(term: Term): readonly Term[] {
  switch (term.is) {
    case "constant":
    case "path":
      return [];
    case "has":
      return [term.path];
    case "member":
      return [term.of];
    case "list":
      return term.items;
    case "and":
    case "or":
    case "interpreted":
      return term.parts;
    case "choice":
      return [term.test, term.yes, term.no];
    case "call":
      return term.args;
    case "loop":
      return [term.list, term.test, term.each].filter((part) => part !== undefined);
  }
}

/** How many terms: what one round of a loop costs. */
export function countOf(term: Term): number {
  return inside(term).reduce((count, part) => count + countOf(part), 1);
}

/** The names of the facts that a term reads, each once, in its order; of elements, the list they are in. */
export function readsOf(term: Term): string[] {
  return [...new Set(namesRead(term, "fact"))];
}

export function parametersOf(term: Term): string[] {
  return [...new Set(namesRead(term, "parameter"))];
}

function namesRead(term: Term, root: "fact" | "parameter"): string[] {
  if (term.is === "has" && term.path.root.of === root) return [[...term.path.keys, term.key].join(".")];
  if (term.is === "path" && term.root.of === root) return [term.keys.join(".")];
  return inside(term).flatMap((part) => namesRead(part, root));
}

/** Whether our compiled form covers all of it. */
export function isCompiled(term: Term): boolean {
  return term.is !== "interpreted" && inside(term).every(isCompiled);
}

import type { Problem } from "../../shared/problem.ts";
import { operators, signatureOf, typeNames } from "./functions.ts";
import { limits } from "./limits.ts";
import { faultOfPattern } from "./pattern.ts";
import { parseSyntax, type Syntax, wrong } from "./syntax.ts";
import { type Loop, type Macro, macros, type Path, type Term } from "./term.ts";

type Expr = Syntax["expr"];

/** An expression that was read: CEL's tree, ours, and what a reader calls the paths of the former by their ids. */
export interface Reading {
  source: string;
  syntax: Syntax;
  term: Term;
  names: ReadonlyMap<bigint, string>;
}

/** A variable of a loop: `b` in brands.exists(b, …). */
interface Element {
  variable: string;
  name: string;
}

/**
 * Reads CEL, within the limits of limits.ts.
 * @throws Problem "invalid-input" with line and column and what was expected
 * @example read('licence.expression in ["MIT"]').term
 */
export function read(source: string): Reading {
  const syntax = parseSyntax(source);
  const reader = new Reader(source, syntax);
  return { source, syntax, term: reader.term(syntax.expr, [], 0), names: reader.names };
}

class Reader {
  readonly names = new Map<bigint, string>();
  private readonly source: string;
  private readonly syntax: Syntax;
  private terms = 0;

  constructor(source: string, syntax: Syntax) {
    this.source = source;
    this.syntax = syntax;
  }

  term(expr: Expr | undefined, scope: readonly Element[], depth: number): Term {
    if (expr === undefined) throw this.wrong(expr, "an expression was expected");
    if (depth > limits.depth) throw this.wrong(expr, `expected at most ${limits.depth} terms inside each other`);
    if (++this.terms > limits.terms) throw this.wrong(expr, `expected at most ${limits.terms} terms`);
    const below = (part: Expr | undefined) => this.term(part, scope, depth + 1);
    const { exprKind } = expr;
    switch (exprKind.case) {
      case "constExpr":
        return this.constant(expr, exprKind.value.constantKind);
      case "identExpr":
      case "selectExpr":
        return this.path(expr, scope, depth);
      case "listExpr":
        return { is: "list", items: exprKind.value.elements.map(below) };
      case "structExpr": {
        if (exprKind.value.messageName) throw this.wrong(expr, "only plain maps such as {'a': 1} can be made");
        const parts = exprKind.value.entries.flatMap(({ keyKind, value }) => [
          keyKind.case === "mapKey" ? keyKind.value : undefined,
          value,
        ]);
        return { is: "interpreted", parts: parts.map(below), builds: true };
      }
      case "comprehensionExpr":
        return this.loop(expr, scope, depth);
      case "callExpr":
        return this.call(expr, scope, depth);
      default:
        throw this.wrong(expr, "an expression was expected");
    }
  }

  private constant(expr: Expr, { case: kind, value }: ConstantKind): Term {
    switch (kind) {
      case "int64Value":
        if (value > 9_223_372_036_854_775_807n || value < -9_223_372_036_854_775_808n)
          throw this.wrong(expr, "a whole number has 64 bits at most");
        return { is: "constant", value };
      case "boolValue":
      case "doubleValue":
      case "stringValue":
        return { is: "constant", value };
      case "nullValue":
        return { is: "constant", value: null };
      default:
        return { is: "interpreted", parts: [], builds: false };
    }
  }

  /** a.b["c"].d down to its root, or a member of what is no path: f(x).y, a[0].b */
  private path(expr: Expr, scope: readonly Element[], depth: number): Term {
    const { exprKind } = expr;
    if (exprKind.case === "identExpr") return this.root(expr, exprKind.value.name, scope);
    if (exprKind.case !== "selectExpr") throw this.wrong(expr, "a name was expected");
    const { operand, field, testOnly } = exprKind.value;
    const of = this.term(operand, scope, testOnly || operand?.exprKind.case !== "selectExpr" ? depth + 1 : depth);
    if (!testOnly) return this.member(expr, of, field);
    if (of.is !== "path") throw this.wrong(expr, "has() takes a path such as has(licence.expression)");
    this.names.set(expr.id, `${of.name}.${field}`);
    return { is: "has", path: of, key: field };
  }

  private root(expr: Expr, name: string, scope: readonly Element[]): Term {
    const slot = scope.findLastIndex(({ variable }) => variable === name);
    const element = scope[slot];
    const path: Path | undefined = element
      ? { is: "path", root: { of: "element", slot }, keys: [], name: element.name }
      : name === "observedAt"
        ? { is: "path", root: { of: "observedAt" }, keys: [], name }
        : name === "parameters"
          ? { is: "path", root: { of: "parameter" }, keys: [], name }
          : typeNames.has(name)
            ? undefined
            : { is: "path", root: { of: "fact" }, keys: [name], name };
    if (path === undefined) return { is: "interpreted", parts: [], builds: false };
    if (!/^[A-Za-z_]\w*$/.test(name)) throw this.wrong(expr, `${name} is not a name`);
    this.names.set(expr.id, path.name);
    return path;
  }

  private member(expr: Expr, of: Term, key: string | bigint): Term {
    const name = `${of.is === "path" || of.is === "member" ? of.name : "an element"}${typeof key === "string" ? `.${key}` : "[]"}`;
    this.names.set(expr.id, name);
    if (of.is !== "path" || typeof key !== "string") return { is: "member", of, key, name };
    if (of.root.of === "observedAt")
      throw this.wrong(expr, "observedAt is a text without members; timestamp(observedAt) makes a time of it");
    if (of.keys.length >= limits.path) throw this.wrong(expr, `expected at most ${limits.path} names in a path`);
    return { ...of, keys: [...of.keys, key], name };
  }

  private call(expr: Expr, scope: readonly Element[], depth: number): Term {
    if (expr.exprKind.case !== "callExpr") throw this.wrong(expr, "a call was expected");
    const { function: name, target, args } = expr.exprKind.value;
    const operands = target ? [target, ...args] : args;
    const parts = () => operands.map((part) => this.term(part, scope, depth + 1));
    if (name === "_&&_" || name === "_||_") return { is: name === "_&&_" ? "and" : "or", parts: this.chain(name, expr, scope, depth) };
    if (name === "_?_:_") {
      const [test, yes, no] = parts() as [Term, Term, Term];
      return { is: "choice", test, yes, no };
    }
    if (name === "_[_]") return this.index(expr, parts() as [Term, Term]);
    if (operators.has(name)) return { is: "call", name, args: parts() };
    const signature = signatureOf(name, args.length, target !== undefined);
    if (typeof signature === "string")
      throw this.wrong(expr, macros.includes(name as Macro) ? `expected x.${name}(y, …) with a name for the element first` : signature);
    const read = parts();
    if (name === "matches") this.checkPattern(expr, read[1]);
    return signature.compiled ? { is: "call", name, args: read } : { is: "interpreted", parts: read, builds: false };
  }

  /** CEL reads a && b && c as (a && b) && c; the whole chain is one term here. */
  private chain(name: string, expr: Expr, scope: readonly Element[], depth: number): Term[] {
    const parts: Term[] = [];
    let rest: Expr | undefined = expr;
    while (rest?.exprKind.case === "callExpr" && rest.exprKind.value.function === name) {
      const { args }: { args: Expr[] } = rest.exprKind.value;
      parts.unshift(...args.slice(1).map((part) => this.term(part, scope, depth + 1)));
      rest = args[0];
    }
    return [this.term(rest, scope, depth + 1), ...parts];
  }

  private index(expr: Expr, [of, key]: [Term, Term]): Term {
    if (key.is === "constant" && (typeof key.value === "string" || typeof key.value === "bigint")) return this.member(expr, of, key.value);
    return { is: "interpreted", parts: [of, key], builds: false };
  }

  private checkPattern(expr: Expr, pattern: Term | undefined): void {
    if (pattern?.is !== "constant" || typeof pattern.value !== "string") return;
    const fault = faultOfPattern(pattern.value);
    if (fault) throw this.wrong(expr, fault);
  }

  /** CEL's parser has expanded the macro into a fold, and kept what was written beside it. */
  private loop(expr: Expr, scope: readonly Element[], depth: number): Term {
    const written = this.syntax.sourceInfo?.macroCalls[expr.id.toString()];
    if (expr.exprKind.case !== "comprehensionExpr" || written?.exprKind.case !== "callExpr")
      throw this.wrong(expr, "only CEL's own macros can loop");
    const { iterVar, iterRange, loopStep } = expr.exprKind.value;
    const macro = written.exprKind.value.function.replace("existsOne", "exists_one") as Macro;
    const slot = scope.length;
    if (slot >= limits.loops) throw this.wrong(expr, `expected at most ${limits.loops} loops inside each other`);
    const list = this.term(iterRange, scope, depth + 1);
    const within = [...scope, { variable: iterVar, name: `${elementsName(list)}[]` }];
    const { test, each } = bodyOf(macro, loopStep, written.exprKind.value.args.length);
    const loop: Loop = { is: "loop", macro, list, slot };
    if (test) loop.test = this.term(test, within, depth + 1);
    if (each) loop.each = this.term(each, within, depth + 1);
    return loop;
  }

  private wrong(expr: Expr | undefined, words: string): Problem {
    return wrong(this.source, expr ? (this.syntax.sourceInfo?.positions[expr.id.toString()] ?? 0) : 0, words);
  }
}

type ConstantKind = Extract<Expr["exprKind"], { case: "constExpr" }>["value"]["constantKind"];

function elementsName(list: Term): string {
  if (list.is === "path" || list.is === "member") return list.name;
  return list.is === "loop" && list.macro === "filter" ? elementsName(list.list) : "an element";
}

/** Where the parser puts what was written: exists `@result || test`, filter `test ? @result + [x] : @result`, map `@result + [each]`. */
function bodyOf(macro: Macro, step: Expr | undefined, args: number): { test?: Expr | undefined; each?: Expr | undefined } {
  const part = (expr: Expr | undefined, index: number) =>
    expr?.exprKind.case === "callExpr" ? expr.exprKind.value.args[index] : undefined;
  const made = (expr: Expr | undefined) => (expr?.exprKind.case === "listExpr" ? expr.exprKind.value.elements[0] : undefined);
  if (macro === "exists" || macro === "all") return { test: part(step, 1) };
  if (macro !== "map") return { test: part(step, 0) };
  return args === 2 ? { each: made(part(step, 1)) } : { test: part(step, 0), each: made(part(part(step, 1), 1)) };
}

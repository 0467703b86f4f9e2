import { RE2JS } from "@bufbuild/re2";
import { charge, limits } from "./limits.ts";
import { Fault, noForm, type Value } from "./values.ts";

const kept = new Map<string, RE2JS | Fault>();
const keptAtMost = 200;

/** CEL's matches(): RE2, whose time grows with the text and never explodes. Its cost is charged all the same. */
export function matches(text: Value, pattern: Value): boolean | Fault {
  if (typeof text !== "string" || typeof pattern !== "string") return noForm("matches", text, pattern);
  const compiled = compilePattern(pattern);
  if (compiled instanceof Fault) return compiled;
  charge(1 + Math.ceil((text.length * sizeOf(compiled)) / 32));
  return compiled.test(text);
}

/** @returns what is wrong with a pattern, nothing where it can be used */
export function faultOfPattern(pattern: string): string | undefined {
  const compiled = compilePattern(pattern);
  return compiled instanceof Fault ? compiled.words : undefined;
}

function compilePattern(pattern: string): RE2JS | Fault {
  const known = kept.get(pattern);
  if (known !== undefined) return known;
  if (pattern.length > limits.pattern) return new Fault(`a regular expression of more than ${limits.pattern} characters`);
  const compiled = tryPattern(pattern);
  if (kept.size >= keptAtMost) kept.clear();
  kept.set(pattern, compiled);
  return compiled;
}

function tryPattern(pattern: string): RE2JS | Fault {
  try {
    const compiled = RE2JS.compile(pattern);
    return sizeOf(compiled) > limits.patternSize ? new Fault(`a regular expression that becomes too large: ${pattern}`) : compiled;
  } catch (error) {
    return new Fault(`a regular expression that RE2 does not take: ${error instanceof Error ? error.message : pattern}`);
  }
}

const sizeOf = (compiled: RE2JS): number => compiled.re2().prog.inst.length;

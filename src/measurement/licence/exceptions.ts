import { findException } from "./list.ts";

/** Permissions that are granted beyond a licence: of which licence, how they are called, how their texts read, and what SPDX calls them. */
const exceptions: [of: RegExp, name: RegExp, text: RegExp, id: string][] = [
  [
    /^GPL-2\.0/,
    /\bclasspath["”']? exception|^ with c?pe$/i,
    /permission to link this library with independent modules to produce an executable/i,
    "Classpath-exception-2.0",
  ],
  [/^Apache-2\.0/, /\bllvm[- ]exceptions?/i, /LLVM exceptions? to the apache 2\.0 license/i, "LLVM-exception"],
  [/^Apache-2\.0/, /\b(?:swift|runtime library)[- ]exception/i, /runtime library exception to the apache 2\.0 license/i, "Swift-exception"],
  [
    /^LGPL-/,
    /\bocaml[- ](?:lgpl[- ])?linking[- ]exception/i,
    /link, statically or dynamically, a ["“'`]{0,2}work that uses the (?:\w{1,30} )?library["”']{0,2} with a publicly distributed version of the (?:\w{1,30} )?library/i,
    "OCaml-LGPL-linking-exception",
  ],
  [
    /^GPL-2\.0/,
    /\bgcc[- ](?:linking[- ])?exception/i,
    /unlimited permission to link the compiled version of this (?:file|library) into combinations with other programs/i,
    "GCC-exception-2.0",
  ],
  [/^GPL-3\.0/, /\bgcc runtime library exception/i, /gcc runtime library exception\W{1,9}version 3\.1/i, "GCC-exception-3.1"],
  [
    /^LGPL-2\.0/,
    /\bwxwindows[- ](?:library[- ])?exception/i,
    /wxwindows library licen[cs]e, version 3(?:\.1)?/i,
    "WxWindows-exception-3.1",
  ],
];
const READ = 100_000;
const NEAR = 260;

/**
 * The licence with the exception that the words behind its name tell of.
 *
 * @example withException("GPL-2.0-only", " with the Classpath exception") // "GPL-2.0-only WITH Classpath-exception-2.0"
 */
export function withException(expression: string, after: string): string {
  const said = after.slice(0, NEAR);
  const named = /^ WITH ([A-Za-z0-9.-]{4,60})/.exec(said)?.[1]?.replace(/\.$/, "");
  const id = named && findException(named);
  const found = id ?? exceptions.find(([of, name]) => of.test(expression) && name.test(said))?.[3];
  return found === undefined || /[ (]/.test(expression) ? expression : `${expression} WITH ${found}`;
}

/** The exception to a licence whose text stands beside that of the licence. */
export function exceptionIn(text: string, licence: string): string | undefined {
  if (!/exception/i.test(text)) return undefined;
  const unbroken = text.slice(0, READ).replace(/[\s*]+/g, " ");
  return exceptions.find(([of, , says]) => of.test(licence) && says.test(unbroken))?.[3];
}

import { Problem } from "../../shared/problem.ts";
import { findException, findLicence, replacementOf } from "./list.ts";

/** An SPDX expression as a tree. `id` is an SPDX identifier, with "+" where written so, or a LicenseRef-. */
export type LicenceExpression =
  | { kind: "licence"; id: string; exception?: string }
  | { kind: "and" | "or"; parts: readonly [LicenceExpression, LicenceExpression, ...LicenceExpression[]] };

/** What may be said of code under an expression. AND: of every part; OR: of one at least. Nothing unknown is ever called open. */
export interface LicenceApproval {
  /** It names a licence, with identifiers of the SPDX list alone. */
  recognised: boolean;
  /** Approved by the Open Source Initiative or free according to the Free Software Foundation. */
  openSource: boolean;
  osiApproved: boolean;
  fsfFree: boolean;
  dpgApproved: boolean;
}

const LONGEST = 2000;
const DEEPEST = 40;
const reference = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/;

/**
 * Reads an SPDX licence expression (SPDX specification 3.0, annex B). Identifiers and operators may be capitalised in any way; withdrawn
 * identifiers become those that SPDX asks for instead. Throws a Problem "invalid-input" that names the part which is wrong.
 *
 * @example formatLicenceExpression(parseLicenceExpression("(mit or GPL-2.0+)")) // "MIT OR GPL-2.0-or-later"
 */
export function parseLicenceExpression(text: string): LicenceExpression {
  if (text.length > LONGEST) throw wrong(`${text.slice(0, 40)}…`, `it is longer than ${LONGEST} characters`);
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  let next = 0;
  const isWord = (word: string) => tokens[next]?.toLowerCase() === word;

  const chain = (kind: "or" | "and", part: (depth: number) => LicenceExpression, depth: number): LicenceExpression => {
    const parts = [part(depth)];
    while (isWord(kind)) {
      next += 1;
      parts.push(part(depth));
    }
    return joinLicences(kind, parts);
  };
  const either = (depth: number): LicenceExpression => chain("or", both, depth);
  const both = (depth: number): LicenceExpression => chain("and", one, depth);
  const one = (depth: number): LicenceExpression => {
    if (depth > DEEPEST) throw wrong(text, `its brackets are nested more than ${DEEPEST} deep`);
    const token = tokens[next++];
    if (token === undefined) throw wrong(text, "it ends where a licence was expected");
    if (token === "(") {
      const inner = either(depth + 1);
      if (tokens[next++] !== ")") throw wrong(text, "a bracket is not closed");
      return inner;
    }
    const found = licenceOf(token, text);
    if (!isWord("with")) return found;
    next += 1;
    const exception = tokens[next++] ?? "";
    if (found.kind !== "licence" || found.exception !== undefined) throw wrong(text, `“${token}” cannot take an exception`);
    return { ...found, exception: exceptionOf(exception, text) };
  };

  const expression = either(0);
  if (next < tokens.length) throw wrong(text, `“${tokens[next]}” stands where AND, OR or the end was expected`);
  return expression;
}

/** One expression from several: parts of the same kind are drawn together and repetitions dropped. */
export function joinLicences(kind: "and" | "or", expressions: readonly LicenceExpression[]): LicenceExpression {
  const flat = expressions.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const distinct = [...new Map(flat.map((part) => [formatLicenceExpression(part), part])).values()];
  const [first, second, ...rest] = distinct;
  if (first === undefined) throw new Problem("internal", "An expression was made of no licence.");
  return second === undefined ? first : { kind, parts: [first, second, ...rest] };
}

/** The expression in SPDX's own writing, with no more brackets than it needs. */
export function formatLicenceExpression(expression: LicenceExpression): string {
  if (expression.kind === "licence") return expression.exception ? `${expression.id} WITH ${expression.exception}` : expression.id;
  return expression.parts
    .map((part) => (expression.kind === "and" && part.kind === "or" ? `(${formatLicenceExpression(part)})` : formatLicenceExpression(part)))
    .join(expression.kind === "and" ? " AND " : " OR ");
}

/** Every licence that an expression names, once each, exceptions left out. */
export function licencesIn(expression: LicenceExpression): string[] {
  return [...new Set(expression.kind === "licence" ? [expression.id] : expression.parts.flatMap(licencesIn))];
}

/**
 * What the approvals of its licences come to. Takes what `decideLicence` and `normaliseLicenceName` give: an expression, "NONE" or a LicenseRef-.
 * An exception only adds permissions (that is what SPDX lists exceptions for), so it changes no approval.
 *
 * @example approvalOf("MIT AND CC-BY-NC-4.0").openSource // false
 */
export function approvalOf(expression: string | LicenceExpression): LicenceApproval {
  const tree = typeof expression === "string" ? treeOf(expression) : expression;
  if (tree === undefined) return { recognised: false, openSource: false, osiApproved: false, fsfFree: false, dpgApproved: false };
  return {
    recognised: licencesIn(tree).every((id) => licenceBehind(id) !== undefined),
    openSource: holds(tree, (id) => licenceBehind(id)?.osiApproved === true || licenceBehind(id)?.fsfFree === true),
    osiApproved: holds(tree, (id) => licenceBehind(id)?.osiApproved === true),
    fsfFree: holds(tree, (id) => licenceBehind(id)?.fsfFree === true),
    dpgApproved: holds(tree, (id) => licenceBehind(id)?.dpgApproved === true),
  };
}

function holds(expression: LicenceExpression, of: (id: string) => boolean): boolean {
  if (expression.kind === "licence") return of(expression.id);
  if (expression.kind === "and") return expression.parts.every((part) => holds(part, of));
  return expression.parts.some((part) => holds(part, of));
}

function treeOf(text: string): LicenceExpression | undefined {
  if (text === "NONE" || text === "NOASSERTION") return undefined;
  try {
    return parseLicenceExpression(text);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

function licenceBehind(id: string) {
  return findLicence(id) ?? findLicence(id.replace(/\+$/, ""));
}

function licenceOf(token: string, text: string): LicenceExpression {
  if (reference.test(token)) return { kind: "licence", id: token };
  const replacement = replacementOf(token);
  if (replacement !== undefined && replacement !== token) return parseLicenceExpression(replacement);
  const orLater = token.endsWith("+");
  const known = findLicence(orLater ? token.slice(0, -1) : token);
  if (known === undefined) throw wrong(text, `“${token}” is no identifier of the SPDX licence list`);
  return { kind: "licence", id: orLater && !/-(?:only|or-later)$/.test(known.id) ? `${known.id}+` : known.id };
}

function exceptionOf(token: string, text: string): string {
  const known = findException(token) ?? (/^AdditionRef-[A-Za-z0-9.-]+$/.test(token) ? token : undefined);
  if (known === undefined) throw wrong(text, `“${token}” is no exception of the SPDX list`);
  return known;
}

function wrong(text: string, why: string): Problem {
  return new Problem(
    "invalid-input",
    `“${text}” is not an SPDX licence expression: ${why}. Write one such as “EUPL-1.2” or “MIT OR Apache-2.0” (https://spdx.org/licenses).`,
  );
}

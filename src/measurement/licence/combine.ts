import { ELSEWHERE, type Evidence } from "./evidence.ts";
import { approvalOf, formatLicenceExpression, joinLicences, licencesIn, parseLicenceExpression } from "./expression.ts";
import type { LicenceFile } from "./file.ts";
import { rankOf } from "./paths.ts";

/** A smaller share of the sources may have come from elsewhere. */
export const FEW_HEADS = 0.2;
/** Licences for content: of two licences in a repository these are the one for documentation, data or fonts. */
const forContent = /^(?:CC-BY|CC0|OFL|GFDL|ODbL|ODC|PDDL|OGL|etalab|CC-PDDC)/;
const gnu = /^((?:A|L)?GPL|GFDL)-(\d\.\d)-(only|or-later)$/;

/** One expression from the texts of one place. */
export function combined(near: readonly LicenceFile[], stated: readonly string[], head?: string): string {
  const single = near.filter(({ kind }) => kind !== "several");
  if (single.length > 0 && single.length < near.length) return combined(single, stated, head);
  const texts = distinct(near.map(({ expression }) => expression));
  const [only = ""] = texts;
  if (texts.length === 1 && only.includes(" OR "))
    return stated.find((said) => said.includes("-or-later") && isSameChoice(said, only)) ?? only;
  const both = stated.find((said) => isOfAll(said, only, near));
  if (texts.length === 1 && both) return both;
  const offered = texts.find(
    (text) => text.includes(" OR ") && texts.every((other) => licencesOf(other).every((id) => licencesOf(text).includes(id))),
  );
  if (offered) return offered;
  // The conditions of Ruby say themselves that BSD will do instead.
  if (texts.length === 2 && texts.includes("Ruby") && texts.includes("BSD-2-Clause")) return "Ruby OR BSD-2-Clause";
  const [choice, ...same] = stated.filter((said) => isChoiceOver(said, texts));
  if (choice) return same.find((said) => said.includes("-or-later") && isSameChoice(said, choice)) ?? choice;
  const lesser = texts.find((text) => text.startsWith("LGPL"));
  // The text of the GPL beside that of the LGPL is what this builds on, unless the heads say that they are under the GPL.
  const rest = texts.filter((text) => !(lesser && (head?.startsWith("GPL") ? text === lesser : /^GPL/.test(text))));
  const code = rest.filter((text) => !forContent.test(text));
  const candidates = code.length > 0 ? code : rest;
  if (candidates.length < 2) return candidates[0] ?? texts[0] ?? "NONE";
  const told = stated.filter((said) => licencesOf(said).every((id) => candidates.some((text) => sameFamily(id, text))));
  // Most heads may be of parts that are open: whoever names the one that is not has said what the whole is under.
  const named = told.find((said) => !approvalOf(said).openSource) ?? told[0];
  if (named) return named;
  const plain = near.filter(
    ({ path, expression }) => candidates.includes(expression) && /(?:^|\/)(?:licen[cs]e|copying)(?:\.(?:txt|md|rst|html))?$/i.test(path),
  );
  const first = plain[0];
  if (first && plain.length < near.length) return first.expression;
  const suffixed = near.every(
    ({ path }) =>
      /(?:licen[cs]e|copying)[-_.](?:mit|apache|bsd|gpl|mpl|isc|zlib|boost|unlicense)/i.test(path) ||
      /^(?:un|(?:mit|bsd|a?gpl|lgpl|mpl|apache)[-_])licen[cs]e/i.test(path),
  );
  return join(suffixed ? "or" : "and", candidates);
}

/** Whether a statement offers a choice that the texts are part of. */
function isChoiceOver(said: string, texts: readonly string[]): boolean {
  const content = licencesOf(said).filter((id) => forContent.test(id));
  const isOfContent = content.some((id) => !texts.includes(id));
  if (isOfContent && content.length < licencesOf(said).length) return false;
  return (
    said.includes(" OR ") &&
    texts.every((text) => text.startsWith("LicenseRef-") === false && licencesOf(said).some((id) => sameFamily(id, text)))
  );
}

/** Whether a statement says that all of it is under the licence of the text and under others that its file names. */
function isOfAll(said: string, only: string, near: readonly LicenceFile[]): boolean {
  const named = [only, ...near.flatMap(({ further }) => further)];
  return (
    said.includes(" AND ") &&
    !said.includes(" OR ") &&
    mentions(said, only) &&
    licencesOf(said).every((id) => !forContent.test(id) && named.some((one) => sameFamily(id, one)))
  );
}

/** The same licences, whichever of their later versions will do. */
function isSameChoice(one: string, other: string): boolean {
  const [ones, others] = [licencesOf(one), licencesOf(other)];
  return ones.length === others.length && ones.every((id) => others.some((known) => sameFamily(id, known)));
}

/**
 * "or later" and "WITH …" do not stand in a text. The heads of the sources say them for certain; else whoever says "or later" says more than a
 * manifest in which a bare "GPL-3.0" may mean either.
 */
export function sharpened(expression: string, evidence: Evidence): string {
  if (!gnu.test(expression)) return expression;
  const same = (said: string) => licencesOf(said).length === 1 && sameFamily(licencesOf(said)[0] ?? "", expression);
  const head = headOf(evidence);
  const near = evidence.files.filter(({ path }) => rankOf(path) < ELSEWHERE);
  // "@license AGPL-3.0" in a head says less than a LICENSE that says "or later" in words.
  const worded = near.find(({ kind, says }) => kind === "notice" && says?.expression.includes("-or-later") && same(says.expression));
  const said = statements({ ...evidence, headers: [] }, near).filter(same);
  if (head !== undefined && same(head)) {
    const told = worded?.says?.expression ?? head;
    // Heads often leave to the manifest which exception they mean.
    return said.find((one) => one.startsWith(`${told} WITH `)) ?? told;
  }
  return said.find((one) => one.includes("-or-later")) ?? said[0] ?? expression;
}

/** What most heads say, where they are not a few that may have come from elsewhere. */
export function headOf({ headed, headers }: Evidence): string | undefined {
  return (headed ?? 1) < FEW_HEADS ? undefined : headers[0]?.[0];
}

/** What is said elsewhere, the most deliberate first: heads of the sources, manifests, words beside the text, README. */
export function statements({ headers, manifests, readmes }: Evidence, files: readonly LicenceFile[]): string[] {
  return [
    ...headers.slice(0, 1).map(([expression]) => expression),
    ...manifests.map(({ said }) => said.expression),
    ...files.flatMap(({ says }) => (says ? [says.expression] : [])),
    ...readmes.map(({ said }) => said.expression),
  ];
}

export function join(kind: "and" | "or", expressions: readonly string[]): string {
  return formatLicenceExpression(joinLicences(kind, expressions.map(parseLicenceExpression)));
}

export function licencesOf(expression: string): string[] {
  return expression === "NONE" ? [] : licencesIn(parseLicenceExpression(expression));
}

function sameFamily(one: string, other: string): boolean {
  const bare = (id: string) => id.replace(/ WITH .*$/, "").replace(/-(?:only|or-later)$|\+$/, "");
  return bare(one) === bare(other);
}

export function mentions(expression: string, licence: string): boolean {
  return licence === expression || licencesOf(expression).some((id) => sameFamily(id, licence));
}

export function distinct(list: readonly string[]): string[] {
  return [...new Set(list)];
}

import type { Place } from "../fact.ts";
import { alikeParts } from "./alike-parts.ts";
import { closedPartsOf } from "./closed-parts.ts";
import { combined, distinct, FEW_HEADS, headOf, join, licencesOf, sharpened, statements } from "./combine.ts";
import { ELSEWHERE, type Evidence, type Read, statedBelow } from "./evidence.ts";
import { approvalOf } from "./expression.ts";
import { type LicenceFile, readLicenceFile } from "./file.ts";
import { PROPRIETARY, UNLICENSED } from "./manifest.ts";
import { isBesideProduct, isLicenceName, rankOf, speaksOfParts } from "./paths.ts";
import { vagueIn } from "./statement.ts";
import { OWN, restrictionIn, wordedInReadme } from "./wording.ts";

const MOST_PLACES = 20;
/** Where there is a licence file that names no licence, fewer heads than these say nothing of the whole. */
const SOME_HEADS = 3;

/** A licence of which it is left open which of its family it is. */
const ofFamily = /^LicenseRef-(BSD|EUPL|AGPL|CECILL|Creative-Commons)$/;

/** By their own terms these hold in any version where none is named. */
const anyVersion: [name: RegExp, expression: string][] = [
  [/^LicenseRef-(?:the-)?(?:gnu-)?(?:gpl|general-public-licen[cs]e(?:-gpl)?)$/i, "GPL-1.0-or-later"],
  [/^LicenseRef-(?:the-)?(?:gnu-)?(?:lgpl|(?:lesser|library)(?:-or-lesser)?-general-public-licen[cs]e(?:-lgpl)?)$/i, "LGPL-2.0-or-later"],
];

/** What the evidence comes to. */
export interface Verdict {
  expression: string;
  source: "file" | "manifest" | "readme" | "headers" | "none";
  others: string[];
  places: Place[];
}

export function weigh(evidence: Evidence, read: readonly Read[]): Verdict {
  const stated = evidence.manifests.some(({ said }) => approvalOf(said.expression).recognised);
  const usual = evidence.files.filter(({ path, pointer }) => rankOf(path) < ELSEWHERE && !(stated && pointer));
  return (
    fromFiles(usual, evidence, read) ??
    (evidence.readmes[0]?.said.expression === "LicenseRef-own-terms" ? fromReadme(evidence) : fromManifests(evidence)) ??
    fromReadme(evidence) ??
    fromTextInReadme(read) ??
    fromHeaders(evidence, read) ??
    fromFiles(
      evidence.files.filter(({ path, kind }) => rankOf(path) <= ELSEWHERE && kind === "licence"),
      evidence,
      read,
    ) ??
    fromPackages(evidence, read) ??
    fromWording(read) ??
    fromParts(evidence, read) ?? { expression: "NONE", source: "none", others: [], places: [] }
  );
}

function fromFiles(files: readonly LicenceFile[], evidence: Evidence, read: readonly Read[]): Verdict | undefined {
  const whole = files.filter((file) => !speaksOfParts(file.path));
  const nearest = Math.min(...whole.map(({ path }) => rankOf(path)));
  const beside = whole.filter(({ path }) => rankOf(path) === nearest);
  const near = textsOfFamily(preferTexts(beside), files);
  if (near.length === 0) return undefined;
  const far = evidence.files.filter((file) => !near.includes(file));
  const others = [
    ...far.map(({ expression }) => expression),
    ...evidence.files.flatMap(({ further }) => further),
    ...near.flatMap(({ expression }) => licencesOf(expression)),
  ];
  const notices = evidence.files.filter((file) => !beside.includes(file) && isTagged(file));
  const stated = statements(evidence, [...beside, ...notices]);
  const own = withExceptionBeside(sharpened(combined(near, stated, headOf(evidence)), evidence), beside);
  const narrower = own.startsWith("LicenseRef") ? [] : narrowing(evidence, stated, beside, near, closedPartsOf(far, read));
  const expression = narrower.length > 0 ? join("and", [own, ...narrower]) : own;
  const said = evidence.readmes[0]?.said.others ?? [];
  const places = near.map(({ path, line }) => ({ file: path, line }));
  return { expression, source: "file", others: [...others, ...said].filter((other) => isTold(other)), places };
}

/** A NOTICE that bears an SPDX tag speaks of the whole; others list what comes from elsewhere. */
function isTagged({ path, says }: LicenceFile): boolean {
  return /^notices?(?:\.(?:md|txt))?$/i.test(path) && says?.text.startsWith("SPDX-License-Identifier") === true;
}

/** An exception may have a file of its own: COPYING.RUNTIME. */
function withExceptionBeside(expression: string, beside: readonly LicenceFile[]): string {
  return beside.find((file) => file.kind === "notice" && file.expression.startsWith(`${expression} WITH `))?.expression ?? expression;
}

/** What takes from the licence of the whole: a clause named elsewhere, a LICENSE that says something else, folders under other terms. */
function narrowing(
  { readmes }: Evidence,
  stated: readonly string[],
  beside: readonly LicenceFile[],
  near: readonly LicenceFile[],
  closed: string[],
): string[] {
  const clause = "LicenseRef-Commons-Clause";
  const readme = readmes[0]?.said;
  return distinct([
    ...(stated.some((said) => said.includes(clause)) ? [clause] : []),
    ...(beside.some((file) => saysOtherwise(file) && textsOfFamily([file], near).includes(file)) ? [OWN] : []),
    ...(readme?.expression === OWN && restrictionIn(readme.text) !== undefined ? [OWN] : []),
    ...closed,
  ]);
}

/** A plain LICENSE with words of its own beside LICENSE-APACHE: what they say may be that the rest is under something else. */
function saysOtherwise({ path, kind, expression, pointer }: LicenceFile): boolean {
  return (
    kind === "non-licence" &&
    (expression === OWN || ofFamily.test(expression)) &&
    !pointer &&
    /^(?:licen[cs]e|copying)(?:\.(?:txt|md|rst|adoc|html?))?$/i.test(path)
  );
}

/** What takes back from a licence before its text, texts before notices, notices before terms that are no licence. */
function preferTexts(files: readonly LicenceFile[]): LicenceFile[] {
  const restricting = files.filter(({ kind, says }) => kind === "non-licence" && says !== undefined);
  if (restricting.length > 0) return restricting;
  const texts = files.filter(({ kind }) => kind === "licence" || kind === "several");
  if (texts.length > 0) return texts;
  const notices = files.filter(({ kind }) => kind === "notice");
  return notices.length > 0 ? notices : files.slice(0, 1);
}

/** "Under the EUPL", and one text of that family in the folder of licences: the text tells which it is. */
function textsOfFamily(near: readonly LicenceFile[], files: readonly LicenceFile[]): readonly LicenceFile[] {
  const family = near.length === 1 ? ofFamily.exec(near[0]?.expression ?? "")?.[1] : undefined;
  const texts = files.filter(({ expression, kind }) => kind === "licence" && expression.startsWith(`${family}-`));
  return distinct(texts.map(({ expression }) => expression)).length === 1 ? texts : near;
}

/** The first that names a licence, unless one nearer to the root keeps everything back. */
function decisive(manifests: Evidence["manifests"]): Evidence["manifests"][number] | undefined {
  const [nearest] = manifests;
  const named = manifests.find(({ said }) => !said.expression.startsWith("LicenseRef-"));
  if (nearest === undefined || named === undefined) return nearest;
  const isKeptBack = nearest.said.expression === UNLICENSED || nearest.said.expression === PROPRIETARY;
  return isKeptBack && rankOf(nearest.path) < rankOf(named.path) ? nearest : named;
}

function fromManifests({ manifests, readmes, files }: Evidence): Verdict | undefined {
  const first = decisive(manifests);
  if (first === undefined) return undefined;
  const { path, said } = first;
  const place = { file: path, line: said.line, text: said.written };
  if (said.expression === UNLICENSED) return { expression: "NONE", source: "manifest", others: [], places: [place] };
  const name = said.expression.replace("LicenseRef-", "").toLowerCase();
  if (name !== said.expression.toLowerCase() && readmes[0]?.said.expression.toLowerCase().startsWith(name)) return undefined;
  const others = [
    ...manifests.map((manifest) => manifest.said.expression),
    ...readmes.flatMap((readme) => readme.said.others),
    ...files.map(({ expression }) => expression),
  ];
  const expression = anyVersion.find(([named]) => named.test(said.expression))?.[1] ?? said.expression;
  return { expression, source: "manifest", others: others.filter(isTold), places: [place] };
}

/** Two packages or more below the whole that all state the same; a single one may be a part, or as the program that made it left it. */
function fromPackages({ files }: Evidence, read: readonly Read[]): Verdict | undefined {
  const packages = statedBelow(read);
  const [first] = packages;
  if (first === undefined || packages.length < 2 || packages.some(({ said }) => said.expression !== first.said.expression))
    return undefined;
  // "ISC" is what npm writes where nobody chooses.
  if (
    first.said.expression.startsWith("LicenseRef-") ||
    first.said.expression === "ISC" ||
    packages.every(({ path }) => isBesideProduct(path))
  )
    return undefined;
  const others = files.map(({ expression }) => expression).filter(isTold);
  const places = packages.slice(0, MOST_PLACES).map(({ path, said }) => ({ file: path, line: said.line, text: said.written }));
  return { expression: first.said.expression, source: "manifest", others, places };
}

function fromReadme({ readmes, files }: Evidence): Verdict | undefined {
  const first = readmes[0];
  if (first === undefined) return undefined;
  const { path, said } = first;
  const others = [...said.others, ...files.map(({ expression }) => expression)];
  return {
    expression: said.expression,
    source: "readme",
    others: others.filter(isTold),
    places: [{ file: path, line: said.line, text: said.text }],
  };
}

/** A README that ends with the licence in full and never names it. */
function fromTextInReadme(read: readonly Read[]): Verdict | undefined {
  for (const { path, text } of read.filter((file) => file.role === "readme" && rankOf(file.path) === 0)) {
    const file = readLicenceFile(path, text);
    if (file?.similarity === undefined) continue;
    return {
      expression: file.expression,
      source: "readme",
      others: file.further.filter(isTold),
      places: [{ file: path, line: file.line }],
    };
  }
  return undefined;
}

function fromHeaders({ files, headers, headed, heads }: Evidence, read: readonly Read[]): Verdict | undefined {
  const [first, ...rest] = headers;
  const stated = headers.reduce((sum, [, count]) => sum + count, 0);
  if (first === undefined || (headed ?? 1) < FEW_HEADS || first[1] < stated / 2) return undefined;
  const named = files.filter(({ kind }) => kind !== "non-licence").map(({ path }) => path);
  const isSilent = ({ path, role }: Read) => role === "licence" && isLicenceName(path) && !speaksOfParts(path) && !named.includes(path);
  if (first[1] < SOME_HEADS && read.some(isSilent)) return undefined;
  const places = (heads.get(first[0]) ?? []).slice(0, MOST_PLACES).map((file) => ({ file }));
  return { expression: first[0], source: "headers", others: rest.map(([expression]) => expression), places };
}

function fromParts({ files }: Evidence, read: readonly Read[]): Verdict | undefined {
  const parts = alikeParts(files, read);
  const [first] = parts;
  if (first === undefined) return undefined;
  const others = files.map(({ expression }) => expression).filter(isTold);
  const places = parts.slice(0, MOST_PLACES).map(({ path, line }) => ({ file: path, line }));
  return { expression: first.expression, source: "file", others, places };
}

/** A README that says "public domain" or "all rights reserved". */
function fromWording(read: readonly Read[]): Verdict | undefined {
  for (const { path, text } of read.filter(({ role }) => role === "readme")) {
    const said = wordedInReadme(text) ?? vagueIn(text);
    if (said) return { expression: said.expression, source: "readme", others: [], places: [{ file: path, line: said.line }] };
  }
  return undefined;
}

function isTold(expression: string): boolean {
  return !expression.startsWith("LicenseRef-own") && expression !== UNLICENSED && expression !== "NONE";
}

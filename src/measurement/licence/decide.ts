import type { Place } from "../fact.ts";
import {
  approvalOf,
  formatLicenceExpression,
  joinLicences,
  type LicenceApproval,
  licencesIn,
  parseLicenceExpression,
} from "./expression.ts";
import { type LicenceFile, readLicenceFile } from "./file.ts";
import { licenceInHead } from "./head.ts";
import { type ManifestStatement, readManifest } from "./manifest.ts";
import { classifyPath, isLicenceName, type LicenceRole, rankOf, speaksOfParts } from "./paths.ts";
import { type Statement, statementOf } from "./statement.ts";
import { disclaims, worded } from "./wording.ts";

export interface LicenceInput {
  /** Inside the repository, "/" between folders */
  path: string;
  /** UTF-8; what is not valid in it replaced. Only the first million characters are read. */
  text: string;
  /** Where absent, `classifyPath` decides. "head": the beginning of a source file that has no SPDX tag; a sample of them suffices. */
  role?: LicenceRole | "head";
}

/** How many source files state which licence in their head: "MIT" → 12. */
export type HeaderCounts = Readonly<Record<string, number>>;

export interface LicenceDecision extends LicenceApproval {
  /** An SPDX expression, "NONE", or with a LicenseRef- where terms are stated that are no licence of the SPDX list */
  expression: string;
  source: "file" | "manifest" | "readme" | "headers" | "none";
  files: Omit<LicenceFile, "further" | "says" | "pointer">[];
  /** Further licences, of documentation, fonts, bundled parts … */
  others: string[];
  /** Whether a licence, notice or README excludes warranty or liability. */
  disclaimer: boolean;
  places: Place[];
  /** Why something was left out of account, where it was. */
  omitted?: string;
}

const LONGEST = 1_000_000;
const MOST_FILES = 300;
const MOST_HEADS = 200;
/** A smaller share of the sources may have come from elsewhere. */
const FEW_HEADS = 0.2;
const MOST_CHARACTERS = 8_000_000;
/** Licences for content: of two licences in a repository these are the one for documentation, data or fonts. */
const forContent = /^(?:CC-BY|CC0|OFL|GFDL|ODbL|ODC|PDDL|OGL|etalab|CC-PDDC)/;
const gnu = /^((?:A|L)?GPL|GFDL)-(\d\.\d)-(only|or-later)$/;

interface Evidence {
  files: LicenceFile[];
  manifests: { path: string; said: ManifestStatement }[];
  readmes: { path: string; said: Statement }[];
  headers: [expression: string, count: number][];
  /** Of all source files, or of the heads that were given; undefined where their number is unknown. */
  headed: number | undefined;
}

/**
 * The licence of a repository, from the files that `classifyPath` names and from what the heads of its source files state. Pure; never throws on
 * what files hold. The first of these that says something decides: licence files in usual places, manifests, README, heads, licence files
 * elsewhere; the others then say "or later", "or" and which of several is meant. Reads 300 files and 8 million characters at most.
 *
 * `headers` counts the expressions of SPDX tags, `sources` the files that were looked at for them.
 *
 * @example decideLicence([{ path: "LICENSE", text: mit }]).expression // "MIT"
 */
export function decideLicence(inputs: readonly LicenceInput[], headers: HeaderCounts = {}, sources?: number): LicenceDecision {
  const { read, omitted } = withinLimits(inputs);
  const evidence = gather(read, headers, sources);
  const { expression, source, others, places } = weigh(evidence, read);
  return {
    expression,
    source,
    files: evidence.files.map(({ further: _further, says: _says, pointer: _pointer, ...file }) => file),
    others: distinct(others).filter((other) => !mentions(expression, other)),
    ...approvalOf(expression),
    disclaimer: read.some(({ role, text }) => role !== "manifest" && disclaims(text)),
    places,
    ...(omitted && { omitted }),
  };
}

type Read = LicenceInput & { role: LicenceRole | "head" };

function withinLimits(inputs: readonly LicenceInput[]): { read: Read[]; omitted?: string } {
  const heads = inputs.filter(({ role }) => role === "head").slice(0, MOST_HEADS);
  const known = inputs.flatMap((input): Read[] => {
    const role = input.role ?? classifyPath(input.path);
    return role && role !== "head" ? [{ path: input.path, text: input.text.slice(0, LONGEST), role }] : [];
  });
  known.sort((a, b) => rankOf(a.path) - rankOf(b.path) || (a.path < b.path ? -1 : 1));
  let characters = 0;
  const near = known.slice(0, MOST_FILES).filter(({ text }) => {
    characters += text.length;
    return characters <= MOST_CHARACTERS;
  });
  const read = [...near, ...heads.map(({ path, text }): Read => ({ path, text, role: "head" }))];
  if (near.length === known.length) return { read };
  return {
    read,
    omitted: `${near.length} of ${known.length} files that may speak of the licence were read, those nearest to the root first`,
  };
}

function gather(read: readonly Read[], headers: HeaderCounts, sources?: number): Evidence {
  const of = (role: Read["role"]) => read.filter((input) => input.role === role);
  const counts = counted(of("head"), headers);
  const total = sources ?? (of("head").length || undefined);
  return {
    headed: total && Math.max(0, ...counts.values()) / total,
    files: readEachTextOnce(of("licence")),
    manifests: of("manifest")
      .filter(({ path }) => rankOf(path) <= (/\.(?:csproj|nuspec)$/i.test(path) ? DEEP : ELSEWHERE))
      .flatMap(({ path, text }) => {
        const said = readManifest(path, text);
        return said ? [{ path, said }] : [];
      }),
    readmes: of("readme")
      .filter(({ path }) => rankOf(path) < ELSEWHERE)
      .flatMap(({ path, text }) => {
        const said = statementOf(text);
        return said ? [{ path, said }] : [];
      }),
    headers: [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  };
}

function counted(heads: readonly Read[], headers: HeaderCounts): Map<string, number> {
  const counts = new Map(Object.entries(headers));
  for (const { text } of heads) {
    const expression = licenceInHead(text);
    if (expression !== undefined) counts.set(expression, (counts.get(expression) ?? 0) + 1);
  }
  return counts;
}

/** Packages of one repository often repeat its licence file a hundred times. */
function readEachTextOnce(inputs: readonly Read[]): LicenceFile[] {
  const known = new Map<string, LicenceFile | undefined>();
  return inputs.flatMap(({ path, text }) => {
    const key = `${isLicenceName(path)} ${text}`;
    if (!known.has(key)) known.set(key, readLicenceFile(path, text));
    const file = known.get(key);
    return file ? [{ ...file, path }] : [];
  });
}

interface Verdict {
  expression: string;
  source: LicenceDecision["source"];
  others: string[];
  places: Place[];
}

function weigh(evidence: Evidence, read: readonly Read[]): Verdict {
  const stated = evidence.manifests.some(({ said }) => approvalOf(said.expression).recognised);
  const usual = evidence.files.filter(({ path, pointer }) => rankOf(path) < ELSEWHERE && !(stated && pointer));
  return (
    fromFiles(usual, evidence) ??
    (evidence.readmes[0]?.said.expression === "LicenseRef-own-terms" ? fromReadme(evidence) : fromManifests(evidence)) ??
    fromReadme(evidence) ??
    fromHeaders(evidence) ??
    fromFiles(
      evidence.files.filter(({ path, kind }) => rankOf(path) <= ELSEWHERE && kind === "licence"),
      evidence,
    ) ??
    fromWording(read) ?? { expression: "NONE", source: "none", others: [], places: [] }
  );
}

/** Files of this rank lie where the licence of a part is as likely as that of the whole. */
const ELSEWHERE = 4;
/** A project file lies in the folder of its project, often below src/. */
const DEEP = 6;

function fromFiles(files: readonly LicenceFile[], evidence: Evidence): Verdict | undefined {
  const whole = files.filter((file) => !speaksOfParts(file.path));
  const nearest = Math.min(...whole.map(({ path }) => rankOf(path)));
  const beside = whole.filter(({ path }) => rankOf(path) === nearest);
  const near = preferTexts(beside);
  if (near.length === 0) return undefined;
  const far = evidence.files.filter((file) => !near.includes(file));
  const others = [
    ...far.map(({ expression }) => expression),
    ...evidence.files.flatMap(({ further }) => further),
    ...near.flatMap(({ expression }) => licencesOf(expression)),
  ];
  const stated = statements(evidence, beside);
  const own = sharpened(combined(near, stated), evidence);
  const clause = "LicenseRef-Commons-Clause";
  const expression = !own.startsWith("LicenseRef") && stated.some((said) => said.includes(clause)) ? join("and", [own, clause]) : own;
  const said = evidence.readmes[0]?.said.others ?? [];
  const places = near.map(({ path, line }) => ({ file: path, line }));
  return { expression, source: "file", others: [...others, ...said].filter((other) => isTold(other)), places };
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

/** One expression from the texts of one place. */
function combined(near: readonly LicenceFile[], stated: readonly string[]): string {
  const single = near.filter(({ kind }) => kind !== "several");
  if (single.length > 0 && single.length < near.length) return combined(single, stated);
  const texts = distinct(near.map(({ expression }) => expression));
  const choice = stated.find((said) => isChoiceOver(said, texts));
  if (choice) return choice;
  const lesser = texts.find((text) => text.startsWith("LGPL"));
  const rest = texts.filter((text) => !(lesser && /^GPL/.test(text)));
  const code = rest.filter((text) => !forContent.test(text));
  const candidates = code.length > 0 ? code : rest;
  if (candidates.length < 2) return candidates[0] ?? texts[0] ?? "NONE";
  const named = stated.find((said) => licencesOf(said).every((id) => candidates.some((text) => sameFamily(id, text))));
  if (named) return named;
  const plain = near.filter(
    ({ path, expression }) => candidates.includes(expression) && /(?:^|\/)(?:licen[cs]e|copying)(?:\.(?:txt|md|rst|html))?$/i.test(path),
  );
  const first = plain[0];
  if (first && plain.length < near.length) return first.expression;
  const suffixed = near.every(
    ({ path }) => /licen[cs]e[-_.](?:mit|apache|bsd|gpl|mpl|isc|zlib|boost|unlicense)/i.test(path) || /^(?:un|mit-)licen[cs]e/i.test(path),
  );
  return join(suffixed ? "or" : "and", candidates);
}

/** Whether a statement offers a choice that the texts are part of. */
function isChoiceOver(said: string, texts: readonly string[]): boolean {
  const content = licencesOf(said).filter((id) => forContent.test(id));
  if (content.length > 0 && content.length < licencesOf(said).length) return false;
  return (
    said.includes(" OR ") &&
    texts.every((text) => text.startsWith("LicenseRef-") === false && licencesOf(said).some((id) => sameFamily(id, text)))
  );
}

/**
 * "or later" and "WITH …" do not stand in a text. The heads of the sources say them for certain; else whoever says "or later" says more than a
 * manifest in which a bare "GPL-3.0" may mean either.
 */
function sharpened(expression: string, evidence: Evidence): string {
  if (!gnu.test(expression)) return expression;
  const same = (said: string) => licencesOf(said).length === 1 && sameFamily(licencesOf(said)[0] ?? "", expression);
  const head = (evidence.headed ?? 1) < FEW_HEADS ? undefined : evidence.headers[0]?.[0];
  if (head !== undefined && same(head)) return head;
  const near = evidence.files.filter(({ path }) => rankOf(path) < ELSEWHERE);
  const said = statements({ ...evidence, headers: [] }, near).filter(same);
  return said.find((one) => one.includes("-or-later")) ?? said[0] ?? expression;
}

/** What is said elsewhere, the most deliberate first: heads of the sources, manifests, words beside the text, README. */
function statements({ headers, manifests, readmes }: Evidence, files: readonly LicenceFile[]): string[] {
  return [
    ...headers.slice(0, 1).map(([expression]) => expression),
    ...manifests.map(({ said }) => said.expression),
    ...files.flatMap(({ says }) => (says ? [says.expression] : [])),
    ...readmes.map(({ said }) => said.expression),
  ];
}

function fromManifests({ manifests, readmes, files }: Evidence): Verdict | undefined {
  const first = manifests.find(({ said }) => !said.expression.startsWith("LicenseRef-")) ?? manifests[0];
  if (first === undefined) return undefined;
  const { path, said } = first;
  const name = said.expression.replace("LicenseRef-", "").toLowerCase();
  if (name !== said.expression.toLowerCase() && readmes[0]?.said.expression.toLowerCase().startsWith(name)) return undefined;
  const others = [
    ...manifests.map((manifest) => manifest.said.expression),
    ...readmes.flatMap((readme) => readme.said.others),
    ...files.map(({ expression }) => expression),
  ];
  return {
    expression: said.expression,
    source: "manifest",
    others: others.filter(isTold),
    places: [{ file: path, line: said.line, text: said.written }],
  };
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

function fromHeaders({ headers, headed }: Evidence): Verdict | undefined {
  const [first, ...rest] = headers;
  const stated = headers.reduce((sum, [, count]) => sum + count, 0);
  if (first === undefined || (headed ?? 1) < FEW_HEADS || first[1] < stated / 2) return undefined;
  return { expression: first[0], source: "headers", others: rest.map(([expression]) => expression), places: [] };
}

/** A README that says "public domain" or "all rights reserved". */
function fromWording(read: readonly Read[]): Verdict | undefined {
  for (const { path, text } of read.filter(({ role }) => role === "readme")) {
    const said = worded(text);
    if (said) return { expression: said.expression, source: "readme", others: [], places: [{ file: path, line: said.line }] };
  }
  return undefined;
}

function join(kind: "and" | "or", expressions: readonly string[]): string {
  return formatLicenceExpression(joinLicences(kind, expressions.map(parseLicenceExpression)));
}

function licencesOf(expression: string): string[] {
  return expression === "NONE" ? [] : licencesIn(parseLicenceExpression(expression));
}

function sameFamily(one: string, other: string): boolean {
  const bare = (id: string) => id.replace(/-(?:only|or-later)$|\+$/, "");
  return bare(one) === bare(other);
}

function mentions(expression: string, licence: string): boolean {
  return licence === expression || licencesOf(expression).some((id) => sameFamily(id, licence));
}

function isTold(expression: string): boolean {
  return !expression.startsWith("LicenseRef-own") && expression !== "NONE";
}

function distinct(list: readonly string[]): string[] {
  return [...new Set(list)];
}

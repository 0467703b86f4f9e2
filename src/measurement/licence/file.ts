import { bothOf, choiceOf } from "./choice.ts";
import { exceptionIn } from "./exceptions.ts";
import { formatLicenceExpression, joinLicences, parseLicenceExpression } from "./expression.ts";
import { type Match, matchLicences } from "./match.ts";
import { namesUnlisted } from "./mentions.ts";
import { lineAt } from "./passages.ts";
import { isLicenceName } from "./paths.ts";
import { leadsToText, type Rest, restOf } from "./rest.ts";
import { nameInLines, noticeOf, type Statement, vagueIn } from "./statement.ts";
import {
  businessSourceIn,
  conditionIn,
  grantsItself,
  OWN,
  refuses,
  restrictionIn,
  titledLicence,
  variesAnother,
  worded,
} from "./wording.ts";

/** What one licence file holds. */
export interface LicenceFile {
  path: string;
  /** SPDX expression, or a LicenseRef- for what is no licence of the SPDX list */
  expression: string;
  /** 0 to 1; absent where the licence was told by its title or by a notice and not by its text */
  similarity?: number;
  /** licence: a text; notice: words that name one; non-licence: terms that are none; several: more than one text */
  kind: "licence" | "notice" | "non-licence" | "several";
  /** 1-based */
  line: number;
  /** "adds: …", "lacks: …" against the SPDX text */
  differences: string[];
  /** Further licences in the same file, such as those of bundled parts */
  further: string[];
  /** A few words that name nothing: "see the notice at …" */
  pointer?: boolean;
  /** What it says besides the texts */
  says?: Statement;
}

/** Texts that keep rights back name the licence they become later: that is not theirs now. */
const withheld = /^(?:BUSL|SSPL|Elastic|PolyForm|Hippocratic|FSL|CC-BY-NC|CC-BY-ND|Parity|Prosperity)/;
const FEW_WORDS = 4;
const POINTER = 40;
/** Characters around a text that are its own surroundings; what is farther may be about other things. */
const NEAR = 2500;
/** A notice is short; in longer terms a licence that is not named at once is named in passing. */
const LONG = 400;
const BEGINNING = 800;
/** Fewer words that grant something are a sentence that names a licence. */
const SHORT_TERMS = 100;

/**
 * Reads one licence file. Undefined where it says nothing about a licence (empty, or a list of names).
 *
 * @example readLicenceFile("LICENSE", mitText) // { expression: "MIT", similarity: 1, kind: "licence", line: 1, differences: [], … }
 */
export function readLicenceFile(path: string, text: string): LicenceFile | undefined {
  // R's packages keep year and holder in a file of their own; the licence stands in DESCRIPTION.
  if (text.length < 1000 && /^\s*YEAR:[^\n]*\n\s*COPYRIGHT HOLDER:/i.test(text)) return undefined;
  const business = businessSourceIn(text);
  if (business) return { path, expression: business.expression, kind: "licence", line: business.line, differences: [], further: [] };
  const matches = matchLicences(text);
  const first = matches[0];
  if (first === undefined || (first.differences.material && first.similarity < 0.97)) {
    const titled = titledLicence(text);
    if (titled) return { path, expression: titled.expression, kind: "licence", line: titled.line, differences: [], further: [] };
  }
  if (first === undefined) return withoutText(path, text);
  return withTexts(path, text, first, matches);
}

function withTexts(path: string, text: string, first: Match, matches: readonly Match[]): LicenceFile {
  const around = outside(text, matches);
  const leads = leadsToText(around.before);
  const rest = leads ? undefined : restOf(around.all, matches);
  if (rest) return withRest(path, text, rest, matches);
  const foundation = matches.find(({ id }) => isFoundation(first.id, id));
  const beside = `${around.near}. ${first.beside}. ${foundation?.beside ?? ""}`;
  const restriction = restrictionIn(beside) ?? restrictionAfter(around.all, first.id) ?? conditionIn(beside.slice(0, NEAR));
  const modified = first.differences.material || foundation?.differences.material || restriction !== undefined;
  const says = noticeOf(around.before) ?? noticeOf(around.all);
  const texts = [...new Set(matches.map((match) => (match.differences.material ? `LicenseRef-${match.id}-modified` : match.id)))];
  const exception = exceptionIn(`${around.all} ${beside}`, first.id);
  const named = namedInFolder(path, first.id) + (exception ? ` WITH ${exception}` : "");
  const own = modified ? `LicenseRef-${first.id}-modified` : named;
  const announced = restriction === undefined && !leads && isAnother(noticeOf(around.before)?.expression, first.id);
  const offered = modified ? undefined : (bothOf(around.all, texts) ?? choiceOf(around.before, matches));
  const orBelow = announced && !modified && /\bor (?:under )?the (?:conditions|terms|licen[cs]e) below\b/i.test(around.before);
  const said =
    says && orBelow ? formatLicenceExpression(joinLicences("or", [named, says.expression].map(parseLicenceExpression))) : says?.expression;
  const expression = offered ?? (announced && said ? said : own);
  return {
    path,
    expression,
    similarity: first.similarity,
    kind: texts.length > 1 && offered === undefined ? "several" : "licence",
    line: announced && says ? says.line : first.line,
    differences: restriction ? [`adds: ${restriction}`, ...first.differences.all] : first.differences.all,
    further: [...texts, ...(says?.others ?? [])].filter((other) => other !== expression && (announced || other !== first.id)),
    ...(says && { says }),
  };
}

/** What stands behind further texts may be of parts, yet in doubt it is of the whole; a translation of the licence itself is neither. */
function restrictionAfter(all: string, id: string): string | undefined {
  return titledLicence(all)?.expression === id ? undefined : restrictionIn(all);
}

/** The texts are of parts; what the file says of everything else is what it says of the whole. */
function withRest(path: string, text: string, { expression, sentence, says }: Rest, matches: readonly Match[]): LicenceFile {
  const parts = [...matches.map(({ id }) => id), ...(says ? [says.expression, ...says.others] : [])];
  return {
    path,
    expression,
    kind: expression.startsWith("LicenseRef-") ? "non-licence" : "several",
    line: lineAt(text, text.indexOf(sentence)),
    differences: [],
    further: [...new Set(parts)].filter((part) => part !== expression),
    ...(says && { says }),
  };
}

/** REUSE tells "only" from "or later" by the name of the file: LICENSES/GPL-3.0-or-later.txt. */
function namedInFolder(path: string, id: string): string {
  const name = /(?:^|\/)LICENSES\/([A-Z]+-\d\.\d)-or-later\.[a-z]+$/.exec(path)?.[1];
  return name !== undefined && id === `${name}-only` ? `${name}-or-later` : id;
}

/** Words before the first text that name a licence which that text is not: the texts are then of parts. */
function isAnother(announced: string | undefined, id: string): boolean {
  const bare = (expression: string) => expression.replace(/-(?:only|or-later)$/, "");
  if (withheld.test(id)) return false;
  if (announced === "GPL-1.0-or-later" || announced === "LGPL-2.0-or-later") return false;
  return announced !== undefined && !announced.includes(" ") && bare(announced) !== bare(id);
}

function withoutText(path: string, text: string): LicenceFile | undefined {
  const words = text.slice(0, 20_000).match(/\p{L}{2,}/gu)?.length ?? 0;
  const says = words > LONG ? noticeOf(text.slice(0, BEGINNING)) : (noticeOf(text) ?? (words < POINTER ? nameInLines(text) : undefined));
  const other = worded(text);
  const base = { path, differences: [], further: [] };
  const isOwn = isLicenceName(path) && ((words > SHORT_TERMS && (grantsItself(text) || variesAnother(text))) || namesUnlisted(text));
  if (says && !isOwn && other?.expression !== "LicenseRef-Commons-Clause") {
    const restriction = isLicenceName(path) ? restrictionIn(text) : undefined;
    if (restriction) return { ...base, expression: OWN, kind: "non-licence", line: says.line, differences: [`adds: ${restriction}`], says };
    const exception = exceptionIn(text, says.expression);
    const expression = exception && !/ /.test(says.expression) ? `${says.expression} WITH ${exception}` : says.expression;
    return { ...base, expression, kind: "notice", line: says.line, further: says.others, says };
  }
  if (!isOwn && other && (other.expression !== OWN || isLicenceName(path)))
    return { ...base, expression: other.expression, kind: other.kind, line: other.line };
  const isPlain = words <= LONG && !other && !isOwn && isLicenceName(path) && !refuses(text) && restrictionIn(text) === undefined;
  const family = isPlain ? vagueIn(text) : undefined;
  if (family)
    return {
      ...base,
      expression: family.expression,
      kind: "non-licence",
      line: family.line,
      pointer: words < POINTER && /\blicen[cs]es?[-_.][a-z]/i.test(text),
    };
  return words < FEW_WORDS || !isLicenceName(path)
    ? undefined
    : { ...base, expression: OWN, kind: "non-licence", line: 1, pointer: words < POINTER && restrictionIn(text) === undefined };
}

/** LGPL 3.0 is a supplement to GPL 3.0, whose text often stands behind it. */
function isFoundation(id: string, of: string): boolean {
  return id.startsWith("LGPL-3.0") && of.startsWith("GPL-3.0");
}

/**
 * The lines that belong to no licence text: all of them, those around the first text, and those before it. Around it ends where the text of a part
 * begins; a text inside the first or one that it builds on is no part.
 */
function outside(text: string, matches: readonly Match[]): { all: string; near: string; before: string } {
  const lines = text.split(/\r\n?|\n/);
  const isInside = (line: number) => matches.some((match) => match.line <= line && line <= match.lastLine);
  const [first] = matches;
  const next = matches.find((match) => first && match.line > first.lastLine && !isFoundation(first.id, match.id))?.line ?? lines.length + 1;
  const kept = lines.map((content, index) => ({ content, line: index + 1 })).filter(({ line }) => !isInside(line));
  const join = (some: typeof kept) => some.map(({ content }) => content).join("\n");
  return {
    before: join(kept.filter(({ line }) => line < (matches[0]?.line ?? 0))).slice(0, 6000),
    all: join(kept).slice(0, 20_000),
    near: join(kept.filter(({ line }) => line < next)).slice(0, 6000),
  };
}

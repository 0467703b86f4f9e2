import { approvalOf, formatLicenceExpression, joinLicences, parseLicenceExpression } from "./expression.ts";
import { type Mention, mentionsIn } from "./mentions.ts";
import { normaliseLicenceName } from "./names.ts";
import { lineAt, paragraphs, sentences, unbroken, withoutMarks } from "./passages.ts";
import {
  alternatives,
  choice,
  conclusion,
  foreign,
  gnu,
  grant,
  itself,
  negated,
  ofFolder,
  ofOthers,
  ofSome,
  parts,
  secondary,
  theRest,
  vague,
  wholes,
} from "./statement-words.ts";

/** What a text says about the licence of the work it belongs to. */
export interface Statement {
  /** SPDX expression of the main licence */
  expression: string;
  /** Licences named for parts: documentation, data, fonts … */
  others: string[];
  /** 1-based */
  line: number;
  /** The words that say so, at most 160 characters */
  text: string;
}

/** A sentence that names licences, and what another adds to it. */
interface Said {
  mentions: Mention[];
  sentence: string;
  start: number;
  joins?: ["and" | "or", string];
}

const NAME_LINES = 8;
const LONGEST_NAME = 80;
const LONGEST = 200_000;
/** Characters */
export const SECTION = 3000;

/** What a short notice says, whose every line is about the licence: "Licensed under the Apache License, Version 2.0". */
export function noticeOf(text: string, firstLine = 1): Statement | undefined {
  return tagged(text, firstLine) ?? stated(withoutMarks(text.slice(0, SECTION)), firstLine);
}

/** An SPDX tag is said on purpose; two different ones are of parts. */
function tagged(text: string, firstLine: number): Statement | undefined {
  const tags = [...text.slice(0, SECTION).matchAll(/SPDX-License-Identifier:[ \t]*([A-Za-z0-9(][A-Za-z0-9.+() -]{1,200})/g)];
  const expressions = new Set(tags.map(([, written]) => normaliseLicenceName(written?.trim() ?? "")));
  const [expression] = expressions;
  if (expression === undefined || expressions.size > 1) return undefined;
  return { expression, others: [], line: firstLine + lineAt(text, tags[0]?.index ?? 0) - 1, text: tags[0]?.[0] ?? "" };
}

/** A grant that names a family and not which of it: "released under the BSD license". */
export function vagueIn(text: string): Statement | undefined {
  for (const { paragraph, line } of paragraphs(text.slice(0, LONGEST))) {
    for (const { sentence } of sentences(paragraph.slice(0, SECTION))) {
      const family = vague.exec(sentence)?.[1];
      if (
        family === undefined ||
        !/li[cz]en/i.test(sentence) ||
        !grant.test(sentence) ||
        negated.test(sentence) ||
        foreign.test(sentence) ||
        parts.test(sentence)
      )
        continue;
      const name = family.toLowerCase().startsWith("creative") ? "Creative-Commons" : family.toUpperCase();
      return { expression: `LicenseRef-${name}`, others: [], line, text: sentence.trim().slice(0, 160) };
    }
  }
  return undefined;
}

/** Sentence by sentence: the first that speaks of the whole gives the main licence, those that speak of parts give the others. */
export function stated(text: string, firstLine: number, granting = false): Statement | undefined {
  let main: Said | undefined;
  let ofItself: Said | undefined;
  const others: string[] = [];
  const offer = sentences(text).find(({ sentence }) => choice.test(sentence));
  const isChoice = offer !== undefined && !ofSome.test(offer.sentence);
  for (const { sentence, start } of isChoice ? [{ sentence: unbroken(text), start: 0 }] : sentences(text)) {
    const all = mentionsIn(sentence);
    const mentions = ofWhole(all, sentence);
    others.push(...all.slice(mentions.length).map(({ expression }) => expression));
    if (
      mentions.length === 0 ||
      (!isChoice && negated.test(sentence) && !secondary.test(sentence)) ||
      (granting && (!grant.test(sentence) || foreign.test(sentence.slice(0, mentions[0]?.start))))
    )
      continue;
    const before = sentence.slice(0, mentions[0]?.start ?? 0).replace(/\bcontents? of (?:this|these) files?\b/gi, "");
    const isPart =
      !theRest.test(before) &&
      ((parts.test(before) && (!wholes.test(before) || isOfFolder(before, mentions))) ||
        isOfOthers(before, mentions) ||
        /\bbundles?\b/i.test(before));
    const one = { mentions, sentence, start };
    if (main && conclusion.test(sentence) && grant.test(sentence)) {
      others.push(...main.mentions.map(({ expression }) => expression));
      main = one;
    } else if (main && !main.joins && secondary.test(sentence)) main = { ...main, joins: ["or", gnuOf(one)] };
    else if (main && !main.joins && ofFolder.test(main.sentence) && theRest.test(before)) main = { ...main, joins: ["and", joined(one)] };
    else if (isPart || main) {
      if (!main && (itself.test(before) || isOfOthers(before, mentions))) ofItself ??= one;
      others.push(...mentions.map(({ expression }) => expression));
    } else main = one;
  }
  main ??= ofItself;
  if (main === undefined) return undefined;
  const named = joined(main);
  // "X and the LGPL" is a title; the sentence that follows names the version.
  const own = others.find((other) => isSharper(other, named) && other.includes("-or-later")) ?? named;
  const expression = main.joins
    ? formatLicenceExpression(joinLicences(main.joins[0], [own, main.joins[1]].map(parseLicenceExpression)))
    : own;
  const excerpt = main.sentence.trim();
  return {
    expression,
    others: [...new Set(others)].filter((other) => !expression.includes(other)),
    line: firstLine + lineAt(text, main.start) - 1,
    text: excerpt.length > 160 ? `${excerpt.slice(0, 159)}…` : excerpt,
  };
}

/** What a folder's text or pictures are under is nothing of the program's. */
function isOfFolder(before: string, mentions: readonly Mention[]): boolean {
  return ofFolder.test(before) && mentions.every(({ expression }) => /^(?:CC-BY|CC0|OFL|GFDL|OGL|ODbL)/.test(expression));
}

/** Whose name is given may be whose repository it is: what keeps rights back then counts. */
function isOfOthers(before: string, mentions: readonly Mention[]): boolean {
  return ofOthers.test(before) && mentions.every(({ expression }) => approvalOf(expression).openSource);
}

/** Without those behind "and third-party licences including …". */
function ofWhole(mentions: readonly Mention[], sentence: string): Mention[] {
  const [first] = mentions;
  const from = first ? sentence.slice(first.end).search(/\bthird[- ]party (?:licen[cs]es?|components|libraries|software)\b/i) : -1;
  return mentions.filter(({ start }) => from < 0 || start < (first?.end ?? 0) + from);
}

/** The sentence names Eclipse's own licence too. */
function gnuOf({ mentions, sentence }: Said): string {
  const named = mentions.filter(({ expression }) => expression.startsWith("GPL-"));
  return joined({ mentions: named.length > 0 ? named : mentions, sentence, start: 0 });
}

/** A line that is nothing but a name, "ISC" or "zlib, see LICENSE": a name so short says a licence only where licences are spoken of. */
export function nameInLines(text: string, firstLine = 1): Statement | undefined {
  for (const [index, line] of text.split("\n").slice(0, NAME_LINES).entries()) {
    const plain = line
      .replace(/\[([^\]]{0,100})\]\([^)]{0,300}\)|<[^>]{0,200}>/g, "$1")
      .replace(/[*_`#>|=]+/g, " ")
      .trim();
    if (plain === "" || plain.length > LONGEST_NAME) continue;
    const bare = plain.replace(/^(?:licen[cs]e|licen[cs]ed under|license type)\s{0,3}[:-]?\s+/i, "");
    for (const name of [bare, plain, bare.split(/[,;©(–—]|\. | - |\bsee\b|\bcopyright\b/i, 1)[0] ?? ""]) {
      const expression = normaliseLicenceName(name.replace(/[.\s]+$/, ""));
      if (expression !== undefined) return { expression, others: [], line: firstLine + index, text: plain };
    }
  }
  return undefined;
}

function joined({ mentions, sentence }: Said): string {
  const distinct = [...new Set(mentions.map(({ expression }) => expression))];
  const sharper = distinct.filter((one) => !distinct.some((other) => other !== one && isSharper(other, one)));
  const between = sentence.slice(Math.max(0, (mentions[0]?.start ?? 0) - 60), mentions.at(-1)?.start ?? 0);
  const kind = alternatives.test(between.replace(/https?:\/\/\S+|or (?:any )?(?:later|newer)|and\/or/gi, " ")) ? "or" : "and";
  return formatLicenceExpression(joinLicences(kind, sharper.map(parseLicenceExpression)));
}

/** The same licence told more exactly: a link to "gpl-3.0" beside the words "version 3 or later", or GPL beside "GPL v2". */
function isSharper(one: string, other: string): boolean {
  const [, family, version, suffix] = gnu.exec(one) ?? [];
  const [, otherFamily, otherVersion, otherSuffix] = gnu.exec(other) ?? [];
  if (family === undefined || family !== otherFamily) return false;
  if (version === otherVersion) return suffix === "or-later";
  return otherSuffix === "or-later" && otherVersion === (family === "LGPL" ? "2.0" : "1.0");
}

import { formatLicenceExpression, joinLicences, licencesIn, parseLicenceExpression } from "./expression.ts";
import type { Match } from "./match.ts";
import { mentionsIn } from "./mentions.ts";
import { normaliseLicenceName } from "./names.ts";
import { noticeOf } from "./statement.ts";

const offers =
  /\b(?:choice of|choose (?:whichever|either|one|between|any)|either of|(?:under|of) (?:either|any)(?: one)? of|dual[- ]licen[cs]ed|(?:2|two|3|three) (?:different )?licen[cs]es)\b/i;
/** What is said of these is not said of the whole. */
const ofSome = /\b(?:parts? of|some (?:of|files)|portions?|certain (?:files|parts)|except|unless|director(?:y|ies)|folders?)\b/i;
const underSeveral =
  /\b(?:covered|licen[cs]ed|governed|released|distributed) (?:by|under) (?:two|2|three|3|several|multiple) (?:different |separate |distinct )?licen[cs]es: ([^.:;]{3,120})\./i;
const preference = /\b(?:choice|choose|option|whichever|prefer)\b/i;
const ofFiles = /\b(?:following|these|remaining|other) (?:[a-z]{1,12} ){0,2}files\b/i;
const MOST_TEXTS = 3;
/** Characters: an offer stands in a few lines before the texts. */
const BEFORE = 2000;

/**
 * The choice that a file offers between the texts it holds: the words before them name the alternatives, or offer one of what follows. Undefined where
 * they speak of parts, or a text is changed.
 *
 * @example choiceOf("Available under 2 licenses -- choose whichever you prefer.", [mit, unlicense]) // "MIT OR Unlicense"
 */
export function choiceOf(before: string, matches: readonly Match[]): string | undefined {
  const ids = [...new Set(matches.map(({ id }) => id))];
  if (ids.length < 2 || ids.length > MOST_TEXTS || matches.some(({ differences }) => differences.material)) return undefined;
  const said = before.slice(-BEFORE);
  if (ofSome.test(said)) return undefined;
  const named = noticeOf(said)?.expression;
  if (named?.includes(" OR ") && ids.every((id) => isAmong(id, named))) return named;
  return offers.test(said) ? formatLicenceExpression(joinLicences("or", ids.map(parseLicenceExpression))) : undefined;
}

/**
 * The licences of which each holds for some of the files: words before the texts put the whole under all of them and tell of files. Undefined where
 * they offer a choice, or name what the file neither holds nor tells of.
 *
 * @example bothOf("Covered by two licenses: MIT and Apache.\n\nThe following files …", ["MIT", "Apache-2.0"]) // "MIT AND Apache-2.0"
 */
export function bothOf(around: string, texts: readonly string[]): string | undefined {
  const unbroken = around.replace(/\s+/g, " ");
  const said = underSeveral.exec(unbroken);
  if (!said?.[1] || preference.test(unbroken) || !ofFiles.test(unbroken)) return undefined;
  const told = [...texts, ...mentionsIn(unbroken.slice(said.index + said[0].length)).map(({ expression }) => expression)];
  const known = said[1].split(/, and |,| and | & /).map((name) => normaliseLicenceName(name.trim()) ?? "");
  const isTold = known.length > 1 && known.every((id) => told.includes(id));
  return isTold ? formatLicenceExpression(joinLicences("and", known.map(parseLicenceExpression))) : undefined;
}

/** "Artistic-1.0" among "Artistic-1.0-Perl OR GPL-1.0-or-later": an identifier is told more exactly by what follows it. */
function isAmong(id: string, expression: string): boolean {
  const bare = id.replace(/-(?:only|or-later)$/, "");
  return licencesIn(parseLicenceExpression(expression)).some((named) => named === bare || named.startsWith(`${bare}-`));
}

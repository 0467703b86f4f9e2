import { formatLicenceExpression, joinLicences, licencesIn, parseLicenceExpression } from "./expression.ts";
import type { Match } from "./match.ts";
import { noticeOf } from "./statement.ts";

const offers =
  /\b(?:choice of|choose (?:whichever|either|one|between|any)|either of|(?:under|of) (?:either|any)(?: one)? of|dual[- ]licen[cs]ed|(?:2|two|3|three) (?:different )?licen[cs]es)\b/i;
/** What is said of these is not said of the whole. */
const ofSome = /\b(?:parts? of|some (?:of|files)|portions?|certain (?:files|parts)|except|unless|director(?:y|ies)|folders?)\b/i;
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

/** "Artistic-1.0" among "Artistic-1.0-Perl OR GPL-1.0-or-later": an identifier is told more exactly by what follows it. */
function isAmong(id: string, expression: string): boolean {
  const bare = id.replace(/-(?:only|or-later)$/, "");
  return licencesIn(parseLicenceExpression(expression)).some((named) => named === bare || named.startsWith(`${bare}-`));
}

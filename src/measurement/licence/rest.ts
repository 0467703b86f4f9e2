import { approvalOf } from "./expression.ts";
import type { Match } from "./match.ts";
import { noticeOf, type Statement } from "./statement.ts";
import { conditionIn, OWN, refuses, restrictionIn, worded } from "./wording.ts";

/** What a file that holds the texts of parts says of everything else. */
export interface Rest {
  expression: string;
  /** The beginning of the sentence, as it stands in the file */
  sentence: string;
  /** What the words around the texts name first: a licence of a part, most often */
  says?: Statement;
}

const SECTION = 2500;
const WAIVER = "CC0-1.0";
const theRest =
  /\b(?:the rest of|the remainder of|everything else in|all other (?:code|files|parts) (?:in|of)) (?:this|the|our) (?:project|repository|software|code(?:base)?|work|program)\b/i;
const alike = /\b(?:same|above|foregoing|this|that) (?:[a-z]{1,12} )?(?:licen[cs]e|terms|conditions)\b/i;

/**
 * What "the rest of this project" is under, from the words around the texts of a file: the licence that the sentence names, or the waiver or the terms
 * that its section tells of. Terms of one's own where nothing is named, where anything keeps rights back, or where a text of a part is not open.
 * Undefined where there is no such sentence, or where it points to the texts.
 *
 * @example restOf("## The rest of this project is under Apache 2.0\n", [mit]) // { expression: "Apache-2.0", … }
 */
export function restOf(around: string, matches: readonly Match[]): Rest | undefined {
  const found = theRest.exec(around);
  if (!found) return undefined;
  const section = around.slice(found.index, found.index + SECTION).split(/\n#/, 1)[0] ?? "";
  const sentence = section.split(/\.(?=\s)|\n[ \t]*\n/, 1)[0] ?? "";
  if (alike.test(sentence)) return undefined;
  const says = noticeOf(around);
  return { expression: isLimited(around, sentence, matches) ? OWN : named(sentence, section), sentence: found[0], ...(says && { says }) };
}

/** Whether the words before the first text end with what "the rest of this project" is under, so that the text says it. */
export function leadsToText(before: string): boolean {
  const found = theRest.exec(before);
  return (
    found !== null &&
    /^[^.:\n]{0,160}:[\s#*_=-]{0,40}(?:the )?(?:[\w.-]{1,20} )?(?:licen[cs]e)?[\s#*_=-]{0,40}$/i.test(before.slice(found.index))
  );
}

function named(sentence: string, section: string): string {
  const notice = noticeOf(sentence);
  if (notice) return notice.expression;
  if (!/\bpublic domain\b/i.test(sentence)) return OWN;
  return noticeOf(section)?.expression === WAIVER ? WAIVER : (worded(section)?.expression ?? OWN);
}

function isLimited(around: string, sentence: string, matches: readonly Match[]): boolean {
  if (refuses(around) || restrictionIn(around) !== undefined || conditionIn(sentence) !== undefined) return true;
  return matches.some(({ id, differences }) => differences.material || !approvalOf(id).openSource);
}

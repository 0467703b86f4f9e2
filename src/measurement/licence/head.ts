import { withException } from "./exceptions.ts";
import { formatLicenceExpression, parseLicenceExpression } from "./expression.ts";
import { matchLicences, outside } from "./match.ts";
import { nameInLines, noticeOf } from "./statement.ts";
import { OWN, PUBLIC_DOMAIN, restrictionIn } from "./wording.ts";
import { isOwnership } from "./words.ts";

const READ = 8000;
/** Characters before the word "exception" that tell which it is */
const ABOUT = 60;
/** How the licences begin that are short enough to stand in a head. */
const inFull =
  /permission\s+(?:is|to)\b|redistributions?\s+(?:and\s+use|of|in)\b|\bgranted\b|unencumbered|do\s+what\s+the|disclaims\s+copyright|this\s+stuff/i;
/** "License: BSD 3 clause", "@license https://opensource.org/licenses/MIT MIT License" */
const labelled =
  /^[ \t]*@?licen[cs]e(?:[ \t]*:|[ \t](?=[ \t]*(?:https?:|MIT|BSD|A?GPL|LGPL|Apache|GNU|MPL|EUPL|ISC)))[ \t]*([^\n]{2,160})$/im;
const assigned = /^__licen[cs]e__[ \t]*=[ \t]*["']([^"'\n]{2,80})["']/m;
const noticed =
  /licen[cs]ed|redistribut|released|distributed|subject\s+to|governed|under\s+the\s+terms|published|r[ée]gie?\s+par|sous\s+licence|unter\s+de[nr]|bajo\s+la\s+licencia|redistribu\p{L}|(?:software|logiciel)\s+lib[re]|software\s+livre|lizenziert|con\s+licencia|in\s+licen(?:za|tie)/iu;
/** A grant in words of its own, which is no text of the SPDX list. */
const ownPermission =
  /\bpermission (?:is (?:hereby )?granted )?to (?:freely )?(?:use|copy|distribute|modify)\b|\b(?:we|i) (?:hereby )?grant (?:\w+ )?permission\b/i;
/** The whole of a line, or of a sentence about the file. */
const publicDomain =
  /^[ \t]*public domain[ \t]*[.!]?[ \t]*$|\b(?:is|are|been) (?:hereby )?(?:in|(?:placed|released|put|dedicated) (?:in|into|to)) the public domain\b/im;
const tag = /SPDX-License-Identifier:[ \t]*([A-Za-z0-9(][A-Za-z0-9.+() -]{0,200})/;

/**
 * The licence that the head of a source file states: an SPDX tag, a notice ("you can redistribute it under the terms of the GNU …"), or a short
 * licence in full. Takes the beginning of the file, of which 8,000 characters are read.
 *
 * `known` keeps what comments say: the files of a repository often begin with the same one.
 *
 * @example licenceInHead("// SPDX-License-Identifier: EUPL-1.2\n") // "EUPL-1.2"
 */
export function licenceInHead(head: string, known: Map<string, string | undefined> = new Map()): string | undefined {
  const text = head.slice(0, READ);
  if (!/li[cz]en[cçsz]|redistribu|permission|public domain|disclaims copyright|\b(?:eu|g)pl/i.test(text)) return undefined;
  const tagged = tag.exec(text)?.[1];
  if (tagged !== undefined) return wellFormed(tagged);
  const comment = openingComment(text);
  if (!known.has(comment)) known.set(comment, licenceInComment(comment));
  return known.get(comment) ?? named(assigned.exec(text)?.[1]);
}

function named(written: string | undefined): string | undefined {
  return written === undefined ? undefined : (noticeOf(written) ?? nameInLines(written))?.expression;
}

function licenceInComment(comment: string): string | undefined {
  const [match] = inFull.test(comment) ? matchLicences(comment) : [];
  const beside = match ? outside(comment, [match]) : comment;
  // Whoever limits a licence in a head has not put the file under it.
  if (restrictionIn(beside) !== undefined) return undefined;
  if (match && !match.differences.material) return match.id;
  const notice = noticed.test(comment) ? noticeOf(comment)?.expression : named(labelled.exec(comment)?.[1]);
  if (notice !== undefined) return withException(notice, comment.slice(Math.max(0, comment.search(/exception/i) - ABOUT)));
  return ownPermission.test(comment) ? OWN : publicDomain.test(comment) ? PUBLIC_DOMAIN : undefined;
}

function wellFormed(text: string): string | undefined {
  try {
    return formatLicenceExpression(parseLicenceExpression(text.replace(/[\s*-]+$/, "")));
  } catch {
    return undefined;
  }
}

/**
 * The lines before the first that is neither empty nor a comment, without frames and without the lines of owners, which may be more than the
 * licence; a first line of code such as "<?php" or "#!" is passed over.
 */
function openingComment(text: string): string {
  const kept: string[] = [];
  let block = false;
  for (const [index, line] of text.split("\n").entries()) {
    const trimmed = line.trim();
    const opens: boolean =
      /^(?:\/\*|<!--|"""|'''|\(\*|=begin|=pod|=head|\{|--\[\[|#\[\[|#\||#=|<#|\/\+|\/{4}$)/.test(trimmed) && !(block && trimmed === "////");
    const isComment = block || opens || trimmed === "" || /^(?:\/\/|#|;|%|--|\*|dnl\b|rem\b|'|"(?!"")|!|\.\.)/i.test(trimmed);
    if (!isComment && index > 3 && kept.some((other) => /\p{L}/u.test(other))) break;
    if (isComment) kept.push(line);
    const closes: boolean = /\*\/|-->|\*\)|^=end|-\}|\]\]/.test(trimmed) || (/("""|''')$/.test(trimmed) && (block || trimmed.length > 5));
    block = closes ? false : block || opens;
  }
  return kept
    .map((line) => line.replace(/^[\s/*#;%|!'"<>-]{1,80}/, "").replace(/^(?:dnl|rem)\b|<\/?p>/gi, ""))
    .map((line) => line.replace(/(?<![\s*#|])[\s*#|]{2,80}$/, ""))
    .filter((line) => !isOwnership(line) || /licen[cs]|\bunder\b|gpl/i.test(line))
    .join("\n");
}

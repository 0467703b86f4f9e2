import { approvalOf } from "./expression.ts";
import { matchLicences, outside } from "./match.ts";
import { mentionsIn } from "./mentions.ts";
import { isHeading, lineAt, paragraphs, unbroken } from "./passages.ts";
import { nameInLines, SECTION, type Statement, stated } from "./statement.ts";
import { grant, heading, inCapitals, parts, waiver, wholeWork } from "./statement-words.ts";
import { OWN, refuses, restrictionIn } from "./wording.ts";

const LONGEST = 200_000;
const SECTION_LINES = 60;
const MOST_SECTIONS = 20;

/**
 * What a README says: in its section on licences, else in a sentence that grants something ("released under the …"), else in a badge. Undefined
 * where it names no licence. Long texts are read to 200,000 characters.
 */
export function statementOf(text: string): Statement | undefined {
  const read = text.slice(0, LONGEST);
  return inSections(read) ?? inSentences(read) ?? inBadge(read);
}

function inSections(text: string): Statement | undefined {
  const lines = text.split("\n");
  let sections = 0;
  for (const [index, line] of lines.entries()) {
    const isWaiver = line.length < 120 && waiver.test(line);
    if (line.length > 120 || !(isWaiver || heading.test(line)) || !(isHeading(line, lines[index + 1]) || inCapitals.test(line))) continue;
    if (++sections > MOST_SECTIONS) return undefined;
    const section = lines.slice(index, index + SECTION_LINES);
    const next = section.findIndex((other, at) => at > 1 && isHeading(other, section[at + 1]) && !heading.test(other));
    const content = section
      .slice(0, next < 0 ? SECTION_LINES : next)
      .join("\n")
      .slice(0, SECTION);
    if (isWaiver && !isOfWork(content.slice(line.length))) continue;
    const found = stated(content, index + 1) ?? nameInLines(content.slice(content.indexOf("\n") + 1), index + 2);
    if (found && /-N[CD](?:-|\b)|Noncommercial/.test(found.expression)) return found;
    const limit = limitIn(content);
    if (limit !== undefined && !/commons clause/i.test(limit) && !found?.expression.includes(" OR ")) {
      return { expression: OWN, others: found?.others ?? [], line: index + 1, text: limit.slice(0, 160) };
    }
    if (found) return found;
  }
  return undefined;
}

/** A waiver may be of pictures or data. */
function isOfWork(section: string): boolean {
  return wholeWork.test(section) && !parts.test(section);
}

/** What keeps rights back in a section; a licence that it holds in full does not, whatever words it uses. */
function limitIn(section: string): string | undefined {
  const said = (text: string) => restrictionIn(text) ?? (refuses(text) ? text : undefined);
  if (said(section) === undefined) return undefined;
  return said(
    outside(
      section,
      matchLicences(section).filter(({ id, differences }) => !differences.material && approvalOf(id).openSource),
    ),
  );
}

function inSentences(text: string): Statement | undefined {
  for (const { paragraph, line } of paragraphs(text)) {
    if (
      grant.test(unbroken(paragraph.slice(0, SECTION))) &&
      /li[cz]en[cçstz]|lisens|gpl|eupl|public domain|open source agreement/i.test(paragraph)
    ) {
      const found = stated(paragraph.slice(0, SECTION), line, true);
      if (found) return found;
    }
  }
  return undefined;
}

function inBadge(text: string): Statement | undefined {
  const badge =
    /(?:img\.shields\.io\/badge\/|\/badge\/)(?:licen[cs]e|licencja|licen[cz]i?a|licen%C3%A7a|lizenz|licentie)[-/]((?:[A-Za-z0-9.%_]|--){2,60})-[a-z0-9]{3,12}(?:\.svg|\b)/i.exec(
      text,
    ) ??
    /img\.shields\.io\/:licen[cs]e-((?:[A-Za-z0-9.%_]|--){2,60})-[a-z0-9]{3,12}/i.exec(text) ??
    /img\.shields\.io\/(?:static\/v1|badge)\?[^\s)"]{0,60}label=licen[cs]e&message=([A-Za-z0-9.%_+-]{2,60})/i.exec(text);
  if (!badge?.[1]) return inAnchor(text);
  const named = badge[1].replaceAll("--", "-").replaceAll(/%20|_/g, " ");
  const line = text.slice(badge.index, badge.index + 400).split("\n", 1)[0] ?? "";
  const mention = mentionsIn(named)[0] ?? mentionsIn(line.slice(line.indexOf("](") + 2))[0];
  if (mention === undefined) return undefined;
  return { expression: mention.expression, others: [], line: lineAt(text, badge.index), text: named };
}

/** HTML's own word for it: <a rel="license" href="…"> */
function inAnchor(text: string): Statement | undefined {
  const anchor = /<a\b(?=[^>]{0,300}\brel="license")[^>]{0,300}\bhref="([^"\s]{4,200})"/i.exec(text);
  const [mention] = mentionsIn(anchor?.[1] ?? "");
  return anchor && mention
    ? { expression: mention.expression, others: [], line: lineAt(text, anchor.index), text: anchor[1] ?? "" }
    : undefined;
}

import { isAscii, isUtf8 } from "node:buffer";
import type { Fault } from "../../../shared/problem.ts";
import type { Observation } from "../../fact.ts";
import { type Block, linesIn } from "./blocks.ts";
import { codeOf, isOfTechnology } from "./codes.ts";
import { isSearched, observeNotice, observeUnsearched } from "./facts.ts";
import { glanceAt } from "./first-pass.ts";
import type { Notice, NoticeText } from "./notice.ts";
import { noticesIn } from "./packages.ts";
import type { Json } from "./prose.ts";

export interface Source {
  file: string;
  line?: number;
}

export interface Telling {
  observedAt: string;
  /** Search the texts of every notice. */
  everyText: boolean;
  /** In bytes. */
  longestLine: number;
  onFault: (fault: Fault) => void;
}

/** The tenders of a block of lines. A line that is too long or no tender is a fault, and reading goes on. */
export function observeBlock(block: Block, file: string, telling: Telling): Observation[] {
  const observations: Observation[] = [];
  for (const { number, line } of linesIn(block)) {
    if (line.length > telling.longestLine) telling.onFault(tooLong(file, number, telling.longestLine));
    else for (const observation of observeLine(line, { file, line: number }, telling)) observations.push(observation);
  }
  return observations;
}

export const tooLong = (file: string, line: number, limit: number): Fault => ({
  file,
  line,
  message: `is longer than ${limit} bytes and was passed over`,
});

/**
 * The tenders of one line. A cheap first pass looks at codes and titles alone; where a text is to be searched, anything is out of the
 * ordinary or at fault, the line is parsed whole. What is said of a tender is the same either way.
 */
export function observeLine(line: Buffer, source: Source, { observedAt, everyText, onFault }: Omit<Telling, "longestLine">): Observation[] {
  const unsearched = !everyText && isUtf8(line) ? atAGlance(line, source, observedAt) : undefined;
  return unsearched ? [unsearched] : readJson(line, source, onFault).map((notice) => observeNotice(notice, observedAt, everyText));
}

function atAGlance(line: Buffer, source: Source, observedAt: string): Observation | undefined {
  const glance = glanceAt(line, namesTechnology);
  const main = glance && codeOf(glance.main.scheme, glance.main.id);
  if (!glance || !main) return undefined;
  const titles: NoticeText[] = [];
  if (glance.tenderTitle.trim() !== "") titles.push({ field: "title", at: "/tender/title", text: glance.tenderTitle });
  if (glance.releaseTitle.trim() !== "") titles.push({ field: "title", at: "/title", text: glance.releaseTitle });
  const notice: Notice = {
    ...source,
    path: "pointer",
    id: glance.ocid,
    documents: 0,
    codes: [{ ...main, rank: "main", at: "/tender/classification/id" }],
    texts: titles,
  };
  if (titles[0]) notice.title = { value: titles[0].text, at: titles[0].at };
  return isSearched(notice) ? undefined : observeUnsearched(notice, observedAt);
}

function namesTechnology(scheme: string, id: string): boolean {
  const code = codeOf(scheme, id);
  return code !== undefined && isOfTechnology(code);
}

/** The notices of one JSON value. What is wrong with it goes to onFault. */
export function readJson(bytes: Buffer, source: Source, onFault: (fault: Fault) => void): Notice[] {
  const fault = (at: string | undefined, message: string) => onFault({ ...source, at, message });
  if (!isUtf8(bytes)) {
    fault(undefined, "is not UTF-8; expected JSON in UTF-8");
    return [];
  }
  let value: Json;
  try {
    const text = bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) as Json;
  } catch (error) {
    fault(undefined, `is not JSON (${(error as Error).message.slice(0, 120)})`);
    return [];
  }
  return noticesIn(value, source, fault);
}

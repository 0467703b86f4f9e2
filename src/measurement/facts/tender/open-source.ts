import type { Span } from "./terms.ts";
import { type Found, type FoundBy, findWords } from "./words.ts";

const BEFORE = 30;
const AFTER = 90;

/** Mentions of open source in one text, without "open source intelligence" and its like. */
export function openSourceIn(found: FoundBy): Found[] {
  const { openSource, notOpenSource = [] } = found;
  if (!openSource) return [];
  return openSource.filter((hit) => !notOpenSource.some((other) => other.start <= hit.start && other.end >= hit.end));
}

/** The words that exclude open source: "only proprietary software", "no open source", "open source … will not be accepted". */
export function exclusionsIn(text: string, found: FoundBy): Span[] {
  const refused = openSourceIn(found).flatMap((hit) => refusalAfter(text, hit) ?? refusalBefore(text, hit) ?? []);
  return [...(found.closedOnly ?? []), ...refused];
}

function refusalAfter(text: string, hit: Found): Span | undefined {
  const after = upTo(text.slice(hit.end, hit.end + AFTER), /[.;!?]/);
  const word = findWords(after, "besideOpenSource").refusalAfter?.[0];
  return word && { start: hit.start, end: hit.end + word.end };
}

/** "not only open source", "no preference for open source", "does not exclude open source" refuse nothing. */
function refusalBefore(text: string, hit: Found): Span | undefined {
  const before = text.slice(Math.max(0, hit.start - BEFORE), hit.start);
  const word = findWords(before, "besideOpenSource").refusalBefore?.at(-1);
  if (!word) return undefined;
  const between = before.slice(word.end).toLowerCase();
  const refuses = !/[.;:!?,]/.test(between) && between.trim().split(/\s+/).length <= 4 && !/only|just|nur|seul|solo|sólo|apenas|limit|exclu|prefer|requi|must|oblig|need/.test(between); // biome-ignore format: one rule
  return refuses ? { start: hit.start - before.length + word.start, end: hit.end } : undefined;
}

function upTo(text: string, end: RegExp): string {
  const at = text.search(end);
  return at === -1 ? text : text.slice(0, at);
}

import { near, type Span } from "./terms.ts";
import { type Found, type FoundBy, findWords } from "./words.ts";

const BEFORE = 30;
const AFTER = 90;
/** Characters before a refusal that tell of what it is said. */
const LEADING = 60;
/** "work that does not have an open source licence", "if it is not open source" speak of the other kind; nothing is refused by that. */
const speaksOfOther = /(?:\b(?:that|which)|\b(?:if|where|when|unless)\b[^,.;:!?]{1,40}) (?:is|are|was|were|does|do|did|has|have)$/;

/** Mentions of open source in one text, without "open source intelligence" and its like. */
export function openSourceIn(found: FoundBy): Found[] {
  const { openSource, notOpenSource = [] } = found;
  if (!openSource) return [];
  return openSource.filter(
    (hit) => !near(notOpenSource, hit.start, hit.end).some((other) => other.start <= hit.start && other.end >= hit.end),
  );
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
  const refusalAt = hit.start - before.length + word.start;
  const leading = text
    .slice(Math.max(0, refusalAt - LEADING), refusalAt)
    .replaceAll(/\s+/g, " ")
    .trimEnd()
    .toLowerCase();
  if (speaksOfOther.test(leading)) return undefined;
  const between = before.slice(word.end).toLowerCase();
  const refuses = !/[.;:!?,]/.test(between) && between.trim().split(/\s+/).length <= 4 && !/only|just|nur|seul|solo|sólo|apenas|limit|exclu|prefer|requi|must|oblig|need/.test(between); // biome-ignore format: one rule
  return refuses ? { start: refusalAt, end: hit.end } : undefined;
}

function upTo(text: string, end: RegExp): string {
  const at = text.search(end);
  return at === -1 ? text : text.slice(0, at);
}

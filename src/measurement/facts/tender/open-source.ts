import type { Found, FoundBy } from "./words.ts";

const WORDS_BEFORE = 30;
const WORDS_AFTER = 90;

/** Mentions of open source in one text, without "open source intelligence" and its like. */
export function openSourceIn(found: FoundBy): Found[] {
  return (found.openSource ?? []).filter(
    (hit) => !(found.notOpenSource ?? []).some((other) => other.start <= hit.start && other.end >= hit.end),
  );
}

/** The words that exclude open source: "only proprietary software", "no open source", "open source … will not be accepted". */
export function exclusionsIn(text: string, found: FoundBy): { start: number; end: number }[] {
  const closed = (found.closedOnly ?? []).map(({ start, end }) => ({ start, end }));
  const refused = openSourceIn(found).flatMap((hit) => {
    const before = (found.refusalBefore ?? []).find(
      (word) => word.end <= hit.start && hit.start - word.end <= WORDS_BEFORE && sameClause(text, word.end, hit.start, /[.;:!?,]/),
    );
    const after = (found.refusalAfter ?? []).find(
      (word) => word.start >= hit.end && word.start - hit.end <= WORDS_AFTER && sameClause(text, hit.end, word.start, /[.;!?]/),
    );
    if (after) return [{ start: hit.start, end: after.end }];
    return before && refuses(text, before, hit) ? [{ start: before.start, end: hit.end }] : [];
  });
  return [...closed, ...refused];
}

const sameClause = (text: string, from: number, to: number, end: RegExp): boolean => !end.test(text.slice(from, to));

/** "not only open source", "no preference for open source", "does not exclude open source" refuse nothing. */
function refuses(text: string, before: Found, hit: Found): boolean {
  const between = text.slice(before.end, hit.start).toLowerCase();
  return (
    between.trim().split(/\s+/).length <= 4 &&
    !/only|just|nur|seulement|solo|sólo|apenas|limit|exclu|prefer|requi|must|oblig|need/.test(between)
  );
}

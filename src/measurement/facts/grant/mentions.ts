import type { Place } from "../../fact.ts";
import { type Finder, finderOf, type Hit } from "../tender/terms.ts";
import type { Narrative } from "./element.ts";
import { grantWords, type WordGroup } from "./words.ts";

const PLACES_KEPT = 20;
/** Further apart than this, in characters, two words are not of one clause. */
const CLAUSE = 100;

let finder: Finder<WordGroup> | undefined;

function find(text: string): Hit<WordGroup>[] {
  finder ??= finderOf(
    Object.entries(grantWords).flatMap(([group, words]) =>
      words
        .split(/[;\n]/)
        .map((term) => term.trim())
        .filter(Boolean)
        .map((term) => ({ term, of: group as WordGroup })),
    ),
  );
  return finder.find(text);
}

/** Where words of each group stand; open source inside "open source intelligence" is not among them. */
export type Mentions = Record<WordGroup, Place[]>;

/** Looks through texts in one pass each. Places have the path of the text and the shortest span, counted in it as it is written. */
export function mentionsIn(texts: readonly Narrative[]): Mentions {
  const mentions = Object.fromEntries(Object.keys(grantWords).map((group) => [group, [] as Place[]])) as Mentions;
  for (const { text, xpath } of texts) {
    const hits = apart(find(text));
    const of = (group: WordGroup) => hits.filter((hit) => hit.of === group);
    const openSource = outside(of("openSource"), of("notOpenSource"));
    const openLicence = of("openLicence");
    const spans: Partial<Record<WordGroup, Span[]>> = {
      digital: of("digital"),
      software: of("software"),
      publicGood: of("publicGood"),
      openSource,
      openLicence: [...openLicence, ...outside(together(openSource, of("release"), text), openLicence)],
    };
    for (const [group, found] of Object.entries(spans)) {
      const places = mentions[group as WordGroup];
      for (const { start, end } of found.slice(0, PLACES_KEPT - places.length))
        places.push({ xpath, start, end, text: text.slice(start, end) });
    }
  }
  return mentions;
}

interface Span {
  start: number;
  end: number;
}

/** Of overlapping hits of one group the first and, from one start, the shortest; in the order of the text. */
function apart(hits: Hit<WordGroup>[]): Hit<WordGroup>[] {
  const ends = new Map<WordGroup, number>();
  return [...hits]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ of, start, end }) => {
      if (start < (ends.get(of) ?? 0)) return false;
      ends.set(of, end);
      return true;
    });
}

/** Spans that touch none of the others. Both lists are in the order of the text, so that one walk is enough. */
function outside(spans: readonly Span[], others: readonly Span[]): Span[] {
  let next = 0;
  return spans.filter(({ start, end }) => {
    while (next < others.length && (others[next] as Span).end <= start) next++;
    const other = others[next];
    return other === undefined || other.start >= end;
  });
}

/** Spans from an open source word to the nearest word of release in the same clause. Both lists are in the order of the text. */
function together(open: readonly Span[], release: readonly Span[], text: string): Span[] {
  const spans: Span[] = [];
  let next = 0;
  for (const one of open) {
    while (next < release.length && (release[next] as Span).end <= one.start) next++;
    const span = [release[next - 1], release[next]]
      .flatMap((other) => (other ? [{ start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) }] : []))
      .filter(({ start, end }) => end - start <= CLAUSE + one.end - one.start && !/[.;!?]\s|\n/.test(text.slice(start, end)))
      .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    if (span) spans.push(span);
  }
  return spans;
}

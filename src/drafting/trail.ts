import type { Round } from "./approval.ts";
import type { Draft } from "./draft.ts";
import type { DraftEvent, TrailEnd } from "./event.ts";
import type { VersionHead } from "./find.ts";

/** Digits of a fingerprint that people compare by eye. */
const TOLD = 16;
/** Fewer digits may be those of several entries. */
const LEAST = 8;

/** "3fa9c01b77de2a40": a fingerprint as pages and files show it. */
export function shownFingerprint({ fingerprint }: Pick<TrailEnd, "fingerprint">): string {
  return fingerprint.slice(0, TOLD);
}

/**
 * Whether a trail tells of everything that is held beside it: each decision, each kept version, the adoption. Entries hold each other by
 * fingerprints, but one that was last can be cut off without a sign in the rest.
 */
export function tellsOfAll(
  events: readonly DraftEvent[],
  held: { rounds: readonly Round[]; versions: readonly Pick<VersionHead, "version">[]; draft: Pick<Draft, "adoptedAs"> },
): boolean {
  const of = (what: DraftEvent["what"]) => events.filter((event) => event.what === what);
  const kept = new Set(of("version-kept").map(({ detail }) => detail.version));
  const decisions = held.rounds.reduce((count, round) => count + round.decisions.length, 0);
  return (
    of("step-decided").length >= decisions &&
    held.versions.every(({ version }) => kept.has(version)) &&
    (held.draft.adoptedAs === undefined || of("adopted").length > 0)
  );
}

/**
 * The entry, counted from 1, that a pasted fingerprint or its beginning is of, in groups or with the words before it; "too-short" for what may be
 * of several.
 */
export function entryOf(events: readonly DraftEvent[], pasted: string): number | "too-short" | undefined {
  const text = pasted.toLowerCase();
  // Of "last fingerprint: 3fa9…" the letters a to f of the words are no digits of it.
  const digits = (text.match(/(?<![\p{L}\p{N}])[0-9a-f]{16,64}(?![\p{L}\p{N}])/u)?.[0] ?? text).replace(/[^0-9a-f]/g, "");
  if (digits.length < LEAST) return "too-short";
  const at = events.findIndex(({ fingerprint }) => fingerprint.startsWith(digits));
  return at < 0 ? undefined : at + 1;
}

/** The entries that tell of the decisions of a round, in the order in which they were made. */
export function entriesOfDecisions(events: readonly DraftEvent[], rounds: readonly Round[]): Map<Round["decisions"][number], number> {
  const decisions = rounds.toSorted((a, b) => a.round - b.round).flatMap((round) => round.decisions);
  const entries = events.flatMap(({ what }, index) => (what === "step-decided" ? [index + 1] : []));
  return new Map(decisions.flatMap((decision, index) => (entries[index] === undefined ? [] : [[decision, entries[index]] as const])));
}

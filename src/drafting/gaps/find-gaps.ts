import { contradictions } from "./contradictions.ts";
import { compareWithOthers, coverage, emptyCoverage } from "./coverage.ts";
import { dutiesWithoutActor, measuredDuties, notMeasurable } from "./duties.ts";
import { missingEssentials } from "./essentials.ts";
import { type Gaps, gapLevels } from "./gap.ts";
import { openEnds } from "./open-ends.ts";
import { type Readable, readDraft } from "./read-draft.ts";
import { readingOf } from "./reading.ts";
import { strengthsNotSaid } from "./strength-said.ts";
import type { GapSurroundings } from "./surroundings.ts";
import { terms } from "./terms.ts";

/**
 * What a draft lacks and what in it does not hold together, what missing first; with what it covers, how comparable texts are, by what its duties can
 * be measured and how it reads. It judges only what stands in accepted codings and in the text, and gives no mark.
 *
 * @param today an ISO day: deadlines before it have passed
 * @example findGaps(emptyDraft, surroundings, "2026-11-23").gaps.filter(({ kind }) => kind === "area-empty").length // 4
 */
export function findGaps(draft: Readable, around: GapSurroundings, today: string): Gaps {
  const read = readDraft(draft);
  const covered = coverage(read, around);
  const measured = measuredDuties(read, around);
  const gaps = [
    ...emptyCoverage(read, covered, around),
    ...missingEssentials(read, around),
    ...openEnds(read, around),
    ...contradictions(read, around, today),
    ...strengthsNotSaid(read, around),
    ...dutiesWithoutActor(read, around),
    ...terms(read, around),
    ...notMeasurable(measured),
  ];
  return {
    gaps: gaps.toSorted((a, b) => gapLevels.indexOf(a.level) - gapLevels.indexOf(b.level)),
    areas: covered.areas,
    principles: covered.principles,
    comparable: compareWithOthers(read, around),
    measured,
    reading: readingOf(read),
  };
}

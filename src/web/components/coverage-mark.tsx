import type { CoverageOutcome } from "../../registry/coverage.ts";
import type { Visit } from "../visit.ts";

const marks: Record<CoverageOutcome, string> = { reviewed: "■", "reported-only": "▨", "looked-none-found": "·", "not-yet-looked": "○" };

/** What is known of a place, by shape and word. */
export function CoverageMark({ visit, outcome }: { visit: Visit; outcome: CoverageOutcome }) {
  return (
    <span class={`coverage ${outcome}`}>
      <span aria-hidden="true">{marks[outcome]}</span> {visit.code("coverage", outcome)}
    </span>
  );
}

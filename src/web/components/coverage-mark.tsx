import type { CoverageOutcome } from "../../registry/coverage.ts";
import type { Visit } from "../visit.ts";

/** What is known of a place, by word and by the shape that the map has for it, which the styles draw. */
export function CoverageMark({ visit, outcome }: { visit: Visit; outcome: CoverageOutcome }) {
  return <span class={`coverage ${outcome}`}>{visit.code("coverage", outcome)}</span>;
}

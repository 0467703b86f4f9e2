import type { Counts } from "../../measurement/figure.ts";
import type { Outcome as OutcomeValue } from "../../measurement/finding.ts";
import type { Visit } from "../visit.ts";
import { Outcome } from "./outcome.tsx";

/** How many subjects came to which outcome, each with a link to these subjects; what an exception covers stands among the “not met”. */
export function OutcomeCounts({ visit, counts, address }: { visit: Visit; counts: Counts; address: (outcome: OutcomeValue) => string }) {
  const rows: readonly (readonly [OutcomeValue, number])[] = [
    ["not-met", counts.notMet + counts.excepted],
    ["not-observable", counts.notObservable],
    ["error", counts.error],
    ["met", counts.met],
    ["not-applicable", counts.notApplicable],
  ];
  return (
    <ul class="legend">
      {rows
        .filter(([, count]) => count > 0)
        .map(([outcome, count]) => (
          <li>
            <a href={address(outcome)}>
              <Outcome visit={visit} value={outcome} /> <span class="figure">{visit.number(count)}</span>
            </a>
            {outcome === "not-met" && counts.excepted > 0 ? (
              <span class="small"> ({visit.t("subjects.of-them-excepted", { count: counts.excepted })})</span>
            ) : null}
          </li>
        ))}
    </ul>
  );
}

import { type Asked, weightOf } from "../measurement/asked.ts";
import type { CountedFindings } from "../measurement/find.ts";
import type { Check } from "../registry/check.ts";

/** A question that some subjects do not meet, and the texts that ask it, the strongest first; none where only the default framework does. */
export interface ToMend {
  finding: CountedFindings;
  check: Check;
  askers: readonly Asked[];
}

/** What is not met: first what a "must" asks, then what more subjects lack. A check that a text asks in its own way is not asked once more by default. */
export function mendFirst(asked: readonly Asked[], counted: readonly CountedFindings[]): ToMend[] {
  const checks = new Map(asked.map(({ check }) => [check.id, check]));
  const asking = asked.filter(({ policy }) => policy.instrument).sort((a, b) => weightOf([a]) - weightOf([b]));
  const askedByText = new Set(asking.map(({ check }) => check.id));
  const list = counted
    .filter(({ counts }) => counts.notMet > 0)
    .flatMap((finding): ToMend[] => {
      const check = checks.get(finding.check);
      const askers = asking.filter((one) => one.check.id === finding.check && one.parametersKey === finding.parametersKey);
      return check && (askers.length > 0 || !askedByText.has(finding.check)) ? [{ finding, check, askers }] : [];
    });
  return list.sort(
    (a, b) =>
      weightOf(a.askers) - weightOf(b.askers) ||
      b.finding.counts.notMet - a.finding.counts.notMet ||
      (a.finding.check < b.finding.check ? -1 : 1),
  );
}

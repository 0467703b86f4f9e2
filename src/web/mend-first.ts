import { type Asked, strengthOf, weightOf } from "../measurement/asked.ts";
import type { CountedFindings } from "../measurement/find.ts";
import type { Check } from "../registry/check.ts";
import { currentStatus } from "../registry/standing.ts";

const obliging: ReadonlySet<string> = new Set(["adopted", "in-force", "partly-lapsed", "dormant"]);

/** A question that some subjects do not meet, and the texts that ask it, the strongest first; none where only the default framework does. */
export interface ToMend {
  finding: CountedFindings;
  check: Check;
  askers: readonly Asked[];
}

/**
 * What is not met: first what a "must" of a text in force asks, then what more subjects lack. A check that a text asks in its own way is
 * not asked once more by default; what texts merely allow is nobody's fault and not on the list.
 */
export function mendFirst(asked: readonly Asked[], counted: readonly CountedFindings[]): ToMend[] {
  const checks = new Map(asked.map(({ check }) => [check.id, check]));
  const asking = asked.filter(({ policy }) => policy.instrument).sort((a, b) => weightOf([a]) - weightOf([b]));
  const askedByText = new Set(asking.map(({ check }) => check.id));
  const list = counted
    .filter(({ counts }) => counts.notMet > 0)
    .flatMap((finding): ToMend[] => {
      const check = checks.get(finding.check);
      const askers = asking.filter((one) => one.check.id === finding.check && one.parametersKey === finding.parametersKey);
      const wanted = askers.filter((one) => strengthOf(one) !== "may");
      return check && (wanted.length > 0 || !askedByText.has(finding.check)) ? [{ finding, check, askers: wanted }] : [];
    });
  return list.sort(
    (a, b) =>
      weightOf(a.askers.filter(obliges)) - weightOf(b.askers.filter(obliges)) ||
      b.finding.counts.notMet - a.finding.counts.notMet ||
      (a.finding.check < b.finding.check ? -1 : 1),
  );
}

/** Whether the text stands: a draft, a repealed text and one of which nobody knows what became of it oblige nobody for certain. */
function obliges({ policy: { instrument } }: Asked): boolean {
  return instrument !== undefined && obliging.has(currentStatus(instrument));
}

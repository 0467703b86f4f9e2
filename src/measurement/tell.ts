import type { Database } from "../database/connect.ts";
import type { Check } from "../registry/check.ts";
import type { Dossier, Exception, Reply } from "../registry/dossier.ts";
import { findRecord, listRecords } from "../registry/find.ts";
import { type Asked, listAsked, policyId, weightOf } from "./asked.ts";
import type { Look } from "./find.ts";
import { type Outcome, outcomes } from "./finding.ts";
import { type ReasonedFinding, reasonFindings } from "./judged.ts";
import { exceptionFor, repliesOn } from "./stated.ts";

/** A finding with the check that made it, who asks, and what is stated beside it. */
export interface ToldFinding {
  finding: ReasonedFinding;
  check: Check;
  askers: Asked[];
  /** it was not met, and that was allowed */
  exception?: Exception;
  replies: Reply[];
}

/** What is said of the current looks at subjects of one body, by subject key: what a “must” asks first, then by the check's id. */
export async function tellSubjects(db: Database, body: string, looks: readonly Look[]): Promise<Map<string, ToldFinding[]>> {
  const asked = Map.groupBy(await listAsked(db, body), (one) => `${one.check.id} ${one.parametersKey}`);
  const checks = new Map((await listRecords(db, "check")).items.map(({ id, record }) => [id, record]));
  const dossier = (await findRecord(db, "dossier", body))?.record;
  const reasoned = await reasonFindings(db, looks);
  return new Map(
    looks.map((look) => {
      const findings = new Map((reasoned.get(look.key) ?? []).map((one) => [`${one.check} ${one.parametersKey}`, one]));
      const told = [...findings].flatMap(([key, finding]) => {
        const check = checks.get(finding.check);
        return check ? [tell(look, finding, check, asked.get(key) ?? [], dossier)] : [];
      });
      return [look.key, told.sort((a, b) => weightOf(a.askers) - weightOf(b.askers) || (a.check.id < b.check.id ? -1 : 1))];
    }),
  );
}

function tell(look: Look, finding: ReasonedFinding, check: Check, askers: Asked[], dossier: Dossier | undefined): ToldFinding {
  const { subject, observedAt } = look.observation;
  const exception =
    finding.outcome === "not-met"
      ? exceptionFor(
          dossier,
          subject,
          check.id,
          observedAt,
          askers.map(({ policy }) => policyId(policy)),
        )
      : undefined;
  return { finding, check, askers, ...(exception && { exception }), replies: repliesOn(dossier, subject, check.id) };
}

/** How many findings of each outcome. */
export function countOutcomes(findings: Iterable<{ outcome: Outcome }>): Record<Outcome, number> {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const { outcome } of findings) counts[outcome] += 1;
  return counts;
}

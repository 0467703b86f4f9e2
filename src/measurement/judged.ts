import type { Database } from "../database/connect.ts";
import { listRecords } from "../registry/find.ts";
import type { Observation } from "./fact.ts";
import { definitionsOf } from "./facts/definitions.ts";
import { type FindingRow, listFindings } from "./find.ts";
import type { Finding } from "./finding.ts";
import { type CompiledCheck, compileCheck, judge } from "./judge.ts";

/** A finding with its reasons, which are worked out again from the facts: the same facts and check give the same finding. */
export type ReasonedFinding = Finding & { parametersKey: string };

/** The findings on current subjects with their reasons, by subject key. */
export async function reasonFindings(
  db: Database,
  subjects: readonly { key: string; observation: Observation }[],
): Promise<Map<string, ReasonedFinding[]>> {
  const rows = Map.groupBy(
    await listFindings(
      db,
      subjects.map(({ key }) => key),
    ),
    ({ key }) => key,
  );
  const checks = new Map((await listRecords(db, "check")).items.map(({ id, record }) => [id, record]));
  const compiled = new Map<string, CompiledCheck>();
  const reason = (row: FindingRow, observation: Observation): ReasonedFinding[] => {
    const check = checks.get(row.check);
    if (!check) return [];
    const ready = compiled.get(row.check) ?? compileCheck(check, definitionsOf(check.subject));
    compiled.set(row.check, ready);
    return [{ ...judge(ready, observation, row.parameters), parametersKey: row.parametersKey }];
  };
  return new Map(subjects.map(({ key, observation }) => [key, (rows.get(key) ?? []).flatMap((row) => reason(row, observation))]));
}

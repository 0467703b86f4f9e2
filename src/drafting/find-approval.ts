import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import type { Decision, Round, Step } from "./approval.ts";

/** Every time that a draft was judged, the newest first, with what was decided in the order in which it was. */
export async function listRounds(db: Database, draft: string): Promise<Round[]> {
  const { rows } = await sql<Omit<Round, "decisions">>`
    select round, version, steps, begun_by as "begunBy", begun_at as "begunAt", ended_at as "endedAt", outcome
    from draft_rounds where draft = ${draft} order by round desc`.execute(db);
  const decisions = await db
    .selectFrom("draft_decisions")
    .selectAll()
    .where("round", "in", rows.map(({ round }) => round).concat(0))
    .orderBy("at")
    .execute();
  return rows.map((row) => ({
    ...row,
    steps: row.steps as Step[],
    decisions: decisions.filter(({ round }) => round === row.round).map(({ round: _, ...decision }) => decision as Decision),
  }));
}

/** The round that is not ended; none while the draft is written. */
export async function openRound(db: Database, draft: string): Promise<Round | undefined> {
  return (await listRounds(db, draft)).find(({ endedAt }) => endedAt === null);
}

import { sql } from "kysely";
import type { Database } from "../../database/connect.ts";
import type { SourceKind } from "../../registry/measurement.ts";
import { publicSource, publicWords } from "./public-words.ts";

export const jobStates = ["running", "waiting", "done", "failed"] as const;
export type JobState = (typeof jobStates)[number];

/** A job as everybody may see it: of addresses and words what is no secret. */
export interface Job {
  job: number;
  kind: SourceKind;
  source: string;
  body: string;
  series: string;
  state: JobState;
  attempts: number;
  worker: string | null;
  /** running, but its worker was not heard of for as long as its lease was */
  silent: boolean;
  progress: string | null;
  subjects: number | null;
  faults: number | null;
  error: string | null;
  measurement: string | null;
  enqueuedAt: string;
  startedAt: string | null;
  endedAt: string | null;
}

export interface JobsWanted {
  state?: JobState | undefined;
  /** those after this one in the order asked for */
  beyond?: number | undefined;
  /** as they were put into the queue; the newest first by default */
  oldestFirst?: boolean;
  limit: number;
}

/** The jobs in the order in which they came. */
export async function listJobs(db: Database, { state, beyond, oldestFirst = false, limit }: JobsWanted): Promise<Job[]> {
  const inState = state ? sql`state = ${state}` : sql`true`;
  const onward = beyond === undefined ? sql`true` : oldestFirst ? sql`job > ${beyond}` : sql`job < ${beyond}`;
  const { rows } = await sql<JobRow>`
    select ${columns} from jobs where ${inState} and ${onward} order by job ${oldestFirst ? sql`asc` : sql`desc`} limit ${limit}`.execute(
    db,
  );
  return rows.map(publicJob);
}

/** One job by its number. */
export async function findJob(db: Database, job: number): Promise<Job | undefined> {
  const { rows } = await sql<JobRow>`select ${columns} from jobs where job = ${job}`.execute(db);
  return rows[0] && publicJob(rows[0]);
}

type JobRow = Job & { address: string };

const columns = sql`job, kind, address, body, series, state, attempts, worker, state = 'running' and due_at < now() as silent, progress, subjects, faults,
  error, measurement, enqueued_at as "enqueuedAt", started_at as "startedAt", ended_at as "endedAt"`;

function publicJob({ address, ...job }: JobRow): Job {
  return {
    ...job,
    source: publicSource(address),
    progress: job.progress && publicWords(job.progress, address),
    error: job.error && publicWords(job.error, address),
  };
}

/** How many jobs there are in each state. */
export async function countJobs(db: Database): Promise<Record<JobState, number>> {
  const { rows } = await sql<{ state: JobState; count: number }>`select state, count(*)::int as count from jobs group by state`.execute(db);
  const counts: Record<JobState, number> = { running: 0, waiting: 0, done: 0, failed: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

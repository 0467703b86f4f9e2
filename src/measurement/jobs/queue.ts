import { sql } from "kysely";
import type { Database } from "../../database/connect.ts";
import { Problem } from "../../shared/problem.ts";
import type { Order } from "./order.ts";

/** After so many workers failed or vanished with it, a job has failed. */
export const MOST_ATTEMPTS = 3;
const RETRY_SECONDS = 20;

/** A job as the worker holds it that took it last. */
export interface Claimed extends Order {
  job: number;
  /** Goes up with each taking; who records under an older one is refused. */
  token: number;
  attempts: number;
}

export interface Lease {
  worker: string;
  seconds: number;
}

export interface Progress {
  words?: string | undefined;
  subjects?: number | undefined;
}

/** Puts an order in the queue; false where the same source is waited for already. */
export async function enqueue(db: Database, { kind, address, body, series, title, licence }: Order): Promise<boolean> {
  const { rows } = await sql`
    insert into jobs (kind, address, body, series, title, licence)
    values (${kind}, ${address}, ${body}, ${series}, ${title ?? null}, ${licence ?? null}) on conflict do nothing returning job`.execute(
    db,
  );
  return rows.length === 1;
}

/** Takes the job that has been due longest: a waiting one, or one whose worker has not been heard of for as long as its lease was. */
export async function claim(db: Database, { worker, seconds }: Lease): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed & { title: string | null; licence: string | null }>`
    with given_up as (
      update jobs set state = 'failed', ended_at = now(), error = 'The last of ' || attempts || ' workers ended or fell silent while it measured.'
      where job in (select job from jobs where state = 'running' and due_at <= now() and attempts >= ${MOST_ATTEMPTS} for update skip locked)
    ), taken as (
      select job from jobs where state in ('waiting', 'running') and due_at <= now() and attempts < ${MOST_ATTEMPTS}
      order by due_at, job limit 1 for update skip locked
    )
    update jobs set state = 'running', worker = ${worker}, due_at = now() + make_interval(secs => ${seconds}), attempts = attempts + 1,
      token = token + 1, started_at = now(), progress = null, subjects = null
    from taken where jobs.job = taken.job
    returning jobs.job, kind, address, body, series, title, licence, token, attempts`.execute(db);
  const [row] = rows;
  return row && { ...row, title: row.title ?? undefined, licence: row.licence ?? undefined };
}

/** Says that the worker is alive and how far it has come; false where the job is no longer its own. */
export async function renew(db: Database, { job, token }: Claimed, { seconds }: Lease, { words, subjects }: Progress): Promise<boolean> {
  const { rows } = await sql`
    update jobs set due_at = now() + make_interval(secs => ${seconds}), progress = ${words?.slice(0, 300) ?? null}, subjects = ${subjects ?? null}
    where job = ${job} and token = ${token} and state = 'running' returning job`.execute(db);
  return rows.length === 1;
}

/**
 * Records what was seen and ends the job, both or neither. While it records nobody else can take the job.
 * @throws Problem conflict where another worker took the job meanwhile; then nothing is recorded
 */
export async function finish(
  db: Database,
  { job, token }: Claimed,
  record: (within: Database) => Promise<{ measurement: string; subjects: number; faults: number }>,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const tx = transaction as unknown as Database;
    // A machine that vanishes while it records must not hold its job until the network notices.
    await sql`set local idle_in_transaction_session_timeout = '60s'`.execute(tx);
    const { rows } = await sql`select 1 from jobs where job = ${job} and token = ${token} and state = 'running' for update`.execute(tx);
    if (rows.length === 0)
      throw new Problem(
        "conflict",
        `Job ${job} was given to another worker, because this one was not heard of in time; its look is dropped.`,
      );
    const { measurement, subjects, faults } = await record(joining(tx));
    await sql`update jobs set state = 'done', ended_at = clock_timestamp(), error = null, progress = null, measurement = ${measurement},
      subjects = ${subjects}, faults = ${faults} where job = ${job}`.execute(tx);
  });
}

/** Says why an attempt failed. Where another may do better and one is left, the job waits again, longer each time. */
export async function fail(db: Database, { job, token }: Claimed, why: string, mayDoBetter: boolean): Promise<void> {
  await sql`
    update jobs set error = ${why.slice(0, 1000)}, due_at = now() + make_interval(secs => ${RETRY_SECONDS} * attempts),
      state = case when ${mayDoBetter} and attempts < ${MOST_ATTEMPTS} then 'waiting' else 'failed' end,
      ended_at = case when ${mayDoBetter} and attempts < ${MOST_ATTEMPTS} then null else now() end
    where job = ${job} and token = ${token} and state = 'running'`.execute(db);
}

/** Gives a job back that the worker was told to leave: it counts as no attempt, and the next worker may take it at once. */
export async function release(db: Database, { job, token }: Claimed): Promise<void> {
  await sql`update jobs set state = 'waiting', due_at = now(), attempts = attempts - 1, worker = null, started_at = null, progress = null, subjects = null
    where job = ${job} and token = ${token} and state = 'running'`.execute(db);
}

/** The database in a transaction for those who begin one of their own: theirs is this one, and stands or falls with it. */
function joining(tx: Database): Database {
  const transaction = () => ({ execute: <T>(work: (within: Database) => Promise<T>) => work(tx) });
  return new Proxy(tx, {
    get(target, name) {
      if (name === "transaction") return transaction;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

import { Hono } from "hono";
import { countJobs, type Job, type JobState, jobStates, listJobs } from "../../measurement/jobs/find.ts";
import { MOST_ATTEMPTS } from "../../measurement/jobs/queue.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import type { Visit } from "../visit.ts";

const SHOWN = 50;

/** Measurements that are being made, wait, were made or failed of late. It changes without the registry, so it is not kept. */
export const queuePage = new Hono<Site>();

queuePage.get("/queue", async (context) => {
  const visit = context.get("visit");
  const { t, db } = visit;
  const counts = await countJobs(db);
  const states = await Promise.all(
    jobStates.map(async (state) => ({ state, jobs: await listJobs(db, { state, limit: SHOWN, oldestFirst: state === "waiting" }) })),
  );
  return render(
    visit,
    {
      title: t("queue.title"),
      trail: [["/queue", t("queue.title")]],
      alternates: [["application/json", "/api/v1/jobs", "JSON"]],
      headers: { "cache-control": "no-store" },
      hideFromSearchEngines: true,
    },
    <>
      <div class="heading">
        <h1>{t("queue.title")}</h1>
        <p class="forms">
          <a href={visit.href("/queue")}>{t("queue.refresh")}</a> <a href="/api/v1/jobs">JSON</a>
        </p>
      </div>
      <p class="lead">{t("queue.lead")}</p>
      <p class="facts">{t("queue.as-of", { time: timeOf(visit, new Date().toISOString()) })}</p>
      {states.map(({ state, jobs }) => (
        <Jobs visit={visit} state={state} jobs={jobs} count={counts[state]} />
      ))}
    </>,
  );
});

function Jobs({ visit, state, jobs, count }: { visit: Visit; state: JobState; jobs: readonly Job[]; count: number }) {
  const { t } = visit;
  return (
    <section aria-labelledby={state}>
      <h2 id={state}>
        {t(`queue.${state}`)} ({visit.number(count)})
      </h2>
      {count === 0 ? <p>{t("queue.none")}</p> : null}
      {count > jobs.length ? <p>{t(state === "waiting" ? "queue.first-of" : "queue.newest-of", { shown: jobs.length, count })}</p> : null}
      <ol class="entries">
        {jobs.map((job) => (
          <Entry visit={visit} job={job} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ visit, job }: { visit: Visit; job: Job }) {
  const { t } = visit;
  const [moment, since] =
    job.state === "running"
      ? (["queue.since", job.startedAt] as const)
      : job.state === "waiting"
        ? (["queue.waits-since", job.enqueuedAt] as const)
        : (["queue.ended", job.endedAt] as const);
  return (
    <li class="entry" id={`job-${job.job}`}>
      <h3>
        {t(`queue.kind-${job.kind}`)} · <bdi>{job.source}</bdi>
      </h3>
      <p class="facts">
        <a href={visit.href(`/bodies/${job.body}`)} dir="auto">
          {visit.bodyName(job.body)}
        </a>
        {since ? (
          <>
            {" · "}
            <time datetime={since}>{t(moment, { time: timeOf(visit, since) })}</time>
          </>
        ) : null}
        {job.worker ? ` · ${t("queue.worker", { worker: job.worker })}` : ""}
        {job.attempts > 0 ? ` · ${t("queue.attempt", { attempt: job.attempts, most: MOST_ATTEMPTS })}` : ""}
        {job.subjects === null ? "" : ` · ${t("queue.subjects", { count: job.subjects })}`}
        {job.faults ? ` · ${t("queue.faults", { count: job.faults })}` : ""}
      </p>
      {job.silent ? <p>{t("queue.silent")}</p> : null}
      {job.progress ? (
        <p dir="auto" lang="en">
          {job.progress}
        </p>
      ) : null}
      {job.error ? (
        <p>
          {t(job.state === "failed" ? "queue.error" : "queue.error-before")}{" "}
          <span dir="auto" lang="en">
            {job.error}
          </span>
        </p>
      ) : null}
    </li>
  );
}

/** "23 November 2026, 14:05 UTC" */
function timeOf(visit: Visit, at: string): string {
  return visit.t("queue.time", { day: visit.date(at.slice(0, 10)), time: at.slice(11, 16) });
}

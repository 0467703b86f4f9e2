import { z } from "zod";
import { countJobs, findJob, type Job, jobStates, listJobs } from "../../measurement/jobs/find.ts";
import { sourceKinds } from "../../registry/measurement.ts";
import { readCursor } from "./cursor.ts";
import { limit, next, oneOf } from "./parameters.ts";
import { listOf, listShape, notFound } from "./records.ts";
import { type Api, addRoute } from "./route.ts";

const shape = z
  .strictObject({
    id: z.string().describe("its number"),
    page: z.string(),
    state: z.enum(jobStates),
    kind: z.enum(sourceKinds),
    source: z.string().describe("what is looked at: of an address without its query, of a path its last name alone"),
    body: z.string(),
    series: z.string(),
    attempts: z.number().int().describe("how often a worker took it"),
    worker: z.string().optional().describe("who took it last"),
    silent: z.boolean().describe("its worker was not heard of for as long as its lease was; another will take it"),
    progress: z.string().optional(),
    subjects: z.number().int().optional().describe("seen so far, or in all"),
    faults: z.number().int().optional().describe("pieces of the source that could not be read"),
    error: z.string().optional().describe("why the last attempt failed"),
    measurement: z.string().optional().describe("what came of it"),
    enqueued_at: z.string(),
    started_at: z.string().optional(),
    ended_at: z.string().optional(),
  })
  .meta({ id: "Job" });

const example: z.input<typeof shape> = {
  id: "12",
  page: "/en/queue#job-12",
  state: "done",
  kind: "inventory",
  source: "https://www.nsf.gov/code.json",
  body: "us-nsf",
  series: "us-nsf-inventory-code-json-5b0f3a61",
  attempts: 1,
  worker: "worker-1",
  silent: false,
  subjects: 34,
  faults: 0,
  measurement: "us-nsf-inventory-code-json-5b0f3a61-2026-11-23t090000",
  enqueued_at: "2026-11-23T08:59:58.000Z",
  started_at: "2026-11-23T09:00:00.000Z",
  ended_at: "2026-11-23T09:00:02.000Z",
};

export function addJobs(api: Api): void {
  // Jobs change without the registry, by which answers are kept.
  api.use("/jobs/*", async (context, next) => {
    await next();
    context.header("cache-control", "no-store");
  });
  addRoute(
    api,
    {
      path: "/jobs",
      tag: "jobs",
      summary: "List measurements that wait, are being made, were made or failed, newest first",
      query: { state: oneOf(jobStates, "In this state"), limit, next },
      answer: listShape(shape),
      example: { items: [example], total: 1, next: null },
    },
    async ({ db, url, query }) => {
      const jobs = await listJobs(db, { state: query.state, beyond: readCursor(url).below, limit: query.limit + 1 });
      const counts = await countJobs(db);
      const total = query.state ? counts[query.state] : Object.values(counts).reduce((sum, count) => sum + count, 0);
      return listOf(jobs, total, { url, query }, (last) => ({ below: last.job }), show);
    },
  );
  addRoute(api, { path: "/jobs/{id}", tag: "jobs", summary: "Read one job", query: {}, answer: shape, example }, async (asked) => {
    const number = /^[1-9]\d{0,14}$/.test(asked.id) ? Number(asked.id) : undefined;
    const job = number === undefined ? undefined : await findJob(asked.db, number);
    if (!job) throw notFound("job", asked);
    return show(job);
  });
}

function show({ job, enqueuedAt, startedAt, endedAt, ...rest }: Job): z.input<typeof shape> {
  const told = Object.fromEntries(
    Object.entries({ ...rest, started_at: startedAt, ended_at: endedAt }).filter(([, value]) => value !== null),
  );
  return { id: String(job), page: `/en/queue#job-${job}`, enqueued_at: enqueuedAt, ...told } as z.input<typeof shape>;
}

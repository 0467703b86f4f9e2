import { type Context, Hono } from "hono";
import { instrumentYaml } from "../../exporters/dataset/write.ts";
import { atomFeed } from "../../exporters/feed/atom.ts";
import { findRecord } from "../../registry/find.ts";
import { findListing } from "../../registry/search/find-listing.ts";
import { Problem, says } from "../../shared/problem.ts";
import { answerCsv } from "../answer-csv.ts";
import type { Site } from "../app.tsx";
import { knownOnTime, type ListingRequest, readDay, readListingRequest, requestAddress, toListingQuery } from "../listing-request.ts";
import { type ListedRow, listedColumns, listedRows } from "../listing-rows.ts";
import type { Visit } from "../visit.ts";

/** A file holds the whole result set up to here. */
const MOST_ROWS = 10_000;

/** The list of instruments, and one instrument, as files at stable addresses; the parameters are those of the page. */
export const instrumentFiles = new Hono<Site>();

instrumentFiles.get("/instruments.csv", async (context) => {
  const { rows, total } = await answerOf(context);
  const table = rows.map((row) => ({ ...row, provision_types: row.provision_types.join(" | "), strengths: row.strengths.join(" | ") }));
  return answerCsv("instruments.csv", listedColumns, table, leftOutHeader(total - rows.length));
});

instrumentFiles.get("/instruments.json", async (context) => {
  const { rows, total } = await answerOf(context);
  return file(
    JSON.stringify({ items: rows, total, next: null, left_out: total - rows.length }),
    "application/json",
    "instruments.json",
    total - rows.length,
  );
});

instrumentFiles.get("/instruments.atom", async (context) => {
  const visit = context.get("visit");
  const { request, rows, total } = await answerOf(context, visit.url.searchParams.has("sort") ? undefined : "changed");
  const address = requestAddress(request);
  const title = request.words ? visit.t("list.title-for", { words: request.words }) : visit.t("list.title");
  const feed = atomFeed({
    about: ["instruments", visit.language, address],
    title: `Openfirst: ${title}`,
    language: visit.language,
    self: `${visit.href("/instruments.atom")}${visit.url.search}`,
    page: `${visit.href("/instruments")}${address}`,
    entries: rows.map((row) => ({
      about: [row.standing === "reviewed" ? "instrument" : "claim", row.id],
      title: row.title,
      page: row.page,
      updated: row.known_from,
      summary: summaryOf(visit, row),
      categories: [row.standing, row.jurisdiction, ...(row.type ? [row.type] : [])],
    })),
  });
  return file(feed, "application/atom+xml; charset=utf-8", "instruments.atom", total - rows.length);
});

instrumentFiles.get("/instruments/:file{[a-z0-9-]+\\.yml}", async (context) => {
  const visit = context.get("visit");
  const id = context.req.param("file").slice(0, -".yml".length);
  const knownOn = readDay(visit.url.searchParams, "known-on");
  const kept = await findRecord(visit.db, "instrument", id, knownOnTime(knownOn));
  if (!kept)
    throw new Problem(
      "not-found",
      knownOn ? says`The registry knew no instrument “${id}” on ${knownOn}.` : says`There is no instrument “${id}”.`,
    );
  return file(instrumentYaml(kept.record), "application/yaml; charset=utf-8", `${id}.yml`, 0);
});

async function answerOf(
  context: Context<Site>,
  sort?: ListingRequest["sort"],
): Promise<{ request: ListingRequest; rows: ListedRow[]; total: number }> {
  const visit = context.get("visit");
  const request = readListingRequest(visit.url.searchParams);
  const result = await findListing(
    visit.db,
    toListingQuery({ ...request, ...(sort ? { sort } : {}) }, visit.reference, { limit: MOST_ROWS }),
  );
  return { request, rows: await listedRows(visit, result.items, knownOnTime(request.knownOn)), total: result.total };
}

function summaryOf(visit: Visit, row: ListedRow): string {
  const { code, t } = visit;
  return [
    row.jurisdiction_name,
    row.year,
    row.type && code("type", row.type),
    row.status && code("status", row.status),
    t(row.standing === "reviewed" ? "standing.reviewed" : "standing.reported"),
  ]
    .filter(Boolean)
    .join(" · ");
}

function file(body: string, type: string, name: string, leftOut: number): Response {
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `inline; filename="${name}"`,
      "access-control-allow-origin": "*",
      ...leftOutHeader(leftOut),
    },
  });
}

/** Tells of rows beyond the most that a file holds. */
function leftOutHeader(leftOut: number): Record<string, string> {
  return leftOut > 0 ? { "openfirst-left-out": String(leftOut) } : {};
}

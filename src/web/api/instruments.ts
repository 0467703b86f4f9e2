import { z } from "zod";
import type { Database } from "../../database/connect.ts";
import { strengths } from "../../registry/coding.ts";
import { findRecord, newestRevision } from "../../registry/find.ts";
import { findInstrumentHeads } from "../../registry/find-head.ts";
import { timeOfRevision } from "../../registry/find-revision.ts";
import { instrument, instrumentTypes, levels, statusValues } from "../../registry/instrument.ts";
import { egdiLevels, incomeGroups, regions } from "../../registry/jurisdiction.ts";
import { titleOf } from "../../registry/listing.ts";
import { areas } from "../../registry/provision-type.ts";
import { findListing } from "../../registry/search/find-listing.ts";
import { currentStatus, inForceOn, periodsOf } from "../../registry/standing.ts";
import { Problem } from "../../shared/problem.ts";
import { type Facet, readDay, readListingRequest, toListingQuery } from "../listing-request.ts";
import { type Place, readCursor, writeCursor } from "./cursor.ts";
import { anyOf, knownOn, limit, next } from "./parameters.ts";
import { keepingOf, keptShape, listShape, notFound } from "./records.ts";
import { type Api, addRoute } from "./route.ts";

const derived = {
  standing: z.literal("reviewed"),
  title: z.string().describe("the English title where there is one"),
  status: z.enum(statusValues).describe("the newest of its statuses"),
  in_force: z
    .enum(["yes", "no", "unknown"])
    .optional()
    .describe("on the day asked for with in-force-on; unknown where its sources leave the day open"),
};

const whole = keptShape("Instrument", { ...instrument.shape, ...derived });
const head = keptShape("InstrumentInList", {
  ...instrument.omit({ texts: true, provisions: true }).shape,
  ...derived,
  year: z
    .number()
    .int()
    .nullable()
    .describe("of its leading date: adopted, else published, in force, applicable or proposed; null where none is known"),
  provision_types: z.array(z.string()).describe("of its accepted codings"),
  strengths: z.array(z.enum(strengths)),
});

const inForceDay = z.string().optional().meta({
  description: "Only what had effect on that day, or may have had where sources leave the day open: YYYY-MM-DD",
  example: "2024-01-01",
});

const facets: Record<Facet, ReturnType<typeof anyOf>> = {
  standing: anyOf("Only “reviewed” here: what collections report are claims", ["reviewed"]),
  area: anyOf("With a provision of an area", areas),
  "provision-type": anyOf("With a provision of a type"),
  strength: anyOf("With a provision of a strength", strengths),
  region: anyOf("Of a region", regions),
  income: anyOf("Of a World Bank income group", incomeGroups),
  egdi: anyOf("Of an EGDI level", egdiLevels),
  jurisdiction: anyOf("Of a jurisdiction"),
  level: anyOf("Of a level", levels),
  type: anyOf("Of a type", instrumentTypes),
  status: anyOf("Whose newest status is", statusValues),
  "framework-item": anyOf("That speaks to a framework item, as framework.item"),
  language: anyOf("With an official title or text in a language"),
  year: anyOf("Of a year"),
};

const facts = {
  id: "ch-embag-9",
  page: "/en/instruments/ch-embag-9",
  revision: 900,
  known_from: "2026-11-25T09:00:00.000Z",
  standing: "reviewed",
  title: "Federal Act on the Use of Electronic Means to Carry Out Official Tasks, art. 9",
  status: "in-force",
  jurisdiction: "CH",
  level: "national",
  titles: [{ language: "en", text: "Federal Act on the Use of Electronic Means to Carry Out Official Tasks, art. 9", kind: "courtesy" }],
  type: "statute",
  force: { value: "binding" },
  issuing_body: "ch-federal-assembly",
  dates: { in_force: { value: "2024-01-01", source: "s1", confidence: "high" } },
  statuses: [{ value: "in-force", from: "2024-01-01", source: "s1", confidence: "high" }],
  read: "partial",
  sources: [{ id: "s1", address: "https://www.fedlex.admin.ch/eli/cc/2023/682/de", kind: "primary" }],
  relations: [],
} as const;

export function addInstruments(api: Api): void {
  addRoute(
    api,
    {
      path: "/instruments",
      tag: "instruments",
      summary: "List and search the reviewed instruments",
      description:
        "Policies, laws and strategies that the registry has reviewed, without their texts and provisions. The parameters are those of the page /en/instruments. What collections report and nobody here has reviewed is listed under /claims. A search with words reads the best 1,000.",
      query: {
        q: z
          .string()
          .max(400, "expected at most 400 characters")
          .optional()
          .meta({ description: "Words to search for, in any language", example: "source code" }),
        ...facets,
        sort: z
          .enum(["relevance", "newest", "oldest", "title", "changed"], "expected one of relevance, newest, oldest, title, changed")
          .optional()
          .meta({ description: "relevance where words are given, else newest" }),
        "in-force-on": inForceDay,
        "known-on": knownOn,
        limit,
        next,
      },
      answer: listShape(head),
      example: {
        items: [{ ...facts, year: 2023, provision_types: ["publish-new-code-by-default"], strengths: ["must"] }] as never,
        total: 1,
        next: null,
      },
    },
    async ({ db, url, query, time, reference }) => {
      const request = readListingRequest(url.searchParams);
      if (request.chosen.standing?.some((value) => value !== "reviewed"))
        throw new Problem(
          "invalid-input",
          "“standing=reported” is not listed here; expected “reviewed”. What collections report stands under /api/v1/claims.",
        );
      const at = readCursor(url);
      const snapshot = await snapshotOf(db, at, time);
      const offset = at.offset ?? 0;
      const listing = toListingQuery({ ...request, chosen: { ...request.chosen, standing: ["reviewed"] } }, await reference(), {
        limit: query.limit,
        offset,
      });
      const found = await findListing(db, { ...listing, knownOn: snapshot.time });
      const heads = await findInstrumentHeads(
        db,
        found.items.map((hit) => hit.id),
        snapshot.time,
      );
      const items = found.items.flatMap((hit) => {
        const kept = heads.get(hit.id);
        if (!kept) return [];
        const { year, provision_types, strengths: found } = hit;
        return [
          {
            ...keepingOf(kept, `/en/instruments/${hit.id}`),
            ...kept.record,
            ...derive(kept.record, request.inForceOn),
            year,
            provision_types,
            strengths: found as (typeof strengths)[number][],
          },
        ];
      });
      const end = offset + found.items.length;
      return {
        items,
        total: found.total,
        next: found.items.length > 0 && end < found.total ? writeCursor(url, { offset: end, revision: snapshot.revision }) : null,
      };
    },
  );
  addRoute(
    api,
    {
      path: "/instruments/{id}",
      tag: "instruments",
      summary: "Read one instrument, with its texts, provisions and codings",
      query: { "in-force-on": inForceDay, "known-on": knownOn },
      answer: whole,
      example: {
        ...facts,
        texts: [],
        provisions: [
          {
            id: "art-9-1",
            locator: "Art. 9(1)",
            codings: [
              {
                id: "c1",
                type: "publish-new-code-by-default",
                strength: "must",
                paraphrase: "Federal bodies disclose the source code of software that they develop.",
                basis: "text",
                confidence: "high",
                source: "s1",
              },
            ],
          },
        ],
      } as never,
    },
    async (asked) => {
      const kept = await findRecord(asked.db, "instrument", asked.id, asked.time);
      if (!kept) throw notFound("instrument", asked);
      return {
        ...keepingOf(kept, `/en/instruments/${kept.id}`),
        ...kept.record,
        ...derive(kept.record, readDay(asked.url.searchParams, "in-force-on")),
      };
    },
  );
}

/** A walk reads the list as it stood when it began, so that what changes meanwhile moves nothing from one page to another. */
async function snapshotOf(db: Database, at: Place, time: string | undefined): Promise<{ revision: number; time: string | undefined }> {
  const newest = await newestRevision(db);
  const revision = Math.min(at.revision ?? newest, newest);
  return { revision, time: time ?? (revision === newest ? undefined : await timeOfRevision(db, revision)) };
}

function derive(record: Parameters<typeof titleOf>[0] & Parameters<typeof periodsOf>[0], day: string | undefined) {
  return {
    standing: "reviewed" as const,
    title: titleOf(record),
    status: currentStatus(record),
    ...(day === undefined ? {} : { in_force: inForceOn(periodsOf(record), day) }),
  };
}

import { z } from "zod";
import { findRevision, listRevisionHeads, type RevisionHead } from "../../registry/find-revision.ts";
import { nouns } from "../../registry/nouns.ts";
import { readCursor } from "./cursor.ts";
import { limit, next, oneId, oneOf } from "./parameters.ts";
import { keeping, listOf, listShape, notFound } from "./records.ts";
import { type Api, addRoute } from "./route.ts";

const head = z
  .strictObject({
    ...keeping,
    noun: z.enum(nouns as [string, ...string[]]),
    record: z.string().describe("the identifier of what changed"),
    change: z.enum(["added", "changed", "removed"]),
    who: z.string().describe("by role"),
    why: z.string(),
  })
  .meta({ id: "Revision" });

const whole = head
  .extend({
    before: z.unknown().describe("the record before; null where it was new"),
    after: z.unknown().describe("the record after; null where it was removed"),
  })
  .meta({ id: "RevisionWithRecord" });

const example = {
  id: "1312",
  page: "/en/changes?with=1312",
  revision: 1312,
  known_from: "2026-11-25T09:00:00.000Z",
  noun: "instrument",
  record: "ch-embag-9",
  change: "changed" as const,
  who: "founding-team",
  why: "re-read against the text",
};

export function addRevisions(api: Api): void {
  addRoute(
    api,
    {
      path: "/revisions",
      tag: "revisions",
      summary: "List what changed, newest first",
      description: "Who changed which record, when and why. The record before and after stands with the single revision.",
      query: {
        noun: oneOf(nouns as [string, ...string[]], "Of which noun"),
        record: oneId("Of one record, by its identifier", "ch-embag-9"),
        limit,
        next,
      },
      answer: listShape(head),
      example: { items: [example], total: 1, next: null },
    },
    async ({ db, url, query }) => {
      const found = await listRevisionHeads(db, {
        noun: query.noun,
        id: query.record,
        below: readCursor(url).below,
        limit: query.limit + 1,
      });
      return listOf(found.items, found.total, { url, query }, (last) => ({ below: last.revision }), headOf);
    },
  );
  addRoute(
    api,
    {
      path: "/revisions/{id}",
      tag: "revisions",
      summary: "Read one revision, with the record before and after",
      query: {},
      answer: whole,
      example: { ...example, before: { id: "ch-embag-9" }, after: { id: "ch-embag-9" } },
    },
    async (asked) => {
      const number = /^[1-9]\d{0,14}$/.test(asked.id) ? Number(asked.id) : undefined;
      const found = number === undefined ? undefined : await findRevision(asked.db, number);
      if (!found) throw notFound("revision", asked);
      const { before, after } = found;
      return { ...headOf({ ...found, change: after === null ? "removed" : before === null ? "added" : "changed" }), before, after };
    },
  );
}

function headOf({ revision, noun, id, at, who, why, change }: RevisionHead) {
  return { id: String(revision), page: `/en/changes?with=${revision}`, revision, known_from: at, noun, record: id, change, who, why };
}

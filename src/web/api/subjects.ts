import { z } from "zod";
import { findLooks, listSubjects, type SubjectRow } from "../../measurement/find.ts";
import { outcomes } from "../../measurement/finding.ts";
import { reasonFindings } from "../../measurement/judged.ts";
import { subjectKinds } from "../../registry/check.ts";
import { Problem } from "../../shared/problem.ts";
import { shortened } from "../parameters.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { limit, next, oneId, oneOf } from "./parameters.ts";
import { listShape, notFound } from "./records.ts";
import { type Api, addRoute } from "./route.ts";

const place = z.object({
  file: z.string().optional(),
  line: z.number().int().optional(),
  pointer: z.string().optional(),
  xpath: z.string().optional(),
  commit: z.string().optional(),
  start: z.number().int().optional(),
  end: z.number().int().optional(),
  text: z.string().optional().describe("the shortest span that shows it"),
});

const listed = z
  .strictObject({
    id: z.string().describe("its key: 16 hexadecimal digits, the same on every instance"),
    page: z.string(),
    kind: z.enum(subjectKinds),
    subject: z.string().describe("as its source identifies it"),
    name: z.string().optional(),
    address: z.string().optional(),
    body: z.string(),
    measurement: z.string(),
    observed_at: z.string(),
  })
  .meta({ id: "Subject" });

const whole = z
  .strictObject({
    ...listed.shape,
    reader: z.string(),
    facts: z.record(z.string(), z.unknown()),
    places: z.record(z.string(), z.array(place)).describe("by the fact's name: where it was read"),
    not_observable: z.record(z.string(), z.string()).describe("by the fact's name: why it could not be observed"),
    findings: z.array(
      z.strictObject({
        check: z.string(),
        check_version: z.number().int(),
        parameters: z.record(z.string(), z.unknown()),
        outcome: z.enum(outcomes),
        because: z.array(
          z.object({ fact: z.string(), value: z.unknown().optional(), where: z.array(place), notObservable: z.string().optional() }),
        ),
        error: z.string().optional(),
        remedy: z.record(z.string(), z.string()).optional(),
      }),
    ),
    earlier: z.array(z.strictObject({ measurement: z.string(), observed_at: z.string() })).describe("looks before this one, newest first"),
  })
  .meta({ id: "SubjectWithFindings" });

const example: z.input<typeof listed> = {
  id: "0f1e2d3c4b5a6978",
  page: "/en/subjects/0f1e2d3c4b5a6978",
  kind: "inventory-item",
  subject: "https://github.com/example/tool",
  name: "Tool",
  body: "us-nsf",
  measurement: "us-nsf-code-json-2026",
  observed_at: "2026-11-23T00:00:00.000Z",
};

export function addSubjects(api: Api): void {
  addRoute(
    api,
    {
      path: "/subjects",
      tag: "subjects",
      summary: "List what was looked at",
      description: "Repositories, inventories, catalogues, tenders and grants as last seen, narrowed by what a check says of them.",
      query: {
        body: oneId("Owned by a body", "us-nsf"),
        kind: oneOf(subjectKinds, "Of this kind"),
        check: oneId("Judged by a check", "inventory-item-published"),
        outcome: oneOf(outcomes, "With this outcome of the check; goes with check"),
        limit,
        next,
      },
      answer: listShape(listed),
      example: { items: [example], total: 1, next: null },
    },
    async ({ db, url, query }) => {
      if (query.outcome && !query.check)
        throw new Problem("invalid-input", "“outcome” says what a check found; name the check too, as check=inventory-item-published.");
      const { offset = 0 } = readCursor(url);
      const { items, total } = await listSubjects(db, query, { offset, limit: query.limit });
      const reached = offset + items.length;
      return { items: items.map(showRow), total, next: reached < total ? writeCursor(url, { offset: reached }) : null };
    },
  );
  addRoute(
    api,
    {
      path: "/subjects/{id}",
      tag: "subjects",
      summary: "Read what was seen of one subject and what the checks say of it",
      query: {},
      answer: whole,
      example: {
        ...example,
        reader: "inventory 1",
        facts: { usageType: "openSource", public: true },
        places: { usageType: [{ pointer: "/releases/3/permissions/usageType" }] },
        not_observable: {},
        findings: [
          {
            check: "inventory-item-published",
            check_version: 1,
            parameters: {},
            outcome: "met",
            because: [{ fact: "usageType", value: "openSource", where: [{ pointer: "/releases/3/permissions/usageType" }] }],
          },
        ],
        earlier: [],
      },
    },
    async (asked) => {
      const [look, ...earlier] = await findLooks(asked.db, asked.id.slice(0, 16));
      if (!look || asked.id.length !== 16) throw notFound("subject", { id: shortened(asked.id), url: asked.url });
      const findings = (await reasonFindings(asked.db, [look])).get(look.key) ?? [];
      return {
        ...showRow(look),
        reader: look.observation.reader,
        facts: look.observation.facts,
        places: look.observation.places,
        not_observable: look.observation.notObservable,
        findings: findings.map(({ check, checkVersion, parameters, outcome, because, error, remedy }) => ({
          check,
          check_version: checkVersion,
          parameters,
          outcome,
          because,
          ...(error ? { error } : {}),
          ...(remedy ? { remedy } : {}),
        })),
        earlier: earlier.map(({ measurement, observedAt }) => ({ measurement, observed_at: isoOf(observedAt) })),
      } as z.input<typeof whole>;
    },
  );
}

function showRow(row: SubjectRow): z.input<typeof listed> {
  return {
    id: row.key,
    page: `/en/subjects/${row.key}`,
    kind: row.kind,
    subject: row.subject,
    ...(row.name ? { name: row.name } : {}),
    ...(row.address ? { address: row.address } : {}),
    body: row.body,
    measurement: row.measurement,
    observed_at: isoOf(row.observedAt),
  };
}

function isoOf(at: string): string {
  return new Date(at).toISOString();
}

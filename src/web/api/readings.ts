import { z } from "zod";
import { listMeasuredBodies } from "../../measurement/find.ts";
import { listPastReadings, readBody } from "../../measurement/find-reading.ts";
import { readingFormula } from "../../measurement/reading.ts";
import { subjectKinds } from "../../registry/check.ts";
import { readCursor } from "./cursor.ts";
import { limit, next, oneId } from "./parameters.ts";
import { listOf, listShape, notFound } from "./records.ts";
import { type Api, addRoute } from "./route.ts";

const share = z.number().optional();
const figure = z.strictObject({
  numerator: z.number().describe("met, and not met with a registered exception"),
  denominator: z.number().describe("all that could be told either way"),
  unknown: z.number().describe("what could not be told"),
  share: share.describe("absent where nothing could be told"),
  low: share.describe("as if all that is unknown failed"),
  high: share.describe("as if all that is unknown passed"),
  small: z.boolean().describe("fewer than ten: read the counts, not the share"),
});

const reading = z
  .strictObject({
    formula: z.string().describe("and its version"),
    body: z.string(),
    instrument: z.string(),
    asOf: z.string().describe("the day of the newest thing seen or stated"),
    evidence: z
      .strictObject({ duties: z.number(), measured: z.number(), attested: z.number(), notMeasurable: z.number() })
      .describe("read this first"),
    commitment: z.array(z.strictObject({ area: z.string(), strength: z.string(), provisions: z.array(z.string()) })),
    enforceability: z.array(
      z.strictObject({ fact: z.string(), answer: z.enum(["yes", "no", "unknown"]), provisions: z.array(z.string()) }),
    ),
    capacity: z.array(
      z.strictObject({
        provisionType: z.string(),
        attestation: z.string(),
        says: z.string(),
        givenOn: z.string(),
        expiresOn: z.string(),
        expired: z.boolean(),
      }),
    ),
    implementation: z.array(
      z.strictObject({
        provision: z.string(),
        locator: z.string(),
        provisionType: z.string(),
        strength: z.string(),
        figures: z.array(
          z.strictObject({
            by: z.enum(["check", "indicator"]),
            id: z.string(),
            version: z.number(),
            parameters: z.record(z.string(), z.unknown()),
            parametersKey: z.string().optional(),
            figure,
            counts: z.record(z.string(), z.number()).optional(),
            observedAt: z.string().optional(),
          }),
        ),
        attestations: z.array(z.string()),
        notLooked: z.array(z.enum(subjectKinds)).optional().describe("kinds of subject that would show it, none of which was looked at"),
        needs: z.string().optional().describe("where there is no figure: what it would take"),
      }),
    ),
  })
  .meta({ id: "Reading" });

const example: z.input<typeof reading> = {
  formula: readingFormula,
  body: "us-nsf",
  instrument: "us-omb-m-16-21",
  asOf: "2026-11-23",
  evidence: { duties: 29, measured: 9, attested: 0, notMeasurable: 20 },
  commitment: [{ area: "development", strength: "must", provisions: ["sec-5-1"] }],
  enforceability: [{ fact: "gate", answer: "unknown", provisions: [] }],
  capacity: [],
  implementation: [
    {
      provision: "sec-7-2",
      locator: "§ 7.2",
      provisionType: "code-inventory",
      strength: "must",
      figures: [
        {
          by: "check",
          id: "inventory-valid",
          version: 1,
          parameters: {},
          figure: { numerator: 1, denominator: 1, unknown: 0, share: 1, low: 1, high: 1, small: true },
        },
      ],
      attestations: [],
    },
  ],
};

const measuredBody = z
  .strictObject({
    id: z.string().describe("the body"),
    page: z.string(),
    observed_at: z.string().describe("the newest thing seen, UTC"),
    subjects: z.partialRecord(z.enum(subjectKinds), z.number().int()).describe("how many current subjects of each kind"),
  })
  .meta({ id: "MeasuredBody" });

/** How bodies stand to the instruments that apply to them. */
export function addReadings(api: Api): void {
  addRoute(
    api,
    {
      path: "/readings",
      tag: "readings",
      summary: "List the bodies of which something was measured",
      description: "By identifier: there is no order from better to worse.",
      query: { limit, next },
      answer: listShape(measuredBody),
      example: {
        items: [{ id: "us-nsf", page: "/en/bodies/us-nsf", observed_at: "2026-11-23T00:00:00.000Z", subjects: { "inventory-item": 32 } }],
        total: 1,
        next: null,
      },
    },
    async ({ db, url, query }) => {
      const bodies = [...Map.groupBy(await listMeasuredBodies(db), ({ body }) => body)].map(([id, kinds]) => ({
        id,
        page: `/en/bodies/${id}`,
        observed_at:
          kinds
            .map(({ observedAt }) => new Date(observedAt).toISOString())
            .sort()
            .at(-1) ?? "",
        subjects: Object.fromEntries(kinds.map(({ kind, subjects }) => [kind, subjects])),
      }));
      const { after } = readCursor(url);
      const rest = bodies.filter(({ id }) => after === undefined || id > after);
      return listOf(
        rest,
        bodies.length,
        { url, query },
        ({ id }) => ({ after: id }),
        (body) => body,
      );
    },
  );
  addRoute(
    api,
    {
      path: "/readings/{id}",
      tag: "readings",
      summary: "Read how a body stands to the instruments that apply to it",
      description:
        "Four readings side by side, never one number: commitment, enforceability, capacity, implementation, and first of all how much is known. With “instrument” also what it read before.",
      query: { instrument: oneId("Under one instrument alone, with its past", "us-omb-m-16-21") },
      answer: z.strictObject({
        items: z.array(reading),
        past: z.array(reading).describe("earlier readings, oldest first; with “instrument” alone"),
      }),
      example: { items: [example], past: [] },
    },
    async (asked) => {
      const { bodies } = await asked.reference();
      if (!bodies.has(asked.id)) throw notFound("body", asked);
      const today = new Date().toISOString().slice(0, 10);
      const items = await readBody(asked.db, asked.id, today);
      const { instrument } = asked.query;
      const past = instrument ? (await listPastReadings(asked.db, asked.id, instrument)).map((one) => one.reading) : [];
      return { items: instrument ? items.filter((item) => item.instrument === instrument) : items, past } as never;
    },
  );
}

import { z } from "zod";
import { commentRefusals, standingOf } from "../../drafting/consultation.ts";
import { countConsultations, findPublicConsultation, listConsultations } from "../../drafting/find-consultation.ts";
import { consultationRecord } from "../../exporters/consultation/write.ts";
import { readCursor } from "./cursor.ts";
import { limit, next } from "./parameters.ts";
import { listOf, listShape, notFound } from "./records.ts";
import { type Api, addRoute } from "./route.ts";

const facts = {
  id: z.string(),
  page: z.string(),
  version: z.number().int().describe("of the draft"),
  title: z.string(),
  introduction: z.string(),
  language: z.string(),
  answered_by: z.string().describe("who reads and answers"),
  opens_on: z.string(),
  closes_on: z.string(),
  made_at: z.string(),
  closed_on: z.string().optional().describe("where it ended before its day"),
};
const head = z.strictObject({ ...facts, standing: z.enum(["announced", "open", "ended"]) }).meta({ id: "ConsultationHead" });
const whole = z
  .strictObject({
    ...facts,
    articles: z.array(
      z.strictObject({ id: z.string(), kind: z.string(), label: z.string().optional(), heading: z.string().optional(), text: z.string() }),
    ),
    themes: z.array(
      z.strictObject({ id: z.number().int(), title: z.string(), answer: z.string().optional(), changed: z.string().optional() }),
    ),
    comments: z
      .array(
        z.strictObject({
          id: z.number().int(),
          article: z.string().optional().describe("absent: on the whole"),
          text: z.string(),
          name: z.string().optional(),
          organisation: z.string().optional(),
          theme: z.number().int().optional(),
          sent_on: z.string(),
        }),
      )
      .describe("the published ones"),
    refused: z.partialRecord(z.enum(commentRefusals), z.number().int()).describe("how many were not published, by reason"),
    waiting: z.number().int().describe("how many nobody has read yet"),
  })
  .meta({ id: "Consultation" });

const exampleFacts = {
  id: "c3f0a81d2b6e4c975",
  page: "/en/consultations/c3f0a81d2b6e4c975",
  version: 2,
  title: "Open source decree: what do you think?",
  introduction: "The ministry asks everybody.",
  language: "en",
  answered_by: "the digital unit of the ministry",
  opens_on: "2026-11-23",
  closes_on: "2026-12-31",
  made_at: "2026-11-23T09:00:00.000Z",
};
const exampleWhole: z.input<typeof whole> = {
  ...exampleFacts,
  articles: [{ id: "e1", kind: "article", label: "Article 1", heading: "Publication", text: "Public bodies must publish new code." }],
  themes: [{ id: 1, title: "Small bodies", answer: "They get a year more.", changed: "Article 9" }],
  comments: [{ id: 7, article: "e1", text: "From when?", sent_on: "2026-11-24", theme: 1 }],
  refused: { advertising: 2 },
  waiting: 1,
};

export function addConsultations(api: Api): void {
  // Consultations change without the registry, by which answers are kept.
  api.use("/consultations/*", async (context, next) => {
    await next();
    context.header("cache-control", "no-store");
  });
  addRoute(
    api,
    {
      path: "/consultations",
      tag: "consultations",
      summary: "List the consultations, those that end last first",
      query: { limit, next },
      answer: listShape(head),
      example: { items: [{ ...exampleFacts, standing: "open" }], total: 1, next: null },
    },
    async ({ db, url, query }) => {
      const today = new Date().toISOString().slice(0, 10);
      const { after } = readCursor(url);
      const found = await listConsultations(db, { limit: query.limit + 1, ...(after ? { after } : {}) });
      return listOf(
        found,
        await countConsultations(db),
        { url, query },
        ({ id }) => ({ after: id }),
        (one) => {
          const { draft: _, closed_at: closedAt, ...rest } = one;
          return {
            ...rest,
            ...(closedAt ? { closed_on: closedAt.slice(0, 10) } : {}),
            page: `/en/consultations/${one.id}`,
            standing: standingOf(one, today),
          };
        },
      );
    },
  );
  addRoute(
    api,
    {
      path: "/consultations/{id}",
      tag: "consultations",
      summary: "Read one consultation, whole: articles, published comments, answers, and how much was refused",
      query: {},
      answer: whole,
      example: exampleWhole,
    },
    async (asked) => {
      const published = await findPublicConsultation(asked.db, asked.id);
      if (!published) throw notFound("consultation", asked);
      return consultationRecord(published);
    },
  );
}

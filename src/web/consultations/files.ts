import { type Context, Hono } from "hono";
import { consultationCsv, consultationMarkdown, consultationRecord } from "../../exporters/consultation/write.ts";
import type { Site } from "../app.tsx";
import { requirePublished } from "./consultation.tsx";

/** A whole consultation as a file: what was asked, said, answered, and how much was refused. */
export const consultationFiles = new Hono<Site>();

consultationFiles.get("/consultations/:file{[a-z0-9]+\\.json}", (context) =>
  file(context, "json", "application/json", (published) => `${JSON.stringify(consultationRecord(published), null, 2)}\n`),
);
consultationFiles.get("/consultations/:file{[a-z0-9]+\\.csv}", (context) =>
  file(context, "csv", "text/csv; charset=utf-8", consultationCsv),
);
consultationFiles.get("/consultations/:file{[a-z0-9]+\\.md}", (context) =>
  file(context, "md", "text/markdown; charset=utf-8", consultationMarkdown),
);

async function file(
  context: Context<Site>,
  format: string,
  type: string,
  write: (published: Awaited<ReturnType<typeof requirePublished>>) => string,
): Promise<Response> {
  const id = (context.req.param("file") ?? "").slice(0, -format.length - 1);
  const published = await requirePublished(context.get("visit"), id);
  return new Response(write(published), {
    headers: { "content-type": type, "content-disposition": `attachment; filename="consultation-${id}.${format}"` },
  });
}

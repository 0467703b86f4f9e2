import { type Context, Hono } from "hono";
import { clauseDocument } from "../../exporters/clause/document.ts";
import { clauseYaml } from "../../exporters/dataset/write.ts";
import type { Document } from "../../exporters/document/document.ts";
import { markdown } from "../../exporters/markdown/write.ts";
import { documentText } from "../../exporters/plain-text/write.ts";
import type { Kept } from "../../registry/find.ts";
import { findClause, findPrecedents } from "../../registry/find-clause.ts";
import { inLanguage, type LocalizedText } from "../../shared/localized-text.ts";
import type { Site } from "../app.tsx";
import { readClauseRequest, shownWording } from "../clause-request.ts";
import { readWhole } from "../parameters.ts";
import type { Visit } from "../visit.ts";
import { noClause, noVariant } from "./clause.tsx";

/** One clause as a file: the whole of it in the dataset's own YAML, or the wording that the page shows, as Markdown and plain text. */
export const clauseFiles = new Hono<Site>();

clauseFiles.get("/clauses/:file{[a-z0-9-]+\\.yml}", async (context) => {
  const kept = await askedClause(context, ".yml");
  return file(clauseYaml(kept.record), "application/yaml; charset=utf-8", `${kept.id}.yml`);
});

clauseFiles.get("/clauses/:file{[a-z0-9-]+\\.md}", async (context) => {
  const kept = await askedClause(context, ".md");
  return file(markdown(await sheetOf(context.get("visit"), kept)), "text/markdown; charset=utf-8", `${kept.id}.md`);
});

clauseFiles.get("/clauses/:file{[a-z0-9-]+\\.txt}", async (context) => {
  const kept = await askedClause(context, ".txt");
  return file(documentText(await sheetOf(context.get("visit"), kept)), "text/plain; charset=utf-8", `${kept.id}.txt`);
});

async function askedClause(context: Context<Site>, ending: string): Promise<Kept<"clause">> {
  const { db, url } = context.get("visit");
  const id = (context.req.param("file") ?? "").slice(0, -ending.length);
  const version = readWhole(url.searchParams, "version", 1_000_000);
  const kept = await findClause(db, id, version);
  if (!kept) throw noClause(id, version);
  return kept;
}

async function sheetOf(visit: Visit, kept: Kept<"clause">): Promise<Document> {
  const { record: clause } = kept;
  const request = readClauseRequest(visit.url.searchParams);
  if (request.variant !== undefined && !clause.variants.some(({ id }) => id === request.variant)) throw noVariant(clause, request.variant);
  const { variant, strength, language } = shownWording(clause, request, visit);
  const { types, jurisdictions } = visit.reference;
  const nameIn = (names: LocalizedText | undefined, id: string) => (names ? inLanguage(names, language).text : id);
  return clauseDocument({
    clause,
    variant,
    strength,
    language,
    precedents: await findPrecedents(visit.db, clause),
    typeName: (type) => nameIn(types.get(type)?.names, type),
    placeName: (place) => nameIn(jurisdictions.get(place)?.names as LocalizedText | undefined, place),
    address: `${visit.url.origin}${visit.href(`/clauses/${clause.id}`)}?version=${clause.version}`,
    changedAt: kept.knownFrom,
  });
}

function file(body: string, type: string, name: string): Response {
  return new Response(body, {
    headers: { "content-type": type, "content-disposition": `inline; filename="${name}"`, "access-control-allow-origin": "*" },
  });
}

import { type Context, Hono } from "hono";
import { policyId, strengthOf } from "../../measurement/asked.ts";
import { listSubjects } from "../../measurement/find.ts";
import { listCurrentLooks } from "../../measurement/find-look.ts";
import { type AskedFinding, subjectLine } from "../../measurement/subject-line.ts";
import type { ToldFinding } from "../../measurement/tell.ts";
import { tellSubjects } from "../../measurement/tell.ts";
import { answerCsv } from "../answer-csv.ts";
import type { Site } from "../app.tsx";
import { type FindingRow, findingColumns, findingRows } from "../finding-rows.ts";
import { isAskedFor, readSubjectsRequest, toSubjectFilter } from "../subjects-request.ts";
import type { Visit } from "../visit.ts";

/** A file holds what the list finds up to here. */
const MOST = 5_000;
/** Facts are large, so they are read some at a time. */
const AT_ONCE = 250;

/** What the list of a body's subjects finds, as files; the parameters are those of the page. */
export const subjectFiles = new Hono<Site>();

subjectFiles.get("/bodies/:body/:file{subjects\\.csv}", async (context) => {
  const rows: FindingRow[] = [];
  const { leftOut, body } = await eachSubject(context, (visit, look, told) => rows.push(...findingRows(visit, look, told)));
  return answerCsv(`${body}-subjects.csv`, findingColumns, rows, leftOutHeader(leftOut));
});

subjectFiles.get("/bodies/:body/:file{subjects\\.ndjson}", async (context) => {
  const lines: string[] = [];
  const { leftOut, body } = await eachSubject(context, (_, look, told) =>
    lines.push(`${subjectLine(look.observation, told.flatMap(eachAsker))}\n`),
  );
  return new Response(lines.join(""), {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": `inline; filename="${body}-subjects.ndjson"`,
      "access-control-allow-origin": "*",
      ...leftOutHeader(leftOut),
    },
  });
});

type Told = Awaited<ReturnType<typeof tellSubjects>> extends Map<string, infer T> ? T : never;
type Looks = Awaited<ReturnType<typeof listCurrentLooks>>;

/** Hands each subject that the list finds to `take`, with those of its findings that were asked for. */
async function eachSubject(
  context: Context<Site>,
  take: (visit: Visit, look: Looks[number], told: Told) => void,
): Promise<{ leftOut: number; body: string }> {
  const visit = context.get("visit");
  const request = await readSubjectsRequest(visit, context.req.param("body") ?? "");
  const { items, total } = await listSubjects(visit.db, toSubjectFilter(request), { limit: MOST });
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const keys = items.slice(from, from + AT_ONCE).map(({ key }) => key);
    const looks = await listCurrentLooks(visit.db, keys);
    const told = await tellSubjects(visit.db, request.body, looks);
    for (const look of looks) {
      const findings = (told.get(look.key) ?? []).filter(({ finding }) => isAskedFor(request, finding));
      take(visit, look, findings);
    }
  }
  return { leftOut: total - items.length, body: request.body };
}

function leftOutHeader(leftOut: number): Record<string, string> {
  return leftOut > 0 ? { "openfirst-left-out": String(leftOut) } : {};
}

/** A finding once for each policy that asks. */
function eachAsker({ finding, askers }: ToldFinding): AskedFinding[] {
  return askers.map((asked) => ({
    asked: {
      policy: policyId(asked.policy),
      provisionType: asked.provisionType,
      provisions: asked.provisions,
      strength: strengthOf(asked),
    },
    finding,
  }));
}

import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { z } from "zod";
import type { Database } from "../../database/connect.ts";
import { Problem, problemCodes } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { knownOnTime, readDay } from "../listing-request.ts";
import type { Reference } from "../reference.ts";

export type Api = OpenAPIHono<Site>;

/** What a route was asked. */
export interface Asked<Q extends z.ZodRawShape> {
  db: Database;
  url: URL;
  /** the identifier in the path; empty where the route has none */
  id: string;
  query: z.output<z.ZodObject<Q>>;
  /** our record as it stood, from known-on */
  time: string | undefined;
  reference(): Promise<Reference>;
}

export interface Route<Q extends z.ZodRawShape, A extends z.ZodType> {
  path: string;
  /** one sentence, without a full stop at its end */
  summary: string;
  description?: string;
  tag: string;
  query: Q;
  answer: A;
  example: z.input<A>;
}

/** RFC 9457, with our closed list of codes. */
export const problemShape = z
  .object({
    type: z.string().describe("about:blank# and the code"),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(problemCodes),
    detail: z.string().describe("names the thing, what was expected and what to do"),
    faults: z
      .array(z.object({ file: z.string(), line: z.number().int().optional(), at: z.string().optional(), message: z.string() }))
      .optional(),
    reference: z.string().optional().describe("of an internal fault: under which it stands in the log"),
  })
  .meta({ id: "Problem", description: "What went wrong, as RFC 9457 has it" });

/** Adds a route that reads: its description in the OpenAPI document and its handler are one thing. */
export function addRoute<Q extends z.ZodRawShape, A extends z.ZodType>(
  api: Api,
  route: Route<Q, A>,
  read: (asked: Asked<Q>) => Promise<z.input<A>>,
): void {
  const [isRecord, allowed] = [route.path.includes("{id}"), Object.keys(route.query)];
  const config = createRoute({
    method: "get",
    path: route.path,
    summary: route.summary,
    tags: [route.tag],
    ...(route.description ? { description: route.description } : {}),
    request: {
      query: z.strictObject(route.query, {
        error: (issue) => (issue.code === "unrecognized_keys" ? unknownParameters(issue.keys as string[], allowed) : undefined),
      }),
      ...(isRecord ? { params: z.object({ id: z.string().describe("the identifier") }) } : {}),
    },
    responses: {
      200: { description: "Done", content: { "application/json": { schema: route.answer, example: route.example } } },
      304: { description: "Nothing has changed since the answer whose ETag came as If-None-Match" },
      400: refusal("invalid-input: a parameter that is not known or cannot be meant"),
      ...(isRecord ? { 404: refusal("not-found: there is no such record, or was none then") } : {}),
      503: refusal("busy or database-unavailable: try again after the seconds in Retry-After"),
    },
  });
  const handle = async (context: Context<Site>) => {
    const url = new URL(context.req.url);
    const asked: Asked<Q> = {
      db: context.get("db"),
      url,
      id: context.req.param("id") ?? "",
      query: context.req.valid("query" as never) as z.output<z.ZodObject<Q>>,
      time: knownOnTime(readDay(url.searchParams, "known-on")),
      reference: () => context.get("shelf").read(),
    };
    return context.json((await read(asked)) as object);
  };
  api.openapi(config, handle as never);
}

/** Turns what a schema refused into our one error shape. */
export function refuse(result: { success: boolean; error?: z.ZodError }): void {
  if (result.success || !result.error) return;
  throw new Problem(
    "invalid-input",
    result.error.issues.map((issue) => (issue.path.length > 0 ? `“${issue.path.join(".")}”: ${issue.message}` : issue.message)).join(" · "),
  );
}

function unknownParameters(names: readonly string[], allowed: readonly string[]): string {
  const shown = names
    .slice(0, 5)
    .map((name) => `“${name.slice(0, 60)}”`)
    .join(", ");
  return `There is no parameter ${shown} here; ${allowed.length > 0 ? `expected any of ${allowed.join(", ")}` : "expected none"}.`;
}

function refusal(description: string) {
  return { description, content: { "application/problem+json": { schema: problemShape } } };
}

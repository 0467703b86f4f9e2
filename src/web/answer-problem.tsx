import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ZodError } from "zod";
import type { Database } from "../database/connect.ts";
import { Problem, type ProblemCode } from "../shared/problem.ts";
import { render } from "./components/layout.tsx";
import { Why } from "./components/why.tsx";
import { isLanguage, preferredLanguage } from "./languages/index.ts";
import { emptyReference, type ReferenceShelf } from "./reference.ts";
import { visit } from "./visit.ts";

/** The one place where a problem's code becomes an HTTP status. */
const statuses: Record<ProblemCode, ContentfulStatusCode> = {
  "not-found": 404,
  "invalid-input": 400,
  "sign-in-needed": 401,
  forbidden: 403,
  "invalid-file": 422,
  unsupported: 415,
  "too-large": 413,
  "not-acceptable": 406,
  "method-not-allowed": 405,
  conflict: 409,
  "too-many-requests": 429,
  busy: 503,
  "database-unavailable": 503,
  internal: 500,
};

/** Whatever was thrown, as a Problem that a reader may see. What the database or a library said stays in the log. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ZodError) return new Problem("invalid-input", faultsIn(error));
  if (isDatabaseGone(error))
    return new Problem(
      "database-unavailable",
      "The registry's database does not answer at the moment. Try again in a minute; nothing is lost.",
      { cause: error },
    );
  if (error instanceof URIError)
    return new Problem("invalid-input", "The address is not written as addresses are (a % sign stands alone). Mend it.");
  return new Problem("internal", "Something went wrong here that should not. It was written to the log.", { cause: error });
}

function faultsIn({ issues }: ZodError): string {
  return issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
}

function isDatabaseGone(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|ENOENT|ENOTFOUND|57P0|08|53300)/.test(code ?? "") ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/i.test(message ?? "")
  );
}

/** Answers with a page where a reader asked, with an RFC 9457 problem document where a program did. */
export async function answerProblem(context: Context, problem: Problem, shelf: ReferenceShelf, db: Database): Promise<Response> {
  const status = statuses[problem.code];
  const reference = problem.code === "internal" ? randomUUID().slice(0, 8) : undefined;
  if (reference) console.error(`[${reference}] ${context.req.method} ${new URL(context.req.url).pathname}:`, problem.cause ?? problem);
  const headers: Record<string, string> = {
    "cache-control": "no-store",
    ...(status === 503 || problem.retryAfter ? { "retry-after": String(problem.retryAfter ?? 30) } : {}),
    ...(status === 405 ? { allow: "GET, HEAD, OPTIONS" } : {}),
  };
  const { pathname } = new URL(context.req.url);
  if (/^\/api(\/|$)/.test(pathname) || /\.(json|ndjson|csv|atom|yml|svg)$/.test(pathname))
    return problemDocument(problem, status, reference, headers);
  const first = pathname.split("/")[1] ?? "";
  const language = isLanguage(first) ? first : preferredLanguage(context.req.header("accept-language"));
  const held = await shelf.read().catch(() => emptyReference);
  const seen = visit(context, db, held, language);
  return render(
    seen,
    { title: seen.t(`problem.${problem.code}`), status, headers },
    <>
      <h1>{seen.t(`problem.${problem.code}`)}</h1>
      <p>
        <Why visit={seen} problem={problem} />
      </p>
      {problem.faults.length > 0 ? (
        <ul lang="en" dir="ltr">
          {problem.faults.map((fault) => (
            <li>{fault.message}</li>
          ))}
        </ul>
      ) : null}
      {reference ? <p>{seen.t("problem.reference", { reference })}</p> : null}
      <p>
        <a href={seen.href("")}>{seen.t("problem.home")}</a> · <a href={seen.href("/instruments")}>{seen.t("nav.instruments")}</a>
      </p>
    </>,
  );
}

function problemDocument(
  problem: Problem,
  status: ContentfulStatusCode,
  reference: string | undefined,
  headers: Record<string, string>,
): Response {
  const body = {
    type: `about:blank#${problem.code}`,
    title: problem.code,
    status,
    code: problem.code,
    detail: problem.message,
    ...(problem.faults.length > 0 ? { faults: problem.faults } : {}),
    ...(reference ? { reference } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, "content-type": "application/problem+json; charset=utf-8", "access-control-allow-origin": "*" },
  });
}

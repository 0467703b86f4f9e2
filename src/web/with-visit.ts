import type { Context } from "hono";
import { Problem } from "../shared/problem.ts";
import type { Site } from "./app.tsx";
import { isLanguage } from "./languages/index.ts";
import { visit } from "./visit.ts";

/** Goes before every page of a language: refuses languages that are not offered, and hands the page its visit. */
export async function withVisit(context: Context<Site>, next: () => Promise<void>): Promise<void> {
  const language = context.req.param("language") ?? "";
  if (!isLanguage(language)) throw new Problem("not-found", "There is no page at this address.");
  context.set("visit", visit(context, context.get("db"), await context.get("shelf").read(), language));
  await next();
}

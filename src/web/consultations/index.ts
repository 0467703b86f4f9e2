import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { withVisit } from "../with-visit.ts";
import { commentPage } from "./comment.tsx";
import { consultationPage } from "./consultation.tsx";
import { consultationsPage } from "./consultations.tsx";
import { consultationFiles } from "./files.ts";

/** Far beyond the longest comment, so that one which is too long comes back to be shortened. */
const LARGEST_FORM = 256 * 1024;

const limit = bodyLimit({
  maxSize: LARGEST_FORM,
  onError: () => {
    throw new Problem(
      "too-large",
      says`What was sent is larger than ${LARGEST_FORM / 1024} kB; expected a comment. Shorten it, then send it again.`,
    );
  },
});

/** Consultations, for everybody. They change without the registry, so they stand before the cache of pages and are kept by nobody. */
export const consultationPages = new Hono<Site>({ strict: false });
consultationPages.use("/consultations/*", withVisit, limit, async (context, next) => {
  await next();
  context.header("cache-control", "no-store");
});
for (const page of [consultationsPage, consultationFiles, consultationPage, commentPage]) consultationPages.route("/", page);

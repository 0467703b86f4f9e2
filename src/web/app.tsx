import { Hono } from "hono";
import type { Database } from "../database/connect.ts";
import { type Accounts, openLocalAccounts } from "../people/accounts.ts";
import type { Person } from "../people/person.ts";
import { returnPath } from "../people/settings.ts";
import { Problem, says } from "../shared/problem.ts";
import { answerProblem, asProblem } from "./answer-problem.tsx";
import { api } from "./api/index.ts";
import { assets } from "./assets.ts";
import { consultationPages } from "./consultations/index.ts";
import { draftingPages } from "./drafting/index.ts";
import { preferredLanguage } from "./languages/index.ts";
import { PageCache } from "./page-cache.ts";
import { pages } from "./pages/index.ts";
import { peoplePages, returnPages } from "./people/index.ts";
import { ReferenceShelf } from "./reference.ts";
import { policyWithScript, securityHeaders } from "./security-headers.ts";
import type { Visit } from "./visit.ts";
import { withVisit } from "./with-visit.ts";

/** What every handler finds in its context. */
export interface Site {
  Variables: {
    visit: Visit;
    db: Database;
    shelf: ReferenceShelf;
    accounts: Accounts;
    person?: Promise<Person | undefined>;
    cookies?: string[];
  };
}

const LONGEST_ADDRESS = 4000;

/**
 * The whole site as a function from request to response: pages, API and assets. Tests call `app.request()`; no server is needed. Without accounts
 * everybody who reaches it under localhost is its one person.
 */
export function createApp(db: Database, shelf = new ReferenceShelf(db), accounts: Accounts = openLocalAccounts()): Hono<Site> {
  const app = new Hono<Site>({ strict: false });
  const cache = new PageCache();

  app.use("*", async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders))
      if (name !== "content-security-policy" || context.res.headers.get(name) !== policyWithScript) context.res.headers.set(name, value);
  });

  app.get("/health", async (context) => {
    await shelf.generation();
    return context.text("ok\n");
  });
  app.route("/assets", assets);

  app.use("*", (context, next) => {
    if (context.req.url.length > LONGEST_ADDRESS)
      throw new Problem(
        "invalid-input",
        says`The address has ${context.req.url.length} characters; at most ${LONGEST_ADDRESS} are read. Ask for less at once.`,
      );
    if (/%00|\0/i.test(context.req.url))
      throw new Problem("invalid-input", "The address contains a NUL character; expected text. Remove it.");
    context.set("db", db);
    context.set("shelf", shelf);
    context.set("accounts", accounts);
    return next();
  });

  // Private pages stand before the cache, which never sees them.
  app.route(returnPath, returnPages);
  app.route("/:language", peoplePages);
  app.route("/:language", draftingPages);
  app.route("/:language", consultationPages);

  app.use("*", async (context, next) => {
    if (!/^(GET|HEAD|OPTIONS)$/.test(context.req.method)) return next();
    const { origin, pathname, search } = new URL(context.req.url);
    // Some pages name their own address, so that what one host was told is not told to another.
    const key = `${origin}${pathname}${search}`;
    const generation = `${await shelf.generation()} ${new Date().toISOString().slice(0, 10)}`;
    const isRead = context.req.method !== "OPTIONS";
    const answered = async () => {
      const held = isRead ? await cache.answer(key, generation, context.req.raw) : undefined;
      if (held) context.res = held;
      return held !== undefined;
    };
    if (await answered()) return;
    const turn = isRead ? cache.takeTurn(`${generation} ${key}`) : undefined;
    if (turn && "wait" in turn) {
      await turn.wait;
      if (await answered()) return;
    }
    try {
      await next();
      const { status, headers } = context.res;
      if (status === 200 && isRead && headers.get("cache-control") !== "no-store")
        context.res = await cache.hold(key, generation, context.res, context.req.raw);
    } finally {
      if (turn && "done" in turn) turn.done();
    }
  });

  app.route("/api", api);
  app.use("*", async (context, next) => {
    const { method } = context.req;
    if (method === "OPTIONS") return context.body(null, 204, { allow: "GET, HEAD, OPTIONS" });
    if (method !== "GET" && method !== "HEAD")
      throw new Problem("method-not-allowed", says`${method.slice(0, 20)} is not answered here: pages are only read. Use GET or HEAD.`);
    return next();
  });
  app.get("/", (context) => {
    context.header("vary", "Accept-Language");
    return context.redirect(`/${preferredLanguage(context.req.header("accept-language"))}`, 302);
  });

  app.use("/:language/*", withVisit);
  app.use("/:language", withVisit);
  app.route("/:language", pages);

  app.notFound((context) => answerProblem(context, new Problem("not-found", "There is no page at this address."), shelf, db));
  app.onError((error, context) => answerProblem(context, asProblem(error), shelf, db));
  return app;
}

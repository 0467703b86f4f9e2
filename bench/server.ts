// A server process to measure: the app as it is, and the same bytes from memory beside it. Run by serving.ts.

import { monitorEventLoopDelay } from "node:perf_hooks";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { databaseSettings, openDatabase } from "../src/database/connect.ts";
import { createApp } from "../src/web/app.tsx";

const opened = await openDatabase(databaseSettings(process.env, "bench server"));
const app = createApp(opened.db);
const memory = new Map<string, { body: ArrayBuffer; headers: Headers }>();
const delay = monitorEventLoopDelay({ resolution: 2 });
delay.enable();

const outer = new Hono();
outer.get("/from-memory", async (context) => {
  const path = context.req.query("of") ?? "/en/instruments";
  let held = memory.get(path);
  if (!held) {
    const answer = await app.request(path, { headers: { "accept-encoding": "br" } });
    held = { body: await answer.arrayBuffer(), headers: answer.headers };
    memory.set(path, held);
  }
  return new Response(held.body, { headers: held.headers });
});
outer.get("/delay", (context) => {
  const answer = { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
  delay.reset();
  return context.json(answer);
});
outer.all("*", (context) => app.fetch(context.req.raw));
const server = serve({ fetch: outer.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => process.stdout.write(`ready ${port}\n`));
process.once("SIGTERM", () => server.close(() => opened.close().then(() => process.exit(0))));

import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import type { Database } from "../src/database/connect.ts";
import { createApp } from "../src/web/app.tsx";
import { browserCommand } from "../test/browser.ts";
import { type Row, row } from "./measure.ts";

const paths = [
  "/en",
  "/en/instruments",
  "/en/instruments/us-omb-m-16-21",
  "/en/jurisdictions/CH",
  "/en/adoption",
  "/en/compare?instruments=ch-embag-9,it-cad-68-69,us-omb-m-16-21",
  "/ar",
  "/fr/instruments",
];

type Lighthouse = (url: string, flags: object) => Promise<{ lhr: { categories: Record<string, { score: number | null }> } } | undefined>;

/** Lighthouse's scores of the main pages on its simulated phone. It weighs 176 MB, so it is not installed with the project. */
export async function measureLighthouse(db: Database): Promise<Row[]> {
  const name = "lighthouse";
  const loaded = await import(name).catch(() => undefined);
  if (!loaded) return [row("Lighthouse, main pages", "not installed: npm i --no-save lighthouse@13.5.0", "100", undefined)];
  const lighthouse = loaded.default as Lighthouse;
  const server = serve({ fetch: createApp(db).fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  const debugging = await freePort();
  const { command, flags, environment } = await browserCommand();
  const browser = spawn(
    command,
    [...flags, `--remote-debugging-port=${debugging}`, `--user-data-dir=${mkdtempSync(join(tmpdir(), "openfirst-lighthouse-"))}`],
    { env: environment, stdio: "ignore" },
  );
  try {
    await untilOpen(debugging);
    const scores: { path: string; performance: number; accessibility: number }[] = [];
    for (const path of paths) {
      await fetch(`http://127.0.0.1:${port}${path}`);
      const result = await lighthouse(`http://127.0.0.1:${port}${path}`, {
        port: debugging,
        onlyCategories: ["performance", "accessibility"],
        logLevel: "error",
      });
      const score = (category: string) => Math.round((result?.lhr.categories[category]?.score ?? 0) * 100);
      scores.push({ path, performance: score("performance"), accessibility: score("accessibility") });
    }
    const least = (category: "performance" | "accessibility") => Math.min(...scores.map((entry) => entry[category]));
    return [
      row(
        "Lighthouse performance, main pages",
        scores.map((entry) => `${entry.path.split("?")[0]} ${entry.performance}`).join(", "),
        "100",
        least("performance") === 100,
      ),
      row(
        "Lighthouse accessibility, main pages",
        scores.map((entry) => `${entry.path.split("?")[0]} ${entry.accessibility}`).join(", "),
        "100",
        least("accessibility") === 100,
      ),
    ];
  } finally {
    browser.kill("SIGKILL");
    server.close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilOpen(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (
      await fetch(`http://127.0.0.1:${port}/json/version`)
        .then((answer) => answer.ok)
        .catch(() => false)
    )
      return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error("the browser did not open its debugging port");
}

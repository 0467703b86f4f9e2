import { after } from "node:test";
import { serve } from "@hono/node-server";
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import type { Database } from "../../src/database/connect.ts";
import { createApp } from "../../src/web/app.tsx";
import { openBrowser } from "../browser.ts";
import { recordMade } from "../made-measurement.ts";
import { openTestRegistry } from "../support.ts";

/** The filled registry, with what was measured of a made-up body's property, served on a free port of this machine, and a browser beside it. */
export interface TestSite {
  db: Database;
  browser: Browser;
  /** "http://127.0.0.1:12345", without a slash at the end */
  address: string;
}

/** Opens all three; they are closed when the file's tests have ended. */
export async function openSite(): Promise<TestSite> {
  const { db } = await openTestRegistry();
  await recordMade(db);
  const { fetch } = createApp(db);
  const server = await new Promise<{ port: number; close(): void }>((resolve) => {
    const serving = serve({ fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => resolve({ port, close: () => serving.close() }));
  });
  after(() => server.close());
  const browser = await openBrowser();
  after(() => browser.close());
  return { db, browser, address: `http://127.0.0.1:${server.port}` };
}

export const wide = { width: 1100, height: 900 };
export const phone = { width: 360, height: 740 };

/** A reader's browser as most journeys have it: without JavaScript, since no page may need it. */
export function openWindow({ browser, address }: TestSite, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ baseURL: address, javaScriptEnabled: false, viewport: wide, reducedMotion: "reduce", ...options });
}

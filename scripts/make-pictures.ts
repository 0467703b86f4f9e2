// Makes the pictures of docs/drafting.md from a server of its own: node --import tsx scripts/make-pictures.ts
// The same draft each time; run it when the pages have changed, and look at what it made.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { fillIfEmpty } from "../src/cli/ship.ts";
import { openDatabase } from "../src/database/connect.ts";
import { packageRoot } from "../src/shared/package-root.ts";
import { createApp } from "../src/web/app.tsx";
import { openBrowser } from "../test/browser.ts";

const folder = join(packageRoot, "docs", "pictures");
mkdirSync(folder, { recursive: true });
const { db, close } = await openDatabase({ folder: "memory", command: "pictures" });
await fillIfEmpty(db, {});
const { fetch } = createApp(db);
const server = await new Promise<{ port: number; end(): void }>((resolve) => {
  const serving = serve({ fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => resolve({ port, end: () => serving.close() }));
});
const browser = await openBrowser();
const window = await browser.newContext({
  baseURL: `http://127.0.0.1:${server.port}`,
  viewport: { width: 1000, height: 760 },
  colorScheme: "light",
  reducedMotion: "reduce",
});
const page = await window.newPage();
const picture = (name: string) => page.screenshot({ path: join(folder, `${name}.png`) });

await page.goto("/en/drafting");
await picture("begin");
await page.goto("/en/drafting/begin/profile");
await page.locator('[name="title"]').fill("Decree on open-source software");
await page.locator('[name="form"]').selectOption("decree");
await page.locator('[name="jurisdiction"]').selectOption("FJ");
await page.locator('[name="issuing_body"]').fill("the Ministry of Communications");
await page.locator("main form.drafting-form button[type=submit]").last().click();
await page.mouse.wheel(0, 260);
await page.waitForTimeout(300);
await picture("outline");
await page.locator("main form.drafting-form button[type=submit]").last().click();
const draft = new URL(page.url()).pathname;
await page.locator('.element.article .element-tools a[href*="/elements/"]').nth(3).click();
await picture("article");
await page.goto(`${draft}/gaps`);
await page.locator("main h2").first().scrollIntoViewIfNeeded();
await picture("gaps");
await page.goto(`${draft}/approval`);
await picture("approval");

await browser.close();
server.end();
await close();

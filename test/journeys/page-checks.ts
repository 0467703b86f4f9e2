import assert from "node:assert/strict";
import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import messages from "../../src/web/languages/en.json" with { type: "json" };
import { direction, type Language, translate } from "../../src/web/languages/index.ts";
import { seen, stickingOut } from "./in-the-page.ts";

const widths = [320, 360, 1100] as const;
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const keys = new Set(Object.keys(messages).filter((key) => key.includes(".")));

/** What holds for every page wherever a journey stops: language, one heading, no script, no message without words, no sideways scrolling. */
export async function checkPage(page: Page, language: Language): Promise<void> {
  const { lang, dir, computed, title, headings, scripts, handlers, words, firstLink } = await seen(page);
  const where = page.url();
  assert.deepEqual([lang, dir, computed], [language, direction[language], direction[language]], where);
  assert.match(title, /^Openfirst.{12}| · Openfirst$/, where);
  assert.equal(headings.length, 1, where);
  assert.ok(headings[0], `${where}: the heading says something`);
  assert.deepEqual(
    scripts.filter((type) => type !== "application/ld+json"),
    [],
    where,
  );
  assert.equal(handlers, 0, where);
  assert.equal(firstLink, translate(language, "site.skip"), where);
  assert.deepEqual(
    words.filter((word) => keys.has(word)),
    [],
    `${where}: messages that have no words`,
  );
  await checkWidth(page);
}

/** Nothing but a table in its own box may be wider than the window. */
async function checkWidth(page: Page): Promise<void> {
  assert.deepEqual(await stickingOut(page), [], `${page.url()} is wider than ${page.viewportSize()?.width} pixels`);
}

export async function checkAllWidths(page: Page): Promise<void> {
  const before = page.viewportSize();
  try {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await checkWidth(page);
    }
  } finally {
    if (before) await page.setViewportSize(before);
  }
}

/** Accessibility as axe sees it; one rule alone where it is named. Evaluated from outside, so that the page's security policy stays in force. */
export async function checkWithAxe(page: Page, rule?: string): Promise<void> {
  await page.evaluate(axe.source);
  const options: axe.RunOptions = {
    runOnly: rule ? { type: "rule", values: [rule] } : { type: "tag", values: rules },
    resultTypes: ["violations"],
    preload: false,
  };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 5).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.replace(/\s+/g, " ") ?? ""}`),
  );
  assert.deepEqual(told, [], page.url());
}

/** Gathers what the browser complains of: errors in the console, refusals by the security policy among them, and faults of scripts. */
export function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  return complaints;
}

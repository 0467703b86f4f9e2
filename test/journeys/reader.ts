import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { findRecord } from "../../src/registry/find.ts";
import { inLanguage, type LocalizedText } from "../../src/shared/localized-text.ts";
import { type Language, type MessageKey, translate, type Values } from "../../src/web/languages/index.ts";
import { checkAllWidths, checkPage, checkWithAxe } from "./page-checks.ts";
import { openWindow, type TestSite } from "./site.ts";

/** Somebody with an errand: reads one language, looks for words on the page, and finds every page where they arrive in order. */
export class Reader {
  readonly page: Page;
  readonly language: Language;
  readonly #site: TestSite;

  constructor(page: Page, language: Language, site: TestSite) {
    this.page = page;
    this.language = language;
    this.#site = site;
  }

  say(key: MessageKey, values?: Values): string {
    return translate(this.language, key, values);
  }

  async goHome(): Promise<void> {
    await this.page.goto(`/${this.language}`);
    await this.arrive("");
  }

  /** Says that the reader stands at this path within their language, before a page in good order. */
  async arrive(path: string | RegExp): Promise<void> {
    // The address changes before the page has come: on a busy machine there is nothing in it yet.
    await this.page.waitForLoadState("load");
    const { pathname } = new URL(this.page.url());
    assert.ok(pathname.startsWith(`/${this.language}`), pathname);
    const own = pathname.slice(3);
    if (typeof path === "string") assert.equal(own, path);
    else assert.match(own, path);
    await checkPage(this.page, this.language);
  }

  /** The same, and axe finds nothing wrong with the page, on a phone as on a desk. */
  async lookAt(path: string | RegExp): Promise<void> {
    await this.arrive(path);
    await checkAllWidths(this.page);
    await checkCopyWithAxe(this.#site, await this.page.content(), this.page.url());
  }

  /** Follows the first link with these words, within a part of the page where one is named. */
  async follow(name: string, within: Locator | Page = this.page): Promise<void> {
    await within.getByRole("link", { name, exact: true }).first().click();
  }

  /** Follows a link of the main menu. */
  followMenu(key: MessageKey): Promise<void> {
    return this.follow(this.say(key), this.page.getByRole("navigation", { name: this.say("nav.main"), exact: true }));
  }

  press(key: MessageKey, within: Locator | Page = this.page.getByRole("main")): Promise<void> {
    return within
      .getByRole("button", { name: this.say(key), exact: true })
      .first()
      .click();
  }

  heading(): Promise<string> {
    return words(this.page.getByRole("heading", { level: 1 }));
  }

  section(key: MessageKey): Locator {
    return this.page.getByRole("region", { name: this.say(key), exact: true });
  }

  /** Searches in the head of the page. */
  async search(question: string): Promise<void> {
    const form = this.page.getByRole("search");
    await form.getByLabel(this.say("search.label")).fill(question);
    await this.press("search.button", form);
  }

  async placeName(id: string): Promise<string> {
    const place = await findRecord(this.#site.db, "jurisdiction", id);
    assert.ok(place);
    return inLanguage(place.record.names as LocalizedText, this.language).text;
  }

  /** Takes the file that a link of the page's content gives. */
  async take(link: string): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.follow(link, this.page.getByRole("main"))]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }
}

export async function words(element: Locator): Promise<string> {
  return ((await element.textContent()) ?? "").trim();
}

/** A pattern for a name that begins with these words, such as a checkbox with its count behind. */
export function beginning(name: string): RegExp {
  return new RegExp(`^\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
}

/** axe needs scripts, which a reader's browser has none of: it looks at a copy of the page in another. */
async function checkCopyWithAxe(site: TestSite, markup: string, address: string): Promise<void> {
  const window = await openWindow(site, { javaScriptEnabled: true });
  try {
    const page = await window.newPage();
    await page.route(address, (route) => route.fulfill({ body: markup, contentType: "text/html; charset=utf-8" }));
    await page.goto(address);
    await checkWithAxe(page);
  } finally {
    await window.close();
  }
}

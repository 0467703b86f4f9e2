import assert from "node:assert/strict";
import { test } from "node:test";
import type { BrowserContextOptions, Page } from "playwright-core";
import { findDraft } from "../../src/drafting/find.ts";
import type { Language } from "../../src/web/languages/index.ts";
import { checkAllWidths, checkWithAxe, listenForComplaints } from "./page-checks.ts";
import { Reader } from "./reader.ts";
import { openSite, openWindow, phone, wide } from "./site.ts";

const site = await openSite();
/** Marks that must stay text, and a word wider than any window. */
const title = `A decree <b>for</b> ${"Donaudampfschifffahrt".repeat(9)}`;

/** Each language is read in another window: no page may depend on one. */
const windows: Record<"en" | "fr" | "ar", BrowserContextOptions> = {
  en: { viewport: wide, colorScheme: "light" },
  fr: { viewport: phone, colorScheme: "dark" },
  ar: { viewport: phone, colorScheme: "light" },
};

for (const language of ["en", "fr", "ar"] as const)
  test(`a draft is begun, written, disputed and put in order without a script (${language})`, { timeout: 120_000 }, async () => {
    const drafter = await open(language);
    try {
      const draft = await begin(drafter);
      const article = await write(drafter, draft);
      await dispute(drafter, draft, article);
      await comment(drafter, article);
      await fillBlanks(drafter, draft);
      await order(drafter, draft);
      for (const tab of ["gaps", "details", "versions", "consultation", "approval", "export"]) {
        await drafter.reader.page.goto(`${draft}/${tab}`);
        await drafter.look();
      }
      assert.deepEqual(
        drafter.complaints.filter((complaint) => !/status of 4(09|13|22)/.test(complaint)),
        [],
      );
    } finally {
      await drafter.close();
    }
  });

test("over a slow network what is being kept never comes back behind the save", { timeout: 60_000 }, async () => {
  const window = await openWindow(site, { javaScriptEnabled: true });
  try {
    const page = await window.newPage();
    await page.goto("/en/drafting/begin/nothing");
    await page.locator("#field-title").fill("Slow");
    await page.locator('main form button[type="submit"]').click();
    await page.goto(`${new URL(page.url()).pathname}/add`);
    await page.locator('main form button[type="submit"]').first().click();
    await page.waitForURL(/elements/);
    const sent: string[] = [];
    await page.route("**/elements/**", async (route) => {
      const isTyping = route.request().url().endsWith("/typing");
      if (isTyping) await new Promise((resolve) => setTimeout(resolve, 1500));
      if (route.request().method() === "POST") sent.push(isTyping ? "typing" : "save");
      await route.continue();
    });
    const typing = page.waitForRequest(/\/typing$/);
    await page.locator("#field-text").fill("The ministry must wait.");
    await typing;
    await page.locator('form[data-typing] button[type="submit"]').first().click();
    await page.waitForURL(/saved=saved/);
    assert.deepEqual(sent, ["typing", "save"]);
    assert.equal(await page.locator('form[action$="/drop-typing"]').count(), 0);
    assert.equal(await page.locator("#field-text").inputValue(), "The ministry must wait.");
  } finally {
    await window.close();
  }
});

interface Drafter {
  reader: Reader;
  complaints: readonly string[];
  /** Stands on a page in good order, which axe finds nothing wrong with, on a phone as on a desk. */
  look(): Promise<void>;
  close(): Promise<void>;
}

/** axe needs scripts, which this browser has none of: it looks at a copy of each page in another window. */
async function open(language: Language & keyof typeof windows): Promise<Drafter> {
  const [plain, scripted] = [
    await openWindow(site, windows[language]),
    await openWindow(site, { ...windows[language], javaScriptEnabled: true }),
  ];
  const [page, copy] = [await plain.newPage(), await scripted.newPage()];
  page.setDefaultTimeout(15_000);
  const complaints = listenForComplaints(page);
  const reader = new Reader(page, language, site);
  const look = async () => {
    await page.waitForLoadState("load");
    await checkAllWidths(page);
    const [address = ""] = page.url().split("#");
    await copy.route(address, async (route) => route.fulfill({ body: await page.content(), contentType: "text/html; charset=utf-8" }));
    await copy.goto(address);
    await checkWithAxe(copy);
    await copy.unroute(address);
  };
  return { reader, complaints, look, close: async () => void (await Promise.all([plain.close(), scripted.close()])) };
}

/** From the profile by way of the outline; the path of the draft. */
async function begin({ reader, look }: Drafter): Promise<string> {
  const { page, language } = reader;
  await page.goto(`/${language}/drafting`);
  await look();
  await page.goto(`/${language}/drafting/begin/profile`);
  await look();
  await page.locator("#field-title").fill(title);
  await page.locator("#field-language").selectOption(language);
  await reader.press("drafting.see-outline");
  await look();
  await reader.press("drafting.create");
  await look();
  const { pathname } = new URL(page.url());
  assert.match(pathname, /\/drafts\/d[0-9a-f]{16}$/);
  assert.equal(await reader.heading(), title);
  return pathname;
}

/** An article is added and written; an emptied title is refused with everything still there. Its path. */
async function write({ reader, look }: Drafter, draft: string): Promise<string> {
  const { page } = reader;
  await page.goto(`${draft}/add`);
  await look();
  await reader.press("add.button");
  await page.waitForLoadState("load");
  const { pathname } = new URL(page.url());
  await page.locator("#field-heading").fill("Register");
  await page.locator("#field-text").fill("The {lead-body} must keep a register.\n\n- open\n- complete");
  await reader.press("element.save");
  await look();
  assert.equal(await page.getByRole("status").first().innerText(), reader.say("element.saved"));
  return pathname;
}

/** Two windows on the same article: who is late sees both wordings and settles which stands. */
async function dispute({ reader, look }: Drafter, draft: string, article: string): Promise<void> {
  const { page } = reader;
  const other = await page.context().newPage();
  await other.goto(article);
  await page.goto(article);
  await save(other, "The {lead-body} must keep a public register.");
  await save(page, "The {lead-body} must keep a complete register.");
  assert.match(page.url(), /\/history#wording-\d+$/);
  await look();
  await page.locator('textarea[name="text"]').fill("The {lead-body} must keep a complete public register.");
  await page.locator('button[value="joined"]').click();
  await look();
  assert.equal(await textOf(draft, article), "The {lead-body} must keep a complete public register.");
  await other.close();
}

async function save(page: Page, text: string): Promise<void> {
  await page.locator("#field-text").fill(text);
  await page.locator('form[data-typing] button[type="submit"]').first().click();
  await page.waitForLoadState("load");
}

/** A comment on words that are not there is shown again to be mended; a suggestion is accepted. */
async function comment({ reader, look }: Drafter, article: string): Promise<void> {
  const { page } = reader;
  await page.goto(article);
  await page.locator("section[aria-labelledby=comments] > details > summary").last().click();
  await page.locator("#field-body").fill("One word is enough here.");
  await page.locator("#field-span").fill("a complete and public register");
  await page.locator("#field-suggestion").fill("a public register");
  await reader.press("comments.send");
  await look();
  await page.getByRole("textbox").filter({ hasText: "and public" }).fill("a complete public register");
  await reader.press("people.send");
  await reader.press("comments.accept");
  await look();
  assert.match(await page.locator("#field-text").inputValue(), /must keep a public register\.$/);
}

async function fillBlanks({ reader, look }: Drafter, draft: string): Promise<void> {
  const { page } = reader;
  await page.goto(`${draft}/blanks`);
  await look();
  await page.locator("#field-blank-lead-body").fill("Digital Agency");
  await reader.press("element.save");
  await page.goto(draft);
  await look();
  assert.ok((await page.locator("main").innerText()).includes("The Digital Agency must keep a public register."));
}

/** An article moves by its button, is taken out, and put back. */
async function order({ reader, look }: Drafter, draft: string): Promise<void> {
  const { page } = reader;
  await page.goto(`${draft}/outline`);
  await look();
  await page.waitForLoadState("load");
  const last = page.locator("ol.order > li").last();
  const id = (await last.getAttribute("data-id")) ?? "";
  const before = await page.locator("ol.order > li").count();
  await last.locator('button[value="up"]').click();
  assert.equal(
    await page
      .locator("ol.order > li")
      .nth(before - 2)
      .getAttribute("data-id"),
    id,
  );
  await page.goto(`${draft}/elements/${id}`);
  await page.locator('input[name="sure"]').check();
  await reader.press("element.remove");
  await page.goto(`${draft}/outline`);
  assert.equal(await page.locator("ol.order > li").count(), before - 1);
  await look();
  await reader.press("order.put-back");
  assert.equal(await page.locator("ol.order > li").count(), before);
}

async function textOf(draft: string, article: string): Promise<string | undefined> {
  const held = await findDraft(site.db, draft.split("/").at(-1) ?? "");
  return held?.elements.find(({ id }) => article.endsWith(id))?.text;
}

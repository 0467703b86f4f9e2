import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import type { Surface } from "../../src/cli/command.ts";
import { workCommand } from "../../src/cli/work.ts";
import { faultsOfAkomaNtoso, missing, noOasisSchema, readInLibreOffice, readInPoppler } from "../other-programs.ts";
import { checkWithAxe } from "./page-checks.ts";
import { openSite, openWindow } from "./site.ts";

/** Three very different authors. What they choose is theirs; everything else comes from the clauses. */
const authors = [
  {
    who: "a small-island ministry at starter level, by decree",
    language: "en",
    title: "Open Source Decree",
    profile: { form: "decree", jurisdiction: "FJ", issuing_body: "the Ministry of Communications", capacity: "starter" },
    has: ["reuse-before-buy", "acquire-rights-in-custom-code", "responsible-officer", "exception-governance"],
    hasNot: ["publication-quota", "independent-audit", "migration-target"],
    adopts: { number: "Decree 4 of 2027", body_name: "Ministry of Communications of the islands" },
  },
  {
    who: "a national digital agency at advanced level, by statute",
    language: "fr",
    title: "Loi sur le logiciel libre dans l’administration",
    profile: { form: "statute", jurisdiction: "TN", issuing_body: "l’Assemblée", capacity: "advanced" },
    has: ["publish-new-code-by-default", "code-inventory", "source-code-as-public-record", "independent-audit"],
    hasNot: ["default-licence", "oss-exclusive-mandate"],
    adopts: { number: "Loi 2027-12", body_name: "Assemblée du numérique", body_english: "Digital Assembly" },
  },
  {
    who: "a UN agency, by internal policy",
    language: "en",
    title: "Open Source Policy of the Organization",
    profile: {
      form: "international-organisation-policy",
      jurisdiction: "UN",
      issuing_body: "the Director-General",
      capacity: "developing",
    },
    has: ["publish-new-code-by-default", "default-licence", "contributor-terms"],
    hasNot: ["source-code-as-public-record", "sanctions", "intergovernmental-code-sharing"],
    adopts: { number: "Policy 7/2027", body_name: "Secretariat of the Organization" },
  },
] as const;

const site = await openSite();

for (const author of authors)
  test(`a complete draft by ${author.who} is made, exported, adopted and measured`, { timeout: 240_000 }, async (context) => {
    const window = await openWindow(site, { javaScriptEnabled: true });
    const page = await window.newPage();
    page.setDefaultTimeout(20_000);
    const { language } = author;
    try {
      const draft = await begin(page, author);
      await fillBlanks(page, draft);
      await page.goto(draft);
      assert.equal(await page.locator("mark.blank").count(), 0, "no blank and no reference is left open");
      await checkWithAxe(page);
      await page.goto(`${draft}/gaps`);
      await checkWithAxe(page);
      await exportAll(page, draft, author.title, (reason) => context.diagnostic(reason));
      const instrument = await adopt(page, draft, author);
      await measure(page, draft);
      await page.goto(`/${language}/instruments/${instrument}`);
      assert.ok((await page.locator("main").innerText()).includes(author.title));
      await checkWithAxe(page);
    } finally {
      await window.close();
    }
  });

type Author = (typeof authors)[number];

/** From the profile by way of the proposed outline to the draft; its path. */
async function begin(page: Page, author: Author): Promise<string> {
  await page.goto(`/${author.language}/drafting/begin/profile`);
  await page.locator('[name="title"]').fill(author.title);
  await page.locator('[name="language"]').selectOption(author.language);
  for (const name of ["form", "jurisdiction", "capacity"] as const)
    await page.locator(`[name="${name}"]`).selectOption(author.profile[name]);
  await page.locator('[name="issuing_body"]').fill(author.profile.issuing_body);
  await send(page);
  for (const id of author.has) assert.ok(await page.locator(`[name="clause"][value="${id}"]`).isChecked(), `${id} is proposed`);
  for (const id of author.hasNot) assert.ok(!(await page.locator(`[name="clause"][value="${id}"]`).isChecked()), `${id} is not proposed`);
  await checkWithAxe(page);
  await send(page);
  const { pathname } = new URL(page.url());
  assert.match(pathname, /^\/\w\w\/drafts\/d[0-9a-f]{16}$/);
  return pathname;
}

/** Each blank is filled with the example beside it, as a drafter in a hurry would. */
async function fillBlanks(page: Page, draft: string): Promise<void> {
  await page.goto(`${draft}/blanks`);
  await checkWithAxe(page);
  for (const field of await page.locator('main input[name^="blank-"]').all()) {
    if (await field.inputValue()) continue;
    const hint = await field.getAttribute("aria-describedby");
    const example = hint ? (await page.locator(`#${hint}`).innerText()).replace(/^[^::]*[::]\s*/, "") : "something";
    await field.fill(example.trim().slice(0, 400));
  }
  await send(page, "/blanks");
}

/** Takes every file, and lets other programs judge those that they know. */
async function exportAll(page: Page, draft: string, title: string, say: (reason: string) => void): Promise<void> {
  await page.goto(`${draft}/export`);
  const addresses = await page.locator("main a[download]").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  assert.ok(addresses.length >= 14, `only ${addresses.length} files are offered`);
  const files = new Map<string, Uint8Array>();
  for (const address of addresses) {
    const answer = await page.request.get(address);
    assert.equal(answer.status(), 200, address);
    files.set(address.split("/").at(-1) ?? "", await answer.body());
  }
  const text = (name: string) => Buffer.from(files.get(name) ?? []).toString();
  assert.ok(text("draft.md").includes(title));
  assert.ok(text("draft.yml").includes("provisions:"));
  if (noOasisSchema) say(noOasisSchema);
  else assert.equal(faultsOfAkomaNtoso(text("draft.xml")), "");
  const noOffice = missing("soffice");
  if (noOffice) say(noOffice);
  else
    for (const ending of ["docx", "odt"] as const) {
      const words = readInLibreOffice(files.get(`draft.${ending}`) ?? new Uint8Array(), ending);
      assert.ok(words.includes(title), `LibreOffice reads the ${ending}`);
      assert.ok(words.length > 5000, `the whole ${ending} is there`);
    }
  const noPoppler = missing("pdfinfo");
  if (noPoppler) say(noPoppler);
  else
    for (const [name, bytes] of files) {
      if (!name.endsWith(".pdf")) continue;
      const told = readInPoppler(bytes);
      assert.ok(told.tagged, `${name} is tagged`);
      assert.match(told.structure, /H1/, `${name} has headings`);
      assert.ok(told.text.includes(title.slice(0, 20)) && told.title.length > 0, `${name} bears its title`);
    }
}

/** Legal review, approval, adoption; the id of the instrument. */
async function adopt(page: Page, draft: string, author: Author): Promise<string> {
  await page.goto(`${draft}/approval`);
  await checkWithAxe(page);
  await page.locator('form[action$="/approval/review"] button').click();
  await page.locator('form[action$="/approval/decide-review"] button[value="passed"]').click();
  await page.locator('form[action$="/approval/decide-approval"] button[value="passed"]').click();
  await page.goto(`${draft}/adopt`);
  await checkWithAxe(page);
  for (const [name, value] of Object.entries({ ...author.adopts, adopted: "2027-01-15", in_force: "2027-02-01", licence: "CC0-1.0" }))
    await page.locator(`[name="${name}"]`).fill(value);
  const held = page.locator('[name="body"]');
  if ((await held.count()) > 0) await held.selectOption("");
  await page.locator('[name="body_kind"]').selectOption({ index: 1 });
  await page.locator('[name="binds_body"]').check();
  await send(page, "/adopt");
  assert.match(page.url(), /\/measure$/, await page.locator("main").innerText());
  await checkWithAxe(page);
  const link = await page.locator('main a[href*="/instruments/"]').first().getAttribute("href");
  return link?.split("/").at(-1) ?? "";
}

/** The same day: this repository is put in the queue, a worker looks at it, and the body's page tells of it. */
async function measure(page: Page, draft: string): Promise<void> {
  await page.goto(`${draft}/measure`);
  const body = (await page.locator('main a[href*="/bodies/"]').first().getAttribute("href")) ?? "";
  await page.locator('[name="kind"]').selectOption("repository");
  await page.locator('[name="address"]').fill(process.cwd());
  await send(page, "/measure");
  const surface: Surface = {
    environment: {},
    out: () => undefined,
    err: () => undefined,
    open: async () => ({ db: site.db, held: "reached", share: async () => undefined, close: async () => undefined }),
  };
  assert.equal(await workCommand.run({ words: [], options: { once: true } }, surface), 0);
  await page.goto(body);
  assert.match(await page.locator("main").innerText(), /\d/);
  assert.ok((await page.locator('main a[href*="/instruments/"]').count()) > 0, "the body has a reading under its new text");
}

/** Sends the form of the page's main part: the one with this action, or the first. */
async function send(page: Page, action?: string): Promise<void> {
  const form = action ? page.locator(`main form[action$="${action}"]`).first() : page.locator("main form.drafting-form").first();
  await form.locator("button[type=submit]").last().click();
  await page.waitForLoadState("load");
}

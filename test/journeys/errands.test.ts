import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import type { BrowserContextOptions } from "playwright-core";
import { languages, ownName, translateCode } from "../../src/web/languages/index.ts";
import { focus } from "./in-the-page.ts";
import { listenForComplaints } from "./page-checks.ts";
import { beginning, Reader, words } from "./reader.ts";
import { openSite, openWindow, phone } from "./site.ts";

const site = await openSite();

/** One person's errand, in every language, in a browser without JavaScript. */
function errand(what: string, go: (reader: Reader) => Promise<void>, options: BrowserContextOptions = {}): void {
  for (const language of languages) {
    test(`${what} (${language})`, async () => {
      const window = await openWindow(site, options);
      try {
        const page = await window.newPage();
        page.setDefaultTimeout(15_000);
        const complaints = listenForComplaints(page);
        await go(new Reader(page, language, site));
        assert.deepEqual(
          complaints.filter((complaint) => !/status of 40[04]/.test(complaint)),
          [],
        );
      } finally {
        await window.close();
      }
    });
  }
}

errand("an officer in Kenya finds policies of countries like hers, opens one, and takes the list away", async (reader) => {
  const { page } = reader;
  const kenya = await reader.placeName("KE");
  await reader.goHome();
  await reader.follow(reader.say("home.way-places"));
  await reader.arrive("/jurisdictions");
  await reader.follow(kenya, page.getByRole("main"));
  await reader.arrive("/jurisdictions/KE");
  assert.equal(await reader.heading(), kenya);
  await reader.follow(reader.say("place.comparable-list"), reader.section("place.comparable"));
  await reader.arrive("/instruments");
  assert.ok((await page.locator(".entry").count()) > 1);
  assert.equal(await page.locator(".entry.reported").count(), 0);
  const found = await words(page.locator("#results"));
  const { text } = await reader.take("CSV");
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  assert.equal(found, reader.say("list.results", { count: rows.length }));
  assert.deepEqual([...new Set(rows.map((row) => row.standing))], ["reviewed"]);
  await page.locator(".entry h3 a").first().click();
  await reader.arrive(/^\/instruments\/[a-z0-9-]+$/);
  const coding = reader.section("instrument.provisions").locator(".provision").first();
  assert.ok((await words(coding.locator(".locator"))).length > 0);
  const strengths = ["must", "should", "may", "must-not"].map((strength) => translateCode(reader.language, "strength", strength));
  const strength = await words(coding.locator(".strength").first());
  assert.ok(
    strengths.some((word) => strength.endsWith(word)),
    strength,
  );
  await coding.locator("a.source").first().click();
  assert.ok(await page.locator("li:target a[href^='http']").first().isVisible());
});

errand("a researcher narrows a search, compares three policies and downloads the table", async (reader) => {
  const { page } = reader;
  await reader.goHome();
  await reader.search("open source");
  await reader.arrive("/instruments");
  assert.ok((await page.locator(".entry mark").count()) > 3);
  const facets = page.getByRole("complementary", { name: reader.say("facets.label"), exact: true });
  await facets.getByRole("checkbox", { name: beginning(reader.say("standing.reviewed")) }).check();
  await facets.locator("summary", { hasText: reader.say("facet.strength") }).click();
  await facets
    .getByRole("checkbox", { name: beginning(reader.say("strength.must")) })
    .first()
    .check();
  await reader.press("facets.apply", facets);
  await reader.arrive("/instruments");
  assert.deepEqual(new URL(page.url()).searchParams.getAll("strength"), ["must"]);
  assert.equal(await page.locator(".entry.reported").count(), 0);
  assert.equal(await facets.locator(".chosen li").count(), 2);
  await reader.follow(reader.say("pages.next"));
  await reader.arrive("/instruments");
  assert.equal(await words(page.locator(".pages [aria-current=page]")), "2");
  await page.locator(".entry h3 a").first().click();
  await reader.follow(reader.say("instrument.compare"), page.getByRole("main"));
  await reader.arrive("/compare");
  const alike = page.getByRole("group", { name: reader.say("compare.alike"), exact: true }).getByRole("checkbox");
  await alike.nth(0).check();
  await alike.nth(1).check();
  await reader.press("compare.compare");
  await reader.arrive("/compare");
  assert.equal(await page.locator("table.compare thead th").count(), 4);
  const said = page.locator("table.compare td .locator").first();
  const locator = await words(said);
  const { text } = await reader.take("CSV");
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  assert.equal(new Set(rows.map((row) => row.instrument)).size, 3);
  assert.ok(rows.some((row) => row.locator === locator));
  await said.click();
  await reader.arrive(/^\/instruments\//);
  assert.ok(await page.locator(".coding:target").isVisible());
});

errand(
  "somebody with a phone looks for Brazil’s law, its history and what others report of Brazil",
  async (reader) => {
    const { page } = reader;
    const brazil = await reader.placeName("BR");
    await reader.goHome();
    await reader.search(brazil);
    await reader.arrive("/instruments");
    const entry = page.locator(".entry.reviewed", { has: page.getByRole("link", { name: brazil, exact: true }) }).first();
    await entry.getByRole("heading").getByRole("link").click();
    await reader.arrive(/^\/instruments\/br-/);
    const address = new URL(page.url()).pathname;
    await reader.follow(reader.say("instrument.history"), page.getByRole("main"));
    await reader.arrive(/\/history$/);
    await reader.follow(reader.say("history.read"), page.getByRole("main"));
    assert.equal(new URL(page.url()).pathname, address);
    assert.ok(await page.locator(".remark").first().isVisible());
    await reader.follow(brazil, page.getByRole("navigation", { name: reader.say("nav.trail"), exact: true }));
    await reader.arrive("/jurisdictions/BR");
    const reports = page.locator("details", { has: page.locator("a[href*='/claims/']") }).first();
    await reports.locator("summary").click();
    await reports.getByRole("link").first().click();
    await reader.arrive(/^\/claims\//);
    assert.ok(await page.getByText(reader.say("claim.standing"), { exact: true }).isVisible());
    await reader.follow(reader.say("footer.about"));
    await reader.arrive("/about");
    assert.ok(await page.getByRole("heading", { name: reader.say("about.correct"), exact: true }).isVisible());
  },
  { viewport: phone, hasTouch: true, isMobile: true, colorScheme: "dark" },
);

errand("a drafter looks for precedents, how they are measured, what practice taught, and which framework asks for them", async (reader) => {
  const { page } = reader;
  await reader.goHome();
  await reader.follow(reader.say("home.way-draft"));
  await reader.arrive("/provision-types");
  await page.locator("a[href$='/provision-types/publish-new-code-by-default']").click();
  await reader.arrive("/provision-types/publish-new-code-by-default");
  assert.ok(await reader.section("type.measuring").locator("dd").first().isVisible());
  const held = reader.section("type.who").locator(".entry").first();
  assert.ok(await held.locator(".coding a.locator").first().isVisible());
  await reader.follow(reader.say("type.lessons"));
  await reader.arrive("/lessons");
  await page.locator(".entry h3 a").first().click();
  await reader.arrive(/^\/lessons\/[a-z0-9-]+$/);
  assert.ok(await reader.section("lesson.happened").isVisible());
  await page.goBack();
  await page.goBack();
  await reader.section("instrument.frameworks").getByRole("link").first().click();
  await reader.arrive(/^\/frameworks\/[a-z0-9-]+$/);
  assert.ok(await page.locator("tr:target").isVisible());
  await page.locator("tr:target a[href*='/provision-types/']").first().click();
  await reader.arrive(/^\/provision-types\//);
  await reader.followMenu("nav.frameworks");
  await reader.arrive("/frameworks");
});

errand("a student asks how far adoption had come in 2015, by income, and takes the table", async (reader) => {
  const { page } = reader;
  await reader.goHome();
  await reader.followMenu("nav.adoption");
  await reader.arrive("/adoption");
  await page.getByLabel(reader.say("adoption.year"), { exact: true }).fill("2015");
  await page.getByLabel(reader.say("adoption.by"), { exact: true }).selectOption({ label: reader.say("facet.income") });
  await reader.press("facets.apply");
  await reader.arrive("/adoption");
  assert.equal(await page.getByLabel(reader.say("adoption.year"), { exact: true }).inputValue(), "2015");
  assert.ok(await page.getByRole("img", { name: /2015/ }).first().isVisible());
  const states = await reader.section("adoption.by-income").locator("tbody tr td:first-of-type").allTextContents();
  const all = await words(reader.section("adoption.by-income").locator("tfoot td").first());
  assert.equal(
    states.reduce((sum, figure) => sum + Number(figure), 0),
    Number(all),
  );
  const { name, text } = await reader.take("CSV");
  assert.equal(name, "adoption-2015-by-income.csv");
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  assert.equal(rows.at(-1)?.states, all);
});

errand("a journalist reads what changed, and changes the language on the way", async (reader) => {
  const { page } = reader;
  const other = reader.language === "fr" ? "ar" : "fr";
  await page.goto(`/${other}/changes`);
  await reader.follow(ownName[reader.language]);
  await reader.arrive("/changes");
  assert.ok((await page.locator("main section").count()) > 0);
  const feed = await page.request.get(`/${reader.language}/changes.atom`);
  assert.match(feed.headers()["content-type"] ?? "", /^application\/atom\+xml/);
  await page.locator("main a[href*='with=']").first().click();
  await reader.arrive("/changes");
  await reader.follow(reader.say("changes.older"));
  await reader.arrive("/changes");
});

errand("somebody lost is told where they are and finds the way back", async (reader) => {
  const { page } = reader;
  assert.equal((await page.goto(`/${reader.language}/instruments/law-of-atlantis`))?.status(), 404);
  await reader.arrive("/instruments/law-of-atlantis");
  assert.equal(await reader.heading(), reader.say("problem.not-found"));
  await reader.search("zzqxyj");
  await reader.arrive("/instruments");
  assert.ok(await page.getByText(reader.say("list.nothing"), { exact: true }).isVisible());
  await reader.follow(reader.say("list.all"));
  await reader.arrive("/instruments");
  assert.equal((await page.goto(`/${reader.language}/lessons?outcome=splendid`))?.status(), 400);
  assert.equal(await reader.heading(), reader.say("problem.invalid-input"));
  await reader.follow(reader.say("problem.home"), page.getByRole("main"));
  await reader.arrive("");
});

errand("somebody who uses the keyboard alone skips the head, searches, narrows and opens a policy", async (reader) => {
  const { page } = reader;
  const tabTo = async (wanted: string) => {
    for (let steps = 0; steps < 80; steps += 1) {
      await page.keyboard.press("Tab");
      const { name, visible } = await focus(page);
      assert.ok(visible, `“${name}” has the focus, and that cannot be seen`);
      if (name.startsWith(wanted)) return;
    }
    assert.fail(`“${wanted}” is not reached with the Tab key`);
  };
  await reader.goHome();
  await page.keyboard.press("Tab");
  assert.deepEqual(await focus(page), { tag: "a", name: reader.say("site.skip"), visible: true });
  await page.keyboard.press("Enter");
  assert.equal((await focus(page)).tag, "main");
  await tabTo(reader.say("home.search"));
  await page.keyboard.type("software");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\?q=software/);
  await reader.arrive("/instruments");
  await tabTo(reader.say("facet.strength"));
  await page.keyboard.press("Enter");
  await tabTo(reader.say("strength.must"));
  await page.keyboard.press("Space");
  await tabTo(reader.say("facets.apply"));
  await page.keyboard.press("Enter");
  await page.waitForURL(/strength=must/);
  await reader.arrive("/instruments");
  await tabTo(await words(page.locator(".entry h3 a").first()));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/instruments\/[a-z0-9-]+$/);
  await reader.arrive(/^\/instruments\//);
});

errand("a clerk prints a policy, without the furniture of the site", async (reader) => {
  const { page } = reader;
  await page.goto(`/${reader.language}/instruments/ch-embag-9`);
  await page.emulateMedia({ media: "print" });
  for (const furniture of await page.locator("nav, form, .forms, a.skip, button").all()) assert.equal(await furniture.isVisible(), false);
  assert.ok(await page.getByRole("heading", { level: 1 }).isVisible());
  assert.ok(await page.locator(".provision .wording").first().isVisible());
  assert.ok(await page.locator(".citation").isVisible());
});

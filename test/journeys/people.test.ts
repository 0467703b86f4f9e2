import assert from "node:assert/strict";
import { after, test } from "node:test";
import { serve } from "@hono/node-server";
import type { Page } from "playwright-core";
import { openAccounts } from "../../src/people/accounts.ts";
import { offerSetUp } from "../../src/people/new-account.ts";
import { createApp } from "../../src/web/app.tsx";
import { type Language, languages } from "../../src/web/languages/index.ts";
import { ReferenceShelf } from "../../src/web/reference.ts";
import { openBrowser } from "../browser.ts";
import { openEmptyRegistry } from "../support.ts";
import { codeNow, goodPassword } from "../visitor.ts";
import { listenForComplaints } from "./page-checks.ts";
import { Reader } from "./reader.ts";
import { openWindow, type TestSite } from "./site.ts";

const site = await openHouse();
const token = (await offerSetUp(site.db)) ?? "";

test("the first account is made with the token of the terminal", async () => {
  await withWindow("en", async (reader) => {
    await reader.page.goto("/en/set-up");
    await reader.lookAt("/set-up");
    await fill(reader, { token: "guessed", name: "Ann Li", email: "ann@example.org", password: goodPassword, workspace: "Ministry" });
    await reader.press("people.set-up-button");
    await reader.lookAt("/set-up");
    assert.match(await reader.page.getByRole("alert").innerText(), /not the token/);
    assert.equal(await reader.page.getByLabel("Name", { exact: true }).inputValue(), "Ann Li", "what was typed is still there");
    await fill(reader, { token, password: goodPassword });
    await reader.press("people.set-up-button");
    await reader.lookAt("/workspaces");
  });
});

for (const language of languages)
  test(`somebody is invited, joins, protects the account, and loses nothing when the session ends (${language})`, async () => {
    const email = `${language}@example.org`;
    const link = await invite(language, email);
    await withWindow(language, async (reader) => {
      const { page } = reader;
      await page.goto(link);
      await reader.lookAt(/^\/invitation\//);
      await fill(reader, { name: "Bo Ek", password: "too short" });
      await reader.press("people.make-account");
      await reader.lookAt(/^\/invitation\//);
      await fill(reader, { password: goodPassword });
      await reader.press("people.make-account");
      await reader.lookAt("/workspaces/local");
      const secret = await protect(reader);
      await typeAfterTheEnd(reader, email, secret);
    });
  });

/** Ann signs in and invites somebody; the path of the link that she is shown. */
async function invite(language: Language, email: string): Promise<string> {
  let link = "";
  await withWindow(language, async (reader) => {
    const { page } = reader;
    await page.goto(`/${language}/workspaces/local`);
    await reader.lookAt("/sign-in");
    await fill(reader, { email: "ann@example.org", password: "not the password" });
    await reader.press("people.sign-in");
    await reader.lookAt("/sign-in");
    await fill(reader, { password: goodPassword });
    await reader.press("people.sign-in");
    await reader.lookAt("/workspaces/local");
    await fill(reader, { email });
    await reader.press("people.invite");
    await reader.lookAt("/workspaces/local");
    link = new URL(await page.getByRole("status").locator("code").innerText()).pathname;
    await page.goto(`/${language}/people`);
    await reader.lookAt("/people");
    await page.locator("ul.entries a").first().click();
    await reader.lookAt(/^\/people\/\w+$/);
    await page.goto(`/${language}/recovery`);
    await reader.lookAt("/recovery");
  });
  return link;
}

/** Switches the second factor on; the secret of the app. */
async function protect(reader: Reader): Promise<string> {
  const { page } = reader;
  await page.goto(`/${reader.language}/account`);
  await reader.lookAt("/account");
  await page.locator("#factor-password").fill(goodPassword);
  await reader.press("people.factor-start");
  await reader.lookAt("/account");
  const secret = await page.locator("code.secret").innerText();
  assert.equal(await page.locator(".codes code").count(), 10);
  await fill(reader, { code: codeNow(secret, -1) });
  await reader.press("people.factor-confirm");
  await reader.lookAt("/account");
  return secret;
}

/** The session ends while a name is typed: signed in again by password and code, the name is sent on. */
async function typeAfterTheEnd(reader: Reader, email: string, secret: string): Promise<void> {
  const { page } = reader;
  await fill(reader, { name: "Bo Ek of the Ministry" });
  await site.db.deleteFrom("sessions").execute();
  await reader.press("people.save-name");
  await reader.lookAt("/account");
  assert.equal(await reader.heading(), reader.say("people.session-ended"));
  assert.ok(await page.getByText("Bo Ek of the Ministry").isVisible());
  await fill(reader, { email, password: goodPassword });
  await reader.press("people.sign-in");
  await reader.lookAt("/sign-in/again");
  await fill(reader, { code: codeNow(secret) });
  await reader.press("people.continue");
  await reader.lookAt("/second-factor/again");
  assert.equal(await reader.heading(), reader.say("people.send-now"));
  await reader.press("people.send");
  await reader.lookAt("/account");
  assert.equal(await page.locator("#field-name").inputValue(), "Bo Ek of the Ministry");
}

async function fill(reader: Reader, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await reader.page.locator(`#field-${name}`).first().fill(value);
}

async function withWindow(language: Language, go: (reader: Reader) => Promise<void>): Promise<void> {
  const window = await openWindow(site);
  try {
    const page: Page = await window.newPage();
    page.setDefaultTimeout(15_000);
    const complaints = listenForComplaints(page);
    await go(new Reader(page, language, site));
    assert.deepEqual(
      complaints.filter((complaint) => !/status of 4(01|04|22)/.test(complaint)),
      [],
    );
  } finally {
    await window.close();
  }
}

/** An empty registry with accounts, on a free port of this machine, and a browser beside it. */
async function openHouse(): Promise<TestSite> {
  const { db } = await openEmptyRegistry();
  const accounts = await openAccounts(db, { mode: "required" });
  const { fetch } = createApp(db, new ReferenceShelf(db), accounts);
  const server = await new Promise<{ port: number; close(): void }>((resolve) => {
    const serving = serve({ fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => resolve({ port, close: () => serving.close() }));
  });
  after(() => server.close());
  const browser = await openBrowser();
  after(() => browser.close());
  return { db, browser, address: `http://127.0.0.1:${server.port}` };
}

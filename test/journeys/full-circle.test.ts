import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Surface } from "../../src/cli/command.ts";
import { workCommand } from "../../src/cli/work.ts";
import { listRecords } from "../../src/registry/find.ts";
import { languages } from "../../src/web/languages/index.ts";
import { listenForComplaints } from "./page-checks.ts";
import { Reader } from "./reader.ts";
import { openSite, openWindow } from "./site.ts";

const site = await openSite();
const folder = mkdtempSync(join(tmpdir(), "openfirst-circle-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const title = "Decree on publicly owned software";

test("the full circle: from a profile to a draft, a consultation, approval, adoption and the first reading", async () => {
  const window = await openWindow(site);
  const page = await window.newPage();
  page.setDefaultTimeout(20_000);
  const complaints = listenForComplaints(page);
  const reader = new Reader(page, "en", site);
  const draft = await beginFromProfile(reader);
  await fillBlanks(reader, draft);
  await addWhatIsReferredTo(reader, draft);
  const consultation = await consult(reader, draft);
  await approve(reader, draft);
  const instrument = await adopt(reader, draft);
  await measure(reader, draft, instrument);
  for (const language of languages)
    for (const path of [
      "/consultations",
      `/consultations/${consultation}`,
      `/drafts/${draft}/consultation`,
      `/drafts/${draft}/consultation/${consultation}`,
      `/drafts/${draft}/approval`,
      `/drafts/${draft}/measure`,
    ]) {
      await page.goto(`/${language}${path}`);
      await new Reader(page, language, site).lookAt(path);
    }
  assert.deepEqual(
    complaints.filter((complaint) => !/status of 4(09|22|29)/.test(complaint)),
    [],
  );
  await window.close();
});

async function beginFromProfile(reader: Reader): Promise<string> {
  const { page } = reader;
  await reader.goHome();
  await reader.followMenu("nav.drafting");
  await reader.follow(reader.say("drafting.way-profile"), page.getByRole("main"));
  await fill(reader, { title, issuing_body: "Council of Ministers" });
  await page.locator("#field-form").selectOption("decree");
  await page.locator("#field-jurisdiction").selectOption("MU");
  await reader.press("drafting.see-outline");
  assert.ok((await page.locator('input[name="clause"]:checked').count()) >= 10, "an outline is proposed");
  await page.locator('main form button[name="step"], main form button[type="submit"]').last().click();
  await reader.arrive(/^\/drafts\/d[0-9a-f]{16}$/);
  assert.ok((await page.locator("section.article").count()) >= 10);
  return page.url().split("/").at(-1) ?? "";
}

/** Every blank is filled with the example of its clause. */
async function fillBlanks(reader: Reader, draft: string): Promise<void> {
  const { page } = reader;
  const examples = new Map<string, string>();
  for (const { record } of (await listRecords(site.db, "clause")).items)
    for (const { name, example } of record.blanks) examples.set(name, example.en);
  await page.goto(`/en/drafts/${draft}/blanks`);
  for (const field of await page.locator('input[name^="blank-"]').all()) {
    const name = ((await field.getAttribute("name")) ?? "").slice("blank-".length);
    if (!(await field.inputValue())) await field.fill(examples.get(name) ?? "the competent authority");
  }
  await reader.press("element.save");
  await reader.arrive(`/drafts/${draft}/blanks`);
}

/** What the text refers to and lacks is added from the clause bank, as the refusal of the review says. */
async function addWhatIsReferredTo(reader: Reader, draft: string): Promise<void> {
  const { page } = reader;
  const types = (await listRecords(site.db, "provision-type")).items;
  for (let round = 0; round < 6; round += 1) {
    await page.goto(`/en/drafts/${draft}`);
    const marks = (await page.locator("mark.blank").allTextContents()).join("\n");
    const missing = types.filter(({ record }) => marks.includes(` ${record.names.en}]`)).map(({ id }) => id);
    if (missing.length === 0) return;
    for (const clause of missing) {
      await page.goto(`/en/drafts/${draft}/add?clause=${clause}`);
      await reader.press("add.this");
      await reader.arrive(/\/elements\/e[0-9a-f]+$/);
    }
    await fillBlanks(reader, draft);
  }
  assert.fail("the text goes on referring to what is not there");
}

async function consult(reader: Reader, draft: string): Promise<string> {
  const { page } = reader;
  await page.goto(`/en/drafts/${draft}/consultation`);
  await reader.lookAt(`/drafts/${draft}/consultation`);
  await fill(reader, { introduction: "Everybody is asked.", answered_by: "Digital unit" });
  await reader.press("consultation.open-button");
  await reader.arrive(/\/consultation\/c[0-9a-f]{16}$/);
  const id = page.url().split("/").at(-1) ?? "";
  await reader.follow(reader.say("consultation.public-page"));
  await reader.lookAt(`/consultations/${id}`);
  await page.locator("section.article").first().locator(".element-tools a").click();
  await reader.lookAt(`/consultations/${id}/comment`);
  await fill(reader, { body: "Does this bind <i>small</i> bodies?", name: "Bo" });
  await reader.press("consultation.send");
  assert.match(await page.getByRole("alert").innerText(), /faster than anybody types/);
  await page.waitForTimeout(4500);
  await reader.press("consultation.send");
  assert.match(await page.getByRole("status").innerText(), /waits to be read/);
  await page.goto(`/en/drafts/${draft}/consultation/${id}`);
  await page.locator("#field-title").fill("Small bodies");
  await reader.press("consultation.add-theme");
  await page.locator("#waiting ~ form select[name=theme]").first().selectOption({ label: "Small bodies" });
  await reader.press("consultation.publish");
  await page.locator("textarea[name=answer]").fill("They do, a year later.");
  await reader.press("consultation.answer-button");
  await page.goto(`/en/consultations/${id}`);
  await reader.lookAt(`/consultations/${id}`);
  assert.match(await page.locator("main").innerText(), /Does this bind <i>small<\/i> bodies\?[\s\S]*They do, a year later\./);
  return id;
}

async function approve(reader: Reader, draft: string): Promise<void> {
  const { page } = reader;
  const here = `/drafts/${draft}/approval`;
  await page.goto(`/en${here}`);
  await reader.lookAt(here);
  await reader.press("approval.give-button");
  await reader.arrive(here);
  await reader.press("approval.pass");
  await reader.arrive(here);
  await fill(reader, { note: "Agreed." });
  await reader.press("approval.approve");
  await reader.lookAt(here);
  assert.match(await page.locator("#trail ~ ul").innerText(), /the only member wrote and approved it/);
  await reader.follow(reader.say("adopt.title"));
}

async function adopt(reader: Reader, draft: string): Promise<string> {
  const { page } = reader;
  await reader.lookAt(`/drafts/${draft}/adopt`);
  assert.equal(await page.locator("#field-licence").inputValue(), "", "the registry knows of no licence there, and guesses none");
  await fill(reader, { adopted: "2026-11-20", in_force: "2026-11-19", number: "14/2026", licence: "CC-BY-4.0" });
  await reader.press("adopt.button");
  assert.match(await page.getByRole("alert").innerText(), /before it was adopted/);
  assert.equal(await page.locator("#field-number").inputValue(), "14/2026");
  await fill(reader, { in_force: "2026-11-23" });
  await page.locator("[name=binds_body]").check();
  await reader.press("adopt.button");
  await reader.lookAt(`/drafts/${draft}/measure`);
  const id = "mu-decree-on-publicly-owned-software";
  await reader.follow(id, page.getByRole("main"));
  await reader.lookAt(`/instruments/${id}`);
  assert.equal(await reader.heading(), title);
  return id;
}

/** The body's first inventory goes into the queue, a worker looks at it, and the body reads under its own decree. */
async function measure(reader: Reader, draft: string, instrument: string): Promise<void> {
  const { page } = reader;
  const file = join(folder, "code.json");
  writeFileSync(file, JSON.stringify(inventory));
  await page.goto(`/en/drafts/${draft}/measure`);
  assert.ok((await page.locator("#checks ~ ul li").count()) >= 5, "checks are attached");
  await page.locator("#field-kind").selectOption("inventory");
  await fill(reader, { address: file });
  await reader.press("adopt.enqueue");
  assert.match(await page.getByRole("status").innerText(), /waits in the queue/);
  const said: string[] = [];
  const surface = {
    environment: {},
    out: (line: string) => void said.push(line),
    err: (line: string) => void said.push(line),
    open: async () => ({ db: site.db, held: "reached", share: async () => undefined, close: async () => undefined }),
  } as unknown as Surface;
  await workCommand.run({ words: [], options: { once: true } }, surface);
  assert.match(said.join("\n"), /1 job done/);
  await page.waitForTimeout(1200);
  const body = "mu-council-of-ministers";
  await page.goto(`/en/bodies/${body}/instruments/${instrument}`);
  await reader.lookAt(`/bodies/${body}/instruments/${instrument}`);
  assert.match(await page.locator("main").innerText(), /1 of 2/);
}

const entry = (name: string, usageType: string, repositoryURL?: string) => ({
  name,
  permissions: { usageType, licenses: usageType === "openSource" ? [{ name: "MIT", URL: "https://spdx.org/licenses/MIT.html" }] : [] },
  laborHours: 10,
  tags: ["tool"],
  description: "A tool.",
  contact: { email: "code@example.org" },
  ...(repositoryURL ? { repositoryURL } : {}),
});
const inventory = {
  version: "2.0.0",
  agency: "MU",
  measurementType: { method: "projects" },
  releases: [entry("tool", "openSource", "https://example.org/mu/tool"), entry("other", "governmentWideReuse")],
};

async function fill(reader: Reader, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await reader.page.locator(`main #field-${name}`).first().fill(value);
}

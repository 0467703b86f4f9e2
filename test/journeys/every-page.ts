import assert from "node:assert/strict";
import { test } from "node:test";
import type { Language } from "../../src/web/languages/index.ts";
import { hostile, keyOf, measuredBody, repositoryId } from "../made-measurement.ts";
import { linksOf } from "./in-the-page.ts";
import { followLinks } from "./links.ts";
import { checkAllWidths, checkPage, checkWithAxe, listenForComplaints } from "./page-checks.ts";
import { openSite, phone, wide } from "./site.ts";

const pages: Record<string, string> = {
  home: "",
  instruments: "/instruments",
  "instruments that answer": "/instruments?q=open+source&standing=reviewed&strength=must&page=2",
  "instruments where none answers": "/instruments?q=zzqxyj",
  instrument: "/instruments/ch-embag-9",
  "instrument with wording in another script": "/instruments/kr-software-promotion-act",
  history: "/instruments/ch-embag-9/history",
  jurisdictions: "/jurisdictions",
  jurisdiction: "/jurisdictions/CH",
  "provision types": "/provision-types",
  "provision type": "/provision-types/publish-new-code-by-default",
  frameworks: "/frameworks",
  framework: "/frameworks/un-open-source-principles",
  lessons: "/lessons",
  lesson: "/lessons/{lesson}",
  "compare, to choose": "/compare",
  comparison: "/compare?instruments=ch-embag-9,it-cad-68-69,br-lei-14063-2020",
  adoption: "/adoption?year=2015&by=egdi",
  about: "/about",
  changes: "/changes",
  queue: "/queue",
  bodies: "/bodies",
  body: `/bodies/${measuredBody}`,
  "a body under a text": `/bodies/${measuredBody}/instruments/us-omb-m-16-21`,
  "what was looked at": `/bodies/${measuredBody}/subjects`,
  "what a check finds": `/bodies/${measuredBody}/subjects?check=repository-conduct&outcome=not-met`,
  repository: `/subjects/${keyOf("repository", repositoryId)}`,
  "a tender with words of strangers": `/subjects/${keyOf("tender", hostile)}`,
  checks: "/checks",
  check: "/checks/repository-accepted-licence",
  indicator: "/indicators/exceptions-for-security",
  claim: "/claims/csis-1",
  clauses: "/clauses",
  "clauses for a decree": "/clauses?form=decree&capacity=starter&wording=fr",
  clause: "/clauses/publish-new-code-by-default",
  "clause in another form and strength": "/clauses/publish-new-code-by-default?form=statute&strength=should&wording=fr",
  "no such page": "/no-such-page",
  "no such instrument": "/instruments/no-such-instrument",
  "a question that cannot be read": "/instruments?year=soon",
};
const alsoInOtherColours = new Set([
  "home",
  "instruments that answer",
  "instrument",
  "comparison",
  "adoption",
  "changes",
  "claim",
  "body",
  "a body under a text",
  "repository",
  "check",
  "clause",
]);
const LINKS = 400;

/** Every page in one language: read with axe in one width and colour scheme, the contrast of some in the other, at every width, and its links followed. */
export async function readEveryPage(language: Language, window: { width: "wide" | "phone"; scheme: "light" | "dark" }): Promise<void> {
  const site = await openSite();
  const context = await site.browser.newContext({
    baseURL: site.address,
    viewport: window.width === "wide" ? wide : phone,
    colorScheme: window.scheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const complaints = listenForComplaints(page);
  const lesson = (await (await fetch(`${site.address}/api/v1/lessons?limit=1`)).json()) as { items: { id: string }[] };
  const links = new Set<string>();

  for (const [name, path] of Object.entries(pages)) {
    test(`${name} in ${language}: ${window.width}, ${window.scheme}`, async () => {
      const answer = await page.goto(`/${language}${path.replace("{lesson}", lesson.items[0]?.id ?? "")}`);
      assert.ok(answer);
      assert.match(answer.headers()["content-security-policy"] ?? "", /default-src 'none'/);
      assert.equal(answer.headers()["content-language"], language);
      const expected = name.startsWith("no such") ? 404 : name.endsWith("cannot be read") ? 400 : 200;
      assert.equal(answer.status(), expected, page.url());
      await checkPage(page, language);
      await checkWithAxe(page);
      if (alsoInOtherColours.has(name)) {
        await page.emulateMedia({ colorScheme: window.scheme === "light" ? "dark" : "light" });
        await checkWithAxe(page, "color-contrast");
        await page.emulateMedia({ colorScheme: window.scheme });
      }
      await checkAllWidths(page);
      for (const link of await linksOf(page)) links.add(link);
      // A browser writes every answer of 400 and above into its console; these were asked for.
      const unasked = complaints.splice(0).filter((complaint) => expected === 200 || !complaint.includes(`status of ${expected}`));
      assert.deepEqual(unasked, []);
    });
  }

  test(`no link of these pages is broken in ${language}`, async () => {
    assert.ok(links.size > 300);
    const own = [...links].filter(
      (link) => !/^\/(no-such|instruments\/no-such|instruments\?year=soon)/.test(link.slice(site.address.length + 3)),
    );
    await followLinks(own, LINKS);
  });
}

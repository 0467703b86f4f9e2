import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestRegistry } from "../../../test/support.ts";
import { join, openPeople } from "../../../test/visitor.ts";
import type { DraftContent } from "../../drafting/draft.ts";
import { findTrailEnd } from "../../drafting/event.ts";
import { beginDraft } from "../../drafting/record.ts";
import { draftFiles, mediaTypes } from "../../exporters/document/draft-file.ts";

const { db } = await openTestRegistry();
const house = await openPeople(db);
const reader = await join(house, "Rea", "reader");

const content: DraftContent = {
  title: "Inventory decree <1>",
  language: "en",
  profile: { form: "decree", capacity: "starter", jurisdiction: "CH", addressees: [], stage: "unknown", means: [] },
  beginning: "nothing",
  answers: { deadline: "31 December 2027" },
  elements: [
    {
      id: "e1",
      kind: "article",
      heading: "Inventory",
      text: "Each body must keep an inventory of {what} by {deadline}.",
      origin: { kind: "clause", clause: "code-inventory", version: 1, variant: "general", strength: "must" },
      codings: [{ type: "code-inventory", strength: "must", by: "clause", because: [], verdict: "accepted" }],
    },
  ],
};
const draft = await beginDraft(db, "local", content, { account: "x", name: "Dan", role: "drafter" });
const at = `/en/drafts/${draft}/export`;

test("the page of exports lists every file, and each comes as what it says it is, kept by nobody", async () => {
  const page = await reader.get(at);
  assert.equal(page.status, 200);
  const beginnings: Record<string, RegExp> = {
    docx: /^PK/,
    odt: /^PK/,
    pdf: /^%PDF-/,
    md: /^# /,
    xml: /^<\?xml/,
    yml: /^# Trail of the draft, entries: 1; .*\nid: ch-draft-/,
  };
  for (const [what, formats] of Object.entries(draftFiles))
    for (const format of formats) {
      assert.ok(page.text.includes(`${at}/${what}.${format}"`), `${what}.${format} is listed`);
      const file = await reader.get(`${at}/${what}.${format}`);
      assert.equal(file.status, 200, `${what}.${format}: ${file.text.slice(0, 300)}`);
      assert.match(file.text, beginnings[format] as RegExp);
      assert.equal(file.headers.get("content-type"), mediaTypes[format]);
      assert.equal(file.headers.get("cache-control"), "no-store");
      assert.match(file.headers.get("content-disposition") ?? "", new RegExp(`^attachment; filename="${what}-[A-Za-z0-9-]+\\.${format}"$`));
    }
});

test("every file tells where the trail of the draft ends, and the annex quotes precedents only where it is asked to", async () => {
  const { entries, fingerprint } = await findTrailEnd(db, draft);
  assert.equal(entries, 1);
  for (const name of ["draft.md", "memo.md", "brief.md", "draft.yml"])
    assert.ok((await reader.get(`${at}/${name}`)).text.includes(fingerprint.slice(0, 16)), name);
  assert.match((await reader.get(`${at}/draft.xml`)).text, new RegExp(`entries="1" fingerprint="${fingerprint}"`));
  const [short, long] = [await reader.get(`${at}/draft.md`), await reader.get(`${at}/draft.md?precedents=wording`)];
  assert.ok(short.text.length + 500 < long.text.length, `${short.text.length} and ${long.text.length} characters`);
  assert.match((await reader.get(at)).text, /draft\.docx\?precedents=wording"/);
});

test("the brief tells by when, where a date fills a blank of the article", async () => {
  assert.match((await reader.get(`${at}/brief.md`)).text, /\| 31 December 2027 +\|/);
});

test("no file has the code name of a blank or a reference, the memo neither where it tells what was changed", async () => {
  for (const name of ["draft.md", "memo.md", "draft.xml", "draft.yml"]) {
    const { text } = await reader.get(`${at}/${name}`);
    assert.doesNotMatch(text, /\{[a-z-]+\\?\}|\\?\[\\?\[/, name);
    assert.match(text, /\[what\\?\]/, name);
  }
});

test("a stranger gets no file, and a name that is no file is not found", async () => {
  for (const name of ["draft.docx", "draft.yml", "draft.exe"]) {
    const file = await house.newcomer().get(`${at}/${name}`);
    assert.notEqual(file.status, 200, name);
    assert.doesNotMatch(file.text, /inventory of/);
  }
  assert.equal((await reader.get(`${at}/memo.xml`)).status, 404);
  assert.equal((await reader.get(`${at}/constructor`)).status, 404);
});

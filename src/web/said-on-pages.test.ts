import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestRegistry } from "../../test/support.ts";
import { join, openPeople } from "../../test/visitor.ts";

const { db } = await openTestRegistry();
const house = await openPeople(db);
const { ann } = house;
const profile = { form: "decree", capacity: "starter" };
const reader = await join(house, "Rea", "reader");

const begun = await ann.post("/en/drafting/begin/nothing", { title: "A decree", language: "en", ...profile });
const draft = begun.location?.split("/").at(-1) ?? "";
const added = await ann.post(`/en/drafts/${draft}/add`, { kind: "article" });
const article = `elements/${added.location?.split("/").at(-1)}`;
await ann.post(`/en/drafts/${draft}/versions`, { label: "first" });

/** Forms of drafting that are refused: where they are sent, and what. */
const refused: Record<string, [path: string, fields: Record<string, string>]> = {
  "a draft without a title": ["/drafting/begin/nothing", { title: " ", language: "en", ...profile }],
  "a language that is not offered": ["/drafting/begin/nothing", { title: "X", language: "tlh", ...profile }],
  "a place that does not exist": ["/drafting/begin/nothing", { title: "X", language: "en", ...profile, jurisdiction: "XX-YY" }],
  "an instrument that does not exist": ["/drafting/begin/instrument", { title: "X", language: "en", ...profile, instrument: "no-such" }],
  "no file": ["/drafting/begin/upload", { title: "X", language: "en", ...profile }],
  "a clause that does not exist": [`/drafts/${draft}/add`, { kind: "clause", clause: "no-such" }],
  "an element of no kind": [`/drafts/${draft}/add`, { kind: "poem" }],
  "a version without a label": [`/drafts/${draft}/versions`, { label: " " }],
  "a label that is too long": [`/drafts/${draft}/versions`, { label: "x ".repeat(2000) }],
  "a version put back without a tick": [`/drafts/${draft}/versions/1/put-back`, {}],
  "an article taken out without a tick": [`/drafts/${draft}/${article}/remove`, {}],
  "an article that is too long": [`/drafts/${draft}/${article}`, { heading: "", text: "word ".repeat(60_000), base: "1" }],
  "an empty comment": [`/drafts/${draft}/${article}/comments`, { body: " " }],
  "a coding without a type": [`/drafts/${draft}/${article}/codings`, { position: "new" }],
  "a review without a step": [`/drafts/${draft}/approval/review`, {}],
  "a measurement before adoption": [`/drafts/${draft}/measure`, { kind: "repository", address: "https://example.org/x" }],
  "an event that restores nothing": [`/drafts/${draft}/restore`, { event: "999999" }],
  "a consultation of no version": [
    `/drafts/${draft}/consultation`,
    { version: "99", title: "X", opens: "2026-12-01", closes: "2026-12-31" },
  ],
};

for (const [name, [path, fields]] of Object.entries(refused)) {
  test(`${name} is refused in the language of the page`, async () => {
    const english = await saidTo("en", path, fields);
    for (const language of ["fr", "ar"]) {
      const { why, markup } = await saidTo(language, path, fields);
      assert.ok(why.length > 10, markup);
      assert.notEqual(why, english.why);
      assert.doesNotMatch(markup, /lang="en"/, why);
      if (language === "ar") assert.match(why, /^[«“”\d\s\u2068]*[\u0600-\u06ff]/, why);
    }
  });
}

async function saidTo(language: string, path: string, fields: Record<string, string>): Promise<{ why: string; markup: string }> {
  const { status, text } = await ann.post(`/${language}${path}`, fields);
  assert.ok(status >= 400 && status < 500, `${path} answers ${status}`);
  const markup =
    /<p class="remark" role="alert"[\s\S]*?<\/p>/.exec(text)?.[0] ?? /<h1>[\s\S]*?<\/h1><p>[\s\S]*?<\/p>/.exec(text)?.[0] ?? "";
  assert.ok(markup, text);
  return { why: markup.replace(/<h1>.*<\/h1>|<[^>]*>/g, ""), markup };
}

test("an uploaded file is refused in the language of the page, with what stands in the sentence", async () => {
  const form = () => {
    const made = new FormData();
    for (const [name, value] of Object.entries({ title: "X", language: "en", ...profile })) made.set(name, value);
    made.set("file", new File(["<?xml version='1.0'?><a/>"], "a.xml"));
    return made;
  };
  assert.match((await ann.post("/en/drafting/begin/upload", form())).text, /The file is XML\. Send DOCX, PDF/);
  assert.match((await ann.post("/fr/drafting/begin/upload", form())).text, /Le fichier est du XML\. Envoyez du DOCX, PDF/);
  assert.match((await ann.post("/ar/drafting/begin/upload", form())).text, /الملف بصيغة XML\. أرسل DOCX/);
});

test("who may not write is told so in the language of the page", async () => {
  const { status, text } = await reader.post(`/fr/drafts/${draft}/${article}`, { heading: "", text: "Words that were typed.", base: "1" });
  assert.equal(status, 403);
  assert.match(text, /Votre rôle dans cet espace de travail ne le permet pas/);
  assert.match(text, /Words that were typed/);
});

test("pages that are not there and searches that cannot be read are refused in French; the API stays English", async () => {
  assert.match((await ann.get("/fr/no-such")).text, /<p>Il n’y a pas de page à cette adresse\.<\/p>/);
  assert.match((await ann.get("/fr/instruments?page=zero")).text, /«\u00a0zero\u00a0» n’est pas une page/);
  assert.match((await ann.get("/fr/instruments/no-such")).text, /Il n’y a pas de texte «\u00a0no-such\u00a0»\./);
  assert.match((await ann.get("/fr/clauses?capacity=giant")).text, /est inconnu\u00a0; attendu\u00a0: l’un de /);
  const api = await ann.get("/api/v1/instruments/no-such", { "accept-language": "fr" });
  assert.match(JSON.parse(api.text).detail, /^There is no/);
});

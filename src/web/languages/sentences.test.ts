import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { says } from "../../shared/problem.ts";
import { languages, translateSaid } from "./index.ts";
import { saidIn } from "./said-in-sources.ts";

const source = join(import.meta.dirname, "..", "..");
const sentences: Record<string, Record<string, string>> = JSON.parse(readFileSync(join(import.meta.dirname, "sentences.json"), "utf8"));

/** What a person meets on a page; what the start of the server, the command and the API say stays English. */
const isMet =
  /^(people\/|drafting\/|web\/|importers\/(uploaded-text|content-kind|block-list|(docx|pdf|html|markdown|plain-text)\/)|exporters\/(document|pdf)\/|measurement\/(jobs\/order|facts\/repository\/address)\.)/;
const isNotMet = /^(people\/(read-settings|secret|mail)\.ts|web\/api\/|web\/languages\/|web\/pages\/badge\.ts)|\.(test|tmp)\./;

const met = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && isMet.test(file) && !isNotMet.test(file))
  .map((file) => ({ file, ...saidIn(readFileSync(join(source, file), "utf8")) }));
const templates = [...new Set(met.flatMap((one) => one.templates))].sort();

test("every sentence that a person can meet on a page is said in every language, and nothing else is translated", () => {
  assert.ok(templates.length > 150, `${templates.length} sentences were found in the sources`);
  const lacking = templates.filter((template) => !sentences[template]);
  assert.deepEqual(lacking, [], "add these to sentences.json");
  const unused = Object.keys(sentences).filter((template) => !templates.includes(template));
  assert.deepEqual(unused, [], "no source says these any more: take them out of sentences.json");
  for (const [english, said] of Object.entries(sentences))
    for (const language of languages.filter((one) => one !== "en")) assert.ok(said[language]?.trim(), `${language}: ${english}`);
});

test("what stands in such a sentence stands apart from it, so that it can be said in another language", () => {
  for (const { file, untagged } of met) assert.deepEqual(untagged, [], `${file}: write says\`…\``);
});

test("a translation names no value that the English sentence lacks, and can be said", () => {
  for (const [template, said] of Object.entries(sentences)) {
    const values = valuesIn(template);
    for (const [language, text] of Object.entries(said)) {
      for (const value of valuesIn(text)) assert.ok(values.includes(value), `${language}: ${text}`);
      const parts = translateSaid(language as "fr", { template, values: values.map((value) => `<${value}>`) }, () => ({}));
      assert.doesNotMatch(parts?.join("") ?? "{", /[{}]/, text);
    }
  }
});

test("French keeps its punctuation on the line of its word, Arabic has its own", () => {
  for (const { fr = "", ar = "" } of Object.values(sentences)) {
    assert.doesNotMatch(fr.replace(/\{\d\}/g, "…"), / [;:?!»%]|« |[^\s\u00a0\u202f][;?!»](?!\w)|'/, fr);
    assert.doesNotMatch(ar, /[\u0600-\u06ff][,;?]/, ar);
  }
});

test("a sentence without a translation is none; a value that is said too is written by whoever asks", () => {
  assert.equal(
    translateSaid("fr", says`Nobody has translated this.`, () => ({})),
    undefined,
  );
  const inner = { node: true };
  assert.deepEqual(
    translateSaid("fr", says`The file is no text. ${says`Nobody has translated this.`}`, () => inner),
    ["Le fichier n’est pas un texte. ", inner],
  );
  assert.deepEqual(
    translateSaid("en", says`The file is no text. ${says`Send it.`}`, () => inner),
    ["The file is no text. Send it."],
  );
  assert.deepEqual(
    translateSaid("ar", says`There is no lesson “${"x-1"}”.`, () => inner),
    ["لا يوجد درس مستفاد «\u2068x-1\u2069»."],
  );
});

test("what somebody typed turns nothing around it, and its braces are no places for values", () => {
  const typed = "\u202e{0}\u2069<b>";
  for (const language of languages) {
    const text = translateSaid(language, says`There is no lesson “${typed}”.`, () => ({}))?.join("") ?? "";
    assert.match(text, /\{0\}(?:<b>)/, language);
    assert.doesNotMatch(text.replace(/\u2068\{0\}<b>\u2069/, ""), /[\u202a-\u202e\u2066-\u2069]/, language);
  }
});

function valuesIn(template: string): string[] {
  return [...template.matchAll(/\{(\d+)\}/g)].map(([, at]) => at ?? "");
}

import assert from "node:assert/strict";
import { test } from "node:test";
import type { NoticeCode } from "./notice.ts";
import { decideSoftware, isHead, type Signs } from "./software.ts";

const code = (id: string, rank: NoticeCode["rank"] = "main"): NoticeCode => ({ scheme: "CPV", id, rank, at: `/${id}` });

/** What a notice with these codes and signs buys; a place is the word itself. */
function decide(ids: readonly string[], signs: Partial<Signs<string>>) {
  const codes = ids.map((id, index) => code(id, index === 0 ? "main" : "item"));
  return decideSoftware<string>({ codes, placeOfCode: ({ id }) => id, times: 0, textLength: 0, readable: true, ...signs });
}

test("a code of software decides where nothing speaks against it", () => {
  assert.deepEqual(decide(["48000000"], {}), { software: true, basis: "code", place: "48000000" });
  assert.deepEqual(decide(["15800000"], {}), { software: false, basis: "code", place: "15800000" });
  assert.equal(decide([], {}).basis, "none");
});

test("a title overrules a code, either way, but not one for goods or works in passing", () => {
  assert.deepEqual(decide(["79000000"], { titleSays: "payroll software" }), { software: true, basis: "words", place: "payroll software" });
  assert.deepEqual(decide(["72000000"], { titleSaysOther: "laptops" }), { software: false, basis: "words", place: "laptops" });
  assert.equal(decide(["38000000"], { titleMaySay: "system" }).software, false);
  assert.equal(decide(["45000000"], { times: 2, textLength: 100, textSays: "software" }).software, false);
});

test("texts decide where neither code nor title does, by how often they speak of software", () => {
  const said = (times: number, textLength: number) => decide([], { times, textLength, textSays: "software" }).software;
  assert.equal(said(1, 6000), false);
  assert.equal(said(5, 4000), true);
  assert.equal(said(10, 40_000), true);
  assert.equal(said(3, 40_000), false);
});

test("other goods count where they are what a title is about", () => {
  const head = (title: string, other: string, software: string) => {
    const span = (word: string) => ({ start: title.indexOf(word), end: title.indexOf(word) + word.length });
    return isHead(title, span(other), span(software));
  };
  assert.equal(head("Servers and software", "Servers", "software"), true);
  assert.equal(head("Laboratory information system", "Laboratory", "system"), false);
  assert.equal(head("Matériel du système", "Matériel", "système"), true);
});

test("one word of software tells in a sentence or two where no code does, not in a long text", () => {
  assert.equal(decide([], { times: 1, textLength: 200, textSays: "software" }).software, true);
  assert.equal(decide([], { times: 1, textLength: 2000, textSays: "software" }).software, false);
});

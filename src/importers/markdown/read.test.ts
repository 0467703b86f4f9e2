import assert from "node:assert/strict";
import { test } from "node:test";
import { readMarkdown } from "./read.ts";

const short = (text: string) =>
  readMarkdown(text).blocks.map(({ kind, level, number, text }) => [kind, level ?? "", number ?? "", text].join("|"));

test("headings, lists, tables and paragraphs lose their marks and keep their words", () => {
  const text =
    "# Act\n\nSection\n===\n\nThe **agency** [shall](https://example.org) `publish`.\n\n7. seventh\n   - dot\n8. eighth\n\n| a | b |\n|---|---|\n| c | d |\n";
  assert.deepEqual(short(text), [
    "heading|1||Act",
    "heading|1||Section",
    "paragraph|||The agency shall publish.",
    "paragraph||7.|seventh",
    "item|2||dot",
    "paragraph||8.|eighth",
    "table-row|||a\tb",
    "table-row|||c\td",
  ]);
});

test("lines that begin with a letter or a number are pieces of their own", () => {
  assert.deepEqual(short("Software is:\na) free;\nb) bought\nand kept.\n1-bis. Next."), [
    "paragraph|||Software is:",
    "paragraph|||a) free;",
    "paragraph|||b) bought and kept.",
    "paragraph|||1-bis. Next.",
  ]);
});

test("HTML within is read as text, its scripts and comments are not", () => {
  assert.deepEqual(short("<!-- note -->\n\n<div><p>Text</p><script>x()</script></div>\n\nA <br> B <b>c</b>"), [
    "paragraph|||Text",
    "paragraph|||A B c",
  ]);
});

test("settings at the beginning are left out; a line at the beginning alone is not", () => {
  const read = readMarkdown("---\ntitle: Act\n---\n# Act\n");
  assert.deepEqual(read.blocks, [{ kind: "heading", level: 1, text: "Act" }]);
  assert.equal(read.notes.size, 1);
  assert.deepEqual(short("---\n\nText\n\n---\n"), ["paragraph|||Text"]);
});

test("runs of marks that are hard to match take no longer than their length allows", () => {
  for (const mark of ["*a ", "**a *b ", "[", "![", "_a*", "`", "> ", "<", "[a](", "- ", "a**b_c"]) {
    const from = process.cpuUsage().user;
    readMarkdown(mark.repeat(20_000));
    const seconds = (process.cpuUsage().user - from) / 1e6;
    assert.ok(seconds < 5, `${mark}: ${seconds} s`);
  }
});

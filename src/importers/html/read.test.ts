import assert from "node:assert/strict";
import { test } from "node:test";
import { readHtml } from "./read.ts";

const short = (html: string) =>
  readHtml(html).blocks.map(({ kind, level, number, text }) => [kind, level ?? "", number ?? "", text].join("|"));

test("headings, paragraphs, lists and tables are read as they stand", () => {
  const html = `<h1>Act</h1><p>One <b>bold</b>
    line</p><ol start=3><li>third<ol type=a><li>inner</li></ol></li><li><p>fourth</p><p>goes on</p></li></ol><ul><li>dot</li></ul>
    <table><tr><th>Role<th>Duty<tr><td>Officer<td>publishes</table>text between<h2>Next</h2>`;
  assert.deepEqual(short(html), [
    "heading|1||Act",
    "paragraph|||One bold line",
    "paragraph||3.|third",
    "item|2|a.|inner",
    "paragraph||4.|fourth",
    "paragraph|||goes on",
    "item|1||dot",
    "table-row|||Role\tDuty",
    "table-row|||Officer\tpublishes",
    "paragraph|||text between",
    "heading|2||Next",
  ]);
});

test("scripts, styles, frames, navigation and what is hidden are left out, with notes", () => {
  const html = `<nav>menu</nav><script>steal()</script><style>p{}</style><p onclick="x()">Text</p><p hidden>no</p>
    <iframe src="https://example.org/">inside</iframe><img src=x onerror=alert(1)><template><p>no</p></template><footer>foot</footer>`;
  const { blocks, notes } = readHtml(html);
  assert.deepEqual(blocks, [{ kind: "paragraph", text: "Text" }]);
  assert.equal(notes.size, 2);
});

test("of a page with a main part only that is read", () => {
  assert.deepEqual(short("<body><div>banner</div><main><p>Law</p></main><div>links</div>"), ["paragraph|||Law"]);
});

test("line breaks part what begins with a number or stands behind an empty line", () => {
  assert.deepEqual(short("<p>Means:<br>a) code;<br>b) data<br>and more<br><br>End"), [
    "paragraph|||Means:",
    "paragraph|||a) code;",
    "paragraph|||b) data and more",
    "paragraph|||End",
  ]);
});

test("a table that lays out a page gives what its cells hold", () => {
  assert.deepEqual(short("<table><tr><td>menu<td><h1>Act</h1><p>Text</table>"), ["paragraph|||menu", "heading|1||Act", "paragraph|||Text"]);
});

test("100,000 levels and endless formatting are refused, not walked", () => {
  assert.throws(() => readHtml("<div>".repeat(100_000)), /nested deeper than 512/);
  assert.throws(() => readHtml("<b>".repeat(100_000)), /nested deeper/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { madeDocx, p } from "../../../test/made-files.ts";
import { readDocx } from "./read.ts";

const level = (at: number, format: string, text: string, more = "") =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, "decimal", "Article %1", '<w:pStyle w:val="Art"/>')}${level(1, "decimal", "%1.%2")}${level(2, "lowerLetter", "(%3)")}${level(3, "bullet", "o")}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
const styles = `<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Kapitel"/><w:basedOn w:val="H1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Toc"><w:name w:val="toc 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Art"><w:name w:val="Article"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
const at = (list: number, depth: number) => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;

test("automatic numbers are written out as Word shows them, from the style as from the paragraph", () => {
  const body =
    p("Scope", '<w:pStyle w:val="Art"/>') +
    p("One", at(1, 1)) +
    p("Two", at(1, 1)) +
    p("a thing", at(1, 2)) +
    p("another", at(1, 2)) +
    p("anew", at(2, 2)) +
    p("dot", at(1, 3)) +
    p("Terms", '<w:pStyle w:val="Art"/>') +
    p("First again", at(1, 1)) +
    p("None", '<w:pStyle w:val="Art"/><w:numPr><w:numId w:val="0"/></w:numPr>');
  const read = readDocx(madeDocx(body, { numbering, styles })).blocks.map(({ kind, number, text }) => `${kind} ${number ?? "–"} ${text}`);
  assert.deepEqual(read, [
    "paragraph Article 1 Scope",
    "paragraph 1.1 One",
    "paragraph 1.2 Two",
    "item (a) a thing",
    "item (b) another",
    "item (a) anew",
    "item – dot",
    "paragraph Article 2 Terms",
    "paragraph 2.1 First again",
    "paragraph – None",
  ]);
});

test("headings are told by style, by the style it is based on and by outline level; a table of contents is left out", () => {
  const body =
    p("Act", '<w:pStyle w:val="H1"/>') +
    p("Chapter", '<w:pStyle w:val="Own"/>') +
    p("Part", '<w:outlineLvl w:val="2"/>') +
    p("Act … 3", '<w:pStyle w:val="Toc"/>') +
    `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p("Contents")}</w:sdtContent></w:sdt>` +
    p("Text");
  assert.deepEqual(readDocx(madeDocx(body, { styles })).blocks, [
    { kind: "heading", level: 1, text: "Act" },
    { kind: "heading", level: 1, text: "Chapter" },
    { kind: "heading", level: 3, text: "Part" },
    { kind: "paragraph", text: "Text" },
  ]);
});

test("what tracked changes took out is left out, what they put in is kept, and a note says so", () => {
  const body =
    '<w:p><w:r><w:t>The agency </w:t></w:r><w:del><w:r><w:delText>may</w:delText></w:r></w:del><w:ins><w:r><w:t>shall</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> publish.</w:t></w:r></w:p>' +
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One sentence </w:t></w:r></w:p>" +
    p("in two halves.") +
    `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${p("gone")}</w:tc><w:tc>${p("gone")}</w:tc></w:tr></w:tbl>`;
  const { blocks, notes } = readDocx(madeDocx(body));
  assert.deepEqual(
    blocks.map(({ text }) => text),
    ["The agency shall publish.", "One sentence in two halves."],
  );
  assert.match([...notes].join(), /Tracked changes/);
});

test("tables are read row by row; a table of one cell only lays out what it holds", () => {
  const cell = (words: string) => `<w:tc>${p(words)}</w:tc>`;
  const body = `<w:tbl><w:tr>${cell("Role")}${cell("Duty")}</w:tr><w:tr>${cell("Officer")}${cell("publishes")}</w:tr></w:tbl><w:tbl><w:tr><w:tc>${p("One")}${p("Two")}</w:tc></w:tr></w:tbl>`;
  assert.deepEqual(readDocx(madeDocx(body)).blocks, [
    { kind: "table-row", text: "Role\tDuty" },
    { kind: "table-row", text: "Officer\tpublishes" },
    { kind: "paragraph", text: "One" },
    { kind: "paragraph", text: "Two" },
  ]);
});

test("footnotes stand at the end, in the order of the text", () => {
  const note = (id: number, words: string) => `<w:footnote w:id="${id}">${p(words)}</w:footnote>`;
  const body = `<w:p><w:r><w:t>One</w:t><w:footnoteReference w:id="9"/></w:r></w:p><w:p><w:r><w:t>Two</w:t><w:footnoteReference w:id="4"/></w:r></w:p>`;
  const { blocks } = readDocx(madeDocx(body, { footnotes: note(4, "second") + note(9, "first") }));
  assert.deepEqual(
    blocks.map(({ number, text }) => `${number ?? ""}${text}`),
    ["One[1]", "Two[2]", "[1]first", "[2]second"],
  );
});

test("a text box is read once, though Word writes it twice", () => {
  const box = `<w:txbxContent>${p("In the box")}</w:txbxContent>`;
  const body = `<w:p xmlns:mc="m"><w:r><w:t>Around</w:t><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  assert.deepEqual(
    readDocx(madeDocx(body)).blocks.map(({ text }) => text),
    ["In the box", "Around"],
  );
});

test("macros, comments and embedded files are told of and not read", () => {
  const parts = { "word/vbaProject.bin": new Uint8Array(50), comments: p("secret"), "word/embeddings/x.xlsx": new Uint8Array(5) };
  const { blocks, notes } = readDocx(madeDocx(p("Text"), parts));
  assert.equal(blocks.length, 1);
  assert.equal([...notes].filter((note) => /macros|Comments|embedded/.test(note)).length, 3);
});

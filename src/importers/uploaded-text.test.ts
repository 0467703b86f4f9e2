import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { madeDocx, madePdf, p, pdfBomb } from "../../test/made-files.ts";
import { Problem, type ProblemCode } from "../shared/problem.ts";
import { LARGEST_FILE, readUploadedText } from "./uploaded-text.ts";

const sentence = [{ x: 60, y: 100, text: "The agency shall publish its source code." }];

async function refuses(bytes: Uint8Array, code: ProblemCode, words: RegExp, fileName = "act.docx"): Promise<void> {
  await assert.rejects(readUploadedText(bytes, fileName), (error) => {
    assert.ok(error instanceof Problem, String(error));
    assert.equal(error.code, code, error.message);
    assert.match(error.message, words);
    return true;
  });
  assert.deepEqual(threads(), [], "the thread that read is ended");
}

const threads = (): string[] => process.getActiveResourcesInfo().filter((resource) => resource === "MessagePort" || resource === "Worker");

test("what a file is, is told by its content and not by its name", async () => {
  const kinds = [
    [madeDocx(p("Text")), "act.pdf", "docx"],
    [madePdf([sentence]), "act.docx", "pdf"],
    [strToU8("<!DOCTYPE html><p>Text"), "act.txt", "html"],
    [strToU8("# Act\n\nThe **agency** publishes."), "act.txt", "markdown"],
    [strToU8("The agency publishes."), "act.html", "plain-text"],
    [strToU8("The agency publishes."), "act.md", "markdown"],
  ] as const;
  for (const [bytes, name, kind] of kinds) {
    const read = await readUploadedText(bytes, name);
    assert.equal(read.kind, kind, name);
    assert.equal(read.blocks.length > 0, true, name);
  }
});

test("what is no text, or no text that is read, is refused by name", async () => {
  await refuses(new Uint8Array(), "invalid-file", /empty/);
  await refuses(strToU8(" \n \n"), "invalid-file", /No text was found/);
  await refuses(new Uint8Array(LARGEST_FILE + 1), "too-large", /25 MB/);
  await refuses(strToU8("{\\rtf1 text}"), "unsupported", /RTF/);
  await refuses(strToU8('<?xml version="1.0"?><akomaNtoso/>'), "unsupported", /XML/);
  await refuses(zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text") }), "unsupported", /OpenDocument/);
  await refuses(zipSync({ "a.txt": strToU8("a") }), "unsupported", /ZIP/);
  await refuses(
    Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 251),
    "invalid-file",
    /no text|zero bytes/,
  );
  await refuses(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), "invalid-file", /no text/, "scan.pdf");
});

test("what a password protects is refused as such", async () => {
  const ole = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1000),
    Buffer.from("EncryptedPackage", "utf16le"),
  ]);
  await refuses(ole, "unsupported", /password/);
  await refuses(ole.subarray(0, 900), "unsupported", /before 2007/);
  const pdf = Buffer.from(madePdf([sentence]));
  const key = "0".repeat(64);
  const encrypted = Buffer.from(
    pdf
      .toString("latin1")
      .replace("/Root 1 0 R", `/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`),
    "latin1",
  );
  await refuses(encrypted, "unsupported", /password/, "act.pdf");
});

test("broken files are refused, wherever they break off", async () => {
  const docx = madeDocx(p("Text ".repeat(500)));
  for (const end of [4, 200, docx.length - 30]) await refuses(docx.subarray(0, end), "invalid-file", /broken/);
  await refuses(madeDocx("<w:p><w:r>"), "invalid-file", /broken/);
  await refuses(strToU8("%PDF-1.7\n garbage"), "invalid-file", /broken/, "act.pdf");
  const pdf = madePdf([sentence]);
  await refuses(pdf.subarray(0, 60), "invalid-file", /broken/, "act.pdf");
});

test("external entities and document types in a Word file are refused", async () => {
  const document = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:body>&e;</w:body></w:document>';
  await refuses(madeDocx("", { "word/document.xml": document }), "invalid-file", /document type/);
  await refuses(madeDocx("&e;"), "invalid-file", /broken/);
});

test("a macro is never run: the text is read and a note tells of it", async () => {
  const { notes } = await readUploadedText(madeDocx(p("Text"), { "word/vbaProject.bin": new Uint8Array(9) }), "act.docm");
  assert.match(notes.join(), /macros/);
});

test("ZIP bombs are refused: flat, nested, and with sizes that lie", async () => {
  const zeros = new Uint8Array(210_000_000);
  const flat = madeDocx("", { "word/document.xml": zeros });
  await refuses(flat, "too-large", /unpacks to more than 200 MB/);
  const nested = zipSync({ "a.zip": zipSync({ "b.zip": flat }) });
  await refuses(nested, "unsupported", /ZIP/);
  const { blocks } = await readUploadedText(madeDocx(p("Text"), { "word/media/a.zip": nested }), "act.docx");
  assert.equal(blocks.length, 1, "a bomb that is no part of the text is not opened");
  await refuses(withSizeOfDocument(flat, 1000), "invalid-file", /broken/);
  await refuses(withSizeOfDocument(madeDocx(p("Text")), 4_000_000_000), "too-large", /unpacks/);
});

test("a page of PDF that unpacks to 800 MB ends the thread, not the house", async () => {
  const bomb = pdfBomb(800_000_000);
  const rss = process.memoryUsage().rss;
  let peak = rss;
  const look = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 10);
  await refuses(bomb, "too-large", /unpacks to more/, "act.pdf");
  clearInterval(look);
  assert.ok(peak - rss < 700_000_000, `${Math.round((peak - rss) / 1e6)} MB more at the peak`);
});

test("300,000 objects in a PDF are passed over", async () => {
  const objects = Array.from({ length: 300_000 }, () => "null");
  const { blocks } = await readUploadedText(madePdf([sentence], "", objects), "act.pdf");
  assert.equal(blocks.length, 1);
});

test("what is nested without end is refused", async () => {
  await refuses(strToU8(`<!doctype html>${"<div>".repeat(100_000)}`), "too-large", /nested/, "act.html");
  await refuses(madeDocx("<w:tbl><w:tr><w:tc>".repeat(100_000) + "</w:tc></w:tr></w:tbl>".repeat(100_000)), "too-large", /nested/);
  const brackets = await readUploadedText(strToU8(`# A\n\n${"[".repeat(100_000)}${"*a **b ".repeat(100_000)}`), "act.md");
  assert.equal(brackets.kind, "markdown");
});

test("texts without end are refused: by characters, by paragraphs", async () => {
  await refuses(strToU8("word ".repeat(1_100_000)), "too-large", /characters/);
  await refuses(strToU8("a\n\n".repeat(100_001)), "too-large", /paragraphs/);
  await refuses(madeDocx(p("a").repeat(100_001)), "too-large", /paragraphs/);
});

test("several files are read in turn, a refused one among them", async () => {
  const good = madeDocx(p("Text"));
  const answers = await Promise.allSettled([good, strToU8("{\\rtf"), good, good].map((bytes) => readUploadedText(bytes, "act.docx")));
  assert.deepEqual(
    answers.map(({ status }) => status),
    ["fulfilled", "rejected", "fulfilled", "fulfilled"],
  );
});

/** The same file with another size of its document in the list at the end, by which readers of ZIP go. */
function withSizeOfDocument(file: Uint8Array, size: number): Uint8Array {
  const changed = Buffer.from(file);
  const name = changed.lastIndexOf("word/document.xml");
  changed.writeUInt32LE(size, name - 46 + 24);
  return changed;
}

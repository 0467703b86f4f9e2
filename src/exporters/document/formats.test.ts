import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import MarkdownIt from "markdown-it";
import { SaxesParser } from "saxes";
import { everyKind, hostileText, madeComment, madeContext, madeDraft, madeLabels } from "../../../test/made-draft.ts";
import type { Draft } from "../../drafting/draft.ts";
import { renderDraft } from "../../drafting/rendered.ts";
import { Problem } from "../../shared/problem.ts";
import { akomaNtoso } from "../akoma-ntoso/write.ts";
import type { Document } from "./document.ts";
import { writeDocument } from "./formats.ts";
import { documentOf } from "./from-draft.ts";
import { writeInThread } from "./thread.ts";

const coded = {
  codings: [{ type: "code-inventory", strength: "must" as const, by: "person" as const, because: [], verdict: "accepted" as const }],
};
const comments = [
  madeComment(3, "a2"),
  madeComment(4, "a2", { answers: 3, body: "An answer" }),
  madeComment(7, "a2", { span: "make an inventory", suggestion: `keep ${hostileText}` }),
  madeComment(9, "a2", { span: "words that stand here no more", resolvedAt: "2026-11-21T00:00:00Z" }),
  madeComment(11, "gone"),
];
const elements = everyKind.map((one) => (one.id === "a2" ? { ...one, ...coded } : one));

function made(draft: Draft = madeDraft(elements)): Document {
  return documentOf(renderDraft(draft, madeLabels), madeContext(comments), draft.changedAt);
}

/** Throws where it is not well-formed. */
function readXml(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
}

function partsOf(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
  for (const [name, text] of parts) if (/\.(xml|rels)$/.test(name)) readXml(text);
  return Object.fromEntries(parts);
}

test("DOCX: headings, automatic numbers, comments where they were made, a table with a head, open blanks highlighted", async () => {
  const bytes = await writeDocument(made(), "docx");
  const parts = partsOf(bytes);
  const body = parts["word/document.xml"] ?? "";
  assert.equal(body.match(/<w:pStyle w:val="Heading[12]"\/>/g)?.length, 9);
  assert.match(parts["word/numbering.xml"] ?? "", /w:lvlText w:val="Article %1\."/);
  assert.match(body, /<w:commentRangeStart w:id="2"\/><w:r>(?:(?!<\/w:r>).)*make an inventory<\/w:t><\/w:r><w:commentRangeEnd w:id="2"\/>/);
  assert.equal(body.match(/<w:commentReference /g)?.length, 4, "the comment on an element that is gone is left out");
  assert.match(parts["word/comments.xml"] ?? "", /w:author="Amina &amp; Co"/);
  assert.match(body, /<w:tblHeader\/>/);
  assert.match(body, /<w:highlight w:val="yellow"\/>(?:(?!<\/w:r>).)*\[Lead body for digital government\]/);
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  assert.match(value, /<h2>(<a id="[^"]*"><\/a>)?Purpose<\/h2>/);
  assert.doesNotMatch(value, /<script>/);
});

test("ODT: media type first and stored, numbered headings, annotations, a table with a head", async () => {
  const bytes = await writeDocument(made(), "odt");
  assert.equal(Buffer.from(bytes).toString("latin1", 30, 38), "mimetype");
  assert.equal(Buffer.from(bytes).toString("latin1", 38, 77), "application/vnd.oasis.opendocument.text");
  const { "content.xml": body = "" } = partsOf(bytes);
  assert.match(body, /style:num-prefix="Article "/);
  assert.equal(body.match(/<office:annotation /g)?.length, 4);
  assert.match(
    body,
    /<office:annotation office:name="note-2".*<\/office:annotation>make an inventory<office:annotation-end office:name="note-2"\/>/,
  );
  assert.match(body, /<table:table-header-rows>/);
});

test("who has no account is called the author, in the language of the draft", () => {
  const draft = madeDraft(elements, "fr");
  const { notes } = documentOf(renderDraft(draft), madeContext([madeComment(1, "a2", { who: "local" })]), draft.changedAt);
  assert.equal(notes[0]?.who, "Auteur");
});

test("Markdown: no word of a draft becomes a mark", async () => {
  const text = new TextDecoder().decode(await writeDocument(made(), "md"));
  const html = new MarkdownIt({ html: true, linkify: false }).render(text);
  assert.doesNotMatch(html, /<(script|em|code|del|label)\b|href="javascript/);
  assert.equal(html.match(/<h[1-6]>/g)?.length, 11, "title, eight elements, precedents, comments");
  assert.match(html, /#import/);
});

test("the annex names each precedent in one row with a link, and quotes it where that is asked for", () => {
  const draft = madeDraft(elements);
  const annex = (form?: "named" | "wording") => documentOf(renderDraft(draft), madeContext(), draft.changedAt, form).blocks.at(-1);
  const cells = (form?: "named" | "wording") => {
    const table = annex(form);
    assert.equal(table?.kind, "table");
    return table?.kind === "table" ? table.rows[0]?.map((cell) => cell.map((runs) => runs.map(({ text }) => text).join(""))) : undefined;
  };
  assert.deepEqual(cells(), [["Article 2"], ["France: Loi"], ["art. 1"], ["example.org"]]);
  assert.deepEqual(cells("wording")?.[2], ["Les organismes publient."]);
});

test("each format tells at its foot how long the trail is and how it ends", async () => {
  const document = { ...made(), trail: "Trail of the draft: 12 entries, the last with the fingerprint ab12" };
  const footer = Object.entries(partsOf(await writeDocument(document, "docx"))).filter(([name]) => /footer\d*\.xml$/.test(name));
  assert.ok(footer.some(([, text]) => text.includes("fingerprint ab12")));
  assert.match(
    partsOf(await writeDocument(document, "odt"))["styles.xml"] ?? "",
    /<style:footer>.*fingerprint ab12<\/text:p><\/style:footer>/,
  );
  assert.match(new TextDecoder().decode(await writeDocument(document, "md")), /fingerprint ab12\n$/);
});

test("Arabic reads from right to left in every format", async () => {
  const document = made(madeDraft([{ id: "a2", heading: "الجرد", text: "على كل جهة إعداد جرد.\n\nويُنشر." }], "ar", "قانون"));
  assert.equal(document.direction, "rtl");
  const docx = partsOf(await writeDocument(document, "docx"))["word/document.xml"] ?? "";
  const direct = docx.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs) ?? [];
  assert.ok(direct.length > 4 && direct.every((paragraph) => paragraph.includes("<w:bidi/>")));
  assert.match(partsOf(await writeDocument(document, "odt"))["styles.xml"] ?? "", /style:writing-mode="rl-tb"/);
  assert.match(new TextDecoder().decode(await writeDocument(document, "md")), /^<div dir="rtl" lang="ar">/);
});

test("whatever is typed, every file is made and is well-formed", async () => {
  const words = fc.string({
    unit: fc.oneof(fc.constantFrom(...hostileText), fc.string({ unit: "binary", minLength: 1, maxLength: 1 })),
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(words, words, words, async (title, heading, text) => {
      const draft = madeDraft(
        [
          { id: "a2", heading, text, ...coded },
          { kind: "preamble", heading, text },
        ],
        "en",
        title,
      );
      readXml(akomaNtoso(renderDraft(draft), draft));
      const document = documentOf(
        renderDraft(draft),
        madeContext([madeComment(1, "a2", { body: text, span: heading, who: title })]),
        draft.changedAt,
      );
      partsOf(await writeDocument(document, "odt"));
      partsOf(await writeDocument(document, "docx"));
      await writeDocument(document, "pdf").catch((error) => assert.ok(error instanceof Problem, String(error)));
    }),
    { numRuns: 30 },
  );
});

test("an empty draft, a paragraph of a megabyte and 300 articles are written in the thread", async () => {
  const large = [
    madeDraft([]),
    madeDraft([{ text: "Words and more. ".repeat(62_500) }]),
    madeDraft(Array.from({ length: 300 }, () => ({ heading: "H", text: "One.\n\nTwo:\n- a" }))),
  ];
  for (const draft of large)
    for (const format of ["docx", "odt", "pdf", "md"] as const) assert.ok((await writeInThread(made(draft), format)).length > 20, format);
});

test("the thread says why it refuses, goes on afterwards, and takes no more than may wait", async () => {
  const chinese = made(madeDraft([{ text: "开源软件的定义和范围。".repeat(20) }], "zh", "政策"));
  await assert.rejects(
    writeInThread(chinese, "pdf"),
    (error) => error instanceof Problem && error.code === "unsupported" && /DOCX or ODT/.test(error.message),
  );
  const asked = Array.from({ length: 20 }, () => writeInThread(made(madeDraft([])), "md"));
  const answers = await Promise.allSettled(asked);
  assert.equal(answers.filter(({ status }) => status === "fulfilled").length, 12);
  assert.ok(answers.every((one) => one.status === "fulfilled" || one.reason.code === "busy"));
});

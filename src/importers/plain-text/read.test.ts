import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decodeText } from "./decode.ts";
import { readPlainText } from "./read.ts";

const texts = (text: string) => readPlainText(text).blocks.map(({ text }) => text);

test("lines broken to fit a page are put together; numbers, articles and bullets begin anew", () => {
  const text = `Article 1 Purpose
(1) This Act governs the publica-
tion of source code that public
authorities commission.
(2) It binds:
- ministries;
- agencies.

Article 2`;
  assert.deepEqual(readPlainText(text).blocks, [
    { kind: "paragraph", text: "Article 1 Purpose" },
    { kind: "paragraph", text: "(1) This Act governs the publication of source code that public authorities commission." },
    { kind: "paragraph", text: "(2) It binds:" },
    { kind: "item", level: 1, text: "ministries;" },
    { kind: "item", level: 1, text: "agencies." },
    { kind: "paragraph", text: "Article 2" },
  ]);
});

test("lines that are paragraphs stay apart", () => {
  const long = "The agency shall publish the source code of the software that it commissions, and shall keep a register of it. ".repeat(2);
  assert.equal(texts(`${long}\n${long}\n${long}`).length, 3);
});

test("every word is kept, whatever the lines", () => {
  const word = fc.stringMatching(/^[a-z]{1,9}$/);
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 12 }), { maxLength: 12 }), (lines) => {
      const words = texts(lines.map((line) => line.join(" ")).join("\n")).join(" ");
      assert.deepEqual(words.split(" ").filter(Boolean), lines.flat());
    }),
  );
});

const arabic = "المادة الأولى: تلتزم الجهات الحكومية بنشر الشيفرة المصدرية للبرمجيات";
const inPage = (text: string, page: string): Uint8Array => {
  const letters = new TextDecoder(page).decode(Uint8Array.from({ length: 256 }, (_, at) => at));
  return Uint8Array.from(text, (letter) => letters.indexOf(letter));
};

test("UTF-8, UTF-16 and the pages of Windows are told apart, with a note where it is a guess", () => {
  const french = "Les administrations publient le code source, à l’exception de ce qui doit être protégé.";
  const russian = "Государственные органы публикуют исходный код программ";
  assert.deepEqual(decodeText(Buffer.from(arabic)), { text: arabic });
  assert.deepEqual(decodeText(Buffer.from(`\uFEFF${french}`)), { text: french });
  assert.deepEqual(decodeText(Buffer.from(`\uFEFF${french}`, "utf16le")), { text: french });
  assert.deepEqual(decodeText(Buffer.from(`\uFEFF${arabic}`, "utf16le").swap16()), { text: arabic });
  assert.equal(decodeText(Buffer.from(french, "utf16le")).text, french);
  for (const [text, page] of [
    [arabic, "windows-1256"],
    [french, "windows-1252"],
    [russian, "windows-1251"],
  ] as const) {
    const { text: read, note } = decodeText(inPage(text, page));
    assert.equal(read, text);
    assert.match(note ?? "", new RegExp(page));
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { madePdf, type Placed } from "../../../test/made-files.ts";
import { readPdf } from "./read.ts";

const sentence = "The agency shall publish the source code of all software that it commissions";
/** Lines below each other, 12 points apart. */
const lines = (texts: readonly string[], from = 120, x = 60): Placed[] => texts.map((text, at) => ({ x, y: from + 12 * at, text }));

test("lines become paragraphs, hyphens at their end go, larger letters are headings", async () => {
  const page = [
    { x: 60, y: 80, text: "Software Act", size: 18 },
    { x: 60, y: 104, text: "Chapter one", size: 13 },
    ...lines([
      `(1) ${sentence} and docu-`,
      "ment its open-source licence in a register that anybody can read at any time.",
      `(2) ${sentence}.`,
    ]),
    ...lines([`Another paragraph: ${sentence} as open-`, `source software.`], 180),
  ];
  const { blocks } = await readPdf(madePdf([page]));
  assert.deepEqual(blocks, [
    { kind: "heading", level: 1, text: "Software Act", page: 1 },
    { kind: "heading", level: 2, text: "Chapter one", page: 1 },
    {
      kind: "paragraph",
      text: `(1) ${sentence} and document its open-source licence in a register that anybody can read at any time.`,
      page: 1,
    },
    { kind: "paragraph", text: `(2) ${sentence}.`, page: 1 },
    { kind: "paragraph", text: `Another paragraph: ${sentence} as open-source software.`, page: 1 },
  ]);
});

test("heads, feet and page numbers go, and a sentence goes on over the page", async () => {
  const page = (number: number, texts: string[]): Placed[] => [
    { x: 60, y: 40, text: `Official Gazette No ${number}` },
    ...lines(texts),
    { x: 290, y: 810, text: `– ${number} –` },
  ];
  const { blocks } = await readPdf(
    madePdf([page(1, [`${sentence}`]), page(2, ["and keeps a register of it."]), page(3, [`Article 3 ${sentence}.`])]),
  );
  assert.deepEqual(blocks, [
    { kind: "paragraph", text: `${sentence} and keeps a register of it.`, page: 1 },
    { kind: "paragraph", text: `Article 3 ${sentence}.`, page: 3 },
  ]);
});

test("two columns are read one after the other, below a title that spans both", async () => {
  const column = (word: string) => Array.from({ length: 12 }, (_, at) => `${word}${at} and some more words of this column`);
  const page = [
    { x: 60, y: 80, text: "A title that stands above both columns and is as wide as the whole page is, nearly" },
    ...lines(column("left"), 120, 50),
    ...lines(column("right"), 120, 310),
  ];
  const words = (await readPdf(madePdf([page]))).blocks.map(({ text }) => text).join(" ");
  const places = ["A title", "left0", "left11", "right0", "right11"].map((word) => words.indexOf(word));
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  );
  assert.ok(!places.includes(-1));
});

test("pieces that stand below each other make a table", async () => {
  const row = (y: number, ...cells: string[]): Placed[] => cells.map((text, at) => ({ x: 60 + 150 * at, y, text }));
  const { blocks } = await readPdf(madePdf([[...row(100, "Role", "Duty", "Until"), ...row(114, "Officer", "publishes", "2027")]]));
  assert.deepEqual(
    blocks.map(({ kind, text }) => [kind, text]),
    [
      ["table-row", "Role\tDuty\tUntil"],
      ["table-row", "Officer\tpublishes\t2027"],
    ],
  );
});

test("a page without text is told of; a file without any is refused as a scan", async () => {
  const { notes } = await readPdf(madePdf([lines([sentence]), []]));
  assert.match([...notes].join(), /No text was found on 1 of 2 pages: 2/);
  await assert.rejects(readPdf(madePdf([[], []])), /it was scanned/);
});

test("scripts and embedded files are told of and left alone", async () => {
  const objects = ["<< /S /JavaScript /JS (app.alert(1)) >>", "<< /Type /EmbeddedFile /Length 0 >>\nstream\n\nendstream"];
  const { blocks, notes } = await readPdf(madePdf([lines([sentence])], "/OpenAction 10 0 R", objects));
  assert.equal(blocks.length, 1);
  assert.equal([...notes].filter((note) => /scripts|embedded/.test(note)).length, 2);
});

import {
  AlignmentType,
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  type IParagraphOptions,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  Document as WordDocument,
} from "docx";
import { directionOf } from "../../drafting/rendered.ts";
import {
  type Block,
  type Cell,
  captioned,
  type Document,
  type HeadingNumber,
  type Item,
  noteEdges,
  printable,
  type Run,
} from "../document/document.ts";

/** What Word calls its levels: lower letters run a … z, aa, bb there, ours a … z, aa, ab. */
const LETTERS_ALIKE = 27;
/** Twentieths of a point. */
const INDENT = 480;
const LINE = 9026;
const headingLevels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4];

/** A document as DOCX: headings, numbers, comments and tables are Word's own, so that lawyers go on writing in it. */
export async function docx(document: Document): Promise<Uint8Array> {
  const written = new WordDocument({
    title: document.title,
    creator: document.author ?? "Openfirst",
    description: [...document.subtitle, ...(document.trail ? [document.trail] : [])].join(" "),
    styles: { default: stylesOf(document), paragraphStyles: [smallPrint] },
    numbering: { config: numberingOf(document) },
    comments: { children: document.notes.map((note) => commentOf(note, document)) },
    sections: [
      {
        headers: { default: new Header({ children: [paragraphOf(document, [small(document, document.title)])] }) },
        footers: {
          default: new Footer({
            children: [pageNumbers(document), ...(document.trail ? [paragraphOf(document, [small(document, document.trail)])] : [])],
          }),
        },
        children: [...titleOf(document), ...captioned(document.blocks).flatMap((block, index) => writeBlock(block, document, index))],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(written));
}

function stylesOf({ language }: Document) {
  const font = { ascii: "Arial", hAnsi: "Arial", cs: "Arial", eastAsia: "Arial" };
  const sized = (size: number, before: number) => ({
    run: { size, sizeComplexScript: size, bold: true, boldComplexScript: true, color: "000000", font },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    document: {
      run: { font, size: 21, sizeComplexScript: 21, language: { value: language, bidirectional: language, eastAsia: language } },
      paragraph: { spacing: { after: 100, line: 259, lineRule: LineRuleType.AUTO } },
    },
    title: sized(36, 0),
    heading1: sized(26, 240),
    heading2: sized(23, 220),
    heading3: sized(22, 200),
    heading4: sized(22, 160),
  };
}

const smallPrint = {
  id: "SmallPrint",
  name: "Small print",
  basedOn: "Normal",
  run: { size: 16, sizeComplexScript: 16 },
  paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
};

function numberingOf({ blocks }: Document) {
  const series = new Map<HeadingNumber["series"], HeadingNumber>();
  for (const block of blocks) if (block.kind === "heading" && block.numbered) series.set(block.numbered.series, block.numbered);
  const formats = { part: LevelFormat.UPPER_ROMAN, article: LevelFormat.DECIMAL, annex: LevelFormat.UPPER_LETTER };
  const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, start: number) => ({
    level: 0,
    format,
    text,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { start, hanging: INDENT } } },
  });
  return [
    ...[...series].map(([reference, { word }]) => ({
      reference,
      levels: [
        {
          level: 0,
          format: formats[reference],
          text: `${word.replaceAll("%", "")} %1.`.trimStart(),
          suffix: LevelSuffix.SPACE,
          style: { paragraph: { indent: { start: 0, firstLine: 0 } } },
        },
      ],
    })),
    { reference: "paragraphs", levels: [level(LevelFormat.DECIMAL, "(%1)", INDENT)] },
    { reference: "items", levels: [level(LevelFormat.LOWER_LETTER, "(%1)", 2 * INDENT)] },
    { reference: "bullets", levels: [level(LevelFormat.BULLET, "•", 2 * INDENT)] },
  ];
}

function titleOf(document: Document): Paragraph[] {
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      ...sideOf(document.direction),
      children: [textRun({ text: document.title, bold: true }, document)],
    }),
    ...document.subtitle.map((line) => paragraphOf(document, [small(document, line)])),
  ];
}

function pageNumbers(document: Document): Paragraph {
  const [page, of] = document.page;
  return new Paragraph({
    ...sideOf(document.direction),
    children: [
      new TextRun({
        size: 18,
        sizeComplexScript: 18,
        rightToLeft: document.direction === "rtl",
        children: [`${page} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES],
      }),
    ],
  });
}

function commentOf({ id, who, at, paragraphs, answers, resolved }: Document["notes"][number], document: Document) {
  return {
    id,
    author: who,
    initials: [...who][0] ?? "",
    date: new Date(at),
    ...(answers === undefined ? {} : { parentId: answers }),
    ...(resolved ? { resolved } : {}),
    children: paragraphs.map((text) => paragraphOf(document, [textRun({ text }, document)])),
  };
}

function writeBlock(block: Block, document: Document, index: number): (Paragraph | Table)[] {
  if (block.kind === "heading")
    return [
      paragraphOf(document, anchored(childrenOf(block.runs, document), block.id), {
        heading: headingLevels[block.level - 1] ?? HeadingLevel.HEADING_4,
        ...(block.numbered ? { numbering: { reference: block.numbered.series, level: 0 } } : {}),
      }),
    ];
  if (block.kind === "table") return [tableOf(block, document), paragraphOf(document, [])];
  // Numbers begin anew with the first paragraph of an article, letters with each paragraph.
  const first = block.number === undefined ? index : index - (Number(block.number) - 1);
  const options: Partial<IParagraphOptions> = {
    ...(block.number === undefined ? {} : { numbering: { reference: "paragraphs", level: 0, instance: first + 1 } }),
    ...(block.quotation ? { indent: { start: INDENT } } : {}),
  };
  return [
    ...(block.runs.length > 0 || block.number !== undefined
      ? [paragraphOf(document, childrenOf(block.runs, document), options, directionOfRuns(block.runs, document))]
      : []),
    ...block.items.map((item, place) => itemOf(item, place, document, index + 1)),
  ];
}

function itemOf({ letter, runs }: Item, place: number, document: Document, instance: number): Paragraph {
  const direction = directionOfRuns(runs, document);
  if (letter !== undefined && place >= LETTERS_ALIKE)
    return paragraphOf(
      document,
      [textRun({ text: `(${letter}) ` }, document), ...childrenOf(runs, document)],
      { indent: { start: 2 * INDENT, hanging: INDENT } },
      direction,
    );
  return paragraphOf(
    document,
    childrenOf(runs, document),
    { numbering: { reference: letter === undefined ? "bullets" : "items", level: 0, instance } },
    direction,
  );
}

function tableOf({ header, shares, rows, small: isSmall }: Extract<Block, { kind: "table" }>, document: Document): Table {
  const cell = (content: Cell, column: number, bold: boolean) =>
    new TableCell({
      width: { size: shares[column] ?? 10, type: WidthType.PERCENTAGE },
      margins: { top: isSmall ? 20 : 60, bottom: isSmall ? 20 : 60, left: 80, right: 80 },
      children: content.map((runs) =>
        paragraphOf(
          document,
          childrenOf(bold ? runs.map((one) => ({ ...one, bold: true as const })) : runs, document),
          isSmall ? { style: smallPrint.id } : {},
          directionOfRuns(runs, document),
        ),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: shares.map((share) => Math.round((share * LINE) / 100)),
    visuallyRightToLeft: document.direction === "rtl",
    rows: [
      new TableRow({ tableHeader: true, children: header.map((text, column) => cell([[{ text }]], column, true)) }),
      ...rows.map((row) => new TableRow({ children: row.map((content, column) => cell(content, column, false)) })),
    ],
  });
}

function childrenOf(runs: readonly Run[], document: Document): ParagraphChild[] {
  return noteEdges(runs).flatMap(({ run, begin, end }) => [
    ...begin.map((note) => new CommentRangeStart(note)),
    linked(run, document),
    ...end.flatMap((note) => [new CommentRangeEnd(note), new TextRun({ children: [new CommentReference(note)] })]),
  ]);
}

function linked(run: Run, document: Document): ParagraphChild {
  const written = textRun(run, document);
  if (run.to) return new InternalHyperlink({ anchor: bookmarkOf(run.to), children: [written] });
  return run.address ? new ExternalHyperlink({ link: run.address, children: [written] }) : written;
}

function textRun({ text, bold, open, language, address }: Run, document: Document): TextRun {
  return new TextRun({
    text: printable(text),
    rightToLeft: (language ? directionOf(language) : document.direction) === "rtl",
    ...(bold ? { bold, boldComplexScript: true } : {}),
    ...(open ? { highlight: "yellow" as const } : {}),
    ...(address ? { underline: {} } : {}),
    ...(language && language !== document.language ? { language: { value: language, bidirectional: language, eastAsia: language } } : {}),
  });
}

function small(document: Document, text: string): TextRun {
  return new TextRun({ text: printable(text), size: 18, sizeComplexScript: 18, rightToLeft: document.direction === "rtl" });
}

function paragraphOf(
  document: Document,
  children: readonly ParagraphChild[],
  options: Partial<IParagraphOptions> = {},
  direction: "ltr" | "rtl" = document.direction,
): Paragraph {
  return new Paragraph({ ...sideOf(direction), ...options, children });
}

function sideOf(direction: "ltr" | "rtl") {
  return { bidirectional: direction === "rtl" };
}

/** A quotation in another language reads in its own direction. */
function directionOfRuns(runs: readonly Run[], document: Document): "ltr" | "rtl" {
  const [first] = runs;
  return runs.length > 0 && first?.language && runs.every(({ language }) => language === first.language)
    ? directionOf(first.language)
    : document.direction;
}

function anchored(children: ParagraphChild[], id: string | undefined): ParagraphChild[] {
  return id ? [new Bookmark({ id: bookmarkOf(id), children })] : children;
}

/** A bookmark begins with a letter. */
function bookmarkOf(id: string): string {
  return `e_${id}`;
}

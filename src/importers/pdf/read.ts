import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Problem, says } from "../../shared/problem.ts";
import { BlockList, MOST_CHARACTERS } from "../block-list.ts";
import { linesOfPage, type Run } from "./line.ts";
import { type Page, paragraphsOf } from "./paragraphs.ts";

const MOST_PAGES = 3000;

type Pdf = typeof import("pdfjs-dist/legacy/build/pdf.mjs");
type Document = Awaited<ReturnType<Pdf["getDocument"]>["promise"]>;

/**
 * The text of a PDF: its lines put together to paragraphs, headings told by their size, columns by the space between them. Heads, feet and page
 * numbers are left out. Scripts are not run, embedded files and pictures are not opened, and nothing is fetched.
 * @throws Problem invalid-file, unsupported (a scan, a password), too-large
 */
export async function readPdf(bytes: Uint8Array): Promise<BlockList> {
  const list = new BlockList();
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (raw.includes("/JavaScript")) list.notes.add("The file holds scripts; they were neither read nor run.");
  if (raw.includes("/EmbeddedFile")) list.notes.add("Files embedded in the file were not read.");
  const document = await open(Uint8Array.from(bytes));
  try {
    if (document.numPages > MOST_PAGES)
      throw new Problem(
        "too-large",
        says`The file has ${document.numPages} pages; at most ${MOST_PAGES} are read at once. Send it in parts.`,
      );
    const { pages, empty } = await readPages(document);
    if (empty.length === pages.length)
      throw new Problem(
        "unsupported",
        "The file holds pictures of pages, but no text: it was scanned. Have its text recognised by a program (OCR), then send it again.",
      );
    if (empty.length > 0) list.notes.add(`No text was found on ${empty.length} of ${pages.length} pages: ${shortList(empty)}.`);
    if (pages.some(({ lines }) => lines.some(({ rightToLeft }) => rightToLeft)))
      list.notes.add(
        "Letters that are written as one sign, such as لا, may stand in the wrong order in a PDF. Send DOCX where you have it.",
      );
    for (const block of paragraphsOf(pages)) list.add(block);
    list.notes.add("A PDF holds lines, not paragraphs: paragraphs, headings and tables are told by where they stand. Look them through.");
    return list;
  } finally {
    await document.loadingTask.destroy();
  }
}

async function open(data: Uint8Array): Promise<Document> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const loading = getDocument({
    data,
    verbosity: 0,
    cMapUrl: join(folder, "cmaps/"),
    cMapPacked: true,
    standardFontDataUrl: join(folder, "standard_fonts/"),
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    useWasm: false,
  });
  try {
    return await loading.promise;
  } catch (cause) {
    if (cause instanceof Error && cause.name === "PasswordException")
      throw new Problem("unsupported", "The file is protected by a password. Save it without one and send it again.", { cause });
    throw new Problem("invalid-file", "The PDF is broken or not whole. Open it, save or print it as PDF again, and send that.", { cause });
  }
}

async function readPages(document: Document): Promise<{ pages: Page[]; empty: number[] }> {
  const pages: Page[] = [];
  const empty: number[] = [];
  let characters = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number).catch((cause: unknown) => {
      throw new Problem("invalid-file", says`Page ${number} of the PDF is broken. Save or print it as PDF again, and send that.`, {
        cause,
      });
    });
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const runs = items.flatMap((item) => ("str" in item ? runOf(item, transform) : []));
    for (const run of runs) characters += run.text.length;
    if (characters > MOST_CHARACTERS)
      throw new Problem(
        "too-large",
        says`The file has more than ${MOST_CHARACTERS.toLocaleString("en")} characters of text. Send it in parts.`,
      );
    if (runs.length === 0) empty.push(number);
    pages.push({ number, height, lines: linesOfPage(runs, width) });
    page.cleanup();
  }
  return { pages, empty };
}

interface TextItem {
  str: string;
  dir: string;
  transform: number[];
  width: number;
}

/** A run as it lies on the upright page; text that stands on its side, such as a watermark, is left out. */
function runOf({ str, dir, transform, width }: TextItem, [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0]: number[]): Run[] {
  const [ta = 0, tb = 0, tc = 0, td = 0, tx = 0, ty = 0] = transform;
  if (str.trim() === "") return [];
  const [across, down] = [a * ta + c * tb, b * ta + d * tb];
  if (Math.abs(down) > Math.abs(across)) return [];
  const size = Math.hypot(tc, td) || 1;
  return [{ text: str, x: a * tx + c * ty + e, y: b * tx + d * ty + f, width, size, rightToLeft: dir === "rtl" }];
}

function shortList(numbers: readonly number[]): string {
  return numbers.length > 10 ? `${numbers.slice(0, 10).join(", ")} …` : numbers.join(", ");
}

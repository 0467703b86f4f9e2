// A draft of 200 articles in every format, against the plain call of the library on the same words. Alone: node --import tsx bench/exports.ts

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Packer, Paragraph, Document as WordDocument } from "docx";
import { strToU8, zipSync } from "fflate";
import { fillIfEmpty } from "../src/cli/ship.ts";
import { openDatabase } from "../src/database/connect.ts";
import type { Draft, HeldElement } from "../src/drafting/draft.ts";
import { elementFromClause, fittingVariant, inUsualOrder } from "../src/drafting/from-clause.ts";
import { renderDraft } from "../src/drafting/rendered.ts";
import { akomaNtoso } from "../src/exporters/akoma-ntoso/write.ts";
import { findDraftContext } from "../src/exporters/document/context.ts";
import { type Block, type Document, plain } from "../src/exporters/document/document.ts";
import { writeDocument } from "../src/exporters/document/formats.ts";
import { documentOf } from "../src/exporters/document/from-draft.ts";
import { memoOf } from "../src/exporters/memo/memo.ts";
import { type Compiler, makeCompiler } from "../src/exporters/pdf/typst.ts";
import { listRecords } from "../src/registry/find.ts";
import { median } from "./measure.ts";

const ARTICLES = 200;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);

const { db, close } = await openDatabase({ folder: "memory", command: "bench" });
await fillIfEmpty(db, {});
const draft = await madeOf(ARTICLES);
const rendered = renderDraft(draft);
const context = await findDraftContext(db, draft);
const text = documentOf(rendered, context, draft.changedAt);
const memo = memoOf(rendered, draft.elements, context, { gaps: [], code: (_, value) => value }, draft.changedAt);

const plainTypst = compilerWithFonts();
const measured: [what: string, ours: () => unknown, floor?: () => unknown][] = [
  ["draft.docx", () => writeDocument(text, "docx"), () => plainDocx(text)],
  ["draft.odt", () => writeDocument(text, "odt"), () => plainZip(text)],
  ["draft.pdf", () => writeDocument(text, "pdf"), () => plainPdf(text)],
  ["draft.md", () => writeDocument(text, "md")],
  ["draft.xml", () => akomaNtoso(rendered, draft)],
  ["memo.docx", () => writeDocument(memo, "docx"), () => plainDocx(memo)],
  ["memo.odt", () => writeDocument(memo, "odt"), () => plainZip(memo)],
  ["memo.pdf", () => writeDocument(memo, "pdf"), () => plainPdf(memo)],
];

console.log(
  `${draft.elements.length} articles, ${linesOf(text).join(" ").length} characters; the memo ${linesOf(memo).join(" ").length}; ${ROUNDS} rounds in turn`,
);
console.log("| file | processor time | longest of the rounds by the clock | plain call | ratio |\n|---|---|---|---|---|");
const rows = measured.map(() => ({ ours: [] as number[], clock: [] as number[], floor: [] as number[] }));
for (let round = 0; round <= ROUNDS; round += 1)
  for (const [index, [, ours, floor]] of measured.entries()) {
    const [own, plainly] = [await timed(ours), floor ? await timed(floor) : undefined];
    // The first round warms up.
    if (round === 0) continue;
    rows[index]?.ours.push(own.processor);
    rows[index]?.clock.push(own.clock);
    if (plainly) rows[index]?.floor.push(plainly.processor);
  }
for (const [index, [what]] of measured.entries()) {
  const { ours, clock, floor } = rows[index] as (typeof rows)[number];
  const ratio = floor.length > 0 ? `${median(floor).toFixed(0)} ms | ${(median(ours) / median(floor)).toFixed(1)} ×` : "none | –";
  console.log(`| ${what} | ${median(ours).toFixed(0)} ms | ${Math.max(...clock).toFixed(0)} ms | ${ratio} |`);
}
await close();
process.exit(0);

async function timed(work: () => unknown): Promise<{ processor: number; clock: number }> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { processor: (user + system) / 1000, clock: performance.now() - start };
}

/** Clauses of the registry one after the other, and again until there are enough. */
async function madeOf(count: number): Promise<Draft> {
  const clauses = inUsualOrder((await listRecords(db, "clause")).items.map(({ record }) => record));
  const once = clauses.flatMap((clause) => {
    const variant = fittingVariant(clause, "statute", "starter") ?? fittingVariant(clause);
    return variant?.strengths[0] ? [elementFromClause(clause, variant, variant.strengths[0], "en")] : [];
  });
  const changedAt = "2026-11-23T10:00:00.000Z";
  const elements = Array.from(
    { length: count },
    (_, index): HeldElement => ({
      ...(once[index % once.length] as (typeof once)[number]),
      id: `e${index}`,
      revision: 1,
      changedAt,
      changedBy: "bench",
    }),
  );
  return {
    id: "bench",
    workspace: "bench",
    title: "Open-source act",
    language: "en",
    state: "drafting",
    profile: { form: "statute", capacity: "starter", addressees: [], stage: "unknown", means: [] },
    beginning: "nothing",
    answers: {},
    createdAt: changedAt,
    changedAt,
    elements,
  };
}

function linesOf({ blocks }: Document): string[] {
  return blocks.flatMap((block: Block) => {
    if (block.kind === "table") return block.rows.flatMap((row) => row.flatMap((cell) => cell.map(plain)));
    return block.kind === "heading" ? [plain(block.runs)] : [plain(block.runs), ...block.items.map(({ runs }) => plain(runs))];
  });
}

function plainDocx(document: Document): Promise<ArrayBuffer> {
  return Packer.toArrayBuffer(new WordDocument({ sections: [{ children: linesOf(document).map((line) => new Paragraph(line)) }] }));
}

function plainZip(document: Document): Uint8Array {
  return zipSync({ "content.xml": strToU8(linesOf(document).join("\n")) });
}

function compilerWithFonts(): Compiler {
  const file = createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf");
  return makeCompiler([readFileSync(file)]);
}

function plainPdf(document: Document): Buffer {
  const source = '#set text(font: "Noto Sans")\n#for line in json(bytes(sys.inputs.lines)) { par(line) }';
  const made = plainTypst.compile({ mainFileContent: source, inputs: { lines: JSON.stringify(linesOf(document)) } });
  if (!made.result) throw new Error("the plain text was not set");
  const bytes = plainTypst.pdf(made.result);
  plainTypst.evictCache(0);
  return bytes;
}

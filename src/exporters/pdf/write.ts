import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { directionOf } from "../../drafting/rendered.ts";
import { Problem, says } from "../../shared/problem.ts";
import { type Block, type Document, grouped, numberText, plain, type Run } from "../document/document.ts";
import { charactersOf } from "./coverage.ts";
import { template } from "./template.ts";
import { type Compiler, makeCompiler } from "./typst.ts";

const files = createRequire(import.meta.url);
const fontFiles = [
  "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
  "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
  "@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",
  "@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf",
];

interface Press {
  compiler: Compiler;
  /** the characters that each font shows */
  fonts: ReadonlySet<number>[];
}

let held: Press | undefined;

/** Fonts are read and the compiler is made once in a process. */
function press(): Press {
  if (held) return held;
  const fontBlobs = fontFiles.map((file) => readFileSync(files.resolve(file)));
  held = { compiler: makeCompiler(fontBlobs), fonts: fontBlobs.map(charactersOf) };
  return held;
}

/**
 * A document as tagged PDF/UA-1. What our fonts cannot show is written as [U+1F600]; a text that is mostly so is refused:
 * throws a Problem ("unsupported") that names the formats to take instead. One call at a time in a thread.
 */
export function pdf(document: Document): Uint8Array {
  const { compiler, fonts } = press();
  const shown = shownDocument(document, new Glyphs(fonts));
  const compiled = compiler.compile({ mainFileContent: template, inputs: { document: JSON.stringify(shown) } });
  try {
    if (!compiled.result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? "no diagnostics"));
    return new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: "ua-1" }));
  } finally {
    compiler.evictCache(0);
  }
}

function shownDocument({ title, subtitle, language, direction, author, changedAt, page, trail, blocks }: Document, glyphs: Glyphs) {
  const ids = new Set(blocks.flatMap((block) => (block.kind === "heading" && block.id ? [block.id] : [])));
  const words = (runs: readonly Run[]) => ({
    direction: sideOf(runs) ?? direction,
    runs: runs.map(({ text, bold, open, to, address, language: own }) => ({
      text: glyphs.shown(text),
      bold: bold ?? false,
      open: open ?? false,
      to: to && ids.has(to) ? `e-${to}` : null,
      address: address ?? null,
      language: own && own !== language ? languageOf(own) : null,
    })),
  });
  const paragraph = ({ runs, items, quotation }: Extract<Block, { kind: "paragraph" }>) => ({
    kind: "paragraph",
    ...words(runs),
    quotation: quotation ?? false,
    items: items.map((item) => ({ letter: item.letter ?? null, ...words(item.runs) })),
  });
  const [year, month, day] = changedAt.slice(0, 10).split("-").map(Number);
  const shown = {
    title: glyphs.shown(title).trim() || "–",
    author: author ? [glyphs.shown(author)] : [],
    subtitle: subtitle.map((line) => glyphs.shown(line)),
    language: languageOf(language),
    direction,
    date: { year, month, day },
    page: page.map((word) => glyphs.shown(word)),
    trail: trail ? glyphs.shown(trail) : null,
    blocks: grouped(blocks).map((block) => {
      if (block.kind === "list") return { kind: "list", paragraphs: block.paragraphs.map(paragraph) };
      if (block.kind === "paragraph") return paragraph(block);
      if (block.kind === "heading") {
        const number = numberText(block.numbered, plain(block.runs) !== "");
        return {
          kind: "heading",
          level: block.level,
          id: block.id ? `e-${block.id}` : null,
          ...words(number ? [{ text: number }, ...block.runs] : block.runs),
        };
      }
      return {
        kind: "table",
        small: block.small ?? false,
        shares: block.shares,
        header: block.header.map((text) => glyphs.shown(text)),
        rows: block.rows.map((row) => row.map((cell) => ({ paragraphs: cell.map(words) }))),
      };
    }),
  };
  glyphs.refuseMostlyMissing(language);
  return shown;
}

function languageOf(tag: string): { code: string; region: string | null } {
  const [code = "en", ...rest] = tag.split("-");
  return { code, region: rest.find((part) => /^[A-Z]{2}$/.test(part)) ?? null };
}

/** A quotation in another language reads in its own direction. */
function sideOf(runs: readonly Run[]): "ltr" | "rtl" | undefined {
  const language = runs[0]?.language;
  return language && runs.every((one) => one.language === language) ? directionOf(language) : undefined;
}

/** Which signs can be shown: PDF/UA allows none without a glyph. */
class Glyphs {
  readonly fonts: readonly ReadonlySet<number>[];
  seen = 0;
  missing = 0;

  constructor(fonts: readonly ReadonlySet<number>[]) {
    // A sign is shown in both weights or not at all.
    const [sans, sansBold, naskh, naskhBold] = fonts.map((font) => new Set(font));
    const both = (one = new Set<number>(), other = new Set<number>()) => new Set([...one].filter((sign) => other.has(sign)));
    this.fonts = [both(sans, sansBold), both(naskh, naskhBold)];
  }

  shown(text: string): string {
    this.seen += text.length;
    // A sign with its marks comes from one font.
    const shown = text.replace(/[^\u0020-\u007e\p{M}]\p{M}*|[\u0020-\u007e]?\p{M}+/gu, (cluster) => {
      const signs = Array.from(cluster, (sign) => sign.codePointAt(0) as number);
      if (this.fonts.some((font) => signs.every((sign) => font.has(sign)))) return cluster;
      return signs.map((sign) => this.#alone(sign)).join("");
    });
    // Whole sentences of codes help nobody.
    return shown.replace(/(?:\[U\+[0-9A-F]{4,6}\] ?){5,}/g, "[…] ");
  }

  #alone(sign: number): string {
    const character = String.fromCodePoint(sign);
    if (/\p{M}|\p{Default_Ignorable_Code_Point}/u.test(character)) return "";
    if (this.fonts.some((font) => font.has(sign))) return character;
    this.missing += 1;
    return `[U+${sign.toString(16).toUpperCase().padStart(4, "0")}]`;
  }

  refuseMostlyMissing(language: string): void {
    if (this.missing * 10 > this.seen)
      throw new Problem(
        "unsupported",
        says`The fonts in the box cannot show most of this text (${language}); expected Latin, Greek, Cyrillic or Arabic script for PDF. Take DOCX or ODT and print it from there.`,
      );
  }
}

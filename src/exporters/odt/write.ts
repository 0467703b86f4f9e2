import { strToU8, zipSync } from "fflate";
import { directionOf } from "../../drafting/rendered.ts";
import { type Block, type Cell, type Document, grouped, type HeadingNumber, type Item, noteEdges, type Run } from "../document/document.ts";
import { escapeXml } from "../document/xml.ts";
import { localeAttributes, manifestXml, metaXml, namespaces, stylesXml } from "./styles.ts";

type Paragraph = Extract<Block, { kind: "paragraph" }>;

/** A document as ODT 1.3: headings, numbering, comments and tables that LibreOffice knows as such. */
export function odt(document: Document): Uint8Array {
  const file = (text: string) => [strToU8(text), { level: 6 as const }] as const;
  // The media type stands first and stored, so that programs know the file by its first bytes.
  return zipSync(
    {
      mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
      "content.xml": [...file(contentXml(document))],
      "styles.xml": [...file(stylesXml(document))],
      "meta.xml": [...file(metaXml(document))],
      "META-INF/manifest.xml": [...file(manifestXml)],
    },
    { mtime: new Date("1980-01-02T00:00:00Z") },
  );
}

function contentXml(document: Document): string {
  const body = new Body(document);
  const written = body.write();
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${namespaces} office:version="1.3">
<office:automatic-styles>${body.automaticStyles()}</office:automatic-styles>
<office:body><office:text>${written}</office:text></office:body>
</office:document-content>`;
}

class Body {
  readonly document: Document;
  /** looks that were used → their style */
  readonly looks = new Map<string, string>();
  readonly lists = new Map<HeadingNumber["series"], number>();
  readonly words = new Map<HeadingNumber["series"], string>();
  tables = 0;
  readonly columns = new Set<number>();

  constructor(document: Document) {
    this.document = document;
  }

  write(): string {
    const { title, subtitle, blocks } = this.document;
    return [
      `<text:p text:style-name="Title">${spaced(title)}</text:p>`,
      ...subtitle.map((line) => `<text:p text:style-name="Subtitle">${spaced(line)}</text:p>`),
      ...grouped(blocks).map((block) => {
        if (block.kind === "heading") return this.heading(block);
        if (block.kind === "table") return this.table(block);
        return block.kind === "list" ? this.list(block.paragraphs) : this.paragraph(block) + this.items(block.items);
      }),
    ].join("\n");
  }

  heading({ level, runs, id, numbered }: Extract<Block, { kind: "heading" }>): string {
    const mark = id
      ? [`<text:bookmark-start text:name="e_${escapeXml(id)}"/>`, `<text:bookmark-end text:name="e_${escapeXml(id)}"/>`]
      : ["", ""];
    const words = `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${mark[0]}${this.runs(runs)}${mark[1]}</text:h>`;
    if (!numbered) return words;
    const { series, word } = numbered;
    const count = (this.lists.get(series) ?? 0) + 1;
    this.lists.set(series, count);
    this.words.set(series, word);
    const goesOn = count > 1 ? ` text:continue-list="${series}-${count - 1}"` : "";
    return `<text:list xml:id="${series}-${count}" text:style-name="${series}"${goesOn}><text:list-item>${words}</text:list-item></text:list>`;
  }

  list(paragraphs: readonly Paragraph[]): string {
    const items = paragraphs.map((one) => `<text:list-item>${this.paragraph(one)}${this.items(one.items)}</text:list-item>`);
    return `<text:list text:style-name="paragraphs">${items.join("")}</text:list>`;
  }

  paragraph({ runs, quotation, number }: Paragraph): string {
    if (runs.length === 0 && number === undefined) return "";
    return `<text:p text:style-name="${this.side(runs)}${quotation ? "-quotation" : ""}">${this.runs(runs)}</text:p>`;
  }

  items(items: readonly Item[]): string {
    if (items.length === 0) return "";
    const written = items.map(
      ({ runs }) => `<text:list-item><text:p text:style-name="${this.side(runs)}">${this.runs(runs)}</text:p></text:list-item>`,
    );
    return `<text:list text:style-name="${items[0]?.letter === undefined ? "bullets" : "items"}">${written.join("")}</text:list>`;
  }

  table({ header, shares, rows, small }: Extract<Block, { kind: "table" }>): string {
    this.tables += 1;
    for (const share of shares) this.columns.add(share);
    const print = small ? "-small" : "";
    const cell = (content: Cell, style: string) =>
      `<table:table-cell table:style-name="cell${print}" office:value-type="string">${content
        .map((runs) => `<text:p text:style-name="${style || `${this.side(runs)}${print}`}">${this.runs(runs)}</text:p>`)
        .join("")}</table:table-cell>`;
    const columns = shares.map((share) => `<table:table-column table:style-name="column-${share}"/>`).join("");
    const head = `<table:table-row>${header.map((text) => cell([[{ text }]], "Table_20_Heading")).join("")}</table:table-row>`;
    const body = rows.map((row) => `<table:table-row>${row.map((content) => cell(content, "")).join("")}</table:table-row>`).join("\n");
    return `<table:table table:name="Table${this.tables}" table:style-name="table">${columns}<table:table-header-rows>${head}</table:table-header-rows>
${body}</table:table>`;
  }

  runs(runs: readonly Run[]): string {
    return noteEdges(runs)
      .map(({ run, begin, end }) => begin.map((note) => this.note(note)).join("") + this.run(run) + end.map(endOf).join(""))
      .join("");
  }

  run(run: Run): string {
    const style = this.styleOf(run);
    const words = style ? `<text:span text:style-name="${style}">${spaced(run.text)}</text:span>` : spaced(run.text);
    const target = run.to ? `#e_${run.to}` : run.address;
    return target ? `<text:a xlink:type="simple" xlink:href="${escapeXml(target)}">${words}</text:a>` : words;
  }

  note(id: number): string {
    const note = this.document.notes[id];
    if (!note) return "";
    const answers = note.answers === undefined ? "" : ` loext:parent-name="note-${note.answers}"`;
    const paragraphs = note.paragraphs.map((text) => `<text:p>${spaced(text)}</text:p>`).join("");
    return `<office:annotation office:name="note-${id}" loext:resolved="${note.resolved}"${answers}><dc:creator>${escapeXml(note.who)}</dc:creator><dc:date>${escapeXml(note.at.replace(/Z$/, ""))}</dc:date>${paragraphs}</office:annotation>`;
  }

  styleOf({ bold, open, language }: Run): string | undefined {
    const foreign = language && language !== this.document.language ? language : "";
    if (!bold && !open && !foreign) return undefined;
    const look = [bold ? "bold" : "", open ? "open" : "", foreign].join("|");
    const style = this.looks.get(look) ?? `look${this.looks.size + 1}`;
    this.looks.set(look, style);
    return style;
  }

  /** A quotation in another language reads in its own direction. */
  side(runs: readonly Run[]): string {
    const [first] = runs;
    const own = first?.language && runs.every(({ language }) => language === first.language);
    return `text-${own ? directionOf(first.language as string) : this.document.direction}`;
  }

  automaticStyles(): string {
    const looks = [...this.looks].map(([look, name]) => {
      const [bold, open, language] = look.split("|");
      const properties = [
        bold ? 'fo:font-weight="bold" style:font-weight-complex="bold"' : "",
        open ? 'fo:background-color="#ffff00"' : "",
        language ? localeAttributes(language) : "",
      ].filter(Boolean);
      return `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties.join(" ")}/></style:style>`;
    });
    const formats = { part: "I", article: "1", annex: "A" };
    const series = [...this.words].map(
      ([name, word]) =>
        `<text:list-style style:name="${name}"><text:list-level-style-number text:level="1" style:num-prefix="${escapeXml(word ? `${word} ` : "")}" style:num-suffix="." style:num-format="${formats[name]}"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="space"/></style:list-level-properties></text:list-level-style-number></text:list-style>`,
    );
    const columns = [...this.columns].map(
      (share) =>
        `<style:style style:name="column-${share}" style:family="table-column"><style:table-column-properties style:column-width="${((share * 16) / 100).toFixed(2)}cm" style:rel-column-width="${share * 100}*"/></style:style>`,
    );
    const mode = this.document.direction === "rtl" ? "rl-tb" : "lr-tb";
    return `${looks.join("")}${series.join("")}${columns.join("")}<style:style style:name="table" style:family="table"><style:table-properties style:width="16cm" table:align="margins" style:writing-mode="${mode}"/></style:style>${cellStyle("cell", 0.1)}${cellStyle("cell-small", 0.04)}`;
  }
}

function cellStyle(name: string, padding: number): string {
  return `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:padding="${padding}cm" fo:border="0.5pt solid #888888"/></style:style>`;
}

function endOf(note: number): string {
  return `<office:annotation-end office:name="note-${note}"/>`;
}

/** Text in which more than one space is kept. */
function spaced(text: string): string {
  return escapeXml(text).replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`);
}

import type { Document } from "../document/document.ts";
import { escapeXml } from "../document/xml.ts";

export const namespaces = [
  ["office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"],
  ["style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"],
  ["text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"],
  ["table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"],
  ["fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"],
  ["svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"],
  ["meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"],
  ["loext", "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"],
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["xlink", "http://www.w3.org/1999/xlink"],
]
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(" ");

/** A language as ODF says it: for western, Asian and complex scripts alike, so that a program asks the right dictionary. */
export function localeAttributes(language: string): string {
  const [code = "und", ...rest] = language.split("-");
  const country = rest.find((part) => /^[A-Z]{2}$/.test(part)) ?? "none";
  return ["fo:language=", "style:language-asian=", "style:language-complex="]
    .map((name) => `${name}"${escapeXml(code)}" ${name.replace("language", "country")}"${escapeXml(country)}"`)
    .join(" ");
}

export function stylesXml(document: Document): string {
  const { language, direction, title, page, trail } = document;
  const font = 'style:font-name="Sans" style:font-name-complex="Sans" style:font-name-asian="Sans"';
  // "start" would do for both, but LibreOffice reads it as left.
  const mode = (side: "ltr" | "rtl") =>
    side === "rtl" ? 'style:writing-mode="rl-tb" fo:text-align="right"' : 'style:writing-mode="lr-tb" fo:text-align="left"';
  const size = (points: number) => `fo:font-size="${points}pt" style:font-size-asian="${points}pt" style:font-size-complex="${points}pt"`;
  const bold = 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"';
  const style = (name: string, parent: string, paragraph: string, text = "", more = "") =>
    `<style:style style:name="${name}" style:display-name="${name.replaceAll("_20_", " ")}" style:family="paragraph" ${parent ? `style:parent-style-name="${parent}" ` : ""}${more}><style:paragraph-properties ${paragraph}/>${text ? `<style:text-properties ${text}/>` : ""}</style:style>`;
  const headings = [13, 11.5, 10.5, 10.5].map((points, index) =>
    style(
      `Heading_20_${index + 1}`,
      "Standard",
      `fo:keep-with-next="always" fo:margin-top="${(0.45 - index * 0.05).toFixed(2)}cm" fo:margin-bottom="0.2cm"`,
      `${size(points)} ${bold}`,
      `style:default-outline-level="${index + 1}" style:class="text"`,
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${namespaces} office:version="1.3">
<office:font-face-decls><style:font-face style:name="Sans" svg:font-family="Arial, 'Liberation Sans', 'Noto Sans'" style:font-family-generic="swiss"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties ${mode(direction)}/><style:text-properties ${font} ${size(10.5)} ${localeAttributes(language)}/></style:default-style>
${style("Standard", "", `${mode(direction)} fo:margin-bottom="0.18cm" fo:line-height="108%"`, "", 'style:class="text"')}
${style("Title", "Standard", 'fo:margin-bottom="0.2cm"', `${size(18)} ${bold}`)}
${style("Subtitle", "Standard", 'fo:margin-bottom="0.2cm"', size(9))}
${style("Table_20_Heading", "Standard", 'fo:margin-bottom="0cm"', bold)}
${style("Header", "Standard", 'fo:margin-bottom="0.3cm"', size(9))}
${style("Footer", "Standard", 'fo:margin-top="0.3cm"', size(9))}
${(["ltr", "rtl"] as const).map((side) => style(`text-${side}`, "Standard", mode(side)) + style(`text-${side}-quotation`, "Standard", `${mode(side)} fo:margin-left="0.8cm" fo:margin-right="0.8cm"`) + style(`text-${side}-small`, "Standard", `${mode(side)} fo:margin-bottom="0cm" fo:line-height="100%"`, size(8))).join("\n")}
${headings.join("\n")}
${listStyle("paragraphs", "1", 0.9)}${listStyle("items", "a", 1.8)}${bullets}
</office:styles>
<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.5cm" ${mode(direction).split(" fo:")[0]}/><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"><style:header><text:p text:style-name="Header">${escapeXml(title)}</text:p></style:header><style:footer><text:p text:style-name="Footer">${escapeXml(page[0])} <text:page-number text:select-page="current">1</text:page-number> ${escapeXml(page[1])} <text:page-count>1</text:page-count></text:p>${trail ? `<text:p text:style-name="Footer">${escapeXml(trail)}</text:p>` : ""}</style:footer></style:master-page></office:master-styles>
</office:document-styles>`;
}

const labelled = (indent: number) =>
  `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${indent}cm" fo:text-indent="-0.9cm" fo:margin-left="${indent}cm"/></style:list-level-properties>`;

/** The same at every level: items stand in a list of their own style inside the numbered paragraph. */
function listStyle(name: string, format: string, indent: number): string {
  const levels = [1, 2].map(
    (level) =>
      `<text:list-level-style-number text:level="${level}" style:num-prefix="(" style:num-suffix=")" style:num-format="${format}">${labelled(indent)}</text:list-level-style-number>`,
  );
  return `<text:list-style style:name="${name}">${levels.join("")}</text:list-style>`;
}

const bullets = `<text:list-style style:name="bullets">${[1, 2].map((level) => `<text:list-level-style-bullet text:level="${level}" text:bullet-char="•">${labelled(1.8)}</text:list-level-style-bullet>`).join("")}</text:list-style>`;

export function metaXml({ title, language, changedAt, author, trail }: Document): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta ${namespaces} office:version="1.3"><office:meta><meta:generator>Openfirst</meta:generator><dc:title>${escapeXml(title)}</dc:title>${trail ? `<dc:description>${escapeXml(trail)}</dc:description>` : ""}${author ? `<meta:initial-creator>${escapeXml(author)}</meta:initial-creator><dc:creator>${escapeXml(author)}</dc:creator>` : ""}<dc:language>${escapeXml(language)}</dc:language><dc:date>${escapeXml(changedAt.replace(/Z$/, ""))}</dc:date></office:meta></office:document-meta>`;
}

export const manifestXml = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.text"/>${["content", "styles", "meta"].map((name) => `<manifest:file-entry manifest:full-path="${name}.xml" manifest:media-type="text/xml"/>`).join("")}</manifest:manifest>`;

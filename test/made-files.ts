import { deflateSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word file with this body; `parts` are further ones, whole ("word/x.bin") or by what stands in their root ("styles"). */
export function madeDocx(body: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {
    "[Content_Types].xml": strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    "_rels/.rels": strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" ' +
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/document.xml": strToU8(`<w:document ${w}><w:body>${body}</w:body></w:document>`),
  };
  for (const [name, content] of Object.entries(parts)) {
    if (typeof content !== "string") files[name] = content;
    else if (name.includes("/")) files[name] = strToU8(content);
    else files[`word/${name}.xml`] = strToU8(`<w:${name} ${w}>${content}</w:${name}>`);
  }
  return zipSync(files, { level: 1 });
}

/** A paragraph of Word: its properties as XML, its words. */
export const p = (words: string, properties = ""): string => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;

/** Words on a page: from the left and from the top, in points. */
export interface Placed {
  x: number;
  y: number;
  text: string;
  size?: number;
}

/** A PDF with these pages (595 × 842 points, Helvetica). `catalog` and `objects` are put in as they are; objects are numbered from 10 on. */
export function madePdf(pages: readonly (readonly Placed[])[], catalog = "", objects: readonly string[] = []): Uint8Array {
  const contents = pages.map((page) =>
    page.map(({ x, y, text, size = 10 }) => `BT /F1 ${size} Tf ${x} ${842 - y} Td (${text.replace(/[()\\]/g, "\\$&")}) Tj ET`).join("\n"),
  );
  return pdfWith(
    contents.map((content) => ({ bytes: Buffer.from(content, "latin1"), filter: "" })),
    catalog,
    objects,
  );
}

/** A PDF whose one page unpacks to `size` bytes. */
export function pdfBomb(size: number): Uint8Array {
  return pdfWith([{ bytes: deflateSync(Buffer.alloc(size, " "), { level: 9 }), filter: "/Filter /FlateDecode" }]);
}

function pdfWith(contents: readonly { bytes: Uint8Array; filter: string }[], catalog = "", objects: readonly string[] = []): Uint8Array {
  const first = 10 + objects.length;
  const all = new Map<number, Uint8Array | string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [2, `<< /Type /Pages /Count ${contents.length} /Kids [${contents.map((_, at) => `${first + 2 * at} 0 R`).join(" ")}] >>`],
    [3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"],
  ]);
  for (const [at, object] of objects.entries()) all.set(10 + at, object);
  for (const [at, { bytes, filter }] of contents.entries()) {
    const page = first + 2 * at;
    all.set(
      page,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${page + 1} 0 R >>`,
    );
    all.set(page + 1, Buffer.concat([Buffer.from(`<< /Length ${bytes.length} ${filter} >>\nstream\n`), bytes, Buffer.from("\nendstream")]));
  }
  const pieces: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  let at = 9;
  const table: string[] = [];
  for (const [number, object] of all) {
    const piece = Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n")]);
    table.push(`${number} 1\n${String(at).padStart(10, "0")} 00000 n \n`);
    pieces.push(piece);
    at += piece.length;
  }
  const end = `xref\n0 1\n0000000000 65535 f \n${table.join("")}trailer\n<< /Root 1 0 R /Size ${first + 2 * contents.length} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...pieces, Buffer.from(end)]);
}

import { unzipSync } from "fflate";
import { Problem, says } from "../../shared/problem.ts";
import { readTree } from "./xml.ts";

/** What the parts of one file may unpack to, together. */
const MOST_UNPACKED = 200_000_000;
const MOST_PARTS = 20_000;

/** The parts of a Word file that are read, still as XML. */
export interface WordPackage {
  document: Uint8Array;
  /** beside the document: "styles", "numbering", "footnotes", "endnotes" */
  beside(name: string): Uint8Array | undefined;
  names: readonly string[];
}

/**
 * Opens a Word file: a ZIP whose main part is a document. Only parts that hold text are unpacked, never more than they say of themselves, and
 * packages within the package are not opened.
 * @throws Problem invalid-file, unsupported, too-large
 */
export function openPackage(bytes: Uint8Array): WordPackage {
  const names: string[] = [];
  const relations = unpack(bytes, (name) => {
    names.push(name);
    return name === "_rels/.rels" || name === "mimetype";
  });
  const main = mainPartOf(relations["_rels/.rels"]);
  if (!main || !names.includes(main)) throw notWord(relations.mimetype);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const wanted = new Set(["styles", "numbering", "footnotes", "endnotes"].map((name) => `${folder}${name}.xml`).concat(main));
  const parts = unpack(bytes, (name) => wanted.has(name));
  const document = parts[main];
  if (!document) throw broken();
  return { document, beside: (name) => parts[`${folder}${name}.xml`], names };
}

function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Record<string, Uint8Array> {
  let [unpacked, count] = [0, 0];
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        if (++count > MOST_PARTS)
          throw new Problem("too-large", says`The file has more than ${MOST_PARTS} parts; a Word file has a few dozen.`);
        if (!wanted(name)) return false;
        unpacked += originalSize;
        if (unpacked > MOST_UNPACKED || size > bytes.length)
          throw new Problem(
            "too-large",
            says`The file unpacks to more than ${MOST_UNPACKED / 1e6} MB; expected a text. Save it again in Word or LibreOffice.`,
          );
        return true;
      },
    });
  } catch (cause) {
    throw cause instanceof Problem ? cause : broken(cause);
  }
}

/** Where the package says that its document stands; "word/document.xml" nearly always. */
function mainPartOf(relations: Uint8Array | undefined): string | undefined {
  if (!relations) return undefined;
  const main = readTree(relations).children.find(({ attributes }) => attributes.Type?.endsWith("/officeDocument"));
  const target = main?.attributes.Target?.replace(/^\//, "");
  return target?.endsWith(".xml") && !target.includes("..") && /^word\//.test(target) ? target : undefined;
}

function notWord(mimetype: Uint8Array | undefined): Problem {
  const kind = new TextDecoder().decode(mimetype?.subarray(0, 100)).includes("opendocument")
    ? says`an OpenDocument file`
    : says`a ZIP file without a Word text`;
  return new Problem(
    "unsupported",
    says`The file is ${kind}; expected DOCX, PDF, HTML, Markdown or plain text. Save it as DOCX and send that.`,
  );
}

function broken(cause?: unknown): Problem {
  return new Problem("invalid-file", "The Word file is broken or not whole. Open it in Word or LibreOffice, save it again and send that.", {
    cause,
  });
}

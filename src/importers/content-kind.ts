import { Problem, says } from "../shared/problem.ts";
import { decodeText } from "./plain-text/decode.ts";

export type UploadKind = "docx" | "pdf" | "html" | "markdown" | "plain-text";

/** What a file is, with its words where it is a text. */
export type Content = { kind: "docx" | "pdf" } | { kind: "html" | "markdown" | "plain-text"; text: string; note?: string };

const inHand = says`Send DOCX, PDF, HTML, Markdown or plain text.`;

/**
 * Tells by its content what a file is; its name decides only between plain text and Markdown, where the text may be either.
 * @throws Problem unsupported, invalid-file
 */
export function contentOf(bytes: Uint8Array, fileName: string): Content {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  if (head.slice(0, 1024).includes("%PDF-")) return { kind: "pdf" };
  if (head.startsWith("PK\x03\x04")) return { kind: "docx" };
  if (head.startsWith("\xd0\xcf\x11\xe0")) throw oldOrEncrypted(bytes);
  if (head.startsWith("{\\rtf")) throw new Problem("unsupported", "The file is RTF. Save it as DOCX and send that.");
  const decoded = decodeText(bytes);
  if (isBinary(decoded.text)) throw new Problem("invalid-file", says`The file is no text. ${inHand}`);
  if (isHtml(decoded.text)) return { kind: "html", ...decoded };
  if (/^\s{0,20}<\?xml/.test(decoded.text)) throw new Problem("unsupported", says`The file is XML. ${inHand}`);
  return { kind: isMarkdown(decoded.text, fileName) ? "markdown" : "plain-text", ...decoded };
}

/** Word's files of before 2007, and all that Office locks with a password, are OLE files. */
function oldOrEncrypted(bytes: Uint8Array): Problem {
  const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from("EncryptedPackage", "utf16le"));
  return new Problem(
    "unsupported",
    locked
      ? "The file is protected by a password. Save it without one and send it again."
      : "The file is of a form that Office used before 2007, such as DOC. Save it as DOCX and send that.",
  );
}

/** Decoded in a code page anything becomes letters; control characters give a program or picture away. */
function isBinary(text: string): boolean {
  let control = 0;
  const head = text.slice(0, 10_000);
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 0xfffd) control++;
  }
  return control > 5 && control > head.length / 100;
}

function isHtml(text: string): boolean {
  const head = text.slice(0, 5000).trimStart().toLowerCase();
  if (/^(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/.test(head)) return true;
  if (!/^<(?:!--|\?xml|!doctype|[a-z][a-z0-9]{0,9}[\s>])/.test(head)) return false;
  return (
    /<html[\s>]/.test(head) ||
    (!head.startsWith("<?xml") && !head.startsWith("<!--") && /<\/(?:p|div|h[1-6]|ul|ol|table|section|article)>/.test(head))
  );
}

const marks = [
  /^#{1,6} \S/m,
  /^[*+-] \S/m,
  /\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)/,
  /\*\*[^*\n]{1,300}\*\*/,
  /^```/m,
  /^\|.{1,500}\|\s{0,5}$/m,
  /^[^\n]{1,200}\n={3,}\s{0,5}$/m,
];

function isMarkdown(text: string, fileName: string): boolean {
  const head = text.slice(0, 50_000).replace(/\r\n?/g, "\n");
  const found = marks.filter((mark) => mark.test(head)).length;
  return found >= 2 || (found === 1 && /^#{1,6} \S/m.test(head)) || /\.(?:md|markdown|mdown)$/i.test(fileName);
}

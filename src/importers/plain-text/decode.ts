import { Problem } from "../../shared/problem.ts";

/** A text and, where its encoding had to be guessed, how it was read. */
interface Decoded {
  text: string;
  note?: string;
}

/**
 * Bytes as text: by their byte order mark, as UTF-8 where they are, as UTF-16 where every other byte is zero, and otherwise in the Windows code page
 * whose letters are likeliest: Western (1252), Cyrillic (1251) or Arabic (1256).
 * @throws Problem invalid-file where they are no text
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const text = decode(bytes);
  if (text.text.includes("\0"))
    throw new Problem("invalid-file", "The file is no text: it holds zero bytes. Send DOCX, PDF, HTML, Markdown or plain text.");
  return text;
}

function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes) };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes) };
  const zeros = zeroBytes(bytes);
  if (zeros) return { text: new TextDecoder(zeros).decode(bytes), note: guessed(zeros.toUpperCase()) };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const page = codePage(bytes);
    return { text: new TextDecoder(page).decode(bytes), note: guessed(page) };
  }
}

const guessed = (encoding: string): string =>
  `The encoding of the file is not stated; it was read as ${encoding}. If letters look wrong, save the file as UTF-8 and send it again.`;

function zeroBytes(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const looked = Math.min(bytes.length, 4000) & ~1;
  if (looked < 4) return undefined;
  let [even, odd] = [0, 0];
  for (let at = 0; at < looked; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  if (odd > looked / 8 && even < odd / 20) return "utf-16le";
  return even > looked / 8 && odd < even / 20 ? "utf-16be" : undefined;
}

/** The commonest letters of each script, as bytes of its page: ا ل ي م و ن and о е а и н т. */
const arabic = new Set([0xc7, 0xe1, 0xed, 0xe3, 0xe6, 0xe4]);
const cyrillic = new Set([0xee, 0xe5, 0xe0, 0xe8, 0xed, 0xf2]);

function codePage(bytes: Uint8Array): "windows-1252" | "windows-1251" | "windows-1256" {
  let [high, latin, asArabic, asCyrillic] = [0, 0, 0, 0];
  for (const byte of bytes.subarray(0, 200_000)) {
    if (byte >= 0xc0) high++;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) latin++;
    if (arabic.has(byte)) asArabic++;
    if (cyrillic.has(byte)) asCyrillic++;
  }
  if (high <= latin) return "windows-1252";
  return asArabic > asCyrillic ? "windows-1256" : "windows-1251";
}

import { type Fault, Problem } from "../../shared/problem.ts";

/** A file as it was handed in: the importer never opens anything itself. `file` is its path, from which the language is read. */
export interface InputFile {
  file: string;
  bytes: Uint8Array;
}

export const languages = ["en", "es", "pt"] as const;
type Language = (typeof languages)[number];

/**
 * One entry of the collection: a document under a country and a category, in one language. `page` tells whether it stands in
 * the overview of all countries or on the page of its category; `country` is the code that the flag beside the heading spells.
 */
export interface IdbEntry {
  language: Language;
  page: "overview" | "category";
  country: string;
  category: string;
  title: string;
  address: string;
  file: string;
  line: number;
}

const largestFile = 5_000_000;
const longestLine = 20_000;

/**
 * Reads the publisher's policy pages: docs/<en|es|pt>/policies/*.md, and passes over any other page. Throws a Problem
 * ("invalid-file" or "too-large") that lists every fault with file and line.
 */
export function readIdb(files: readonly InputFile[]): IdbEntry[] {
  const faults: Fault[] = [];
  const entries: IdbEntry[] = [];
  for (const { file, bytes } of files) {
    const language = languageOf(file);
    const text = decode(file, bytes, faults);
    if (language && text !== undefined) entries.push(...entriesIn(text, file, language, faults));
  }
  if (entries.length === 0 && faults.length === 0) {
    const file = files[0]?.file ?? "";
    faults.push({
      file,
      message:
        "no entry found; expected the publisher's folders en/policies, es/policies and pt/policies with complete-country-overview.md",
    });
  }
  if (faults.length > 0) {
    const first = faults[0] as Fault;
    const code = faults.some((fault) => fault.message.includes("at most")) ? "too-large" : "invalid-file";
    throw new Problem(code, `${first.file}${first.line === undefined ? "" : `, line ${first.line}`}: ${first.message}.`, { faults });
  }
  return entries;
}

function languageOf(file: string): Language | undefined {
  const found = /(?:^|[/\\])(en|es|pt)[/\\]policies[/\\][^/\\]+\.md$/.exec(file);
  return found?.[1] as Language | undefined;
}

function decode(file: string, bytes: Uint8Array, faults: Fault[]): string | undefined {
  if (bytes.length > largestFile) {
    faults.push({
      file,
      line: 1,
      message: `the file has ${bytes.length} bytes; at most ${largestFile} are read. Take the publisher's own file`,
    });
    return undefined;
  }
  const text = new TextDecoder("utf-8").decode(bytes);
  const unreadable = text.search(/[\uFFFD\0]/);
  if (unreadable < 0) return text;
  faults.push({ file, line: text.slice(0, unreadable).split("\n").length, message: "not UTF-8 text; save the page again as UTF-8" });
  return undefined;
}

function entriesIn(text: string, file: string, language: Language, faults: Fault[]): IdbEntry[] {
  const page = /[/\\]complete-country-overview\.md$/.test(file) ? "overview" : "category";
  const entries: IdbEntry[] = [];
  const fault = (line: number, message: string) => {
    faults.push({ file, line, message });
  };
  let heading = "";
  let country: string | undefined;
  let inTable = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const number = index + 1;
    if (line.length > longestLine) {
      fault(number, `the line has ${line.length} characters; at most ${longestLine} are read. Take the publisher's own file`);
      continue;
    }
    if (/^# /.test(line)) heading = line.slice(2).trim();
    else if (/^#{2,4} /.test(line)) country = flagIn(line);
    if (/^\s*\|[\s:|-]+\|\s*$/.test(line)) {
      inTable = true;
      continue;
    }
    if (!line.trimStart().startsWith("|")) inTable = false;
    const words = page === "overview" ? (inTable ? tableRow(line) : undefined) : listItem(line, heading);
    if (!words) continue;
    const message =
      wrongWith(words) ?? (country ? undefined : "the entry stands under no country; expected a heading with the country's flag above it");
    if (message) fault(number, message);
    else entries.push({ language, page, country: country as string, ...words, file, line: number });
  }
  return entries;
}

interface Words {
  category: string;
  title: string;
  address: string;
}

/** | category | [title](address) | … | */
function tableRow(line: string): Words | undefined {
  const cells = line
    .trim()
    .slice(1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
  return { category: cells[0] ?? "", ...linkIn(cells[1] ?? "") };
}

/** * 🔗 [title](address) on the page of a category, whose name is the page's title */
function listItem(line: string, heading: string): Words | undefined {
  const found = /^\s*(?:[*-]\s*)?🔗\s*(.*)$/u.exec(line);
  return found ? { category: heading, ...linkIn(found[1] ?? "") } : undefined;
}

function linkIn(text: string): { title: string; address: string } {
  const found = /^\[(.*)\]\((\S+)\)\s*$/u.exec(text.trim());
  return found ? { title: (found[1] as string).replace(/\s+/gu, " ").trim(), address: found[2] as string } : { title: text, address: "" };
}

function wrongWith({ category, title, address }: Words): string | undefined {
  if (address === "") return "expected a document as [title](address)";
  if (!/^https?:\/\/[^\s<>"]+$/.test(address)) return `“${address.slice(0, 60)}” is no web address; expected one that begins with https://`;
  if (title === "") return "the document has no title; expected [title](address)";
  if (category === "") return "the entry has no category; expected one of the collection's ten";
  if (/<\s*[a-z/!][^>]*>?/i.test(title)) return "HTML in the title; expected plain text. Take the marks off";
  if (/^[=+@]|^-\s*[\w(]/.test(title))
    return "the title begins like a formula of a spreadsheet; expected plain text. Take the sign at the beginning off";
  return title.length > 600 ? `the title has ${title.length} characters; expected at most 600` : undefined;
}

/** 🇧🇷 → BR: the two letters that a flag is made of. */
function flagIn(heading: string): string | undefined {
  const letters = [...heading].map((sign) => (sign.codePointAt(0) as number) - 0x1f1e6).filter((place) => place >= 0 && place < 26);
  return letters.length === 2 ? letters.map((place) => String.fromCharCode(65 + place)).join("") : undefined;
}

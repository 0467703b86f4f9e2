import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Programs of others that judge what we write. Where one is not installed a test says so and does without. */
export function missing(program: string): string | undefined {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return undefined;
  } catch {
    return `${program} is not installed here`;
  }
}

const schema = resolve("../shared/data/akoma-ntoso/akomantoso30.xsd");
export const noOasisSchema = existsSync(schema) ? missing("xmllint") : "the OASIS schema is not here (../shared)";

/** What xmllint says against the OASIS schema; "" where it is valid. */
export function faultsOfAkomaNtoso(xml: string): string {
  return inFolder("xml", Buffer.from(xml), (file) => {
    try {
      execFileSync("xmllint", ["--nonet", "--noout", "--schema", schema, file], { stdio: ["ignore", "ignore", "pipe"] });
      return "";
    } catch (error) {
      return String((error as { stderr?: Buffer }).stderr).slice(0, 2000);
    }
  });
}

/** The words that LibreOffice finds in a document, converted to plain text by itself. */
export function readInLibreOffice(bytes: Uint8Array, ending: "docx" | "odt"): string {
  return inFolder(ending, bytes, (file, folder) => {
    execFileSync(
      "soffice",
      [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, file],
      { stdio: "ignore", timeout: 120_000 },
    );
    return readFileSync(file.replace(/\.\w+$/, ".txt"), "utf8");
  });
}

/** What poppler says of a PDF: is it tagged, which title, and its words in reading order. */
export function readInPoppler(bytes: Uint8Array): { tagged: boolean; title: string; structure: string; text: string } {
  return inFolder("pdf", bytes, (file) => {
    const run = (program: string, words: string[]) =>
      execFileSync(program, words, { stdio: ["ignore", "pipe", "ignore"], maxBuffer: 50_000_000 }).toString();
    const told = run("pdfinfo", [file]);
    return {
      tagged: /^Tagged:\s+yes$/m.test(told),
      title: /^Title:\s+(.*)$/m.exec(told)?.[1] ?? "",
      structure: run("pdfinfo", ["-struct", file]),
      text: run("pdftotext", [file, "-"]),
    };
  });
}

function inFolder<T>(ending: string, bytes: Uint8Array, look: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "openfirst-other-"));
  try {
    const file = join(folder, `document.${ending}`);
    writeFileSync(file, bytes);
    return look(file, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { ELSEWHERE, type Read } from "./evidence.ts";
import { approvalOf } from "./expression.ts";
import type { LicenceFile } from "./file.ts";
import { rankOf } from "./paths.ts";

const READ = 100_000;
const MOST_PARTS = 20;
/** What other people made, and what is no program, is no part of the project's own code. */
const notCode =
  /\b(?:third[- ]part(?:y|ies)|3rd[- ]party|vendor(?:ed)?|documentation|docs|fonts?|icons?|images?|logos?|artwork|data|datasets?)\b/i;

/**
 * Terms that are not open and hold for a folder of the project's own code: the folder has them in a file, and the licence or README of the whole
 * names that folder where it speaks of licences. "Within the "tsl" folder, source code is licensed under the Timescale License."
 */
export function closedPartsOf(files: readonly LicenceFile[], read: readonly Read[]): string[] {
  const candidates = files
    .filter((file) => rankOf(file.path) >= ELSEWHERE && !file.pointer && !approvalOf(file.expression).openSource)
    .slice(0, MOST_PARTS);
  if (candidates.length === 0) return [];
  const sentences = read
    .filter(({ path, role }) => rankOf(path) < 1 && (role === "licence" || role === "readme"))
    .flatMap(({ text }) => text.slice(0, READ).split(/\n[ \t]*\n|\n(?=[ \t]*[-*+] )|[.;](?=\s)/))
    .filter((sentence) => /licen[cs]/i.test(sentence) && !notCode.test(sentence));
  return candidates.filter(({ path }) => sentences.some((sentence) => names(sentence, folderOf(path)))).map(({ expression }) => expression);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

/** As a path that ends there or at its licence ("ee/", "ee/LICENSE"), or between quotes: a bare word may be a word. */
function names(sentence: string, folder: string): boolean {
  const last = folder.slice(folder.lastIndexOf("/") + 1);
  if (["'", '"', "`", "*"].some((quote) => sentence.includes(`${quote}${last}${quote}`))) return true;
  for (let at = sentence.indexOf(`${folder}/`); at >= 0; at = sentence.indexOf(`${folder}/`, at + 1)) {
    const isWhole = !/[\w-]/.test(sentence.charAt(at - 1));
    if (isWhole && /^(?:$|[^\w]|(?:licen[cs]e|copying)(?![a-z_]))/i.test(sentence.slice(at + folder.length + 1, at + folder.length + 12)))
      return true;
  }
  return false;
}

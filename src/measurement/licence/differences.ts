import type { Alignment, Hunk } from "./alignment.ts";
import { onlyDisclaims } from "./wording.ts";

/** Where a file departs from a licence. */
export interface Differences {
  /** "adds: not for commercial use", "lacks: sublicense": at most 20, each at most 25 words */
  all: string[];
  /** Whether one of them may change what is permitted, so that the file is no longer that licence. */
  material: boolean;
}

/** Words that forbid or condition. */
const strong = setOf(
  "not no non never only except unless must shall may cannot prohibited prohibits forbidden commercial commercially noncommercial nonprofit evil good harm " +
    "competitor competing competes compete fee fees royalty royalties pay payment consent restriction restrictions condition conditions require required " +
    "need needs paid evaluation exclude excludes excluded excluding employees requires charge hosted military weapons endorse advertising",
);
/** Words that grant: in a short licence each of them counts. */
const granting = setOf(
  "permission permitted granted sell selling sublicense modify modification modifications derivative derivatives distribute distribution redistribute " +
    "use used uses using purpose purposes patent patents warranty liable",
);
const condition = setOf("software must shall condition conditions service");
const ownership = setOf("copyright authors contributors portions university foundation corporation inc ltd gmbh");
/** A rider on names and pictures takes nothing from the software. */
const pictures = setOf("icon icons logo logos trademark trademarks emblem artwork");
/** What SPDX's own templates mark as optional or as a matter of wording. */
const indifferent = ["including the next paragraph", "all rights reserved", "or copyright holders", "or the copyright holders", "inc"];
/** Creative Commons puts this before some of its texts; it is no part of them. */
const preface = "creative commons corporation is not law firm";
/** Other people's files are never under the licence of the whole. */
const exceptParts =
  / with the exception of (?:certain |some |the |any )?third party (?:files|code|components|software|libraries|materials?)(?: (?:summarized|listed|described|named|noted|identified) (?:below|herein))? /;
/** "shall be included" or "are included" */
const mood = setOf("shall must be is are");
/** Words of a further grant: "and to distribute modified versions of this software" */
const furtherGrant = setOf(
  "to and or use copy modify distribute redistribute sublicense sell modified versions version copies of this the software",
);
const MOST = 20;
const LONGEST_SPAN = 25;
/** An insertion without a weighty word is a name up to this many words, and something else beyond. */
const NAME = 30;
const OMISSION = 15;
/** More words than this, put in where nothing was taken out, are a sentence of their own. */
const PHRASE = 8;
/** In a licence of more words, a few words that neither forbid nor condition are another edition's wording. */
const LONG = 600;
const FEW = 5;

/**
 * The differences between a licence and the part of a file that it lies over. What a licence says after the `end` of its terms is advice, which a
 * file may lack. `written` gives some words of the file with their lines as they stand there.
 */
export function differencesOf(
  alignment: Alignment,
  licence: (at: number) => string,
  file: readonly string[],
  end: number,
  written: (from: number, to: number) => string,
): Differences {
  const all: string[] = [];
  let material = false;
  for (const hunk of alignment.hunks) {
    const adds = file.slice(...hunk.file);
    const lacks = licenceWords(hunk, licence);
    const disclaimer = lacks.length === 0 && adds.length > NAME && onlyDisclaims(written(...hunk.file));
    material ||= !disclaimer && isMaterial(adds, hunk.licence[0] < end ? lacks : [], alignment.matched > LONG);
    if (adds.length > 0) all.push(`adds: ${shortened(adds)}`);
    if (lacks.length > 0) all.push(`lacks: ${shortened(lacks)}`);
  }
  return { all: all.slice(0, MOST), material };
}

function licenceWords({ licence: [from, to] }: Hunk, licence: (at: number) => string): string[] {
  return Array.from({ length: to - from }, (_, index) => licence(from + index));
}

/** Advice to whoever fills in a licence that is also a form, such as NASA's. */
const instructions = /\bbracketed language\b|\bwill insert\b|\balternative paragraph\b|\bcopyright notice will be used\b/;

function isMaterial(adds: readonly string[], lacks: readonly string[], long: boolean): boolean {
  if (adds.join("") === lacks.join("")) return false;
  const added = meaningful(adds);
  const lacking = meaningful(lacks);
  // "with or without modification" without its first two words
  if (lacking.join(" ") === "with or") return true;
  if (added.length > NAME + lacking.length || lacking.length > OMISSION + added.length) return true;
  if (
    lacking.length === 0 &&
    added.length <= NAME &&
    added.some((word) => pictures.has(word)) &&
    !added.some((word) => condition.has(word))
  )
    return false;
  if (!long && lacking.length === 0 && added.length > PHRASE && !added.some((word) => ownership.has(word))) return true;
  const isHarmless = !lacking.some((word) => strong.has(word) || granting.has(word));
  if (isHarmless && /^(?:and )?to [a-z]/.test(added.join(" ")) && added.every((word) => furtherGrant.has(word))) return false;
  const isReworded = added.some((word) => mood.has(word)) && lacking.some((word) => mood.has(word));
  const changed = [...added.filter((word) => !lacking.includes(word)), ...lacking.filter((word) => !added.includes(word))].filter(
    (word) => !(isReworded && mood.has(word)),
  );
  if (changed.some((word) => strong.has(word))) return true;
  return !(long && added.length <= FEW && lacking.length <= FEW) && changed.some((word) => granting.has(word));
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

function meaningful(words: readonly string[]): string[] {
  let text = ` ${words.join(" ")} `;
  if (text.startsWith(` ${preface} `) || instructions.test(text)) return [];
  for (const phrase of indifferent) text = text.replaceAll(` ${phrase} `, " ");
  text = text.replace(exceptParts, " ");
  return text.split(" ").filter((word) => word !== "");
}

function shortened(words: readonly string[]): string {
  return words.length > LONGEST_SPAN ? `${words.slice(0, LONGEST_SPAN).join(" ")} … (${words.length} words)` : words.join(" ");
}

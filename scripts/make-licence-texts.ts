// Writes dist/licence-texts.bin: the words of the SPDX licence texts as numbers, which is what a file is compared with. Run by scripts/build.js.
// The texts are other people's; they come with the package spdx-license-list at build time and none stands in this repository.
import { mkdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import full from "spdx-license-list/full.js";
import { replacementOf } from "../src/measurement/licence/list.ts";
import { wordsOf } from "../src/measurement/licence/words.ts";

const spelling: string[] = [];
const vocabulary = new Map<string, number>();
const texts: [id: string, length: number][] = [];
const all: number[] = [];
const known = new Set<string>();

for (const id of Object.keys(full).sort(onlyFirst)) {
  const { words } = wordsOf(ownText(id));
  const content = words.join(" ");
  if (replacementOf(id) !== undefined || known.has(content) || words.length < 5) continue;
  known.add(content);
  texts.push([id, words.length]);
  for (const word of words) all.push(numberOf(word));
}
if (spelling.length >= 0xffff) throw new Error("The licences use more words than 16 bits can number.");

mkdirSync("dist", { recursive: true });
const head = Buffer.from(`${JSON.stringify({ spelling, texts })}\n`);
writeFileSync("dist/licence-texts.bin", gzipSync(Buffer.concat([head, Buffer.from(Uint16Array.from(all).buffer)]), { level: 9 }));

/** GPL-3.0-only and GPL-3.0-or-later are one text; the text alone says "only". */
function onlyFirst(a: string, b: string): number {
  const rank = (id: string) => (id.endsWith("-or-later") ? 1 : 0);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

/** SPDX appends the whole GPL to LGPL 3.0; projects keep the two in files of their own. */
function ownText(id: string): string {
  const text = full[id]?.licenseText ?? "";
  const appended = id.startsWith("LGPL-3.0") ? text.indexOf("GNU GENERAL PUBLIC LICENSE\n") : -1;
  return appended > 0 ? text.slice(0, appended) : text;
}

function numberOf(word: string): number {
  const number = vocabulary.get(word) ?? spelling.length;
  if (number === spelling.length) {
    spelling.push(word);
    vocabulary.set(word, number);
  }
  return number;
}

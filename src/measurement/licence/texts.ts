import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { packageRoot } from "../../shared/package-root.ts";
import { Problem } from "../../shared/problem.ts";

/** One text of the SPDX list as numbers of words. */
interface LicenceText {
  id: string;
  words: Uint16Array;
}

/** All texts of the SPDX list, and which of them share a run of three words. */
export interface LicenceTexts {
  /** The number of a word; absent: no licence uses it. */
  vocabulary: ReadonlyMap<string, number>;
  spelling: readonly string[];
  texts: readonly LicenceText[];
  /** Numbers in `texts` of those that share most runs with these words, the best first. */
  candidates(words: Uint16Array, most: number): number[];
}

/** The number of every word that no licence uses. */
export const UNKNOWN = 0xffff;
/** Of long texts every eighth run suffices to find them again. */
const ALL_RUNS = 400;
const SAMPLE = 7;
/** A text is a candidate where this share of its runs is there. */
const SHARE = 0.3;
const TABLE = 1 << 19;

let loaded: LicenceTexts | undefined;

/** The index of the SPDX texts, read once. Throws a Problem where the program has not been built. */
export function licenceTexts(): LicenceTexts {
  loaded ??= indexTexts(readTexts());
  return loaded;
}

/** What scripts/make-licence-texts.ts writes: a line of JSON, then the words of all texts as 16-bit numbers, least significant byte first. */
function readTexts(): Pick<LicenceTexts, "spelling" | "texts"> {
  const file = join(packageRoot, "dist", "licence-texts.bin");
  let bytes: Buffer;
  try {
    bytes = gunzipSync(readFileSync(file));
  } catch (cause) {
    throw new Problem("internal", `The licence texts cannot be read from ${file}: run “npm run build” first.`, { cause });
  }
  const end = bytes.indexOf(10);
  const { spelling, texts } = JSON.parse(bytes.toString("utf8", 0, end)) as { spelling: string[]; texts: [string, number][] };
  const all = new Uint16Array(Uint8Array.from(bytes.subarray(end + 1)).buffer);
  let from = 0;
  return {
    spelling,
    texts: texts.map(([id, length]) => {
      from += length;
      return { id, words: all.subarray(from - length, from) };
    }),
  };
}

/** A number for three words in a row. */
export function runOf(words: Uint16Array, at: number): number {
  let run = Math.imul(words[at] ?? 0, 0x9e3779b1) ^ Math.imul((words[at + 1] ?? 0) + 0x7f4a, 0x85ebca6b);
  run = Math.imul(run ^ (run >>> 15), 0x2c1b3c6d) + Math.imul((words[at + 2] ?? 0) + 0x1657, 0xc2b2ae35);
  run = Math.imul(run ^ (run >>> 13), 0x297a2d39);
  return (run ^ (run >>> 16)) >>> 0;
}

function indexTexts({ spelling, texts }: Pick<LicenceTexts, "spelling" | "texts">): LicenceTexts {
  const slots = new Int32Array(TABLE).fill(-1);
  const runs: number[] = [];
  const owners: number[] = [];
  const following: number[] = [];
  const counts = new Uint32Array(texts.length);
  texts.forEach(({ words }, owner) => {
    const all = words.length <= ALL_RUNS;
    const seen = new Set<number>();
    for (let at = 0; at + 2 < words.length; at += 1) {
      const run = runOf(words, at);
      if ((!all && (run & SAMPLE) !== 0) || seen.has(run)) continue;
      seen.add(run);
      const slot = run & (TABLE - 1);
      following.push(slots[slot] ?? -1);
      slots[slot] = runs.length;
      runs.push(run);
      owners.push(owner);
    }
    counts[owner] = seen.size;
  });

  return {
    vocabulary: new Map(spelling.map((word, number) => [word, number])),
    spelling,
    texts,
    candidates(words, most) {
      const shared = new Uint32Array(texts.length);
      const seen = new Set<number>();
      for (let at = 0; at + 2 < words.length; at += 1) {
        if (words[at] === UNKNOWN || words[at + 1] === UNKNOWN || words[at + 2] === UNKNOWN) continue;
        const run = runOf(words, at);
        if (seen.has(run)) continue;
        seen.add(run);
        for (let entry = slots[run & (TABLE - 1)] ?? -1; entry >= 0; entry = following[entry] ?? -1) {
          const owner = owners[entry] ?? 0;
          if (runs[entry] === run) shared[owner] = (shared[owner] ?? 0) + 1;
        }
      }
      const share = (owner: number) => (shared[owner] ?? 0) / Math.max(1, counts[owner] ?? 1);
      const size = (owner: number) => texts[owner]?.words.length ?? 0;
      return [...texts.keys()]
        .filter((owner) => share(owner) >= SHARE)
        .sort((a, b) => share(b) - share(a) || size(b) - size(a))
        .slice(0, most);
    },
  };
}

/** The numbers of these words. */
export function numbersOf(words: readonly string[], { vocabulary }: LicenceTexts): Uint16Array {
  return Uint16Array.from(words, (word) => vocabulary.get(word) ?? UNKNOWN);
}

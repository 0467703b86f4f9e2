/**
 * Measures the comparison of texts: AGPL-1.0 against AGPL-3.0, two versions of a 100-page text, and hostile paragraphs, beside the same words
 * through the plain library and, where they are installed, `git diff --word-diff` and `dwdiff`. All in one run, in turn;
 * medians. Run: node --import tsx bench/comparison.ts
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diffWords } from "diff";
import { compareDocuments } from "../src/drafting/comparison/documents.ts";
import { compareTexts } from "../src/drafting/comparison/texts.ts";

const ROUNDS = 5;
const PAGES = 100;
const WORDS_A_PAGE = 500;

interface Measured {
  wall: number;
  /** absent for a program of its own */
  processor?: number;
}

function measureOnce(work: () => unknown): Measured {
  const started = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - started, processor: (user + system) / 1000 };
}

/** A program of its own, starting it included; undefined where it is not installed. */
function measureProgram(command: string, given: readonly string[]): Measured | undefined {
  const started = performance.now();
  const { error } = spawnSync(command, [...given], { stdio: "ignore" });
  return error ? undefined : { wall: performance.now() - started };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

function told(rounds: readonly (Measured | undefined)[]): string {
  const done = rounds.filter((one) => one !== undefined);
  if (done.length === 0) return "not installed";
  const processor = done.flatMap((one) => (one.processor === undefined ? [] : [one.processor]));
  const wall = `${median(done.map((one) => one.wall)).toFixed(0)} ms`;
  return processor.length > 0 ? `${wall} (processor ${median(processor).toFixed(0)})` : wall;
}

function compareAllWays(name: string, before: string, after: string, rounds = ROUNDS): void {
  const folder = mkdtempSync(join(tmpdir(), "comparison-"));
  try {
    const files = [join(folder, "before"), join(folder, "after")] as const;
    writeFileSync(files[0], before);
    writeFileSync(files[1], after);
    const segmenter = new Intl.Segmenter("en", { granularity: "word" });
    const ways: Record<string, () => Measured | undefined> = {
      compareDocuments: () => measureOnce(() => compareDocuments(before, after, "en")),
      compareTexts: () => measureOnce(() => compareTexts(before, after, "en")),
      "diffWords, plain": () => measureOnce(() => diffWords(before, after)),
      "diffWords, Intl.Segmenter": () => measureOnce(() => diffWords(before, after, { intlSegmenter: segmenter })),
      "git diff --word-diff": () => measureProgram("git", ["diff", "--no-index", "--word-diff", ...files]),
      dwdiff: () => measureProgram("dwdiff", files),
    };
    const results = Object.fromEntries(Object.keys(ways).map((way) => [way, [] as (Measured | undefined)[]]));
    for (let round = 0; round < rounds; round += 1) for (const [way, work] of Object.entries(ways)) results[way]?.push(work());
    for (const [way, measured] of Object.entries(results)) console.log(`| ${name} | ${way} | ${told(measured)} |`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function licenceText(id: string): string {
  const file = new URL(`../node_modules/spdx-license-list/licenses/${id}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { licenseText: string }).licenseText;
}

/** Numbers that only look random: the same text in every run. */
function randomly(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A made text of 100 pages with words used as often as words are, and a later version: words replaced, paragraphs moved, added, taken out. */
function twoVersions(): [string, string] {
  const random = randomly(7);
  const word = () => `w${Math.floor(4000 ** random())}`;
  const paragraph = () => `${Array.from({ length: 40 + Math.floor(random() * 60) }, word).join(" ")}.`;
  const count = Math.round((PAGES * WORDS_A_PAGE) / 70);
  const before = Array.from({ length: count }, paragraph);
  const reworded = before.flatMap((text) => {
    const chance = random();
    if (chance < 0.03) return [];
    if (chance < 0.06) return [text, paragraph()];
    return chance < 0.4 ? [text.replace(/w\d+/g, (one) => (random() < 0.06 ? word() : one))] : [text];
  });
  const moved = reworded.splice(200, 10);
  reworded.splice(500, 0, ...moved);
  return [before.join("\n\n"), reworded.join("\n\n")];
}

function hostile(): [string, string, string][] {
  const many = (count: number, word: (index: number) => string) => Array.from({ length: count }, (_, index) => word(index)).join(" ");
  return [
    ["1 MB in one paragraph, no shared word", many(150_000, (index) => `a${index}`), many(150_000, (index) => `b${index}`)],
    [
      "1 MB in one paragraph, two words",
      many(500_000, (index) => (index % 3 ? "a" : "b")),
      many(500_000, (index) => (index % 5 ? "a" : "b")),
    ],
    ["1 MB in one paragraph, turned round", many(150_000, (index) => `w${index}`), many(150_000, (index) => `w${150_000 - index}`)],
    ["1 MB of Chinese without a space", "开源软件政府采购".repeat(42_000), "政府采购开源软件".repeat(42_000)],
  ];
}

console.log("| texts | way | median |\n|---|---|---|");
compareAllWays("AGPL-1.0 → AGPL-3.0", licenceText("AGPL-1.0"), licenceText("AGPL-3.0"));
compareAllWays("100 pages, a third reworded", ...twoVersions(), 3);
for (const [name, before, after] of hostile())
  console.log(
    `| ${name} | compareTexts | ${told(Array.from({ length: 3 }, () => measureOnce(() => compareTexts(before, after, "en"))))} |`,
  );

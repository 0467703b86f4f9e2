// Compares the two codings of twelve instruments; generate.ts writes what comes of it to docs/.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

/** One line of dataset/second-coding/alignment.csv: a pair of codings, or one that only one reading found. */
export interface Row {
  instrument: string;
  unit: string;
  first_coding_ids: string;
  second_rows: string;
  common_text: string;
  first_type: string;
  first_strength: string;
  second_type: string;
  second_strength: string;
  settled_type: string;
  settled_strength: string;
  note: string;
}

export type Judgements = readonly (readonly [first: string, second: string])[];

export function rawAgreement(pairs: Judgements): number {
  return pairs.filter(([first, second]) => first === second).length / pairs.length;
}

/** Cohen's kappa: agreement beyond what the two readings' own frequencies give by chance. NaN where chance alone agrees wholly. */
export function kappa(pairs: Judgements): number {
  const firsts = frequencies(pairs.map(([first]) => first));
  const seconds = frequencies(pairs.map(([, second]) => second));
  const expected = [...firsts].reduce((sum, [name, n]) => sum + (n / pairs.length) * ((seconds.get(name) ?? 0) / pairs.length), 0);
  return (rawAgreement(pairs) - expected) / (1 - expected);
}

/** The middle 95 % of kappa when whole groups (instruments) are drawn anew: pairs of one instrument are not independent of each other. */
export function bootstrapInterval(groups: readonly Judgements[], rounds = 2000, seed = 20261123): [low: number, high: number] {
  const random = mulberry32(seed);
  const values: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const drawn = groups.flatMap(() => groups[Math.floor(random() * groups.length)] ?? []);
    const value = kappa(drawn);
    if (Number.isFinite(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  return [values[Math.floor(values.length * 0.025)] ?? Number.NaN, values[Math.ceil(values.length * 0.975) - 1] ?? Number.NaN];
}

export const isPair = (row: Row): boolean => row.first_coding_ids !== "" && row.second_rows !== "";
export const foundByFirstOnly = (row: Row): boolean => row.common_text === "yes" && row.second_rows === "";
export const foundBySecondOnly = (row: Row): boolean => row.common_text === "yes" && row.first_coding_ids === "";
export const differs = (row: Row): boolean =>
  isPair(row) && (row.first_type !== row.second_type || row.first_strength !== row.second_strength);

/** Which reading stood when a pair that differed was settled. */
export function stood(row: Row): "first" | "second" | "neither" {
  const settled = `${row.settled_type} ${row.settled_strength}`;
  if (settled === `${row.first_type} ${row.first_strength}`) return "first";
  return settled === `${row.second_type} ${row.second_strength}` ? "second" : "neither";
}

/** What the site says of the agreement: docs/second-coding.json. */
export function figures(rows: readonly Row[]): Record<string, string | number> {
  const pairs = rows.filter(isPair);
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    date: "2026-11-23",
    instruments: new Set(rows.map((row) => row.instrument)).size,
    codings: pairs.length,
    found: pairs.length + rows.filter((row) => foundByFirstOnly(row) || foundBySecondOnly(row)).length,
    kappa_type: round(kappa(pairs.map((row) => [row.first_type, row.second_type]))),
    kappa_strength: round(kappa(pairs.map((row) => [row.first_strength, row.second_strength]))),
  };
}

export function report(rows: readonly Row[]): string {
  const pairs = rows.filter(isPair);
  const firstOnly = rows.filter(foundByFirstOnly);
  const secondOnly = rows.filter(foundBySecondOnly);
  const outside = rows.filter((row) => row.common_text === "no");
  const different = pairs.filter(differs);
  const sameType = pairs.filter((row) => row.first_type === row.second_type);
  const found = pairs.length + firstOnly.length + secondOnly.length;
  const instruments = [...new Set(rows.map((row) => row.instrument))];
  const added = secondOnly.filter((row) => row.settled_type !== "");
  const refused = secondOnly.filter((row) => row.note.startsWith("does not hold"));
  const outcome = frequencies(different.map(stood));
  const sameTypeDifferentStrength = sameType.filter((row) => row.first_strength !== row.second_strength).length;
  return `${[
    "# How far two codings agree",
    "",
    "<!-- Written by “npm run generate” from dataset/second-coding/alignment.csv. Change that, not this file. -->",
    "",
    "## In short",
    `Twelve instruments were coded a second time. In the text that both readings covered, ${found} different provisions were found, ${pairs.length} (${percent(pairs.length, found)})`,
    `by both. Where both found one, they gave it the same type in ${sameType.length} of ${pairs.length} pairs and the same strength in ${pairs.filter((row) => row.first_strength === row.second_strength).length}. The two readings`,
    "agree far better on what a provision is than on whether there is one.",
    "",
    "## Method",
    "- **Who coded.** Both readings were made inside the founding team, with machine assistance. They are not two independent human lawyers.",
    "  They share one taxonomy, one set of definitions and, as far as is known, the same kind of machine assistance, so their agreement is",
    "  likely to be higher than that of strangers, and both may be wrong in the same way. The second reader also laid the two codings side by",
    "  side, with both in view, and settled the differences: no third person did.",
    "- **Blind.** The second coding was made on 2026-11-23 from the texts and the definitions of the provision types alone. It was committed before",
    "  the first coding was opened, and stands unchanged in `dataset/second-coding/<instrument>.csv`. The first coding is taken as it stood at",
    "  that moment.",
    "- **Unit.** A unit is a place in the text: the coarser of the two locators. Several codings of one type and strength by one reading in one unit",
    "  count as one.",
    "- **Pairs.** In each unit codings of the same type were paired first, then those nearest in meaning. Pairing by type first makes agreement on",
    "  type look better than a comparison without it would. A coding without a partner is “found by one only” and is not in kappa.",
    `- **Texts.** The second reading had less text for some instruments. ${outside.length} first codings of passages outside it are left out of all figures.`,
    "- **Figures.** Cohen’s kappa over the pairs; the 95 % interval is a percentile bootstrap that draws whole instruments (2,000 rounds, fixed seed).",
    "",
    "## Agreement",
    "| what | pairs | same | raw agreement | kappa | 95 % interval |",
    "|---|--:|--:|--:|--:|---|",
    agreementLine("type", pairs, instruments, (row) => [row.first_type, row.second_type]),
    agreementLine("strength", pairs, instruments, (row) => [row.first_strength, row.second_strength]),
    "",
    `Type and strength together are the same in ${pairs.length - different.length} of ${pairs.length} pairs (${percent(pairs.length - different.length, pairs.length)}).`,
    `In ${sameTypeDifferentStrength} of the ${sameType.length} pairs of the same type the strength differs.`,
    "",
    "| found | number | share of all found |",
    "|---|--:|--:|",
    `| by both readings | ${pairs.length} | ${percent(pairs.length, found)} |`,
    `| of these with the same type | ${sameType.length} | ${percent(sameType.length, found)} |`,
    `| by the first only | ${firstOnly.length} | ${percent(firstOnly.length, found)} |`,
    `| by the second only | ${secondOnly.length} | ${percent(secondOnly.length, found)} |`,
    "",
    "## Strength: first reading (rows) against second (columns)",
    ...confusion(pairs),
    "",
    "## By instrument",
    "| instrument | pairs | same type | same strength | first only | second only | added | outside the common text |",
    "|---|--:|--:|--:|--:|--:|--:|--:|",
    ...instruments.map((name) => instrumentLine(name, rows)),
    "",
    "## Differences and how each was settled",
    `Each text was read again. Of ${different.length} pairs that differ, the first reading stood in ${outcome.get("first") ?? 0}, the second in ${outcome.get("second") ?? 0}, neither in ${outcome.get("neither") ?? 0}. Where the first did not`,
    "stand, the record was corrected and its coding bears a note.",
    "",
    "| instrument | unit | first | second | settled | why |",
    "|---|---|---|---|---|---|",
    ...different.map((row) =>
      cells(
        row.instrument,
        row.unit,
        `${row.first_type} ${row.first_strength}`,
        `${row.second_type} ${row.second_strength}`,
        `${row.settled_type} ${row.settled_strength}`,
        row.note,
      ),
    ),
    "",
    "## Found by one only",
    `Of the ${secondOnly.length} that only the second reading found, ${added.length} held on a new reading and were added to the records (coder \`second-reader\`);`,
    `${refused.length} did not hold; the other ${secondOnly.length - added.length - refused.length} repeat a rule coded elsewhere in the record, belong to another instrument or were coded meanwhile.`,
    `The ${firstOnly.length} that only the first reading found were kept; of ${firstOnly.filter((row) => row.note.startsWith("kept, though")).length} of them the note states a doubt. \`dataset/second-coding/alignment.csv\` says of each`,
    "what became of it.",
    "",
    "| instrument | unit | found by the second reading | what became of it |",
    "|---|---|---|---|",
    ...[...added, ...refused].map((row) =>
      cells(
        row.instrument,
        row.unit,
        `${row.second_type} ${row.second_strength}`,
        row.settled_type === "" ? row.note : `added as ${row.settled_type} ${row.settled_strength}; ${row.note}`,
      ),
    ),
    "",
    "## What this does not show",
    "- That the codings are right: two readings can share an error, above all when they share a taxonomy and a helper.",
    "- How lawyers of the countries concerned would read the texts.",
    "- Anything about the other records: twelve instruments with texts at hand were chosen, not drawn by lot. Most are long guidance texts;",
    "  records that rest on summaries are not among them.",
    "- Anything about addressee, scope, condition, exception and deadline: only type and strength were compared.",
    "- The quality of what was not found by either.",
  ].join("\n")}\n`;
}

function agreementLine(
  what: string,
  pairs: readonly Row[],
  instruments: readonly string[],
  judge: (row: Row) => readonly [string, string],
): string {
  const judged = pairs.map(judge);
  const [low, high] = bootstrapInterval(instruments.map((name) => pairs.filter((row) => row.instrument === name).map(judge)));
  const same = judged.filter(([first, second]) => first === second).length;
  return cells(what, pairs.length, same, percent(same, pairs.length), kappa(judged).toFixed(2), `${low.toFixed(2)} to ${high.toFixed(2)}`);
}

function instrumentLine(name: string, rows: readonly Row[]): string {
  const own = rows.filter((row) => row.instrument === name);
  const pairs = own.filter(isPair);
  const secondOnly = own.filter(foundBySecondOnly);
  return cells(
    name,
    pairs.length,
    pairs.filter((row) => row.first_type === row.second_type).length,
    pairs.filter((row) => row.first_strength === row.second_strength).length,
    own.filter(foundByFirstOnly).length,
    secondOnly.length,
    secondOnly.filter((row) => row.settled_type !== "").length,
    own.filter((row) => row.common_text === "no").length,
  );
}

function confusion(pairs: readonly Row[]): string[] {
  const strengths = ["must", "should", "may", "must-not"];
  const counts = frequencies(pairs.map((row) => `${row.first_strength}>${row.second_strength}`));
  return [
    cells("", ...strengths),
    `|---|${"--:|".repeat(strengths.length)}`,
    ...strengths.map((first) => cells(first, ...strengths.map((second) => counts.get(`${first}>${second}`) ?? 0))),
  ];
}

function cells(...values: (string | number)[]): string {
  return `| ${values.map((value) => String(value).replaceAll("|", "\\|")).join(" | ")} |`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(0)} %`;
}

function frequencies<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** A small random generator with a seed, so that the interval is the same on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const paths = {
  alignment: fileURLToPath(new URL("../dataset/second-coding/alignment.csv", import.meta.url)),
  document: fileURLToPath(new URL("../docs/coding-agreement.md", import.meta.url)),
};

export function readAlignment(): Row[] {
  return parse(readFileSync(paths.alignment, "utf8"), { columns: true, skip_empty_lines: true });
}

// node --import tsx bench/tender-judgement.ts [first|fresh|third] [tune|report|both] [list]: how often tender facts agree with notices read by
// hand. Notices from elsewhere are looked for in the folder that OPENFIRST_NOTICES names.
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import type { Observation } from "../src/measurement/fact.ts";
import { eformsRoots, readEforms } from "../src/measurement/facts/tender/eforms.ts";
import { observeNotice } from "../src/measurement/facts/tender/facts.ts";
import type { Notice } from "../src/measurement/facts/tender/notice.ts";
import { readRelease } from "../src/measurement/facts/tender/ocds.ts";
import type { Obj } from "../src/measurement/facts/tender/prose.ts";
import { readTed } from "../src/measurement/facts/tender/ted.ts";
import { local, readXml } from "../src/measurement/facts/tender/xml.ts";
import { packageRoot } from "../src/shared/package-root.ts";
import { printTable, type Row, row } from "./measure.ts";

const shared = join(packageRoot, "../shared/data/procurement");
/** Where the notices from elsewhere lie; nowhere unless it is said. */
const outside = process.env.OPENFIRST_NOTICES ?? "";

const sets = { first: "tenders.yml", fresh: "tenders-fresh.yml", third: "tenders-third.yml" } as const;
/** Which labelled notices: the first two are development data, both halves; the third has no halves and was labelled without sight of the judge. */
export type Set = keyof typeof sets;
export type Half = "tune" | "report";

interface Label {
  notice: string;
  file: string;
  index?: number;
  language: string;
  software: boolean;
  brands: string[];
  otherBrands?: string[];
  equivalentAllowed: boolean | null;
  openSourceMention: boolean;
  mentions?: string[];
  half?: Half;
  doubtful?: string;
}

/** What a label says to a question; undefined where it does not arise or is not counted. */
const expected = {
  software: (label: Label) => label.software,
  brandNamed: (label: Label) => (label.brands.length === 0 && label.otherBrands?.length ? undefined : label.brands.length > 0),
  equivalentAllowed: (label: Label) => label.equivalentAllowed ?? false,
  openSourceMention: (label: Label) => label.openSourceMention,
  openStandards: (label: Label) => label.mentions?.includes("openStandards"),
  sourceDelivery: (label: Label) => label.mentions?.includes("sourceDelivery"),
  rights: (label: Label) => label.mentions?.includes("rights"),
  reuse: (label: Label) => label.mentions?.includes("reuse"),
  exit: (label: Label) => label.mentions?.includes("exit"),
};
export type Question = keyof typeof expected;
const questions = Object.keys(expected) as Question[];

type Facts = Observation["facts"];
const isTrue = (value: unknown): boolean => value === true;
/** What the observed facts say to it. */
const said: Record<Question, (facts: Facts) => boolean> = {
  software: ({ software }) => isTrue(software),
  brandNamed: ({ brands }) => Array.isArray(brands) && brands.length > 0,
  equivalentAllowed: ({ equivalentAllowed }) => isTrue(equivalentAllowed),
  openSourceMention: ({ openSourceMention }) => isTrue(openSourceMention),
  openStandards: ({ openStandardsMention }) => isTrue(openStandardsMention),
  sourceDelivery: ({ sourceDelivery }) => isTrue(sourceDelivery),
  rights: ({ rightsInCode }) => isTrue(rightsInCode),
  reuse: ({ reuseMention }) => isTrue(reuseMention),
  exit: ({ exitTerms, dataPortability }) => isTrue(exitTerms) || isTrue(dataPortability),
};

export interface Score {
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  trueNegatives: number;
  wrong: { label: Label; expected: boolean; brands: string; why: string }[];
}

/** Right and wrong answers to the labels of one half whose files are here. */
export async function score(
  set: Set,
  half: Half | "both",
  from: (label: Label) => boolean,
  everyText = false,
): Promise<Record<Question, Score>> {
  const all = parse(readFileSync(join(packageRoot, "bench/labelled", sets[set]), "utf8")) as Label[];
  const scores = Object.fromEntries(
    questions.map((question) => [question, { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0, wrong: [] }]),
  ) as unknown as Record<Question, Score>;
  for (const label of all.filter((label) => (half === "both" || label.half === half) && from(label))) {
    const notice = await noticeOf(label);
    if (!notice) throw new Error(`${label.file}: holds no notice ${label.notice}`);
    const { facts } = observeNotice(notice, "2026-01-01T00:00:00.000Z", everyText);
    for (const question of questions) {
      const right = expected[question](label);
      if (right === undefined) continue;
      const says = said[question](facts);
      const score = scores[question];
      score[says ? (right ? "truePositives" : "falsePositives") : right ? "falseNegatives" : "trueNegatives"]++;
      const brands = ((facts.brands ?? []) as { name: string }[]).map(({ name }) => name).join(", ");
      const why = `${notice.title?.value.slice(0, 80)} (${notice.codes.slice(0, 5).map(({ id }) => id)}; ${facts.softwareBasis})`;
      if (says !== right) score.wrong.push({ label, expected: right, brands, why });
    }
  }
  return scores;
}

export const isShared = (label: Label): boolean => !label.file.startsWith("outside:") && existsSync(join(shared, label.file));
const isHere = (label: Label): boolean => existsSync(pathOf(label));

function pathOf({ file }: Label): string {
  const [, repository, path] = /^outside:([^@]+)@[^:]+:(.*)$/.exec(file) ?? [];
  return repository && path ? join(outside, repository.replace("/", "+"), path) : join(shared, file);
}

async function noticeOf(label: Label): Promise<Notice | undefined> {
  const path = pathOf(label);
  if (path.endsWith(".xml")) {
    const root = await readXml(createReadStream(path), path);
    return eformsRoots.has(local(root)) ? readEforms(root, path) : readTed(root, path);
  }
  const text = readFileSync(path, "utf8");
  if (path.endsWith(".md")) return documentNotice(label, text);
  if (label.file.includes("18F/fbopen")) return opportunity(label, text);
  const releases = path.endsWith(".jsonl")
    ? text
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Obj)
    : releasesOf(JSON.parse(text) as Obj);
  const release = releases[label.index ?? releases.findIndex(({ ocid }) => ocid === label.notice)];
  return release && readRelease(release, "", { file: path });
}

/** A line of FBOpen's copies of United States notices: no OCDS, no code. */
function opportunity(label: Label, text: string): Notice | undefined {
  const line = (text.split("\n")[label.index ?? -1] ?? "null").replace(/^[[,]/, "").replace(/\]$/, "");
  const { title, description, solnbr } = (JSON.parse(line) as { _source: { title?: string; description?: string; solnbr?: string } })
    ._source;
  if (solnbr?.toLowerCase() !== label.notice.toLowerCase()) return undefined;
  return title === undefined ? undefined : made(label, title, description ?? "");
}

function releasesOf(value: Obj): Obj[] {
  if (Array.isArray(value)) return value.flatMap((item) => releasesOf(item as Obj));
  if (Array.isArray(value.releases)) return value.releases as Obj[];
  if (Array.isArray(value.records)) return value.records.map((record) => (record as Obj).compiledRelease as Obj);
  return [value];
}

/** A tender document as a notice without codes: its first heading is the title. */
function documentNotice(label: Label, text: string): Notice {
  return made(label, /^#+\s*(.+)$/m.exec(text)?.[1] ?? basename(label.file), text);
}

function made({ file, notice: id }: Label, title: string, description: string): Notice {
  const texts: Notice["texts"] = [
    { field: "title", at: "/title", text: title },
    { field: "description", at: "/description", text: description },
  ];
  return { file, path: "pointer", id, documents: 0, codes: [], texts };
}

export const precision = ({ truePositives, falsePositives }: Score): number => truePositives / (truePositives + falsePositives);
export const recall = ({ truePositives, falseNegatives }: Score): number => truePositives / (truePositives + falseNegatives);

function rowsOf(scores: Record<Question, Score>, what: string): Row[] {
  return questions.flatMap((question) => {
    const score = scores[question];
    const { truePositives, falsePositives, falseNegatives, trueNegatives } = score;
    if (truePositives + falseNegatives === 0) return [];
    const counts = `${truePositives} right, ${falsePositives} wrongly said, ${falseNegatives} missed, ${trueNegatives} rightly not`;
    const measured = `precision ${precision(score).toFixed(3)}, recall ${recall(score).toFixed(3)} (${counts})`;
    return row(`${question}, ${what}`, measured, "≥ 0.9 each", precision(score) >= 0.9 && recall(score) >= 0.9);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [, , inSet, inHalf, list] = process.argv;
  const set = inSet === "fresh" || inSet === "third" ? inSet : "first";
  const half = inHalf === "report" || inHalf === "tune" ? inHalf : "both";
  const scores = await score(set, half, isHere);
  printTable([
    ...rowsOf(scores, `${set}, ${half}`),
    ...rowsOf(await score(set, half, isHere, true), `${set}, ${half}, every text searched`),
  ]);
  if (list)
    for (const question of questions)
      for (const { label, expected, brands, why } of scores[question].wrong)
        console.log(
          `${question}: ${expected ? "missed" : "wrongly said"}: ${label.notice} ${label.file.slice(0, 60)} ${label.language} [${label.brands}${label.otherBrands ? ` | ${label.otherBrands}` : ""}] {${brands}} ${why} ${label.doubtful ?? ""}`,
        );
}

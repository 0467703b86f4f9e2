// OPENFIRST_LAWS=FOLDER node --import tsx bench/provision-codings.ts [cross|fresh|fit] [list]: codings proposed for articles read by hand.
//   cross   each eighth of the labelled texts, with what was learnt from the others
//   fit     learns from all of them and writes what the program uses (src/drafting/reading/fitted-weights.ts)
//   fresh   the report half of the later texts, with what was learnt from all others
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pack, unpack } from "../src/drafting/reading/fitted.ts";
import { type CodedArticle, type CodedWording, learn, type Model } from "../src/drafting/reading/learn.ts";
import { type Proposal, proposeCodings } from "../src/drafting/reading/propose.ts";
import { type Article, splitArticles } from "../src/drafting/reading/split-articles.ts";
import { wordsOf } from "../src/drafting/reading/words.ts";
import { packageRoot } from "../src/shared/package-root.ts";
import {
  articlesByLine,
  codedArticles,
  groupsOf,
  type KnownText,
  knownTexts,
  type Label,
  type LabelledText,
  typeIds,
  wordings,
} from "./coding-lessons.ts";
import { readLabelledText } from "./provision-texts.ts";

const shared = join(packageRoot, "../shared/data/policies/texts");
const groups = 8;

/** Counts of one language. */
interface Count {
  articles: number;
  positives: number;
  found: number;
  right: number;
  wrong: number;
  missed: number;
  strength: [right: number, of: number];
  addressee: [right: number, of: number];
  deadline: [right: number, of: number];
  exception: [right: number, of: number];
}

/** All of the earlier labelled texts, and the half of the later ones that is looked at. */
const developmentTexts = (lessons: readonly CodedWording[]): KnownText[] => [
  ...knownTexts("provisions.yml", lessons),
  ...knownTexts("provisions-fresh.yml", lessons).filter(({ half }) => half === "tune"),
];

/** Each group of texts with a model that was learnt from the others, and from no wording that comes from the group. */
function cross(list: boolean): void {
  const lessons = wordings();
  const texts = developmentTexts(lessons);
  const groupOf = groupsOf(texts, groups);
  const coded = codedArticles(texts, groups);
  const counts = new Map<string, Count>();
  for (let group = 0; group < groups; group++) {
    const held = texts.filter((text) => groupOf.get(text.id) === group);
    const origins = new Set(held.flatMap((text) => text.origins));
    const others = coded.filter((article) => article.group !== group).map(halved);
    measure(held, learnt(lessons, origins, others), counts, list);
  }
  print(counts);
}

/** Inside a group left out, half as many groups do: it halves the time. */
const halved = (article: CodedArticle): CodedArticle => ({ ...article, group: article.group >> 1 });

/** A model as the program would keep it, from all lessons but those of some origins. */
function learnt(lessons: readonly CodedWording[], without: ReadonlySet<string>, articles: readonly CodedArticle[]): Model {
  const rest = lessons.filter(({ origin }) => !without.has(origin));
  return unpack(pack(learn(rest, articles, typeIds())));
}

/** What the program would say had it not learnt from what repeats these texts. */
function fresh(list: boolean): void {
  const lessons = wordings();
  const texts = knownTexts("provisions-fresh.yml", lessons).filter(({ half }) => half === "report");
  const origins = new Set(texts.flatMap((text) => text.origins));
  console.log(`not learnt from: ${[...origins].join(", ")}`);
  const others = codedArticles(developmentTexts(lessons), groups).filter((article) => !article.origins.some((id) => origins.has(id)));
  const counts = new Map<string, Count>();
  measure(texts, learnt(lessons, origins, others), counts, list);
  print(counts);
}

function fit(): void {
  const lessons = wordings();
  const { likeness, ...rest } = pack(learn(lessons, codedArticles(developmentTexts(lessons), groups), typeIds()));
  const rounded = JSON.stringify({ ...rest, likeness }, (_, value) => (typeof value === "number" ? Number(value.toPrecision(4)) : value));
  writeFileSync(
    join(packageRoot, "src/drafting/reading/fitted-weights.ts"),
    `// Written by bench/provision-codings.ts fit.\nimport type { Packed } from "./fitted.ts";\n\nexport const fittedWeights: Packed = ${rounded};\n`,
  );
}

function measure(texts: readonly LabelledText[], model: Model, counts: Map<string, Count>, list: boolean): void {
  for (const text of texts) {
    const count = counts.get(text.language) ?? emptyCount();
    counts.set(text.language, count);
    const articles = articlesByLine(text);
    for (const label of text.articles) judge(text, label, articles.get(label.line), model, count, list);
  }
}

function judge(text: LabelledText, label: Label, article: Article | undefined, model: Model, count: Count, list: boolean): void {
  count.articles++;
  count.positives += label.types.length > 0 ? 1 : 0;
  count.found += article === undefined ? 0 : 1;
  const proposals = article === undefined ? [] : proposeCodings(article, text.language, model);
  const proposed = new Set(proposals.map((proposal) => proposal.type));
  const right = label.types.filter((type) => proposed.has(type));
  count.right += right.length;
  count.missed += label.types.length - right.length;
  count.wrong += proposed.size - right.length;
  const first = proposals.find((proposal) => label.types.includes(proposal.type));
  if (first !== undefined) judgeRest(label, first, count);
  const missed = label.types.filter((type) => !proposed.has(type));
  const wrong = proposals.filter((proposal) => !label.types.includes(proposal.type));
  if (list && (missed.length > 0 || wrong.length > 0)) {
    console.log(
      `${text.id}@${label.line} ${label.locator}: missed [${missed}] wrong [${wrong.map((one) => `${one.type}${why(one)}`)}] right [${right}]`,
    );
  }
  if (list && first !== undefined && label.strength !== undefined && first.strength !== label.strength) {
    console.log(`  strength ${text.id}@${label.line}: ${label.strength}, said ${first.strength} (${first.verb})`);
  }
  if (
    list &&
    first !== undefined &&
    (label.deadline !== (first.deadline !== undefined) || label.exception !== (first.exception !== undefined))
  ) {
    console.log(`  limit ${text.id}@${label.line}: D${label.deadline} E${label.exception}, said ${first.deadline} / ${first.exception}`);
  }
}

const why = (proposal: Proposal) =>
  `(${proposal.because
    .filter((reason) => reason.what === "type")
    .map((reason) => reason.text)
    .join("+")})`;

function judgeRest(label: Label, proposal: Proposal, count: Count): void {
  const add = (pair: [number, number], right: boolean) => {
    pair[0] += right ? 1 : 0;
    pair[1]++;
  };
  if (label.strength !== undefined) add(count.strength, proposal.strength === label.strength);
  if (label.addressee !== undefined)
    add(count.addressee, proposal.addressee !== undefined && label.addressee.includes(proposal.addressee.kind));
  add(count.deadline, label.deadline === (proposal.deadline !== undefined));
  add(count.exception, label.exception === (proposal.exception !== undefined));
}

function emptyCount(): Count {
  return {
    articles: 0,
    positives: 0,
    found: 0,
    right: 0,
    wrong: 0,
    missed: 0,
    strength: [0, 0],
    addressee: [0, 0],
    deadline: [0, 0],
    exception: [0, 0],
  };
}

function print(counts: ReadonlyMap<string, Count>): void {
  console.log(
    "| language | articles (with a type) | split | precision | recall | F1 (right, wrong, missed) | strength | addressee | deadline | exception |",
  );
  console.log("|---|---|---|---|---|---|---|---|---|---|");
  for (const [language, count] of [...counts, ["all", total([...counts.values()])] as const]) {
    const precision = count.right / (count.right + count.wrong || 1);
    const recall = count.right / (count.right + count.missed || 1);
    const of = ([right, all]: [number, number]) => `${right} of ${all}`;
    console.log(
      `| ${language} | ${count.articles} (${count.positives}) | ${count.found} | ${precision.toFixed(2)} | ${recall.toFixed(2)} | ${((2 * precision * recall) / (precision + recall || 1)).toFixed(3)} (${count.right}, ${count.wrong}, ${count.missed}) | ${of(count.strength)} | ${of(count.addressee)} | ${of(count.deadline)} | ${of(count.exception)} |`,
    );
  }
}

function total(all: readonly Count[]): Count {
  const sum = emptyCount();
  for (const count of all) {
    for (const key of ["articles", "positives", "found", "right", "wrong", "missed"] as const) sum[key] += count[key];
    for (const key of ["strength", "addressee", "deadline", "exception"] as const) {
      sum[key][0] += count[key][0];
      sum[key][1] += count[key][1];
    }
  }
  return sum;
}

/** 100 pages of 500 words from the shared texts: splitting and coding beside merely cutting the same text into words. */
function time(): void {
  const paths = readdirSync(shared).filter((file) => file.endsWith("-en.md") || file.startsWith("US-"));
  let words = 0;
  const blocks = paths.flatMap((file) => {
    if (words > 50_000) return [];
    const read = readLabelledText(join(shared, file));
    words += read.reduce((sum, block) => sum + wordsOf(block.text).length, 0);
    return read;
  });
  const run = () => {
    const { articles, annexes } = splitArticles(blocks, "en");
    for (const article of [...articles, ...annexes]) proposeCodings(article, "en");
  };
  const floor = () => {
    for (const block of blocks) wordsOf(block.text);
  };
  run();
  const [coding, tokens] = [median(run), median(floor)];
  console.log(
    `\n${words} words, ${blocks.length} blocks: split and coded in ${coding.toFixed(0)} ms, cut into words in ${tokens.toFixed(0)} ms = ${(coding / tokens).toFixed(1)} ×`,
  );
}

/** Processor time of the median of five runs, in milliseconds. */
function median(run: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const from = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  });
  return times.sort((one, other) => one - other)[2] ?? 0;
}

const [way = "cross", list] = process.argv.slice(2);
if (way === "fit") fit();
else if (way === "fresh") fresh(list === "list");
else cross(list === "list");
if (way !== "fit") time();

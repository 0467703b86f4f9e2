// How often the licence decision is right on the labelled repositories, and how long it takes beside `licensecheck` (left out by --quick).
// `node --import tsx bench/licences.ts <folder of bare repositories> [--half tune|report] [--labels FILE] [--observed] [--quick]`, or OPENFIRST_REPOSITORIES
// for the folder. --observed asks the whole observation of the tree, as `openfirst check repository` does, not the decision alone. A repository
// owner/name lies there as owner+name/repo, owner+name/repo/.git, owner+name, owner/name or either with ".git"; those that are absent are left out and counted.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { readObjectTree } from "../src/measurement/facts/repository/object-tree.ts";
import { seeTree } from "../src/measurement/facts/repository/observe.ts";
import { Sighting } from "../src/measurement/facts/sighting.ts";
import { decideLicence, type LicenceDecision, type LicenceInput } from "../src/measurement/licence/decide.ts";
import { formatLicenceExpression, parseLicenceExpression } from "../src/measurement/licence/expression.ts";
import { headElsewhere, lastComment } from "../src/measurement/licence/head-elsewhere.ts";
import { classifyPath, isLicenceName } from "../src/measurement/licence/paths.ts";
import { licenceTexts } from "../src/measurement/licence/texts.ts";
import { median, ms, percentile, printTable, row } from "./measure.ts";

interface Label {
  repository: string;
  commit: string;
  main: string;
  hard: boolean;
  kind: string;
  open: boolean;
  /** Absent in a set of which nothing is for tuning */
  half?: "tune" | "report";
}
interface Result {
  label: Label;
  decision: LicenceDecision;
  right: boolean;
  milliseconds: number;
  /** ms of processor time of this process, other threads of Node included */
  processor?: number;
  licenceFiles: LicenceInput[];
}

const source =
  /\.(?:[cm]?[jt]sx?|py|go|java|c|h|cc|cpp|hpp|rb|rs|php|cs|kt|swift|scala|sh|r|pl|vue|css|scss|f90|f|m|jl|ex|lua|sql|tf|fs|hs|clj|groovy|proto|el|m4|ml|mli|dart|erl|adb|ads|pas|vb|ps1|tex|sty|cls|xsl|s|asm|vhd|v|tcl|vim|scm|lisp|sas|f|for|hxx|cxx|mm|pro|d|nim|zig|html?)$/i;
const foreign =
  /(?:^|\/)(?:node_modules|vendor|vendors?|third[-_]?party|externals?|libs?|deps|dist|assets|static|public|bower_components)\/|\.min\./i;
const HEADS = 60;
const HEAD_BYTES = 8000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { half: { type: "string" }, labels: { type: "string" }, observed: { type: "boolean" }, quick: { type: "boolean" } },
});
const { half } = values;
const folder = positionals[0] ?? process.env.OPENFIRST_REPOSITORIES;
if (folder === undefined) throw new Error("Name the folder that holds the bare repositories, or set OPENFIRST_REPOSITORIES.");

const labels = parse(readFileSync(values.labels ?? new URL("labelled/licences.yml", import.meta.url), "utf8")) as Label[];
const start = performance.now();
licenceTexts();
const indexed = performance.now() - start;
const results: Result[] = [];
for (const label of labels.filter((label) => half === undefined || label.half === half)) {
  const result = await measure(label);
  if (result) results.push(result);
}
report(results);

async function measure(label: Label): Promise<Result | undefined> {
  const git = gitFolder(label.repository);
  if (git === undefined) return undefined;
  if (values.observed) return observe(git, label);
  const inputs = inputsOf(git, label.commit);
  if (inputs === undefined) return undefined;
  const [from, worked] = [performance.now(), process.cpuUsage()];
  const decision = decideLicence(inputs);
  const milliseconds = performance.now() - from;
  const { user, system } = process.cpuUsage(worked);
  return {
    label,
    decision,
    right: isSame(decision.expression, label.main),
    milliseconds,
    processor: (user + system) / 1000,
    licenceFiles: inputs.filter(({ path, role }) => role === undefined && isLicenceName(path)),
  };
}

/** The facts of the tree at the labelled commit; their time is that of reading the tree too. */
async function observe(git: string, label: Label): Promise<Result | undefined> {
  const sighting = new Sighting();
  const from = performance.now();
  try {
    await seeTree(sighting, await readObjectTree(git, label.commit, 200_000), label.commit);
  } catch {
    return undefined;
  }
  const milliseconds = performance.now() - from;
  const { facts, notObservable } = sighting.observation({ kind: "repository", id: label.repository }, new Date().toISOString(), "bench");
  const decision = facts.licence as unknown as LicenceDecision | undefined;
  if (decision?.expression === undefined) {
    console.log(`not observable: ${label.repository}, ${notObservable["licence.expression"]}`);
    return undefined;
  }
  return { label, decision, right: isSame(decision.expression, label.main), milliseconds, licenceFiles: [] };
}

function gitFolder(repository: string): string | undefined {
  const flat = repository.replace("/", "+");
  return [`${flat}/repo`, `${flat}/repo/.git`, flat, `${flat}.git`, repository, `${repository}.git`]
    .map((path) => join(folder ?? "", path))
    .find((path) => existsSync(join(path, "HEAD")));
}

/** The files that may speak of the licence, and the heads of some source files spread over the tree. */
function inputsOf(git: string, commit: string): LicenceInput[] | undefined {
  const options = ["-c", "safe.directory=*", "--git-dir", git];
  let tree: string;
  try {
    tree = execFileSync("git", [...options, "ls-tree", "-r", "-z", commit], {
      maxBuffer: 1 << 30,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return undefined;
  }
  const blobs = tree.split("\0").flatMap((entry) => {
    const match = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry);
    return match ? [{ id: match[1] ?? "", path: match[2] ?? "" }] : [];
  });
  const speaking = blobs.filter(({ path }) => classifyPath(path) !== undefined);
  const sources = blobs.filter(({ path }) => source.test(path) && !foreign.test(path) && classifyPath(path) === undefined);
  const heads = sources.filter((_, index) => index % Math.ceil(sources.length / HEADS) === 0);
  const wanted = [...speaking, ...heads];
  const output = spawnSync("git", [...options, "cat-file", "--batch"], {
    input: wanted.map(({ id }) => `${id}\n`).join(""),
    maxBuffer: 1 << 30,
  }).stdout;
  let at = 0;
  const inputs = wanted.map(({ path }, index): LicenceInput => {
    const end = output.indexOf(10, at);
    const size = Number(output.toString("latin1", at, end).split(" ")[2]);
    const isHead = index >= speaking.length;
    const text = output.toString("utf8", end + 1, end + 1 + Math.min(size, isHead ? HEAD_BYTES : 1_000_000));
    at = end + 1 + size + 1;
    return isHead ? { path, text, role: "head" } : { path, text };
  });
  return inputs.map((input) => {
    const elsewhere = input.role === "head" ? headElsewhere(input.path, input.text) : undefined;
    const blob = elsewhere && blobs.find(({ path }) => path === elsewhere);
    if (!blob) return input;
    return {
      ...input,
      text:
        lastComment(execFileSync("git", [...options, "cat-file", "blob", blob.id], { encoding: "utf8", maxBuffer: 1 << 30 })) || input.text,
    };
  });
}

/** The order of alternatives does not count, nor does the name of terms that are no licence of the SPDX list. */
function isSame(one: string, other: string): boolean {
  return canonical(one) === canonical(other);
}

function canonical(expression: string): string {
  if (expression === "NONE") return expression;
  const written = formatLicenceExpression(parseLicenceExpression(expression)).replace(/LicenseRef-[A-Za-z0-9.-]+/g, "LicenseRef");
  return /\(/.test(written)
    ? written
    : written
        .split(" OR ")
        .map((part) => part.split(" AND ").sort().join(" AND "))
        .sort()
        .join(" OR ");
}

function report(all: readonly Result[]): void {
  const share = (some: readonly Result[]) => {
    const right = some.filter((result) => result.right).length;
    return `${right} of ${some.length} (${some.length ? ((100 * right) / some.length).toFixed(1) : "–"} %)`;
  };
  const holds = (some: readonly Result[]) => (some.length ? some.filter(({ right }) => right).length / some.length >= 0.98 : undefined);
  const falseOpen = all.filter(({ label, decision }) => decision.openSource && !label.open);
  const times = all.map(({ milliseconds }) => milliseconds);
  const check = licensecheck(all);
  const of = (test: (label: Label) => boolean) => all.filter(({ label }) => test(label));
  const hard = of((label) => label.hard);
  printTable([
    row("main licence right, all", share(all), "≥ 98 %", holds(all)),
    row("… hard", share(hard), "≥ 98 %", holds(hard)),
    row("… half tuned on", share(of((label) => label.half === "tune")), "≥ 98 %", holds(of((label) => label.half === "tune"))),
    row("… half reported on", share(of((label) => label.half === "report")), "≥ 98 %", holds(of((label) => label.half === "report"))),
    row("false “open”", String(falseOpen.length), "0", falseOpen.length === 0),
    row("index read", ms(indexed), "≤ 150 ms", indexed <= 150),
    values.observed
      ? row("a whole tree observed, median", ms(median(times)), "–", undefined)
      : row("a repository, median", ms(median(times)), "≤ 10 ms", median(times) <= 10),
    ...(values.observed ? [] : [row("… processor time", ms(median(all.map(({ processor = 0 }) => processor))), "–", undefined)]),
    row("a repository, 9 of 10", ms(percentile(times, 0.9)), "–", undefined),
    ...(check
      ? [
          row("licensecheck, a process each, median", ms(check.milliseconds), "–", undefined),
          row("licensecheck, main licence among its answers", check.right, "–", undefined),
        ]
      : []),
  ]);
  console.log(
    `\n${labels.filter((label) => half === undefined || label.half === half).length - all.length} labelled repositories are not in the folder.`,
  );
  for (const { label, decision } of falseOpen) console.log(`false open: ${label.repository} is ${label.main}, said ${decision.expression}`);
  for (const { label, decision } of all.filter(({ right }) => !right)) {
    console.log(
      `wrong (${label.half ?? "unseen"}, ${label.kind}): ${label.repository} is ${label.main}, said ${decision.expression} from ${decision.source}`,
    );
  }
}

/** Debian's licensecheck over the licence files of the same repositories, one process a repository; undefined where it is not installed. */
function licensecheck(all: readonly Result[]): { milliseconds: number; right: string } | undefined {
  if (values.quick || values.observed || spawnSync("licensecheck", ["--version"]).status !== 0) return undefined;
  const times: number[] = [];
  let right = 0;
  for (const { label, licenceFiles } of all) {
    const workspace = mkdtempSync(join(tmpdir(), "openfirst-licensecheck-"));
    const paths = licenceFiles.slice(0, 20).map(({ path, text }, index) => {
      const file = join(workspace, `${index}-${basename(path)}`);
      writeFileSync(file, text);
      return file;
    });
    const from = performance.now();
    const { stdout } = spawnSync("licensecheck", ["--shortname-scheme=spdx", "--machine", ...paths], { encoding: "utf8" });
    times.push(performance.now() - from);
    const answers = stdout.split("\n").map((line) => line.split("\t")[1] ?? "");
    if (answers.some((answer) => answer === label.main) || (label.main === "NONE" && paths.length === 0)) right += 1;
    rmSync(workspace, { recursive: true });
  }
  return { milliseconds: median(times), right: `${right} of ${all.length}` };
}

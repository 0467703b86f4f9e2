// BENCH_TENDERS (1000000) tenders × 20 checks. Alone: node --import tsx bench/expressions.ts

import { compileExpression } from "../src/measurement/expression/expression.ts";
import { interpret } from "../src/measurement/expression/interpret.ts";
import { read } from "../src/measurement/expression/read.ts";
import type { FactValue, Observation } from "../src/measurement/fact.ts";
import { compileCheck, judge } from "../src/measurement/judge.ts";
import type { Check } from "../src/registry/check.ts";
import { median, printTable, type Row, row, times } from "./measure.ts";

interface Tender {
  software: boolean;
  brands: string[];
  equivalentAllowed: boolean | null;
  openSourceMention?: boolean;
  bidders?: number;
  value?: { amount: number; currency: string };
  title: string;
  published: string;
  codes: { scheme: string; id: string }[];
}

const parameters: { [name: string]: string | number | string[] } = {
  least: 3,
  ceiling: 140_000,
  currencies: ["EUR", "USD", "GBP", "CHF"],
  since: "2024-01-01",
};
const accepted = new Set(parameters.currencies as string[]);

/** An expression as a check has it, and what somebody would write by hand; undefined where a fact that decides is absent. */
const checks: readonly [source: string, byHand: (tender: Tender) => boolean | undefined][] = [
  ["software", (t) => t.software],
  ["size(brands) == 0", (t) => t.brands.length === 0],
  ["size(brands) == 0 || equivalentAllowed == true", (t) => t.brands.length === 0 || t.equivalentAllowed === true],
  ["openSourceMention", (t) => t.openSourceMention],
  ["bidders >= 3", (t) => (t.bidders === undefined ? undefined : t.bidders >= 3)],
  ["bidders >= parameters.least", (t) => (t.bidders === undefined ? undefined : t.bidders >= (parameters.least as number))],
  ["value.amount > parameters.ceiling", (t) => (t.value === undefined ? undefined : t.value.amount > (parameters.ceiling as number))],
  ["value.currency in parameters.currencies", (t) => (t.value === undefined ? undefined : accepted.has(t.value.currency))],
  [
    "!(software && size(brands) > 0 && equivalentAllowed == false)",
    (t) => !(t.software && t.brands.length > 0 && t.equivalentAllowed === false),
  ],
  ["has(value.amount) && value.amount < 1000000", (t) => t.value?.amount !== undefined && t.value.amount < 1_000_000],
  ["codes.exists(c, c.scheme == 'CPV' && c.id.startsWith('48'))", (t) => t.codes.some((c) => c.scheme === "CPV" && c.id.startsWith("48"))],
  ["codes.all(c, c.id != '')", (t) => t.codes.every((c) => c.id !== "")],
  [
    "brands.exists(b, b in ['Oracle', 'SAP', 'Microsoft'])",
    (t) => t.brands.some((b) => b === "Oracle" || b === "SAP" || b === "Microsoft"),
  ],
  ["'Oracle' in brands", (t) => t.brands.includes("Oracle")],
  ["title.contains('licence')", (t) => t.title.includes("licence")],
  ["published >= parameters.since", (t) => t.published >= (parameters.since as string)],
  ["software ? openSourceMention : true", (t) => (t.software ? t.openSourceMention : true)],
  ["equivalentAllowed != null && software", (t) => t.equivalentAllowed !== null && t.software],
  ["title != '' && title != 'untitled'", (t) => t.title !== "" && t.title !== "untitled"],
  ["openSourceMention || bidders > 1 || size(brands) == 1", byHandOr],
];

function byHandOr(t: Tender): boolean | undefined {
  if (t.openSourceMention || (t.bidders !== undefined && t.bidders > 1) || t.brands.length === 1) return true;
  return t.openSourceMention === undefined || t.bidders === undefined ? undefined : false;
}

/** The same tenders each time: facts are there, absent or null in the proportions that real notices have them. */
function madeTenders(count: number): Tender[] {
  let seed = 42;
  const below = (limit: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * limit);
  };
  return Array.from({ length: count }, (_, index) => {
    const brands = ["Oracle", "SAP", "Cisco", "Microsoft"].slice(0, Math.max(0, below(8) - 4));
    return {
      software: below(3) === 0,
      brands,
      equivalentAllowed: brands.length === 0 ? null : below(2) === 0,
      ...(below(2) === 0 && { openSourceMention: below(20) === 0 }),
      ...(below(3) > 0 && { bidders: below(6) }),
      ...(below(4) > 0 && { value: { amount: below(2_000_000), currency: ["EUR", "USD", "RON", "PLN"][below(4)] as string } }),
      title: `Supply of ${["licences", "licence renewal", "servers", "maintenance"][below(4)]} ${index}`,
      published: `20${22 + below(5)}-0${1 + below(9)}-15`,
      codes: Array.from({ length: 1 + below(3) }, () => ({ scheme: "CPV", id: ["48000000", "72000000", "30200000"][below(3)] as string })),
    };
  });
}

/** Processor time, which other work on the machine disturbs less than the clock. */
function seconds(work: () => number): number {
  const start = process.cpuUsage();
  if (work() < 0) throw new Error("nothing was true");
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Compiled expressions against the same written by hand and against @bufbuild/cel, and a whole run of findings. */
export function measureExpressions(tenders = Number(process.env.BENCH_TENDERS ?? 1_000_000)): Row[] {
  const sample = madeTenders(20_000);
  const observedAt = "2026-11-23T08:00:00Z";
  const bindings = sample.map((facts) => ({ facts: facts as unknown as Observation["facts"], parameters, observedAt }));
  const compiled = checks.map(([source]) => compileExpression(source));
  const judged = checks.map(([source]) => interpret(read(source), compileExpression(source).reads));
  agree(sample, bindings, compiled);

  const byHand = () => count(sample, (tender) => checks.reduce((met, [, hand]) => met + (hand(tender) === true ? 1 : 0), 0));
  const ours = () => count(bindings, (binding) => compiled.reduce((met, one) => met + (isMet(one.evaluate(binding)) ? 1 : 0), 0));
  const few = bindings.slice(0, 1_000);
  const theirs = () =>
    count(few, (binding) => judged.reduce((met, step) => met + (step({ ...binding, elements: [] }) === true ? 1 : 0), 0));
  for (const warm of [byHand, ours, theirs]) warm();
  const rounds = Array.from({ length: 7 }, () => [seconds(byHand), seconds(ours), seconds(theirs)] as const);
  const each = (index: 0 | 1 | 2, of: number) => (median(rounds.map((round) => round[index])) * 1e9) / of / checks.length;
  const [hand, closures, oracle] = [each(0, sample.length), each(1, sample.length), each(2, few.length)];
  const ratio = median(rounds.map(([first, second]) => second / first));
  return [
    row(
      "an expression compiled against handwritten JavaScript (and against @bufbuild/cel)",
      `${closures.toFixed(0)} ns against ${hand.toFixed(0)} ns = ${times(ratio)} (${oracle.toFixed(0)} ns, ${times(oracle / closures)} ours)`,
      "≤ 4 ×",
      ratio <= 4,
      ratio,
    ),
    wholeRun(tenders, sample),
  ];
}

const isMet = (said: { value?: FactValue } | object): boolean => "value" in said && said.value === true;

function count<Item>(items: readonly Item[], of: (item: Item) => number): number {
  let sum = 0;
  for (const item of items) sum += of(item);
  return sum;
}

/** What is compared must say the same. */
function agree(
  sample: readonly Tender[],
  bindings: readonly Parameters<ReturnType<typeof compileExpression>["evaluate"]>[0][],
  compiled: readonly ReturnType<typeof compileExpression>[],
): void {
  for (const [index, [source, hand]] of checks.entries())
    for (const [at, tender] of sample.entries()) {
      const said = compiled[index]?.evaluate(bindings[at] as (typeof bindings)[0]);
      const value = said && "value" in said ? said.value : undefined;
      if (value !== hand(tender))
        throw new Error(`${source} on ${JSON.stringify(tender)}: ${JSON.stringify(said)} against ${hand(tender)}`);
    }
}

/** Findings with their reasons, made and counted one by one; tenders come in lots, as from a file. */
function wholeRun(tenders: number, sample: readonly Tender[]): Row {
  const compiled = checks.map(([met], index) => compileCheck(checkOf(`check-${index}`, met)));
  const observations = sample.map(observationOf);
  const outcomes = new Map<string, number>();
  let peak = 0;
  const taken = seconds(() => {
    let done = 0;
    while (done < tenders)
      for (const observation of observations.slice(0, tenders - done)) {
        for (const one of compiled) {
          const { outcome } = judge(one, observation);
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        }
        if (++done % 10_000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
      }
    return outcomes.get("met") ?? -1;
  });
  const told = [...outcomes].map(([outcome, number]) => `${outcome} ${number}`).join(", ");
  return row(
    `findings with reasons: ${tenders} tenders × ${checks.length} checks`,
    `${taken.toFixed(1)} s, ${(peak / 1e6).toFixed(0)} MB (${told})`,
    "in one run",
    true,
  );
}

function checkOf(id: string, met: string): Check {
  const meaning = { en: id };
  return {
    id,
    version: 1,
    names: meaning,
    question: meaning,
    subject: "tender",
    provision_types: ["x"],
    met,
    parameters: Object.entries(parameters).map(([name, value]) => ({ name, default: value, meaning })),
    remedy: meaning,
    sources: [{ address: "https://example.org" }],
    cases: [],
  };
}

function observationOf(tender: Tender, index: number): Observation {
  const places = {
    software: [{ pointer: "/tender/items/0/classification" }],
    "brands[0]": [{ pointer: "/tender/title", text: "Oracle", start: 10, end: 16 }],
  };
  return {
    subject: { kind: "tender", id: `ocds-${index}` },
    observedAt: "2026-11-23T08:00:00Z",
    reader: "tender 1",
    facts: tender as unknown as Observation["facts"],
    places,
    notObservable: {
      bidders: "the notice says nothing of bids",
      value: "no value is stated",
      openSourceMention: "the text is not in a language we read",
    },
  };
}

if (process.argv[1]?.endsWith("expressions.ts")) printTable(measureExpressions());

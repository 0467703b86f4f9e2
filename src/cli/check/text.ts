import { styleText } from "node:util";
import type { Outcome } from "../../measurement/finding.ts";
import type { Answer, Judged } from "./answer.ts";
import { cut, plain } from "./plain.ts";
import type { KindSummary, Summary, Tally } from "./summary.ts";
import {
  askerInWords,
  byOutcome,
  caveatInWords,
  closingWords,
  count,
  english,
  figureInWords,
  lookInWords,
  manyInWords,
  nameAmong,
  nameOf,
  notInForceInWords,
  outcomeWords,
  reasonsInWords,
  silenceInWords,
  subjectInWords,
  unseenInWords,
} from "./words.ts";

type Style = "bold" | "red" | "yellow" | "green" | "dim";

const styleOf: Record<Outcome, Style> = {
  "not-met": "red",
  error: "yellow",
  "not-observable": "yellow",
  met: "green",
  "not-applicable": "dim",
};

/** For a person at a terminal: what was looked at, what to mend and how, what is well, and last the counts. */
export function asText(summary: Summary, colours: boolean): string[] {
  const lines: string[] = [];
  const say = (line: string, style?: Style) => {
    // What comes from others is made harmless here, at the one door; a line has at most one colour.
    const harmless = line.replace(/^ +/, "").length === 0 ? "" : `${/^ */.exec(line)?.[0] ?? ""}${plain(line.trimStart())}`;
    lines.push(colours && style ? styleText(style, harmless, { validateStream: false }) : harmless);
  };
  for (const line of notInForceInWords(summary)) say(line, "yellow");
  for (const kind of summary.kinds) {
    const silence = silenceInWords(summary, kind.kind);
    if (kind.few.length > 0) for (const judged of kind.few) tellSubject(judged, summary.severalAsk, say);
    else tellMany(kind, summary.severalAsk, say);
    if (silence) say(silence, "yellow");
    say("");
  }
  say(closingWords(summary), "bold");
  for (const line of unseenInWords(summary)) say(line);
  return lines;
}

type Say = (line: string, style?: Style) => void;

function tellSubject(judged: Judged, severalAsk: boolean, say: Say): void {
  say(subjectInWords(judged), "bold");
  say(lookInWords(judged));
  for (const { outcome, answers } of byOutcome(judged.answers)) {
    say("");
    say(`${outcomeWords[outcome]} (${answers.length})`, styleOf[outcome]);
    for (const answer of answers) tellAnswer(answer, severalAsk, say);
  }
}

function tellAnswer({ asked, finding }: Answer, severalAsk: boolean, say: Say): void {
  const reasons = reasonsInWords({ asked, finding });
  if (finding.outcome === "met" || finding.outcome === "not-applicable") {
    say(`  ${nameAmong(asked, severalAsk)}${reasons.length > 0 ? `  (${cut(reasons.join("; "), 400)})` : ""}`);
    return;
  }
  say(`  ${nameOf(asked)}  [${asked.check.id}; ${askerInWords(asked)}]`);
  for (const reason of reasons) say(`    ${reason}`);
  if (finding.remedy) say(`    → ${english(finding.remedy)}`);
  const caveat = finding.outcome === "not-met" && caveatInWords(asked);
  if (caveat) say(`    ${caveat}`);
}

function tellMany(summary: KindSummary, severalAsk: boolean, say: Say): void {
  say(manyInWords(summary), "bold");
  say("");
  for (const row of tableOf(summary.tallies, severalAsk)) say(row);
  for (const { asked, counts, notMet } of summary.tallies) {
    if (counts.notMet === 0) continue;
    say("");
    say(`${nameOf(asked)}: ${count(counts.notMet)} not met  [${asked.check.id}; ${askerInWords(asked)}]`, "red");
    for (const { observation, finding } of notMet) {
      say(`  ${observation.subject.id}${observation.subject.name ? `  ${observation.subject.name.slice(0, 100)}` : ""}`);
      say(`    ${reasonsInWords({ asked, finding }).join("; ")}`);
    }
    if (counts.notMet > notMet.length) say(`  … ${count(counts.notMet - notMet.length)} more; --format json tells all of them`);
    say(`  → ${english(asked.check.remedy)}`);
    const caveat = caveatInWords(asked);
    if (caveat) say(`  ${caveat}`);
  }
}

function tableOf(tallies: readonly Tally[], severalAsk: boolean): string[] {
  const head = ["check", "met", "not met", "unknown", "not applicable", "met, of those that could be told"];
  const rows = tallies.map(({ asked, counts, figure }) => [
    nameAmong(asked, severalAsk),
    ...[counts.met, counts.notMet, figure.unknown, counts.notApplicable].map(count),
    figureInWords(figure),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] as string).length)));
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => (column === 0 || column === 5 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

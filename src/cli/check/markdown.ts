import type { Judged } from "./answer.ts";
import { plain } from "./plain.ts";
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

/** For the summary of a CI job or a comment. Every text of others is escaped: it can make no link, mention, picture or table cell. */
export function asMarkdown(summary: Summary): string[] {
  return [
    "# Is it happening?",
    "",
    ...notInForceInWords(summary).flatMap((line) => [inert(line), ""]),
    inert(closingWords(summary)),
    ...unseenInWords(summary).flatMap((line) => ["", inert(line)]),
    ...summary.kinds.flatMap((kind) => {
      const silence = silenceInWords(summary, kind.kind);
      return [
        ...(kind.few.length > 0 ? kind.few.flatMap(subject) : many(kind, summary.severalAsk)),
        ...(silence ? ["", inert(silence)] : []),
      ];
    }),
  ];
}

/**
 * With a backslash no sign means anything but itself; "www." would still become a link. Forges look for mentions (@name) and numbers of
 * issues (#1, !1) after the marks are gone: a sign without width keeps them apart.
 */
function inert(text: string): string {
  return plain(text)
    .replace(/[\\`*_{}[\]<>()#+!|~&@:^$=-]/g, "\\$&")
    .replace(/\\[@#!](?=\w)/g, "$&&#8203;")
    .replace(/www\./gi, (start) => `${start.slice(0, 3)}\\.`);
}

function subject(judged: Judged): string[] {
  const groups = byOutcome(judged.answers).map(({ outcome, answers }) => ({
    title: `${outcomeWords[outcome]} (${answers.length})`,
    folded: outcome === "met" || outcome === "not-applicable",
    rows: answers.flatMap(({ asked, finding }) => [
      `- **${inert(nameOf(asked))}** (${inert(askerInWords(asked))})`,
      ...reasonsInWords({ asked, finding }).map((reason) => `  - ${inert(reason)}`),
      ...(finding.remedy ? [`  - → ${inert(english(finding.remedy))}`] : []),
      ...(finding.outcome === "not-met" ? [caveatInWords(asked)] : []).flatMap((caveat) => (caveat ? [`  - ${inert(caveat)}`] : [])),
    ]),
  }));
  return [
    "",
    `## ${inert(subjectInWords(judged))}`,
    "",
    inert(lookInWords(judged)),
    ...groups.flatMap(({ title, folded, rows }) =>
      folded ? ["", `<details><summary>${title}</summary>`, "", ...rows, "", "</details>"] : ["", `### ${title}`, "", ...rows],
    ),
  ];
}

function many(summary: KindSummary, severalAsk: boolean): string[] {
  return [
    "",
    `## ${inert(manyInWords(summary))}`,
    "",
    ...table(summary.tallies, severalAsk),
    ...summary.tallies.flatMap((tally) => notMet(tally, severalAsk)),
  ];
}

function table(tallies: readonly Tally[], severalAsk: boolean): string[] {
  return [
    "| check | met | not met | unknown | not applicable | met, of those that could be told |",
    "|---|--:|--:|--:|--:|---|",
    ...tallies.map(({ asked, counts, figure }) => {
      const cells = [counts.met, counts.notMet, figure.unknown, counts.notApplicable].map(count);
      return `| ${[inert(nameAmong(asked, severalAsk)), ...cells, inert(figureInWords(figure))].join(" | ")} |`;
    }),
  ];
}

function notMet({ asked, counts, notMet: first }: Tally, severalAsk: boolean): string[] {
  if (counts.notMet === 0) return [];
  const caveat = caveatInWords(asked);
  return [
    "",
    `<details><summary>${inert(`${nameAmong(asked, severalAsk)}: ${count(counts.notMet)} not met`)}</summary>`,
    "",
    inert(english(asked.check.remedy)),
    "",
    ...(caveat ? [inert(caveat), ""] : []),
    ...first.map(
      ({ observation, finding }) => `- ${inert(subjectInWords({ observation }))}: ${inert(reasonsInWords({ asked, finding }).join("; "))}`,
    ),
    ...(counts.notMet > first.length ? [`- … ${count(counts.notMet - first.length)} more`] : []),
    "",
    "</details>",
  ];
}

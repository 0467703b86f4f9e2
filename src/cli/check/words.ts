import { explainFinding } from "../../measurement/explain.ts";
import type { Place } from "../../measurement/fact.ts";
import type { Figure } from "../../measurement/figure.ts";
import type { Finding, Outcome } from "../../measurement/finding.ts";
import type { SubjectKind } from "../../registry/check.ts";
import { inLanguage } from "../../shared/localized-text.ts";
import { type Answer, type Asked, definitions, type Judged } from "./answer.ts";
import { cut, plain } from "./plain.ts";
import { type KindSummary, observedFacts, type Summary } from "./summary.ts";

/** In the order in which they are told: what to mend first, what needs nothing last. */
const outcomesInOrder = ["not-met", "error", "not-observable", "met", "not-applicable"] as const satisfies readonly Outcome[];

export const outcomeWords: Record<Outcome, string> = {
  "not-met": "not met",
  error: "could not be judged",
  "not-observable": "not observable",
  met: "met",
  "not-applicable": "not applicable",
};

const kindWords: Record<SubjectKind, [one: string, many: string]> = {
  repository: ["repository", "repositories"],
  inventory: ["inventory", "inventories"],
  "inventory-item": ["inventory item", "inventory items"],
  catalogue: ["catalogue", "catalogues"],
  "catalogue-item": ["catalogue item", "catalogue items"],
  tender: ["tender", "tenders"],
  grant: ["grant", "grants"],
};

const number = new Intl.NumberFormat("en-GB");
const percent = new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

export const count = (value: number): string => number.format(value);

/** "1 tender", "1,200 tenders" */
function countOfKind(value: number, kind: SubjectKind): string {
  return `${count(value)} ${kindWords[kind][value === 1 ? 0 : 1]}`;
}

export const english = (texts: Record<string, string>): string => plain(inLanguage(texts, "en").text);

/** "Accepted licence (acceptedLicences: EUPL-1.2)": with what the text sets, because two texts, or one, may set it differently. */
export function nameOf({ check, parameters }: Asked): string {
  const set = Object.entries(parameters).map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(", ") || "none" : value}`);
  return english(check.names) + (set.length > 0 ? ` (${cut(plain(set.join("; ")), 120)})` : "");
}

/** The name, and who asks where several do. */
export function nameAmong(asked: Asked, severalAsk: boolean): string {
  return severalAsk ? `${nameOf(asked)} [${plain(asked.policy)}]` : nameOf(asked);
}

/** What a reader must not conclude from a check, said where it is not met. */
export function caveatInWords({ check: { caveat } }: Asked): string | undefined {
  return caveat && `Mind: ${english(caveat)}`;
}

/** "openfirst — https://…"; the identifier where there is no name. */
export function subjectInWords({ observation: { subject } }: Pick<Judged, "observation">): string {
  const { kind, id, name, address } = subject;
  const where = address ?? (name === undefined ? undefined : id);
  const known = name ?? id;
  return plain(`${kindWords[kind][0]} ${cut(known, 200)}${where && where !== known ? ` — ${where}` : ""}`);
}

/** How much is known, before what follows from it. */
export function lookInWords({ observation }: Judged): string {
  const { observedAt, reader, subject } = observation;
  const defined = definitions(subject.kind).definitions.length;
  return `Looked at on ${dayOf(observedAt)} by reader “${plain(reader)}”: ${observedFacts(observation)} of ${defined} facts could be observed.`;
}

export function manyInWords({ kind, subjects, observedAt, reader, observed, defined }: KindSummary): string {
  const share = percent.format(observed / (defined * subjects));
  return `${countOfKind(subjects, kind)} looked at on ${dayOf(observedAt)} by reader “${plain(reader)}”: ${share} of their facts could be observed.`;
}

const dayOf = (moment: string) => day.format(Date.parse(moment));

/** "12 met, 3 not met, 1 not observable"; what nothing came to is left out. */
function countsInWords(outcomes: Readonly<Record<Outcome, number>>): string {
  const parts = (["met", "not-met", "error", "not-observable", "not-applicable"] as const).filter((outcome) => outcomes[outcome] > 0);
  return parts.length === 0
    ? "nothing was asked"
    : parts.map((outcome) => `${count(outcomes[outcome])} ${outcomeWords[outcome]}`).join(", ");
}

/** "must, Art. 9(1), Art. 9(2) of ch-embag-9"; "of un-open-source-principles" */
export function askerInWords({ policy, locators, strength }: Asked): string {
  const where = locators.slice(0, 4).join(", ") + (locators.length > 4 ? ` and ${locators.length - 4} more` : "");
  return plain([strength, [where, policy].filter(Boolean).join(" of ")].filter(Boolean).join(": "));
}

/** "91 % (90 to 92 %)"; raw counts where they are few; what is unknown makes the interval. */
export function figureInWords({ numerator, denominator, unknown, share, low, high, small }: Figure): string {
  if (share === undefined) return unknown > 0 ? "unknown" : "–";
  if (small) return `${numerator} of ${denominator}`;
  return unknown > 0 ? `${percent.format(share)} (${percent.format(low ?? 0)} to ${percent.format(high ?? 1)})` : percent.format(share);
}

const MOST_PLACES = 3;

/** The reasons of an answer, each on a line: "Licence: MIT — LICENSE:1". */
export function reasonsInWords({ asked, finding }: { asked: Asked; finding: Finding }): string[] {
  const told = explainFinding(finding, asked.check, definitions(asked.check.subject), "en");
  const ofError = told.length - finding.because.length;
  return told.map(({ label, value }, index) => {
    const places = finding.because[index - ofError]?.where ?? [];
    const shown = [...new Set(places.map(placeInWords))];
    const more = shown.length > MOST_PLACES ? `; ${shown.length - MOST_PLACES} more places` : "";
    return plain(`${label}: ${cut(value, 300)}${shown.length > 0 ? ` — ${shown.slice(0, MOST_PLACES).join("; ")}${more}` : ""}`);
  });
}

/** "LICENSE:1", "releases.json:7 /tender/title “Oracle 19c”" */
export function placeInWords({ file, line, pointer, xpath, commit, text, start }: Place): string {
  const spot = file === undefined ? "" : `${file}${line === undefined ? "" : `:${line}`}`;
  const inside = pointer ?? xpath;
  const at = text === undefined && start !== undefined ? `character ${start + 1}` : undefined;
  const ofCommit = spot || inside ? undefined : commit && `commit ${commit.slice(0, 12)}`;
  return [spot, inside, at, ofCommit, text === undefined ? undefined : `“${cut(text, 160)}”`].filter(Boolean).join(" ");
}

/** The answers of one subject, by outcome, those that are to be mended first. */
export function byOutcome(answers: readonly Answer[]): { outcome: Outcome; answers: Answer[] }[] {
  return outcomesInOrder
    .map((outcome) => ({ outcome, answers: answers.filter(({ finding }) => finding.outcome === outcome) }))
    .filter((group) => group.answers.length > 0);
}

export function closingWords(summary: Summary): string {
  const looked = summary.kinds.map(({ kind, subjects }) => countOfKind(subjects, kind)).join(" and ");
  return `${looked || "Nothing was looked at"}: ${countsInWords(summary.outcomes)}.`;
}

/** "xx-act is not in force yet; it will be from 2027-01-01. What it asks is told as if it were." Said before all else: the rest reads as if it bound. */
export function notInForceInWords({ notInForce }: Summary): string[] {
  return notInForce.map(({ policy, status, from }) => {
    const standing = from ? `is not in force yet; it will be from ${from}` : `is not known to be in force (status: ${status})`;
    return plain(`${policy} ${standing}. What it asks is told below as if it were.`);
  });
}

const NAMES_SHOWN = 5;

/** "11 of 13 kinds of duty of fr-loi-2016-1321 cannot be seen in a repository: Sanctions, … and 6 more." */
export function unseenInWords({ unseen }: Summary): string[] {
  return unseen.map(({ policy, kind, duties, names }) => {
    const one = kindWords[kind][0];
    const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : "";
    return plain(
      `${names.length} of ${duties} ${duties === 1 ? "kind" : "kinds"} of duty of ${policy} cannot be seen in ${/^[aeiou]/.test(one) ? "an" : "a"} ${one}: ${names.slice(0, NAMES_SHOWN).join(", ")}${more}.`,
    );
  });
}

/** What a person must know where a policy asks nothing: silence would look like praise. */
export function silenceInWords(summary: Summary, kind: SubjectKind): string | undefined {
  return summary.asked.some(({ check }) => check.subject === kind)
    ? undefined
    : `No check on ${kindWords[kind][1]} speaks to an accepted provision of the policy: nothing was asked.`;
}

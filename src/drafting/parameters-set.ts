import { findLicence } from "../measurement/licence/list.ts";
import type { Check, Parameters, ParameterValue } from "../registry/check.ts";
import type { DraftElement } from "./draft.ts";
import { blanksOf } from "./wording.ts";

/** Which blank of a clause sets which parameter of a check, and how its words are read. */
const setters: readonly { blank: string; parameter: string; read(words: string): ParameterValue | undefined }[] = [
  { blank: "licence-list", parameter: "acceptedLicences", read: (words) => some(licencesIn(words)) },
  { blank: "licence-default", parameter: "defaultLicence", read: (words) => licencesIn(words)[0] },
  { blank: "repository-address", parameter: "officialAddresses", read: (words) => some(addressesIn(words)) },
  { blank: "publication-share", parameter: "leastShare", read: shareIn },
];

/** What an article sets for the checks of one of its provision types: { acceptedLicences: ["MIT", "EUPL-1.2"] }. */
export function parametersSetBy(
  { heading, text }: Pick<DraftElement, "heading" | "text">,
  type: string,
  answers: Readonly<Record<string, string>>,
  checks: readonly Check[],
): Parameters {
  const asked = new Set(
    checks.filter((check) => check.provision_types.includes(type)).flatMap(({ parameters }) => parameters.map(({ name }) => name)),
  );
  const used = new Set(blanksOf(`${heading} ${text}`));
  const set: Parameters = {};
  for (const { blank, parameter, read } of setters) {
    const value = used.has(blank) && asked.has(parameter) ? read(answers[blank] ?? "") : undefined;
    if (value !== undefined) set[parameter] = value;
  }
  return set;
}

/** The SPDX identifiers that stand in words, written as SPDX writes them: a word such as "fair" is none. */
function licencesIn(words: string): string[] {
  const found = words
    .split(/[^\w.+-]+/)
    .map((word) => word.replace(/\.+$/, ""))
    .filter((word) => findLicence(word)?.id === word);
  return [...new Set(found)];
}

function addressesIn(words: string): string[] {
  return words
    .split(/[\s,;<>()"]+/)
    .map((word) => word.replace(/\.+$/, ""))
    .filter((word) => /^https?:\/\//.test(word) && word.length <= 200);
}

/** "60", "60 %", "60 per cent" → 0.6; nothing where no share from 0 to 100 stands there. */
function shareIn(words: string): number | undefined {
  const share = Number(/^\D{0,40}(\d{1,3}(?:[.,]\d{1,3})?)/.exec(words)?.[1]?.replace(",", "."));
  return share >= 0 && share <= 100 ? share / 100 : undefined;
}

const some = (list: string[]): string[] | undefined => (list.length > 0 ? list : undefined);

import type { Check } from "../registry/check.ts";
import { inLanguage } from "../shared/localized-text.ts";
import type { FactDefinition, FactDefinitions, FactValue, Place } from "./fact.ts";
import type { Because, Finding } from "./finding.ts";

/** One reason as a reader sees it: "Licence", "MIT", ["LICENSE, line 1"]. */
export interface Reason {
  fact: string;
  label: string;
  value: string;
  places: string[];
}

interface Words {
  yes: string;
  no: string;
  none: string;
  doesNotApply: string;
  notObservable: string;
  failed: string;
  line: string;
  characters: string;
  commit: string;
  comma: string;
}

const english: Words = {
  yes: "yes",
  no: "no",
  none: "none",
  doesNotApply: "the question does not arise",
  notObservable: "not observable: ",
  failed: "could not be judged: ",
  line: "line ",
  characters: "characters ",
  commit: "commit ",
  comma: ", ",
};

const wordsIn: { [language: string]: Words } = {
  en: english,
  fr: {
    yes: "oui",
    no: "non",
    none: "aucun",
    doesNotApply: "la question ne se pose pas",
    notObservable: "non observable\u00a0: ",
    failed: "n’a pas pu être jugé\u00a0: ",
    line: "ligne ",
    characters: "caractères ",
    commit: "commit ",
    comma: ", ",
  },
  ar: {
    yes: "نعم",
    no: "لا",
    none: "لا شيء",
    doesNotApply: "السؤال غير مطروح",
    notObservable: "غير قابل للرصد: ",
    failed: "تعذّر الحكم: ",
    line: "السطر ",
    characters: "الأحرف ",
    commit: "الإيداع ",
    comma: "، ",
  },
};

/**
 * The reasons of a finding in words, one for each fact, and first what failed where the outcome is an error.
 * @param language a language tag; words of our own are there in en, fr and ar, otherwise English
 * @example explainFinding(finding, check, definitions, "en") // [{ fact: "licence.expression", label: "Licence", value: "MIT", places: ["LICENSE, line 1"] }]
 */
export function explainFinding(finding: Finding, check: Check, definitions: FactDefinitions, language: string): Reason[] {
  const words = wordsOf(language);
  const failed = { fact: "", label: inLanguage(check.names, language).text, value: `${words.failed}${finding.error}`, places: [] };
  const reasons = finding.because.map((reason) => explain(reason, definitions.definitions, language, words));
  return finding.error === undefined ? reasons : [failed, ...reasons];
}

/** A value as a reader sees it: "yes", "34 %", "5 May 2021", "MIT, Apache-2.0". */
export function valueInWords(value: FactValue, definition: FactDefinition | undefined, language: string): string {
  return inWords(value, definition, language, wordsOf(language));
}

/** Where a fact was read, without the words that stand there: "LICENSE, line 1". */
export function spotInWords(place: Place, language: string): string {
  return spot(place, wordsOf(language));
}

/** Words at an exact spot stand there; without one they are what the reader says of a whole file or commit. */
export function isQuotation({ line, pointer, xpath, start }: Place): boolean {
  return [line, pointer, xpath, start].some((exact) => exact !== undefined);
}

/** "Licence: MIT — LICENSE, line 1"; in French a space stands before the colon. */
export function inOneSentence({ label, value, places }: Reason, language: string): string {
  return `${label}${language === "fr" ? "\u00a0" : ""}: ${value}${places.length === 0 ? "" : ` — ${places.join("; ")}`}`;
}

function explain(reason: Because, definitions: readonly FactDefinition[], language: string, words: Words): Reason {
  const definition = definitionOf(reason.fact, definitions);
  return {
    fact: reason.fact,
    label: definition ? inLanguage(definition.label, language).text : reason.fact,
    value:
      reason.value === undefined
        ? `${words.notObservable}${reason.notObservable ?? ""}`
        : inWords(reason.value, definition, language, words),
    places: reason.where.map((place) => placeInWords(place, words)),
  };
}

/** The definition of a fact, or of the list or map it is a member of: "licence.files[].path" is of "licence.files". */
export function definitionOf(fact: string, definitions: readonly FactDefinition[]): FactDefinition | undefined {
  const names = fact.replaceAll("[]", "").split(".");
  for (let length = names.length; length > 0; length--) {
    const found = definitions.find(({ name }) => name === names.slice(0, length).join("."));
    if (found) return found;
  }
  return undefined;
}

function inWords(value: FactValue, definition: FactDefinition | undefined, language: string, words: Words): string {
  if (value === null) return words.doesNotApply;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return numberInWords(value, definition?.unit, language);
  if (typeof value === "string") return definition?.type === "date" ? dateInWords(value, language) : value;
  const members = Array.isArray(value)
    ? value.map((item) => inWords(item, undefined, language, words))
    : Object.entries(value).map(([name, member]) => `${name}: ${inWords(member, undefined, language, words)}`);
  return members.length === 0 ? words.none : members.join(words.comma);
}

/** Two digits behind the point, four of what is below 1: a likeness of 0.998 is not "1". */
function numberInWords(value: number, unit: string | undefined, language: string): string {
  const digits = Math.abs(value) < 1 ? 4 : 2;
  const options = unit === "share" ? ({ style: "percent", maximumFractionDigits: 1 } as const) : { maximumFractionDigits: digits };
  return new Intl.NumberFormat(localeOf(language), options).format(value);
}

/** A whole day or moment in the reader's language; "2012" and what is no date as it is written. */
function dateInWords(value: string, language: string): string {
  const time = /^\d{4}-\d{2}-\d{2}(T|$)/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) return value;
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long", timeZone: "UTC" }).format(time);
}

const wordsOf = (language: string): Words => (Object.hasOwn(wordsIn, language) ? (wordsIn[language] as Words) : english);

/** Digits 0-9 in Arabic too, so that figures and places stay one, as on every page. */
const locales: { [language: string]: string } = { en: "en-GB", fr: "fr", ar: "ar-u-nu-latn" };
const localeOf = (language: string): string => (Object.hasOwn(locales, language) ? (locales[language] as string) : "en-GB");

function spot({ file, line, pointer, xpath, commit, start, end, text }: Place, words: Words): string {
  const parts = [
    file,
    line === undefined ? undefined : `${words.line}${line}`,
    pointer,
    xpath,
    commit && `${words.commit}${commit.slice(0, 12)}`,
    text === undefined && start !== undefined ? `${words.characters}${start}–${end ?? start}` : undefined,
  ];
  return parts.filter((part) => part !== undefined && part !== "").join(words.comma);
}

function placeInWords(place: Place, words: Words): string {
  const { text = "" } = place;
  const where = spot(place, words);
  const short = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  const quote = short !== "" && isQuotation(place) ? `“${short}”` : short;
  return [where, quote].filter((part) => part !== "").join(": ");
}

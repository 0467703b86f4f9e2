import { earliestDay } from "../shared/partial-date.ts";
import type { Body } from "./body.ts";
import type { Claim } from "./claim.ts";
import type { Framework } from "./framework.ts";
import type { Instrument } from "./instrument.ts";
import type { Jurisdiction } from "./jurisdiction.ts";
import type { ProvisionType } from "./provision-type.ts";
import { conceptLexeme, everyDocument, findConcepts } from "./search/concepts.ts";
import { namesOfPlace, placeLexemes } from "./search/place-names.ts";
import { configurationFor, foldOnce } from "./search/words.ts";
import { currentStatus, leadingDate } from "./standing.ts";

/** What listing needs to know of the other nouns. */
export interface Surroundings {
  jurisdictions: ReadonlyMap<string, Jurisdiction>;
  bodies: ReadonlyMap<string, Body>;
  types: ReadonlyMap<string, ProvisionType>;
  /** framework items by provision type, as "framework.item" */
  itemsOfType: ReadonlyMap<string, readonly string[]>;
}

/** A part of a document to search in, with the language it is in and how much it weighs (A most, D least). */
interface SearchPart {
  language: string;
  weight: "A" | "B" | "C" | "D";
  words: string;
}

/** What a reader finds in the list: a reviewed instrument, or a claim that nobody here has reviewed. */
export interface ListingRow {
  standing: "reviewed" | "reported";
  jurisdiction: string;
  level: string | null;
  type: string | null;
  status: string | null;
  force: string | null;
  title: string;
  year: number | null;
  sort_date: string | null;
  areas: string[];
  provision_types: string[];
  strengths: string[];
  framework_items: string[];
  languages: string[];
  title_parts: SearchPart[];
  parts: SearchPart[];
}

const MOST_SEARCHED = 250_000;

export function itemsByType(frameworks: Iterable<Framework>): Map<string, string[]> {
  const items = new Map<string, string[]>();
  for (const framework of frameworks) {
    for (const { provision_type, item } of framework.mapping)
      items.set(provision_type, [...(items.get(provision_type) ?? []), `${framework.id}.${item}`]);
  }
  return items;
}

/** The codings that count: those that the registry's readers stand by. */
export function countedCodings(instrument: Instrument) {
  return instrument.provisions.flatMap((provision) =>
    provision.codings.filter((coding) => coding.verdict === "accepted").map((coding) => ({ provision, coding })),
  );
}

export function listInstrument(instrument: Instrument, around: Surroundings): ListingRow {
  const codings = countedCodings(instrument).map(({ coding }) => coding);
  const types = [...new Set(codings.map((coding) => coding.type))].sort();
  const date = leadingDate(instrument);
  const title = titleOf(instrument);
  const titleParts = [
    ...instrument.titles.flatMap((entry) => [part(entry.language, "A", entry.text), conceptPart("A", entry.text)]),
    part("und", "A", instrument.id),
    conceptPart("B", instrument.type.replace("-under-statute", "")),
    ...placeParts(instrument.jurisdiction, around),
  ];
  return {
    standing: "reviewed",
    jurisdiction: instrument.jurisdiction,
    level: instrument.level,
    type: instrument.type,
    status: currentStatus(instrument),
    force: instrument.force.value,
    title,
    year: date ? Number(date.value.slice(0, 4)) : null,
    sort_date: date ? earliestDay(date.value) : null,
    areas: [...new Set(types.flatMap((type) => around.types.get(type)?.area ?? []))].sort(),
    provision_types: types,
    strengths: [...new Set(codings.map((coding) => coding.strength))].sort(),
    framework_items: [...new Set(types.flatMap((type) => around.itemsOfType.get(type) ?? []))].sort(),
    languages: [
      ...new Set([
        ...instrument.titles.filter((entry) => entry.kind === "official").map((entry) => entry.language),
        ...instrument.texts.map((text) => text.language),
      ]),
    ]
      .filter((language) => language !== "und")
      .sort(),
    title_parts: gathered(withinBounds(titleParts)),
    parts: gathered(
      withinBounds([
        inEveryDocument,
        ...titleParts,
        ...Object.entries(around.bodies.get(instrument.issuing_body)?.names ?? {}).map(([language, name]) => part(language, "B", name)),
        ...types.flatMap((type) =>
          Object.entries(around.types.get(type)?.names ?? {}).map(([language, name]) => part(language, "C", name)),
        ),
        ...instrument.provisions.flatMap((provision) => [
          ...provision.wording.flatMap((wording) => [part(wording.language, "B", wording.text), conceptPart("C", wording.text)]),
          ...provision.codings.flatMap((coding) =>
            saidInEnglish("C", [coding.paraphrase, coding.scope, coding.exception, coding.condition].filter(Boolean).join(" ")),
          ),
        ]),
        ...(instrument.notes ? [part("en", "D", instrument.notes)] : []),
        ...instrument.texts.filter((text) => text.content).map((text) => part(text.language, "D", (text.content ?? "").slice(0, 300_000))),
      ]),
    ),
  };
}

export function listClaim(claim: Claim, around: Surroundings): ListingRow {
  // A year that has not come is a plan's horizon, not when the text is of.
  const year = claim.years.filter((named) => named <= new Date().getUTCFullYear()).at(-1) ?? null;
  const displaced = claim.flags.includes("displaced-year");
  const titleParts = [
    part(claim.languages[0] ?? "en", "A", claim.title),
    part("und", "A", claim.title),
    conceptPart("A", claim.title),
    ...placeParts(claim.jurisdiction, around),
  ];
  return {
    standing: "reported",
    jurisdiction: claim.jurisdiction,
    level: null,
    type: null,
    status: null,
    force: null,
    title: claim.title,
    year: displaced ? null : year,
    sort_date: year === null || displaced ? null : `${year}-01-01`,
    areas: [],
    provision_types: [],
    strengths: [],
    framework_items: [],
    languages: [],
    title_parts: gathered(titleParts),
    parts: gathered([
      inEveryDocument,
      ...titleParts,
      ...saidInEnglish("C", [claim.kind, claim.action, ...claim.objectives, claim.collection].filter(Boolean).join(" ")),
    ]),
  };
}

/** The title by which an instrument is sorted and named in English: the issuer's where there is one. */
export function titleOf(instrument: Pick<Instrument, "titles">, language = "en"): string {
  return titleIn(instrument, language).text;
}

/** The title for a reader of this language, and the language that it is in. */
export function titleIn({ titles }: Pick<Instrument, "titles">, language: string): { text: string; language: string } {
  return (
    titles.find((title) => title.language === language) ??
    titles.find((title) => title.language === "en") ??
    titles[0] ?? { text: "", language }
  );
}

function part(language: string, weight: SearchPart["weight"], text: string): SearchPart {
  return { language: configurationFor(language), weight, words: foldOnce(text) };
}

/** One part for each language and weight: the database then reads a dozen texts for a document instead of fifty. */
function gathered(parts: readonly SearchPart[]): SearchPart[] {
  const groups = Map.groupBy(
    parts.filter((one) => one.words !== ""),
    (one) => `${one.language} ${one.weight}`,
  );
  return [...groups.values()].map((group) => ({ ...(group[0] as SearchPart), words: group.map((one) => one.words).join(" ") }));
}

const inEveryDocument: SearchPart = { language: "simple", weight: "D", words: everyDocument };

function conceptPart(weight: SearchPart["weight"], text: string): SearchPart {
  const concepts = new Set(findConcepts(foldOnce(text).split(" ")).map(({ concept }) => conceptLexeme(concept)));
  return { language: "simple", weight, words: [...concepts].join(" ") };
}

function saidInEnglish(weight: SearchPart["weight"], text: string): SearchPart[] {
  return [part("en", weight, text), conceptPart(weight, text)];
}

const partsOfPlace = new WeakMap<Jurisdiction, SearchPart[]>();

function placeParts(id: string, around: Surroundings): SearchPart[] {
  const lexemes: SearchPart = { language: "simple", weight: "B", words: placeLexemes(id, around.jurisdictions).join(" ") };
  const jurisdiction = around.jurisdictions.get(id);
  if (!jurisdiction) return [lexemes];
  const names = partsOfPlace.get(jurisdiction) ?? namesOfPlace(jurisdiction).map(([language, name]) => part(language, "B", name));
  partsOfPlace.set(jurisdiction, names);
  return [lexemes, ...names];
}

/** PostgreSQL refuses a search vector above one megabyte, so that of very long documents the beginning is searched. */
function withinBounds(parts: readonly SearchPart[]): SearchPart[] {
  let left = MOST_SEARCHED;
  return parts.map((one) => {
    const words = one.words.length > left ? one.words.slice(0, Math.max(0, one.words.lastIndexOf(" ", left))) : one.words;
    left -= words.length;
    return { ...one, words };
  });
}

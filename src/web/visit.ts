import type { Context } from "hono";
import type { Database } from "../database/connect.ts";
import { inLanguage, type LocalizedText } from "../shared/localized-text.ts";
import { earliestDay, type PartialDate } from "../shared/partial-date.ts";
import { direction, type Language, locale, type MessageKey, translate, translateCode, type Values } from "./languages/index.ts";
import type { Reference } from "./reference.ts";

/** One reader's request for a page: in which language, of which registry. Pages take it and return markup. */
export interface Visit {
  db: Database;
  reference: Reference;
  language: Language;
  direction: "ltr" | "rtl";
  url: URL;
  /** a message of the catalogue */
  t(key: MessageKey, values?: Values): string;
  /** a closed list's word: code("status", "in-force") */
  code(group: string, value: string): string;
  /** text that stands in several languages, in the reader's or in English */
  own(texts: LocalizedText): string;
  number(value: number): string;
  /** "31 January 2024", "January 2024" or "2024", as exact as it is known */
  date(date: PartialDate): string;
  /** an address of this site in the reader's language: href("/instruments") */
  href(path: string): string;
  placeName(jurisdiction: string): string;
  typeName(type: string): string;
  bodyName(body: string): string;
}

export function visit(context: Context, db: Database, reference: Reference, language: Language): Visit {
  const t = (key: MessageKey, values?: Values) => translate(language, key, values);
  const own = (texts: LocalizedText) => inLanguage(texts, language).text;
  return {
    db,
    reference,
    language,
    direction: direction[language],
    url: new URL(context.req.url),
    t,
    code: (group, value) => translateCode(language, group, value),
    own,
    number: (value) => numberFormat(language).format(value),
    date: (date) => writeDate(language, date),
    href: (path) => `/${language}${path}`,
    placeName: (id) => own((reference.jurisdictions.get(id)?.names ?? { en: id }) as LocalizedText),
    typeName: (id) => own(reference.types.get(id)?.names ?? { en: id }),
    bodyName: (id) => own(reference.bodies.get(id)?.names ?? { en: id }),
  };
}

const numbers = new Map<string, Intl.NumberFormat>();
function numberFormat(language: Language): Intl.NumberFormat {
  const held = numbers.get(language) ?? new Intl.NumberFormat(locale[language]);
  numbers.set(language, held);
  return held;
}

/** French writes the first of a month as an ordinal, which no format of the platform does. */
function writeDate(language: Language, date: PartialDate): string {
  const written = dateFormat(language, date.length).format(new Date(`${earliestDay(date)}T00:00:00Z`));
  return language === "fr" ? written.replace(/^1 /, "1er ") : written;
}

const dates = new Map<string, Intl.DateTimeFormat>();
function dateFormat(language: Language, length: number): Intl.DateTimeFormat {
  const key = `${language} ${length}`;
  const held =
    dates.get(key) ??
    new Intl.DateTimeFormat(locale[language], {
      timeZone: "UTC",
      year: "numeric",
      ...(length >= 7 ? { month: "long" } : {}),
      ...(length === 10 ? { day: "numeric" } : {}),
    });
  dates.set(key, held);
  return held;
}

import { IntlMessageFormat } from "intl-messageformat";
import { inEnglish, type Said } from "../../shared/problem.ts";
import ar from "./ar.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };
import sentencesByEnglish from "./sentences.json" with { type: "json" };

/** The languages that are offered. es.json, ru.json and zh.json are catalogues that wait for their translators. */
export const languages = ["en", "fr", "ar"] as const;
export type Language = (typeof languages)[number];
export type MessageKey = keyof typeof en;
export type Values = Record<string, string | number>;

export const direction: Record<Language, "ltr" | "rtl"> = { en: "ltr", fr: "ltr", ar: "rtl" };
export const ownName: Record<Language, string> = { en: "English", fr: "Français", ar: "العربية" };

/** Digits as most readers of the language across countries write them: Arabic with 0-9, so that figures and locators stay one. */
export const locale: Record<Language, string> = { en: "en-GB", fr: "fr", ar: "ar-u-nu-latn" };

const catalogues: Record<Language, Record<string, string>> = { en, fr, ar };
/** What problems say: the English template, as says`…` makes it, and its translations. */
const sentences: Record<string, Partial<Record<Language, string>>> = sentencesByEnglish;
const parsed = new Map<string, IntlMessageFormat>();

/** A message in a language, with its values filled in. A key that a catalogue lacks is a fault that a test finds. */
export function translate(language: Language, key: MessageKey, values?: Values): string {
  const message = catalogues[language][key] ?? catalogues.en[key] ?? key;
  if (!message.includes("{")) return message;
  return String(formatOf(language, message).format(values && isolated(language, values)));
}

function formatOf(language: Language, message: string): IntlMessageFormat {
  const id = `${language} ${message}`;
  const held = parsed.get(id) ?? new IntlMessageFormat(message, locale[language], undefined, { ignoreTag: true });
  parsed.set(id, held);
  return held;
}

/**
 * Text put into a sentence turns nothing around it: its own marks of direction go, and in a line that runs from right to left it keeps its direction,
 * so that "CSIS, row 214" does not break up.
 */
function isolated<T>(language: Language, values: Record<string, T>): Record<string, T | string> {
  const isolate = (text: string) => (direction[language] === "rtl" ? `\u2068${turnsNothing(text)}\u2069` : turnsNothing(text));
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? isolate(value) : value]));
}

const turnsNothing = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");

/**
 * What a problem says, in a language: text, or text with the values between that have no translation; undefined where it has none itself. `inner`
 * writes a value that is said too.
 */
export function translateSaid<T extends object>(language: Language, said: Said, inner: (value: Said) => T): (string | T)[] | undefined {
  if (language === "en") return [turnsNothing(inEnglish(said))];
  const message = sentences[said.template]?.[language];
  if (!message) return undefined;
  const own = Object.entries(said.values).map(([at, value]) => [at, typeof value === "object" ? inner(value) : value] as const);
  const isolate = isolated(language, Object.fromEntries(own));
  return [formatOf(language, message).format<T>(isolate as Record<string, string | number | T>)].flat() as (string | T)[];
}

/** A message whose key is put together from data, such as "type.statute"; the data's own word where no catalogue has it. */
export function translateCode(language: Language, group: string, code: string): string {
  return catalogues[language][`${group}.${code}`] ?? catalogues.en[`${group}.${code}`] ?? code;
}

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

/** The first offered language that a browser asks for; English where none is. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((entry) => {
      const [tag = "", quality] = entry.trim().split(/;\s*q=/);
      return { tag: tag.toLowerCase().split("-")[0] ?? "", quality: quality === undefined ? 1 : Number(quality) || 0 };
    });
  wanted.sort((a, b) => b.quality - a.quality);
  for (const { tag, quality } of wanted) if (quality > 0 && isLanguage(tag)) return tag;
  return "en";
}

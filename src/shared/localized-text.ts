import { z } from "zod";

/** A BCP 47 tag in its usual writing: "en", "pt-BR", "zh-Hant", "sr-Latn"; "und" where nobody knows. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, 'expected a BCP 47 language tag such as "en", "pt-BR" or "zh-Hant"');

/** Text by language tag; English is always there, so that every reader finds at least one. */
export const localizedText = z
  .record(languageTag, z.string().min(1).max(2000))
  .refine((texts) => Boolean(texts.en), 'expected an English text under "en"');

export type LocalizedText = Record<string, string>;

/** The reader's language where there is one, English otherwise. */
export function inLanguage(texts: LocalizedText, language: string): { text: string; language: string } {
  const text = texts[language];
  return text ? { text, language } : { text: texts.en ?? Object.values(texts)[0] ?? "", language: "en" };
}

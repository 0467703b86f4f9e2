import { inLanguage, type LocalizedText } from "../../shared/localized-text.ts";
import type { Visit } from "../visit.ts";

/** Text in the reader's language; where it stands in English only, marked as English. */
export function OwnText({ visit, texts }: { visit: Visit; texts: LocalizedText }) {
  const { text, language } = inLanguage(texts, visit.language);
  return language === visit.language ? (
    <span dir="auto">{text}</span>
  ) : (
    <span lang={language} dir="auto">
      {text}
    </span>
  );
}

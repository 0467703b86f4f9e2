/** PostgreSQL's word rules by language; every other language is matched word by word as written. */
const configurations: Record<string, string> = {
  ar: "arabic",
  de: "german",
  en: "english",
  es: "spanish",
  fr: "french",
  it: "italian",
  pt: "portuguese",
  ru: "russian",
};

/** All of them: a question's language is not known, so it is read by each. */
export const everyConfiguration: readonly string[] = ["simple", ...Object.values(configurations)];

export function configurationFor(language: string): string {
  return configurations[language.split("-")[0] ?? ""] ?? "simple";
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * Text as words to search by, on both sides alike: lower case, without accents, Arabic without its vowel signs and joined
 * particles, Chinese and Japanese cut into words, "14.063" also as "14063". Returns words joined by blanks.
 */
export function foldWords(text: string): string {
  let folded = text
    .replace(/[⁰¹²³⁴-⁹]/gu, (digit) => ` ${superscripts.indexOf(digit)}`)
    .normalize("NFKC")
    .toLowerCase();
  folded = folded
    .normalize("NFD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFC")
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replaceAll("æ", "ae")
    .replaceAll("œ", "oe")
    .replaceAll("ё", "е");
  folded = folded.replace(/(?<!\p{N})\p{N}{1,9}(?:[.,]\p{N}{3})+(?!\p{N})/gu, (number) => `${number.replace(/[.,]/g, "")} ${number}`);
  folded = folded.replace(/['’]/g, " ");
  if (/\p{Script=Arabic}/u.test(folded)) folded = foldArabic(folded);
  folded = folded.replace(eastAsian, (run) => ` ${[...segmenter.segment(run)].map((part) => part.segment).join(" ")} `);
  return (folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(" ");
}

function foldArabic(text: string): string {
  return text
    .replace(/[\u0640\u064B-\u065F\u0670]/g, "")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/ى/g, "ي")
    .replace(/ة(?!\p{L})/gu, "ه")
    .replace(/\p{Script=Arabic}+/gu, (word) => word.replace(/^(?:وال|بال|كال|فال|ولل|لل|ال)(?=.{3})/, "").replace(/^و(?=.{4})/, ""));
}

const folded = new Map<string, string>();

/** The same, remembered: names and short passages are folded again and again, at every recording and for every excerpt. */
export function foldOnce(text: string): string {
  if (text.length > 600) return foldWords(text);
  const held = folded.get(text);
  if (held !== undefined) return held;
  if (folded.size > 20_000) folded.clear();
  const words = foldWords(text);
  folded.set(text, words);
  return words;
}

import { fold } from "./words.ts";

/** Words that stand in every text of a language and seldom in another's. */
const common: Readonly<Record<string, string>> = {
  en: "the of and to in is for that shall by with as be or this are must it from which should their not any",
  fr: "le la les des du de et en un une est pour dans par que qui sur au aux sont ou avec leur doit cette ces il",
  de: "der die das und den von zu des mit im fur ist auf werden nicht dem eine sich als auch oder bei sind durch wird",
  it: "il di che la e per del della in una un le con dei delle alla al sono si non da gli nel piu anche come",
  es: "el la de los las que y en del se por con para una un al es su lo como o no sus deberan este esta",
  pt: "o a os as de da do das dos que e em para com uma um por no na se ao nao sao ou pela pelo",
  nl: "de het een van en in is op te dat voor met zijn aan door worden niet bij of als deze ook wordt",
  sv: "och att det som en ar for av pa med den till ska inte ett eller om kan fran ar vid",
  da: "og at det som en er for af pa med den til skal ikke et eller om kan fra ved der",
  fi: "ja on se ei etta tai sen ovat kun myos ovat mukaan voi sita niiden joka tulee",
  cs: "a je se na v ze pro podle nebo byt jsou ktere jako od do pri za to neni",
  pl: "i w na z do nie jest sie oraz lub przez dla o od ktore jako po ze",
  et: "ja on ei et see voi mis kui ning ka selle voib peab seaduse kohta",
  tr: "ve bir bu ile icin olarak olan da de veya ise tarafindan gibi daha",
  vi: "cua va cac trong cho duoc la co khong theo viec nhung ve tai",
  id: "dan yang di untuk dengan dalam dari pada ini atau oleh adalah sebagai tidak",
};
const commonWords = new Map(Object.entries(common).map(([language, words]) => [language, new Set(words.split(" "))]));
const readAtMost = 20_000;

/** Scripts that tell the language, or nearly so. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/gu, "ja"],
  [/[\uac00-\ud7af]/gu, "ko"],
  [/[\u4e00-\u9fff]/gu, "zh"],
  [/[\u0600-\u06ff]/gu, "ar"],
  [/[\u0400-\u04ff]/gu, "ru"],
  [/[\u0370-\u03ff]/gu, "el"],
  [/[\u0590-\u05ff]/gu, "he"],
];

/**
 * The language of a text, as a two-letter tag, from its script and its commonest words; undefined where nothing tells, which is not "English". Reads
 * the first 20,000 characters.
 *
 * @example languageOf("Die Behörden legen den Quellcode von Software offen.") // "de"
 */
export function languageOf(text: string): string | undefined {
  const read = text.slice(0, readAtMost);
  const letters = read.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return undefined;
  for (const [script, language] of scripts) {
    const share = (read.match(script)?.length ?? 0) / letters;
    if (share > (language === "ja" ? 0.1 : 0.4)) return language;
  }
  const counts = new Map<string, number>();
  let words = 0;
  for (const word of read.match(/[\p{L}\p{M}]+/gu) ?? []) {
    const folded = fold(word);
    words++;
    for (const [language, set] of commonWords) if (set.has(folded)) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [best, second] = [...counts].sort((one, other) => other[1] - one[1]);
  if (best === undefined || best[1] / words < 0.08 || (best[1] < 2 && words > 3)) return undefined;
  return second !== undefined && second[1] >= best[1] ? undefined : best[0];
}

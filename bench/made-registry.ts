import { readDataset } from "../src/importers/dataset/read.ts";
import { recordsOf } from "../src/importers/dataset/translate.ts";
import type { Instrument } from "../src/registry/instrument.ts";
import { type AnyRecord, named } from "../src/registry/nouns.ts";

/** Numbers that look random and are the same in every run. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables: Record<string, readonly string[]> = {
  en: [
    "pol",
    "ter",
    "gov",
    "ment",
    "cor",
    "tion",
    "pub",
    "lic",
    "dig",
    "ser",
    "vice",
    "stan",
    "dar",
    "ex",
    "pro",
    "ven",
    "ing",
    "able",
    "net",
    "work",
  ],
  fr: [
    "ad",
    "mi",
    "nis",
    "tra",
    "tion",
    "lo",
    "gi",
    "ciel",
    "pu",
    "bli",
    "que",
    "ré",
    "for",
    "me",
    "don",
    "nées",
    "ser",
    "vi",
    "ces",
    "tal",
  ],
  es: [
    "ad",
    "mi",
    "nis",
    "tra",
    "ción",
    "pú",
    "bli",
    "co",
    "ley",
    "de",
    "cre",
    "to",
    "nor",
    "ma",
    "ser",
    "vi",
    "cio",
    "dad",
    "ges",
    "tión",
  ],
  ru: [
    "пра",
    "ви",
    "тель",
    "ство",
    "за",
    "кон",
    "от",
    "кры",
    "тый",
    "код",
    "служ",
    "ба",
    "ре",
    "ше",
    "ние",
    "дан",
    "ных",
    "про",
    "грам",
    "мы",
  ],
  ar: ["حكو", "مة", "قا", "نون", "بر", "مج", "يات", "مفت", "وحة", "مصد", "ر", "سيا", "سة", "رقم", "ية", "خد", "مات", "عا", "مة", "نظا"],
  zh: [
    "政府",
    "采购",
    "软件",
    "开放",
    "源代码",
    "政策",
    "数字",
    "服务",
    "标准",
    "公共",
    "管理",
    "数据",
    "安全",
    "许可",
    "发展",
    "机构",
    "信息",
    "技术",
    "法律",
    "实施",
  ],
};

/** A vocabulary whose words are used as words are: few very often, most hardly ever (Zipf). */
function vocabulary(language: string, random: () => number): () => string {
  const parts = syllables[language] as readonly string[];
  const words = [
    ...new Set(
      Array.from({ length: 30_000 }, () =>
        Array.from({ length: 1 + Math.floor(random() * 4) }, () => parts[Math.floor(random() * parts.length)]).join(""),
      ),
    ),
  ];
  return () => words[Math.min(words.length - 1, Math.floor(Math.exp(random() * Math.log(words.length)) - 1))] as string;
}

/** The dataset in the box and, up to `size` instruments in all, full-text ones made in six languages on the pattern of the real ones. */
export function* madeRegistry(size: number): Generator<AnyRecord[]> {
  const random = makeRandom(20261123);
  const { dataset } = readDataset("dataset");
  const shipped = recordsOf(dataset);
  yield shipped;
  const patterns = dataset.instruments.map(({ value }) => value).filter((instrument) => instrument.provisions.length > 0);
  const places = dataset.jurisdictions.map(({ value }) => value.id);
  const languages = Object.keys(syllables);
  const say = Object.fromEntries(languages.map((language) => [language, vocabulary(language, random)]));
  const text = (language: string, words: number) =>
    Array.from({ length: words }, () => say[language]?.()).join(language === "zh" ? "" : " ");
  let batch: AnyRecord[] = [];
  for (let number = patterns.length; number < size; number += 1) {
    const pattern = patterns[Math.floor(random() * patterns.length)] as Instrument;
    const language = random() < 0.375 ? "en" : (languages[Math.floor(random() * languages.length)] as string);
    const year = 1999 + Math.floor(random() * 27);
    batch.push(
      named("instrument", {
        ...pattern,
        id: `made-${number}`,
        jurisdiction: places[Math.floor(random() * places.length)] as string,
        titles: [{ language, text: text(language, 8), kind: "official" }],
        dates: { adopted: { value: String(year), confidence: "high" } },
        statuses: [{ value: random() < 0.7 ? "in-force" : "repealed", from: String(year), confidence: "medium" }],
        relations: [],
        provisions: pattern.provisions
          .slice(0, 4)
          .map((provision) => ({ ...provision, wording: [], codings: provision.codings.slice(0, 2) })),
        texts: [{ id: "t1", language, source: (pattern.sources[0] as { id: string }).id, content: text(language, 250) }],
        notes: "Made for measuring.",
      }),
    );
    if (batch.length === 2000) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { CodedArticle, CodedWording } from "../src/drafting/reading/learn.ts";
import { supportedLanguage } from "../src/drafting/reading/recognise.ts";
import { readArticle } from "../src/drafting/reading/signs.ts";
import { type Article, splitArticles } from "../src/drafting/reading/split-articles.ts";
import { wordsOf } from "../src/drafting/reading/words.ts";
import { packageRoot } from "../src/shared/package-root.ts";
import { readLabelledText } from "./provision-texts.ts";

const shared = join(packageRoot, "../shared/data/policies/texts");
/** Where the laws from elsewhere lie; nowhere unless it is said. */
const laws = process.env.OPENFIRST_LAWS ?? "";

export interface Label {
  line: number;
  locator: string;
  types: string[];
  strength?: string;
  addressee?: string[];
  deadline?: boolean;
  exception?: boolean;
}

export interface LabelledText {
  id: string;
  language: string;
  file: string;
  half?: "tune" | "report";
  work?: string;
  leaveOut?: string[];
  articles: Label[];
}

type Words = Partial<Record<string, string>>;

interface Instrument {
  id: string;
  provisions?: {
    wording?: { text: string; language: string }[];
    codings?: { type: string; verdict?: string; paraphrase?: string }[];
  }[];
}

interface Clause {
  id: string;
  variants: { heading: Words; text: Words }[];
}

interface ProvisionType {
  id: string;
  names: Words;
  definition: Words;
}

const yamlIn = <T>(...path: string[]): T => parse(readFileSync(join(packageRoot, ...path), "utf8")) as T;
const filesIn = (folder: string) => readdirSync(join(packageRoot, folder)).sort();

/** Texts that a person coded, without those whose file is not here. */
function labelledTexts(file: string): LabelledText[] {
  const texts = yamlIn<LabelledText[]>("bench/labelled", file);
  const missing = texts.filter((text) => !existsSync(pathOf(text)));
  if (missing.length > 0) console.log(`not here: ${missing.map((text) => text.file).join(", ")}`);
  return texts.filter((text) => !missing.includes(text));
}

const pathOf = (text: LabelledText) =>
  text.file.startsWith("shared:") ? join(shared, text.file.slice(7)) : join(laws, text.file.slice(5));

/** The articles of a labelled text by the line they begin on. */
export function articlesByLine(text: LabelledText): Map<number, Article> {
  const blocks = readLabelledText(pathOf(text));
  const { articles, annexes } = splitArticles(blocks, text.language);
  return new Map([...articles, ...annexes].map((article) => [blocks[article.blocks[0]]?.line ?? 0, article]));
}

export const typeIds = (): string[] => yamlIn<ProvisionType[]>("dataset/provision-types.yml").map(({ id }) => id);

/** What is learnt from beside labelled articles: accepted codings and their wordings, the model clauses, names and definitions of the types. */
export function wordings(): CodedWording[] {
  const instruments = filesIn("dataset/instruments").flatMap((file) => ofInstrument(yamlIn("dataset/instruments", file)));
  const clauses = filesIn("dataset/clauses").flatMap((file) => ofClause(yamlIn("dataset/clauses", file)));
  return [...instruments, ...clauses, ...yamlIn<ProvisionType[]>("dataset/provision-types.yml").flatMap(ofType)];
}

function ofInstrument({ id, provisions = [] }: Instrument): CodedWording[] {
  return provisions.flatMap(({ wording = [], codings = [] }) => {
    const accepted = codings.filter(({ verdict }) => verdict === "accepted");
    const types = [...new Set(accepted.map(({ type }) => type))];
    return [
      ...accepted.flatMap(({ type, paraphrase }) =>
        paraphrase === undefined ? [] : [{ text: paraphrase, language: "en", types: [type], weight: 1, origin: id }],
      ),
      ...(types.length === 0 ? [] : wording.map(({ text, language }) => ({ text, language, types, weight: 1, origin: id }))),
    ];
  });
}

/** The heading and the first paragraph of each variant: what follows is common to many clauses. */
function ofClause({ id, variants }: Clause): CodedWording[] {
  return variants.flatMap(({ heading, text }) =>
    ["en", "fr"].map((language) => {
      const first = (text[language] ?? "").replace(/\{[^}]*\}|\[\[[^\]]*\]\]/gu, " ").split(/\n\n+/u)[0];
      return { text: `${heading[language] ?? ""}\n${first}`, language, types: [id], weight: 0.5, origin: "clauses" };
    }),
  );
}

function ofType({ id, names, definition }: ProvisionType): CodedWording[] {
  const made = (text: string | undefined, language: string, weight: number) =>
    text === undefined ? [] : [{ text, language, types: [id], weight, origin: "types" }];
  return [
    ...["en", "fr"].flatMap((language) => made(definition[language], language, 2)),
    ...["en", "fr", "es"].flatMap((language) => made(names[language], language, 1)),
  ];
}

/** A labelled text with what not to learn from where it is measured: the work it is of, instruments its label names, and those that quote it word for word. */
export interface KnownText extends LabelledText {
  readonly origins: readonly string[];
}

export function knownTexts(file: string, lessons: readonly CodedWording[]): KnownText[] {
  const quotes = lessons.filter(({ text }) => text.length >= 60).map(({ text, origin }) => ({ origin, words: plain(text) }));
  return labelledTexts(file).map((text) => {
    const whole = plain([...articlesByLine(text).values()].map((article) => article.text).join(" "));
    const quoting = quotes.filter(({ words }) => whole.includes(words)).map(({ origin }) => origin);
    return { ...text, origins: [...new Set([...(text.work === undefined ? [] : [text.work]), ...(text.leaveOut ?? []), ...quoting])] };
  });
}

const plain = (text: string) =>
  wordsOf(text)
    .map(({ folded }) => folded)
    .join(" ");

/** Labelled articles, parted into groups of about the same size so that texts that repeat each other stand in one. */
export function codedArticles(texts: readonly KnownText[], groups: number): CodedArticle[] {
  const groupOf = groupsOf(texts, groups);
  return texts.flatMap((text) => {
    const articles = articlesByLine(text);
    const language = supportedLanguage(text.language);
    return text.articles.flatMap(({ line, types }) => {
      const article = articles.get(line);
      if (article === undefined || language === undefined) return [];
      const read = readArticle(article.heading ?? "", article.number, article.text, language);
      return [{ article: read, types, group: groupOf.get(text.id) ?? 0, origins: text.origins }];
    });
  });
}

export function groupsOf(texts: readonly KnownText[], groups: number): Map<string, number> {
  const sizes = Array.from({ length: groups }, () => 0);
  const placed = new Map<string, number>();
  const kin = families(texts).sort((one, other) => sizeOf(other) - sizeOf(one));
  for (const family of kin) {
    const smallest = sizes.indexOf(Math.min(...sizes));
    sizes[smallest] = (sizes[smallest] ?? 0) + sizeOf(family);
    for (const text of family) placed.set(text.id, smallest);
  }
  return placed;
}

const sizeOf = (family: readonly KnownText[]) => family.reduce((sum, { articles }) => sum + articles.length, 0);

/** Texts with an origin in common belong together. */
function families(texts: readonly KnownText[]): KnownText[][] {
  return texts.reduce<KnownText[][]>((kin, text) => {
    const related = kin.filter((family) => family.some((other) => other.origins.some((id) => text.origins.includes(id))));
    return [...kin.filter((family) => !related.includes(family)), [...related.flat(), text]];
  }, []);
}

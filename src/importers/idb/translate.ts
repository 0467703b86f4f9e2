import type { Claim } from "../../registry/claim.ts";
import { comparableAddress } from "../../registry/claim-address.ts";
import { type Fault, Problem } from "../../shared/problem.ts";
import { type Category, categoryCalled } from "./categories.ts";
import { flagRules } from "./flags.ts";
import { type IdbEntry, languages } from "./read.ts";

/** The entries that speak of one document under one country and category, in whatever language and on whatever page. */
interface Group {
  category: Category;
  country: string;
  entries: [IdbEntry, ...IdbEntry[]];
  /** the second and later of entries that the publisher's overview holds twice */
  twice: boolean;
}

/**
 * Entries of the collection as claims, one a document and category: languages merged, titles in English where there is one,
 * in the order of the English overview. Facts only: never the overviews in prose. Throws a Problem that names every
 * category unknown to the table in categories.ts.
 */
export function translateIdb(entries: readonly IdbEntry[]): Claim[] {
  const faults: Fault[] = entries
    .filter((entry) => !categoryCalled(entry.category))
    .map(({ category, file, line }) => ({ file, line, message: `unknown category “${category}”; add its spelling to categories.ts` }));
  if (faults.length > 0)
    throw new Problem("invalid-file", `${faults[0]?.file}, line ${faults[0]?.line}: ${faults[0]?.message}.`, { faults });
  const ids = new Map<string, number>();
  return groupsOf(inReadingOrder(entries)).map((group) => claimOf(group, ids));
}

/** The overview before the pages, English before Spanish before Portuguese, and each as it stands in its file. */
function inReadingOrder(entries: readonly IdbEntry[]): IdbEntry[] {
  const rank = (entry: IdbEntry) => (entry.page === "overview" ? 0 : 10) + languages.indexOf(entry.language);
  return entries
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => rank(a.entry) - rank(b.entry) || a.index - b.index)
    .map(({ entry }) => entry);
}

function groupsOf(entries: readonly IdbEntry[]): Group[] {
  const groups: Group[] = [];
  for (const entry of entries) {
    const category = categoryCalled(entry.category) as Category;
    const sameDocument = groups.filter((group) => group.category === category && isSame(group, entry));
    const waiting =
      entry.page === "category"
        ? sameDocument[0]
        : sameDocument.find((group) => !group.entries.some((known) => known.page === "overview" && known.language === entry.language));
    if (waiting) waiting.entries.push(entry);
    else groups.push({ category, country: entry.country, entries: [entry], twice: sameDocument.length > 0 });
  }
  return groups;
}

/** The same address (even under another country's heading, where the publisher's page lost a heading), or the same title in the same country. */
function isSame(group: Group, entry: IdbEntry): boolean {
  return group.entries.some(
    (known) =>
      (comparableAddress(known.address) === comparableAddress(entry.address) &&
        (group.country === entry.country || entry.page === "category") &&
        sameTitleOrOtherLanguage(known, entry)) ||
      (group.country === entry.country && known.language === entry.language && plain(known.title) === plain(entry.title)),
  );
}

/** One address may serve two documents of the same language: then the title tells them apart. */
function sameTitleOrOtherLanguage(known: IdbEntry, entry: IdbEntry): boolean {
  return known.language !== entry.language || plain(known.title) === plain(entry.title);
}

function claimOf({ category, country, entries, twice }: Group, ids: Map<string, number>): Claim {
  const [first] = entries;
  const addresses = [...new Map(entries.map(({ address }) => [comparableAddress(address), address])).entries()].map(
    ([comparable]) => entries.find(({ address }) => comparableAddress(address) === comparable)?.address as string,
  );
  const rules = flagRules.filter(
    ({ where }) =>
      where.country === country &&
      (where.title?.test(first.title) ?? true) &&
      (where.address === undefined || addresses.some((address) => where.address?.test(address))) &&
      (where.twice === undefined || where.twice === twice),
  );
  const note = rules.map((rule) => rule.note).join(" ");
  return {
    id: uniqueId(`idb-${country.toLowerCase()}-${category.slug}-${slugOf(first.title)}`, ids),
    collection: "idb",
    row: `${first.file.split(/[/\\]/).slice(-3).join("/")}:${first.line}`,
    jurisdiction: country,
    title: first.title,
    years: yearsIn(first.title),
    kind: category.name,
    objectives: [],
    addresses,
    languages: languages.filter((language) => entries.some((entry) => entry.language === language)),
    flags: [...new Set(rules.map((rule) => rule.flag))],
    ...(note ? { flag_note: note } : {}),
  };
}

/** "Law Nº 14.063/2020" → [2020]; digits inside longer numbers are no years. */
export function yearsIn(title: string): number[] {
  return [...new Set([...title.matchAll(/(?<![\d.,])(?:199\d|20[0-2]\d|2030)(?![\d]|[.,]\d)/g)].map(([year]) => Number(year)))];
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/[\p{M}’']/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .split("-");
  let slug = words[0] || "untitled";
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > 60) break;
    slug += `-${word}`;
  }
  return slug.slice(0, 60);
}

function uniqueId(id: string, ids: Map<string, number>): string {
  const count = (ids.get(id) ?? 0) + 1;
  ids.set(id, count);
  return count === 1 ? id : `${id}-${count}`;
}

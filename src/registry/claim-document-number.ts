import { decoded } from "./claim-address.ts";

/** A law's number in one writing: 14063 of 2020; or a code that stands for itself: m-16-21, hr-3286, 6264-sg. */
export interface DocumentNumber {
  number: string;
  year?: number;
  /** law, decree …: what kind of document bears the number, where the text says so */
  kind?: string;
  /** the text names it as another document: "Decree 44/2015 regulating Law 19.179" */
  mentioned?: true;
}

const numberedKinds: readonly [kind: string, words: string][] = [
  ["law", "law|ley|lei|loi|legge|act|gesetz|lag|zakon|закон|ustawa"],
  ["decree", "decree|decreto|d[eé]cret|dekret|d\\.?s\\.?|real decreto|decree-law|decreto-lei|verordnung|vyhl[aá][sš]ka|nghị định"],
  ["resolution", "resolution|resoluci[oó]n|resolu[cç][aã]o|r[eé]solution|disposition|disposici[oó]n"],
  ["ordinance", "ordinance|portaria"],
  ["circular", "circular|circulaire|thông tư|surat edaran|memorandum"],
  ["directive", "directive|directiva|chỉ thị|normative instruction|instrução normativa|in slti"],
  ["provisional measure", "medida provis[oó]ria|provisional measure"],
  ["bill", "bill|proyecto de ley|projeto de lei|proposition de loi|pl"],
  ["regulation", "regulation|reglamento|regulamento|règlement"],
];
const anyKind = numberedKinds.map(([, words]) => words).join("|");
const typed = new RegExp(
  `(?<![\\p{L}])(${anyKind})(?![\\p{L}])[\\s().,°]*(?:(?:supreme|supremo|executive|ejecutivo|legislative|federal|oficial|no|nr|n|num|number|número|nro|bill|eu|ue|portaria|č|slti|mp|sti|sgd)(?![\\p{L}])[\\s().,°:]*)*([0-9]{1,7})(?![0-9])`,
  "giu",
);

/** The document numbers in a text, however they are written: "Lei nº 14.063/2020", "44/015", "(EU) 2024/903", "M-16-21", "20/2014/TT-BTTTT". */
export function documentNumbers(text: string): DocumentNumber[] {
  const flat = text
    .normalize("NFKC")
    .replace(/[‐‑–—]/gu, "-")
    .replace(/(?<![\d.,])(\d{1,3})[.,](\d{3})(?![\d])/g, "$1$2");
  const found: DocumentNumber[] = [];
  for (const [, letters, first, second] of flat.matchAll(/(?<![\p{L}\d-])([A-Z]{1,3})-(\d{2})-(\d{2})(?!\d)/gu))
    found.push({ number: `${letters}-${first}-${second}`.toLowerCase() });
  for (const [, chamber, digits] of flat.matchAll(/(?<![\p{L}])(H\.?\s?R|S)\.\s?(\d{2,5})(?!\d)/gu))
    found.push({ number: `${(chamber as string).replace(/[.\s]/g, "").toLowerCase()}-${Number(digits)}`, kind: "bill" });
  for (const [, congress, law] of flat.matchAll(/(?:public law|pub\. ?l\.)[\s:.no]*(\d{2,3})\s*[-:]\s*(\d{1,4})/giu))
    found.push({ number: `pl-${congress}-${Number(law)}`, kind: "law" });
  for (const [, digits, chamber, year] of flat.matchAll(/(?<!\d)(\d{3,5})-([DS])-(?:19|20)?(\d{2})(?!\d)/g))
    found.push({ number: `${Number(digits)}-${(chamber as string).toLowerCase()}-20${year}`, kind: "bill" });
  for (const [, digits, letters] of flat.matchAll(/(?<![\d/])(\d{3,6})\/(\p{Lu}{2,5})(?![\p{L}\d])/gu))
    found.push({ number: `${Number(digits)}-${(letters as string).toLowerCase()}` });
  for (const [, year, digits] of flat.matchAll(/(?<![\p{L}])C(?:OM)?\((\d{4})\)\s?(\d{2,5})/gu))
    found.push({ number: String(Number(digits)), year: Number(year) });
  for (const [article] of flat.matchAll(/(?<![\d-])\d{3,4}-\d{1,3}-\d{1,3}(?![\d-])/g)) found.push({ number: article });
  for (const [, code] of flat.matchAll(/(?<![\p{L}\d])([A-Z][A-Za-z]{1,3}\d{3})(?![\p{L}\d])/gu))
    found.push({ number: (code as string).toLowerCase() });
  for (const match of flat.matchAll(/(?<![\d/.]|\p{L}-)(\d{1,6})\s?[/-]\s?(\d{2,6})(?![\d])(?!\/\d{4})/gu)) {
    const pair = numberAndYear(match[1] as string, match[2] as string);
    if (pair) found.push({ ...pair, ...kindBefore(flat, match.index), ...mentionedAt(flat, match.index, found.length) });
  }
  for (const match of flat.matchAll(typed)) {
    const number = String(Number(match[2]));
    const kind = kindOf(match[1] as string);
    const known = found.find((other) => other.number === number);
    if (known) {
      if (kind && !known.kind) known.kind = kind;
    } else if (((match[2] as string).length >= 2 || /°|(?<!\p{L})n[or]?\.?\s*\d+$/iu.test(match[0])) && !looksLikeYear(number))
      found.push({ number, ...(kind ? { kind } : {}), ...mentionedAt(flat, match.index, found.length) });
  }
  return found.filter((one, index) => found.findIndex((other) => other.number === one.number && other.year === one.year) === index);
}

/** "44/015" and "44/2015" → 44 of 2015; "2024/903" → 903 of 2024; "2018-2022" is a span of years, not a number. */
function numberAndYear(first: string, second: string): DocumentNumber | undefined {
  if (looksLikeYear(first) && looksLikeYear(second)) return undefined;
  if (looksLikeYear(second)) return { number: String(Number(first)), year: Number(second) };
  if (looksLikeYear(first)) return { number: String(Number(second)), year: Number(first) };
  if (/^0\d\d$/.test(second)) return { number: String(Number(first)), year: 2000 + Number(second) };
  if (/^[0-2]\d$/.test(second) && first.length <= 5) return { number: String(Number(first)), year: 2000 + Number(second) };
  return undefined;
}

const pointing =
  /(?:regulat\w*|regulament\w*|reglament\w*|modif\w*|amend\w*|conver[st]\w*|implement\w*|repeal\w*|derog\w*|under|inserted|altera|établi\w*|pursuant to|in accordance with)[^;]{0,60}$/iu;

/** After "regulating", "amending" and the like another document is named, unless nothing was named before. */
function mentionedAt(text: string, index: number, before: number): { mentioned?: true } {
  return before > 0 && pointing.test(text.slice(Math.max(0, index - 70), index)) ? { mentioned: true } : {};
}

function looksLikeYear(digits: string): boolean {
  return /^(19[89]\d|20[0-3]\d)$/.test(digits);
}

function kindOf(words: string): string | undefined {
  return numberedKinds.find(([, spellings]) => new RegExp(`^(?:${spellings})$`, "iu").test(words.trim()))?.[0];
}

function kindBefore(text: string, index: number): { kind?: string } {
  const before = new RegExp(
    `(?<![\\p{L}])(${anyKind})(?![\\p{L}])[^\\p{L}]{0,6}(?:(?:no|n|nr|eu|ue|número|number|[a-z]{2,5}/[a-z]{2,5}|sgd|slti|executive|ejecutivo|supremo|onti)(?![\\p{L}/])[^\\p{L}]{0,4})*$`,
    "iu",
  ).exec(text.slice(Math.max(0, index - 40), index));
  const kind = before ? kindOf(before[1] as string) : undefined;
  return kind ? { kind } : {};
}

/** Numbers that addresses carry: …/lei/l14063.htm, …/leyes/19179-2013, …/m_16_21.pdf, …/house-bill/3286, …/PLAW-115publ91.pdf. */
export function numbersInAddress(address: string): string {
  const path = decoded(address.replace(/^https?:\/\/[^/]+/i, "")).replace(/^\/web\/\d+\/https?:\/+[^/]+/i, "");
  const found: string[] = [];
  for (const [, number, year] of path.matchAll(/(?:leyes|decretos|ley|lei|law|decreto)[/_-](?:n?[-_]?)?(\d{2,6})-((?:19|20)\d\d)/gi))
    found.push(`${number}/${year}`);
  for (const [, number] of path.matchAll(/\/(?:l|d)(\d{4,6})\.htm/gi)) found.push(`law ${number}`);
  for (const [, number] of path.matchAll(/(?:ley|decreto|decreto-supremo|ds|lei|resolucion_mintic)[-_ n°º.]*(\d{3,6})(?!\d)/gi))
    found.push(`decree ${Number(number)}`);
  for (const [, first, second] of path.matchAll(/(?<![a-z])m[-_](\d\d)[-_](\d\d)(?!\d)/gi)) found.push(`M-${first}-${second}`);
  for (const [, number, year] of path.matchAll(/(?<![\d])(\d{1,3})-?((?:19|20)\d\d)-?(?:ct|tt|qd)-?b[a-z]{3,5}/gi))
    found.push(`${Number(number)}/${year}`);
  for (const [article] of path.matchAll(/(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?![\d-])/g))
    if (!looksLikeYear(article.slice(0, 4))) found.push(`L ${article}`);
  for (const [, code] of path.matchAll(/(?<![a-z])(em\d{3})(?!\d)/gi))
    found.push((code as string).replace(/^./, (letter) => letter.toUpperCase()));
  for (const [, number] of path.matchAll(/house-bill\/(\d+)/gi)) found.push(`H.R.${number}`);
  for (const [, number] of path.matchAll(/senate-bill\/(\d+)/gi)) found.push(`S.${number}`);
  for (const [, congress, law] of path.matchAll(/PLAW-(\d+)publ(\d+)/gi)) found.push(`Public Law ${congress}-${law}`);
  return found.join(" ; ");
}

export function yearsNamed(text: string): number[] {
  return [...new Set([...text.matchAll(/(?<![\d.,])(?:199\d|20[0-2]\d|2030)(?!\d|[.,]\d)/g)].map(([year]) => Number(year)))];
}

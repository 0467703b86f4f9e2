import type { Claim } from "./claim.ts";
import type { Instrument } from "./instrument.ts";

/** What the matcher looks at in an instrument; a whole Instrument will do. */
export type MatchableInstrument = Pick<Instrument, "id" | "jurisdiction" | "titles" | "type" | "dates" | "statuses" | "sources">;

export interface Candidate {
  instrument: string;
  /** 0 to 1: how sure the matcher is. Only a person's verdict makes it a link. */
  score: number;
  /** for the person who decides, the strongest first */
  reasons: string[];
}

/** Below this a pair is not worth a person's time; see the test for what it costs and saves. */
export const worthReviewing = 0.45;

/**
 * Proposes, for each claim, the instruments of its jurisdiction (or of a part of it: DE-BY under DE) that it probably speaks of,
 * by document numbers, source addresses, title words in any of the languages in `concepts`, and years. Pure: the same
 * input gives the same output. A claim flagged `displaced-year` is not judged by its year.
 * @example proposeInstruments(instruments)(claim) → [{instrument: "br-lei-14063-2020", score: 0.97, reasons: ["number 14063 of 2020"]}]
 */
export function proposeInstruments(instruments: readonly MatchableInstrument[]): (claim: Claim, least?: number) => Candidate[] {
  const prepared = instruments.map(prepareInstrument);
  const weightOf = rarity(prepared);
  const shared = countAddresses(prepared);
  return (claim, least = worthReviewing) => {
    const asked = prepareClaim(claim);
    return prepared
      .filter(({ jurisdiction }) => jurisdiction === claim.jurisdiction || jurisdiction.startsWith(`${claim.jurisdiction}-`))
      .map((instrument) => compare(asked, instrument, weightOf, shared))
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || (a.instrument < b.instrument ? -1 : 1));
  };
}

// ---------------------------------------------------------------------------------------------------------------- preparing

interface PreparedClaim {
  claim: Claim;
  texts: string[][];
  numbers: DocumentNumber[];
  /** what its addresses carry: they speak for a pair, and hardly against it */
  addressNumbers: DocumentNumber[];
  years: number[];
  titleYears: number[];
  addresses: string[];
}

interface PreparedInstrument {
  id: string;
  jurisdiction: string;
  type: string;
  status: string;
  texts: string[][];
  numbers: DocumentNumber[];
  years: number[];
  titleYears: number[];
  addresses: { address: string; own: boolean }[];
}

function prepareClaim(claim: Claim): PreparedClaim {
  const titled = yearsNamed(claim.title);
  return {
    claim,
    texts: variants(claim.title).map((text) => withoutPlace(wordsOf(text), claim.jurisdiction)).filter((words) => words.length > 0),
    numbers: documentNumbers(claim.title),
    addressNumbers: claim.addresses.flatMap((address) => documentNumbers(numbersInAddress(address))),
    years: claim.flags.includes("displaced-year") ? titled : [...new Set([...titled, ...claim.years])],
    titleYears: titled,
    addresses: claim.addresses.map(comparableAddress),
  };
}

function prepareInstrument(instrument: MatchableInstrument): PreparedInstrument {
  const titles = instrument.titles.map(({ text }) => text);
  const sources = instrument.sources.filter(({ kind }) => kind !== "collection");
  const ownSources = sources.filter(({ kind }) => kind.startsWith("primary"));
  const titleNumbers = documentNumbers(titles.join(" ; "));
  const dated = Object.values(instrument.dates).flatMap((date) => (date ? [Number(date.value.slice(0, 4))] : []));
  return {
    id: instrument.id,
    jurisdiction: instrument.jurisdiction,
    type: instrument.type,
    status: instrument.statuses.at(-1)?.value ?? "unknown",
    texts: titles.flatMap(variants).map((text) => withoutPlace(wordsOf(text), instrument.jurisdiction)).filter((words) => words.length > 0),
    numbers: titleNumbers.length > 0 ? titleNumbers : ownSources.flatMap(({ address }) => documentNumbers(numbersInAddress(address))),
    years: [...new Set([...dated, ...titles.flatMap(yearsNamed)])],
    titleYears: [...new Set(titles.flatMap(yearsNamed))],
    addresses: sources.map(({ address, kind }) => ({ address: comparableAddress(address), own: kind.startsWith("primary") })),
  };
}

/** A title, its parts where it bundles several (“…; …”, “… / …”), and each without and as what stands in brackets. */
function variants(title: string): string[] {
  const bare = title.replace(/[(（][^()（）]*[)）]/gu, " ");
  const parts = bare.split(/;| \/ |(?<=\d): | [-–—] |, (?=art)/);
  const bracketed = [...title.matchAll(/[(（“"]([^()（）“”"]{4,})[)）”"]/gu)].map((found) => found[1] as string);
  return [...new Set([title, bare, ...parts, ...bracketed].map((part) => part.trim()).filter((part) => part.length > 3))];
}

// ---------------------------------------------------------------------------------------------------------- document numbers

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
const typed = new RegExp(`(?<![\\p{L}])(${anyKind})(?![\\p{L}])[\\s().,°º]*(?:(?:supreme|supremo|executive|ejecutivo|legislative|federal|oficial|no|nº|n°|nr|n|num|number|número|nro|bill|eu|ue|portaria|č|sltI?|mp|sti|sgd)[\\s().,°º:]*)*([0-9]{1,7})(?![0-9])`, "giu");

/** The document numbers in a text, however they are written: "Lei nº 14.063/2020", "44/015", "(EU) 2024/903", "M-16-21", "20/2014/TT-BTTTT". */
export function documentNumbers(text: string): DocumentNumber[] {
  const flat = text.normalize("NFKC").replace(/[‐‑–—]/gu, "-").replace(/(?<![\d.,])(\d{1,3})[.,](\d{3})(?![\d])/g, "$1$2");
  const found: DocumentNumber[] = [];
  for (const [, letters, first, second] of flat.matchAll(/(?<![\p{L}\d-])([A-Z]{1,3})-(\d{2})-(\d{2})(?!\d)/gu)) found.push({ number: `${letters}-${first}-${second}`.toLowerCase() });
  for (const [, chamber, digits] of flat.matchAll(/(?<![\p{L}])(H\.?\s?R|S)\.\s?(\d{2,5})(?!\d)/gu)) found.push({ number: `${(chamber as string).replace(/[.\s]/g, "").toLowerCase()}-${Number(digits)}`, kind: "bill" });
  for (const [, congress, law] of flat.matchAll(/(?:public law|pub\. ?l\.)[\s:.no]*(\d{2,3})\s*[-:]\s*(\d{1,4})/giu)) found.push({ number: `pl-${congress}-${Number(law)}`, kind: "law" });
  for (const [, digits, chamber, year] of flat.matchAll(/(?<!\d)(\d{3,5})-([DS])-(?:19|20)?(\d{2})(?!\d)/g)) found.push({ number: `${Number(digits)}-${(chamber as string).toLowerCase()}-20${year}`, kind: "bill" });
  for (const [, digits, letters] of flat.matchAll(/(?<![\d/])(\d{3,6})\/(\p{Lu}{2,5})(?![\p{L}\d])/gu)) found.push({ number: `${Number(digits)}-${(letters as string).toLowerCase()}` });
  for (const [, year, digits] of flat.matchAll(/(?<![\p{L}])C(?:OM)?\((\d{4})\)\s?(\d{2,5})/gu)) found.push({ number: String(Number(digits)), year: Number(year) });
  for (const [article] of flat.matchAll(/(?<![\d-])\d{3,4}-\d{1,3}-\d{1,3}(?![\d-])/g)) found.push({ number: article });
  for (const [, code] of flat.matchAll(/(?<![\p{L}\d])([A-Z][A-Za-z]{1,3}\d{3})(?![\p{L}\d])/gu)) found.push({ number: (code as string).toLowerCase() });
  for (const match of flat.matchAll(/(?<![\d/.]|\p{L}-)(\d{1,6})\s?[/-]\s?(\d{2,6})(?![\d])(?!\/\d{4})/gu)) {
    const pair = numberAndYear(match[1] as string, match[2] as string);
    if (pair) found.push({ ...pair, ...kindBefore(flat, match.index), ...mentionedAt(flat, match.index, found.length) });
  }
  for (const match of flat.matchAll(typed)) {
    const number = String(Number(match[2]));
    const kind = kindOf(match[1] as string);
    const known = found.find((other) => other.number === number);
    if (known) { if (kind && !known.kind) known.kind = kind; }
    else if (((match[2] as string).length >= 2 || /[°º]/.test(match[0])) && !looksLikeYear(number)) found.push({ number, ...(kind ? { kind } : {}), ...mentionedAt(flat, match.index, found.length) });
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

const pointing = /(?:regulat\w*|regulament\w*|reglament\w*|modif\w*|amend\w*|conver[st]\w*|implement\w*|repeal\w*|derog\w*|under|inserted|altera|établi\w*|pursuant to|in accordance with)[^;]{0,60}$/iu;

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
  const before = new RegExp(`(?<![\\p{L}])(${anyKind})(?![\\p{L}])[^\\p{L}]{0,6}(?:(?:no|n|nº|nr|eu|ue|número|number|[a-z]{2,5}/[a-z]{2,5}|sgd|slti|executive|ejecutivo|supremo|onti)[^\\p{L}]{0,4})*$`, "iu").exec(text.slice(Math.max(0, index - 40), index));
  const kind = before ? kindOf(before[1] as string) : undefined;
  return kind ? { kind } : {};
}

/** Numbers that addresses carry: …/lei/l14063.htm, …/leyes/19179-2013, …/m_16_21.pdf, …/house-bill/3286, …/PLAW-115publ91.pdf. */
function numbersInAddress(address: string): string {
  const path = decoded(address.replace(/^https?:\/\/[^/]+/i, "")).replace(/^\/web\/\d+\/https?:\/+[^/]+/i, "");
  const found: string[] = [];
  for (const [, number, year] of path.matchAll(/(?:leyes|decretos|ley|lei|law|decreto)[/_-](?:n?[-_]?)?(\d{2,6})-((?:19|20)\d\d)/gi)) found.push(`${number}/${year}`);
  for (const [, number] of path.matchAll(/\/(?:l|d)(\d{4,6})\.htm/gi)) found.push(`law ${number}`);
  for (const [, number] of path.matchAll(/(?:ley|decreto|decreto-supremo|ds|lei|resolucion_mintic)[-_ n°º.]*(\d{3,6})(?!\d)/gi)) found.push(`decree ${Number(number)}`);
  for (const [, first, second] of path.matchAll(/(?<![a-z])m[-_](\d\d)[-_](\d\d)(?!\d)/gi)) found.push(`M-${first}-${second}`);
  for (const [, number, year] of path.matchAll(/(?<![\d])(\d{1,3})-?((?:19|20)\d\d)-?(?:ct|tt|qd)-?b[a-z]{3,5}/gi)) found.push(`${Number(number)}/${year}`);
  for (const [article] of path.matchAll(/(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?![\d-])/g)) if (!looksLikeYear(article.slice(0, 4))) found.push(`L ${article}`);
  for (const [, code] of path.matchAll(/(?<![a-z])(em\d{3})(?!\d)/gi)) found.push((code as string).replace(/^./, (letter) => letter.toUpperCase()));
  for (const [, number] of path.matchAll(/house-bill\/(\d+)/gi)) found.push(`H.R.${number}`);
  for (const [, number] of path.matchAll(/senate-bill\/(\d+)/gi)) found.push(`S.${number}`);
  for (const [, congress, law] of path.matchAll(/PLAW-(\d+)publ(\d+)/gi)) found.push(`Public Law ${congress}-${law}`);
  return found.join(" ; ");
}

function yearsNamed(text: string): number[] {
  return [...new Set([...text.matchAll(/(?<![\d.,])(?:199\d|20[0-2]\d|2030)(?!\d|[.,]\d)/g)].map(([year]) => Number(year)))];
}

// ------------------------------------------------------------------------------------------------------------------ addresses

/** An address without what does not matter: scheme, www, a web archive in front, an empty end, the mark inside the page. */
export function comparableAddress(address: string): string {
  const original = address.trim().replace(/^https?:\/\/web\.archive\.org\/web\/[^/]+\/(?=https?:\/)/i, "").replace(/^https?:\/+/i, "");
  const [host = "", ...rest] = original.split("/");
  const path = decoded(rest.join("/")).replace(/#.*$/s, "").replace(/[?&](utm_[a-z]+|prefLang)=[^&]*/gi, "").replace(/[/?.,)]+$/, "");
  return `${host.toLowerCase().replace(/^www\.|:80$|:443$/g, "")}${path ? `/${path}` : ""}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function countAddresses(instruments: readonly PreparedInstrument[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { addresses } of instruments) for (const address of new Set(addresses.map((source) => source.address))) counts.set(address, (counts.get(address) ?? 0) + 1);
  return counts;
}

// ---------------------------------------------------------------------------------------------------------------- title words

/** Phrases and words of several languages that mean one thing where a policy is named. Written without accents, longest first. */
const concepts: readonly [concept: string, spellings: string][] = [
  ["foss", "free and open source software|free and open-source software|free/libre and open source software|open source software|open-source software|free software|open source code|open source|open-source|software libre|software livre|logiciels? libres?|codigo abierto|codigo aberto|codigo fuente abierto|software de fonte aberta|phan mem ma nguon mo|phan mem nguon mo|ma nguon mo|oppen kallkod|software aperto|open software|perisian sumber terbuka|floss|foss|oss|sca|오픈소스|공개sw|オープンソース|オープン・ソース・ソフトウェア|开源|開源"],
  ["publicsoftware", "public software|software publico|software pubblico|logiciel public|public code"],
  ["openstandard", "open standards?|estandares abiertos|normas abertas|padroes abertos|standards? ouverts?|offene standards|apna standarder"],
  ["sourcecode", "source codes?|codigo fuente|codigo-fonte|codigo fonte|codes? sources?|codice sorgente|quellcode|quelltext|broncode|software code|source code of software"],
  ["egovernment", "e-government|egovernment|electronic government|electronic governance|e-governance|gobierno electronico|governo eletronico|administration electronique|elektronische verwaltung|elektronnoto upravlenie|електронното управление"],
  ["digital", "digital(?:e|es|is|iza?tion|ization|isation)?|numerique"],
  ["administration", "public administrations?|administracion publica|administracao publica|administrations? publiques?|pubbliche amministrazioni|pubblica amministrazione|bundesverwaltung|federal administration|administrations?|administracion|administracao"],
  ["government", "governments?|gobiernos?|governos?|gouvernements?|governo|regering|state|estado|etat|estatal"],
  ["law", "law|ley|lei|loi|legge|act|gesetz|zakon|закон|wet|lag|riigivaraseadus"],
  ["decree", "decree|decreto|decret|dekret|decree-law"],
  ["policy", "policy|policies|politicas?|politique|politik|beleid|mediniyut"],
  ["strategy", "strategy|strategies|strategic|estrategias?|estrategica|estrategia|strategie|strategien|strategische|stratégie"],
  ["plan", "plan|plans|plano|planes|piano|masterplan|roadmap|hoja de ruta"],
  ["guideline", "guidelines?|guides?|guidance|guias?|linee guida|lignes directrices|leitlinien|leitfaden|praxisleitfaden|richtlinjer?|riktlinjer?|vejledning|lineamientos|directrices|instructions"],
  ["framework", "framework|marco|cadre|quadro|esquema|scheme|referentiel"],
  ["interoperability", "interoperability|interoperabilidad|interoperabilidade|interoperabilite|interoperabel|interoperable|interoperabilita"],
  ["code", "code|codigo|codice"],
  ["agreement", "agreement|acuerdo|accord|acordo"],
  ["resolution", "resolution|resolucion|resolucao"],
  ["ordinance", "ordinance|portaria"],
  ["circular", "circular|circulaire|thong tu|surat edaran|memorandum|memo"],
  ["directive", "directives?|directiva|direttiva|chi thi|weisung"],
  ["regulation", "regulations?|reglamentos?|regulamento|reglement|regulating|regulates|reglamenta"],
  ["reuse", "re-use|reuse|reutilizacion|reutilizacao|reutilisation|riuso|wiederverwendung|hergebruik"],
  ["acquisition", "acquisition|acquiring|adquisicion|aquisicao|acquisizione|achat|procurement|purchase|contrataciones"],
  ["contribution", "contribution|contributing|contribucion|contribuicao"],
  ["body", "agency|agencies|bodies|organi[sz]ations?|organismos?|organos?|entities|entidades|co quan|to chuc|institutions|instituciones|organy|instances"],
  ["publish", "publishing|publication|publicacion|releasing|release|liberacion|vrijgeven"],
  ["licence", "licen[cs]es?|licen[cs]ing|licencias?|licencas?|licenciamiento|lizenz"],
  ["implementation", "implementation|implementacion|implementacao|implementing"],
  ["development", "development|desarrollo|desenvolvimento|developpement|utveckling|developing"],
  ["use", "use|uso|using|utilisation|utilization|utilizing|einsatz|usage|adoption|adopcion|utilizacion|pemanfaatan"],
  ["promotion", "promotion|promoting|promocion|promote|foerderung|forderung|진흥법|진흥"],
  ["software", "software|softwares|소프트웨어|programvara|phan mem|perangkat lunak|aplicaciones"],
  ["application", "applications?"],
  ["platform", "platform|plataforma|plateforme|plattform|平臺|portal|exchange"],
  ["knowledge", "knowledge|conocimientos?|conhecimento"],
  ["economy", "economy|economia"],
  ["republic", "republic|republica|republique"],
  ["security", "security|secure|seguridad|seguranca|securite|sicherheit"],
  ["information", "information|informacion|informacao|informatics|informatica|informatique"],
  ["data", "data|datos|dados|donnees?|daten"],
  ["algorithm", "algorithms?|algoritmos?|algorithmes?"],
  ["artificialintelligence", "artificial intelligence|inteligencia artificial|ai|ia"],
  ["property", "property|propiedad|assets?|patrimonio"],
  ["technology", "technology|technologies|technological|tecnologia|tecnologias|ict|icts|tic|tics|it"],
  ["electronic", "electronic|electronicos?|elektronischer?|eletronico"],
  ["format", "formats?|formatos?"],
  ["practice", "practices?|practicas|praticas"],
  ["good", "good|best|buenas"],
  ["sovereignty", "sovereignty|soberania|souverainete|souveranitat"],
  ["economysocial", "social"],
];

const stopWords = new Set(
  ("a an the of for in on to and or by with from at as its their this that de del la las el los y e o u da do das dos em para por con que se un una uno le les du des et aux au en relative relatif relatives " +
    "sur pour dans il lo gli di dei delle della per su der die das und zur zum des fur ueber uber von im mit och av om i over het een van voor " +
    "no nr n no nro num number art arts article articles section sections abs version draft v text texto testo issuing approve approves approval establishes provides other provisions").split(" "),
);

const conceptPatterns = concepts.map(([concept, spellings]) => {
  const alternatives = spellings.split("|").sort((a, b) => b.length - a.length).join("|");
  return [concept, new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, "gu")] as const;
});
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The words of a title that can tell it from others: accents, plurals and languages folded, numbers and years left to their own comparison. */
export function wordsOf(title: string): string[] {
  let text = title.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFKC").toLowerCase().replaceAll("đ", "d").replaceAll("ß", "ss").replace(/[’'`´‐‑]/gu, (sign) => (sign === "‐" || sign === "‑" ? "-" : " "));
  for (const [concept, pattern] of conceptPatterns) text = text.replace(pattern, ` ${concept} `);
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1 && !stopWords.has(word) && !/\d/.test(word)).map(singular);
  return [...new Set(words.flatMap((word) => (unspaced.test(word) ? pairsOf(word) : [word])))];
}

function singular(word: string): string {
  return word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Chinese and Japanese write no blanks: two signs at a time stand for words. */
function pairsOf(word: string): string[] {
  const signs = [...word];
  return signs.length < 2 ? signs : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
}

/** Words that titles carry or leave out as they please. */
const fillers = new Set(["government", "national", "public", "federal", "central", "official", "body", "ministry", "department"]);

/** The name of the place says nothing: every claim and every instrument compared here is of that place. */
function withoutPlace(words: readonly string[], jurisdiction: string): string[] {
  const name = placeWords(jurisdiction.slice(0, 2));
  return words.filter((word) => !name.some((part) => word === part || (part.length >= 5 && word.startsWith(part.slice(0, Math.max(5, part.length - 2))))));
}

const placeNames = new Intl.DisplayNames(["en"], { type: "region" });

function placeWords(code: string): string[] {
  const name = code === "EU" ? "european union commission" : code === "UN" ? "united nations" : /^[A-Z]{2}$/.test(code) ? (placeNames.of(code) ?? "") : "";
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().split(/[^a-z]+/).filter((word) => word.length > 3);
}

type Weights = (word: string) => number;

/** Words that every other title has say little; those of one jurisdiction's every title say nothing. */
function rarity(instruments: readonly PreparedInstrument[]): Weights {
  const counts = new Map<string, number>();
  for (const { texts } of instruments) for (const word of new Set(texts.flat())) counts.set(word, (counts.get(word) ?? 0) + 1);
  const all = Math.max(instruments.length, 20);
  return (word) => (fillers.has(word) ? 0.06 : Math.max(0.25, Math.log((all + 1) / ((counts.get(word) ?? 0) + 1)) / Math.log(all + 1)));
}

/** 0 to 1: how much of each of two titles the other covers, by weight; near spellings count for most of a word. */
function titleLikeness(a: readonly string[], b: readonly string[], weightOf: Weights): { score: number; common: string[] } {
  if (a.length === 0 || b.length === 0) return { score: 0, common: [] };
  const common: string[] = [];
  let shared = 0;
  for (const word of a) {
    const nearness = b.includes(word) ? 1 : Math.max(0, ...b.map((other) => spellingLikeness(word, other)));
    if (nearness > 0) {
      shared += nearness * weightOf(word);
      common.push(word);
    }
  }
  const weigh = (words: readonly string[]) => words.reduce((sum, word) => sum + weightOf(word), 0);
  const [inA, inB] = [Math.min(1, shared / weigh(a)), Math.min(1, shared / weigh(b))];
  const whole = inA > 0.95 && a.length >= 3 ? 0.62 : 0.45;
  const score = (1 - whole) * Math.min(inA, inB) + whole * Math.max(inA, inB);
  const substance = 1 - Math.exp(-shared / 0.55);
  return { score: score * substance, common };
}

function spellingLikeness(a: string, b: string): number {
  if (a.length < 6 || b.length < 6 || unspaced.test(a)) return 0;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return same >= 6 && same / long.length >= 0.7 ? 0.8 : 0;
}

// ------------------------------------------------------------------------------------------------------------------- weighing

interface Evidence {
  strength: number;
  reason: string;
}

function compare(asked: PreparedClaim, instrument: PreparedInstrument, weightOf: Weights, shared: Map<string, number>): Candidate {
  const numbers = numberEvidence(asked, instrument);
  const address = addressEvidence(asked, instrument, shared);
  const title = titleEvidence(asked, instrument, weightOf);
  const evidence = [numbers.found, address, title].filter((one): one is Evidence => one !== undefined).sort((a, b) => b.strength - a.strength);
  const doubts = [numbers.contrary, yearDoubt(asked, instrument, numbers.found), formDoubt(asked, instrument, evidence), kindDoubt(asked, instrument, evidence), placeDoubt(asked, instrument)].filter((one): one is Evidence => one !== undefined);
  const agreeing = yearAgreement(asked, instrument, evidence);
  const supported = 1 - [...evidence, ...(agreeing ? [agreeing] : [])].reduce((rest, { strength }) => rest * (1 - strength), 1);
  const score = doubts.reduce((value, { strength }) => value * strength, supported);
  return { instrument: instrument.id, score: Math.round(score * 100) / 100, reasons: [...evidence, ...(agreeing ? [agreeing] : []), ...doubts].map(({ reason }) => reason) };
}

function numberEvidence(asked: PreparedClaim, instrument: PreparedInstrument): { found?: Evidence; contrary?: Evidence } {
  const year = asked.claim.flags.includes("displaced-year") ? undefined : asked.claim.years[0];
  let best: Evidence | undefined;
  for (const [numbers, trust] of [[asked.numbers, 1], [asked.addressNumbers, 0.8]] as const) {
    for (const mine of numbers) {
      for (const theirs of instrument.numbers) {
        const strength = trust * numberLikeness(mine, theirs, year);
        if (strength > (best?.strength ?? 0)) {
          const mention = mine.mentioned || theirs.mentioned ? ", which one of them only mentions" : "";
          best = { strength, reason: `number ${mine.number}${theirs.year ? ` of ${theirs.year}` : ""}${mention}` };
        }
      }
    }
  }
  if (best) return { found: best };
  const own = (numbers: readonly DocumentNumber[]) => numbers.filter(({ mentioned, number }) => !mentioned && !/^\d+-\d+-\d+$/.test(number));
  const another = own(asked.numbers).find((mine) => mine.kind && own(instrument.numbers).some((theirs) => theirs.kind === mine.kind));
  if (another) return { contrary: { strength: 0.35, reason: `another ${another.kind} by its number (${another.number})` } };
  if (own(asked.numbers).length > 0 && own(instrument.numbers).length > 0) return { contrary: { strength: 0.5, reason: "no number in common" } };
  return asked.addressNumbers.length > 0 && instrument.numbers.length > 0 ? { contrary: { strength: 0.85, reason: "its address carries another number" } } : {};
}

/** 0 where the numbers differ; a short number says little without its year or its kind. */
function numberLikeness(mine: DocumentNumber, theirs: DocumentNumber, reportedYear: number | undefined): number {
  if (mine.number !== theirs.number) return 0;
  if (mine.year && theirs.year && mine.year !== theirs.year) return 0;
  const sameYear = theirs.year !== undefined && (mine.year ?? reportedYear) === theirs.year;
  if (mine.kind && theirs.kind && mine.kind !== theirs.kind && !sameYear) return 0;
  if (mine.mentioned || theirs.mentioned) return 0.2;
  const telling = /\D/.test(mine.number) || mine.number.length >= 4;
  if (telling) return sameYear ? 0.95 : 0.9;
  if (sameYear && (mine.year !== undefined || mine.kind === theirs.kind)) return 0.9;
  if (mine.kind !== undefined && mine.kind === theirs.kind) return mine.number.length >= 2 ? 0.7 : 0.4;
  return mine.number.length === 3 ? 0.6 : 0.2;
}

function addressEvidence(asked: PreparedClaim, instrument: PreparedInstrument, shared: Map<string, number>): Evidence | undefined {
  let best: Evidence | undefined;
  const better = (strength: number, reason: string) => { if (!best || strength > best.strength) best = { strength, reason }; };
  for (const mine of asked.addresses) {
    for (const { address: theirs, own } of instrument.addresses) {
      const depth = theirs.split("/").length;
      if (mine === theirs) better(depth < 2 ? 0.4 : (shared.get(theirs) ?? 1) > 2 ? 0.45 : own ? 0.85 : 0.65, `same address ${mine}`);
      else if (!own) continue;
      else if (depth >= 3 && mine.startsWith(`${theirs}/`)) better(0.55, `address under ${theirs}`);
      else if (mine.split("/").length >= 3 && theirs.startsWith(`${mine}/`)) better(0.5, `address above ${theirs}`);
      else if (sameRepository(mine, theirs)) better(0.45, `same repository ${repositoryOf(mine)}`);
      else if (sameFile(mine, theirs)) better(0.6, `same file name ${theirs.split("/").at(-1)}`);
    }
  }
  return best;
}

function repositoryOf(address: string): string | undefined {
  return /^(?:github\.com|gitlab\.com)\/[^/]+\/[^/]+/.exec(address)?.[0]?.toLowerCase();
}

function sameRepository(a: string, b: string): boolean {
  const repository = repositoryOf(a);
  return repository !== undefined && repository === repositoryOf(b);
}

/** A file of a telling name kept in two places. */
function sameFile(a: string, b: string): boolean {
  const [one = "", other = ""] = [a, b].map((address) => (address.split("/").at(-1) ?? "").toLowerCase().replace(/\.(pdf|docx?|html?|aspx?|md)$/, "").replace(/[^\p{L}\p{N}]+/gu, "-"));
  return one === other && one.length >= 12 && /\p{L}{3}/u.test(one) && !/^(index|default|texto|document|download)/.test(one);
}

function titleEvidence(asked: PreparedClaim, instrument: PreparedInstrument, weightOf: Weights): Evidence | undefined {
  let best = { score: 0, common: [] as string[] };
  for (const mine of asked.texts) {
    for (const theirs of instrument.texts) {
      const likeness = titleLikeness(mine, theirs, weightOf);
      if (likeness.score > best.score) best = likeness;
    }
  }
  return best.score < 0.15 ? undefined : { strength: 0.9 * best.score, reason: `title words: ${best.common.slice(0, 8).join(" ")}` };
}

function yearAgreement(asked: PreparedClaim, instrument: PreparedInstrument, evidence: readonly Evidence[]): Evidence | undefined {
  if (evidence.length === 0) return undefined;
  const same = asked.years.find((year) => instrument.years.includes(year));
  return same === undefined ? undefined : { strength: 0.12, reason: `year ${same}` };
}

function yearDoubt(asked: PreparedClaim, instrument: PreparedInstrument, number: Evidence | undefined): Evidence | undefined {
  if (number || asked.years.length === 0 || instrument.years.length === 0) return undefined;
  const named = asked.titleYears.length > 0 && instrument.titleYears.length > 0;
  if (named && !asked.titleYears.some((year) => instrument.titleYears.some((other) => Math.abs(year - other) <= 1))) {
    return { strength: 0.55, reason: `another time: ${asked.titleYears.join("–")}, not ${instrument.titleYears.join("–")}` };
  }
  const distance = Math.min(...asked.years.flatMap((year) => instrument.years.map((other) => Math.abs(year - other))));
  if (distance <= 1) return undefined;
  return { strength: distance <= 3 ? 0.92 : 0.75, reason: `${distance} years apart` };
}

const living = new Set(["adopted", "in-force", "partly-lapsed", "dormant", "lapsed", "replaced", "repealed"]);

/** A bill that failed is not the law; an event is not a text. */
function kindDoubt({ claim }: PreparedClaim, instrument: PreparedInstrument, evidence: readonly Evidence[]): Evidence | undefined {
  if ((evidence[0]?.strength ?? 0) >= 0.85) return undefined;
  if (claim.status === "Failed" && living.has(instrument.status)) return { strength: 0.6, reason: "the collection says it failed" };
  if (claim.kind === "Support") return { strength: 0.75, reason: "the collection calls it support, such as an event or a statement" };
  return undefined;
}

const forms = ["law", "decree", "resolution", "ordinance", "circular", "directive", "strategy", "plan", "guideline", "policy", "whitepaper", "playbook", "form", "report"];

/** A strategy is not the act of the same subject. */
function formDoubt(asked: PreparedClaim, instrument: PreparedInstrument, evidence: readonly Evidence[]): Evidence | undefined {
  if ((evidence[0]?.strength ?? 0) >= 0.85) return undefined;
  const [mine, theirs] = [asked.texts, instrument.texts].map((texts) => forms.filter((form) => texts.some((words) => words.includes(form)))) as [string[], string[]];
  return mine.length > 0 && theirs.length > 0 && !mine.some((form) => theirs.includes(form)) ? { strength: 0.75, reason: `a ${mine[0]}, not a ${theirs[0]}` } : undefined;
}

function placeDoubt({ claim }: PreparedClaim, instrument: PreparedInstrument): Evidence | undefined {
  return instrument.jurisdiction === claim.jurisdiction ? undefined : { strength: 0.8, reason: `issued by a part of ${claim.jurisdiction}: ${instrument.jurisdiction}` };
}

import type { Claim } from "./claim.ts";
import { comparableAddress } from "./claim-address.ts";
import { type DocumentNumber, documentNumbers, numbersInAddress, yearsNamed } from "./claim-document-number.ts";
import { rarity, titleLikeness, type Weights, withoutPlace, wordsOf } from "./claim-title-words.ts";
import type { Instrument } from "./instrument.ts";

/** What the matcher looks at in an instrument; a whole Instrument will do. */
export type MatchableInstrument = Pick<Instrument, "id" | "jurisdiction" | "titles" | "type" | "dates" | "statuses" | "sources">;

export interface Candidate {
  instrument: string;
  /** 0 to 1: how sure the matcher is. Only a reader's verdict makes it a link. */
  score: number;
  /** for the reader who decides, the strongest first */
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
    texts: variants(claim.title)
      .map((text) => withoutPlace(wordsOf(text), claim.jurisdiction))
      .filter((words) => words.length > 0),
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
    texts: titles
      .flatMap(variants)
      .map((text) => withoutPlace(wordsOf(text), instrument.jurisdiction))
      .filter((words) => words.length > 0),
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

function countAddresses(instruments: readonly PreparedInstrument[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { addresses } of instruments)
    for (const address of new Set(addresses.map((source) => source.address))) counts.set(address, (counts.get(address) ?? 0) + 1);
  return counts;
}

interface Evidence {
  strength: number;
  reason: string;
}

function compare(asked: PreparedClaim, instrument: PreparedInstrument, weightOf: Weights, shared: Map<string, number>): Candidate {
  const numbers = numberEvidence(asked, instrument);
  const address = addressEvidence(asked, instrument, shared);
  const title = titleEvidence(asked, instrument, weightOf);
  const evidence = [numbers.found, address, title]
    .filter((one): one is Evidence => one !== undefined)
    .sort((a, b) => b.strength - a.strength);
  const doubts = [
    numbers.contrary,
    yearDoubt(asked, instrument, numbers.found),
    formDoubt(asked, instrument, evidence),
    kindDoubt(asked, instrument, evidence),
    placeDoubt(asked, instrument),
  ].filter((one): one is Evidence => one !== undefined);
  const agreeing = yearAgreement(asked, instrument, evidence);
  const supported = 1 - [...evidence, ...(agreeing ? [agreeing] : [])].reduce((rest, { strength }) => rest * (1 - strength), 1);
  const score = doubts.reduce((value, { strength }) => value * strength, supported);
  return {
    instrument: instrument.id,
    score: Math.round(score * 100) / 100,
    reasons: [...evidence, ...(agreeing ? [agreeing] : []), ...doubts].map(({ reason }) => reason),
  };
}

function numberEvidence(asked: PreparedClaim, instrument: PreparedInstrument): { found?: Evidence; contrary?: Evidence } {
  const year = asked.claim.flags.includes("displaced-year") ? undefined : asked.claim.years[0];
  let best: Evidence | undefined;
  for (const [numbers, trust] of [
    [asked.numbers, 1],
    [asked.addressNumbers, 0.8],
  ] as const) {
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
  const own = (numbers: readonly DocumentNumber[]) =>
    numbers.filter(({ mentioned, number }) => !mentioned && !/^\d+-\d+-\d+$/.test(number));
  const another = own(asked.numbers).find((mine) => mine.kind && own(instrument.numbers).some((theirs) => theirs.kind === mine.kind));
  if (another) return { contrary: { strength: 0.35, reason: `another ${another.kind} by its number (${another.number})` } };
  if (own(asked.numbers).length > 0 && own(instrument.numbers).length > 0)
    return { contrary: { strength: 0.5, reason: "no number in common" } };
  return asked.addressNumbers.length > 0 && instrument.numbers.length > 0
    ? { contrary: { strength: 0.85, reason: "its address carries another number" } }
    : {};
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
  const better = (strength: number, reason: string) => {
    if (!best || strength > best.strength) best = { strength, reason };
  };
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
  const [one = "", other = ""] = [a, b].map((address) =>
    (address.split("/").at(-1) ?? "")
      .toLowerCase()
      .replace(/\.(pdf|docx?|html?|aspx?|md)$/, "")
      .replace(/[^\p{L}\p{N}]+/gu, "-"),
  );
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

const forms = [
  "law",
  "decree",
  "resolution",
  "ordinance",
  "circular",
  "directive",
  "strategy",
  "plan",
  "guideline",
  "policy",
  "whitepaper",
  "playbook",
  "form",
  "report",
];

/** A strategy is not the act of the same subject. */
function formDoubt(asked: PreparedClaim, instrument: PreparedInstrument, evidence: readonly Evidence[]): Evidence | undefined {
  if ((evidence[0]?.strength ?? 0) >= 0.85) return undefined;
  const [mine, theirs] = [asked.texts, instrument.texts].map((texts) =>
    forms.filter((form) => texts.some((words) => words.includes(form))),
  ) as [string[], string[]];
  return mine.length > 0 && theirs.length > 0 && !mine.some((form) => theirs.includes(form))
    ? { strength: 0.75, reason: `a ${mine[0]}, not a ${theirs[0]}` }
    : undefined;
}

function placeDoubt({ claim }: PreparedClaim, instrument: PreparedInstrument): Evidence | undefined {
  return instrument.jurisdiction === claim.jurisdiction
    ? undefined
    : { strength: 0.8, reason: `issued by a part of ${claim.jurisdiction}: ${instrument.jurisdiction}` };
}

import { boughtUnder, isOfTechnology } from "./codes.ts";
import type { NoticeCode } from "./notice.ts";
import type { Span } from "./terms.ts";

/** One decision with the place that decides it. */
export interface Decided<P> {
  software: boolean;
  basis: "code" | "words" | "none";
  place?: P;
}

export interface Signs<P> {
  codes: readonly NoticeCode[];
  placeOfCode(code: NoticeCode): P;
  /** A word in the title that says software, one that only may, one that says other goods, works or people before them. */
  titleSays?: P | undefined;
  titleMaySay?: P | undefined;
  titleSaysOther?: P | undefined;
  /** A word that says software only beside a code of its family: "system". */
  titleHints?: P | undefined;
  /** Words of software, of its making and of open source in the texts: the first, and how many. */
  textSays?: P | undefined;
  times: number;
  textLength: number;
  /** The notice's language is one whose words we list. */
  readable: boolean;
}

/**
 * What each sign weighs. Buyers choose codes carelessly, so that a title overrules a code, and a code alone overrules a text that
 * speaks of software in passing; the terms of any contract do.
 */
const WEIGHT = {
  softwareCode: 4,
  goodsOrWorksCode: -3,
  otherServiceCode: -2,
  mostItemsSoftware: 2,
  oneItemSoftware: 1,
  titleSays: 5,
  titleMaySay: 5,
  titleHints: 1,
  titleHintsUnderCode: 2,
  titleSaysOther: -8,
  denseText: 3,
  speakingText: 2,
  aWordInText: 1,
  silentText: -1,
} as const;
const ENOUGH = 3;

/** Characters of text for one word of software, at most. */
const DENSE = 1000;
const SPEAKING = 3000;
/** Where no code tells what is bought, its documents are read whole, and they are long. */
const SPEAKING_DOCUMENT = 5000;
const LONG_TEXT = 1500;
/** A sentence or two: one word of software is not said in passing there. */
const SHORT_TEXT = 400;

/**
 * Whether software, or work on it, is bought: the sum of what main code, other codes, title and texts weigh.
 * @example a title "Payroll software" under CPV 79000000: 5 - 2 ≥ 3 → software, by words
 */
export function decideSoftware<P>(signs: Signs<P>): Decided<P> {
  const { codes, placeOfCode, titleSays, titleMaySay, titleSaysOther, titleHints, textSays } = signs;
  const main = codes.find((code) => code.rank === "main");
  const items = codes.filter((code) => code.rank === "item" && code.id !== main?.id);
  const ofSoftware = main && leaning(main) >= WEIGHT.softwareCode ? main : items.find((code) => boughtUnder(code) === "software");
  const byCodes = main && leaning(main) >= WEIGHT.softwareCode ? WEIGHT.softwareCode : (main ? leaning(main) : 0) + weightOfItems(items);
  const total = byCodes + weightOfTitle(signs, byCodes > 0) + weightOfTexts(signs, main);
  const words = titleSays ?? titleMaySay ?? titleHints ?? textSays;
  if (total >= ENOUGH) {
    if (ofSoftware && (byCodes >= ENOUGH || words === undefined)) return { software: true, basis: "code", place: placeOfCode(ofSoftware) };
    return { software: true, basis: "words", ...(words !== undefined && { place: words }) };
  }
  if (titleSaysOther !== undefined) return { software: false, basis: "words", place: titleSaysOther };
  if (main && boughtUnder(main) === "other") return { software: false, basis: "code", place: placeOfCode(main) };
  return { software: false, basis: main && leaning(main) >= WEIGHT.softwareCode ? "words" : "none" };
}

/** A code that words must decide leans as far as most notices under it go. */
function leaning(code: NoticeCode): number {
  const bought = boughtUnder(code);
  if (bought === "software") return WEIGHT.softwareCode;
  if (bought === "other") return goodsOrWorks.test(code.id) ? WEIGHT.goodsOrWorksCode : WEIGHT.otherServiceCode;
  return onMachines.test(code.id) ? 0 : onConsultancy.test(code.id) ? 2 : 1;
}

/** CPV for computers, networks, data services, supplies by Internet and managing projects: they speak of software in passing. */
const onMachines = /^(?:302|503|516|4882|721|72224|723[12][1-9]|724|727|7254|7291|7292)/;
const onConsultancy = /^7222/;
/** CPV's divisions 03 to 45: what is bought has a body, software comes with it. */
const goodsOrWorks = /^[0-4]/;

function weightOfItems(items: readonly NoticeCode[]): number {
  const software = items.filter((code) => boughtUnder(code) === "software").length;
  if (software === 0) return 0;
  return software * 2 > items.length ? WEIGHT.mostItemsSoftware : WEIGHT.oneItemSoftware;
}

function weightOfTitle<P>({ titleSays, titleMaySay, titleHints, titleSaysOther }: Signs<P>, underCode: boolean): number {
  if (titleSaysOther !== undefined) return WEIGHT.titleSaysOther;
  if (titleSays !== undefined) return WEIGHT.titleSays;
  if (titleMaySay !== undefined) return WEIGHT.titleMaySay;
  if (titleHints === undefined) return 0;
  return underCode ? WEIGHT.titleHintsUnderCode : WEIGHT.titleHints;
}

function weightOfTexts<P>(signs: Signs<P>, main: NoticeCode | undefined): number {
  const { times, textLength, readable, codes, titleSays, titleMaySay, titleHints } = signs;
  const silent = readable && textLength > LONG_TEXT && !main?.id.startsWith("48") && (titleSays ?? titleMaySay ?? titleHints) === undefined;
  if (times === 0) return silent ? WEIGHT.silentText : 0;
  if (codes.length === 0 && textLength <= SHORT_TEXT) return WEIGHT.denseText;
  if (times > 2 && times * DENSE >= textLength) return WEIGHT.denseText;
  if (codes.length === 0 && times > 3 && times * SPEAKING_DOCUMENT >= textLength) return WEIGHT.denseText;
  return times > 1 && times * SPEAKING >= textLength ? WEIGHT.speakingText : WEIGHT.aWordInText;
}

/** Words that make what follows an addition, not the head of a compound. */
const joins =
  /[,;:&+()/–]|(?<!\p{L})(?:and|with|for|of|incl\w*|und|mit|für|von|inkl\w*|et|avec|de|du|des|pour|y|con|para|e|com|per|della?|del|en|met|voor|van|i|oraz|wraz|z|dla|si|și|cu|pentru|och|og|med|för|for|til|ja|a|s|pro)(?!\p{L})/iu;

/** Whether other goods are what a title is about: "servers and software" are, a "laboratory information system" is not one of laboratories. */
export function isHead(title: string, other: Span, software: Span | undefined): boolean {
  if (!software || software.start < other.end) return true;
  return joins.test(title.slice(other.end, software.start));
}

/**
 * Whether a code could be one of information technology, or none says. Where not, and the title does not speak of it either, the texts
 * are not searched: most notices buy roads, food and care.
 */
export function mayBeTechnology(codes: readonly NoticeCode[]): boolean {
  return !codes.some((code) => code.rank === "main") || codes.some(isOfTechnology);
}

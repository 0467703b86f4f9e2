import type { Observation, Place } from "../../fact.ts";
import { Sighting } from "../sighting.ts";
import { brandsIn, type NamedBrand } from "./brands.ts";
import { boughtUnder, isDevelopment } from "./codes.ts";
import { tenderDefinitions } from "./definitions.ts";
import type { Notice, NoticeCode, NoticeText, Stated } from "./notice.ts";
import { exclusionsIn, openSourceIn } from "./open-source.ts";
import { decideSoftware, isHead, mayBeTechnology } from "./software.ts";
import type { Span } from "./terms.ts";
import { type FoundBy, findWords, hasWords, phraseFacts } from "./words.ts";

const READER = "tender 2";
const NO_TEXT = "the notice carries no description";
const NOT_SEARCHED = "neither codes nor title speak of information technology, so it was not read further";
const LONGEST_SPAN = 200;
const MOST_PLACES = 10;
const MOST_BRANDS = 100;
const MOST_CODES = 200;

/** Languages whose words of software are listed well enough for their absence to count. */
const listedLanguages: ReadonlySet<string> = new Set(["en", "fr", "es", "pt", "de", "it", "nl", "pl", "ro"]);

interface ReadText {
  from: NoticeText;
  found: FoundBy;
}

/** Facts that only a text can tell. */
const textFacts = [
  "customDevelopment", "brands", "equivalentAllowed", "brandWithoutEquivalent", "excludesOpenSource", "openSourceMention", ...phraseFacts,
]; // biome-ignore format: a list

/**
 * Whether the texts of a notice are searched: its codes or its title may speak of information technology, or it has no code that
 * tells what is bought.
 */
export function isSearched(notice: Notice): boolean {
  return mayBeTechnology(notice.codes) || notice.texts.some((text) => isTitleText(text) && hasWords(text.text, "atAGlance"));
}

/**
 * What one notice shows, and where. Pure.
 * @param everyText search the texts of all notices, also of those that buy roads
 */
export function observeNotice(notice: Notice, observedAt: string, everyText = false): Observation {
  if (!everyText && !isSearched(notice)) return observeUnsearched(notice, observedAt);
  const texts = readEach([...notice.texts.filter(isTitleText), ...notice.texts.filter((text) => !isTitleText(text))]);
  const sighting = new Sighting();
  seeParticulars(sighting, notice);
  seeSoftware(sighting, notice, texts);
  sighting.see("textLength", lengthOf(texts));
  if (texts.length > 0) seeWords(sighting, notice, texts);
  else for (const fact of textFacts) sighting.cannotSee(fact, NO_TEXT);
  const subject: Observation["subject"] = { kind: "tender", id: notice.id };
  if (notice.title) subject.name = notice.title.value;
  if (notice.address) subject.address = notice.address;
  return sighting.observation(subject, observedAt, READER);
}

const unread = Object.fromEntries(
  tenderDefinitions
    .map(({ name }) => name)
    .filter((name) => !["id", "title", "codes", "software", "softwareBasis"].includes(name))
    .map((name) => [name, NOT_SEARCHED]),
);
const unreadAndUntitled = { ...unread, title: "the notice has no title" };

/** The few facts of a notice that buys something else: by its main code, no other code and no title speaking of information technology. */
export function observeUnsearched(notice: Notice, observedAt: string): Observation {
  const { id, title, codes } = notice;
  const main = codes.find(({ rank }) => rank === "main");
  const facts: Observation["facts"] = { id, codes: main ? [`${main.scheme} ${main.id}`] : [], software: false, softwareBasis: "code" };
  const places: Observation["places"] = main ? { software: [{ ...placeAt(notice, main.at), text: main.id }] } : {};
  const subject: Observation["subject"] = { kind: "tender", id };
  if (title) {
    facts.title = title.value;
    places.title = [placeAt(notice, title.at)];
    subject.name = title.value;
  }
  return { subject, observedAt, reader: READER, facts, places, notObservable: title ? unread : unreadAndUntitled };
}

/** The main codes, then the others once each in their order. */
function writtenCodes(codes: readonly NoticeCode[]): string[] {
  const main = new Set<string>();
  const others = new Set<string>();
  for (const { scheme, id, rank } of codes) (rank === "main" ? main : others).add(`${scheme} ${id}`);
  for (const other of [...others].sort()) main.add(other);
  return [...main].slice(0, MOST_CODES);
}

function seeWords(sighting: Sighting, notice: Notice, texts: readonly ReadText[]): void {
  seeDevelopment(sighting, notice, texts);
  seeBrands(sighting, notice, texts);
  const asks = asksIn(texts);
  seeOpenSource(sighting, notice, asks.has("openSource") || asks.has("closedOnly") ? texts : []);
  for (const fact of phraseFacts) seePlaces(sighting, fact, asks.has(fact) ? placesOf(notice, texts, fact) : noPlaces);
}

function seeParticulars(sighting: Sighting, notice: Notice): void {
  const see = (fact: string, stated: Stated<string | number> | undefined, reason: string) => {
    if (stated) sighting.see(fact, stated.value, placeAt(notice, stated.at));
    else sighting.cannotSee(fact, reason);
  };
  sighting.see("id", notice.id);
  see("title", notice.title, "the notice has no title");
  see("buyer", notice.buyer, "the notice names no buyer");
  sighting.seeOr("buyers", notice.buyers, "the notice names no buyer");
  see("country", notice.country, "the notice does not say in which country the buyer is");
  see("language", notice.language, "the notice does not say its language");
  see("date", notice.date, "the notice has no date");
  see("stage", notice.stage, "the notice does not say which stage it tells of");
  see("method", notice.method, "the notice does not say how bidders are chosen");
  see("bidders", notice.bidders, notice.doubtfulBidders ?? "the notice does not say how many offers came in");
  see("value.amount", notice.amount, "the notice gives no value");
  see("value.currency", notice.currency, "the notice gives no currency");
  sighting.see("documents", notice.documents);
  sighting.see("codes", writtenCodes(notice.codes), ...notice.codes.slice(0, MOST_PLACES).map(({ at }) => placeAt(notice, at)));
}

/** Lots often repeat the description word for word; a text is searched once and keeps its first place. */
function readEach(texts: readonly NoticeText[]): ReadText[] {
  const seen: Seen = new Map();
  const read: ReadText[] = [];
  for (const from of texts) if (isNew(from.text, seen)) read.push({ from, found: findWords(from.text, "anywhere") });
  return read;
}

/** By their length: the text, or where there are several the texts. */
type Seen = Map<number, string | Set<string>>;

/** A set reads each text through to make its hash, so that only texts of one length are put into one. */
function isNew(text: string, seen: Seen): boolean {
  const alike = seen.get(text.length);
  if (alike === undefined) seen.set(text.length, text);
  else if (typeof alike !== "string") return alike.size < alike.add(text).size;
  else if (alike === text) return false;
  else seen.set(text.length, new Set([alike, text]));
  return true;
}

const lengthOf = (texts: readonly ReadText[]): number => {
  let length = 0;
  for (const { from } of texts) length += from.text.length;
  return length;
};

function seeSoftware(sighting: Sighting, notice: Notice, texts: readonly ReadText[]): void {
  const others = texts.filter((text) => !isTitle(text));
  const inTexts = wordsOfSoftware(others);
  const ofSoftware = texts.some(({ found }) => found.softwareInText) || notice.codes.some((code) => boughtUnder(code) === "software");
  const { software, basis, place } = decideSoftware<Place>({
    codes: notice.codes,
    placeOfCode: (code) => ({ ...placeAt(notice, code.at), text: code.id }),
    ...titleSigns(notice, texts.filter(isTitle)),
    textSays: inTexts.first && spanOf(notice, inTexts.first.from, inTexts.first.hit),
    times: ofSoftware ? inTexts.times : Math.min(inTexts.times, 1),
    textLength: lengthOf(others),
    readable: listedLanguages.has(notice.language?.value.slice(0, 2) ?? ""),
  });
  if (basis === "none" && texts.length === 0) {
    for (const fact of ["software", "softwareBasis"]) sighting.cannotSee(fact, `${NO_TEXT} and no code that decides`);
    return;
  }
  sighting.see("software", software, ...(place ? [place] : []));
  sighting.see("softwareBasis", basis);
}

/** The first of the words that speak of software, of its making or of open source, in this order, and how many there are. */
function wordsOfSoftware(texts: readonly ReadText[]): { first?: { from: NoticeText; hit: Span }; times: number } {
  const words: ReturnType<typeof wordsOfSoftware> = { times: 0 };
  for (const hitsOf of [softwareIn, developmentIn, openSourceIn])
    for (const { from, found } of texts) {
      const hits = hitsOf(found);
      const hit = hits[0];
      if (!hit) continue;
      words.first ??= { from, hit };
      words.times += hits.length;
    }
  return words;
}

const none: readonly Span[] = [];
const softwareIn = (found: FoundBy): readonly Span[] => found.softwareInText ?? none;
const developmentIn = (found: FoundBy): readonly Span[] => found.development ?? none;

const isTitleText = ({ field }: NoticeText): boolean => field === "title";
const isTitle = ({ from }: ReadText): boolean => isTitleText(from);

interface TitleSigns {
  titleSays?: Place;
  titleMaySay?: Place;
  titleSaysOther?: Place;
  titleHints?: Place;
}

/** "Servers and software" buys servers; "Software for servers" software. */
function titleSigns(notice: Notice, titles: readonly ReadText[]): TitleSigns {
  const signs: TitleSigns = {};
  for (const { from, found } of titles) {
    const { softwareInTitle, otherGoods, hintInTitle } = findWords(from.text, "inTitle");
    const saidBefore = signs.titleSays ?? signs.titleMaySay;
    const [says, maySay, other] = [found.softwareInText?.[0], softwareInTitle?.[0], otherGoods?.[0]];
    if (says) signs.titleSays ??= spanOf(notice, from, says);
    if (hintInTitle?.[0]) signs.titleHints ??= spanOf(notice, from, hintInTitle[0]);
    if (maySay) signs.titleMaySay ??= spanOf(notice, from, maySay);
    const [first] = [says, maySay].flatMap((hit) => hit ?? []).sort((one, another) => one.start - another.start);
    const head = other && (first ? other.start <= first.start : true) && isHead(from.text, other, first ?? hintInTitle?.at(-1));
    if (other && head && !saidBefore) signs.titleSaysOther ??= spanOf(notice, from, other);
  }
  return signs;
}

function seeDevelopment(sighting: Sighting, notice: Notice, texts: readonly ReadText[]): void {
  const codes = notice.codes.filter(isDevelopment).map((code) => ({ ...placeAt(notice, code.at), text: code.id }));
  seePlaces(sighting, "customDevelopment", [...codes, ...placesOf(notice, texts, "development")]);
}

interface Brand extends Omit<NamedBrand, "equivalent" | keyof Span> {
  field: string;
  places: Place[];
  /** Where "or equivalent" stands. */
  opened?: Place | undefined;
}

function seeBrands(sighting: Sighting, notice: Notice, texts: readonly ReadText[]): void {
  const byName = new Map<string, Brand>();
  for (const { from, found } of texts)
    for (const named of brandsIn(from.text, found, notice.buyer?.value)) {
      const { name, kind, equivalent } = named;
      const brand = byName.get(name) ?? { name, kind, field: from.field, places: [] };
      if (brand.places.length < MOST_PLACES) brand.places.push(spanOf(notice, from, named));
      if (equivalent) brand.opened ??= spanOf(notice, from, equivalent);
      byName.set(name, brand);
    }
  if (byName.size === 0) {
    sighting.see("brands", []);
    sighting.see("equivalentAllowed", null);
    sighting.see("brandWithoutEquivalent", false);
    return;
  }
  const brands = [...byName.values()].slice(0, MOST_BRANDS);
  const everywhere = placesOf(notice, texts, "equivalentEverywhere")[0];
  for (const brand of brands) brand.opened ??= everywhere;
  const opened = brands.flatMap((brand) => brand.opened ?? []);
  const closed = brands.filter((brand) => !brand.opened).flatMap(({ places }) => places.slice(0, 1));
  sighting.see(
    "brands",
    brands.map(({ name, kind, opened, field }) => ({ name, kind, equivalent: opened !== undefined, field })),
  );
  brands.forEach(({ places }, index) => {
    sighting.place(`brands[${index}]`, ...places);
  });
  sighting.see("equivalentAllowed", opened.length > 0, ...distinct(opened));
  sighting.see("brandWithoutEquivalent", closed.length > 0, ...closed.slice(0, MOST_PLACES));
}

function seeOpenSource(sighting: Sighting, notice: Notice, texts: readonly ReadText[]): void {
  const spans = (in_: (text: ReadText) => Span[]) => texts.flatMap((text) => in_(text).map((span) => spanOf(notice, text.from, span)));
  seePlaces(
    sighting,
    "openSourceMention",
    spans(({ found }) => openSourceIn(found)),
  );
  seePlaces(
    sighting,
    "excludesOpenSource",
    spans(({ from, found }) => exclusionsIn(from.text, found)),
  );
}

function seePlaces(sighting: Sighting, fact: string, places: readonly Place[]): void {
  if (places.length === 0) sighting.see(fact, false);
  else sighting.see(fact, true, ...places.slice(0, MOST_PLACES));
}

const noPlaces: readonly Place[] = [];

function placesOf(notice: Notice, texts: readonly ReadText[], ask: keyof FoundBy): Place[] {
  const places: Place[] = [];
  for (const { from, found } of texts) for (const hit of found[ask] ?? []) places.push(spanOf(notice, from, hit));
  return places;
}

/** Of most notices most phrases are nowhere. */
function asksIn(texts: readonly ReadText[]): Set<string> {
  const asks = new Set<string>();
  for (const { found } of texts) for (const ask in found) asks.add(ask);
  return asks;
}

function spanOf(notice: Notice, from: NoticeText, { start, end }: Span): Place {
  const place = placeAt(notice, from.at);
  place.start = start;
  place.end = end;
  place.text = from.text.slice(start, Math.min(end, start + LONGEST_SPAN));
  return place;
}

function placeAt({ file, line, path }: Notice, at: string): Place {
  if (path === "xpath") return { file, xpath: at };
  return line === undefined ? { file, pointer: at } : { file, line, pointer: at };
}

const distinct = (places: readonly Place[]): Place[] =>
  [...new Map(places.map((place) => [JSON.stringify(place), place])).values()].slice(0, MOST_PLACES);

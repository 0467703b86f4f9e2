import type { Observation, Place } from "../../fact.ts";
import { readDay } from "../day.ts";
import { Sighting } from "../sighting.ts";
import { childrenOf, type Element, firstOf, type Narrative, nameOf, narrativesOf, plain } from "./element.ts";
import { repositoryLinks } from "./links.ts";
import { type Mentions, mentionsIn } from "./mentions.ts";
import { asFact, moneyOf } from "./money.ts";
import { organisationsOf } from "./organisations.ts";
import { digitalSectors } from "./words.ts";

const grantReader = "grant 1";

/** IATI codelist ActivityStatus. */
const statuses = ["pipeline", "implementation", "finalisation", "closed", "cancelled", "suspended"];

/** What one IATI activity says of itself. */
export function observeActivity(activity: Element, observedAt: string): Observation {
  const sighting = new Sighting();
  const id = plain(firstOf(activity, "iati-identifier")?.text, 200);
  const title = nameOf(firstOf(activity, "title"));
  sighting.seeOr("id", id, "the activity states no identifier", ...placesOf(activity, "iati-identifier"));
  sighting.seeOr("title", title, "the activity bears no title", ...placesOf(activity, "title"));
  seeHead(sighting, activity);
  seeSectors(sighting, activity);
  seeTexts(sighting, activity);
  seeOrganisations(sighting, activity);
  seeMoney(sighting, activity);
  const subject = { kind: "grant" as const, id: id ?? activity.xpath, ...(title && { name: title }) };
  return sighting.observation(subject, observedAt, grantReader);
}

const placesOf = (activity: Element, name: string): Place[] =>
  childrenOf(activity, name)
    .slice(0, 10)
    .map(({ xpath }) => ({ xpath }));

function seeHead(sighting: Sighting, activity: Element): void {
  const status = statuses[Number(firstOf(activity, "activity-status")?.attributes.code) - 1];
  sighting.seeOr("status", status, "the activity states no status of the codelist", ...placesOf(activity, "activity-status"));
  seeDate(sighting, activity, "start", [
    ["2", "start-actual"],
    ["1", "start-planned"],
  ]);
  seeDate(sighting, activity, "end", [
    ["4", "end-actual"],
    ["3", "end-planned"],
  ]);
  const updated = readDay(activity.attributes["last-updated-datetime"]);
  sighting.seeOr("updated", updated, "the activity does not state when it was last updated", {
    xpath: `${activity.xpath}/@last-updated-datetime`,
  });
  const transactions = childrenOf(activity, "transaction");
  for (const [fact, name] of [
    ["countries", "recipient-country"],
    ["regions", "recipient-region"],
  ] as const) {
    const elements = [...childrenOf(activity, name), ...transactions.flatMap((one) => childrenOf(one, name))];
    const codes = distinct(elements.flatMap(({ attributes }) => plain(attributes.code, 20)?.toUpperCase() ?? []));
    const places = elements.slice(0, 10).map(({ xpath }) => ({ xpath }));
    sighting.seeOr(fact, codes.length > 0 ? codes : undefined, `the activity names no ${name}`, ...places);
  }
}

/** What happened comes before what was planned. */
function seeDate(sighting: Sighting, activity: Element, fact: string, types: [code: string, word: string][]): void {
  const dates = childrenOf(activity, "activity-date");
  const stated = types.flatMap(([code, word]) =>
    dates.flatMap(({ attributes, xpath }) => {
      const day = attributes.type === code || attributes.type?.toLowerCase() === word ? readDay(attributes["iso-date"]?.trim()) : undefined;
      return day ? [{ day, xpath }] : [];
    }),
  );
  const [first] = stated;
  sighting.seeOr(fact, first?.day, `the activity states no day of its ${fact}`, ...(first ? [{ xpath: first.xpath }] : []));
}

const vocabularies: Readonly<Record<string, string>> = { DAC: "1", "DAC-3": "2" };

function sectorsOf(activity: Element): Element[] {
  return [...childrenOf(activity, "sector"), ...childrenOf(activity, "transaction").flatMap((one) => childrenOf(one, "sector"))];
}

const vocabularyOf = ({ attributes }: Element) => vocabularies[attributes.vocabulary ?? ""] ?? plain(attributes.vocabulary, 20) ?? "1";

function seeSectors(sighting: Sighting, activity: Element): void {
  const found = new Map<string, { value: { [name: string]: string }; place: Place }>();
  for (const sector of sectorsOf(activity)) {
    const code = plain(sector.attributes.code, 40);
    const vocabulary = vocabularyOf(sector);
    const name = nameOf(sector);
    const key = `${vocabulary} ${code}`;
    if (code && found.size < 100 && !found.has(key))
      found.set(key, { value: { vocabulary, code, ...(name && { name }) }, place: { xpath: sector.xpath } });
  }
  const all = [...found.values()];
  const sectors = all.length > 0 ? all.map(({ value }) => value) : undefined;
  sighting.seeOr("sectors", sectors, "the activity states no sector", ...all.slice(0, 10).map(({ place }) => place));
}

/** Every text that describes what is done; titles and descriptions apart, since those alone say what the activity is. */
function textsOf(activity: Element): { title: Narrative[]; description: Narrative[]; others: Narrative[] } {
  const of = (element: Element, ...names: string[]) => childrenOf(element, ...names).flatMap(narrativesOf);
  const documents = childrenOf(activity, "document-link").flatMap((one) => of(one, "title", "description"));
  const results = childrenOf(activity, "result").flatMap((one) =>
    [one, ...childrenOf(one, "indicator")].flatMap((part) => of(part, "title", "description")),
  );
  const conditions = childrenOf(activity, "conditions").flatMap((one) => of(one, "condition"));
  return {
    title: of(activity, "title"),
    description: of(activity, "description"),
    others: [...results, ...conditions, ...documents, ...of(activity, "tag")],
  };
}

function seeTexts(sighting: Sighting, activity: Element): void {
  const { title, description, others } = textsOf(activity);
  const texts = [...title, ...description, ...others];
  const own = activity.attributes["xml:lang"];
  const languages = distinct([...title, ...description].flatMap(({ language }) => language ?? own?.slice(0, 20) ?? []));
  sighting.seeOr("languages", languages.length > 0 ? languages : undefined, "the activity states the language of no text");
  sighting.see(
    "textLength",
    texts.reduce((sum, { text }) => sum + text.trim().length, 0),
  );
  const links = repositoryLinks(activity, texts);
  sighting.see("repositoryLink", links.length > 0, ...links.map(({ place }) => place));
  sighting.see(
    "repositories",
    links.map(({ address }) => address),
  );

  const said = { title: mentionsIn(title), description: mentionsIn(description), others: mentionsIn(others) };
  seeKind(sighting, activity, said, title.length + description.length > 0);
  for (const [fact, group] of [
    ["openSourceMention", "openSource"],
    ["digitalPublicGoodMention", "publicGood"],
    ["openLicenceCondition", "openLicence"],
  ] as const) {
    const places = [...said.title[group], ...said.description[group], ...said.others[group]];
    sighting.seeOr(fact, texts.length > 0 ? places.length > 0 : undefined, "the activity carries no text", ...places.slice(0, 20));
  }
}

/** Digital by its sector, title or description, in this order; software by title or description. */
function seeKind(sighting: Sighting, activity: Element, said: { title: Mentions; description: Mentions }, described: boolean): void {
  const ofSector = sectorsOf(activity).flatMap((sector): Place[] => {
    const { code } = sector.attributes;
    if (vocabularyOf(sector) === "1" && code && digitalSectors.includes(code.trim()))
      return [{ xpath: `${sector.xpath}/@code`, text: code }];
    return mentionsIn(narrativesOf(sector)).digital;
  });
  const none = "the activity carries neither title nor description";
  const see = (fact: string, bases: [word: string, places: Place[]][]) => {
    const basis = bases.find(([, places]) => places.length > 0);
    const seen = described || basis !== undefined;
    const places = bases.flatMap(([, some]) => some).slice(0, 20);
    sighting.seeOr(fact, seen ? basis !== undefined : undefined, none, ...places);
    sighting.seeOr(`${fact}Basis`, seen ? (basis?.[0] ?? "none") : undefined, none, ...places);
  };
  see("digital", [
    ["sector", ofSector],
    ["title", said.title.digital],
    ["description", said.description.digital],
  ]);
  see("software", [
    ["title", said.title.software],
    ["description", said.description.software],
  ]);
}

function seeOrganisations(sighting: Sighting, activity: Element): void {
  const { reporting, ...others } = organisationsOf(activity);
  const where = reporting ? [{ xpath: reporting.xpath }] : [];
  sighting.seeOr("reportingOrganisation.ref", reporting?.ref, "the activity gives no reference of who reports it", ...where);
  sighting.seeOr("reportingOrganisation.name", reporting?.name, "the activity does not name who reports it", ...where);
  for (const [fact, list] of Object.entries(others))
    sighting.seeOr(fact, list.length > 0 ? list : undefined, `the activity names no ${fact}`);
}

function seeMoney(sighting: Sighting, activity: Element): void {
  const { amounts, budgetTotal, unread } = moneyOf(activity);
  const none = unread > 0 ? "no amount could be read with its day and currency" : "the activity states no amounts";
  sighting.seeOr("amounts", amounts.length > 0 ? asFact(amounts) : undefined, none);
  amounts.forEach(({ places }, index) => {
    sighting.place(`amounts[${index}]`, ...places);
  });
  sighting.seeOr("budgetTotal", budgetTotal, "the activity states no budget", ...placesOf(activity, "budget"));
  sighting.see("amountsUnread", unread);
}

const distinct = (list: readonly string[]) => [...new Set(list)].slice(0, 300);

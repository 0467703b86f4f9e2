import type { Database } from "../database/connect.ts";
import { strengths } from "../registry/coding.ts";
import { instrumentTypes, levels, statusValues } from "../registry/instrument.ts";
import { egdiLevels, incomeGroups, regions } from "../registry/jurisdiction.ts";
import { groupsOf, jurisdictionsIn, type PlaceGroup, placeGroups } from "../registry/places.ts";
import { areas } from "../registry/provision-type.ts";
import {
  countFacet,
  countFacets,
  type FacetColumn,
  type ListingQuery,
  type ListingResult,
  type Sort,
} from "../registry/search/find-listing.ts";
import { partialDate } from "../shared/partial-date.ts";
import { Problem, says } from "../shared/problem.ts";
import type { Reference } from "./reference.ts";

/** The facets as they stand in an address, in the order in which a reader meets them. */
export const facets = [
  "standing",
  "area",
  "provision-type",
  "strength",
  "region",
  "income",
  "egdi",
  "jurisdiction",
  "level",
  "type",
  "status",
  "framework-item",
  "language",
  "year",
] as const;
export type Facet = (typeof facets)[number];

const columns: Partial<Record<Facet, FacetColumn>> = {
  standing: "standing",
  area: "areas",
  "provision-type": "provision_types",
  strength: "strengths",
  jurisdiction: "jurisdiction",
  level: "level",
  type: "type",
  status: "status",
  "framework-item": "framework_items",
  language: "languages",
  year: "year",
};

/** The facets whose values are a closed list, in the list's own order. */
export const closedFacets: Partial<Record<Facet, readonly string[]>> = {
  standing: ["reviewed", "reported"],
  area: areas,
  strength: strengths,
  region: regions,
  income: incomeGroups,
  egdi: egdiLevels,
  level: levels,
  type: instrumentTypes,
  status: statusValues,
};

const sorts: readonly Sort[] = ["relevance", "newest", "oldest", "title", "changed"];

/** What was asked of the list, as it stands in the address. */
export interface ListingRequest {
  words: string;
  chosen: Partial<Record<Facet, string[]>>;
  sort: Sort;
  page: number;
  inForceOn?: string;
  knownOn?: string;
}

/** Reads a list's question from an address. What cannot be meant is refused with what was expected. */
export function readListingRequest(parameters: URLSearchParams): ListingRequest {
  const chosen: ListingRequest["chosen"] = {};
  for (const facet of facets) {
    const values = [
      ...new Set(
        parameters
          .getAll(facet)
          .flatMap((value) => value.split(","))
          .map((value) => value.trim())
          .filter(Boolean),
      ),
    ];
    if (values.length === 0) continue;
    if (values.length > 50) throw new Problem("invalid-input", says`“${facet}” names ${values.length} values; at most 50 are read.`);
    for (const value of values) checkValue(facet, value);
    chosen[facet] = values;
  }
  const words = (parameters.get("q") ?? "").trim();
  if (words.length > 400)
    throw new Problem("invalid-input", says`The search has ${words.length} characters; at most 400 are read. Shorten it.`);
  const sort = (parameters.get("sort") || (words ? "relevance" : "newest")) as Sort;
  if (!sorts.includes(sort)) throw new Problem("invalid-input", says`“${shown(sort)}” is no order; expected one of ${sorts.join(", ")}.`);
  const page = Number(parameters.get("page") || 1);
  if (!Number.isSafeInteger(page) || page < 1 || page > 100_000)
    throw new Problem("invalid-input", says`“${shown(parameters.get("page") ?? "")}” is no page; expected a number from 1.`);
  const inForceOn = readDay(parameters, "in-force-on");
  const knownOn = readDay(parameters, "known-on");
  return {
    words,
    chosen,
    sort: sort === "relevance" && !words ? "newest" : sort,
    page,
    ...(inForceOn ? { inForceOn } : {}),
    ...(knownOn ? { knownOn } : {}),
  };
}

/** A day given in an address, or nothing; a bare year or month means its last day. */
export function readDay(parameters: URLSearchParams, name: "in-force-on" | "known-on"): string | undefined {
  const given = parameters.get(name)?.trim();
  if (!given) return undefined;
  const parsed = partialDate.safeParse(given);
  if (!parsed.success)
    throw new Problem("invalid-input", says`“${name}=${shown(given)}” is no day; expected YYYY-MM-DD, such as 2024-01-31.`);
  if (given.length === 10) return given;
  const [year, month = "12"] = given.split("-");
  return `${year}-${month}-${new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`;
}

/** known-on as the end of that day, so that what was recorded on the day counts. */
export function knownOnTime(day: string | undefined): string | undefined {
  return day === undefined ? undefined : `${day}T23:59:59.999Z`;
}

function checkValue(facet: Facet, value: string): void {
  const expected = closedFacets[facet];
  if (expected && !expected.includes(value))
    throw new Problem("invalid-input", says`“${facet}=${shown(value)}” is not known; expected one of ${expected.join(", ")}.`);
  if (facet === "year" && !/^\d{4}$/.test(value))
    throw new Problem("invalid-input", says`“year=${shown(value)}” is no year; expected four digits.`);
  if (value.length > 120)
    throw new Problem("invalid-input", says`A value of “${facet}” has ${value.length} characters; expected an identifier.`);
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The question in the database's terms. Groups of places become the places that belong to them. */
export function toListingQuery(
  request: ListingRequest,
  reference: Reference,
  options: { limit: number; offset?: number; without?: "places" },
): ListingQuery {
  const narrow: ListingQuery["narrow"] = {};
  for (const [facet, column] of Object.entries(columns) as [Facet, FacetColumn][]) {
    if (request.chosen[facet] && facet !== "jurisdiction") narrow[column] = request.chosen[facet];
  }
  const inGroups = options.without === "places" ? undefined : jurisdictionsIn(request.chosen, reference.jurisdictions);
  const named = options.without === "places" ? undefined : request.chosen.jurisdiction;
  const places = named && inGroups ? named.filter((id) => inGroups.includes(id)) : (named ?? inGroups);
  if (places) narrow.jurisdiction = places.length > 0 ? places : ["nowhere"];
  const knownOn = knownOnTime(request.knownOn);
  return {
    words: request.words,
    narrow,
    sort: request.sort,
    limit: options.limit,
    offset: options.offset ?? 0,
    ...(request.inForceOn ? { inForceOn: request.inForceOn } : {}),
    ...(knownOn ? { knownOn } : {}),
  };
}

export type FacetCounts = Record<Facet, Map<string, number>>;

/** For each facet how many of the results bear each value. A facet that narrows is counted as if it did not, so that its other values stay open. */
export async function countAllFacets(
  db: Database,
  request: ListingRequest,
  reference: Reference,
  result: Pick<ListingResult, "question" | "match">,
): Promise<FacetCounts> {
  const query = toListingQuery(request, reference, { limit: 1 });
  const others = Object.entries(columns).filter(([facet]) => facet !== "jurisdiction") as [Facet, FacetColumn][];
  const quiet = others.filter(([facet]) => !request.chosen[facet]);
  const placesNarrow = request.chosen.jurisdiction || placeGroups.some((kind) => request.chosen[kind]);
  const together = await countFacets(
    db,
    query,
    [...quiet.map(([, column]) => column), ...(placesNarrow ? [] : (["jurisdiction"] as const))],
    result.question,
    result.match,
  );
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map<string, number>()])) as FacetCounts;
  for (const [facet, column] of quiet) counts[facet] = together[column] ?? new Map();
  for (const [facet, column] of others.filter(([facet]) => request.chosen[facet]))
    counts[facet] = await countFacet(db, query, column, result.question, result.match);
  const byPlace = placesNarrow
    ? await countFacet(
        db,
        toListingQuery(request, reference, { limit: 1, without: "places" }),
        "jurisdiction",
        result.question,
        result.match,
      )
    : (together.jurisdiction ?? new Map<string, number>());
  countPlaces(counts, byPlace, request, reference);
  return counts;
}

function countPlaces(counts: FacetCounts, byPlace: ReadonlyMap<string, number>, request: ListingRequest, reference: Reference): void {
  for (const [id, rows] of byPlace) {
    const jurisdiction = reference.jurisdictions.get(id);
    const groups = jurisdiction ? groupsOf(jurisdiction, reference.jurisdictions) : {};
    const fits = (kind: PlaceGroup) => !request.chosen[kind] || request.chosen[kind]?.includes(groups[kind] ?? "");
    const isNamed = !request.chosen.jurisdiction || request.chosen.jurisdiction.includes(id);
    for (const kind of placeGroups) {
      const value = groups[kind];
      if (value && isNamed && placeGroups.every((other) => other === kind || fits(other)))
        counts[kind].set(value, (counts[kind].get(value) ?? 0) + rows);
    }
    if (placeGroups.every(fits)) counts.jurisdiction.set(id, rows);
  }
}

/** The address of the same question with something changed; the page goes back to the first. */
export function requestAddress(request: ListingRequest, change: Partial<ListingRequest> = {}): string {
  const changed = { ...request, page: 1, ...change };
  const parameters = new URLSearchParams();
  if (changed.words) parameters.set("q", changed.words);
  for (const facet of facets) for (const value of changed.chosen[facet] ?? []) parameters.append(facet, value);
  if (changed.sort !== (changed.words ? "relevance" : "newest")) parameters.set("sort", changed.sort);
  if (changed.inForceOn) parameters.set("in-force-on", changed.inForceOn);
  if (changed.knownOn) parameters.set("known-on", changed.knownOn);
  if (changed.page > 1) parameters.set("page", String(changed.page));
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

/** What a facet's value is called. */
export function facetValueName(
  facet: Facet,
  value: string,
  names: {
    code(group: string, value: string): string;
    placeName(id: string): string;
    typeName(id: string): string;
    own(texts: Record<string, string>): string;
    languageName(tag: string): string;
  },
  reference: Reference,
): string {
  switch (facet) {
    case "jurisdiction":
      return names.placeName(value);
    case "provision-type":
      return names.typeName(value);
    case "language":
      return names.languageName(value);
    case "year":
      return value;
    case "framework-item": {
      const [framework = "", item] = value.split(".");
      const held = reference.frameworks.get(framework);
      const found = held?.items.find((entry) => entry.id === item);
      return held && found ? `${names.own(held.names)} ${found.number}: ${names.own(found.names)}` : value;
    }
    default:
      return names.code(facet, value);
  }
}

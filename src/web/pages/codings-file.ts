import { Hono } from "hono";
import { findRecords } from "../../registry/find.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { titleIn } from "../../registry/listing.ts";
import { findListing, type ListingHit } from "../../registry/search/find-listing.ts";
import { currentStatus } from "../../registry/standing.ts";
import { answerCsv } from "../answer-csv.ts";
import type { Site } from "../app.tsx";
import { knownOnTime, type ListingRequest, readListingRequest, toListingQuery } from "../listing-request.ts";
import type { Visit } from "../visit.ts";

/** Of so many instruments a file holds the codings. */
const MOST_INSTRUMENTS = 10_000;
/** Records are large, so they are read some at a time. */
const AT_ONCE = 500;

const columns = [
  "instrument",
  "title",
  "jurisdiction",
  "place",
  "status",
  "force",
  "locator",
  "provision_type",
  "area",
  "strength",
  "verb",
  "addressee_kinds",
  "addressee",
  "scope",
  "condition",
  "exception",
  "deadline",
  "enforcement",
  "paraphrase",
  "basis",
  "confidence",
  "verdict",
  "source_address",
  "page",
] as const;
type Row = Record<(typeof columns)[number], string | undefined>;

/** Which article obliges whom to do what, how strongly, on what source: every coding of the reviewed instruments that a list finds. */
export const codingsFile = new Hono<Site>();

codingsFile.get("/codings.csv", async (context) => {
  const visit = context.get("visit");
  const request = readListingRequest(visit.url.searchParams);
  const { hits, total } = await reviewedOf(visit, request);
  const rows: Row[] = [];
  for (let from = 0; from < hits.length; from += AT_ONCE) {
    const ids = hits.slice(from, from + AT_ONCE).map((hit) => hit.id);
    const held = await findRecords(visit.db, "instrument", ids, knownOnTime(request.knownOn));
    for (const id of ids) {
      const kept = held.get(id);
      if (kept) rows.push(...rowsOf(visit, kept.record));
    }
  }
  const leftOut = total - hits.length;
  return answerCsv("codings.csv", columns, rows, leftOut > 0 ? { "openfirst-left-out": String(leftOut) } : {});
});

/** The reviewed instruments alone: what is only reported has no codings. */
async function reviewedOf(visit: Visit, request: ListingRequest): Promise<{ hits: ListingHit[]; total: number }> {
  const { standing } = request.chosen;
  if (standing && !standing.includes("reviewed")) return { hits: [], total: 0 };
  const chosen = { ...request.chosen, standing: ["reviewed"] };
  const found = await findListing(visit.db, toListingQuery({ ...request, chosen }, visit.reference, { limit: MOST_INSTRUMENTS }));
  return { hits: found.items, total: found.total };
}

function rowsOf(visit: Visit, instrument: Instrument): Row[] {
  const about = {
    instrument: instrument.id,
    title: titleIn(instrument, visit.language).text,
    jurisdiction: instrument.jurisdiction,
    place: visit.placeName(instrument.jurisdiction),
    status: currentStatus(instrument),
    force: instrument.force.value,
  };
  const addresses = new Map(instrument.sources.map((source) => [source.id, source.address]));
  return instrument.provisions.flatMap((provision) =>
    provision.codings.map((coding) => ({
      ...about,
      locator: provision.locator,
      provision_type: coding.type,
      area: visit.reference.types.get(coding.type)?.area,
      strength: coding.strength,
      verb: coding.verb,
      addressee_kinds: coding.addressee?.kinds.join(" | "),
      addressee: coding.addressee?.text,
      scope: coding.scope,
      condition: coding.condition,
      exception: coding.exception,
      deadline: coding.deadline,
      enforcement: coding.enforcement,
      paraphrase: coding.paraphrase,
      basis: coding.basis,
      confidence: coding.confidence,
      verdict: coding.verdict,
      source_address: addresses.get(coding.source),
      page: visit.href(`/instruments/${instrument.id}#${coding.id}`),
    })),
  );
}

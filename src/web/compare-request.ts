import { findRecords } from "../registry/find.ts";
import type { Instrument } from "../registry/instrument.ts";
import { findListing, type ListingHit } from "../registry/search/find-listing.ts";
import { Problem, says } from "../shared/problem.ts";
import { readOne, shortened } from "./parameters.ts";
import type { Visit } from "./visit.ts";

const READ_AT_MOST = 50;
const CANDIDATES = 20;

export interface CompareRequest {
  words: string;
  /** in the order in which they were named */
  chosen: readonly Instrument[];
}

/** Which instruments to compare: “instruments=a,b” or “instruments=a&instruments=b”. An id that is none is refused by name. */
export async function readCompareRequest(visit: Visit): Promise<CompareRequest> {
  const { searchParams } = visit.url;
  const ids = [
    ...new Set(
      searchParams
        .getAll("instruments")
        .flatMap((value) => value.split(","))
        .map((value) => value.trim())
        .filter(Boolean),
    ),
  ];
  if (ids.length > READ_AT_MOST)
    throw new Problem("invalid-input", says`“instruments” names ${ids.length} instruments; at most ${READ_AT_MOST} are read.`);
  const malformed = ids.find((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 120);
  if (malformed !== undefined)
    throw new Problem(
      "invalid-input",
      says`“instruments=${shortened(malformed)}” is no identifier; expected ids such as ch-embag-9, with commas between them.`,
    );
  const held = await findRecords(visit.db, "instrument", ids);
  const missing = ids.filter((id) => !held.has(id));
  if (missing.length > 0)
    throw new Problem(
      "not-found",
      says`There is no instrument ${missing.map((id) => `“${shortened(id)}”`).join(", ")}. Take it out of the address, or search for it on the page “compare”.`,
    );
  const words = readOne(searchParams, "q", (text) => text.length <= 400, says`at most 400 characters`) ?? "";
  return { words, chosen: ids.flatMap((id) => held.get(id)?.record ?? []) };
}

/** Instruments that may be added: those that answer to the words; without words, those that share a provision type with what is chosen. */
export async function findCandidates(visit: Visit, { words, chosen }: CompareRequest): Promise<readonly ListingHit[]> {
  const types = words
    ? []
    : [
        ...new Set(
          chosen.flatMap((instrument) => instrument.provisions.flatMap((provision) => provision.codings.map((coding) => coding.type))),
        ),
      ];
  const { items } = await findListing(visit.db, {
    words,
    narrow: { standing: ["reviewed"], provision_types: types },
    limit: CANDIDATES + chosen.length,
  });
  const ids = new Set(chosen.map((instrument) => instrument.id));
  return items.filter((hit) => !ids.has(hit.id)).slice(0, CANDIDATES);
}

import { findClaimRevisions, findInstrumentHeads } from "../registry/find-head.ts";
import type { ListingHit } from "../registry/search/find-listing.ts";
import type { Visit } from "./visit.ts";

/** One line of a list to take away: words of closed lists stay codes, names are in the reader's language. */
export interface ListedRow {
  id: string;
  standing: ListingHit["standing"];
  title: string;
  title_language: string | null;
  jurisdiction: string;
  jurisdiction_name: string;
  level: string | null;
  type: string | null;
  force: string | null;
  status: string | null;
  year: number | null;
  provision_types: string[];
  strengths: string[];
  page: string;
  revision: number | null;
  known_from: string;
}

export const listedColumns = [
  "id",
  "standing",
  "title",
  "title_language",
  "jurisdiction",
  "jurisdiction_name",
  "level",
  "type",
  "force",
  "status",
  "year",
  "provision_types",
  "strengths",
  "page",
  "revision",
  "known_from",
] as const satisfies readonly (keyof ListedRow)[];

/** The hits of a list with what a file of them says beside. */
export async function listedRows(visit: Visit, hits: readonly ListingHit[], time: string | undefined): Promise<ListedRow[]> {
  const idsOf = (noun: ListingHit["noun"]) => hits.filter((hit) => hit.noun === noun).map((hit) => hit.id);
  const heads = await findInstrumentHeads(visit.db, idsOf("instrument"), time);
  const claims = await findClaimRevisions(visit.db, idsOf("claim"), time);
  return hits.map((hit) => {
    const kept = heads.get(hit.id);
    const { text, language } = titleIn(kept?.record.titles ?? [], visit.language) ?? { text: hit.title, language: null };
    const { id, standing, jurisdiction, level, type, force, status, year, provision_types, strengths, known_from } = hit;
    return {
      id,
      standing,
      title: text,
      title_language: language,
      jurisdiction,
      jurisdiction_name: visit.placeName(jurisdiction),
      level,
      type,
      force,
      status,
      year,
      provision_types,
      strengths,
      page: visit.href(`/${hit.noun === "instrument" ? "instruments" : "claims"}/${id}`),
      revision: kept?.revision ?? claims.get(id) ?? null,
      known_from,
    };
  });
}

function titleIn(titles: readonly { language: string; text: string }[], language: string): { language: string; text: string } | undefined {
  return titles.find((title) => title.language === language) ?? titles.find((title) => title.language === "en") ?? titles[0];
}

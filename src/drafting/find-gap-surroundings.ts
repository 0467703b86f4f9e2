import type { Database } from "../database/connect.ts";
import { listRecords } from "../registry/find.ts";
import { egdiLevel, type Jurisdiction, newestEgdi } from "../registry/jurisdiction.ts";
import type { Noun, Nouns } from "../registry/nouns.ts";
import { onceAGeneration } from "../registry/once-a-generation.ts";
import type { ComparableText, GapSurroundings } from "./gaps/surroundings.ts";

/** What the gaps of drafts are judged against; read once for each generation of the registry. */
export const gapSurroundings = onceAGeneration(load);

async function load(db: Database): Promise<GapSurroundings> {
  const all = async <N extends Noun>(noun: N): Promise<Nouns[N][]> => (await listRecords(db, noun)).items.map(({ record }) => record);
  const jurisdictions = new Map((await all("jurisdiction")).map((one) => [one.id, one]));
  const places = new Map([...jurisdictions.values()].map((one) => [one.id, placeOf(one, jurisdictions)]));
  const principles = (await all("framework")).find(({ id }) => id === "un-open-source-principles");
  return {
    clauses: new Map((await all("clause")).map((one) => [one.id, one])),
    types: new Map((await all("provision-type")).map((one) => [one.id, one])),
    principles: (principles?.items ?? []).map(({ id }) => ({
      id,
      types: (principles?.mapping ?? []).filter(({ item }) => item === id).map(({ provision_type }) => provision_type),
    })),
    texts: await comparableTexts(db, places),
    lessons: new Set((await all("lesson")).map(({ id }) => id)),
    places,
    checksOf: byType(await all("check"), ({ id, names, subject }) => ({ id, names, subject })),
    indicatorsOf: byType(await all("indicator"), ({ id, names }) => ({ id, names })),
  };
}

/** A city or region is compared by the stage and income of the state that it belongs to. */
function placeOf(one: Jurisdiction, all: ReadonlyMap<string, Jurisdiction>): { level: string; stage?: string; income?: string } {
  const state = one.egdi && Object.keys(one.egdi).length > 0 ? one : (all.get(one.parent ?? "") ?? one);
  const newest = newestEgdi(state.egdi);
  const income = one.income_group ?? state.income_group;
  return { level: one.level, ...(newest ? { stage: egdiLevel(newest.value) } : {}), ...(income ? { income } : {}) };
}

/** Reviewed texts of which at least one provision was read. */
async function comparableTexts(db: Database, places: GapSurroundings["places"]): Promise<ComparableText[]> {
  const rows = await db
    .selectFrom("listing")
    .select(["id", "title", "jurisdiction", "level", "provision_types"])
    .where("standing", "=", "reviewed")
    .where("known_to", "=", "infinity")
    .orderBy("id")
    .execute();
  return rows
    .filter(({ provision_types }) => provision_types.length > 0)
    .map(({ id, title, jurisdiction, level, provision_types }) => {
      const { stage, income } = places.get(jurisdiction) ?? {};
      return {
        id,
        title,
        level: level ?? "",
        ...(stage ? { stage } : {}),
        ...(income ? { income } : {}),
        types: new Set(provision_types),
      };
    });
}

function byType<R extends { provision_types: readonly string[] }, T>(records: readonly R[], shown: (record: R) => T): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const record of records) for (const type of record.provision_types) map.set(type, [...(map.get(type) ?? []), shown(record)]);
  return map;
}

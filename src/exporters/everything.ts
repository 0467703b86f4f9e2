import type { Database } from "../database/connect.ts";
import { listRecords } from "../registry/find.ts";
import type { Noun, Nouns } from "../registry/nouns.ts";
import type { Everything } from "./dataset/write.ts";

/** Reads the whole registry for an export, each noun sorted by identifier; as it stood at a time where one is given. */
export async function readEverything(db: Database, time?: string): Promise<Everything> {
  const all = async <N extends Noun>(noun: N): Promise<Nouns[N][]> =>
    (await listRecords(db, noun, { time })).items.map(({ record }) => record);
  return {
    jurisdiction: await all("jurisdiction"),
    body: await all("body"),
    "provision-type": await all("provision-type"),
    framework: await all("framework"),
    instrument: await all("instrument"),
    claim: await all("claim"),
    "claim-link": await all("claim-link"),
    coverage: await all("coverage"),
    lesson: await all("lesson"),
    check: await all("check"),
    clause: await all("clause"),
    indicator: await all("indicator"),
    dossier: await all("dossier"),
    measurement: await all("measurement"),
  };
}

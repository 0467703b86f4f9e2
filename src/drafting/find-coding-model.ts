import type { Database } from "../database/connect.ts";
import { isTextBased } from "../registry/coding.ts";
import { listRecords, newestRevision } from "../registry/find.ts";
import { type CodedWording, learn, type Model } from "./reading/learn.ts";

const kept = new WeakMap<Database, { revision: number; model: Promise<Model> }>();

/** What the registry's accepted codings teach about wordings; learnt once, and again when the registry changed. */
export async function codingModel(db: Database): Promise<Model> {
  const revision = await newestRevision(db);
  const held = kept.get(db);
  if (held && held.revision === revision) return held.model;
  const model = wordingsOf(db).then(learn);
  kept.set(db, { revision, model });
  return model;
}

async function wordingsOf(db: Database): Promise<CodedWording[]> {
  const { items } = await listRecords(db, "instrument");
  return items.flatMap(({ record }) =>
    record.provisions.flatMap(({ wording, codings }) => {
      const types = [...new Set(codings.filter((coding) => coding.verdict === "accepted" && isTextBased(coding)).map(({ type }) => type))];
      return types.length === 0 ? [] : wording.map(({ text, language }) => ({ text, language, types }));
    }),
  );
}

import type { Database } from "../../database/connect.ts";
import type { DraftElement } from "../../drafting/draft.ts";
import { codingModel } from "../../drafting/find-coding-model.ts";
import { elementsFromText } from "../../drafting/from-text.ts";
import { readUploadedText } from "../../importers/uploaded-text.ts";

/** An uploaded text as elements of a draft: split into articles, each with proposed codings that a person decides. */
export async function elementsFromUpload(db: Database, file: File, language: string): Promise<DraftElement[]> {
  const { blocks } = await readUploadedText(new Uint8Array(await file.arrayBuffer()), file.name);
  return elementsFromText(blocks, { file: file.name.slice(0, 200), language, model: await codingModel(db) });
}

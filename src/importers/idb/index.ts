import type { Claim } from "../../registry/claim.ts";
import { type IdbEntry, type InputFile, readIdb } from "./read.ts";
import { translateIdb } from "./translate.ts";

/** Open Source Policy Documentation, Inter-American Development Bank, CC BY 4.0: a folder of pages in English, Spanish and Portuguese. */
export const idb = {
  name: "idb",
  describe: "Reads the Inter-American Development Bank's open-source policy pages (en, es, pt) as claims, one a document and category.",
  extensions: [".md"],
  read: (files: readonly InputFile[]): IdbEntry[] => readIdb(files),
  translate: (entries: readonly IdbEntry[]): Claim[] => translateIdb(entries),
} as const;

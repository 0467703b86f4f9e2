import type { Claim } from "../../registry/claim.ts";
import { type CsisRow, type InputFile, readCsis } from "./read.ts";
import { translateCsis } from "./translate.ts";

/** Government Open Source Software Policies, Center for Strategic and International Studies with GitHub, CC BY 4.0: one CSV file. */
export const csis = {
  name: "csis",
  describe: "Reads the CSIS table of government open-source policies (one CSV file) as claims, with its known faults flagged.",
  extensions: [".csv"],
  read: (files: readonly InputFile[]): CsisRow[] => files.flatMap(readCsis),
  translate: (rows: readonly CsisRow[]): Claim[] => translateCsis(rows),
} as const;

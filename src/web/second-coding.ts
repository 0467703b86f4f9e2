import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { packageRoot } from "../shared/package-root.ts";

/** docs/second-coding.json: how far two readings of the same texts agreed, made without sight of each other. */
const secondCoding = z.object({
  date: z.string(),
  instruments: z.number().int().positive(),
  codings: z.number().int().positive(),
  /** provisions found in the text that both readings covered; `codings` of them by both */
  found: z.number().int().positive(),
  kappa_type: z.number().min(-1).max(1),
  kappa_strength: z.number().min(-1).max(1),
});

export type SecondCoding = z.infer<typeof secondCoding>;

/** The published agreement, or nothing while none is. */
export function readSecondCoding(file: string = join(packageRoot, "docs", "second-coding.json")): SecondCoding | undefined {
  try {
    return secondCoding.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

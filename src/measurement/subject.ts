import { createHash } from "node:crypto";
import type { SubjectKind } from "../registry/check.ts";

export interface Subject {
  kind: SubjectKind;
  /** As its source identifies it: an address, an ocid, an IATI identifier, a path. Never our own number. */
  id: string;
  name?: string;
  /** Where a reader finds it on the web. */
  address?: string;
}

/** The same on every instance: 16 hexadecimal digits from who owns it, what it is and how its source calls it. */
export function subjectKey(body: string, kind: string, subject: string): string {
  return createHash("sha256").update(`${body}\n${kind}\n${subject}`).digest("hex").slice(0, 16);
}

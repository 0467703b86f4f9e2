import type { Body } from "./body.ts";
import type { Check } from "./check.ts";
import type { Claim, ClaimLink } from "./claim.ts";
import type { Clause } from "./clause.ts";
import type { Coverage } from "./coverage.ts";
import type { Dossier } from "./dossier.ts";
import type { Framework } from "./framework.ts";
import type { Indicator } from "./indicator.ts";
import type { Instrument } from "./instrument.ts";
import type { Jurisdiction } from "./jurisdiction.ts";
import type { Lesson } from "./lesson.ts";
import type { Measurement } from "./measurement.ts";
import type { ProvisionType } from "./provision-type.ts";

/** Every noun that has records of its own, with a stable identifier and a history. */
export interface Nouns {
  jurisdiction: Jurisdiction;
  body: Body;
  "provision-type": ProvisionType;
  framework: Framework;
  instrument: Instrument;
  claim: Claim;
  "claim-link": ClaimLink;
  coverage: Coverage;
  lesson: Lesson;
  check: Check;
  clause: Clause;
  indicator: Indicator;
  dossier: Dossier;
  measurement: Measurement;
}

export type Noun = keyof Nouns;

/** In the order in which they are recorded: what others point to comes first. */
export const nouns: readonly Noun[] = [
  "jurisdiction",
  "body",
  "provision-type",
  "framework",
  "instrument",
  "claim",
  "claim-link",
  "coverage",
  "lesson",
  "check",
  "clause",
  "indicator",
  "dossier",
  "measurement",
];

/** A record of any noun, with the identifier under which URL, API, file and export know it. */
export type AnyRecord = { [N in Noun]: { noun: N; id: string; record: Nouns[N] } }[Noun];

export function named<N extends Noun>(noun: N, record: Nouns[N]): AnyRecord {
  return { noun, id: identify(noun, record), record } as AnyRecord;
}

function identify(noun: Noun, record: Nouns[Noun]): string {
  if (noun === "claim-link") {
    const link = record as ClaimLink;
    return `${link.claim}.${link.instrument}`;
  }
  if (noun === "coverage") {
    const look = record as Coverage;
    return `${look.jurisdiction.toLowerCase()}.${look.date}`;
  }
  return (record as { id: string }).id;
}

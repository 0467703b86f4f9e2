import { z } from "zod";
import { parameterValue } from "../registry/check.ts";
import { type Strength, strengths } from "../registry/coding.ts";
import { inLanguage } from "../shared/localized-text.ts";
import type { Observation } from "./fact.ts";
import { type Finding, outcomes } from "./finding.ts";
import { observationShape, placeShape } from "./observation-file.ts";

const finding = z.strictObject({
  check: z.string().describe("the id of the check"),
  checkVersion: z.int(),
  policy: z.string().describe("the id of the instrument or framework that asks"),
  provisionType: z.string(),
  provisions: z.array(z.string()).optional().describe("ids of the provisions that ask; absent where a framework does"),
  strength: z.enum(strengths).optional().describe("the strongest of those provisions"),
  outcome: z.enum(outcomes),
  because: z.array(
    z.strictObject({
      fact: z.string(),
      value: z.json().optional().describe("what was observed, long values cut; the whole stands in facts"),
      where: z.array(placeShape),
      notObservable: z.string().optional().describe("why it could not be observed"),
    }),
  ),
  parameters: z.record(z.string(), parameterValue).optional().describe("what the check was judged with, defaults included"),
  remedy: z.string().optional().describe("what to do where it is not met, in English"),
  error: z.string().optional().describe("what failed where the outcome is error"),
});

/** One line of “openfirst check --format json”: one subject. What the registry imports as an observation, and what follows from it. */
export const checkOutput = observationShape.extend({
  ocid: z.string().optional().describe("of a tender in OCDS"),
  notice: z.string().optional().describe("the notice identifier of a tender in eForms or TED"),
  findings: z.array(finding),
});
export type CheckOutput = z.infer<typeof checkOutput>;

/** Signs that are fine in JSON and not in every terminal, nor to every eye. */
const unseen = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** A finding and who asks for it. */
export interface AskedFinding {
  asked: { policy: string; provisionType: string; provisions: readonly string[]; strength?: Strength | undefined };
  finding: Finding;
}

/** One subject as one line of JSON: the same from the command and from the pages. */
export function subjectLine(observation: Observation, answers: readonly AskedFinding[]): string {
  const { subject, ...seen } = observation;
  const line = { subject, ...tenderIdentifier(observation), ...seen, findings: answers.map(findingOf) };
  return JSON.stringify(line).replace(unseen, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Notices of OCDS are JSON, read by pointers; those of eForms and TED are XML. */
function tenderIdentifier({ subject, places }: Observation): { ocid?: string; notice?: string } {
  if (subject.kind !== "tender") return {};
  const isXml = Object.values(places).some((found) => found.some(({ xpath }) => xpath !== undefined));
  return isXml ? { notice: subject.id } : { ocid: subject.id };
}

function findingOf({
  asked,
  finding: { check, checkVersion, outcome, because, parameters, error, remedy },
}: AskedFinding): CheckOutput["findings"][number] {
  return {
    check,
    checkVersion,
    policy: asked.policy,
    provisionType: asked.provisionType,
    ...(asked.provisions.length > 0 && { provisions: [...asked.provisions] }),
    ...(asked.strength && { strength: asked.strength }),
    outcome,
    because,
    ...(Object.keys(parameters).length > 0 && { parameters }),
    ...(remedy && { remedy: inLanguage(remedy, "en").text }),
    ...(error !== undefined && { error }),
  };
}

import type { Everything } from "../dataset/write.ts";

const names: Record<keyof Everything, string> = {
  jurisdiction: "jurisdictions",
  body: "bodies",
  "provision-type": "provision-types",
  framework: "frameworks",
  instrument: "instruments",
  claim: "claims",
  "claim-link": "claim-links",
  coverage: "coverage",
  lesson: "lessons",
  check: "checks",
  clause: "clauses",
  indicator: "indicators",
  dossier: "dossiers",
  measurement: "measurements",
};

/** The whole registry as one JSON file a noun: a list of records in the shapes of docs/schema. */
export function jsonFiles(all: Everything): Map<string, string> {
  return new Map(
    (Object.keys(names) as (keyof Everything)[]).map((noun) => [`${names[noun]}.json`, `${JSON.stringify(all[noun], null, 1)}\n`]),
  );
}

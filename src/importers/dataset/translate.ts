import { type AnyRecord, named } from "../../registry/nouns.ts";
import type { Dataset } from "./read.ts";

/** A dataset as records, in the order in which they must be recorded. */
export function recordsOf(dataset: Dataset): AnyRecord[] {
  return [
    ...dataset.jurisdictions.map(({ value }) => named("jurisdiction", value)),
    ...dataset.bodies.map(({ value }) => named("body", value)),
    ...dataset.provisionTypes.map(({ value }) => named("provision-type", value)),
    ...dataset.frameworks.map(({ value }) => named("framework", value)),
    ...dataset.instruments.map(({ value }) => named("instrument", value)),
    ...dataset.claims.map(({ value }) => named("claim", value)),
    ...dataset.claimLinks.map(({ value }) => named("claim-link", value)),
    ...dataset.coverage.map(({ value }) => named("coverage", value)),
    ...dataset.lessons.map(({ value }) => named("lesson", value)),
    ...dataset.checks.map(({ value }) => named("check", value)),
    ...dataset.clauses.map(({ value }) => named("clause", value)),
    ...dataset.indicators.map(({ value }) => named("indicator", value)),
    ...dataset.dossiers.map(({ value }) => named("dossier", value)),
    ...dataset.measurements.map(({ value }) => named("measurement", value)),
  ];
}

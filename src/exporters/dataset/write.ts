import { stringify as toCsv } from "csv-stringify/sync";
import { stringify as toYaml } from "yaml";
import type { z } from "zod";
import { body } from "../../registry/body.ts";
import { clause } from "../../registry/clause.ts";
import { coverage } from "../../registry/coverage.ts";
import { dossier } from "../../registry/dossier.ts";
import { framework } from "../../registry/framework.ts";
import { instrument } from "../../registry/instrument.ts";
import { lesson } from "../../registry/lesson.ts";
import { measurement } from "../../registry/measurement.ts";
import type { Nouns } from "../../registry/nouns.ts";
import { provisionType } from "../../registry/provision-type.ts";
import { claimsToCsv, jurisdictionsToCsv } from "../../registry/table-rows.ts";

/** Every record of the registry, by noun. */
export type Everything = { [N in keyof Nouns]: readonly Nouns[N][] };

/** The whole registry as the files of a dataset folder: path → content. Reading them back gives the same registry. */
export function datasetFiles(all: Everything): Map<string, string> {
  const files = new Map<string, string>();
  files.set("jurisdictions.csv", jurisdictionsToCsv(all.jurisdiction));
  files.set("provision-types.yml", yamlList(all["provision-type"], provisionType));
  files.set("lessons.yml", yamlList(all.lesson, lesson));
  for (const record of all.framework) files.set(`frameworks/${record.id}.yml`, yaml(record, framework));
  for (const record of all.instrument) files.set(`instruments/${record.id}.yml`, yaml(record, instrument));
  for (const [place, records] of Map.groupBy(all.body, (record) => record.jurisdiction))
    files.set(`bodies/${place.toLowerCase()}.yml`, yamlList(records, body));
  for (const [place, records] of Map.groupBy(all.coverage, (record) => record.jurisdiction))
    files.set(`coverage/${place.toLowerCase()}.yml`, yamlList(records, coverage));
  for (const [collection, records] of Map.groupBy(all.claim, (record) => record.collection))
    files.set(`claims/${collection}.csv`, claimsToCsv(records));
  if (all["claim-link"].length > 0)
    files.set(
      "claims/links.csv",
      toCsv(
        all["claim-link"].map((link) => ({ ...link })),
        { header: true, columns: ["claim", "instrument", "verdict", "decided_on", "decided_by", "note"] },
      ),
    );
  for (const { cases, ...record } of all.check) {
    files.set(`checks/${record.id}/check.yaml`, exactYaml(record));
    files.set(`checks/${record.id}/cases.yaml`, exactYaml(cases));
  }
  for (const record of all.clause) files.set(`clauses/${record.id}.yml`, yaml(record, clause));
  for (const { cases, ...record } of all.indicator) {
    files.set(`indicators/${record.id}/indicator.yaml`, exactYaml(record));
    files.set(`indicators/${record.id}/cases.yaml`, exactYaml(cases));
  }
  for (const record of all.dossier) files.set(`dossiers/${record.id}.yml`, yaml(record, dossier));
  for (const record of all.measurement) files.set(`measurements/${record.id}/measurement.yml`, yaml(record, measurement));
  return files;
}

/** One instrument as its YAML file, fields in the order of the format. */
export function instrumentYaml(record: Nouns["instrument"]): string {
  return yaml(record, instrument);
}

/** One clause as its YAML file. */
export function clauseYaml(record: Nouns["clause"]): string {
  return yaml(record, clause);
}

function yaml<T>(record: T, shape: z.ZodType<T>): string {
  return toYaml(withoutEmpty(shape.parse(record)), { lineWidth: 130, aliasDuplicateObjects: false });
}

function yamlList<T>(records: readonly T[], shape: z.ZodType<T>): string {
  return toYaml(
    records.map((record) => withoutEmpty(shape.parse(record))),
    { lineWidth: 130, aliasDuplicateObjects: false },
  );
}

/** An empty list in a case or as a default is a value: nothing is left out. */
function exactYaml(record: unknown): string {
  return toYaml(record, { lineWidth: 130, aliasDuplicateObjects: false });
}

/** Lists that hold nothing are left out of a file: absent and empty mean the same. A group that is there stays, if only as {}: an addressee that nobody named is not no addressee. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, withoutEmpty(inner)] as const)
      .filter(([, inner]) => inner !== undefined && !(Array.isArray(inner) && inner.length === 0)),
  );
}

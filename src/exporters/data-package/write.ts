import { createHash } from "node:crypto";
import { plainCsv, spreadsheetCsv } from "../csv/write.ts";
import type { Everything } from "../dataset/write.ts";
import { instrumentTables } from "./instrument-tables.ts";
import { evidenceTables, placeTables, taxonomyTables } from "./other-tables.ts";
import type { Table } from "./table.ts";

const collections: Record<string, { title: string }> = {
  csis: {
    title: "Government Open Source Software Policies, Center for Strategic and International Studies, version 3, December 2022 (CC BY 4.0)",
  },
  idb: { title: "Open-Source Policy Collection, Inter-American Development Bank, March 2026 (CC BY 4.0)" },
};

/** The registry as tables that point to each other. */
function tablesOf(all: Everything): Table[] {
  return [...instrumentTables(all.instrument), ...taxonomyTables(all), ...placeTables(all), ...evidenceTables(all)];
}

/** The whole registry as a Frictionless data package: datapackage.json and one CSV a table. Cells are exact: programs read them, spreadsheets get the format "csv". */
export function dataPackageFiles(all: Everything): Map<string, string> {
  const files = new Map<string, string>();
  const resources = tablesOf(all).map((table) => {
    const path = `data/${table.name}.csv`;
    const content = plainCsv(
      table.fields.map((field) => field.name),
      table.rows,
    );
    files.set(path, content);
    return {
      name: table.name,
      path,
      profile: "tabular-data-resource",
      description: table.description,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      bytes: Buffer.byteLength(content),
      hash: `sha256:${createHash("sha256").update(content).digest("hex")}`,
      schema: {
        fields: table.fields,
        missingValues: [""],
        primaryKey: table.key,
        ...(table.links.length > 0
          ? { foreignKeys: table.links.map(({ fields, resource, to }) => ({ fields, reference: { resource, fields: to } })) }
          : {}),
      },
    };
  });
  const reported = [...new Set(all.claim.map((claim) => claim.collection))].sort();
  const descriptor = {
    profile: "tabular-data-package",
    name: "openfirst-registry",
    title: "Openfirst registry: what open-source policies say, article by article",
    description:
      "Reviewed instruments with their provisions and codings, what outside collections report, and where nobody has looked yet. An empty cell means that no source we read says it, never “no” and never zero. Quoted wording keeps the licence named beside it.",
    licenses: [
      { name: "CC-BY-4.0", title: "Creative Commons Attribution 4.0 International", path: "https://creativecommons.org/licenses/by/4.0/" },
    ],
    sources: [
      { title: "The sources named record by record in data/sources.csv", path: "data/sources.csv" },
      ...reported.map((collection) => collections[collection] ?? { title: collection }),
    ],
    resources,
  };
  return new Map([["datapackage.json", `${JSON.stringify(descriptor, null, 2)}\n`], ...files]);
}

/** The same tables for spreadsheets: no cell is run as a formula. */
export function spreadsheetFiles(all: Everything): Map<string, string> {
  return new Map(
    tablesOf(all).map((table) => [
      `${table.name}.csv`,
      spreadsheetCsv(
        table.fields.map((field) => field.name),
        table.rows,
      ),
    ]),
  );
}

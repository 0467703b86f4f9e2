import { claimFlags } from "../../registry/claim.ts";
import { coverageOutcomes } from "../../registry/coverage.ts";
import type { Source } from "../../registry/instrument.ts";
import { jurisdictionLevels } from "../../registry/jurisdiction.ts";
import { areas } from "../../registry/provision-type.ts";
import type { Everything } from "../dataset/write.ts";
import { type Column, column, dated, link, oneOf, own, required, type Table, table } from "./table.ts";

function named<R extends { names: Record<string, string | undefined> }>(): Column<R>[] {
  return [
    column("name", (row) => row.names.en, { description: "in English" }),
    column("names", (row) => row.names, { type: "object", description: "by language" }),
  ];
}

/** Places and organisations, and where we looked. */
export function placeTables(all: Everything): Table[] {
  return [
    table(
      "jurisdictions",
      "Whose rules these are: places and organisations.",
      all.jurisdiction,
      [
        column("id", (row) => row.id, required),
        column("level", (row) => row.level, oneOf(jurisdictionLevels)),
        ...own<(typeof all.jurisdiction)[number]>(
          "parent",
          "un_membership",
          "iso_numeric",
          "iso_alpha3",
          "wikidata",
          "region",
          "subregion",
          "income_group",
        ),
        ...(["ldc", "lldc", "sids"] as const).map((name) =>
          column<(typeof all.jurisdiction)[number]>(name, (row) => row[name], { type: "boolean", description: "empty where not known" }),
        ),
        column("latitude", (row) => row.latitude, { type: "number" }),
        column("longitude", (row) => row.longitude, { type: "number" }),
        column("egdi", (row) => row.egdi, { type: "object", description: "E-Government Development Index by survey year" }),
        ...named<(typeof all.jurisdiction)[number]>(),
      ],
      { key: ["id"], links: [{ fields: ["parent"], resource: "", to: ["id"] }] },
    ),
    table(
      "bodies",
      "Organisations that issue rules, are bound by them or own what they govern.",
      all.body,
      [
        column("id", (row) => row.id, required),
        column("jurisdiction", (row) => row.jurisdiction, required),
        ...named<(typeof all.body)[number]>(),
        ...own<(typeof all.body)[number]>("kind", "address"),
      ],
      { key: ["id"], links: [link("jurisdiction", "jurisdictions")] },
    ),
    table(
      "coverage",
      "Who looked for policies of a place, when, where, and what came of it.",
      all.coverage,
      [
        column("jurisdiction", (row) => row.jurisdiction, required),
        column("date", (row) => row.date, dated),
        column("who", (row) => row.who),
        column("outcome", (row) => row.outcome, oneOf(coverageOutcomes)),
        column("where", (row) => row.where, { type: "array" }),
        column("note", (row) => row.note),
      ],
      { key: ["jurisdiction", "date"], links: [link("jurisdiction", "jurisdictions")] },
    ),
  ];
}

/** The taxonomy, and what others published that it speaks to. */
export function taxonomyTables(all: Everything): Table[] {
  const items = all.framework.flatMap((framework) =>
    framework.items.map((item, index) => ({ framework: framework.id, position: index + 1, ...item })),
  );
  const mapping = all.framework.flatMap((framework) => framework.mapping.map((entry) => ({ framework: framework.id, ...entry })));
  return [
    table(
      "provision-types",
      "Kinds of rule that policies contain.",
      all["provision-type"],
      [
        column("id", (row) => row.id, required),
        column("area", (row) => row.area, oneOf(areas)),
        ...named<(typeof all)["provision-type"][number]>(),
        column("definition", (row) => row.definition.en),
        column("definitions", (row) => row.definition, { type: "object", description: "by language" }),
        ...own<(typeof all)["provision-type"][number]>("typical_addressee", "typical_exception", "standing"),
        ...(["data", "numerator", "denominator", "caveat"] as const).map((name) =>
          column<(typeof all)["provision-type"][number]>(`indicator_${name}`, (row) => row.indicator[name]),
        ),
      ],
      { key: ["id"] },
    ),
    table(
      "frameworks",
      "Principles and criteria that others published.",
      all.framework,
      [
        column("id", (row) => row.id, required),
        ...named<(typeof all.framework)[number]>(),
        ...own<(typeof all.framework)[number]>("version", "publisher", "licence", "notes"),
      ],
      { key: ["id"] },
    ),
    table(
      "framework-items",
      "The items of each framework.",
      items,
      [
        column("id", (row) => `${row.framework}.${row.id}`, required),
        column("framework", (row) => row.framework, required),
        column("position", (row) => row.position, { type: "integer" }),
        column("number", (row) => row.number),
        ...named<(typeof items)[number]>(),
        column("verified", (row) => row.verified, { type: "boolean", description: "checked against the framework's own text" }),
        column("note", (row) => row.note),
      ],
      { key: ["id"], links: [link("framework", "frameworks")] },
    ),
    table(
      "mapping",
      "Which provision type advances which item: a help to find, never an equivalence.",
      mapping,
      [
        column("framework", (row) => row.framework, required),
        column("provision_type", (row) => row.provision_type, required),
        column("item", (row) => `${row.framework}.${row.item}`, required),
        column("confidence", (row) => row.confidence),
        column("note", (row) => row.note),
      ],
      {
        key: ["provision_type", "item"],
        links: [link("framework", "frameworks"), link("provision_type", "provision-types"), link("item", "framework-items")],
      },
    ),
  ];
}

/** What collections report, what practice taught, and the sources of everything. */
export function evidenceTables(all: Everything): Table[] {
  const sources = (["instrument", "framework", "lesson"] as const).flatMap((noun) =>
    all[noun].flatMap((record) => record.sources.map((source: Source) => ({ noun, record: record.id, ...source }))),
  );
  return [
    table(
      "claims",
      "What outside collections report; never a reviewed fact.",
      all.claim,
      [
        ...own<(typeof all.claim)[number]>("id", "collection", "row", "jurisdiction", "title"),
        column("years", (row) => row.years, { type: "array" }),
        ...own<(typeof all.claim)[number]>("kind", "status", "action"),
        ...(["objectives", "addresses", "languages"] as const).map((name) =>
          column<(typeof all.claim)[number]>(name, (row) => row[name], { type: "array" }),
        ),
        column("flags", (row) => row.flags, { type: "array", description: `known faults of the row: any of ${claimFlags.join(", ")}` }),
        column("flag_note", (row) => row.flag_note),
      ],
      { key: ["id"], links: [link("jurisdiction", "jurisdictions")] },
    ),
    table(
      "claim-links",
      "A person's word that a claim speaks of an instrument; “proposed” is a machine's and does not count.",
      all["claim-link"],
      own("claim", "instrument", "verdict", "decided_on", "decided_by", "note"),
      {
        key: ["claim", "instrument"],
        links: [link("claim", "claims"), link("instrument", "instruments")],
      },
    ),
    table(
      "lessons",
      "What practice taught.",
      all.lesson,
      [
        column("id", (row) => row.id, required),
        column("title", (row) => row.titles.en),
        column("titles", (row) => row.titles, { type: "object", description: "by language" }),
        column("outcome", (row) => row.outcome, oneOf(["worked", "failed", "mixed"])),
        ...own<(typeof all.lesson)[number]>("stage"),
        column("what_happened", (row) => row.what_happened, { type: "object", description: "by language" }),
        ...(["jurisdictions", "instruments", "provision_types"] as const).map((name) =>
          column<(typeof all.lesson)[number]>(name, (row) => row[name], { type: "array" }),
        ),
        column("when", (row) => row.when, dated),
        ...own<(typeof all.lesson)[number]>("confidence", "basis"),
      ],
      { key: ["id"] },
    ),
    table(
      "sources",
      "The sources of instruments, frameworks and lessons.",
      sources,
      [
        column("id", (row) => `${row.noun}.${row.record}.${row.id}`, required),
        column("noun", (row) => row.noun, oneOf(["instrument", "framework", "lesson"])),
        column("record", (row) => row.record, required),
        column("source", (row) => row.id, { description: "its identifier within the record" }),
        column("address", (row) => row.address, required),
        ...own<(typeof sources)[number]>("title", "kind", "archived"),
        column("seen", (row) => row.seen, dated),
        ...own<(typeof sources)[number]>("version", "licence", "note"),
      ],
      { key: ["id"] },
    ),
  ];
}

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { parse } from "csv-parse/sync";
import { openEmptyRegistry, openTestRegistry } from "../../test/support.ts";
import { readInstrumentFile } from "../importers/dataset/read.ts";
import { importers } from "../importers/index.ts";
import { claim } from "../registry/claim.ts";
import { type Instrument, instrument } from "../registry/instrument.ts";
import { type Noun, named } from "../registry/nouns.ts";
import { recordAll } from "../registry/record.ts";
import { canonical } from "../shared/canonical.ts";
import { instrumentYaml } from "./dataset/write.ts";
import { readEverything } from "./everything.ts";
import { exporters } from "./index.ts";

const { db } = await openTestRegistry();
const awkward = instrument.parse({
  id: "zz-awkward",
  jurisdiction: "FR",
  level: "national",
  titles: [
    { language: "en", text: "=1+1 <b>\"&'| 'x\ty", kind: "ours" },
    { language: "ar", text: "قانون\u200fالبرمجيات", kind: "official" },
  ],
  type: "policy",
  force: { value: "unknown", note: "yes" },
  issuing_body: "fr-parliament",
  statuses: [{ value: "unknown" }],
  read: "secondary",
  sources: [
    {
      id: "1",
      address: "https://example.org/a|b?c=%7C",
      kind: "secondary",
      note: "- not a list\n\n  indented: {no} # remark\ttab \r\nend ",
    },
  ],
  provisions: [
    {
      id: "p",
      locator: "28¹",
      codings: [
        {
          id: "c1",
          type: "open-standards-mandate",
          strength: "may",
          addressee: {},
          paraphrase: "null",
          basis: "secondary",
          confidence: "low",
          source: "1",
        },
      ],
    },
  ],
  notes: "\u2028 ~ 2024-01-01 \u0085",
});
const barred = claim.parse({
  id: "weblinks-1",
  collection: "weblinks",
  row: "1",
  jurisdiction: "FR",
  title: '+SUM(1) "quoted"\nsecond line',
  addresses: ["https://example.org/a|b", "https://example.org/%7C"],
  objectives: ["one | two", "three\\"],
  years: [2012],
});
const body = (await readEverything(db)).body.find((one) => one.jurisdiction === "FR");
await recordAll(db, [named("instrument", { ...awkward, issuing_body: body?.id ?? "" }), named("claim", barred)], {
  who: "test",
  why: "awkward",
});
const all = await readEverything(db);

async function filesOf(format: string): Promise<Map<string, string>> {
  const exporter = exporters.find(({ name }) => name === format);
  assert.ok(exporter, `there is no format ${format}`);
  return exporter.files(db);
}

test("what is exported as a dataset and imported into an empty registry is the same registry", async () => {
  const folder = mkdtempSync(join(tmpdir(), "openfirst-export-"));
  after(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of await filesOf("dataset")) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const empty = await openEmptyRegistry();
  const importer = importers.find(({ name }) => name === "dataset");
  const entries = (await importer?.readRecords([folder], empty.db)) ?? [];
  await recordAll(empty.db, entries, { who: "test", why: "import" });
  const again = await readEverything(empty.db);
  for (const noun of Object.keys(all) as Noun[]) {
    assert.equal(again[noun].length, all[noun].length, noun);
    all[noun].forEach((record, index) => {
      assert.equal(canonical(again[noun][index]), canonical(record));
    });
  }
  assert.deepEqual(await recordAll(empty.db, entries, { who: "test", why: "again" }), {
    added: 0,
    changed: 0,
    unchanged: entries.length,
    removed: 0,
  });
});

test("an instrument's YAML file reads back as the same instrument", () => {
  for (const record of all.instrument)
    assert.equal(canonical(readInstrumentFile(instrumentYaml(record as Instrument), `${record.id}.yml`).value), canonical(record));
});

interface Field {
  name: string;
  type: string;
  constraints?: { required?: boolean; enum?: string[]; pattern?: string };
}
interface Resource {
  name: string;
  path: string;
  schema: {
    fields: Field[];
    primaryKey: string[];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}

test("the data package's keys hold, and its cells are of their types", async () => {
  const files = await filesOf("data-package");
  const { resources, licenses } = JSON.parse(files.get("datapackage.json") ?? "") as {
    resources: Resource[];
    licenses: { name: string }[];
  };
  assert.equal(licenses[0]?.name, "CC-BY-4.0");
  assert.deepEqual(
    [
      "instruments",
      "provisions",
      "codings",
      "sources",
      "relations",
      "claims",
      "claim-links",
      "jurisdictions",
      "bodies",
      "provision-types",
      "frameworks",
      "framework-items",
      "mapping",
      "coverage",
      "lessons",
    ].filter((name) => !resources.some((resource) => resource.name === name)),
    [],
  );
  const rowsOf = new Map(
    resources.map((resource) => [resource.name, parse(files.get(resource.path) ?? "", { columns: true }) as Record<string, string>[]]),
  );
  const keyOf = (row: Record<string, string>, fields: readonly string[]) => fields.map((field) => row[field]).join("\n");
  for (const { name, schema } of resources) {
    const rows = rowsOf.get(name) ?? [];
    assert.ok(rows.length > 0, `${name} is empty`);
    assert.deepEqual(
      Object.keys(rows[0] ?? {}),
      schema.fields.map((field) => field.name),
    );
    assert.equal(new Set(rows.map((row) => keyOf(row, schema.primaryKey))).size, rows.length, `the primary key of ${name}`);
    for (const row of rows) for (const field of schema.fields) checkCell(row[field.name] ?? "", field, `${name}.${field.name}`);
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const targets = new Set((rowsOf.get(reference.resource || name) ?? []).map((row) => keyOf(row, reference.fields)));
      const dangling = rows.filter((row) => fields.every((field) => row[field] !== "") && !targets.has(keyOf(row, fields)));
      assert.deepEqual(dangling.slice(0, 3), [], `${name}.${fields.join("+")} → ${reference.resource}`);
    }
  }
  assert.equal(rowsOf.get("instruments")?.length, all.instrument.length);
  assert.equal(rowsOf.get("titles")?.find((row) => row.instrument === "zz-awkward")?.text, awkward.titles[0]?.text);
});

function checkCell(cell: string, { type, constraints = {} }: Field, where: string): void {
  if (cell === "") {
    assert.ok(!constraints.required, `${where} is empty`);
    return;
  }
  if (type === "integer") assert.match(cell, /^-?\d+$/, where);
  if (type === "number") assert.ok(Number.isFinite(Number(cell)), where);
  if (type === "boolean") assert.match(cell, /^(true|false)$/, where);
  if (type === "array") assert.ok(Array.isArray(JSON.parse(cell)), where);
  if (type === "object") assert.equal(typeof JSON.parse(cell), "object", where);
  if (constraints.enum) assert.ok(constraints.enum.includes(cell), `${where} is ${cell}`);
  if (constraints.pattern) assert.match(cell, new RegExp(`^(?:${constraints.pattern})$`), where);
}

test("spreadsheets run no cell, and everything is there as JSON", async () => {
  const files = await filesOf("csv");
  for (const [name, content] of files)
    for (const row of parse(content, { bom: true }) as string[][])
      for (const cell of row) assert.ok(/^-?\d+(\.\d+)?$/.test(cell) || !/^[=+\-@\t\r]/.test(cell), `${name}: ${cell}`);
  const json = await filesOf("json");
  assert.deepEqual(canonical(JSON.parse(json.get("instruments.json") ?? "")), canonical(all.instrument));
  assert.equal(json.size, Object.keys(all).length);
});

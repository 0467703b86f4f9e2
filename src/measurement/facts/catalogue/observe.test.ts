import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { packageRoot } from "../../../shared/package-root.ts";
import { Problem } from "../../../shared/problem.ts";
import { type FactValue, factAt, type Observation, reasonOfAbsence } from "../../fact.ts";
import { catalogueDefinitions, catalogueItemDefinitions } from "./definitions.ts";
import { type CatalogueOptions, observeCatalogue } from "./observe.ts";

const medusa = `publiccodeYmlVersion: "0.4"
name: Medusa
url: https://token:secret@example.com/italia/medusa.git
softwareVersion: 1.10
releaseDate: 2023-03-17
platforms: web
categories: [office]
usedBy:
  - Comune di Roma
  - Comune di Firenze
developmentStatus: stable
softwareType: standalone/web
intendedAudience:
  countries: [it, FR]
description:
  it:
    shortDescription: Un editor
    documentation: https://example.com/docs
legal:
  license: GPL v3
  repoOwner: Comune di Roma
maintenance:
  type: contract
  contractors:
    - name: Ditta Rossi
      until: "2027-12-31"
      email: ditta@example.com
    - name: Ditta Bianchi
      until: "2026-06-30"
  contacts:
    - name: Francesca Rossi
      email: francesca.rossi@example.com
      phone: "+39 06 1234567"
localisation:
  localisationReady: true
  availableLanguages: [it, en]
dependsOn:
  open:
    - name: MySQL
  proprietary:
    - name: Oracle
`;
const minimal = { publiccodeYmlVersion: "0", name: "Pegasus", url: "https://example.com/pegasus", legal: { license: "MIT" } };

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "openfirst-catalogue-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function observe(paths: string | string[], options: CatalogueOptions = {}) {
  const all: Observation[] = [];
  for await (const one of observeCatalogue(paths, { observedAt: "2026-01-02T03:04:05Z", ...options })) all.push(one);
  const whole = all.pop() as Observation;
  assert.equal(whole.subject.kind, "catalogue");
  for (const item of all) assert.equal(item.subject.kind, "catalogue-item");
  return { items: all, whole };
}

const seen = (item: Observation | undefined, name: string): FactValue | undefined => item && factAt(item.facts, name);

test("a publiccode.yml becomes facts with their lines", async () => {
  const { items, whole } = await observe(write("one/publiccode.yml", medusa));
  const [item] = items;
  assert.deepEqual(item?.subject, {
    kind: "catalogue-item",
    id: "https://example.com/italia/medusa.git",
    name: "Medusa",
    address: "https://example.com/italia/medusa.git",
  });
  assert.deepEqual([item?.observedAt, item?.reader], ["2026-01-02T03:04:05Z", "catalogue 2"]);
  const expected: [string, FactValue, number][] = [
    ["name", "Medusa", 2],
    ["url", "https://example.com/italia/medusa.git", 3],
    ["publiccode.version", "0.4", 1],
    ["publiccode.softwareVersion", "1.10", 4],
    ["publiccode.releaseDate", "2023-03-17", 5],
    ["publiccode.platforms", ["web"], 6],
    ["publiccode.categories", ["office"], 7],
    ["publiccode.usedBy", ["Comune di Roma", "Comune di Firenze"], 8],
    ["publiccode.developmentStatus", "stable", 11],
    ["publiccode.softwareType", "standalone/web", 12],
    ["publiccode.countries", ["IT", "FR"], 14],
    ["publiccode.documentation", true, 15],
    ["publiccode.licence", "GPL v3", 20],
    ["licence.expression", "GPL-3.0-only", 20],
    ["licence.openSource", true, 20],
    ["licence.recognised", true, 20],
    ["publiccode.repoOwner", "Comune di Roma", 21],
    ["publiccode.maintenanceType", "contract", 23],
    ["publiccode.contractorsPresent", true, 24],
    ["publiccode.contractedUntil", "2027-12-31", 24],
    ["publiccode.contactsPresent", true, 30],
    ["publiccode.localisationReady", true, 35],
    ["publiccode.languages", ["it", "en"], 36],
    ["publiccode.dependsOnProprietary", true, 40],
    ["publiccode.proprietaryDependencies", ["Oracle"], 40],
  ];
  for (const [name, value, line] of expected) {
    assert.deepEqual(seen(item, name), value, name);
    assert.deepEqual(item?.places[name], [{ file: "publiccode.yml", line }], name);
  }
  assert.equal(seen(item, "publiccode.valid"), false);
  const wrong = seen(item, "publiccode.errors") as { key: string }[];
  assert.equal(wrong.length, seen(item, "publiccode.errorCount"));
  const licence = wrong.findIndex(({ key }) => key === "legal.license");
  assert.deepEqual(item?.places[`publiccode.errors[${licence}]`], [{ file: "publiccode.yml", line: 20 }]);
  assert.equal(reasonOfAbsence(item as Observation, "address.reachable"), "the network was not asked");
  assert.equal(reasonOfAbsence(item as Observation, "publiccode.organisation"), "the file states no organisation.uri");
  assert.deepEqual(whole.facts, {
    items: 1,
    withUrl: 1,
    withPubliccode: 1,
    validItems: 0,
    licenceRecognisedItems: 1,
    openLicenceItems: 1,
    versions: { "0.4": 1 },
    developmentStatuses: { stable: 1 },
    errorCount: 0,
    errors: [],
  });
});

test("no name, address or number of a person is kept, whatever is wrong with it", async () => {
  const broken = medusa.replace("francesca.rossi@example.com", "francesca.rossi(at)example.com").replace('"+39 06 1234567"', "39061234567");
  const { items } = await observe([write("people/publiccode.yml", medusa), write("people/2publiccode.yml", broken)]);
  const kept = JSON.stringify(items);
  for (const secret of ["Francesca", "rossi@", "rossi(at)", "1234567", "Ditta", "ditta@", "secret"])
    assert.ok(!kept.includes(secret), secret);
  assert.equal(seen(items[1], "publiccode.contactsPresent"), true);
});

test("what a file does not say is absent with its reason: neither zero nor no", async () => {
  const { items } = await observe(write("few.json", JSON.stringify([{ ...minimal, legal: {} }])));
  for (const name of [
    "publiccode.usedBy",
    "publiccode.dependsOnProprietary",
    "licence.openSource",
    "licence.recognised",
    "publiccode.countries",
  ]) {
    assert.equal(seen(items[0], name), undefined, name);
    assert.match(reasonOfAbsence(items[0] as Observation, name) ?? "", /states (?:no|nothing)/, name);
  }
  const stated = await observe(write("stated.json", JSON.stringify([{ ...minimal, dependsOn: { open: [{ name: "x" }] }, usedBy: [] }])));
  assert.equal(seen(stated.items[0], "publiccode.dependsOnProprietary"), false);
  assert.deepEqual(seen(stated.items[0], "publiccode.usedBy"), []);
  const unclear = await observe(write("unclear.json", JSON.stringify([{ ...minimal, legal: { license: "free for public bodies" } }])));
  assert.equal(seen(unclear.items[0], "licence.recognised"), false);
  assert.match(reasonOfAbsence(unclear.items[0] as Observation, "licence.openSource") ?? "", /stays open/);
});

test("lists: a page of an API with texts, an array, one a line, a YAML list, packed; each item with its pointer", async () => {
  const page = {
    links: {},
    data: [
      { id: "1", url: "https://example.com/a", publiccodeYml: medusa },
      { url: "https://example.com/b", publiccodeYml: null },
      minimal,
    ],
  };
  const paged = await observe(write("page.json", JSON.stringify(page)));
  assert.deepEqual(
    paged.items.map(({ subject }) => subject.id),
    ["https://example.com/italia/medusa.git", "https://example.com/b", "https://example.com/pegasus"],
  );
  const [first, second, third] = paged.items;
  assert.deepEqual(first?.places["publiccode.licence"], [
    { file: "page.json", pointer: "/data/0/publiccodeYml", start: medusa.indexOf("license:") },
  ]);
  assert.equal(seen(second, "publiccode.present"), false);
  assert.match(reasonOfAbsence(second as Observation, "publiccode.valid") ?? "", /holds no publiccode/);
  assert.deepEqual(third?.places["publiccode.licence"], [{ file: "page.json", pointer: "/data/2/legal/license" }]);
  assert.deepEqual([paged.whole.facts.items, paged.whole.facts.withPubliccode, paged.whole.facts.withUrl], [3, 2, 3]);

  const wrapped = { publiccode: minimal };
  const lines = await observe(write("many.ndjson", `${JSON.stringify(minimal)}\n\n${JSON.stringify(wrapped)}\n`));
  assert.deepEqual(
    lines.items.map(({ places }) => places["publiccode.licence"]),
    [
      [{ file: "many.ndjson", line: 1, pointer: "/legal/license" }],
      [{ file: "many.ndjson", line: 3, pointer: "/publiccode/legal/license" }],
    ],
  );
  assert.deepEqual(
    lines.items.map(({ subject }) => subject.id),
    ["https://example.com/pegasus", "https://example.com/pegasus#2"],
  );

  const packed = await observe(write("page.json.gz", gzipSync(JSON.stringify(page))));
  assert.equal(packed.items.length, 3);
  const listed = await observe(write("list.yml", `- publiccodeYmlVersion: "0"\n  name: One\n- url: https://example.com/x\n  name: Two\n`));
  assert.deepEqual(
    listed.items.map(({ subject }) => subject.name),
    ["One", "Two"],
  );
  assert.deepEqual(listed.items[0]?.places.name, [{ file: "list.yml", line: 2 }]);
});

test("a folder: publiccode files only, links not followed, other YAML passed over", async () => {
  write("tree/a/publiccode.yml", medusa);
  write("tree/b-software.yaml", medusa.replace("medusa.git", "b.git"));
  write("tree/docker-compose.yml", "services: {}\n");
  write("tree/node_modules/x/publiccode.yml", medusa);
  write("outside/publiccode.yml", medusa);
  symlinkSync(join(folder, "outside"), join(folder, "tree/link"));
  symlinkSync(join(folder, "outside/publiccode.yml"), join(folder, "tree/publiccode.yml"));
  symlinkSync("..", join(folder, "tree/loop"));
  execFileSync("mkfifo", [join(folder, "tree/pipe-publiccode.yml")]);
  const { items, whole } = await observe(join(folder, "tree"), { address: "https://example.com/catalogue" });
  assert.deepEqual(
    items.map(({ places }) => places.name?.[0]?.file),
    ["a/publiccode.yml", "b-software.yaml"],
  );
  assert.deepEqual(whole.subject, { kind: "catalogue", id: "https://example.com/catalogue", address: "https://example.com/catalogue" });
});

test("what cannot be read is told, counted and ends nothing", async () => {
  const faults: string[] = [];
  const onFault = ({ message }: { message: string }) => void faults.push(message);
  const list = await observe(write("broken.json", JSON.stringify([minimal, 3, null, "x", minimal])), { onFault });
  assert.deepEqual([list.items.length, list.whole.facts.errorCount, faults.length], [2, 3, 3]);
  assert.deepEqual(list.whole.places["errors[0]"], [{ file: "broken.json", pointer: "/1" }]);
  const none = await observe(write("none.json", "{"));
  assert.deepEqual([none.items.length, none.whole.facts.errorCount], [0, 1]);
  const latin = await observe(write("latin/publiccode.yml", new Uint8Array([0x61, 0x3a, 0x20, 0xe9])));
  assert.equal(seen(latin.items[0], "publiccode.valid"), false);
  assert.match(JSON.stringify(seen(latin.items[0], "publiccode.errors")), /UTF-8/);
  assert.match(reasonOfAbsence(latin.items[0] as Observation, "publiccode.developmentStatus") ?? "", /can be read/);
  await assert.rejects(observe(join(folder, "nowhere")), (error) => error instanceof Problem && error.code === "not-found");
  await assert.rejects(
    observe(join(folder, "tree/pipe-publiccode.yml")),
    (error) => error instanceof Problem && error.code === "invalid-input",
  );
});

const leaves = (value: FactValue | Observation["facts"], name = ""): string[] =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !["versions", "developmentStatuses"].includes(name)
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, name ? `${name}.${key}` : key))
    : [name];

test("every fact is defined, and every definition is a fact seen or its absence with a reason, always", async () => {
  const { items, whole } = await observe([
    write("all/publiccode.yml", medusa),
    write("all.json", JSON.stringify([minimal, { url: "x" }, { publiccodeYml: "[" }])),
  ]);
  const names = (of: readonly { name: string }[]) => of.map(({ name }) => name).sort();
  for (const item of items)
    assert.deepEqual([...leaves(item.facts), ...Object.keys(item.notObservable)].sort(), names(catalogueItemDefinitions), item.subject.id);
  assert.deepEqual(leaves(whole.facts).sort(), names(catalogueDefinitions));
  for (const { name, label, meaning } of [...catalogueItemDefinitions, ...catalogueDefinitions])
    assert.ok(label.en && label.fr && label.ar && meaning.endsWith("."), name);
});

test("property: any JSON in a list gives one item or one fault, and facts of the defined types", async () => {
  const types = new Map(catalogueItemDefinitions.map(({ name, type }) => [name, type]));
  const key = fc.constantFrom(
    "publiccodeYmlVersion",
    "publiccodeYml",
    "url",
    "name",
    "legal",
    "maintenance",
    "usedBy",
    "description",
    "dependsOn",
    "__proto__",
  );
  const entry = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.dictionary(key, fc.jsonValue({ maxDepth: 3 })));
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 6 }), async (list) => {
      const { items, whole } = await observe(write("any.json", JSON.stringify(list)));
      assert.equal(items.length + (whole.facts.errorCount as number), list.length);
      for (const item of items)
        for (const [name, type] of types) {
          const value = seen(item, name);
          if (value === undefined) assert.ok(reasonOfAbsence(item, name), name);
          else assert.equal(Array.isArray(value) ? "list" : typeof value, type === "date" ? "string" : type, name);
        }
    }),
    { numRuns: 100 },
  );
});

const collected = join(process.env.OPENFIRST_OUTSIDE_DATA ?? join(packageRoot, "..", "shared", "data"), "goods", "publiccode");
test("the 70 collected files", { skip: existsSync(collected) ? false : `the collected files are not here (${collected})` }, async () => {
  const { whole } = await observe(collected);
  const { items, withUrl, validItems, licenceRecognisedItems, openLicenceItems, errorCount } = whole.facts;
  assert.deepEqual([items, withUrl, validItems, licenceRecognisedItems, openLicenceItems, errorCount], [70, 70, 24, 66, 66, 0]);
});

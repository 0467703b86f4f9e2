import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { type Fault, Problem } from "../../../shared/problem.ts";
import { factAt, type Observation, reasonOfAbsence } from "../../fact.ts";
import { inventoryDefinitions, inventoryItemDefinitions } from "./definitions.ts";
import { type InventoryOptions, observeInventory } from "./observe.ts";
import { findUsageType, usageTypes } from "./usage-types.ts";

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "openfirst-inventory-"));
});
after(() => rm(folder, { recursive: true }));

async function observe(content: unknown, options: InventoryOptions & { name?: string } = {}) {
  const path = join(folder, options.name ?? "code.json");
  await writeFile(path, typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content));
  return observeFile(path, options);
}

async function observeFile(path: string, options: InventoryOptions = {}) {
  const faults: Fault[] = [];
  const onFault = (fault: Fault) => void faults.push(fault);
  const all: Observation[] = [];
  for await (const one of observeInventory(path, { observedAt: "2026-11-23T12:00:00Z", onFault, ...options })) all.push(one);
  return { items: all.slice(0, -1), whole: all.at(-1) as Observation, faults };
}

const head = { version: "2.0.0", agency: "XYZ", measurementType: { method: "projects" } };
const release = {
  name: "Example",
  description: "An example.",
  repositoryURL: "https://github.com/example/example",
  permissions: { licenses: [{ name: "GPL v3", URL: "" }], usageType: "openSource", exemptionText: null },
  laborHours: 12,
  tags: ["a", "b"],
  contact: { email: "secret@example.org", name: "Jane Secret", phone: "555-0100" },
  date: { created: "2020-01-02", lastModified: "2021-02-03T10:00:00Z", metadataLastUpdated: "2022-03-04" },
};
const one = (changes: object = {}) => observe({ ...head, releases: [{ ...release, ...changes }] });
const item = async (changes: object = {}) => (await one(changes)).items[0] as Observation;

test("a release of schema 2.0.0: its facts, their places, and nothing of the contact", async () => {
  const { items, whole, faults } = await one();
  assert.deepEqual(faults, []);
  const [seen] = items as [Observation];
  assert.deepEqual(seen.subject, {
    kind: "inventory-item",
    id: "https://github.com/example/example",
    name: "Example",
    address: "https://github.com/example/example",
  });
  assert.deepEqual(seen.facts.licence, {
    stated: true,
    raw: ["GPL v3"],
    recognised: true,
    expression: "GPL-3.0-only",
    openSource: true,
    osiApproved: true,
  });
  assert.equal(seen.facts.public, true);
  assert.equal(seen.facts.repositoryOnForge, true);
  assert.equal(seen.facts.contactPresent, true);
  assert.equal(seen.facts.lastModified, "2021-02-03");
  assert.deepEqual(seen.places["licence.expression"], [
    { file: "code.json", pointer: "/releases/0/permissions/licenses/0/name", text: "GPL v3" },
  ]);
  assert.deepEqual(seen.places.usageType, [{ file: "code.json", pointer: "/releases/0/permissions/usageType" }]);
  assert.doesNotMatch(JSON.stringify([items, whole]), /secret|555/i);
  assert.equal(whole.facts.valid, true);
  assert.equal(whole.facts.updated, "2022-03-04");
  assert.deepEqual(whole.places.updated, [{ file: "code.json", pointer: "/releases/0/date/metadataLastUpdated" }]);
});

test("schemas before 2.0.0: projects, numbers for yes and no, numbered exemptions, one address for the licence", async () => {
  const base = { name: "P", description: "d", tags: [], contact: { email: "a@example.org" }, governmentWideReuseProject: 0 };
  const { items, whole } = await observe({
    version: "1.0.1",
    agency: "XYZ",
    projects: [
      {
        ...base,
        openSourceProject: 1,
        repository: "https://github.com/x/p",
        license: "https://opensource.org/licenses/MIT",
        updated: { metadataLastUpdated: "2017-01-01" },
      },
      { ...base, openSourceProject: 0, governmentWideReuseProject: 1, license: null },
      { ...base, openSourceProject: 0, exemption: 3, exemptionText: "Risk to systems; ask bob@example.org." },
    ],
  });
  assert.deepEqual(
    items.map(({ facts }) => facts.usageType),
    ["openSource", "governmentWideReuse", "exemptByAgencySystem"],
  );
  assert.equal(factAt(items[0]?.facts ?? {}, "licence.expression"), "MIT");
  assert.equal(factAt(items[1]?.facts ?? {}, "licence.stated"), false);
  assert.equal(items[2]?.facts.exemptionText, "Risk to systems; ask …");
  assert.equal(items[2]?.facts.exemptionGround, "M-16-21 §6(3)");
  assert.deepEqual(
    items.map(({ subject }) => subject.id),
    ["https://github.com/x/p", "XYZ/P", "XYZ/P#P"],
  );
  assert.equal(whole.facts.valid, true);
  assert.equal(whole.facts.format, "projects");
});

test("the schema for a single project: a list of usage types, visibility, bill of materials", async () => {
  const { items, whole } = await observe({
    ...release,
    repositoryVisibility: "private",
    SBOM: "None",
    permissions: { licenses: [], usageType: ["exemptByEAR", "exemptByCIO"], exemptionText: "Export." },
  });
  assert.equal(items.length, 1);
  assert.equal(items[0]?.facts.exemptionReason, "exemptByEAR");
  assert.deepEqual(items[0]?.facts.usageTypes, ["exemptByEAR", "exemptByCIO"]);
  assert.equal(items[0]?.facts.public, false);
  assert.equal(items[0]?.facts.sbomPresent, false);
  assert.equal(whole.facts.format, "project");
  assert.equal(whole.facts.valid, false, "it lacks much that this schema requires");
});

test("unknown is never no: what is not stated is absent, with a reason", async () => {
  const seen = await item({
    permissions: { licenses: null, usageType: "exemptByMissionSystem" },
    laborHours: 0,
    languages: [],
    date: { created: "2023-02-30" },
  });
  for (const name of ["usageType", "exempt", "public", "licence.openSource", "laborHours", "languages", "created", "status"]) {
    assert.equal(factAt(seen.facts, name), undefined, name);
    assert.ok(reasonOfAbsence(seen, name), name);
  }
  assert.equal(seen.facts.usageTypeRaw, "exemptByMissionSystem");
  assert.equal(factAt(seen.facts, "licence.stated"), false);
});

test("licences: empty names, None, several, unknown ones, an address alone", async () => {
  const licenceOf = async (...licenses: unknown[]) => (await item({ permissions: { licenses, usageType: "openSource" } })).facts.licence;
  for (const nothing of [{ name: "" }, { name: "None", URL: "" }, { name: "NOASSERTION" }, {}, null, 7])
    assert.deepEqual(await licenceOf(nothing), { stated: false }, JSON.stringify(nothing));
  assert.deepEqual(await licenceOf({ name: "MIT" }, { name: "CC-BY-NC-4.0" }), {
    stated: true,
    raw: ["MIT", "CC-BY-NC-4.0"],
    recognised: true,
    expression: "MIT AND CC-BY-NC-4.0",
    openSource: false,
    osiApproved: false,
  });
  assert.deepEqual(await licenceOf({ name: "MIT" }, { name: "Other" }), { stated: true, raw: ["MIT", "Other"], recognised: false });
  assert.deepEqual(
    ((await licenceOf({ name: null, URL: "https://spdx.org/licenses/Apache-2.0.html" })) as { expression?: string }).expression,
    "Apache-2.0",
  );
});

test("addresses: passwords are left out, scripts and “private” are none, a page is no forge", async () => {
  assert.equal((await item({ repositoryURL: "https://user:pass@git.example.gov/a/b" })).facts.repositoryUrl, "https://git.example.gov/a/b");
  assert.equal((await item({ repositoryURL: "git://github.com/CDCgov/MaRS.git" })).facts.repositoryOnForge, true);
  assert.equal((await item({ repositoryURL: "https://www.example.gov/available-technologies" })).facts.repositoryOnForge, false);
  for (const repositoryURL of ["private", "javascript:alert(1)//example.org", "file:///etc/passwd", 5, null])
    assert.equal((await item({ repositoryURL })).facts.public, false, String(repositoryURL));
});

test("a file of one release a line: told by its name or first line, faults with their line, validity not seen", async () => {
  const lines = [JSON.stringify(release), "{broken", "", "7", JSON.stringify({ ...release, name: "Second" })].join("\n");
  for (const [name, content] of [
    ["a.ndjson", lines],
    ["b.json", lines],
    ["c.jsonl.gz", gzipSync(lines)],
  ] as const) {
    const { items, whole, faults } = await observe(content, { name, agency: "XYZ" });
    assert.deepEqual(
      items.map(({ subject }) => subject.id),
      ["https://github.com/example/example", "https://github.com/example/example#Second"],
      name,
    );
    assert.deepEqual(items[1]?.places.name, [{ file: name, line: 5, pointer: "/name" }]);
    assert.deepEqual(
      faults.map(({ line }) => line),
      [2, 4],
    );
    assert.equal(whole.facts.valid, undefined);
    assert.equal(whole.facts.items, 2);
    assert.equal(whole.facts.agency, "XYZ");
  }
});

test("a byte order mark, releases as an object, a bare list, entries that are none", async () => {
  assert.equal((await observe(`\uFEFF${JSON.stringify({ ...head, releases: [release] })}`)).whole.facts.valid, true);
  const object = await observe({ ...head, releases: { "a/b": release } });
  assert.equal(object.items[0]?.places.name?.[0]?.pointer, "/releases/a~1b/name");
  assert.match(String(object.whole.facts.errors), /expected releases to be a list/);
  const bare = await observe([release, null, "x", [1]]);
  assert.equal(bare.items.length, 1);
  assert.equal(bare.whole.facts.valid, false);
});

test("what is no inventory yields the file alone, invalid, with its errors placed", async () => {
  for (const [content, says] of [
    ["", /is not JSON/],
    ["{\n\n nope", /is not JSON/],
    ["{}", /is no code\.json/],
    ["null", /is no code\.json/],
    ['{"releases": 5}', /is no code\.json/],
  ] as const) {
    const { items, whole, faults } = await observe(content);
    assert.equal(items.length, 0, content);
    assert.equal(whole.facts.valid, false, content);
    assert.equal(whole.facts.items, undefined, content);
    assert.match(String(whole.facts.errors), says, content);
    assert.ok(faults.length > 0, content);
  }
  assert.equal((await observe("{\n\n nope")).faults[0]?.line, 3);
  const invalid = await observe(Buffer.from([...Buffer.from('{"version":"2.0.0","agency":"'), 0xff, ...Buffer.from('","releases":[]}')]));
  assert.match(String(invalid.whole.facts.errors), /not UTF-8/);
});

test("hostile files are bounded: depth, prototype keys, long lines, many releases, large documents, gzip that unpacks without end", async () => {
  const nested = await observe(`{"releases":${"[".repeat(100_000)}${"]".repeat(100_000)}}`);
  assert.match(String(nested.whole.facts.errors), /nested more than 64 deep/);

  const polluted = await observe(
    `{"__proto__":{"agency":"evil"},"releases":[{"__proto__":{"name":"evil"},"constructor":{"x":1},"permissions":{"usageType":"__proto__"}}]}`,
  );
  assert.equal(polluted.whole.facts.agency, undefined);
  assert.equal(polluted.items[0]?.facts.name, undefined);
  assert.equal(({} as { agency?: string }).agency, undefined);

  const long = await observe(`{"name":"${"x".repeat(5_000_000)}"}\n${JSON.stringify(release)}\n`, { name: "long.ndjson" });
  assert.match(long.faults[0]?.message ?? "", /longer than 4000000 bytes/);
  assert.equal(long.items.length, 1);

  const tooLarge = (problem: unknown) => problem instanceof Problem && problem.code === "too-large";
  await assert.rejects(observe({ ...head, releases: Array(5).fill(release) }, { limits: { releases: 4 } }), tooLarge);
  await assert.rejects(observe({ ...head, releases: Array(5).fill(release) }, { limits: { document: 1000 } }), tooLarge);
  await assert.rejects(observe(gzipSync(Buffer.alloc(20_000_000, 32)), { limits: { lines: 1_000_000 } }), tooLarge);
  await assert.rejects(observe(Buffer.alloc(32_000_001, 32)), tooLarge);
  await assert.rejects(
    observe(gzipSync(JSON.stringify(head)).subarray(0, 40)),
    (problem) => problem instanceof Problem && problem.code === "invalid-file",
  );
  await assert.rejects(observeFile(folder), (problem) => problem instanceof Problem && problem.code === "invalid-input");
  await assert.rejects(observeFile(join(folder, "absent.json")), (problem) => problem instanceof Problem && problem.code === "not-found");
});

test("one line of 1 GB is passed over in bounded memory", async () => {
  const path = join(folder, "sparse.ndjson");
  const file = await open(path, "w");
  await file.truncate(1_000_000_000);
  await file.close();
  const before = process.memoryUsage().rss;
  const { whole, faults } = await observeFile(path);
  assert.equal(faults.length, 1);
  assert.equal(whole.facts.items, undefined);
  const grown = process.memoryUsage().rss - before;
  assert.ok(grown < 150_000_000, `memory grew by ${grown} bytes`);
});

test("every fact that is defined can be seen", async () => {
  const full = {
    ...release,
    organization: "Office",
    status: "Production",
    vcs: "git",
    homepageURL: "https://example.gov",
    repositoryVisibility: "public",
    maintenance: "internal",
    languages: ["Python"],
    platforms: ["web"],
    reusedCode: [{ name: "x" }],
    relatedCode: [],
    contractNumber: ["1"],
    permissions: { ...release.permissions, exemptionText: "None needed." },
  };
  const { items, whole } = await observe({ ...head, releases: [full] });
  for (const [seen, definitions] of [
    [items[0] as Observation, inventoryItemDefinitions],
    [whole, inventoryDefinitions],
  ] as const)
    for (const { name } of definitions) assert.notEqual(factAt(seen.facts, name), undefined, name);
});

test("the 15 usage types of the schema, 13 of them exemptions, and the one before them", () => {
  assert.equal(usageTypes.length, 16);
  assert.equal(usageTypes.filter(({ group, value }) => group === "exempt" && value !== "exemptByLaw").length, 13);
  assert.ok(usageTypes.every(({ group, ground }) => (group === "exempt") === (ground !== undefined)));
  assert.equal(findUsageType("Open Source")?.value, "openSource");
  assert.equal(findUsageType("open")?.value, undefined);
});

test("whatever stands in a release, facts are defined and plain, and what is absent has a reason", async () => {
  const names = Object.keys(release);
  const defined = new Set(inventoryItemDefinitions.map(({ name }) => name));
  const anything = fc.dictionary(fc.constantFrom(...names, "permissions", "date", "tags", "exemption"), fc.jsonValue({ maxDepth: 3 }));
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { maxLength: 4 }), async (releases) => {
      const { items, whole } = await observe({ ...head, releases });
      assert.equal(items.length, releases.length);
      assert.equal(new Set(items.map(({ subject }) => subject.id)).size, items.length);
      for (const seen of items) {
        assert.deepEqual(JSON.parse(JSON.stringify(seen)), seen);
        for (const name of defined)
          assert.ok((factAt(seen.facts, name) === undefined) === (reasonOfAbsence(seen, name) !== undefined), name);
        for (const name of [...Object.keys(seen.places), ...Object.keys(seen.notObservable)]) assert.ok(defined.has(name), name);
      }
      for (const { name } of inventoryDefinitions)
        assert.ok((factAt(whole.facts, name) === undefined) === (reasonOfAbsence(whole, name) !== undefined), name);
    }),
    { numRuns: 100 },
  );
});

const shared = join(
  process.env.OPENFIRST_OUTSIDE_DATA ?? join(import.meta.dirname, "..", "..", "..", "..", "..", "shared", "data"),
  "goods",
  "code-json",
);
const absent = existsSync(shared)
  ? false
  : "the agencies' inventories are not on this machine; set OPENFIRST_OUTSIDE_DATA to the folder that holds goods/code-json";

test("the inventories of US agencies: every release read, by usage type and licence", { skip: absent }, async () => {
  const expected: [
    file: string,
    items: number,
    openSource: number,
    exempt: number,
    stated: number,
    recognised: number,
    valid: boolean | undefined,
  ][] = [
    ["DHS-index.json", 466, 466, 0, 392, 392, true],
    ["DoE-releases.ndjson", 5832, 5459, 373, 5832, 4410, undefined],
    ["FEC-index.json", 7, 7, 0, 7, 7, true],
    ["HHS-index.json", 583, 583, 0, 143, 143, false],
    ["NSF-index.json", 32, 14, 18, 32, 14, true],
    ["TREASURY-index.json", 6, 6, 0, 6, 6, true],
    ["USDA-index.json", 44, 44, 0, 31, 30, true],
  ];
  const produced = new Set<string>();
  for (const [file, ...counts] of expected) {
    const { items, whole } = await observeFile(join(shared, file));
    const { facts } = whole;
    assert.deepEqual(
      [facts.items, facts.openSourceItems, facts.exemptItems, facts.licenceStatedItems, facts.licenceRecognisedItems, facts.valid],
      counts,
      file,
    );
    assert.equal(items.length, counts[0], file);
    assert.equal(new Set(items.map(({ subject }) => subject.id)).size, items.length, file);
    assert.doesNotMatch(JSON.stringify(items), /contact-\d+@example\.org|\(202\) 874|Maziarz|Sivagnanam/, file);
    for (const { places } of items) for (const name of Object.keys(places)) produced.add(name);
  }
  assert.ok(produced.has("licence.expression") && produced.has("exemptionText"));
});

test("files beside them that are lists of addresses or empty are told to be no inventory", { skip: absent }, async () => {
  for (const file of ["issue-pool.json", "repo-manifest.json"]) {
    const { items, whole } = await observeFile(join(shared, file));
    assert.equal(items.length, 0, file);
    assert.equal(whole.facts.valid, false, file);
  }
});

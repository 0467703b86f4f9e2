import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Fault } from "../../../shared/problem.ts";
import { factAt, type Observation, reasonOfAbsence } from "../../fact.ts";
import { tenderDefinitions } from "./definitions.ts";
import { observeTenders, type TenderOptions } from "./observe.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "openfirst-tender-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function observed(path: string, options: TenderOptions = {}): Promise<{ tenders: Observation[]; faults: Fault[] }> {
  const tenders: Observation[] = [];
  const faults: Fault[] = [];
  for await (const tender of observeTenders(path, { onFault: (fault) => faults.push(fault), ...options })) tenders.push(tender);
  return { tenders, faults };
}

const release = (ocid: string, tender: object, more: object = {}) => ({
  ocid,
  id: `${ocid}-1`,
  date: "2024-01-01T00:00:00Z",
  tag: ["tender"],
  tender,
  ...more,
});
const plain = release("ocds-1", {
  title: "Supply of Oracle Database licences or equivalent",
  description: "The solution should prefer open source. Source code escrow is required.",
  classification: { scheme: "CPV", id: "48610000-7" },
  procurementMethod: "open",
  value: { amount: 5, currency: "EUR" },
});

test("a release shows its facts, each boolean with the exact span", async () => {
  const { tenders, faults } = await observed(write("one.json", JSON.stringify(plain, null, 2)), { observedAt: "2026-01-01T00:00:00.000Z" });
  assert.deepEqual(faults, []);
  const tender = tenders[0] as Observation;
  assert.equal(tenders.length, 1);
  assert.deepEqual(tender.subject, { kind: "tender", id: "ocds-1", name: "Supply of Oracle Database licences or equivalent" });
  assert.equal(tender.facts.software, true);
  assert.equal(tender.facts.softwareBasis, "code");
  assert.deepEqual(tender.facts.codes, ["CPV 48610000"]);
  assert.deepEqual(tender.facts.brands, [{ name: "Oracle Database", kind: "product", equivalent: true, field: "title" }]);
  assert.equal(tender.facts.equivalentAllowed, true);
  assert.equal(tender.facts.brandWithoutEquivalent, false);
  assert.equal(tender.facts.openSourceMention, true);
  assert.equal(tender.facts.excludesOpenSource, false);
  assert.equal(tender.facts.sourceDelivery, true);
  assert.deepEqual(tender.facts.value, { amount: 5, currency: "EUR" });
  assert.deepEqual(tender.places.software, [{ file: join(folder, "one.json"), pointer: "/tender/classification/id", text: "48610000" }]);
  assert.deepEqual(tender.places.openSourceMention, [
    { file: join(folder, "one.json"), pointer: "/tender/description", start: 27, end: 38, text: "open source" },
  ]);
});

test("every fact is defined, and seen or told why not", async () => {
  const { tenders } = await observed(write("one.json", JSON.stringify(plain)));
  const names = tenderDefinitions.map(({ name }) => name);
  for (const name of names)
    assert.ok(factAt((tenders[0] as Observation).facts, name) !== undefined || reasonOfAbsence(tenders[0] as Observation, name), name);
  const groups = new Set(names.map((name) => name.split(".")[0]));
  assert.deepEqual(
    Object.keys((tenders[0] as Observation).facts).filter((name) => !groups.has(name)),
    [],
  );
});

test("releases of one process are one tender of a package, the latest values first", async () => {
  const later = {
    ...plain,
    date: "2024-02-01T00:00:00Z",
    tag: ["award"],
    tender: { ...plain.tender, title: "Renamed", numberOfTenderers: 3 },
  };
  const { tenders } = await observed(
    write("package.json", JSON.stringify({ version: "1.0", releases: [later, plain, release("ocds-2", { title: "Desks" })] })),
  );
  assert.deepEqual(
    tenders.map(({ facts }) => [facts.id, facts.title, facts.stage, facts.bidders]),
    [
      ["ocds-1", "Renamed", "award", 3],
      ["ocds-2", "Desks", "tender", undefined],
    ],
  );
  assert.deepEqual((tenders[0] as Observation).facts.brands, [
    { name: "Oracle Database", kind: "product", equivalent: true, field: "title" },
  ]);
  assert.equal(tenders[0]?.places.title?.[0]?.pointer, "/releases/0/tender/title");
});

test("record packages, records with embedded releases, arrays and pages of an interface are read", async () => {
  const shapes = [
    { records: [{ ocid: "ocds-1", compiledRelease: plain }] },
    { records: [{ ocid: "ocds-1", releases: [plain, plain] }] },
    [{ releases: [plain] }],
    { results: [{ releases: [plain] }] },
    { ocid: "ocds-1", compiledRelease: plain },
  ];
  for (const shape of shapes) {
    const { tenders, faults } = await observed(write("shape.json", JSON.stringify(shape)));
    assert.deepEqual([tenders.map(({ facts }) => facts.id), faults], [["ocds-1"], []], JSON.stringify(shape).slice(0, 40));
  }
});

test("lines, plain and gzip; a bad line is a fault with its number and reading goes on", async () => {
  const lines = Buffer.concat([
    Buffer.from(`${JSON.stringify(plain)}\r\n{"ocid": "broken\n\n`),
    Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d, 0x0a]),
    Buffer.from(`${JSON.stringify({ records: 5 })}\n"${"x".repeat(5000)}"\n${JSON.stringify(release("ocds-2", { title: "Desks" }))}`),
  ]);
  for (const [name, content] of [
    ["lines.ndjson", lines],
    ["lines.ndjson.gz", gzipSync(lines)],
    ["unnamed", gzipSync(lines)],
  ] as const) {
    const { tenders, faults } = await observed(write(name, content), { limits: { line: 4000 } });
    assert.deepEqual(
      tenders.map(({ facts }) => facts.id),
      ["ocds-1", "ocds-2"],
      name,
    );
    assert.deepEqual(
      faults.map(({ line }) => line),
      [2, 4, 5, 6],
      name,
    );
    assert.equal(tenders[1]?.places.title?.[0]?.line, 7);
  }
});

test("a notice without text says so, and unknown is never no", async () => {
  const { tenders } = await observed(
    write("bare.json", JSON.stringify(release("ocds-3", { classification: { scheme: "CPV", id: "72200000" } }))),
  );
  const bare = tenders[0] as Observation;
  assert.equal(bare.facts.software, true);
  assert.equal(bare.facts.brands, undefined);
  assert.equal(bare.notObservable.openSourceMention, "the notice carries no description");
  assert.match(bare.notObservable.bidders ?? "", /does not say how many/);
  const { tenders: nothing } = await observed(write("nothing.json", JSON.stringify(release("ocds-4", {}))));
  assert.equal(nothing[0]?.facts.software, undefined);
});

test("no offers beside a chosen supplier is not believed; a large number of a document database is", async () => {
  const odd = release(
    "ocds-5",
    { numberOfTenderers: 0, title: "Software" },
    { awards: [{ suppliers: [{ name: "A" }], value: { amount: { $numberLong: "15890000000" }, currency: "COP" } }] },
  );
  const { tenders } = await observed(write("odd.json", JSON.stringify(odd)));
  assert.equal(tenders[0]?.facts.bidders, undefined);
  assert.match(tenders[0]?.notObservable.bidders ?? "", /says 0, though a supplier was chosen/);
  assert.deepEqual(tenders[0]?.facts.value, { amount: 15890000000, currency: "COP" });
});

test("a folder: files in order, links not followed, one bad file does not end it", async () => {
  write("a.json", "{");
  write("b.json", JSON.stringify(plain));
  write("c.txt", "not looked at");
  symlinkSync(join(folder, "b.json"), join(folder, "d.json"));
  const { tenders, faults } = await observed(folder);
  assert.deepEqual(
    tenders.map(({ places }) => places.title?.[0]?.file),
    ["b.json"],
  );
  assert.deepEqual(
    faults.map(({ file }) => file),
    ["a.json"],
  );
});

test("a document over the limit is refused with what to do", async () => {
  const path = write("large.json", JSON.stringify({ releases: [plain, plain] }, null, 1));
  await assert.rejects(observed(path, { limits: { document: 500 } }), /more than 500 bytes; write one release a line \(NDJSON\)/);
  await assert.rejects(observed(join(folder, "absent.json")), /could not be opened/);
});

test("gzip that unpacks without end is stopped by counting", async () => {
  const bomb = write("bomb.ndjson.gz", gzipSync(Buffer.alloc(5_000_000, 32)));
  await assert.rejects(observed(bomb, { limits: { file: 1_000_000, line: 1000 } }), /more than 1000000 bytes/);
});

test("a document type in XML is refused", async () => {
  const path = write("bomb.xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><ContractNotice>&b;</ContractNotice>');
  await assert.rejects(observed(path), /document type declaration/);
});

test("what is read is told while it is read", async () => {
  const path = write("many.ndjson", `${JSON.stringify(plain)}\n`.repeat(20_000));
  const told: number[] = [];
  await observed(path, { onProgress: ({ bytes }) => told.push(bytes) });
  assert.ok(told.length > 2 && told.at(-1) === statSync(path).size, told.join());
});

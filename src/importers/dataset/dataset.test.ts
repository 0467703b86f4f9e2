import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { wholeDataset, writeDataset } from "../../../test/made-dataset.ts";
import type { Fault } from "../../shared/problem.ts";
import { checkDataset } from "./check.ts";
import { readDataset, readTextFile } from "./read.ts";

const ACT = "instruments/ch-act.yml";
const act = wholeDataset[ACT] as string;

function faultsIn(folder: string): Fault[] {
  const { dataset, faults } = readDataset(folder);
  return [...faults, ...checkDataset(dataset)];
}

test("a whole dataset has no fault", () => {
  assert.deepEqual(faultsIn(writeDataset()), []);
});

/** What is changed in one file, the line where the fault is told, and what is said. */
const promised: Record<string, [file: string, from: string | RegExp, to: string, line: number, says: RegExp]> = {
  "an unknown provision type": [
    ACT,
    "type: publish-code",
    "type: publish-cod",
    35,
    /unknown provision type “publish-cod”; expected one that stands in provision-types\.yml/,
  ],
  "an unknown kind of text": [ACT, "type: statute", "type: law", 8, /statute/],
  "a dangling source of a coding": [
    ACT,
    "accepted\n        source: s1",
    "accepted\n        source: s2",
    41,
    /unknown source “s2”; expected the id of one of this file's sources \(s1\)/,
  ],
  "a dangling source of a date": [ACT, '2023-03-17"\n    source: s1', '2023-03-17"\n    source: s9', 15, /unknown source “s9”/],
  "a dangling source of a wording": [ACT, "en\n        source: s1", "en\n        source: s3", 31, /unknown source “s3”/],
  "an impossible date": [ACT, "2023-03-17", "2024-02-30", 14, /exists in the calendar/],
  "a date as prose": [ACT, '"2023-03-17"', "spring 2023", 14, /YYYY-MM-DD/],
  "a date that is a number": [ACT, '"2023-03-17"', "2023", 14, /string/],
  "an unknown jurisdiction": [ACT, "jurisdiction: CH", "jurisdiction: XX", 2, /unknown jurisdiction “XX”/],
  "an unknown body": [ACT, "issuing_body: ch-assembly", "issuing_body: ch-nobody", 11, /unknown body “ch-nobody”/],
  "another name than the file's": [ACT, "id: ch-act", "id: ch-other", 1, /expected the file ch-other\.yml/],
  "an address that is a script": [ACT, "https://example.org/act", "javascript:alert(1)", 23, /http:\/\/ or https:\/\//],
  "an address with a mark": [ACT, "https://example.org/act", "https://example.org/<script>", 23, /http:\/\/ or https:\/\//],
  "a field nobody knows": [ACT, "read: partial", "read: partial\nauthor: somebody", 1, /author/],
  "a key twice": [ACT, "read: partial", "read: partial\nread: full", 21, /“read” stands twice/],
  "a jurisdiction that is its own parent": ["jurisdictions.csv", "CH,national,,", "CH,national,CH-ZH,", 2, /belongs to itself/],
  "a blank as a number": ["jurisdictions.csv", "0.9,46.8", "0.9, ", 2, /number/],
  "a number in another writing": ["jurisdictions.csv", "0.9,46.8", "0x1,46.8", 2, /number/],
  "a column twice": ["jurisdictions.csv", "latitude", "level", 0, /the column “level” stands twice/],
  "a row that is too short": ["jurisdictions.csv", "CH-ZH,subnational,CH,,,Zurich", "CH-ZH,subnational", 0, /columns length is 6/],
  "a quotation without end": ["jurisdictions.csv", "CH-ZH,subnational", 'CH-ZH,"subnational', 0, /Quote/],
  "a claim in no year": ["claims/csis.csv", "2007", "two thousand", 2, /number/],
  "a claim whose address is a script": ["claims/csis.csv", "https://example.org/a", "javascript:alert(1)", 2, /http/],
  "a claim twice": ["claims/csis.csv", /(csis-1,.*\n)/, "$1$1", 3, /“csis-1” stands twice/],
  "a link twice": ["claims/links.csv", /(csis-1,.*\n)/, "$1$1", 3, /stands twice/],
  "a link of no claim": ["claims/links.csv", "csis-1", "csis-2", 2, /unknown claim “csis-2”/],
  "a list that is none": ["lessons.yml", /^.*$/s, "a: 1", 1, /expected a list/],
  "an item that is none": ["frameworks/made.yml", "item: i1", "item: i2", 19, /unknown item “i2”/],
  "text in no language": ["bodies/ch.yml", "en: Federal", "english: Federal", 4, /BCP 47/],
};
for (const [name, [file, from, to, line, says]] of Object.entries(promised)) {
  test(`${name} is told with file and line`, () => {
    const content = (wholeDataset[file] as string).replace(from, to);
    assert.notEqual(content, wholeDataset[file]);
    const faults = faultsIn(writeDataset({ [file]: content }));
    const found = faults.find((fault) => fault.file.endsWith(file) && says.test(fault.message) && (line === 0 || fault.line === line));
    assert.ok(found, JSON.stringify(faults));
  });
}

test("the same place, type, addressee and scope twice by one coder is a fault; another coder or scope is none", () => {
  const coding = act.slice(act.indexOf("      - id: c1"));
  const second = (change: (text: string) => string) => faultsIn(writeDataset({ [ACT]: `${act}${change(coding.replace("c1", "c2"))}` }));
  const [fault, ...others] = second((text) => text);
  assert.deepEqual([fault?.line, fault?.at, others.length], [42, "provisions.0.codings.1", 0]);
  assert.match(
    fault?.message ?? "",
    /“Art\. 9” is coded twice as publish-code by founding-team with the same addressee and scope; merge the two/,
  );
  assert.deepEqual(
    second((text) => `${text}        coder: second-coder\n`),
    [],
  );
  assert.deepEqual(
    second((text) => `${text}        scope: software for schools\n`),
    [],
  );
  assert.equal(second((text) => `${text}        coder: founding-team\n`).length, 1);
});

test("every fault of every file is told at once", () => {
  const faults = faultsIn(
    writeDataset({
      [ACT]: act.replace("type: statute", "type: law").replace("read: partial", "read: no"),
      "lessons.yml": "- id: 1\n",
      "bodies/ch.yml": "\t- x",
    }),
  );
  for (const file of ["ch-act.yml", "lessons.yml", "ch.yml"])
    assert.ok(
      faults.some((fault) => fault.file.endsWith(file)),
      file,
    );
  assert.ok(faults.filter((fault) => fault.file.endsWith("ch-act.yml")).length >= 2);
});

test("a table of the wrong kind is refused without a fault for each of its rows", () => {
  const faults = readDataset(writeDataset({ "claims/csis.csv": `id\n${"x\n".repeat(50_000)}` })).faults;
  assert.equal(faults.length, 1000);
});

const unreadable: Record<string, [content: string | Uint8Array, says: RegExp, line?: number]> = {
  "a table with a NUL": ["id,level,name_en\nCH,national,Swit\0zerland\n", /U\+0000/, 2],
  "a table in Latin-1": [new Uint8Array([0x69, 0x64, 0x0a, 0xe9]), /not UTF-8/],
  "a table in UTF-16": [new Uint8Array(Buffer.from("\uFEFFid,level\n", "utf16le")), /not UTF-8/],
  "a table with a million columns": [`${"a,".repeat(1_000_000)}a\n`, /CSV/],
  "a cell of 10 MB": [`id,name_en\nCH,"${"x".repeat(10_000_000)}"\n`, /CSV/],
  "a table of 21 MB": ["x".repeat(21_000_000), /larger than 20 MB/],
};
for (const [name, [content, says, line]] of Object.entries(unreadable)) {
  test(`${name} is refused`, () => {
    const { faults } = readDataset(writeDataset({ "jurisdictions.csv": content }));
    assert.match(faults[0]?.message ?? "", says);
    assert.match(faults[0]?.file ?? "", /jurisdictions\.csv$/);
    if (line) assert.equal(faults[0]?.line, line);
  });
}

test("marks, formulas and odd keys stay what they are: text, or a fault", () => {
  const title = '"=HYPERLINK(""http://x"")<script>alert(1)</script>"';
  const { dataset, faults } = readDataset(
    writeDataset({ "claims/csis.csv": `id,collection,row,jurisdiction,title\ncsis-1,csis,row 1,CH,${title}\n` }),
  );
  assert.deepEqual(faults, []);
  assert.equal(dataset.claims[0]?.value.title, '=HYPERLINK("http://x")<script>alert(1)</script>');
  for (const change of [
    { "claims/csis.csv": "id,collection,row,jurisdiction,title,__proto__\ncsis-1,csis,row 1,CH,x,y\n" },
    { [ACT]: `${act}__proto__:\n  admin: true\n` },
  ]) {
    assert.ok(readDataset(writeDataset(change)).faults.some((fault) => /__proto__|[Uu]nrecognized/.test(fault.message)));
  }
  assert.equal(({} as { admin?: boolean }).admin, undefined);
});

test("links, pipes and folders that pose as files are refused, and end nothing", {
  skip: process.platform === "win32" ? "Windows has no such files" : false,
}, () => {
  const folder = writeDataset({ "instruments/ch-act.yml": null });
  const place = (name: string) => join(folder, "instruments", name);
  mkdirSync(join(folder, "instruments"), { recursive: true });
  mkdirSync(place("folder.yml"));
  symlinkSync("/etc/passwd", place("link.yml"));
  symlinkSync("/dev/zero", place("device.yml"));
  execFileSync("mkfifo", [place("pipe.yml")]);
  const { faults } = readDataset(folder);
  assert.deepEqual(
    faults.map((fault) => [fault.file.split("/").at(-1), fault.message]),
    [
      ["device.yml", "is a link; expected the file itself"],
      ["folder.yml", "is a folder; expected the file itself"],
      ["link.yml", "is a link; expected the file itself"],
      ["pipe.yml", "is no plain file; expected the file itself"],
    ],
  );
  assert.equal(readTextFile(join(folder, "nothing")), undefined);
});

test("a folder that is a link or a file is told, not passed over", () => {
  const folder = writeDataset({ "bodies/ch.yml": null, bodies: "not a folder" });
  rmSync(join(folder, "coverage"), { recursive: true });
  symlinkSync(writeDataset(), join(folder, "coverage"));
  const { faults } = readDataset(folder);
  assert.deepEqual(faults.map((fault) => fault.file.split("/").at(-1)).sort(), ["bodies", "coverage"]);
});

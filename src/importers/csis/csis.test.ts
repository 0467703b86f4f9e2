import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { claim } from "../../registry/claim.ts";
import { claimFromRow, claimsToCsv, claimToRow } from "../../registry/table-rows.ts";
import { Problem } from "../../shared/problem.ts";
import { governments } from "./governments.ts";
import { csis } from "./index.ts";
import { addressesIn } from "./translate.ts";

const here = import.meta.dirname;
const sample = readFileSync(join(here, "examples", "sample.csv"), "utf8");
const [header, ...lines] = sample.split("\n");
const read = (text: string | Uint8Array, file = "sample.csv") =>
  csis.read([{ file, bytes: typeof text === "string" ? new TextEncoder().encode(text) : text }]);
const row = (changes: Record<string, string>) => {
  const cells: Record<string, string> = Object.fromEntries((header as string).split(",").map((name) => [name, "-"]));
  Object.assign(cells, { Government: "Poland", Title: "Example", Date: "2003", Notes: "" }, changes);
  return `${header}\n${Object.values(cells)
    .map((cell) => `"${cell.replaceAll('"', '""')}"`)
    .join(",")}\n`;
};

function problemOf(action: () => unknown): Problem {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof Problem, String(error));
    return error;
  }
  throw new Error("expected a Problem");
}

test("a row becomes a claim of facts, with the number and line where it stands", () => {
  const [policy, decree, bill] = csis.translate(csis.read([{ file: "sample.csv", bytes: new TextEncoder().encode(sample) }]));
  assert.deepEqual(policy, {
    id: "csis-1",
    collection: "csis",
    row: "row 1, line 2",
    jurisdiction: "JO",
    title: "Example policy on open source",
    years: [2014],
    kind: "Strategy",
    status: "Approved",
    action: "How to Use",
    objectives: ["Cost", "Modernization"],
    addresses: ["https://example.org/policy", "https://example.org/second"],
    languages: ["en"],
    flags: [],
  });
  assert.equal(decree?.row, "row 2, line 4", "a cell with a line break moves the rows below it");
  assert.deepEqual(decree?.flags, ["repealed-since"]);
  assert.deepEqual(bill?.flags, ["assumed-failed", "source-unopenable"]);
  assert.deepEqual(bill?.addresses, []);
});

test("the publisher's remarks are never carried over", () => {
  const written = JSON.stringify(csis.translate(read(sample)));
  for (const remark of ["must not be carried", "oblige ministries", "Example survey", "no update found."])
    assert.ok(!written.includes(remark), remark);
});

test("reading twice gives the same claims, and writing them the same bytes; what is written reads back", () => {
  const claims = csis.translate(read(sample));
  assert.equal(claimsToCsv(claims), claimsToCsv(csis.translate(read(sample))));
  for (const one of claims) {
    const filled = Object.fromEntries(Object.entries(claimToRow(one)).filter(([, cell]) => cell !== ""));
    assert.deepEqual(claim.parse(claimFromRow(filled)), one);
  }
});

test("a file with a byte order mark and Windows line ends reads the same", () => {
  const claims = csis.translate(read(`\uFEFF${sample.replaceAll("\n", "\r\n")}`));
  assert.deepEqual(
    claims.map(({ row: place, title }) => [place, title]),
    csis.translate(read(sample)).map(({ row: place, title }) => [place, title]),
  );
});

test("addresses: remarks beside them are left out, an address broken in its middle is left out whole", () => {
  assert.deepEqual(addressesIn("https://example.org/a &"), ["https://example.org/a"]);
  assert.deepEqual(addressesIn("https://example.org/a //https://example.net/b"), ["https://example.org/a", "https://example.net/b"]);
  assert.deepEqual(addressesIn("https://example.org/a (of the city only)"), ["https://example.org/a"]);
  assert.deepEqual(addressesIn("http://example.org/a?id=42\u00a0-2003&lang=EN"), []);
  assert.deepEqual(addressesIn("Company correspondence", "javascript:alert(1)"), []);
  assert.deepEqual(addressesIn("https://example.org/a", "https://example.org/a"), ["https://example.org/a"]);
});

test("110 spellings are 109 governments, each with its own code", () => {
  assert.equal(Object.keys(governments).length, 109);
  assert.equal(new Set(Object.values(governments)).size, 109);
});

test("what cannot be trusted is refused with file, line and what to do", () => {
  const cases: [name: string, input: string | Uint8Array, line: number, says: RegExp][] = [
    ["missing columns", "Government,Title\nPoland,Example\n", 1, /columns are missing: .*Date.*; take the publisher's own file/],
    ["not a table", `${header}\n"Poland,Europe\n`, 2, /not a CSV table/],
    ["too few cells", `${header}\nPoland,Europe\n`, 2, /not a CSV table/],
    ["HTML in a title", row({ Title: 'Policy <img src=x onerror="alert(1)">' }), 2, /HTML in the cell/],
    ["a formula", row({ Title: '=HYPERLINK("http://example.org")' }), 2, /begins like a formula/],
    ["a formula with a minus", row({ Action: "-1+cmd" }), 2, /begins like a formula/],
    ["no title", row({ Title: " " }), 2, /empty; expected the title/],
    ["no year", row({ Date: "ca. 2003" }), 2, /is not a year/],
    ["a cell of 10 MB", row({ Comments: "x".repeat(10_000_000) }), 2, /the cell has 10000000 characters; at most/],
    ["another encoding", Buffer.from(`${header}\nCuraçao,`, "latin1"), 2, /not UTF-8 text; save the table again/],
    ["a NUL byte", `${header}\n${lines[0]}\0\n`, 2, /not UTF-8 text/],
  ];
  for (const [name, input, line, says] of cases) {
    const problem = problemOf(() => read(input));
    const [fault] = problem.faults;
    assert.match(fault?.message ?? "", says, name);
    assert.equal(fault?.file, "sample.csv", name);
    assert.equal(fault?.line, line, name);
    assert.ok(problem.message.includes("sample.csv"), name);
  }
});

test("a file beyond the largest size is too large, not read", () => {
  assert.equal(problemOf(() => read(new Uint8Array(50_000_001))).code, "too-large");
});

test("an unknown government is named with its line and the table to extend", () => {
  const problem = problemOf(() => csis.translate(read(row({ Government: "Atlantis" }))));
  assert.match(problem.message, /sample\.csv, line 2: row 1: unknown government “Atlantis”; add its code to governments\.ts/);
});

const original = join(
  process.env.OPENFIRST_OUTSIDE_DATA ?? join(here, "..", "..", "..", "..", "shared", "data"),
  "policies",
  "csis",
  "OSS.Dataset.-.December.2022.v3.csv",
);
const absent = existsSync(original)
  ? false
  : "the publisher's file is not on this machine; set OPENFIRST_OUTSIDE_DATA to the folder that holds policies/csis";

test("the publisher's file gives dataset/claims/csis.csv, row by row", { skip: absent }, () => {
  const claims = csis.translate(csis.read([{ file: "original.csv", bytes: readFileSync(original) }]));
  assert.equal(claims.length, 669);
  assert.equal(new Set(claims.map(({ jurisdiction }) => jurisdiction)).size, 109);
  assert.equal(claims.filter(({ flag_note }) => flag_note?.includes("had no access to the original")).length, 42);
  for (const [code, count] of [
    ["CA", 8],
    ["CO", 9],
    ["BO", 7],
  ] as const) {
    assert.equal(claims.filter(({ jurisdiction, flags }) => jurisdiction === code && flags.includes("displaced-year")).length, count, code);
  }
  for (const one of claims) claim.parse(one);
  assert.equal(readFileSync(join(here, "..", "..", "..", "dataset", "claims", "csis.csv"), "utf8"), claimsToCsv(claims));
});

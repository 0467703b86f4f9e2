import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { claim } from "../../registry/claim.ts";
import { claimsToCsv } from "../../registry/table-rows.ts";
import { Problem } from "../../shared/problem.ts";
import { idb } from "./index.ts";
import type { InputFile } from "./read.ts";
import { yearsIn } from "./translate.ts";

const here = import.meta.dirname;

function pagesIn(folder: string): InputFile[] {
  return ["en", "es", "pt"].flatMap((language) =>
    readdirSync(join(folder, language, "policies"))
      .sort()
      .map((name) => ({ file: `docs/${language}/policies/${name}`, bytes: readFileSync(join(folder, language, "policies", name)) })),
  );
}

const sample = () => pagesIn(join(here, "examples"));
const overview = (body: string | Uint8Array): InputFile[] => [
  {
    file: "en/policies/complete-country-overview.md",
    bytes:
      typeof body === "string"
        ? new TextEncoder().encode(`### 🇧🇷 Brazil\n\n| OSS Policy Type | Document | Overview |\n|---|---|---|\n${body}\n`)
        : body,
  },
];

function problemOf(action: () => unknown): Problem {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof Problem, String(error));
    return error;
  }
  throw new Error("expected a Problem");
}

test("one document under one category is one claim, its languages and addresses merged", () => {
  const [law] = idb.translate(idb.read(sample()));
  assert.deepEqual(law, {
    id: "idb-br-release-example-law-no-1-234-2020",
    collection: "idb",
    row: "en/policies/complete-country-overview.md:9",
    jurisdiction: "BR",
    title: "Example Law Nº 1.234/2020",
    years: [2020],
    kind: "Public Release of State-Owned Software",
    objectives: [],
    addresses: ["https://example.org/law", "https://mirror.example.org/law"],
    languages: ["en", "es", "pt"],
    flags: [],
  });
});

test("claims stand in the order of the English overview; what only a category's page holds comes after", () => {
  const claims = idb.translate(idb.read(sample()));
  assert.deepEqual(
    claims.map(({ id }) => id),
    [
      "idb-br-release-example-law-no-1-234-2020",
      "idb-br-planning-example-plan-2021-2024",
      "idb-ee-release-state-property-amendment-act",
      "idb-ch-release-example-guideline",
    ],
  );
  assert.deepEqual(claims[2]?.flags, ["lost-superscript", "names-differ"]);
  assert.deepEqual(claims[2]?.languages, ["en", "es"]);
});

test("the overviews in prose are never carried over", () => {
  const written = JSON.stringify(idb.translate(idb.read(sample())));
  for (const prose of ["must not be carried", "More prose", "Prosa"]) assert.ok(!written.includes(prose), prose);
});

test("the same document twice under one category gives two claims with two ids, the second flagged by its rule", () => {
  const line = "| Open Standards Requirement | [Example](https://example.org/a) | - |";
  const claims = idb.translate(idb.read(overview(`${line}\n${line}`)));
  assert.deepEqual(
    claims.map(({ id }) => id),
    ["idb-br-standards-example", "idb-br-standards-example-2"],
  );
});

test("years of a title, not digits of a number", () => {
  assert.deepEqual(yearsIn("Law Nº 14.063/2020"), [2020]);
  assert.deepEqual(yearsIn("EU eGovernment Action Plan 2016-2020"), [2016, 2020]);
  assert.deepEqual(yearsIn("Regulation (EU) 2024/2847"), [2024]);
  assert.deepEqual(yearsIn("Law 12.020 and Decree 20201"), []);
});

test("what cannot be trusted is refused with file, line and what to do", () => {
  const cases: [name: string, files: InputFile[], line: number | undefined, says: RegExp][] = [
    [
      "a script as address",
      overview("| Open Standards Requirement | [Example](javascript:alert(1)) | - |"),
      5,
      /no web address; expected one that begins with https/,
    ],
    ["HTML in a title", overview("| Open Standards Requirement | [<b>Example</b>](https://example.org) | - |"), 5, /HTML in the title/],
    ["a formula", overview("| Open Standards Requirement | [=1+1](https://example.org) | - |"), 5, /begins like a formula/],
    ["no link", overview("| Open Standards Requirement | Example | - |"), 5, /expected a document as \[title\]\(address\)/],
    ["a line of 10 MB", overview("x".repeat(10_000_000)), 1, /at most 5000000 are read/],
    [
      "a long line",
      overview(`| Open Standards Requirement | [Example](https://example.org) | ${"x".repeat(30_000)} |`),
      5,
      /at most 20000 are read/,
    ],
    ["another encoding", overview(Buffer.from("# Título\n\n| Política |\n", "latin1")), 1, /not UTF-8 text; save the page again/],
    [
      "no country",
      [
        {
          file: "en/policies/complete-country-overview.md",
          bytes: Buffer.from("# Overview\n\n| a | b |\n|---|---|\n| Open Standards Requirement | [Example](https://example.org) |\n"),
        },
      ],
      5,
      /under no country/,
    ],
    [
      "other pages",
      [{ file: "README.md", bytes: Buffer.from("# Hello\n") }],
      undefined,
      /no entry found; expected the publisher's folders/,
    ],
  ];
  for (const [name, files, line, says] of cases) {
    const problem = problemOf(() => idb.read(files));
    assert.match(problem.faults[0]?.message ?? "", says, name);
    assert.equal(problem.faults[0]?.line, line, name);
    assert.equal(problem.faults[0]?.file, files[0]?.file, name);
  }
});

test("every fault is reported, not the first alone", () => {
  const line = "| Open Standards Requirement | [=1+1](https://example.org) | - |";
  assert.equal(problemOf(() => idb.read(overview(`${line}\n${line}`))).faults.length, 2);
});

test("an unknown category is named with its line and the table to extend", () => {
  const problem = problemOf(() => idb.translate(idb.read(overview("| Blockchain | [Example](https://example.org) | - |"))));
  assert.match(problem.message, /complete-country-overview\.md, line 5: unknown category “Blockchain”; add its spelling to categories\.ts/);
});

const original = join(process.env.OPENFIRST_OUTSIDE_DATA ?? join(here, "..", "..", "..", "..", "shared", "data"), "policies", "idb");
const absent = existsSync(original)
  ? false
  : "the publisher's pages are not on this machine; set OPENFIRST_OUTSIDE_DATA to the folder that holds policies/idb";

test("the publisher's pages give dataset/claims/idb.csv, row by row", { skip: absent }, () => {
  const entries = idb.read(pagesIn(original));
  const claims = idb.translate(entries);
  const inOverview = (language: string) => entries.filter((entry) => entry.page === "overview" && entry.language === language).length;
  assert.deepEqual([inOverview("en"), inOverview("es"), inOverview("pt")], [224, 224, 223]);
  assert.equal(claims.length, 227, "the overview's 224 and three that stand on a category's page alone");
  assert.equal(new Set(claims.map(({ id }) => id)).size, claims.length);
  assert.equal(new Set(claims.map(({ jurisdiction }) => jurisdiction)).size, 15);
  for (const one of claims) claim.parse(one);
  assert.equal(readFileSync(join(here, "..", "..", "..", "dataset", "claims", "idb.csv"), "utf8"), claimsToCsv(claims));
});

test("an earlier derived parse of the overviews holds the same entries", { skip: absent }, () => {
  const derived = JSON.parse(readFileSync(join(original, "idb-policies.json"), "utf8")) as {
    lang: string;
    document: string;
    url: string;
    line: number;
  }[];
  const mine = idb
    .read(pagesIn(original))
    .filter(({ page }) => page === "overview")
    .map(({ language, title, address, line }) => `${language}:${line} ${title} ${address}`);
  assert.deepEqual(
    mine.sort(),
    derived.map(({ lang, document, url, line }) => `${lang}:${line} ${document.replace(/\s+/gu, " ").trim()} ${url}`).sort(),
  );
});

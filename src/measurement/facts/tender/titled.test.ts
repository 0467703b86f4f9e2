import assert from "node:assert/strict";
import { test } from "node:test";
import { brandsIn } from "./brands.ts";
import { namesInTitle } from "./titled.ts";
import { findWords } from "./words.ts";

const names = (title: string): string[] =>
  namesInTitle(title, findWords(title, "anywhere")).map(({ start, end }) => title.slice(start, end));

test("a word that is no everyday one beside software or licence is a name, also in capitals", () => {
  assert.deepEqual(names("SOLE SOURCE COSTAR PROPERTY SOFTWARE"), ["COSTAR"]);
  assert.deepEqual(names("SOLE SOURCE Maya Software"), ["Maya"]);
  assert.deepEqual(names("Request for quotation Kofax Ascent licence"), ["Kofax Ascent"]);
  assert.deepEqual(names("REQUEST FOR PROPOSAL CHECK PROCESSING SOFTWARE"), []);
});

test("where one only comes into question, the name may stand further from what is bought, and a version makes one of any word", () => {
  assert.deepEqual(names("SOLE SOURCE NICHEVISION FORENSIC SOFTWARE SUPPORT"), ["NICHEVISION"]);
  assert.deepEqual(names("SOLE SOURCE LAW 4.0 software"), ["LAW 4.0"]);
  assert.deepEqual(names("SOLE SOURCE SPORTS FLOOR REFINISHING"), []);
  assert.deepEqual(names("SOLE SOURCE SPINNING WHEELS FOR THE COMPUTER ROOM"), []);
});

test("what stands before “brand” is a make, unless the brand is the buyer's own", () => {
  assert.deepEqual(names("PUBLIC BID IMPATH BRAND NETWORK COMPONENTS"), ["IMPATH"]);
  assert.deepEqual(names("Miscellaneous Code 3 brand lighting parts"), ["Code 3"]);
  assert.deepEqual(names("City brand strategy"), []);
});

test("long texts, other languages and short forms name nothing here", () => {
  assert.deepEqual(names("Lieferung von Beschaffungssoftware und Softwarelizenzen"), []);
  assert.deepEqual(names("Purchase of HVAC and CCTV software"), []);
  assert.deepEqual(names(`Maya software ${"and support for the council ".repeat(10)}`), []);
});

test("every name lies within its title and begins with a capital or a figure, however the title is made up", () => {
  const words = [
    "SOLE",
    "SOURCE",
    "sole source",
    "Brand",
    "software",
    "licences",
    "COSTAR",
    "4.0",
    "-",
    "Inc.",
    "é",
    "for",
    "®",
    "Kofax",
    "X",
    "🙂",
    "(",
  ];
  let seed = 1;
  for (let round = 0; round < 2000; round++) {
    const title = Array.from({ length: 1 + (round % 9) }, () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return words[(seed >> 8) % words.length];
    }).join(" ");
    for (const { start, end } of namesInTitle(title, findWords(title, "anywhere"))) {
      assert.ok(start >= 0 && end <= title.length && start < end, title);
      assert.match(title.slice(start, end), /^[\p{Lu}\d]/u, title);
    }
  }
});

const brands = (text: string): string[] => brandsIn(text, findWords(text, "anywhere")).map(({ name }) => name);

test("where the parties track their work and a body that bears a product's name are no brands", () => {
  assert.deepEqual(brands("The contractor maintains the backlog of user stories in Jira."), []);
  assert.deepEqual(brands("Licences of Jira for 300 users."), ["Jira"]);
  assert.deepEqual(brands("Verification by Scotland Excel."), []);
  assert.deepEqual(brands("Work under the NEC Term Service Contract."), []);
  assert.deepEqual(brands("A new wing of the hospital in Palo Alto."), []);
  assert.deepEqual(brands("Firewalls of Palo Alto Networks and screens of NEC."), ["Palo Alto Networks", "NEC"]);
});

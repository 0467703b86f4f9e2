import assert from "node:assert/strict";
import { test } from "node:test";
import { brandsIn } from "./brands.ts";
import { findWords } from "./words.ts";

const brands = (text: string): string[] => brandsIn(text, findWords(text, "anywhere")).map(({ name }) => name);

test("examples, certificates of staff, portals and makers whom nobody may offer are mentioned in passing", () => {
  for (const text of [
    "Relational databases (e.g., PostgreSQL or MongoDB)",
    "The service is hosted in AWS",
    "One engineer with a title of Cisco CCIE certification",
    "osoba z certyfikatem VMware",
    "5 certyfikatów Cisco CCNA",
    "Register on the Oracle portal",
    "The contract was awarded to Fujitsu",
    "(1) Telecommunications equipment produced by Huawei Technologies Company or ZTE",
  ])
    assert.deepEqual(brands(text), [], text);
});

test("what is bought, extended or worked with is named, also beside such words", () => {
  assert.deepEqual(brands("Licences of PostgreSQL support"), ["PostgreSQL"]);
  assert.deepEqual(brands("It must integrate with ServiceNow"), ["ServiceNow"]);
  assert.deepEqual(brands("Switches of Huawei"), ["Huawei"]);
  assert.deepEqual(brands("VMware licences from a certified reseller"), ["VMware"]);
});

test("where a name is read as one does not depend on what stands far from it", () => {
  assert.deepEqual(brands(`for example a lift. ${"The lift is old. ".repeat(20)}Licences of VMware`), ["VMware"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Problem } from "../../shared/problem.ts";
import { approvalOf, formatLicenceExpression, joinLicences, type LicenceExpression, parseLicenceExpression } from "./expression.ts";

const read = (text: string) => formatLicenceExpression(parseLicenceExpression(text));

test("an expression is written as SPDX writes it", () => {
  assert.equal(read("mit"), "MIT");
  assert.equal(read("(MIT or apache-2.0)"), "MIT OR Apache-2.0");
  assert.equal(read("MIT OR (Apache-2.0 OR ISC)"), "MIT OR Apache-2.0 OR ISC");
  assert.equal(read("MIT AND (ISC OR Zlib)"), "MIT AND (ISC OR Zlib)");
  assert.equal(read("(MIT AND ISC) OR Zlib"), "MIT AND ISC OR Zlib");
  assert.equal(read("GPL-2.0-only with classpath-exception-2.0"), "GPL-2.0-only WITH Classpath-exception-2.0");
  assert.equal(read("LicenseRef-Own-terms"), "LicenseRef-Own-terms");
});

test("withdrawn identifiers become those that SPDX asks for", () => {
  assert.equal(read("GPL-3.0"), "GPL-3.0-only");
  assert.equal(read("lgpl-2.1+"), "LGPL-2.1-or-later");
  assert.equal(read("GPL-2.0-only+"), "GPL-2.0-or-later");
  assert.equal(read("GPL-2.0-with-classpath-exception"), "GPL-2.0-only WITH Classpath-exception-2.0");
  assert.equal(read("EUPL-1.2+"), "EUPL-1.2+");
});

test("what is no expression is refused with the part that is wrong", () => {
  for (const [text, part] of [
    ["", "ends where"],
    ["MIT Apache-2.0", "“Apache-2.0” stands where"],
    ["MIT OR", "ends where"],
    ["(MIT", "not closed"],
    ["Freeware", "“Freeware” is no identifier"],
    ["MIT WITH Nothing", "“Nothing” is no exception"],
    ["(MIT OR ISC) WITH LLVM-exception", "“WITH” stands where"],
    ["eCos-2.0 WITH LLVM-exception", "cannot take an exception"],
    ["(".repeat(100), "nested"],
    ["MIT OR ".repeat(1000), "longer"],
  ] as const) {
    assert.throws(
      () => parseLicenceExpression(text),
      (error) => error instanceof Problem && error.code === "invalid-input" && error.message.includes(part),
      text,
    );
  }
});

test("approvals: any part of a choice, every part of what applies together", () => {
  assert.deepEqual(approvalOf("EUPL-1.2"), { recognised: true, openSource: true, osiApproved: true, fsfFree: true, dpgApproved: true });
  assert.equal(approvalOf("MIT OR SSPL-1.0").osiApproved, true);
  assert.equal(approvalOf("MIT AND SSPL-1.0").openSource, false);
  assert.equal(approvalOf("CC0-1.0").openSource, true);
  assert.equal(approvalOf("CC0-1.0").osiApproved, false);
  assert.equal(approvalOf("GPL-3.0-or-later WITH GCC-exception-3.1").osiApproved, true);
  assert.equal(approvalOf("Apache-2.0+").osiApproved, true);
});

test("what is unknown is never called open", () => {
  for (const text of [
    "NONE",
    "NOASSERTION",
    "LicenseRef-MIT-modified",
    "MIT AND LicenseRef-x",
    "Freeware",
    "",
    "BUSL-1.1",
    "CC-BY-NC-4.0",
    "OGL-UK-3.0",
  ]) {
    assert.equal(approvalOf(text).openSource, false, text);
  }
  assert.equal(approvalOf("LicenseRef-MIT-modified").recognised, false);
  assert.equal(approvalOf("BUSL-1.1").recognised, true);
});

const leaf = fc.constantFrom("MIT", "Apache-2.0", "EUPL-1.2", "LicenseRef-Own", "GPL-3.0-or-later", "BSD-3-Clause");
const { tree } = fc.letrec<{ tree: LicenceExpression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    leaf.map((id): LicenceExpression => ({ kind: "licence", id })),
    fc
      .tuple(fc.constantFrom("and" as const, "or" as const), fc.array(tie("tree"), { minLength: 2, maxLength: 4 }))
      .map(([kind, parts]) => joinLicences(kind, parts)),
  ),
}));

test("what is written is read as the same tree", () => {
  fc.assert(fc.property(tree, (made) => assert.deepEqual(parseLicenceExpression(formatLicenceExpression(made)), made)));
});

test("any text is read or refused with a Problem", () => {
  const part = fc.constantFrom("(", ")", "MIT", "OR", "AND", "WITH", "+", " ", "LicenseRef-", "GPL-2.0+");
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part, { maxLength: 30 }).map((parts) => parts.join(" ")),
      ),
      (text) => {
        try {
          assert.equal(typeof read(text), "string");
        } catch (error) {
          assert.ok(error instanceof Problem);
        }
      },
    ),
  );
});

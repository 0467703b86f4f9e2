import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { requireGoodPassword } from "./password.ts";
import { Refusal } from "./refusal.ts";

const ann = { email: "ann.lindqvist@ministry.example.org", name: "Ann Lindqvist" };

function reasonFor(password: string): string {
  try {
    requireGoodPassword(password, ann);
    return "taken";
  } catch (error) {
    assert.ok(error instanceof Refusal);
    return error.reason;
  }
}

const refused: Record<string, string[]> = {
  "password-too-short": ["", "short", "elevenchars", "😀😀😀😀😀😀😀😀😀😀😀"],
  "password-too-long": ["long ".repeat(26)],
  "password-common": [
    "password1234",
    "Password!!2026",
    "passwordpassword",
    "123456789012",
    "210987654321",
    "qwertyuiopas",
    "abcdefghijkl",
    "aaaaaaaaaaaa",
    "abababababab",
    "letmeinletmein",
    "welcomeadmin",
    "1qaz2wsx3edc",
    "motdepasse2026",
    "OpenSource2026",
  ],
  "password-about-you": ["ann.lindqvist@ministry.example.org", "lindqvist1234", "AnnLindqvist!!", "annlindqvistann", "Lindqvist.ministry"],
};
for (const [reason, passwords] of Object.entries(refused))
  test(`${reason}: ${passwords.length} of the kind`, () => {
    for (const password of passwords) assert.equal(reasonFor(password), reason, password);
  });

test("what is long and is not the first guess is taken, whatever signs it is made of", () => {
  for (const password of [
    "three grey herons waiting",
    "correct horse battery",
    "ثلاثة طيور على الشاطئ",
    "zvqkxjwphtmr",
    "Tr0ub4dor&3xyz",
    "lindqvist three grey herons",
  ])
    assert.equal(reasonFor(password), "taken", password);
});

test("any text is taken or refused with a reason, soon", () => {
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => reasonFor(text).length > 0));
  const start = performance.now();
  reasonFor("ab".repeat(64));
  assert.ok(performance.now() - start < 200);
});

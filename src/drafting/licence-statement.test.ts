import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem } from "../shared/problem.ts";
import { requireLicence } from "./licence-statement.ts";

test("an SPDX expression or a statement of law is a licence of a text; what says that nobody knows is none", () => {
  for (const said of [
    "CC0-1.0",
    "CC-BY-4.0 OR EUPL-1.2",
    "OGL-Canada-2.0",
    "official text, no copyright (URG Art. 5)",
    "texte officiel, non soumis au droit d’auteur",
    "domaine public",
    "نص رسمي لا تحميه حقوق المؤلف",
  ])
    assert.doesNotThrow(() => requireLicence(said), said);
  for (const said of [
    "je ne sais pas",
    "je ne sais pas encore",
    "I do not know",
    "unknown",
    "à voir avec les juristes",
    "?",
    "n/a",
    "loi",
    "2026",
  ])
    assert.throws(
      () => requireLicence(said),
      (error) => error instanceof Problem && /expected an SPDX expression/.test(error.message),
      said,
    );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import full from "spdx-license-list/full.js";
import { decideLicence, type LicenceInput } from "./decide.ts";
import { licenceInHead } from "./head.ts";

const text = (id: string) => full[id]?.licenseText ?? assert.fail(`${id} has no text`);
const file = (path: string, content: string): LicenceInput => ({ path, text: content });

function expect(cases: Record<string, [LicenceInput[], string]>): void {
  for (const [name, [files, expression]] of Object.entries(cases)) assert.equal(decideLicence(files).expression, expression, name);
}

test("one file may offer a choice between the texts it holds", () => {
  const both = (before: string, after = "", ids = ["MIT", "Unlicense"]) => [
    file("LICENSE", [before, ...ids.map(text), after].join("\n-----\n")),
  ];
  const perl = "You can redistribute it under the same terms as the Perl 5 programming language system itself.";
  const offer = "This software is available under 2 licenses -- choose whichever you prefer.";
  expect({
    "whichever you prefer": [both(offer), "MIT OR Unlicense"],
    "the terms of Perl": [both(perl, "", ["GPL-1.0-only", "Artistic-1.0"]), "Artistic-1.0-Perl OR GPL-1.0-or-later"],
    "for a part": [both("Portions are dual-licensed."), "MIT"],
    "no offer": [both("Foo, with a bundled part."), "MIT"],
    "kept back behind the texts": [both(offer, "The Software may not be used for any commercial purpose."), "LicenseRef-MIT-modified"],
    "one of them changed": [[file("LICENSE", both(offer)[0]?.text.replace("Anyone is free", "No army is free") ?? "")], "MIT"],
  });
});

test("what stands around a text: the rest of the project, a disclaimer, what is kept back", () => {
  const fonts = "The fonts are licensed under the SIL Open Font License.\n\nThe rest of the codebase (without dependencies):\n\n";
  const disclaimer =
    "The following additional disclaimer is part of these terms. Use of the code is not a substitute for professional judgment.";
  expect({
    "the rest, then the text": [[file("LICENSE", `${fonts}${text("MIT")}`)], "MIT"],
    "a disclaimer after the text": [[file("LICENSE", `${text("MPL-2.0")}\n\n${disclaimer}`)], "MPL-2.0"],
    "a limit after a second text": [
      [file("LICENSE", `${text("MIT")}\n\nZlib:\n\n${text("Zlib")}\n\nNot for commercial use.`)],
      "LicenseRef-MIT-modified",
    ],
    "a published name": [[file("LICENSE", "This package is distributed under the Lucent Public License Version 1.02.")], "LPL-1.02"],
    "texts that a manifest offers": [
      [
        file("LICENSE_A2", text("Apache-2.0")),
        file("LICENSE_CC0", text("CC0-1.0")),
        file("Cargo.toml", '[package]\nlicense = "CC0-1.0 OR Apache-2.0"\n'),
      ],
      "CC0-1.0 OR Apache-2.0",
    ],
  });
});

test("where one of the texts is not open and a manifest names it, heads under the other do not open the whole", () => {
  const files = [
    file("licenses/BUSL_LICENSE", text("BUSL-1.1")),
    file("licenses/MIT_LICENSE", text("MIT")),
    file("package.json", '{"license":"BUSL-1.1"}'),
  ];
  assert.equal(decideLicence(files, { MIT: 37, "BUSL-1.1": 7 }, 44).expression, "BUSL-1.1");
});

test("a head that grants in words of its own, or leaves all to the public, is not without terms", () => {
  assert.equal(
    licenceInHead('" Permission is hereby granted to use and distribute this code,\n" if this notice stays.\n'),
    "LicenseRef-own-terms",
  );
  assert.equal(licenceInHead("/*\n    foo.js\n    Public Domain.\n*/\n"), "LicenseRef-public-domain");
  assert.equal(licenceInHead("// Reads lists of works in the public domain.\n"), undefined);
});

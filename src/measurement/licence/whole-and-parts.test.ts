import assert from "node:assert/strict";
import { test } from "node:test";
import full from "spdx-license-list/full.js";
import { decideLicence, type LicenceInput } from "./decide.ts";
import type { HeaderCounts } from "./evidence.ts";

const text = (id: string) => full[id]?.licenseText ?? assert.fail(`${id} has no text`);
const file = (path: string, content: string): LicenceInput => ({ path, text: content });
const head = (path: string, content: string): LicenceInput => ({ path, text: content, role: "head" });
const later = (name: string) =>
  `This program is free software; you can redistribute it and/or modify it under the terms of the\n${name} as published by the Free Software\nFoundation; either version 3 of the License, or (at your option) any later version.`;

function expect(cases: Record<string, [LicenceInput[], string, HeaderCounts?, number?]>): void {
  for (const [name, [files, expression, headers, sources]] of Object.entries(cases)) {
    assert.equal(decideLicence(files, headers, sources).expression, expression, name);
  }
}

test("what a file says of the rest is what it says of the whole", () => {
  const rest = (sentence: string, id = "MIT") => [file("LICENSE.md", `The fonts:\n\n${text(id)}\n\n## ${sentence}`)];
  const waiver = "We waive copyright in the work through the CC0 1.0 Universal public domain dedication.";
  expect({
    "a licence": [rest("The rest of this project is under the Apache License 2.0."), "Apache-2.0"],
    "a waiver": [rest(`The rest of this project is in the public domain\n\n${waiver}\n\n### Summary\n\nYou can copy it.`), "CC0-1.0"],
    "the public domain of one country": [
      rest("The rest of this project is in the public domain in the United States."),
      "LicenseRef-US-public-domain-17-USC-105",
    ],
    "nothing given": [rest("The rest of this project is proprietary."), "LicenseRef-own-terms"],
    "nothing given, and another licence beside": [
      rest("The rest of this project is ours. Foo is under Apache 2.0."),
      "LicenseRef-own-terms",
    ],
    "a limit elsewhere": [rest("The rest of this project is under Apache 2.0.\n\nYou may not sell it."), "LicenseRef-own-terms"],
    "a closed part": [rest("The rest of this project is under the MIT licence.", "Elastic-2.0"), "LicenseRef-own-terms"],
    "the same": [rest("The rest of this project is under the same licence."), "MIT"],
    "a README that quotes its waiver": [
      [
        file(
          "README.md",
          "> This project's copyright is waived through the [CC0 1.0 public domain dedication](https://creativecommons.org/publicdomain/zero/1.0/).\n>\n> Contributions will be released under it.",
        ),
      ],
      "CC0-1.0",
    ],
  });
});

test("manifests and READMEs that give nothing", () => {
  const manifest = (path: string, license: string) => file(path, JSON.stringify({ license }));
  const none = decideLicence([manifest("package.json", "UNLICENSED")]);
  assert.deepEqual(
    [none.expression, none.source, none.places],
    ["NONE", "manifest", [{ file: "package.json", line: 1, text: "UNLICENSED" }]],
  );
  expect({
    "nor a package below it": [[manifest("package.json", "UNLICENSED"), manifest("web/package.json", "MIT")], "NONE"],
    "nor a README beside it": [[manifest("package.json", "UNLICENSED"), file("README.md", "## License\n\nMIT")], "NONE"],
    "a licence file beside it": [[manifest("package.json", "UNLICENSED"), file("LICENSE", text("MIT"))], "MIT"],
    "words that are about other things": [[file("README.md", "# Foo\n\n1. [Evaluation](e.md)\n\nReplaces proprietary tools.")], "NONE"],
    "words about the work": [[file("README.md", "# Foo\n\nThis software is proprietary.")], "LicenseRef-own-terms"],
    "or later inside a choice": [
      [
        manifest("bower.json", "MIT or GPLv3"),
        manifest("package.json", "(MIT OR GPL-3.0-or-later)"),
        file("LICENSE", `Dual licensed: MIT or GPLv3.\n\n${text("MIT")}\n\n${text("GPL-3.0-only")}`),
      ],
      "MIT OR GPL-3.0-or-later",
    ],
  });
});

test("parts speak for the whole where there is nothing else and they are one holder's", () => {
  const mit = (holder: string) => text("MIT").replace(/<year>.*/, `2015 ${holder}`);
  const source = (path: string) => head(path, "let x = 1;\n");
  const sources = [source("a/x/1.js"), source("a/y/2.js")];
  const two = (one: string, other = one) => [file("a/x/LICENSE", one), file("a/y/LICENSE", other)];
  expect({
    "the same holder": [[...two(mit("Foo")), ...sources], "MIT"],
    "sources outside": [[...two(mit("Foo")), ...sources, source("src/3.js")], "NONE"],
    "two holders": [[...two(mit("Foo"), mit("Bar")), ...sources], "NONE"],
    "a text that names no holder": [[...two(text("Apache-2.0")), ...sources], "NONE"],
    "one part": [[file("a/x/LICENSE", mit("Foo")), source("a/x/1.js")], "NONE"],
  });
});

test("heads: those of the program, read past its owners, and not beside a licence file that says nothing", () => {
  const owners = Array.from(
    { length: 60 },
    (_, year) => `# Copyright ${1960 + year} Somebody Whose Name Is Long <somebody@example.org>        #\n`,
  ).join("");
  const notice = later("GNU Lesser General Public License").replace(/^/gm, "# ");
  expect({
    "many owners": [
      [file("COPYING.LESSER", text("LGPL-3.0-only").split("GNU GENERAL PUBLIC LICENSE\n")[0] ?? ""), head("a.py", `${owners}${notice}\n`)],
      "LGPL-3.0-or-later",
    ],
    "a test under another licence": [
      [
        head("a.el", `;; ${later("GNU General Public License").replaceAll("\n", "\n;; ")}`),
        head("a-test.el", "; Licensed under the MIT licence."),
      ],
      "GPL-3.0-or-later",
    ],
    "a limit": [[head("a.js", "// Licensed under the MIT License for non-commercial use only.")], "NONE"],
    "a limit beside a text": [[head("a.js", `/*\nFor non-commercial use only.\n\n${text("MIT")}\n*/`)], "NONE"],
    "one tag beside an empty LICENSE": [[file("LICENSE", "")], "NONE", { MIT: 1 }, 1],
    "one tag beside a LICENSE to be written": [[file("LICENSE.md", "TBD")], "NONE", { MIT: 1 }, 4],
    "tags throughout beside an empty LICENSE": [[file("LICENSE", "")], "EUPL-1.2", { "EUPL-1.2": 30 }, 40],
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import full from "spdx-license-list/full.js";
import { decideLicence } from "./decide.ts";
import { classifyPath } from "./paths.ts";

const text = (id: string) => full[id]?.licenseText ?? assert.fail(`${id} has no text`);
const owner = "Copyright (c) 2020 Foo\n\n";
const mit = owner + text("MIT");
const bsd2 = owner + text("BSD-2-Clause");
const bsd3 = owner + text("BSD-3-Clause");
/** Of no expression counts more than that it is none of the SPDX list. */
const own = "LicenseRef";

/** What the words around a text, or without one, say of the whole. */
const made: Record<string, [files: Record<string, string>, expression: string]> = {
  "each licence for some of the files": [
    {
      LICENSE: `This project is covered by two different licenses: MIT and Apache.\n\nThe following files were ported and are under MIT:\n\n    a.go b.go\n\n${mit}\n\nAll the remaining project files are covered by the Apache license:\n\nLicensed under the Apache License, Version 2.0 (the "License").\n`,
    },
    "MIT AND Apache-2.0",
  ],
  "two licences to choose from": [
    { LICENSE: `Covered by two licenses: MIT and Unlicense. Choose whichever you prefer.\n\n${mit}\n\n${text("Unlicense")}` },
    "MIT OR Unlicense",
  ],
  "a manifest names all that the file tells of": [
    {
      LICENCE: `Unless otherwise stated, all authors release the work under the MIT licence (text below).\n\n* files: *\n  MPL-2.0 2015 (c) Foo\n\nIf a copy of the MPL was not distributed with this project,\nYou can obtain one at https://mozilla.org/MPL/2.0/.\n\n${mit}`,
      "pyproject.toml": '[project]\nlicense = {text = "MPL-2.0 AND MIT"}\n',
    },
    "MPL-2.0 AND MIT",
  ],
  "the text is of what somebody else made": [
    {
      "LICENSE.md": `This project uses code from Foo. Therefore, all code and content created by Foo is licensed under the MIT License. All contributions and code added to this project are dedicated to the public domain (https://creativecommons.org/publicdomain/zero/1.0/).\n\n${mit}`,
    },
    "CC0-1.0",
  ],
  "an exception that names the work": [
    {
      LICENSE: `Foo is distributed under the LGPL version 2.1.\n\nAs a special exception, you may link, statically or dynamically, a "work that uses the Foo library" with a publicly distributed version of the Foo library.\n\n${text("LGPL-2.1-only")}`,
    },
    "LGPL-2.1-only WITH OCaml-LGPL-linking-exception",
  ],
  "an exception that the heads leave to the manifest": [
    {
      LICENSE: text("LGPL-2.1-only"),
      "foo.opam": 'license: "LGPL-2.1-only WITH OCaml-LGPL-linking-exception"\n',
      "a.ml":
        "(* Distributed under the terms of the GNU Lesser General Public License version 2.1, with the special exception in LICENSE. *)\n",
    },
    "LGPL-2.1-only WITH OCaml-LGPL-linking-exception",
  ],
  "a family, and its text in the folder": [
    { "LICENSE.md": "# License\n\nRe-use of the code is licensed under the EUPL licence.\n", "LICENSES/EUPL-1.2-EN.txt": text("EUPL-1.2") },
    "EUPL-1.2",
  ],
  "a family, and two of its texts": [
    { LICENSE: "Released under the BSD license.\n", "LICENSES/BSD-2-Clause.txt": bsd2, "LICENSES/BSD-3-Clause.txt": bsd3 },
    own,
  ],
  "a licence in full in the README": [
    { "README.md": `# X\n\n## License\n\nX is released under the zlib license:\n\n${text("Zlib")}` },
    "Zlib",
  ],
  "a dedication in Chinese": [
    { "README.md": "# X\n\n# CC0 1.0 公眾領域貢獻宣告\n\n本目錄下的所有檔案，由作者拋棄著作權，貢獻至公眾領域。\n" },
    "CC0-1.0",
  ],
  "a dedication in French": [
    { "README.md": "# X\n\n## CC0 1.0 Universel, Transfert dans le Domaine Public\n\nL'auteur de ce logiciel a renoncé à ses droits.\n" },
    "CC0-1.0",
  ],
  "a dedication of pictures": [
    { "README.md": "# X\n\n## CC0 1.0 Public Domain Dedication\n\nThe images of this project are free.\n" },
    "NONE",
  ],
  "a dedication of somebody's data": [{ "README.md": "# X\n\n# CC0 1.0 公眾領域貢獻宣告\n\n資料由教育部貢獻至公眾領域。\n" }, "NONE"],
  "Perl's terms by their address": [
    { "Makefile.PL": "WriteMakefile(META_MERGE => { resources => { license => 'http://dev.perl.org/licenses/' } });\n" },
    "Artistic-1.0-Perl OR GPL-1.0-or-later",
  ],
};

test("what the words around a text say of the whole", () => {
  for (const [name, [files, expression]] of Object.entries(made)) {
    const inputs = Object.entries(files).map(([path, content]) => ({ path, text: content, role: classifyPath(path) ?? ("head" as const) }));
    const said = decideLicence(inputs).expression.replace(/LicenseRef-[\w.-]+/g, own);
    const wanted = expression.replace(/LicenseRef-[\w.-]+/g, own);
    assert.deepEqual(said.split(" OR ").sort(), wanted.split(" OR ").sort(), name);
  }
});

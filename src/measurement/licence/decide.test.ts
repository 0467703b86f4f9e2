import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import full from "spdx-license-list/full.js";
import { decideLicence, type LicenceInput } from "./decide.ts";
import type { HeaderCounts } from "./evidence.ts";
import { approvalOf } from "./expression.ts";
import { findLicence, replacementOf } from "./list.ts";

const text = (id: string) => full[id]?.licenseText ?? assert.fail(`${id} has no text`);
const file = (path: string, content: string): LicenceInput => ({ path, text: content });
const lesser = text("LGPL-3.0-only").split("GNU GENERAL PUBLIC LICENSE\n")[0] ?? "";
const later = (name: string, version: string) =>
  `This program is free software; you can redistribute it and/or modify it under the terms of the\n${name} as published by the Free Software\nFoundation; either version ${version} of the License, or (at your option) any later version.`;

function expect(cases: Record<string, [LicenceInput[], string, HeaderCounts?, number?]>): void {
  for (const [name, [files, expression, headers, sources]] of Object.entries(cases)) {
    assert.equal(decideLicence(files, headers, sources).expression, expression, name);
  }
}

test("every text of the SPDX list is read as itself, or as the earlier identifier of the same words", () => {
  const wrong = Object.keys(full).filter((id) => {
    const { expression } = decideLicence([file("LICENSE", text(id))]);
    return replacementOf(id) === undefined && expression !== id && full[expression]?.licenseText !== text(id);
  });
  assert.deepEqual(wrong, ["YPL-1.1"], "YPL-1.1 differs from YPL-1.0 by nothing but its number");
});

const open = Object.keys(full).filter((id) => approvalOf(id).openSource && replacementOf(id) === undefined);
const sentence = "The Software may not be used for any commercial purpose.";

test("a forbidding sentence before or after any open licence ends the name", () => {
  for (const id of open) {
    const sentences = text(id).split(/(?<=\.)\s+/);
    for (const changed of [[sentence, ...sentences], [...sentences, sentence], [`${text(id).trimEnd()} ${sentence}`]]) {
      const { openSource, expression } = decideLicence([file("LICENSE", changed.join("\n"))]);
      assert.equal(openSource, false, `${id} is said to be ${expression}`);
    }
  }
});

test("who forbids both purposes permits neither", () => {
  for (const forbids of [
    "Die Nutzung für kommerzielle und nicht kommerzielle Zwecke ist untersagt.",
    "L'usage commercial et non commercial est interdit.",
    "El uso comercial y no comercial está prohibido.",
  ])
    assert.equal(decideLicence([file("LICENSE", `${text("MIT").trimEnd()}\n\n${forbids}\n`)]).openSource, false, forbids);
  const permits = "Die Nutzung für kommerzielle und nicht kommerzielle Zwecke ist erlaubt.";
  assert.equal(decideLicence([file("README.md", `## Lizenz\n\nMIT-Lizenz. ${permits}`)]).expression, "MIT");
});

test("a forbidding sentence anywhere in an open licence ends the name", () => {
  fc.assert(
    fc.property(fc.constantFrom(...open), fc.double({ min: 0, max: 1, noNaN: true }), (id, share) => {
      const sentences = text(id).split(/(?<=\.)\s+/);
      sentences.splice(Math.floor(share * sentences.length), 0, sentence);
      const { openSource, expression } = decideLicence([file("LICENSE", sentences.join("\n"))]);
      assert.equal(openSource, false, `${id} is said to be ${expression}`);
    }),
    { numRuns: 150 },
  );
});

test("a text counts however it is laid out", () => {
  const bsd = text("BSD-3-Clause");
  expect({
    "in a comment": [[file("LICENSE", text("ISC").replace(/^/gm, " * "))], "ISC"],
    "in HTML": [
      [file("LICENSE.html", `<h1>Licence</h1><p>${bsd.replaceAll("\n\n", "</p>\n<p>").replaceAll('"', "&quot;")}</p>`)],
      "BSD-3-Clause",
    ],
    "in capitals on one line": [[file("COPYING", bsd.toUpperCase().replace(/\s+/g, " "))], "BSD-3-Clause"],
    "with a name in its place": [[file("LICENCE", bsd.replaceAll("copyright holder", "Ministry of the Interior"))], "BSD-3-Clause"],
    "without its appendix": [[file("LICENSE", text("Apache-2.0").split("END OF TERMS")[0] ?? "")], "Apache-2.0"],
    "only named": [[file("LICENSE", "MIT")], "MIT"],
    "only tagged": [[file("LICENSE", "SPDX-License-Identifier: EUPL-1.2")], "EUPL-1.2"],
  });
});

test("only or later: the text alone says only, others say later", () => {
  const readme = (content: string) => file("README.md", `# Foo\n\n${content}\n`);
  expect({
    "the text alone": [[file("COPYING", text("GPL-2.0-only"))], "GPL-2.0-only"],
    "a notice in the README": [
      [file("COPYING", text("GPL-2.0-only")), readme(later("GNU General Public License", "2"))],
      "GPL-2.0-or-later",
    ],
    "a notice before the text": [
      [file("LICENSE.md", `${later("GNU Affero General Public License", "3")}\n\n${text("AGPL-3.0-only")}`)],
      "AGPL-3.0-or-later",
    ],
    "the heads": [[file("LICENSE", text("GPL-3.0-only"))], "GPL-3.0-or-later", { "GPL-3.0-or-later": 40 }, 50],
    "a few heads": [[file("LICENSE", text("GPL-3.0-only"))], "GPL-3.0-only", { "GPL-3.0-or-later": 1 }, 50],
    "the name that REUSE gives": [[file("LICENSES/GPL-3.0-or-later.txt", text("GPL-3.0-only"))], "GPL-3.0-or-later"],
    "a manifest with an exception": [
      [file("COPYING", text("GPL-2.0-only")), file("package.json", '{"license":"GPL-2.0-only WITH Classpath-exception-2.0"}')],
      "GPL-2.0-only WITH Classpath-exception-2.0",
    ],
  });
});

test("several licences: a choice, parts, and what builds on what", () => {
  expect({
    "two files of a pair": [[file("LICENSE-MIT", text("MIT")), file("LICENSE-APACHE", text("Apache-2.0"))], "Apache-2.0 OR MIT"],
    "LGPL and the GPL it builds on": [[file("COPYING", text("GPL-3.0-only")), file("COPYING.LESSER", lesser)], "LGPL-3.0-only"],
    "documentation apart": [[file("LICENSE", text("MIT")), file("docs/LICENSE", text("CC-BY-4.0"))], "MIT"],
    "a folder as REUSE asks": [["EUPL-1.2", "CC0-1.0", "CC-BY-4.0"].map((id) => file(`LICENSES/${id}.txt`, text(id))), "EUPL-1.2"],
    "that folder and the heads": [
      ["EUPL-1.2", "MIT"].map((id) => file(`LICENSES/${id}.txt`, text(id))),
      "EUPL-1.2",
      { "EUPL-1.2": 90, MIT: 10 },
      110,
    ],
    "three in a README": [
      [file("README.md", "## License\n\nMay be used under the MPL 1.1, or the GPL 2.0, or the LGPL 2.1.")],
      "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-only",
    ],
  });
  assert.deepEqual(decideLicence([file("LICENSE", text("MIT")), file("docs/LICENSE", text("CC-BY-4.0"))]).others, ["CC-BY-4.0"]);
});

test("what is no licence any more, or never was one, is not called open", () => {
  const commons = "“Commons Clause” License Condition v1.0\n\nthe License does not grant to you, the right to Sell the Software.\n\n";
  const terms = "Parameters\n\nLicensor: Foo\nChange Date: 2030-01-01\nChange License: Apache License, Version 2.0\n\n";
  const evil = text("MIT").replace("The above copyright", "The Software shall be used for Good, not Evil.\n\nThe above copyright");
  expect({
    "Commons Clause before": [[file("LICENSE", commons + text("MIT"))], "LicenseRef-MIT-modified"],
    "Commons Clause in the README": [
      [file("LICENSE", text("Apache-2.0")), file("README.md", "## License\n\nApache 2.0 with Commons Clause.")],
      "Apache-2.0 AND LicenseRef-Commons-Clause",
    ],
    "a field of use after": [[file("LICENSE", `${text("MIT")}\n\nMust not be used by the military.`)], "LicenseRef-MIT-modified"],
    "good, not evil": [[file("LICENSE", evil)], "LicenseRef-MIT-modified"],
    "later another": [[file("LICENSE", `Business Source License 1.1\n\n${terms}${text("BUSL-1.1")}`)], "BUSL-1.1"],
    "all rights reserved": [[file("LICENSE", "Copyright 2020 Foo Ltd. All rights reserved.")], "LicenseRef-all-rights-reserved"],
    "terms beside a manifest": [
      [file("LICENSE", "This software is proprietary and confidential."), file("package.json", '{"license":"MIT"}')],
      "LicenseRef-own-terms",
    ],
    "a limit in the README": [[file("README.md", "## License\n\nMIT for non-commercial use only.")], "LicenseRef-own-terms"],
    "a licence of parts": [
      [file("LICENSE", "Free of charge. Redistribution is forbidden. Some files are released under the MIT License.")],
      "LicenseRef-own-terms",
    ],
    "a work of the United States": [
      [file("LICENSE.md", "As a work of the United States Government, this project is in the public domain (17 U.S.C. § 105).")],
      "LicenseRef-US-public-domain-17-USC-105",
    ],
    "someone else's licence": [[file("README.md", "# Foo\n\nUses left-pad, which is distributed under the MIT licence.")], "NONE"],
    "the skeleton's manifest": [[file("composer.json", '{"name":"laravel/laravel","license":"MIT"}')], "NONE"],
    nothing: [[], "NONE"],
    "law and arbitration beside the text": [
      [
        file(
          "LICENSE",
          `The code is under the MIT License SUBJECT FURTHER TO THE FOLLOWING: disputes go to arbitration.\n\n${text("MIT")}`,
        ),
      ],
      "LicenseRef-MIT-modified",
    ],
    "a limit in French": [[file("LICENSE", `${text("MIT")}\n\nToute utilisation commerciale est interdite.`)], "LicenseRef-MIT-modified"],
    "a limit in German": [[file("LICENSE", `${text("MIT")}\n\nGewerbliche Nutzung ist untersagt.`)], "LicenseRef-MIT-modified"],
    "a limit in Spanish": [[file("LICENSE", `Queda prohibido el uso comercial.\n\n${text("MIT")}`)], "LicenseRef-MIT-modified"],
    "a README that keeps back what the text gives": [
      [file("LICENSE", text("MIT")), file("README.md", "## License\n\nFor non-commercial use only.")],
      "MIT AND LicenseRef-own-terms",
    ],
    "a licence of one's own that becomes Apache": [
      [
        file(
          "LICENSE",
          `${"This licence speaks of the software. ".repeat(30)}We hereby grant you the Apache License, Version 2.0 in two years.`,
        ),
      ],
      "LicenseRef-own-terms",
    ],
    "a day to come": [
      [file("LICENSE", "This will be released under the MIT License in 2030. All rights reserved.")],
      "LicenseRef-all-rights-reserved",
    ],
    "a name nobody lists": [
      [file("LICENSE", "Licensed under the Foo Community License, clients under the Apache License 2.0.")],
      "LicenseRef-own-terms",
    ],
  });
});

test("parameters, disclaimers and parts leave the licence what it is", () => {
  const parameters =
    "License text copyright (c) 2020 MariaDB\nBusiness Source License 1.1\n\nParameters\n\nLicensor: Foo Ltd\nLicensed Work: Foo 2\nAdditional Use Grant: You may not compete with us.\nChange Date: 2030-01-01\nChange License: MPL 2.0\n\n";
  const granting =
    "The Licensor hereby grants you the right to copy, modify, create derivative\nworks, redistribute, and make non-production use of it.";
  const insert = (id: string, added: string) => text(id).replace("Exhibit A -", `${added}\n\nExhibit A -`);
  const disclaimer =
    "No warranties of any kind are made as to the results that You will obtain from relying upon the covered code. Use of it is not a substitute for professional judgment. Under no circumstances shall any Contributor be liable to You for any damages of any character.";
  const part =
    "Foo is licensed under the GNU LGPL v3.0. Part of the source code is dual-licensed under the LGPL and the Apache License v2.0.";
  const own = "This may be used in production with our agreement alone. All rights reserved.";
  expect({
    "Business Source without its covenants": [[file("LICENSE", parameters + granting)], "BUSL-1.1"],
    "a disclaimer put in": [[file("LICENSE", insert("MPL-2.0", disclaimer))], "MPL-2.0"],
    "a disclaimer that also forbids": [
      [
        file(
          "LICENSE",
          insert("MPL-2.0", disclaimer.replace("Use of it is not", "It may not be used by the press, who are liable, and is not")),
        ),
      ],
      "LicenseRef-MPL-2.0-modified",
    ],
    "a choice for a part": [[file("COPYING", lesser), file("README.md", `## License\n\n${part}`)], "LGPL-3.0-only"],
    "a version with a suffix": [
      [file("README.md", "## Licence\n\nLicensed under the European Union Public License (EUPL)-1.2-or-later")],
      "EUPL-1.2",
    ],
    "a linked name before its version": [
      [
        file("COPYING", text("AGPL-3.0-only")),
        file("LICENSE.md", later("[GNU Affero General Public License](https://www.gnu.org/licenses/agpl-3.0.en.html)", "3")),
      ],
      "AGPL-3.0-or-later",
    ],
    "a folder under closed terms": [
      [file("LICENSE", `Content of "ee/" is licensed under "ee/LICENSE".\n\n${text("MIT")}`), file("ee/LICENSE", own)],
      "MIT AND LicenseRef-all-rights-reserved",
    ],
    "closed terms that nobody names": [[file("LICENSE", text("MIT")), file("ee/LICENSE", own)], "MIT"],
    "words of its own beside a text": [
      [
        file("LICENSE", "Outside tsl, an Apache compatible licence or ours applies to what is in here. ".repeat(4)),
        file("LICENSE-APACHE", text("Apache-2.0")),
      ],
      "Apache-2.0 AND LicenseRef-own-terms",
    ],
    "a README that holds the text": [[file("README", `Foo\n\nA program.\n\nThe terms:\n\n${text("Zlib")}`)], "Zlib"],
  });
});

test("the heads of a bundled part say nothing of the whole, and a sample stands for the sources it was taken from", () => {
  const head = (path: string, id: string): LicenceInput => ({ path, text: `// Licensed under the ${id} licence.\n`, role: "head" });
  const bundled = Array.from({ length: 8 }, (_, index) => head(`zopfli/src/${index}.c`, "MIT"));
  const own = [head("a.c", "zlib"), head("b.c", "zlib")];
  assert.equal(decideLicence([...bundled, ...own, file("zopfli/COPYING", text("MIT"))]).expression, "Zlib");
  assert.equal(decideLicence(own, {}, 1000).expression, "Zlib", "every untagged source that was looked at says so");
  assert.equal(decideLicence(own, { MIT: 990 }, 1000).expression, "MIT");
  assert.deepEqual(decideLicence(own).places, [{ file: "a.c" }, { file: "b.c" }]);
});

test("other languages", () => {
  const italian = `LICENZA PUBBLICA DELL’UNIONE EUROPEA v. 1.2\nEUPL © Unione europea 2007, 2016\n\n${"Concesso in licenza a norma dell’EUPL. ".repeat(200)}`;
  const german = `OPEN-SOURCE-LIZENZ FÜR DIE EUROPÄISCHE UNION v. 1.1\nEUPL © Europäische Gemeinschaft 2007\n\n${"Diese Lizenz (EUPL) gilt. ".repeat(300)}`;
  expect({
    Italian: [[file("LICENZA", italian)], "EUPL-1.2"],
    German: [[file("LIZENZ.txt", german)], "EUPL-1.1"],
    "German README": [[file("README.md", "# Foo\n\n## Lizenz\n\nDieses Projekt steht unter der MIT-Lizenz.")], "MIT"],
    "French README": [[file("LISEZMOI.md", "## Licence\n\nDistribué sous licence AGPL v3 ou ultérieure.")], "AGPL-3.0-or-later"],
    "Spanish README": [[file("README.md", "## Licencia\n\nEste software se distribuye bajo la licencia GPLv3.")], "GPL-3.0-only"],
  });
});

test("a decision says where it was read, what differs and what follows", () => {
  const decision = decideLicence([file("LICENSE", `Foo\n\n${text("MIT")}`), file("NOTICE", "Foo, by the Ministry.")]);
  assert.equal(decision.source, "file");
  assert.equal(decision.openSource && decision.osiApproved && decision.dpgApproved && decision.recognised && decision.disclaimer, true);
  assert.deepEqual(decision.places, [{ file: "LICENSE", line: 3 }]);
  assert.equal(decision.files[0]?.similarity, 1);
  const changed = decideLicence([file("LICENSE", text("MIT").replace("to any person", "to any person who does no harm"))]);
  assert.deepEqual(changed.files[0]?.differences, ["adds: who does no harm"]);
});

test("hostile files are read in bounded time and number", () => {
  const million = 1_000_000;
  for (const unit of [
    "\n",
    " ",
    "a",
    "<a",
    "license ",
    "# License\n",
    "licensed under ",
    "Public Domain ",
    "Copyright (c) ",
    "work the united states government ",
    "\ufffd",
  ]) {
    const content = unit.repeat(million / unit.length);
    for (const path of ["LICENSE", "README.md", "x.gemspec", "setup.cfg", "publiccode.yml"]) {
      const start = performance.now();
      assert.equal(decideLicence([file(path, content)]).openSource, false);
      assert.ok(performance.now() - start < 5000, `${JSON.stringify(unit)} in ${path}`);
    }
  }
  const many = decideLicence(Array.from({ length: 1000 }, (_, index) => file(`p${index}/LICENSE`, `${text("MIT")} ${index}`)));
  assert.match(many.omitted ?? "", /^300 of 1000 files/);
});

test("any text gives an expression that can be read", () => {
  const part = fc.constantFrom(
    "MIT",
    " License",
    "\n",
    "# ",
    "GPL",
    " v3",
    " or later",
    "Apache",
    " 2.0",
    "dual-licensed ",
    "All rights reserved",
    ".",
    "(",
    "commercial",
  );
  fc.assert(
    fc.property(fc.constantFrom("LICENSE", "README", "package.json", "pom.xml"), fc.array(part, { maxLength: 40 }), (path, parts) => {
      const { expression, recognised } = decideLicence([file(path, parts.join(""))]);
      assert.ok(expression === "NONE" || recognised || expression.includes("LicenseRef-"), expression);
      for (const id of expression.split(/ (?:OR|AND) |[()]/))
        assert.ok(id === "" || id === "NONE" || id.includes("LicenseRef-") || id.includes(" WITH ") || findLicence(id), id);
    }),
  );
});

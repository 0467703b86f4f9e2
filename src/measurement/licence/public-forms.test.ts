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
const gpl2 = text("GPL-2.0-only");
const gpl3 = text("GPL-3.0-only");
const agpl = text("AGPL-3.0-only");
const mpl = text("MPL-2.0");
const ccBy = text("CC-BY-4.0");
/** Of no expression counts more than that it is none of the SPDX list. */
const own = "LicenseRef";

/** Made for the test on the pattern of what public repositories hold. */
const made: Record<string, [files: Record<string, string>, expression: string]> = {
  "LICENSES folder": [{ "LICENSES/EUPL-1.2.txt": text("EUPL-1.2"), "LICENSES/CC0-1.0.txt": text("CC0-1.0") }, "EUPL-1.2"],
  "MIT commons clause": [
    {
      LICENSE: `"Commons Clause" License Condition v1.0\n\nThe Software is provided to you by the Licensor under the License, as defined below, subject to the following condition.\n\nWithout limiting other conditions in the License, the grant of rights under the License will not include, and the License does not grant to you, the right to Sell the Software.\n\n${owner}${text("MIT")}`,
    },
    own,
  ],
  "MIT evil": [{ LICENSE: `${owner + text("MIT")}\nThe Software shall be used for Good, not Evil.\n` }, own],
  "licence by url": [{ LICENSE: "https://www.apache.org/licenses/LICENSE-2.0\n" }, "Apache-2.0"],
  "licence by url2": [{ LICENSE: "See https://creativecommons.org/licenses/by-sa/4.0/\n" }, "CC-BY-SA-4.0"],
  "licence short3": [{ LICENSE: "ISC\n" }, "ISC"],
  "licence short4": [{ LICENSE: "BSD 3-Clause License\n\nCopyright 2020\n" }, "BSD-3-Clause"],
  "licence pointer only": [{ LICENSE: "See README.md\n", "README.md": "# X\n\n## License\n\nMIT\n" }, "MIT"],
  "licence symlink": [{ LICENSE: "docs/LICENSE.txt", "docs/LICENSE.txt": owner + text("MIT") }, "MIT"],
  "symlink name": [{ LICENSE: "COPYING", COPYING: text("GPL-2.0-only") }, "GPL-2.0-only"],
  "gpl notice + text": [
    {
      COPYING: `This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public License as published by the Free Software Foundation; either version 2 of the License, or (at your option) any later version.\n\n${text("GPL-2.0-only")}`,
    },
    "GPL-2.0-or-later",
  ],
  "notice + license": [
    { LICENSE: text("Apache-2.0"), NOTICE: "Foo\nCopyright 2020 Foo\n\nThis product includes software developed at X (http://x).\n" },
    "Apache-2.0",
  ],
  "bsd no-military": [{ LICENSE: `${owner + text("BSD-3-Clause")}\n4. The software may not be used for military purposes.\n` }, own],
  "monorepo parts": [
    {
      "packages/a/LICENSE": owner + text("MIT"),
      "packages/b/LICENSE": owner + text("MIT"),
      "packages/a/package.json": '{"license":"MIT"}',
      "packages/b/package.json": '{"license":"MIT"}',
    },
    "MIT",
  ],
  "monorepo manifests": [
    {
      "package.json": '{"private":true}',
      "packages/a/package.json": '{"license":"MIT"}',
      "packages/b/package.json": '{"license":"MIT"}',
      "packages/c/package.json": '{"license":"MIT"}',
    },
    "MIT",
  ],
  "mono crates": [
    {
      "Cargo.toml": "[workspace]\nmembers=['a','b']\n",
      "crates/a/Cargo.toml": '[package]\nlicense = "MIT"\n',
      "crates/b/Cargo.toml": '[package]\nlicense = "MIT"\n',
    },
    "MIT",
  ],
  crown: [{ LICENCE: "© Crown copyright 2020\n\nAll rights reserved.\n" }, own],
  "crown ogl": [{ LICENCE: "© Crown copyright 2020. Released under the Open Government Licence v3.0.\n" }, "OGL-UK-3.0"],
  dlde: [{ LICENSE: "Datenlizenz Deutschland – Namensnennung – Version 2.0\n\nhttps://www.govdata.de/dl-de/by-2-0\n" }, "DL-DE-BY-2.0"],
  etalab: [{ LICENCE: "Licence Ouverte 2.0/Open Licence 2.0\n\nhttps://www.etalab.gouv.fr/licence-ouverte-open-licence\n" }, "etalab-2.0"],
  "eupl pointer": [
    {
      LICENSE:
        'Licensed under the EUPL, Version 1.2 or – as soon they will be approved by the European Commission – subsequent versions of the EUPL (the "Licence"); You may not use this work except in compliance with the Licence.\n',
    },
    "EUPL-1.2",
  ],
  "manifest choice, one text": [
    { LICENSE: text("Apache-2.0"), "Cargo.toml": '[package]\nlicense = "MIT OR Apache-2.0"\n' },
    "MIT OR Apache-2.0",
  ],
  "text vs manifest": [{ LICENSE: owner + text("MIT"), "package.json": '{"license":"ISC"}' }, "MIT"],
  "gpl + manifest later": [
    {
      LICENSE: text("GPL-3.0-only"),
      "pyproject.toml": '[project]\nclassifiers=["License :: OSI Approved :: GNU General Public License v3 or later (GPLv3+)"]\n',
    },
    "GPL-3.0-or-later",
  ],
  "mit+ccby data": [{ LICENSE: owner + text("MIT"), "LICENSE-DATA": text("CC-BY-4.0") }, "MIT"],
  "dir split": [
    {
      LICENSE:
        "This repository uses 2 different licenses :\n- all files in the `lib` directory use a BSD 2-Clause license\n- all other files use a GPL-2.0-or-later license, unless explicitly stated otherwise\n",
    },
    "BSD-2-Clause AND GPL-2.0-or-later",
  ],
  "dir split2": [
    {
      LICENSE:
        "The code in the client/ directory is licensed under the Apache License 2.0. Everything else is licensed under the AGPL-3.0.\n",
    },
    "Apache-2.0 AND AGPL-3.0-only",
  ],
  rsal: [
    {
      "LICENSE.txt":
        "the source code in this repository is made available to you under your choice of the following:\n    (i) Redis Source Available License 2.0 (RSALv2);\n    (ii) the Server Side Public License v1 (SSPLv1); or\n    (iii) the GNU Affero General Public License version 3 (AGPLv3).\n",
    },
    "LicenseRef-RSALv2 OR SSPL-1.0 OR AGPL-3.0-only",
  ],
  "own permissive": [{ LICENSE: "You can do whatever you like with this code, no warranty.\n" }, own],
  "no licence note": [
    { "README.md": "# X\n\n## License\n\nThis project currently has no license. Contact us if you want to use it.\n" },
    "NONE",
  ],
  "readme reserved": [{ "README.md": "# X\n\n© 2020 Foo Ltd. All rights reserved.\n" }, own],
  "package private": [{ "package.json": '{"name":"x","private":true}', "README.md": "# X\n" }, "NONE"],
  "readme uses libs": [{ "README.md": "# X\n\n## Dependencies\n\n- [leaflet](x), BSD licensed\n- jQuery (MIT License)\n" }, "NONE"],
  "readme third party": [{ "README.md": "# X\n\nThis project uses Foo, which is released under the MIT license.\n" }, "NONE"],
  edl: [
    {
      LICENSE: `Eclipse Distribution License - v 1.0\n\nCopyright (c) 2007, Eclipse Foundation, Inc. and its licensors.\n\nAll rights reserved.\n\n${text("BSD-3-Clause")}`,
    },
    "BSD-3-Clause",
  ],
  "bsd + notice on name": [
    {
      LICENSE: `${bsd3}\n\nThe views and conclusions contained in the software and documentation are those of the authors and should not be interpreted as representing official policies, either expressed or implied, of Foo.\n`,
    },
    "BSD-3-Clause",
  ],
  "MIT + must cite": [{ LICENSE: `${mit}\nAny publication that uses the Software must cite the following paper.\n` }, own],
  "GPL + commercial available": [
    { LICENSE: `This software is dual-licensed: GPL-3.0 or a commercial licence. Contact us for a commercial licence.\n\n${gpl3}` },
    "GPL-3.0-only",
  ],
  "Apache mod no sell": [{ LICENSE: `${text("Apache-2.0")}\n\nYou may not sell this software or offer it as a hosted service.\n` }, own],
  "cc-by text wrapped": [
    {
      LICENSE: `The contents of this repository are licensed under CC BY 4.0, except for the logo of the Ministry.\n\n${text("CC-BY-4.0")}`,
    },
    "CC-BY-4.0",
  ],
  "MIT code CC docs": [
    { LICENSE: `The code in this repository is licensed under the MIT License; the documentation under CC BY 4.0.\n\n${mit}` },
    "MIT",
  ],
  "apache + EU funding": [
    {
      LICENSE: text("Apache-2.0"),
      "README.md":
        "# X\n\nThis project has received funding from the European Union. The information may not be used by the Commission.\n\n## License\n\nApache-2.0\n",
    },
    "Apache-2.0",
  ],
  "README licence text no heading": [{ README: `Foo 1.0\n\nCopyright (c) 2020 Foo\n\n${text("ISC")}` }, "ISC"],
  "LICENSE in rst": [
    {
      "LICENSE.rst": `=======\nLicense\n=======\n\nFoo is licensed under the three-clause BSD license.\n\nCopyright (c) 2020 Foo\n\n${text("BSD-3-Clause")}`,
    },
    "BSD-3-Clause",
  ],
  "html licence": [
    {
      "LICENSE.html": `<html><head><title>MIT</title></head><body><h1>The MIT License</h1><p>${text("MIT").split("\n").join("<br>\n")}</p></body></html>`,
    },
    "MIT",
  ],
  "licence markdown quotes": [{ "LICENSE.md": `# License\n\n> ${text("MIT").split("\n").join("\n> ")}` }, "MIT"],
  "COPYRIGHT + LICENSE.GPL": [
    {
      COPYRIGHT:
        "Copyright 2020 Foo.\n\nFoo is free software; you can redistribute it under the terms of the GPL version 2 or any later version; see LICENSE.GPL.\n",
      "LICENSE.GPL": gpl2,
    },
    "GPL-2.0-or-later",
  ],
  "LICENSE_1_0.txt": [{ "LICENSE_1_0.txt": text("BSL-1.0") }, "BSL-1.0"],
  "LICENSE-CODE + LICENSE(CC)": [{ LICENSE: text("CC-BY-4.0"), "LICENSE-CODE": mit }, "MIT"],
  COPYINGv3: [{ COPYINGv3: gpl3 }, "GPL-3.0-only"],
  "copying gpl": [{ "COPYING-GPL": gpl2, "COPYING-MIT": mit }, "GPL-2.0-only OR MIT"],
  "R MIT + stub": [{ DESCRIPTION: "Package: x\nLicense: MIT + file LICENSE\n", LICENSE: "YEAR: 2020\nCOPYRIGHT HOLDER: Foo\n" }, "MIT"],
  "R MIT + LICENSE.md": [
    { DESCRIPTION: "Package: x\nLicense: MIT + file LICENSE\n", LICENSE: "YEAR: 2020\nCOPYRIGHT HOLDER: Foo\n", "LICENSE.md": mit },
    "MIT",
  ],
  "R BSD stub": [
    {
      DESCRIPTION: "Package: x\nLicense: BSD_3_clause + file LICENSE\n",
      LICENSE: "YEAR: 2020\nCOPYRIGHT HOLDER: Foo\nORGANIZATION: Bar\n",
    },
    "BSD-3-Clause",
  ],
  "R GPL + LICENSE text": [{ DESCRIPTION: "Package: x\nLicense: GPL (>= 2)\n", LICENSE: gpl2 }, "GPL-2.0-or-later"],
  "npm SEE + text": [
    {
      "package.json": '{"license":"SEE LICENSE IN LICENSE"}',
      LICENSE: "Foo Software License\n\nYou may use the software for evaluation only.\n",
    },
    own,
  ],
  "CC-BY + MIT code sentence": [
    { LICENSE: ccBy, "README.md": "# X\n\n## License\n\nText is CC BY 4.0, code samples are MIT.\n" },
    "CC-BY-4.0",
  ],
  "WHO/UN content": [
    {
      "LICENSE.md":
        "Creative Commons Attribution 3.0 IGO\n\nThis work is available under the Creative Commons Attribution 3.0 IGO licence (CC BY 3.0 IGO) http://creativecommons.org/licenses/by/3.0/igo/.\n",
    },
    "CC-BY-3.0-IGO",
  ],
  "CC BY-NC-SA IGO": [{ "README.md": "# X\n\n## License\n\nCC BY-NC-SA 3.0 IGO\n" }, "CC-BY-NC-SA-3.0-IGO"],
  OpenCRVS: [
    {
      LICENSE: `OpenCRVS is also distributed under the terms of the Civil Registration\n& Healthcare Disclaimer located at http://opencrvs.org/license.\n\n${mpl}`,
    },
    "MPL-2.0",
  ],
  "AGPL additional terms sec 7": [
    {
      LICENSE: agpl,
      "README.md": "# X\n\n## License\n\nAGPL-3.0-or-later with additional permissions as in section 7: you may link with OpenSSL.\n",
    },
    "AGPL-3.0-or-later",
  ],
  "AGPL sec 7(b) attribution": [
    {
      LICENSE: `Foo is licensed under AGPL v3. In accordance with Section 7(b) of the GNU Affero General Public License version 3, these Appropriate Legal Notices must retain the display of the "Powered by Foo" logo.\n\n${agpl}`,
    },
    "AGPL-3.0-only",
  ],
  "MIT headers w/ LICENSE GPL": [
    { LICENSE: gpl3, "a.js": "/* Licensed under the MIT license */\n", "b.js": "x", "c.js": "y" },
    "GPL-3.0-only",
  ],
  "classifier GPLv3 only": [
    { "setup.py": "setup(classifiers=['License :: OSI Approved :: GNU General Public License v3 (GPLv3)'])", LICENSE: gpl3 },
    "GPL-3.0-only",
  ],
  "classifier plain GPL": [
    { "setup.py": "setup(classifiers=['License :: OSI Approved :: GNU General Public License (GPL)'])" },
    "GPL-1.0-or-later",
  ],
  "license field sentence": [
    { "pyproject.toml": '[project]\nname="x"\nlicense = {text = "This software is released under the MIT license"}\n' },
    "MIT",
  ],
  "full text in pyproject": [{ "setup.py": `setup(license="""${mit.slice(0, 300)}""")`, LICENSE: mit }, "MIT"],
  "ruby real": [{ COPYING: text("Ruby"), BSDL: bsd2 }, "Ruby OR BSD-2-Clause"],
  "github text choose": [{ LICENSE: "Copyright (c) 2020 Foo\n" }, "NONE"],
  "All rights": [{ LICENSE: "Copyright (c) 2020 Foo Inc. All rights reserved.\n" }, own],
  "AND in heads": [
    { "a.c": "// SPDX-License-Identifier: MIT AND BSD-3-Clause\n", "b.c": "// SPDX-License-Identifier: MIT AND BSD-3-Clause\n" },
    "MIT AND BSD-3-Clause",
  ],
  "dual head kernel": [
    { "a.c": "// SPDX-License-Identifier: (GPL-2.0 OR MIT)\n", "b.c": "/* SPDX-License-Identifier: (GPL-2.0 OR MIT) */\n" },
    "GPL-2.0-only OR MIT",
  ],
  solidity: [
    {
      "contracts/A.sol": "// SPDX-License-Identifier: UNLICENSED\npragma solidity;\n",
      "contracts/B.sol": "// SPDX-License-Identifier: UNLICENSED\n",
    },
    "NONE",
  ],
  "solidity mit": [
    { "contracts/A.sol": "// SPDX-License-Identifier: MIT\npragma solidity;\n", "contracts/B.sol": "// SPDX-License-Identifier: MIT\n" },
    "MIT",
  ],
  "LICENSE in html entities": [{ LICENSE: mit.replace(/"/g, "&quot;") }, "MIT"],
};

test("what public repositories hold", () => {
  for (const [name, [files, expression]] of Object.entries(made)) {
    const inputs = Object.entries(files).map(([path, content]) => ({ path, text: content, role: classifyPath(path) ?? ("head" as const) }));
    const said = decideLicence(inputs).expression.replace(/LicenseRef-[\w.-]+/g, own);
    const wanted = expression.replace(/LicenseRef-[\w.-]+/g, own);
    assert.deepEqual(said.split(" OR ").sort(), wanted.split(" OR ").sort(), name);
  }
});

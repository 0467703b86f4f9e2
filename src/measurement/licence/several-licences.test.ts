import assert from "node:assert/strict";
import { test } from "node:test";
import full from "spdx-license-list/full.js";
import { decideLicence } from "./decide.ts";
import { classifyPath } from "./paths.ts";

const text = (id: string) => full[id]?.licenseText ?? assert.fail(`${id} has no text`);
const owner = "Copyright (c) 2020 Foo\n\n";
const mit = owner + text("MIT");
const bsd3 = owner + text("BSD-3-Clause");
const apache = text("Apache-2.0");
const gpl2 = text("GPL-2.0-only");
const gpl3 = text("GPL-3.0-only");
const agpl = text("AGPL-3.0-only");
const ccBy = text("CC-BY-4.0");
const cc0 = text("CC0-1.0");
/** Of no expression counts more than that it is none of the SPDX list. */
const own = "LicenseRef";

/** Made for the test on the pattern of what public repositories hold. */
const made: Record<string, [files: Record<string, string>, expression: string]> = {
  "MIT, README says Apache": [{ LICENSE: mit, "README.md": "# X\n\n## License\n\nApache 2.0\n" }, "MIT"],
  "MIT code, CC docs folder": [{ LICENSE: mit, "docs/LICENSE": ccBy }, "MIT"],
  "LICENSE CC-BY, package MIT": [{ LICENSE: ccBy, "package.json": '{"license":"MIT"}' }, "CC-BY-4.0"],
  "README dual MIT text only": [
    { LICENSE: mit, "README.md": "# X\n\n## License\n\nDual licensed under the MIT and GPL-2.0 licenses.\n" },
    "MIT OR GPL-2.0-only",
  ],
  "MIT-LICENSE + GPL-LICENSE": [{ "MIT-LICENSE.txt": mit, "GPL-LICENSE.txt": gpl2 }, "MIT OR GPL-2.0-only"],
  "LICENSE-MIT + LICENSE-GPL": [{ "LICENSE-MIT": mit, "LICENSE-GPL": gpl2 }, "MIT OR GPL-2.0-only"],
  three: [
    {
      "LICENSE-MIT": mit,
      "LICENSE-APACHE": apache,
      "LICENSE-ZLIB": owner + text("Zlib"),
      "Cargo.toml": '[package]\nlicense = "MIT OR Apache-2.0 OR Zlib"\n',
    },
    "MIT OR Apache-2.0 OR Zlib",
  ],
  "LICENSE.txt list": [
    {
      "LICENSE.txt": "This project is dual-licensed under Apache 2.0 and MIT terms.\n",
      "licenses/apache.txt": apache,
      "licenses/mit.txt": mit,
    },
    "Apache-2.0 OR MIT",
  ],
  "REUSE many": [
    {
      "LICENSES/EUPL-1.2.txt": text("EUPL-1.2"),
      "LICENSES/CC0-1.0.txt": cc0,
      "LICENSES/MIT.txt": mit,
      "a.py": "# SPDX-FileCopyrightText: 2020 X\n#\n# SPDX-License-Identifier: EUPL-1.2\n",
      "b.py": "# SPDX-License-Identifier: EUPL-1.2\n",
      "c.py": "# SPDX-License-Identifier: MIT\n",
    },
    "EUPL-1.2",
  ],
  "REUSE or-later": [{ "LICENSES/AGPL-3.0-or-later.txt": agpl, "LICENSES/CC-BY-SA-4.0.txt": text("CC-BY-SA-4.0") }, "AGPL-3.0-or-later"],
  "REUSE heads AND": [
    { "LICENSES/GPL-3.0-or-later.txt": gpl3, "LICENSES/CC0-1.0.txt": cc0, "a.c": "// SPDX-License-Identifier: GPL-3.0-or-later\n" },
    "GPL-3.0-or-later",
  ],
  "LICENSE + 3rdparty": [{ LICENSE: mit, "LICENSE-3RD-PARTY.md": apache + bsd3, "THIRD-PARTY-LICENSES.txt": gpl3 }, "MIT"],
  "ThirdParty in LICENSE": [
    {
      LICENSE: `${mit}\n\n----------\n\nThis product bundles jQuery, which is available under a MIT license, and icu, which is:\n\n${text("ICU")}\n\nand foo:\n\n${apache}`,
    },
    "MIT",
  ],
  "BSD text in README & setup.py": [
    { "README.rst": "X\n=\n\nLicense\n-------\n\nBSD, see LICENSE.\n", LICENSE: bsd3, "setup.py": "setup(license='BSD')" },
    "BSD-3-Clause",
  ],
  "gov 105 + Apache contributions": [
    {
      "LICENSE.md": `# License\n\nPortions of this project were created by US Government employees and are in the public domain (17 U.S.C. 105). Contributions by others are licensed under the Apache License 2.0.\n\n${apache}`,
    },
    "Apache-2.0",
  ],
};

test("texts of several licences, or of others than manifests and heads name", () => {
  for (const [name, [files, expression]] of Object.entries(made)) {
    const inputs = Object.entries(files).map(([path, content]) => ({ path, text: content, role: classifyPath(path) ?? ("head" as const) }));
    const said = decideLicence(inputs).expression.replace(/LicenseRef-[\w.-]+/g, own);
    const wanted = expression.replace(/LicenseRef-[\w.-]+/g, own);
    assert.deepEqual(said.split(" OR ").sort(), wanted.split(" OR ").sort(), name);
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseLicenceExpression } from "./expression.ts";
import { allLicences } from "./list.ts";
import { normaliseLicenceName } from "./names.ts";

test("names as people write them", () => {
  for (const [written, expected] of Object.entries({
    "GPL v3": "GPL-3.0-only",
    GPLv3: "GPL-3.0-only",
    "GPLv3+": "GPL-3.0-or-later",
    "GPL-3": "GPL-3.0-only",
    "GPL (>= 2)": "GPL-2.0-or-later",
    "GPL-2 | GPL-3": "GPL-2.0-only OR GPL-3.0-only",
    "GNU GPLv2 or any later version": "GPL-2.0-or-later",
    "GNU General Public License v3 (GPLv3)": "GPL-3.0-only",
    "GNU Lesser General Public License v2.1": "LGPL-2.1-only",
    "License :: OSI Approved :: GNU Affero General Public License v3 or later (AGPLv3+)": "AGPL-3.0-or-later",
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "The Apache Software License, Version 2.0": "Apache-2.0",
    "The MIT License (MIT)": "MIT",
    "MIT/Apache-2.0": "MIT OR Apache-2.0",
    'BSD 3-Clause "New" or "Revised" License': "BSD-3-Clause",
    "2-clause BSD": "BSD-2-Clause",
    CC0: "CC0-1.0",
    "CC BY-SA 4.0": "CC-BY-SA-4.0",
    "European Union Public Licence v. 1.2": "EUPL-1.2",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Licence Ouverte 2.0": "etalab-2.0",
    "Open Government Licence v3.0": "OGL-UK-3.0",
    "CeCILL-B": "CECILL-B",
    "Apache-2.0 WITH LLVM-exception": "Apache-2.0 WITH LLVM-exception",
    "https://opensource.org/licenses/MIT": "MIT",
    "http://www.apache.org/licenses/LICENSE-2.0.txt": "Apache-2.0",
    "https://www.gnu.org/licenses/gpl-3.0.en.html": "GPL-3.0-only",
    "https://creativecommons.org/publicdomain/zero/1.0/legalcode": "CC0-1.0",
    "https://creativecommons.org/licenses/by/4.0/": "CC-BY-4.0",
  })) {
    assert.equal(normaliseLicenceName(written), expected, written);
  }
});

test("a name that leaves open which licence is meant stays unknown", () => {
  for (const written of [
    "",
    "GPL",
    "BSD",
    "EUPL",
    "Creative Commons",
    "Public Domain",
    "Other",
    "None",
    "Proprietary",
    "constructor",
    "https://example.org/LICENSE",
    "GPL 7",
  ]) {
    assert.equal(normaliseLicenceName(written), undefined, written);
  }
});

test("every published identifier is known, and every name of an approved licence", () => {
  const unknown = [...allLicences()].flatMap(({ id, name, osiApproved }) =>
    (osiApproved ? [id, name] : [id]).filter((written) => normaliseLicenceName(written) === undefined),
  );
  assert.deepEqual(unknown, []);
});

test("any text gives an expression or nothing", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600 }), (text) => {
      const found = normaliseLicenceName(text);
      if (found !== undefined) assert.ok(parseLicenceExpression(found));
      else assert.equal(found, undefined);
    }),
  );
});

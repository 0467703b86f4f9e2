import assert from "node:assert/strict";
import { test } from "node:test";
import full from "spdx-license-list/full.js";
import { decideLicence } from "./decide.ts";

const text = (id: string) => full[id]?.licenseText ?? assert.fail(`${id} has no text`);
const owner = "Copyright (c) 2020 Foo\n\n";
const mit = owner + text("MIT");
const bsd3 = owner + text("BSD-3-Clause");
const apache = text("Apache-2.0");

/** Nobody may call these open. */
const limited: Record<string, string> = {
  "terms that vary another's": `Foo Institute Licence Agreement (variation of the BSD / MIT License)\n\n${"The Institute grants what it grants. ".repeat(30)}`,
  "terms under another's name": `Institute Agreement, see also MIT License\n\nThe Institute is willing to grant you a licence on the following terms.\n${"It grants what it grants. ".repeat(30)}`,
  "nc after": `${mit}\n\nFor non-commercial use only.\n`,
  students: `${mit}\nThis licence applies to students and researchers only; companies need a commercial licence.\n`,
  revenue: `${mit}\nCompanies with annual revenue above $1M must purchase a licence.\n`,
  "ai training": `${mit}\nThe Software may not be used to train machine learning models.\n`,
  "no gov": `${mit}\nUse by law enforcement agencies is prohibited.\n`,
  china: `${mit}\nUse in Russia is not allowed.\n`,
  brand: `${apache}\n\nAdditional terms: you may not remove the logo or copyright information from the console.\n`,
  saas: `${apache}\n\nb. You may not operate a multi-tenant service with the software unless authorised in writing.\n`,
  evaluation: `${bsd3}\nThe software is provided for evaluation purposes only.\n`,
  patent: `${bsd3}\nNo patent rights are granted; a separate patent licence is required for commercial use.\n`,
  attribution: `MIT License with attribution on screen.\n\n${mit}\nAny product that includes the Software must display "Powered by Foo" on its start page.\n`,
  approval: `${mit}\nModified versions may be distributed only with the written consent of the Ministry.\n`,
  "only in EU": `${mit}\nThis licence is granted to public administrations only.\n`,
  llama:
    'LLAMA 2 COMMUNITY LICENSE AGREEMENT\n\n"Agreement" means the terms and conditions for use, reproduction, distribution and modification of the Llama Materials set forth herein.\n\nIf, on the Llama 2 version release date, the monthly active users is greater than 700 million, you must request a license from Meta.\n',
  openrail:
    "CreativeML Open RAIL-M\ndated August 22, 2022\n\nSection I: PREAMBLE\n\nMultimodal generative models are being widely adopted. You agree not to use the Model or Derivatives of the Model in any way that violates any applicable law.\n",
  "isc minus": owner + text("ISC").replace("or without fee", ""),
  "mit no sell": owner + text("MIT").replace(/ ?and or sell|sell/, ""),
  "mit no modify": owner + text("MIT").replace("modify", ""),
  "zlib not for commerce": text("Zlib").replace("including commercial", "excluding commercial"),
  "the remaining files": `The following files are under MIT:\n\n    a.c\n\n${mit}\n\nAll the remaining files are proprietary.\n`,
  "Mozilla's notice, for a fee": `If a copy of the MPL was not distributed with this file, You can obtain one at https://foo.example for a fee if you use it.\n\n${mit}`,
  "somebody's code that is not open": "All code created by Acme is licensed under CC BY-NC 4.0. The tests are under the MIT License.\n",
  "bsd no modification": owner + text("BSD-3-Clause").replace("with or without modification", "without modification"),
};

test("what limits a licence beside its text", () => {
  for (const [name, content] of Object.entries(limited)) {
    const { openSource, expression } = decideLicence([{ path: "LICENSE", text: content }]);
    assert.equal(openSource, false, `${name}: ${expression}`);
  }
});

test("what limits a licence in full in a README", () => {
  for (const [name, section] of Object.entries({
    behind: `MIT License:\n\n${mit}\n\nNot for commercial use.\n`,
    "on its last line": `MIT License:\n\n${mit.trim()} Not for commercial use.\n`,
    inside: `zlib license:\n\n${text("Zlib").replace("including commercial", "excluding commercial")}`,
  })) {
    const { openSource, expression } = decideLicence([{ path: "README.md", text: `# X\n\n## License\n\n${section}` }]);
    assert.equal(openSource, false, `${name}: ${expression}`);
  }
});

// Licences as facts, for src/measurement/licence/licences.json: the identifiers, names and approvals that SPDX and the Digital Public Goods
// Alliance publish. Run it when those lists change; `node scripts/make-licences.js <folder of the two lists>`. The texts: make-licence-texts.js.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2] ?? "../shared/data/licences";
const read = (path) => readFileSync(join(folder, path), "utf8");
const { licenses, licenseListVersion } = JSON.parse(read("spdx-official/licenses.json"));
const { exceptions } = JSON.parse(read("spdx-official/exceptions.json"));
const alliance = softwareSection(read("dpg-approved-licenses.md"));

const lines = licenses
  .sort((a, b) => (a.licenseId < b.licenseId ? -1 : 1))
  .map((licence) => `  ${JSON.stringify(licence.licenseId)}: ${JSON.stringify([licence.name, flagsOf(licence)])}`);
const text = `{
 "sources": ${JSON.stringify([
   `SPDX License List ${licenseListVersion}, CC0-1.0: identifiers, names, OSI approval, FSF free`,
   "Digital Public Goods Alliance, approved licences for software, 2024-08-19: facts",
 ])},
 "licences": {
${lines.join(",\n")}
 },
 "exceptions": ${JSON.stringify(exceptions.map((exception) => exception.licenseExceptionId).sort())}
}
`;
writeFileSync(new URL("../src/measurement/licence/licences.json", import.meta.url), text);

function flagsOf({ licenseId, isOsiApproved, isFsfLibre, isDeprecatedLicenseId }) {
  const flags = [];
  if (isOsiApproved) flags.push("osi");
  if (isFsfLibre) flags.push("fsf");
  if (alliance.has(licenseId.replace(/-(?:only|or-later)$|\+$/, ""))) flags.push("dpg");
  if (isDeprecatedLicenseId) flags.push("deprecated");
  return flags.join(" ");
}

/** The identifiers in the table under "## Software". Licences for content and data alone do not make software a digital public good. */
function softwareSection(markdown) {
  const section = markdown.split(/^## /m).find((part) => part.startsWith("Software")) ?? "";
  return new Set([...section.matchAll(/^([A-Za-z0-9.-]+)\s*\|/gm)].map((match) => match[1]));
}

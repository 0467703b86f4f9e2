import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { packageRoot } from "../../shared/package-root.ts";
import { validatePubliccode } from "./validate.ts";

const goods = join(process.env.OPENFIRST_OUTSIDE_DATA ?? join(packageRoot, "..", "shared", "data"), "goods");
const folder = join(goods, "publiccode");
const skip = existsSync(folder) ? false : `the collected files are not here (${folder})`;

/** Verdicts reached by reading the file beside the text of the standard, before this program judged it. Empty: valid. */
const byHand: [file: string, errors: string[], why: string][] = [
  ["devita-04210b7d", [], "0.2, contract with a contractor that has name and until; it.0.2 allowed countryExtensionVersion 0.2"],
  ["devita-214982d5", [], "0.2, community with a contact; the Italian section is complete"],
  ["devita-24d4abae", [], "0.5.0 with organisation, which 0.5 brought; genericName empty, and optional since 0.3"],
  ["devita-316d8c91", [], "0.4.0, internal with a contact, countryExtensionVersion 1.0"],
  ["devita-573363ae", [], "“0”, two languages, dependsOn with versions in quotes"],
  ["repo-italia+publiccode-parser-go-publiccode", [], "0.5, every mandatory key and nothing deprecated"],
  ["repo-swiss+opensource-guidelines-publiccode", [], "0.5.0; the version without quotes is text in YAML 1.2, and so is the date"],
  [
    "repo-nordic-institute+X-Road-publiccode",
    [],
    "0.4; docker is a platform outside the list, which is allowed; repoOwner was not yet deprecated",
  ],
  ["repo-publiccodenet+standard-publiccode", [], "0.2 with all that 0.2 asked: genericName, categories, releaseDate"],
  [
    "repo-standard-for-public-code+standard-for-public-code-publiccode",
    ["maintenance.contacts"],
    "internal, and “contacts:” has nothing after it; longDescription under 500 characters is allowed since 0.3",
  ],
  ["devita-14ee01d2", ["IT.countryExtensionVersion"], "0.4.0 with 0.2: since 0.3 “this key MUST always be set to 1.0”"],
  ["devita-a10e4151", ["IT.countryExtensionVersion"], "null; “Presence: mandatory”"],
  ["devita-8bf85813", ["IT.countryExtensionVersion"], "null; “Presence: mandatory”"],
  ["devita-2e47f61c", ["localisation.availableLanguages", "localisation.localisationReady"], "null and an empty list; both mandatory"],
  [
    "devita-4f81d3e7",
    ["localisation.availableLanguages", "localisation.localisationReady"],
    "null and an empty list; GPL-3.0 is SPDX, if withdrawn",
  ],
  ["devita-603c85c5", ["isBasedOn[0]"], "“will contain the url of the original project(s)”: two names are no URL"],
  ["tw-code-gov-tw", ["description.[lang].longDescription"], "no longDescription; the section tw is a country’s own"],
  ["tw-yivi-privacybydesign.irmamobile", ["description.[lang].longDescription", "legal.license"], "“GPL v3” is no SPDX expression"],
  [
    "tw-taipei-city-dashboard",
    ["description.[lang].longDescription", "description.zh-Hant.screenshots[0]", "legal.license"],
    "an absolute path to a .webp, and “AGPL-3” is no SPDX identifier",
  ],
  [
    "tw-italia-publiccode-yml-editor",
    ["description.[lang].longDescription", "description.zh-Hant.shortDescription"],
    "159 characters; AGPL-3.0 is SPDX, if withdrawn",
  ],
  [
    "fr-esup_pod_publiccode",
    ["description.fr.videos[0]", "maintenance.contractors"],
    "community with contractors, and a video without address",
  ],
  [
    "fr-catala_publiccode",
    [
      "description.[lang].features",
      "description.[lang].longDescription",
      "developmentStatus",
      "localisation.availableLanguages",
      "localisation.localisationReady",
      "platforms",
      "usedBy[0]",
    ],
    "five mandatory keys missing; usedBy holds sections instead of names",
  ],
];

for (const [file, expected, why] of byHand)
  test(`${file}: ${expected.length === 0 ? "valid" : expected.join(", ")} (${why})`, { skip }, () => {
    const { errors } = validatePubliccode(readFileSync(join(folder, `${file}.yml`)));
    assert.deepEqual(errors.map(({ key }) => key).sort(), expected);
  });

test("of the 70 collected files 24 are valid, and no message lacks a line", { skip }, () => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".yml"));
  const verdicts = files.map((file) => validatePubliccode(readFileSync(join(folder, file))));
  assert.deepEqual([files.length, verdicts.filter(({ valid }) => valid).length], [70, 24]);
  for (const { errors, warnings } of verdicts) for (const { line } of [...errors, ...warnings]) assert.ok(line >= 1);
});

test("the standard's own examples have no error", { skip }, () => {
  for (const language of ["standard", "it", "fr"])
    for (const name of ["publiccode.yml", "publiccode.minimal.yml"]) {
      const example = join(goods, "publiccode-standard", language, "example", name);
      assert.deepEqual(validatePubliccode(readFileSync(example)).errors, [], example);
    }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { validatePubliccode } from "./validate.ts";

type Json = { [key: string]: unknown };

/** The standard's own minimal example, as JSON, which is YAML. */
const minimal = (): Json => ({
  publiccodeYmlVersion: "0",
  name: "Medusa",
  url: "https://example.com/italia/medusa.git",
  platforms: ["web"],
  developmentStatus: "development",
  softwareType: "standalone/desktop",
  description: { en: { shortDescription: "A short description", longDescription: "Long. ".repeat(30), features: ["Just one feature"] } },
  legal: { license: "AGPL-3.0-or-later" },
  maintenance: { type: "community", contacts: [{ name: "Francesco Rossi" }] },
  localisation: { localisationReady: true, availableLanguages: ["en"] },
});

/** The example with the value under a dotted key put in, or taken out where undefined. */
function changed(changes: Json): Json {
  const document = minimal();
  for (const [path, value] of Object.entries(changes)) {
    const parts = path.split(".");
    const last = parts.pop() as string;
    let at = document;
    for (const part of parts) {
      at[part] ??= {};
      at = at[part] as Json;
    }
    if (value === undefined) delete at[last];
    else at[last] = value;
  }
  return document;
}

const keysOf = (found: { key: string }[]) => [...new Set(found.map(({ key }) => key))].sort();
const judged = (changes: Json) => {
  const { valid, errors, warnings } = validatePubliccode(JSON.stringify(changed(changes), null, 1));
  assert.equal(valid, errors.length === 0);
  return { errors: keysOf(errors), warnings: keysOf(warnings) };
};

test("the minimal example of the standard has no fault, in every version from 0.2 on but for what older ones asked", () => {
  assert.deepEqual(judged({}), { errors: [], warnings: [] });
  for (const version of ["0.4", "0.5", "0.5.0", "0.6", "0.6.0", "0.7", "0.7.0"])
    assert.deepEqual(judged({ publiccodeYmlVersion: version }).errors, [], version);
  assert.deepEqual(judged({ publiccodeYmlVersion: "0.5" }).warnings, []);
  assert.deepEqual(judged({ publiccodeYmlVersion: "0.4" }).warnings, ["categories"]);
  assert.deepEqual(judged({ publiccodeYmlVersion: "0.3" }).warnings, ["categories", "releaseDate"]);
  for (const version of ["0.2", "0.2.0", "0.2.1", "0.2.2"])
    assert.deepEqual(
      judged({ publiccodeYmlVersion: version }),
      { errors: [], warnings: ["categories", "description.en.genericName", "description.en.longDescription", "releaseDate"] },
      version,
    );
});

// What the file says → the keys that are errors.
const errors: [says: string, changes: Json, keys: string[]][] = [
  ["the version is mandatory", { publiccodeYmlVersion: undefined }, ["publiccodeYmlVersion"]],
  ["the version is a string, no number", { publiccodeYmlVersion: 0.7 }, ["publiccodeYmlVersion"]],
  ["no version 1 is published", { publiccodeYmlVersion: "1" }, ["publiccodeYmlVersion"]],
  ["no version 0.8 is published", { publiccodeYmlVersion: "0.8" }, ["publiccodeYmlVersion"]],
  ...["name", "url", "platforms", "developmentStatus", "softwareType", "description"].map((key): [string, Json, string[]] => [
    `${key} is mandatory`,
    { [key]: undefined },
    key === "description" ? ["description"] : [key],
  ]),
  ["an empty name is none", { name: "" }, ["name"]],
  ["a name without a value is none", { name: null }, ["name"]],
  ["a name is text", { name: ["Medusa"] }, ["name"]],
  ["url is a URL, not git's short form", { url: "git@example.com:italia/medusa.git" }, ["url"]],
  ["url has a scheme", { url: "example.com/medusa" }, ["url"]],
  ["landingURL is opened in a browser", { landingURL: "git://example.com/x" }, ["landingURL"]],
  ["isBasedOn holds URLs", { isBasedOn: ["https://example.com/a.git", "other"] }, ["isBasedOn[1]"]],
  ["softwareVersion is a string", { softwareVersion: 1.1 }, ["softwareVersion"]],
  ["a date exists", { releaseDate: "2023-02-29" }, ["releaseDate"]],
  ["a date has no time", { releaseDate: "2023-02-28T10:00:00Z" }, ["releaseDate"]],
  ["a date is written YYYY-MM-DD", { releaseDate: "28/02/2023" }, ["releaseDate"]],
  ["a logo is SVG, SVGZ or PNG", { logo: "img/logo.jpg" }, ["logo"]],
  ["a logo has no absolute path", { logo: "/img/logo.svg" }, ["logo"]],
  ["a logo stays inside the repository", { logo: "../logo.svg" }, ["logo"]],
  ["a logo is no file: address", { logo: "file:///logo.svg" }, ["logo"]],
  ["inputTypes are media types", { inputTypes: ["text"] }, ["inputTypes[0]"]],
  ["platforms name one at least", { platforms: [] }, ["platforms"]],
  ["categories are those of the list", { categories: ["office", "knitting"] }, ["categories[1]"]],
  ["categories are a list", { categories: "office" }, ["categories"]],
  ["usedBy is a list of names", { usedBy: [{ name: "Comune di Roma" }] }, ["usedBy[0]"]],
  ["who funds has a name", { fundedBy: [{ uri: "https://example.com" }] }, ["fundedBy[0].name"]],
  ["roadmap is a link", { roadmap: "see the wiki" }, ["roadmap"]],
  ["developmentStatus is of the list", { developmentStatus: "alpha" }, ["developmentStatus"]],
  ["softwareType is of the list", { softwareType: "standalone" }, ["softwareType"]],
  ["supports: an unknown alias is an error", { supports: [{ id: "alias:nothing" }] }, ["supports[0].id"]],
  ["supports: anything else is a URI", { supports: [{ id: "the GDPR" }] }, ["supports[0].id"]],
  ["supports: an item has an id", { supports: [{ name: "GDPR" }] }, ["supports[0].id"]],
  ["organisation has a uri", { organisation: { name: "City" } }, ["organisation.uri"]],
  ["organisation.uri is a URI", { "organisation.uri": "City of Rome" }, ["organisation.uri"]],
  ["a country is of ISO 3166-1", { "intendedAudience.countries": ["IT", "UK"] }, ["intendedAudience.countries[1]"]],
  ["a country has two letters", { "intendedAudience.unsupportedCountries": ["ITA"] }, ["intendedAudience.unsupportedCountries[0]"]],
  ["a scope is of the list", { "intendedAudience.scope": ["cities"] }, ["intendedAudience.scope[0]"]],
  ["one language at least", { description: {} }, ["description"]],
  ["a description is by BCP 47 tag", { "description.en_GB": { shortDescription: "x" } }, ["description.en_GB"]],
  ["three letters where two exist", { "localisation.availableLanguages": ["ita"] }, ["localisation.availableLanguages[0]"]],
  ["no such language", { "localisation.availableLanguages": ["jp"] }, ["localisation.availableLanguages[0]"]],
  ["every language has a shortDescription", { "description.it": { features: [] } }, ["description.it.shortDescription"]],
  ["150 characters", { "description.en.shortDescription": "x".repeat(151) }, ["description.en.shortDescription"]],
  ["genericName has 35 characters", { "description.en.genericName": "x".repeat(36) }, ["description.en.genericName"]],
  ["no longDescription in any language", { "description.en.longDescription": undefined }, ["description.[lang].longDescription"]],
  ["a longDescription has 150 characters", { "description.en.longDescription": "x".repeat(149) }, ["description.en.longDescription"]],
  ["and at most 10,000", { "description.en.longDescription": "x".repeat(10_001) }, ["description.en.longDescription"]],
  ["no features in any language", { "description.en.features": undefined }, ["description.[lang].features"]],
  ["documentation is a URL", { "description.en.documentation": "docs/README.md" }, ["description.en.documentation"]],
  ["screenshots are PNG or JPG", { "description.en.screenshots": ["a.png", "b.webp"] }, ["description.en.screenshots[1]"]],
  ["videos are URLs", { "description.en.videos": ["film"] }, ["description.en.videos[0]"]],
  ["legal.license is mandatory", { legal: undefined }, ["legal.license"]],
  ["a licence is SPDX", { "legal.license": "GPL v3" }, ["legal.license"]],
  ["a licence has no made-up operator", { "legal.license": "MIT/Apache-2.0" }, ["legal.license"]],
  ["maintenance.type is mandatory", { "maintenance.type": undefined }, ["maintenance.type"]],
  ["maintenance.type is of the list", { "maintenance.type": "voluntary" }, ["maintenance.type"]],
  ["community needs contacts", { "maintenance.contacts": undefined }, ["maintenance.contacts"]],
  ["internal needs one contact at least", { maintenance: { type: "internal", contacts: [] } }, ["maintenance.contacts"]],
  ["contract needs one contractor at least", { maintenance: { type: "contract", contractors: [] } }, ["maintenance.contractors"]],
  [
    "localisation is mandatory with both its keys",
    { localisation: undefined },
    ["localisation.availableLanguages", "localisation.localisationReady"],
  ],
  ["contract needs contractors", { maintenance: { type: "contract" } }, ["maintenance.contractors"]],
  ["no contractors but under contract", { "maintenance.contractors": [{ name: "Ltd", until: "2030-01-01" }] }, ["maintenance.contractors"]],
  [
    "a contractor has a name and an end",
    { maintenance: { type: "contract", contractors: [{}] } },
    ["maintenance.contractors[0].name", "maintenance.contractors[0].until"],
  ],
  ["a contact has a name", { "maintenance.contacts": [{ email: "rossi@example.com" }] }, ["maintenance.contacts[0].name"]],
  [
    "an e-mail address is one",
    { "maintenance.contacts": [{ name: "R", email: "rossi at example.com" }] },
    ["maintenance.contacts[0].email"],
  ],
  ["a phone number is text", { "maintenance.contacts": [{ name: "R", phone: 39123 }] }, ["maintenance.contacts[0].phone"]],
  ["localisationReady is true or false", { "localisation.localisationReady": "ready" }, ["localisation.localisationReady"]],
  ["one language at least is available", { "localisation.availableLanguages": [] }, ["localisation.availableLanguages"]],
  ["a dependency has a name", { "dependsOn.open": [{ version: "1" }] }, ["dependsOn.open[0].name"]],
  ["optional is true or false", { "dependsOn.hardware": [{ name: "NFC", optional: "maybe" }] }, ["dependsOn.hardware[0].optional"]],
  ["IT states its version", { IT: { riuso: { codiceIPA: "c_h501" } } }, ["IT.countryExtensionVersion"]],
  ["which is 1.0", { "IT.countryExtensionVersion": "0.2" }, ["IT.countryExtensionVersion"]],
  ["piattaforme are true or false", { IT: { countryExtensionVersion: "1.0", piattaforme: { spid: "certo" } } }, ["IT.piattaforme.spid"]],
  ["IT and it do not stand together", { IT: { countryExtensionVersion: "1.0" }, it: { countryExtensionVersion: "1.0" } }, ["it"]],
];
for (const [says, changes, keys] of errors) test(`error: ${says}`, () => assert.deepEqual(judged(changes).errors, keys));

// What the file says → the keys that are warned of; none is an error.
const warnings: [says: string, changes: Json, keys: string[]][] = [
  ["keys the standard does not know", { authors: ["x"], "legal.year": 2020 }, ["authors", "legal.year"]],
  ["keys that every object has", { constructor: 1, "intendedAudience.toString": 2 }, ["constructor", "intendedAudience.toString"]],
  ["keys that 0.2 renamed", { tags: ["office"], "intendedAudience.onlyFor": "city" }, ["intendedAudience.onlyFor", "tags"]],
  [
    "deprecated since 0.3",
    { monochromeLogo: "a.svg", inputTypes: ["text/plain"], outputTypes: [] },
    ["inputTypes", "monochromeLogo", "outputTypes"],
  ],
  ["deprecated since 0.3: genericName", { "description.en.genericName": "Editor" }, ["description.en.genericName"]],
  ["deprecated since 0.4 and 0.5", { "legal.authorsFile": "AUTHORS", "legal.repoOwner": "City" }, ["legal.authorsFile", "legal.repoOwner"]],
  ["lower-case countries", { "intendedAudience.countries": ["it"] }, ["intendedAudience.countries[0]"]],
  ["country sections", { IT: { countryExtensionVersion: "1.0" } }, ["IT"]],
  ["country sections in lower case", { it: { countryExtensionVersion: "1.0" } }, ["it"]],
  ["conforme, since 0.5", { IT: { countryExtensionVersion: "1.0", conforme: { gdpr: true } } }, ["IT", "IT.conforme"]],
  [
    "piattaforme, since 0.7, and io, which 0.2 had not",
    { ...old(), it: { countryExtensionVersion: "1.0", piattaforme: { io: true } } },
    ["it", "it.piattaforme", "it.piattaforme.io"],
  ],
  ["IPA codes, since 0.5", { IT: { countryExtensionVersion: "1.0", riuso: { codiceIPA: "c_h501" } } }, ["IT", "IT.riuso.codiceIPA"]],
  ["other countries’ sections are not looked at", { tw: { createdDate: 3 } }, ["tw"]],
  ["keys newer than the version", { publiccodeYmlVersion: "0.5", supports: [{ id: "alias:gdpr" }] }, ["supports"]],
  [
    "a category newer than the version",
    { publiccodeYmlVersion: "0.3", releaseDate: "2020-01-01", categories: ["other"] },
    ["categories[0]"],
  ],
  ["a licence nobody calls open", { "legal.license": "CC-BY-NC-4.0" }, ["legal.license"]],
  ["an SPDX name that was withdrawn", { "legal.license": "GPL-3.0" }, ["legal.license"]],
  ["optional keys without a value", { logo: null, applicationSuite: "" }, ["applicationSuite", "logo"]],
  ["a bare number as a dependency’s version", { "dependsOn.open": [{ name: "MySQL", versionMin: 1.1 }] }, ["dependsOn.open[0].versionMin"]],
  ["0.2 allowed: standalone", { ...old(), softwareType: "standalone" }, ["softwareType"]],
  [
    "0.2 allowed: another countryExtensionVersion",
    { ...old(), it: { countryExtensionVersion: "0.2" } },
    ["it", "it.countryExtensionVersion"],
  ],
  ["0.2 asked: features of 100 characters", { ...old(), "description.en.features": ["x".repeat(101)] }, ["description.en.features[0]"]],
  [
    "0.2 allowed: a phone number that is no text",
    { ...old(), "maintenance.contacts": [{ name: "R", phone: 39123 }] },
    ["maintenance.contacts[0].phone"],
  ],
];
/** What 0.2 asks beside the minimal example, but for its genericName, deprecated now. */
function old(): Json {
  return {
    publiccodeYmlVersion: "0.2",
    releaseDate: "2020-01-01",
    categories: ["office"],
    "description.en.longDescription": "Long. ".repeat(90),
  };
}
for (const [says, changes, keys] of warnings)
  test(`warning: ${says}`, () => {
    const found = judged(changes);
    assert.deepEqual(found.errors, []);
    assert.deepEqual(
      found.warnings.filter((key) => !(changes.publiccodeYmlVersion === "0.2" && key === "description.en.genericName")),
      keys,
    );
  });

// What the standard allows, whatever stricter programs say.
const allowed: [says: string, changes: Json][] = [
  ["a single platform, or one of one’s own", { platforms: "zx81" }],
  ["features may be an empty list: “there is no mandatory minimum”", { "description.en.features": [] }],
  ["longDescription and features in one language only", { "description.it": { shortDescription: "Breve" } }],
  ["150 signs of two code points each", { "description.en.shortDescription": "e\u0301".repeat(150) }],
  ["organisation without a name", { "organisation.uri": "urn:x-foobar:my-organisation" }],
  ["a funder without a uri", { fundedBy: [{ name: "European Union" }] }],
  [
    "contacts under contract",
    { maintenance: { type: "contract", contractors: [{ name: "Ltd", until: "2019-01-01" }], contacts: [{ name: "R" }] } },
  ],
  ["nobody where nothing is maintained", { maintenance: { type: "none" } }],
  ["expressions with exceptions and brackets", { "legal.license": "(GPL-2.0-only WITH Classpath-exception-2.0) OR EUPL-1.2" }],
  [
    "languages with script, region and variant",
    { "localisation.availableLanguages": ["zh-Hant", "pt-BR", "sl-IT-nedis", "es-419", "gug"] },
  ],
  ["svn and ssh addresses of the code", { url: "svn://example.com/medusa" }],
  ["a screenshot on the web", { "description.en.screenshots": ["https://example.com/a.JPG?raw=true"] }],
  ["supports by alias, URL and URN", { supports: [{ id: "alias:gdpr" }, { id: "https://example.com/x" }, { id: "urn:iso:std:iso:9999" }] }],
  ["no categories, and the category other", { categories: ["other"] }],
];
for (const [says, changes] of allowed) test(`allowed: ${says}`, () => assert.deepEqual(judged(changes), { errors: [], warnings: [] }));

test("0.1 has keys of its own", () => {
  const document = {
    "publiccode-yaml-version": "http://w3id.org/publiccode/version/0.1",
    ...changed({ publiccodeYmlVersion: undefined, softwareType: "standalone", softwareVersion: "1.0", releaseDate: "2019-01-30" }),
    tags: ["accounting"],
    description: { eng: { genericName: "Editor", shortDescription: "Short", longDescription: "Long. ".repeat(90), featureList: ["One"] } },
    localisation: { localisationReady: true, availableLanguages: ["eng"] },
  };
  const whole = validatePubliccode(JSON.stringify(document));
  assert.deepEqual([whole.version, whole.errors, keysOf(whole.warnings)], ["0.1", [], ["publiccode-yaml-version"]]);
  const { maintenance, releaseDate, ...rest } = document as Json;
  const lacking = {
    ...rest,
    tags: ["knitting"],
    maintenance: { type: "none" },
    localisation: { localisationReady: true, availableLanguages: ["en"] },
  };
  assert.ok(maintenance && releaseDate);
  assert.deepEqual(keysOf(validatePubliccode(JSON.stringify(lacking)).errors), [
    "localisation.availableLanguages[0]",
    "maintenance.contacts",
    "releaseDate",
    "tags[0]",
  ]);
});

const yaml = (rest: string) => `publiccodeYmlVersion: "0"\nname: Medusa\n${rest}`;

test("line and column are those of the key, of the item, and of the section that lacks one", () => {
  const { errors } = validatePubliccode(
    yaml(
      "url: x\nplatforms: [web]\ndevelopmentStatus: stable\nsoftwareType: library\ncategories:\n  - office\n  - knitting\nlegal:\n  mainCopyrightOwner: City\n",
    ),
  );
  const at = (key: string) => errors.filter((one) => one.key === key).map(({ line, column }) => [line, column]);
  assert.deepEqual(at("url"), [[3, 1]]);
  assert.deepEqual(at("categories[1]"), [[9, 5]]);
  assert.deepEqual(at("legal.license"), [[10, 1]]);
  assert.deepEqual(at("description"), [[1, 1]]);
  assert.deepEqual(
    errors,
    errors.toSorted((one, other) => one.line - other.line),
  );
});

test("YAML 1.1 is deprecated, not forbidden; anchors and comments are YAML", () => {
  const ready = (text: string) => validatePubliccode(yaml(`localisation:\n  localisationReady: ${text}\n  availableLanguages: [en]`));
  for (const word of ["yes", "No", "on", "OFF"]) {
    const { errors, warnings } = ready(word);
    assert.ok(!keysOf(errors).includes("localisation.localisationReady"), word);
    assert.deepEqual(keysOf(warnings), ["localisation.localisationReady"], word);
  }
  assert.ok(keysOf(ready('"yes"').errors).includes("localisation.localisationReady"));
  assert.ok(validatePubliccode(`%YAML 1.1\n---\n${yaml("")}`).warnings.some(({ message }) => /1\.1/.test(message)));
  const aliased = validatePubliccode(yaml("platforms: &p [web] # all\nusedBy: *p\n"));
  assert.deepEqual(aliased.document?.usedBy, ["web"]);
  assert.deepEqual(keysOf(aliased.warnings), []);
});

test("numbers are told as they were written, and version 0.2 without quotes is still understood as 0.2", () => {
  const { version, errors } = validatePubliccode("publiccodeYmlVersion: 0.2\nsoftwareVersion: 1.10\n");
  assert.equal(version, "0.2");
  assert.match(errors.find(({ key }) => key === "softwareVersion")?.message ?? "", /"1\.10"/);
  assert.match(errors.find(({ key }) => key === "publiccodeYmlVersion")?.message ?? "", /"0\.2"/);
});

test("what is wrong with people’s addresses is said without repeating them", () => {
  const people = [{ name: "R", email: "rossi(at)example.com", phone: 391624231322 }];
  const said = JSON.stringify(validatePubliccode(JSON.stringify(changed({ "maintenance.contacts": people }))).errors);
  assert.ok(said.includes("e-mail") && !said.includes("rossi") && !said.includes("391624"));
});

const hostile: [says: string, input: string | Uint8Array, message: RegExp][] = [
  ["nothing", "", /empty/],
  ["only comments", "# nothing\n", /empty|no list of keys/],
  ["a list", "- a\n- b", /no list of keys/],
  ["no YAML", "name: [a", /not YAML/],
  ["tabs for indentation", "name:\n\tfoo: bar", /Tabs/],
  ["a key twice", "name: a\nname: b", /twice/],
  ["two documents", `${yaml("")}---\nname: b`, /several/],
  ["a tag of a program", "name: !!python/object x", /tag/i],
  ["a type of YAML 1.1", "releaseDate: !!timestamp 2001-01-01", /type/],
  ["a key that is a list", "[a]: b", /key/],
  ["an alias of nothing", "name: *a", /alias|refers/],
  ["an alias of itself", "name: &a [*a]", /refers/],
  [
    "aliases without end",
    `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefghij"].map((c, i) => `${c}: &${c} [${Array(9).fill(`*${"abcdefghij"[i]}`)}]`).join("\n")}`,
    /50000/,
  ],
  ["brackets without end", "[".repeat(500_000), /deeper/],
  ["lists in lists", "- ".repeat(400_000), /deeper/],
  ["indentation without end", Array.from({ length: 1300 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"), /deeper/],
  ["too many keys", Array.from({ length: 80_000 }, (_, i) => `k${i}: 1`).join("\n"), /more than/],
  ["quotes", '"'.repeat(999_999), /more than/],
  ["ten megabytes", new Uint8Array(10_000_000).fill(97), /at most/],
  ["Latin 1", new Uint8Array([0x61, 0x3a, 0x20, 0xe9]), /UTF-8/],
  ["UTF-16", new Uint8Array([0xff, 0xfe, 0x61, 0]), /UTF-8/],
  ["a NUL", "name: a\0b", /U\+0000/],
];
for (const [says, input, message] of hostile)
  test(`refused in bounded time: ${says}`, { timeout: 20_000 }, () => {
    const { valid, errors, document } = validatePubliccode(input);
    assert.equal(valid, false);
    assert.equal(document, undefined);
    assert.equal(errors.length, 1);
    assert.match(errors[0]?.message ?? "", message);
    assert.ok((errors[0]?.line ?? 0) >= 1);
  });

test("a key named __proto__ changes nothing but is a key", () => {
  const { document, warnings } = validatePubliccode(yaml("__proto__:\n  polluted: true\n"));
  assert.equal(({} as Json).polluted, undefined);
  assert.ok(document && Object.hasOwn(document, "__proto__"));
  assert.ok(keysOf(warnings).includes("__proto__"));
});

test("property: any text and any JSON is judged, never thrown at, and an error is there exactly where it is not valid", () => {
  const keys = fc.constantFrom(...Object.keys(minimal()), "IT", "supports", "fundedBy", "dependsOn", "organisation", "intendedAudience");
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.dictionary(keys, fc.jsonValue({ maxDepth: 4 })).map((one) => JSON.stringify({ ...minimal(), ...one })),
      ),
      (text) => {
        const { valid, errors, warnings } = validatePubliccode(text);
        assert.equal(valid, errors.length === 0);
        for (const one of [...errors, ...warnings]) assert.ok(one.line >= 1 && one.message.length > 0);
      },
    ),
    { numRuns: 300 },
  );
});

test("property: adding an unknown key never changes the verdict", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...errors),
      fc.stringMatching(/^x[a-z]{3,12}$/),
      fc.jsonValue({ maxDepth: 2 }),
      ([, changes], key, value) => {
        const before = judged(changes);
        const after = judged({ ...changes, [key]: value });
        assert.deepEqual(after.errors, before.errors);
      },
    ),
    { numRuns: 100 },
  );
});

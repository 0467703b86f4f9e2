import {
  address,
  country,
  date,
  email,
  file,
  licence,
  loose,
  mediaType,
  oneOf,
  phone,
  support,
  text,
  truth,
  uri,
  webAddress,
} from "./forms.ts";
import type { Keys, Section, Shape } from "./judge.ts";
import { language, languageFault } from "./language.ts";
import type { Version } from "./version.ts";
import { isBefore } from "./version.ts";
import { aliases, categories, countries, newerCategories, scopes } from "./vocabularies.ts";

// The publiccode.yml standard, 0.2 to 0.7, row by row in the order of its text (schema.core.rst of the tags core-0.2, core-0.2.1, v0.3.0,
// v0.4.0, v0.5.0 and v0.7.0, and CHANGELOG.rst). Each row is what 0.7 says; `once` is what an older text said instead.

const words: Shape = { value: text() };
const named: Shape = { value: text({ mandatory: true }) };
const yesOrNo: Shape = { value: truth };
const image: Shape = { value: file(["svg", "svgz", "png"]) };
const development = ["concept", "development", "beta", "stable", "obsolete"];
const kinds = ["standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web", "standalone/backend", "standalone/other"];
const otherKinds = ["addon", "library", "configurationFiles"];

/** "Special data formats", "Dependency" */
const dependencies: Shape = {
  list: {
    section: {
      name: { shape: named, presence: "mandatory" },
      versionMin: { shape: { value: loose } },
      versionMax: { shape: { value: loose } },
      version: { shape: { value: loose } },
      optional: { shape: yesOrNo },
    },
  },
};

/** "Special data formats", "Contact" */
const contact: Shape = {
  section: {
    name: { shape: named, presence: "mandatory" },
    email: { shape: { value: email } },
    phone: { shape: { value: phone }, once: [{ until: "0.2", shape: { value: loose } }] },
    affiliation: { shape: words },
  },
};

/** "Special data formats", "Contractor" */
const contractor: Shape = {
  section: {
    name: { shape: named, presence: "mandatory" },
    until: { shape: { value: date }, presence: "mandatory" },
    email: { shape: { value: email } },
    website: { shape: { value: webAddress } },
  },
};

/** Section description: the keys under each language */
const description: Keys = {
  localisedName: { shape: words },
  genericName: {
    shape: { value: text({ max: 35 }) },
    deprecated: { since: "0.3" },
    once: [{ until: "0.2.2", presence: "mandatory" }],
  },
  shortDescription: { shape: { value: text({ max: 150, mandatory: true }) }, presence: "mandatory" },
  longDescription: {
    shape: { value: text({ min: 150, max: 10_000, mandatory: true }) },
    presence: "in one language",
    once: [{ until: "0.2.2", shape: { value: text({ min: 500, max: 10_000, mandatory: true }) } }],
  },
  documentation: { shape: { value: webAddress } },
  apiDocumentation: { shape: { value: webAddress } },
  features: {
    shape: { list: named },
    presence: "in one language",
    once: [{ until: "0.2.2", shape: { list: { value: text({ max: 100, mandatory: true }) } } }],
  },
  screenshots: { shape: { list: { value: file(["png", "jpg", "jpeg"]) } } },
  videos: { shape: { list: { value: webAddress } } },
  awards: { shape: { list: words } },
};

/** schema.it.rst. The whole section is deprecated since 0.7. */
const italy: Section = {
  section: {
    countryExtensionVersion: {
      shape: { value: oneOf(["1.0"]) },
      presence: "mandatory",
      once: [{ until: "0.2.2", shape: { value: oneOf(["0.2", "1.0"]) } }],
    },
    conforme: {
      shape: {
        section: {
          lineeGuidaDesign: { shape: yesOrNo },
          modelloInteroperabilita: { shape: yesOrNo },
          // As 0.2.1 to 0.4 misspelt it.
          modelloInteroperatibilita: { shape: yesOrNo, deprecated: { since: "0.5", instead: "modelloInteroperabilita" } },
          misureMinimeSicurezza: { shape: yesOrNo },
          gdpr: { shape: yesOrNo },
        },
        other: renamed({
          accessibile: "became conforme.lineeGuidaDesign in 0.2",
          interoperabile: "became conforme.modelloInteroperabilita in 0.2",
          sicuro: "became conforme.misureMinimeSicurezza in 0.2",
          privacy: "became conforme.gdpr in 0.2",
        }),
      },
      deprecated: { since: "0.5", instead: "supports" },
    },
    piattaforme: {
      shape: {
        section: {
          spid: { shape: yesOrNo },
          cie: { shape: yesOrNo },
          anpr: { shape: yesOrNo },
          pagopa: { shape: yesOrNo },
          io: { shape: yesOrNo, since: "0.3" },
        },
      },
      deprecated: { since: "0.7", instead: "supports" },
    },
    riuso: {
      shape: { section: { codiceIPA: { shape: words, deprecated: { since: "0.5", instead: "organisation.uri" } } } },
    },
  },
  other: renamed({ ecosistemi: "was removed in 0.2; leave it out", designKit: "was removed in 0.2; leave it out" }),
};

const keys: Keys = {
  publiccodeYmlVersion: { shape: words, presence: "mandatory" },
  name: { shape: named, presence: "mandatory" },
  applicationSuite: { shape: words },
  url: { shape: { value: address }, presence: "mandatory" },
  landingURL: { shape: { value: webAddress } },
  isBasedOn: { shape: { list: { value: address }, orOne: true } },
  softwareVersion: { shape: words },
  releaseDate: { shape: { value: date }, once: [{ until: "0.3", presence: "mandatory" }] },
  logo: { shape: image },
  monochromeLogo: { shape: image, deprecated: { since: "0.3", instead: "logo" } },
  inputTypes: { shape: { list: { value: mediaType } }, deprecated: { since: "0.3" } },
  outputTypes: { shape: { list: { value: mediaType } }, deprecated: { since: "0.3" } },
  // "Human readable values outside this list are allowed."
  platforms: { shape: { list: named, some: true, orOne: true }, presence: "mandatory" },
  categories: {
    shape: { list: { value: oneOf(categories, "a category of the standard’s list") } },
    once: (["0.2.2", "0.3", "0.4"] as const).map((until) => ({ until, presence: "mandatory", shape: categoriesOf(until) })),
  },
  usedBy: { shape: { list: words } },
  fundedBy: {
    // "Special data formats", "Organisation"
    shape: { list: { section: { name: { shape: named, presence: "mandatory" }, uri: { shape: { value: uri } } } } },
    since: "0.5",
  },
  // "Type: string … A link"
  roadmap: { shape: { value: webAddress } },
  developmentStatus: { shape: { value: oneOf(development) }, presence: "mandatory" },
  softwareType: {
    shape: { value: oneOf([...kinds, ...otherKinds]) },
    presence: "mandatory",
    // CHANGELOG, core-0.2: "the standalone value was deprecated", not yet removed.
    once: [{ until: "0.2.2", shape: { value: oneOf([...kinds, ...otherKinds, "standalone"]) } }],
  },
  supports: {
    shape: { list: { section: { id: { shape: { value: support(aliases) }, presence: "mandatory" } } } },
    since: "0.7",
  },
  organisation: {
    shape: { section: { uri: { shape: { value: uri }, presence: "mandatory" }, name: { shape: words } } },
    since: "0.5",
  },
  intendedAudience: {
    shape: {
      section: {
        countries: { shape: { list: { value: country } } },
        unsupportedCountries: { shape: { list: { value: country } } },
        scope: { shape: { list: { value: oneOf(scopes, "a scope of the standard’s list") } } },
      },
      other: renamed({ onlyFor: "became intendedAudience.scope in 0.2, with other values" }),
    },
  },
  description: {
    shape: {
      languages: description,
      tag: languageFault,
      other: renamed({ featureList: "became features in 0.2", freeTags: "was removed in 0.2; leave it out" }),
    },
    presence: "mandatory",
  },
  legal: {
    shape: {
      section: {
        license: { shape: { value: licence }, presence: "mandatory" },
        mainCopyrightOwner: { shape: words },
        repoOwner: { shape: words, deprecated: { since: "0.5", instead: "organisation.name" } },
        authorsFile: { shape: { value: file() }, deprecated: { since: "0.4" } },
      },
    },
    presence: "mandatory",
  },
  maintenance: {
    shape: {
      section: {
        type: { shape: { value: oneOf(["internal", "contract", "community", "none"]) }, presence: "mandatory" },
        contractors: { shape: { list: contractor, some: true } },
        contacts: { shape: { list: contact } },
      },
      also: maintainers,
    },
    presence: "mandatory",
  },
  localisation: {
    shape: {
      section: {
        localisationReady: { shape: yesOrNo, presence: "mandatory" },
        availableLanguages: { shape: { list: { value: language }, some: true }, presence: "mandatory" },
      },
    },
    presence: "mandatory",
  },
  dependsOn: {
    shape: { section: { open: { shape: dependencies }, proprietary: { shape: dependencies }, hardware: { shape: dependencies } } },
  },
  IT: { shape: italy, deprecated: { since: "0.7", instead: "supports and organisation" }, since: "0.5" },
  it: { shape: italy, deprecated: { since: "0.5", instead: "IT (itself deprecated since 0.7: supports and organisation)" } },
};

/** The standard as published, 0.7.0, with what 0.2 to 0.6 said otherwise. */
export const standard: Section = {
  section: keys,
  also: (entries) => (entries.has("IT") && entries.has("it") ? [{ key: "it", message: "stands beside IT; keep IT alone" }] : []),
  other: otherKey,
};

const gone = renamed({
  "publiccode-yaml-version": "became publiccodeYmlVersion in 0.2",
  tags: "became categories in 0.2, with other values",
});

/** country.rst: countries add sections of their own, named by their code; "the only defined country-specific section is the Italian one". */
function otherKey(key: string): string | undefined {
  if (countries.has(key.toUpperCase()) && (key === key.toUpperCase() || key === key.toLowerCase()))
    return "is a country’s own section, which the standard does not define; what it holds is not looked at. Such sections are deprecated since 0.7";
  return gone(key);
}

/** What became of keys that older versions had. */
function renamed(keys: Readonly<Record<string, string>>): (key: string) => string | undefined {
  return (key) => (Object.hasOwn(keys, key) ? keys[key] : undefined);
}

function categoriesOf(version: Version): Shape {
  const known = categories.filter((name) => !isBefore(version, (newerCategories[name] ?? "0.2") as Version));
  return { list: { value: oneOf(known, `a category that ${version} has`) } };
}

/** "Key maintenance/contractors" and "Key maintenance/contacts"; 0.5 "clarified" who must not have contractors, so that it holds for all. */
function maintainers(entries: Parameters<NonNullable<Section["also"]>>[0]): ReturnType<NonNullable<Section["also"]>> {
  const value = (key: string) => entries.get(key)?.value;
  const given = (key: string) => value(key)?.is === "list" || (value(key)?.is ?? "scalar") === "map";
  const type = value("type");
  const kind = type?.is === "scalar" ? type.value : undefined;
  const contacts = value("contacts");
  const named = given("contacts") && !(contacts?.is === "list" && contacts.items.length === 0);
  if (kind === "contract" && !given("contractors"))
    return [{ key: "contractors", message: "is missing; it is mandatory where maintenance.type is contract" }];
  if ((kind === "internal" || kind === "community") && !named)
    return [{ key: "contacts", message: `is missing; one contact at least is mandatory where maintenance.type is ${kind}` }].concat(
      given("contractors") ? [needless(kind)] : [],
    );
  return typeof kind === "string" && kind !== "contract" && given("contractors") ? [needless(kind)] : [];
}

function needless(kind: string) {
  return { key: "contractors", message: `must not be present where maintenance.type is ${kind}, only where it is contract` };
}

import { address, country, date, file, licence, loose, mediaType, oneOf, text, truth, webAddress } from "./forms.ts";
import type { Keys, Section, Shape } from "./judge.ts";
import { threeLetterLanguage } from "./language.ts";
import { tags } from "./vocabularies.ts";

// The standard's version 0.1 (January 2019; schema.md of the tag 0.1), whose keys 0.2 renamed. Kept because such files are still about.

const words: Shape = { value: text() };
const named: Shape = { value: text({ mandatory: true }) };
const people: Shape = {
  list: {
    section: {
      name: { shape: named, presence: "mandatory" },
      email: { shape: words },
      phone: { shape: { value: loose } },
      affiliation: { shape: words },
    },
  },
  some: true,
};
const dependencies: Shape = {
  list: {
    section: {
      name: { shape: named, presence: "mandatory" },
      versionMin: { shape: { value: loose } },
      versionMax: { shape: { value: loose } },
      version: { shape: { value: loose } },
      optional: { shape: { value: truth } },
    },
  },
};

const description: Keys = {
  localisedName: { shape: words },
  genericName: { shape: { value: text({ max: 35, mandatory: true }) }, presence: "mandatory" },
  shortDescription: { shape: { value: text({ max: 150, mandatory: true }) }, presence: "mandatory" },
  longDescription: { shape: { value: text({ min: 500, max: 10_000, mandatory: true }) }, presence: "in one language" },
  documentation: { shape: { value: webAddress } },
  apiDocumentation: { shape: { value: webAddress } },
  freeTags: { shape: { list: words } },
  featureList: { shape: { list: { value: text({ max: 100, mandatory: true }) } }, presence: "in one language" },
  screenshots: { shape: { list: { value: file(["png", "jpg", "jpeg"]) } } },
  videos: { shape: { list: { value: webAddress } } },
  awards: { shape: { list: words } },
};

/** 0.1 as it was published. Country sections were named, not defined. */
export const standard01: Section = {
  section: {
    "publiccode-yaml-version": {
      shape: { value: oneOf(["http://w3id.org/publiccode/version/0.1", "https://w3id.org/publiccode/version/0.1", "0.1"]) },
      presence: "mandatory",
    },
    name: { shape: named, presence: "mandatory" },
    applicationSuite: { shape: words },
    url: { shape: { value: address }, presence: "mandatory" },
    landingURL: { shape: { value: webAddress } },
    isBasedOn: { shape: { list: { value: address }, orOne: true } },
    // "The key can be omitted if the software … has never been released yet."
    softwareVersion: { shape: { value: loose } },
    releaseDate: { shape: { value: date } },
    logo: { shape: { value: file(["svg", "svgz", "png"]) } },
    monochromeLogo: { shape: { value: file(["svg", "svgz", "png"]) } },
    inputTypes: { shape: { list: { value: mediaType } } },
    outputTypes: { shape: { list: { value: mediaType } } },
    platforms: { shape: { list: named, some: true, orOne: true }, presence: "mandatory" },
    tags: { shape: { list: { value: oneOf(tags, "a tag of the list of 0.1") }, some: true }, presence: "mandatory" },
    usedBy: { shape: { list: words } },
    roadmap: { shape: { value: webAddress } },
    developmentStatus: { shape: { value: oneOf(["concept", "development", "beta", "stable", "obsolete"]) }, presence: "mandatory" },
    // Its text lists "addon" and explains "softwareAddon".
    softwareType: {
      shape: { value: oneOf(["standalone", "addon", "softwareAddon", "library", "configurationFiles"]) },
      presence: "mandatory",
    },
    intendedAudience: {
      shape: {
        section: {
          // "This list can evolve at any time, separately from the version of this specification."
          onlyFor: { shape: { list: named, orOne: true } },
          countries: { shape: { list: { value: country } } },
          unsupportedCountries: { shape: { list: { value: country } } },
        },
      },
    },
    description: { shape: { languages: description, tag: threeLetterLanguage }, presence: "mandatory" },
    legal: {
      shape: {
        section: {
          license: { shape: { value: licence }, presence: "mandatory" },
          mainCopyrightOwner: { shape: words },
          repoOwner: { shape: words },
          authorsFile: { shape: { value: file() } },
        },
      },
      presence: "mandatory",
    },
    maintenance: {
      shape: {
        section: {
          type: { shape: { value: oneOf(["internal", "contract", "community", "none"]) }, presence: "mandatory" },
          contractors: {
            shape: {
              list: {
                section: {
                  name: { shape: named, presence: "mandatory" },
                  until: { shape: { value: date }, presence: "mandatory" },
                  website: { shape: { value: webAddress } },
                },
              },
              some: true,
            },
          },
          contacts: { shape: people, presence: "mandatory" },
        },
        also: (entries) => {
          const type = entries.get("type")?.value;
          const isContract = type?.is === "scalar" && type.value === "contract";
          return isContract && !entries.has("contractors")
            ? [{ key: "contractors", message: "is missing; it is mandatory where maintenance.type is contract" }]
            : [];
        },
      },
      presence: "mandatory",
    },
    localisation: {
      shape: {
        section: {
          localisationReady: { shape: { value: truth }, presence: "mandatory" },
          availableLanguages: {
            shape: { list: { value: (entry) => threeLetterLanguage(entry.is === "scalar" ? String(entry.value) : "") }, some: true },
            presence: "mandatory",
          },
        },
      },
      presence: "mandatory",
    },
    dependsOn: {
      shape: { section: { open: { shape: dependencies }, proprietary: { shape: dependencies }, hardware: { shape: dependencies } } },
    },
  },
  // "This date is mandatory if the software has been released at least once and thus the version number is present."
  also: (entries) =>
    entries.has("softwareVersion") && !entries.has("releaseDate")
      ? [{ key: "releaseDate", message: "is missing; it is mandatory beside softwareVersion" }]
      : [],
  other: (key) => (/^[a-z]{2}$/.test(key) ? "is a country’s own section, which 0.1 did not define" : undefined),
};

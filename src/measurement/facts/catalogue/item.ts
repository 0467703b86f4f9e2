import type { Observation, Place } from "../../fact.ts";
import { approvalOf } from "../../licence/expression.ts";
import { normaliseLicenceName } from "../../licence/names.ts";
import { type Entry, find } from "../../publiccode/document.ts";
import { type PubliccodeVerdict, verdictOf } from "../../publiccode/validate.ts";
import { readDay } from "../day.ts";
import { Sighting } from "../sighting.ts";
import { readAddress } from "../web-address.ts";
import type { Listed } from "./read.ts";

export const catalogueReader = "catalogue 2";

const MOST_KEPT = 100;

/** Facts that are one text of the file, and the key that holds it. */
const texts: readonly [fact: string, key: string][] = [
  ["publiccode.developmentStatus", "developmentStatus"],
  ["publiccode.softwareType", "softwareType"],
  ["publiccode.softwareVersion", "softwareVersion"],
  ["publiccode.maintenanceType", "maintenance.type"],
  ["publiccode.licence", "legal.license"],
  ["publiccode.mainCopyrightOwner", "legal.mainCopyrightOwner"],
  ["publiccode.repoOwner", "legal.repoOwner"],
  ["publiccode.organisation", "organisation.uri"],
  ["publiccode.organisationName", "organisation.name"],
];

/** Facts that are a list of texts. */
const lists: readonly [fact: string, key: string][] = [
  ["publiccode.platforms", "platforms"],
  ["publiccode.categories", "categories"],
  ["publiccode.usedBy", "usedBy"],
  ["publiccode.basedOn", "isBasedOn"],
  ["publiccode.countries", "intendedAudience.countries"],
  ["publiccode.languages", "localisation.availableLanguages"],
];

/** What the publiccode.yml of one piece of software says. Of the people in it nothing is kept but that there are some. */
export function observeItem(listed: Listed, observedAt: string, identify: (id: string) => string): Observation {
  const sighting = new Sighting();
  const { document, place } = listed;
  const root = document && "root" in document && document.root.is === "map" ? document.root : undefined;
  const inFile = (key: string) => textAt(root, key);
  const url = inFile("url") ?? listed.url;
  const name = inFile("name") ?? listed.name;
  sighting.see("publiccode.present", document !== undefined, place);
  sighting.seeOr("name", name?.slice(0, 200), "the entry states no name", placeIn(listed, root, "name"));
  sighting.seeOr("url", url && (readAddress(url)?.address ?? url.slice(0, 500)), "the entry states no url", placeIn(listed, root, "url"));
  if (document) seeVerdict(sighting, verdictOf(document), listed, root);
  if (root) {
    seeTexts(sighting, listed, root);
    seeYesAndNo(sighting, listed, root);
    seeDependencies(sighting, listed, root);
    seeLicence(sighting, listed, root);
  } else {
    const reason = document ? "the file is no YAML map that can be read" : "the list holds no publiccode.yml of it";
    if (!document)
      for (const fact of ["valid", "version", "errors", "warnings", "errorCount", "warningCount"])
        sighting.cannotSee(`publiccode.${fact}`, reason);
    for (const fact of ofTheFile) sighting.cannotSee(fact, reason);
  }
  const address = url && readAddress(url)?.address;
  const id = identify(
    address ?? url?.slice(0, 500) ?? `${place.file}${place.pointer ? `#${place.pointer}` : place.line ? `#${place.line}` : ""}`,
  );
  const subject = {
    kind: "catalogue-item" as const,
    id,
    ...(name && { name: name.slice(0, 200) }),
    ...(address?.startsWith("http") && { address }),
  };
  return sighting.observation(subject, observedAt, catalogueReader);
}

function placeIn({ place, placeOf }: Listed, root: Entry | undefined, key: string): Place {
  const found = root && find(root, key);
  return found ? placeOf(found.spot, key) : place;
}

function textAt(root: Entry | undefined, key: string): string | undefined {
  const value = root && find(root, key)?.value;
  return value && textOf(value);
}

function textOf(value: Entry): string | undefined {
  if (value.is !== "scalar" || value.value === null) return undefined;
  const text = (value.source ?? String(value.value)).trim().slice(0, 500);
  return text === "" ? undefined : text;
}

function itemsAt(root: Entry, key: string): Entry[] | undefined {
  const value = find(root, key)?.value;
  if (value === undefined || (value.is === "scalar" && value.value === null)) return undefined;
  return value.is === "list" ? value.items : [value];
}

function seeVerdict(sighting: Sighting, verdict: PubliccodeVerdict, listed: Listed, root: Entry | undefined): void {
  const { place, placeOf } = listed;
  sighting.see("publiccode.valid", verdict.valid, verdict.errors[0] ? placeOf(spotOf(verdict.errors[0]), verdict.errors[0].key) : place);
  sighting.seeOr(
    "publiccode.version",
    verdict.version,
    "the file states no version of the standard",
    placeIn(listed, root, "publiccodeYmlVersion"),
  );
  for (const fact of ["errors", "warnings"] as const) {
    const complaints = verdict[fact];
    sighting.see(
      `publiccode.${fact}`,
      complaints.slice(0, MOST_KEPT).map(({ key, message }) => ({ key, message })),
    );
    complaints.slice(0, MOST_KEPT).forEach((complaint, index) => {
      sighting.place(`publiccode.${fact}[${index}]`, placeOf(spotOf(complaint), complaint.key));
    });
  }
  sighting.see("publiccode.errorCount", verdict.errors.length);
  sighting.see("publiccode.warningCount", verdict.warnings.length);
}

const spotOf = ({ line, column = 1 }: { line: number; column?: number }) => ({ line, column });

function seeTexts(sighting: Sighting, listed: Listed, root: Entry): void {
  for (const [fact, key] of texts) sighting.seeOr(fact, textAt(root, key), `the file states no ${key}`, placeIn(listed, root, key));
  const released = textAt(root, "releaseDate");
  const reason = released ? `“${released.slice(0, 40)}” is no date` : "the file states no releaseDate";
  sighting.seeOr("publiccode.releaseDate", readDay(released), reason, placeIn(listed, root, "releaseDate"));
  for (const [fact, key] of lists) {
    const values = itemsAt(root, key)?.flatMap((item) => textOf(item) ?? []);
    const kept = fact === "publiccode.countries" ? values?.map((code) => code.toUpperCase()) : values;
    sighting.seeOr(fact, kept?.slice(0, 1000), `the file states no ${key}`, placeIn(listed, root, key));
  }
}

function seeYesAndNo(sighting: Sighting, listed: Listed, root: Entry): void {
  const see = (fact: string, is: boolean, key: string) => sighting.see(fact, is, placeIn(listed, root, key));
  const contractors = itemsAt(root, "maintenance.contractors") ?? [];
  see("publiccode.contactsPresent", (itemsAt(root, "maintenance.contacts") ?? []).some(isNamed), "maintenance.contacts");
  see("publiccode.contractorsPresent", contractors.some(isNamed), "maintenance.contractors");
  const until = contractors.flatMap((one) => readDay(textAt(one, "until")) ?? []).sort();
  sighting.seeOr(
    "publiccode.contractedUntil",
    until.at(-1),
    "the file states no day until which maintenance is contracted",
    placeIn(listed, root, "maintenance.contractors"),
  );
  const descriptions = find(root, "description")?.value;
  const isDocumented =
    descriptions?.is === "map" && [...descriptions.entries.values()].some(({ value }) => textAt(value, "documentation") !== undefined);
  see("publiccode.documentation", isDocumented, "description");
  see("publiccode.logo", textAt(root, "logo") !== undefined, "logo");
  const ready = find(root, "localisation.localisationReady")?.value;
  const isReady = ready?.is === "scalar" && typeof ready.value === "boolean" ? ready.value : undefined;
  sighting.seeOr(
    "publiccode.localisationReady",
    isReady,
    "the file does not say true or false",
    placeIn(listed, root, "localisation.localisationReady"),
  );
}

const isNamed = (person: Entry) => textAt(person, "name") !== undefined || textAt(person, "email") !== undefined;

/** A file without dependsOn says nothing; one with it, and without proprietary, says none. */
function seeDependencies(sighting: Sighting, listed: Listed, root: Entry): void {
  const stated = find(root, "dependsOn")?.value.is === "map";
  const names = (itemsAt(root, "dependsOn.proprietary") ?? []).flatMap((one) => textAt(one, "name") ?? []);
  const place = placeIn(listed, root, names.length > 0 ? "dependsOn.proprietary" : "dependsOn");
  const reason = "the file states nothing about what the software depends on";
  sighting.seeOr("publiccode.dependsOnProprietary", stated ? names.length > 0 : undefined, reason, place);
  sighting.seeOr("publiccode.proprietaryDependencies", stated ? names.slice(0, 1000) : undefined, reason, place);
}

function seeLicence(sighting: Sighting, listed: Listed, root: Entry): void {
  const place = placeIn(listed, root, "legal.license");
  const written = textAt(root, "legal.license");
  const expression = written === undefined ? undefined : normaliseLicenceName(written);
  const approval = expression === undefined ? undefined : approvalOf(expression);
  const known = approval?.recognised ? approval : undefined;
  const reason =
    written === undefined ? "the file states no licence" : `“${written.slice(0, 80)}”: which licence of the SPDX list is meant stays open`;
  sighting.seeOr("licence.recognised", written === undefined ? undefined : known !== undefined, reason, place);
  sighting.seeOr("licence.expression", expression, reason, place);
  for (const fact of ["openSource", "osiApproved", "fsfFree", "dpgApproved"] as const)
    sighting.seeOr(`licence.${fact}`, known?.[fact], reason, place);
}

/** Every fact that needs a file that could be read. */
const ofTheFile = [
  ...texts.map(([fact]) => fact),
  ...lists.map(([fact]) => fact),
  ...["releaseDate", "contactsPresent", "contractorsPresent", "contractedUntil", "documentation", "logo", "localisationReady"].map(
    (fact) => `publiccode.${fact}`,
  ),
  ...["dependsOnProprietary", "proprietaryDependencies"].map((fact) => `publiccode.${fact}`),
  ...["recognised", "expression", "openSource", "osiApproved", "fsfFree", "dpgApproved"].map((fact) => `licence.${fact}`),
];

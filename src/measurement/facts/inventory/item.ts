import type { Observation, Place } from "../../fact.ts";
import { Sighting } from "../sighting.ts";
import { readAddress } from "../web-address.ts";
import { seeLicence } from "./licence.ts";
import { child, dayOf, type Found, find, listOf, textOf } from "./release.ts";
import { findUsageType, numberedExemptions, type UsageType } from "./usage-types.ts";

export const inventoryReader = "inventory 2";

/** Where a release stands in its file. */
export interface Setting {
  file: string;
  line?: number;
  agency: string | undefined;
  observedAt: string;
  /** Gives each item an identifier of its own. */
  identify(id: string, name: string): string;
}

/** What one release of an inventory says of itself. Of the contact nothing is kept but that there is one. */
export function observeRelease(release: Found, setting: Setting): Observation {
  const sighting = new Sighting();
  const placeOf = (pointer: string): Place => ({ file: setting.file, ...(setting.line && { line: setting.line }), pointer });
  const name = textOf(find(release, "name"), 200);
  seeTexts(sighting, release, placeOf);
  sighting.seeOr("agency", setting.agency, "the file names no agency");
  const use = usageOf(release);
  seeUse(sighting, use, release, placeOf);
  const address = seeRepository(sighting, use, release, placeOf);
  seeLicence(sighting, release, placeOf);
  seeWork(sighting, release, placeOf);
  seeExtras(sighting, release, placeOf);
  const id = setting.identify(address ?? `${setting.agency ?? setting.file}/${name ?? "unnamed"}`, name ?? "unnamed");
  const subject = { kind: "inventory-item" as const, id, ...(name && { name }), ...(address?.startsWith("http") && { address }) };
  return sighting.observation(subject, setting.observedAt, inventoryReader);
}

type PlaceOf = (pointer: string) => Place;

const texts: [fact: string, ...names: string[]][] = [
  ["name", "name"],
  ["organization", "organization", "organisation"],
  ["status", "status"],
  ["vcs", "vcs"],
  ["homepage", "homepageURL", "homepage"],
  ["visibility", "repositoryVisibility"],
  ["maintenance", "maintenance"],
];

function seeTexts(sighting: Sighting, release: Found, placeOf: PlaceOf): void {
  for (const [fact, ...names] of texts) {
    const found = find(release, ...names);
    sighting.seeOr(fact, textOf(found), `the entry states no ${names[0]}`, ...(found ? [placeOf(found.pointer)] : []));
  }
}

interface Use {
  types: UsageType[];
  written: string[];
  pointers: string[];
}

/** Schema 2.0.0 has usageType, a text, later a list; those before it have two numbers for yes and no and the number of an exemption. */
function usageOf(release: Found): Use {
  const field = find(release, "permissions.usageType", "usageType");
  const entries = (listOf(field) ?? (field ? [field] : [])).slice(0, 20);
  const use: Use = { types: [], written: [], pointers: [] };
  const add = (found: Found, written: string, type: UsageType | undefined) => {
    use.written.push(written);
    use.pointers.push(found.pointer);
    if (type && !use.types.includes(type)) use.types.push(type);
  };
  for (const entry of entries) {
    const written = textOf(entry, 100);
    if (written) add(entry, written, findUsageType(written));
  }
  if (field) return use;
  const isYes = (found: Found) => [1, true, "1"].includes(found.value as number);
  for (const [key, value] of [
    ["openSourceProject", "openSource"],
    ["governmentWideReuseProject", "governmentWideReuse"],
  ] as const) {
    const found = child(release, key);
    if (found && isYes(found)) add(found, `${key}: 1`, findUsageType(value));
  }
  const exemption = child(release, "exemption");
  const numbered = numberedExemptions[Number(exemption?.value) - 1];
  if (exemption && numbered && use.types.length === 0) add(exemption, `exemption: ${exemption.value}`, findUsageType(numbered));
  return use;
}

function seeUse(sighting: Sighting, { types, written, pointers }: Use, release: Found, placeOf: PlaceOf): void {
  const places = pointers.map(placeOf);
  const [first] = types;
  const none = written.length === 0 ? "the entry states no usage type" : `“${written[0]}” is no usage type of the schema`;
  sighting.seeOr("usageTypeRaw", written.length > 0 ? written.join(", ") : undefined, none, ...places);
  sighting.seeOr("usageType", first?.value, none, ...places);
  sighting.seeOr("usageTypes", first && types.map(({ value }) => value), none, ...places);
  const exemption = types.find(({ group }) => group === "exempt");
  sighting.seeOr("exempt", first && exemption !== undefined, none, ...places);
  sighting.seeOr("exemptionReason", first && (exemption?.value ?? null), none, ...places);
  sighting.seeOr("exemptionMeaning", first && (exemption?.meaning ?? null), none, ...places);
  sighting.seeOr("exemptionGround", first && (exemption?.ground ?? null), none, ...places);
  const found = find(release, "permissions.exemptionText", "exemptionText");
  const text = textOf(found, 500);
  const where = found ? [placeOf(found.pointer)] : [];
  sighting.see("exemptionTextPresent", text !== undefined, ...where);
  sighting.seeOr("exemptionText", text && withoutAddressees(text), "the entry gives no text for an exemption", ...where);
}

/** E-mail addresses are persons' data and no part of a reason. */
function withoutAddressees(text: string): string {
  return text
    .split(" ")
    .map((word) => (word.includes("@") ? "…" : word))
    .join(" ");
}

function seeRepository(sighting: Sighting, { types }: Use, release: Found, placeOf: PlaceOf): string | undefined {
  const found = find(release, "repositoryURL", "repository", "repositoryUrl");
  const written = textOf(found, 600);
  const repository = written === undefined ? undefined : readAddress(written);
  const places = found ? [placeOf(found.pointer)] : [];
  const none = written === undefined ? "the entry states no repository" : "what stands for the repository is no web address";
  sighting.seeOr("repositoryUrl", repository?.address, none, ...places);
  sighting.seeOr("repositoryHost", repository?.host, none, ...places);
  sighting.seeOr("repositoryOnForge", repository?.forge, none, ...places);
  const hidden = textOf(find(release, "repositoryVisibility"))?.toLowerCase() === "private";
  const open = types.some(({ group }) => group === "open-source");
  const isPublic = types.length === 0 ? undefined : open && repository !== undefined && !hidden;
  sighting.seeOr("public", isPublic, "the entry states no usage type of the schema", ...places);
  return repository?.address;
}

function seeWork(sighting: Sighting, release: Found, placeOf: PlaceOf): void {
  const hours = find(release, "laborHours");
  const number = typeof hours?.value === "string" && hours.value.length < 20 ? Number(hours.value) : hours?.value;
  const counted = typeof number === "number" && Number.isFinite(number) && number > 0 ? number : undefined;
  const uncounted = hours ? "what stands for the labour hours is no number above 0" : "the entry states no labour hours";
  sighting.seeOr("laborHours", counted, uncounted, ...(hours ? [placeOf(hours.pointer)] : []));
  for (const [fact, ...names] of [
    ["created", "date.created", "updated.sourceCodeCreated"],
    ["lastModified", "date.lastModified", "updated.lastCommit", "updated.sourceCodeLastModified"],
    ["metadataUpdated", "date.metadataLastUpdated", "updated.metadataLastUpdated"],
  ] as const) {
    const found = find(release, ...names);
    const none = found ? "what stands for it is no day of the calendar" : `the entry states no ${names[0]}`;
    sighting.seeOr(fact, dayOf(found), none, ...(found ? [placeOf(found.pointer)] : []));
  }
}

const lists: [fact: string, ...names: string[]][] = [
  ["languages", "languages"],
  ["targetOperatingSystems", "targetOperatingSystems", "platforms"],
];

const counts: [fact: string, name: string][] = [
  ["tags", "tags"],
  ["reusedCode", "reusedCode"],
  ["relatedCode", "relatedCode"],
  ["contracts", "contractNumber"],
];

const presences: [fact: string, ...names: string[]][] = [
  ["contactPresent", "contact.email", "contact.URL", "contact.name", "contact.phone", "contact.twitter"],
  ["disclaimerPresent", "disclaimerURL", "disclaimerText"],
  ["sbomPresent", "SBOM"],
  ["feedbackPresent", "feedbackMechanism"],
];

function seeExtras(sighting: Sighting, release: Found, placeOf: PlaceOf): void {
  for (const [fact, ...names] of lists) {
    const found = find(release, ...names);
    const entries = (listOf(found) ?? []).flatMap((entry) => textOf(entry, 100) ?? []).slice(0, 100);
    const none = `the entry lists no ${names[0]}`;
    sighting.seeOr(fact, entries.length > 0 ? [...new Set(entries)] : undefined, none, ...(found ? [placeOf(found.pointer)] : []));
  }
  for (const [fact, name] of counts) {
    const found = find(release, name);
    sighting.seeOr(fact, listOf(found)?.length, `the entry holds no list ${name}`, ...(found ? [placeOf(found.pointer)] : []));
  }
  for (const [fact, ...names] of presences) {
    const found = names.map((name) => find(release, name)).find((one) => statesSomething(textOf(one)));
    sighting.see(fact, found !== undefined, ...(found ? [placeOf(found.pointer)] : []));
  }
}

const statesSomething = (text: string | undefined) => text !== undefined && !/^(?:none|n\/a|null|tbd)$/i.test(text);

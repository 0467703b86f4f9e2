import type { FactValue } from "../../fact.ts";
import { validatePubliccode } from "../../publiccode/validate.ts";
import { nowhere, placeOf, type Scene, seePresence } from "./scene.ts";

const MOST_COMPLAINTS = 50;
const MOST_USERS = 100;

/** Facts that only a publiccode.yml can state, with the key that states them. */
const stated: [fact: string, key: string][] = [
  ["publiccode.developmentStatus", "developmentStatus"],
  ["publiccode.maintenanceType", "maintenance.type"],
  ["publiccode.licence", "legal.license"],
];
const ofTheFile = ["publiccode.valid", "publiccode.version", ...stated.map(([fact]) => fact)];

/** publiccode.yml at the top of the tree, held against the standard. */
export function seePubliccode(scene: Scene): void {
  const { sighting, survey, beginnings, tree } = scene;
  const [file] = survey.roles.get("publiccode") ?? [];
  seePresence(scene, "publiccode.present", file ? [file] : [], "publiccode.yml");
  const text = file && beginnings.texts.get(file.path);
  if (!file || text === undefined) {
    const reason = file ? `${file.path} could not be read` : tree.cut && `no publiccode.yml found, but ${tree.cut}`;
    for (const fact of [...ofTheFile, ...lists]) {
      if (reason) sighting.cannotSee(fact, reason);
      else sighting.see(fact, lists.includes(fact) ? [] : null, nowhere(scene, "publiccode.yml"));
    }
    return;
  }
  const { valid, version, errors, warnings, document = {} } = validatePubliccode(text);
  const here = placeOf(scene, file);
  sighting.see("publiccode.valid", valid, ...(errors[0] ? errors.slice(0, 20).map(({ line }) => placeOf(scene, file, line)) : [here]));
  sighting.seeOr("publiccode.version", version, `${file.path} states no version of the standard`, here);
  for (const [name, complaints] of Object.entries({ errors, warnings })) {
    sighting.see(
      `publiccode.${name}`,
      complaints.slice(0, MOST_COMPLAINTS).map(({ line, key, message }) => ({ line, key, message })),
      ...complaints.slice(0, 20).map(({ line }) => placeOf(scene, file, line)),
    );
  }
  for (const [fact, key] of stated) sighting.seeOr(fact, textAt(document, key), `${file.path} does not state ${key} as text`, here);
  sighting.see("publiccode.usedBy", textsAt(document, "usedBy").slice(0, MOST_USERS), here);
}

const lists = ["publiccode.errors", "publiccode.warnings", "publiccode.usedBy"];

function valueAt(document: unknown, key: string): unknown {
  return key
    .split(".")
    .reduce<unknown>((value, part) => (isGroup(value) && Object.hasOwn(value, part) ? value[part] : undefined), document);
}

function textAt(document: unknown, key: string): FactValue | undefined {
  const value = valueAt(document, key);
  return typeof value === "string" ? value.slice(0, 200) : undefined;
}

function textsAt(document: unknown, key: string): string[] {
  const value = valueAt(document, key);
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string").map((entry) => entry.slice(0, 200)) : [];
}

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

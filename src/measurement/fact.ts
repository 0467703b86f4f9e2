import type { SubjectKind } from "../registry/check.ts";
import type { LocalizedText } from "../shared/localized-text.ts";
import type { Subject } from "./subject.ts";

/** Plain JSON. `null` means that the question does not arise (no brand is named, so nothing can be equivalent to it). */
export type FactValue = string | number | boolean | null | FactValue[] | { [name: string]: FactValue };

/** The exact spot a fact was read from. Files are paths inside the subject; texts are the shortest span that shows it. */
export interface Place {
  file?: string;
  /** 1-based */
  line?: number;
  /** RFC 6901, such as /tender/title */
  pointer?: string;
  xpath?: string;
  /** 40 or 64 hexadecimal digits */
  commit?: string;
  /** Characters (UTF-16 code units) from the start of the text at that place. */
  start?: number;
  end?: number;
  text?: string;
}

/** What was seen of one subject at one time. It holds no opinion. */
export interface Observation {
  subject: Subject;
  /** ISO 8601, with Z */
  observedAt: string;
  /** The reader and its version, such as "repository 1": another version may see more. */
  reader: string;
  /** Nested by the dots of the facts' names. A fact that could not be observed is absent. */
  facts: { [name: string]: FactValue };
  /** By the fact's name, "licence.expression"; for one element of a list, "brands[0]". */
  places: { [fact: string]: Place[] };
  /** By the fact's name (or the name of a whole group, "history"): why it could not be observed, in words. */
  notObservable: { [fact: string]: string };
}

export interface FactDefinition {
  /** Dotted: "history.lastCommit" */
  name: string;
  type: "string" | "number" | "boolean" | "date" | "list" | "map";
  /** "files", "commits", "share" (0 to 1), "months" … */
  unit?: string;
  label: LocalizedText;
  /** What it says and how it is read, in English. */
  meaning: string;
}

export interface FactDefinitions {
  kind: SubjectKind;
  definitions: readonly FactDefinition[];
}

/** The value under a dotted name, undefined where it was not observed. */
export function factAt(facts: Observation["facts"], name: string): FactValue | undefined {
  let value: FactValue | undefined = facts;
  for (const part of name.split(".")) {
    if (value === null || typeof value !== "object" || Array.isArray(value) || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
  }
  return value;
}

/** Why a fact is absent: the reason given for it or for the group it belongs to. */
export function reasonOfAbsence(observation: Pick<Observation, "notObservable">, name: string): string | undefined {
  const parts = name.split(".");
  for (let length = parts.length; length > 0; length--) {
    const group = parts.slice(0, length).join(".");
    if (Object.hasOwn(observation.notObservable, group)) return observation.notObservable[group];
  }
  return undefined;
}

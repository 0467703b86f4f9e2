import type { Field, NoticeText } from "./notice.ts";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Obj = { [key: string]: Json };

const DEEPEST = 40;
const MOST_TEXTS = 5_000;
const MOST_KEYS = 10_000;

/** Sub-trees that tell of people, places and files, not of what is bought. */
const passedOver: ReadonlySet<string> = new Set([
  "address", "addresses", "amendedRelease", "amendsReleaseID", "classification", "additionalClassifications", "bids", "buyer",
  "complaints", "contactPoint", "deliveryAddress", "deliveryAddresses", "deliveryLocation", "deliveryLocations", "details", "documents",
  "identifier", "implementation", "links", "parties", "procuringEntity", "publisher", "relatedProcesses", "suppliers", "tenderers", "unit",
  "__proto__",
]); // biome-ignore format: a list

const prose =
  /^(?:title|description|rationale|minimum|answer|question|note|conditions|performanceTerms|eligibilityCriteria)(?:_[a-zA-Z-]{2,7})?$|(?:Details|Description|Rationale)$/;

const fields: Readonly<Record<string, Field>> = {
  lots: "lot",
  lotGroups: "lot",
  items: "item",
  criteria: "criterion",
  awardCriteria: "criterion",
  selectionCriteria: "criterion",
  contractTerms: "terms",
  otherRequirements: "terms",
  submissionTerms: "terms",
  techniques: "procedure",
  procedure: "procedure",
  planning: "planning",
  awards: "award",
  contracts: "contract",
};

/**
 * The texts of a release with their pointers, those of extensions by the names of their keys. `base` is the pointer of the release.
 * A title is the release's or its tender's.
 */
export function readProse(into: NoticeText[], release: Obj, base: string): void {
  read(release, base, "description", 0);

  function read(value: Json, at: string, field: Field, depth: number): void {
    if (depth > DEEPEST || into.length >= MOST_TEXTS || value === null || typeof value !== "object") return;
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const item = value[index] as Json;
        if (typeof item === "object") read(item, `${at}/${index}`, field, depth + 1);
      }
      return;
    }
    for (const key in value) {
      const below = value[key] as Json;
      if (typeof below === "string") {
        if (isProse(key, field) && /\p{L}{2}/u.test(below))
          into.push({ field: fieldOf(key, at, field), at: `${at}/${escaped(key)}`, text: below });
      } else if (typeof below === "object" && below !== null && !passedOver.has(key))
        read(below, `${at}/${escaped(key)}`, Object.hasOwn(fields, key) ? (fields[key] as Field) : field, depth + 1);
    }
  }

  function fieldOf(key: string, at: string, field: Field): Field {
    return key === "title" && (at === base || at === `${base}/tender`) ? "title" : field;
  }
}

const known = new Map<string, boolean>();

/** Whether the string under a key is prose. A criterion's name is; a person's is not. */
function isProse(key: string, field: Field): boolean {
  let is = known.get(key);
  if (is === undefined) {
    is = prose.test(key);
    if (known.size < MOST_KEYS) known.set(key, is);
  }
  return is || (key === "name" && field === "criterion");
}

/** A key as a step of a JSON pointer. */
function escaped(key: string): string {
  return /[~/]/.test(key) ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}

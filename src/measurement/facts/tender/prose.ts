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

interface Key {
  prose: boolean;
  passedOver: boolean;
  field: Field | undefined;
  /** As a step of a JSON pointer, its slash before it. */
  step: string;
}

const known = new Map<string, Key>();

/** What is known of a key; a file names the same few hundred again and again. */
function keyOf(name: string): Key {
  const found = known.get(name);
  if (found) return found;
  const key: Key = {
    prose: prose.test(name),
    passedOver: passedOver.has(name),
    field: Object.hasOwn(fields, name) ? fields[name] : undefined,
    step: `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
  };
  if (known.size < MOST_KEYS) known.set(name, key);
  return key;
}

/**
 * The texts of a release with their pointers, those of extensions by the names of their keys. `base` is the pointer of the release.
 * A title is the release's or its tender's; a criterion's name is prose, a person's is not.
 */
export function readProse(into: NoticeText[], release: Obj, base: string): void {
  read(release, base, "description", 0);

  function read(value: Obj | Json[], at: string, field: Field, depth: number): void {
    if (depth > DEEPEST || into.length >= MOST_TEXTS) return;
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const item = value[index] as Json;
        if (typeof item === "object" && item !== null) read(item, `${at}/${index}`, field, depth + 1);
      }
      return;
    }
    for (const name in value) {
      const below = value[name] as Json;
      if (typeof below === "string") {
        const key = keyOf(name);
        if ((key.prose || (name === "name" && field === "criterion")) && /\p{L}{2}/u.test(below))
          into.push({
            field: name === "title" && (at === base || at === `${base}/tender`) ? "title" : field,
            at: at + key.step,
            text: below,
          });
      } else if (typeof below === "object" && below !== null) {
        const key = keyOf(name);
        if (!key.passedOver) read(below, at + key.step, key.field ?? field, depth + 1);
      }
    }
  }
}

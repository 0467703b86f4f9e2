import type { Observation, Place } from "../../fact.ts";
import type { Sighting } from "../sighting.ts";
import type { Format } from "./document.ts";

const ERRORS_KEPT = 100;

const noneCounted = {
  openSourceItems: 0,
  reuseItems: 0,
  exemptItems: 0,
  exemptWithoutText: 0,
  withoutUsageType: 0,
  publicItems: 0,
  licenceStatedItems: 0,
  licenceRecognisedItems: 0,
  licenceOpenItems: 0,
};

/** Counts the releases of one file as they pass, so that none has to be held. */
export class Tally {
  items = 0;
  readonly #file: string;
  readonly #today: string;
  readonly #byUsageType: Record<string, number> = {};
  readonly #counts = { ...noneCounted };
  #updated: { day: string; places: Place[] } | undefined;
  #errors: string[] = [];
  #errorPlaces: Place[] = [];
  #errorCount = 0;

  constructor(file: string, today: string) {
    this.#file = file;
    this.#today = today;
  }

  error(message: string, place: Place): void {
    this.#errorCount++;
    if (this.#errors.length >= ERRORS_KEPT) return;
    this.#errors.push(message);
    this.#errorPlaces.push({ file: this.#file, ...place });
  }

  count({ facts, places }: Observation): void {
    this.items++;
    const licence = facts.licence as { stated?: boolean; recognised?: boolean; openSource?: boolean };
    const seen: [keyof typeof noneCounted, boolean][] = [
      ["openSourceItems", facts.usageType === "openSource"],
      ["reuseItems", facts.usageType === "governmentWideReuse"],
      ["exemptItems", facts.exempt === true],
      ["exemptWithoutText", facts.exempt === true && facts.exemptionTextPresent === false],
      ["withoutUsageType", facts.usageType === undefined],
      ["publicItems", facts.public === true],
      ["licenceStatedItems", licence.stated === true],
      ["licenceRecognisedItems", licence.recognised === true],
      ["licenceOpenItems", licence.openSource === true],
    ];
    for (const [name, is] of seen) if (is) this.#counts[name]++;
    const type = typeof facts.usageType === "string" ? facts.usageType : "unknown";
    this.#byUsageType[type] = (this.#byUsageType[type] ?? 0) + 1;
    for (const fact of ["metadataUpdated", "lastModified", "created"]) this.#see(facts[fact], places[fact] ?? []);
  }

  /** The latest day counts, but none that lies ahead: those are slips of the pen. */
  #see(day: unknown, places: Place[]): void {
    if (typeof day !== "string" || day > this.#today || (this.#updated && day <= this.#updated.day)) return;
    this.#updated = { day, places };
  }

  tell(sighting: Sighting, format: Format | undefined): void {
    const valid = format === "lines" ? undefined : this.#errorCount === 0;
    const unjudged = "releases one a line are not the agency's own file; whether that is valid cannot be seen";
    sighting.seeOr("valid", valid, unjudged, ...this.#errorPlaces.slice(0, 1));
    sighting.see("errorCount", this.#errorCount);
    sighting.see("errors", this.#errors);
    this.#errorPlaces.forEach((place, index) => {
      sighting.place(`errors[${index}]`, place);
    });
    const counts = { items: this.items, ...this.#counts, byUsageType: this.#byUsageType };
    const why = "no release could be read; how many there are is not known";
    for (const [name, value] of Object.entries(counts)) sighting.seeOr(name, format && value, why);
    sighting.seeOr("updated", this.#updated?.day, "no release states a day", ...(this.#updated?.places ?? []));
  }
}

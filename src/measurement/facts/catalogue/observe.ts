import type { Fault } from "../../../shared/problem.ts";
import type { Observation } from "../../fact.ts";
import { Sighting } from "../sighting.ts";
import { catalogueReader, observeItem } from "./item.ts";
import { whyUnreachable } from "./reachable.ts";
import { readCatalogue } from "./read.ts";

export interface CatalogueOptions {
  /** ISO 8601, with Z; now where absent. */
  observedAt?: string;
  /** Where the list was fetched from: the identifier of the catalogue. Its path where absent. */
  address?: string;
  /** Ask every item's address once whether it answers. Only on a person's word: it uses the network. */
  checkAddresses?: boolean;
  onFault?: (fault: Fault) => void;
  onProgress?: (items: number) => void;
}

const AT_ONCE = 8;

/**
 * Reads publiccode.yml files, folders and lists of them, and yields one observation of kind `catalogue-item` for each piece of software, then
 * one of kind `catalogue` for all. What cannot be read is told to `onFault`, counts in the fact `errorCount`, and ends nothing.
 * @throws Problem not-found, invalid-input, too-large
 * @example for await (const { subject, facts } of observeCatalogue("software.json")) console.log(subject.id, facts.publiccode);
 */
export async function* observeCatalogue(paths: string | readonly string[], options: CatalogueOptions = {}): AsyncGenerator<Observation> {
  const observedAt = options.observedAt ?? new Date().toISOString();
  const all = typeof paths === "string" ? [paths] : paths;
  const tally = new Tally();
  const identify = identifiers();
  const onFault = (fault: Fault) => {
    tally.faults.push(fault);
    options.onFault?.(fault);
  };
  let waiting: Observation[] = [];
  const answered = async () => {
    await Promise.all(waiting.map((item) => seeReachable(item, options.checkAddresses ?? false)));
    const ready = waiting;
    waiting = [];
    return ready;
  };
  for (const path of all)
    for await (const listed of readCatalogue(path, onFault)) {
      const item = observeItem(listed, observedAt, identify);
      tally.count(item);
      options.onProgress?.(tally.items);
      waiting.push(item);
      if (waiting.length >= AT_ONCE) yield* await answered();
    }
  yield* await answered();
  const id = options.address ?? all.join(", ").slice(0, 500);
  const subject = { kind: "catalogue" as const, id, ...(/^https?:/.test(id) && { address: id }) };
  yield tally.sighting().observation(subject, observedAt, catalogueReader);
}

async function seeReachable(item: Observation, isAsked: boolean): Promise<void> {
  const { address } = item.subject;
  if (!isAsked || address === undefined) {
    item.notObservable["address.reachable"] = address === undefined ? "the entry states no web address" : "the network was not asked";
    return;
  }
  const why = await whyUnreachable(address);
  item.facts.address = { reachable: why === undefined };
  item.places["address.reachable"] = [{ text: why === undefined ? address : `${address} ${why}`.slice(0, 300) }];
}

/** Counts items as they pass, so that none has to be held. */
class Tally {
  items = 0;
  readonly faults: Fault[] = [];
  readonly #counts = { withUrl: 0, withPubliccode: 0, validItems: 0, licenceRecognisedItems: 0, openLicenceItems: 0 };
  readonly #versions: Record<string, number> = {};
  readonly #statuses: Record<string, number> = {};

  count({ facts }: Observation): void {
    this.items += 1;
    const publiccode = facts.publiccode as { present: boolean; valid?: boolean; version?: string; developmentStatus?: string };
    const licence = (facts.licence ?? {}) as { recognised?: boolean; openSource?: boolean };
    const seen: [keyof typeof this.counts, boolean][] = [
      ["withUrl", facts.url !== undefined],
      ["withPubliccode", publiccode.present],
      ["validItems", publiccode.valid === true],
      ["licenceRecognisedItems", licence.recognised === true],
      ["openLicenceItems", licence.openSource === true],
    ];
    for (const [name, is] of seen) if (is) this.#counts[name] += 1;
    add(this.#versions, publiccode.version);
    add(this.#statuses, publiccode.developmentStatus);
  }

  get counts() {
    return this.#counts;
  }

  sighting(): Sighting {
    const sighting = new Sighting();
    sighting.see("items", this.items);
    for (const [name, value] of Object.entries(this.#counts)) sighting.see(name, value);
    sighting.see("versions", this.#versions);
    sighting.see("developmentStatuses", this.#statuses);
    sighting.see("errorCount", this.faults.length);
    sighting.see(
      "errors",
      this.faults.slice(0, 100).map(({ message }) => message),
    );
    this.faults.slice(0, 100).forEach(({ file, line, at }, index) => {
      sighting.place(`errors[${index}]`, { file, ...(line !== undefined && { line }), ...(at !== undefined && { pointer: at }) });
    });
    return sighting;
  }
}

const MOST_KINDS = 50;

/** Counts under what the file wrote; "unknown" where it wrote nothing, "other" where it is one too many. */
function add(counts: Record<string, number>, written: string | undefined): void {
  const wanted = written?.slice(0, 60) ?? "unknown";
  const key = Object.hasOwn(counts, wanted) || Object.keys(counts).length < MOST_KINDS ? wanted : "other";
  counts[key] = (Object.hasOwn(counts, key) ? (counts[key] as number) : 0) + 1;
}

/** The first item of an address bears it alone, those after it a number too. */
function identifiers(): (id: string) => string {
  const taken = new Map<string, number>();
  return (id) => {
    const number = (taken.get(id) ?? 0) + 1;
    taken.set(id, number);
    return number === 1 ? id : `${id}#${number}`;
  };
}

import { basename } from "node:path";
import { type Fault, Problem } from "../../../shared/problem.ts";
import type { Observation } from "../../fact.ts";
import { Sighting } from "../sighting.ts";
import { readDocument } from "./document.ts";
import { inventoryReader, observeRelease } from "./item.ts";
import { type InventoryLimits, inventoryLimits, type Part, readParts } from "./read.ts";
import { child, type Found, find, textOf } from "./release.ts";
import { errorsOfRelease } from "./shape.ts";
import { Tally } from "./tally.ts";

export interface InventoryOptions {
  /** ISO 8601, with Z; now where absent. */
  observedAt?: string;
  /** Where the file was fetched from: the identifier of the inventory. Its path where absent. */
  address?: string;
  /** Who keeps the inventory, where the file does not say so (one release a line). */
  agency?: string;
  onFault?: (fault: Fault) => void;
  limits?: Partial<InventoryLimits>;
}

/**
 * Reads an inventory of US code.json (schemas 1.0.0, 1.0.1, 2.0.0 and the extended one for a single project; also one release a line; each
 * gzipped or not) and yields one observation of kind `inventory-item` for each release, then one of kind `inventory` for the whole file.
 * What is no inventory yields the last alone, with `valid` false and its errors. What is wrong in a file is told to `onFault` and stands in
 * the fact `errors`; it ends nothing.
 * @throws Problem not-found, invalid-input, too-large (see InventoryLimits), invalid-file (damaged gzip)
 * @example for await (const { subject, facts } of observeInventory("code.json")) console.log(subject.id, facts.usageType);
 */
export async function* observeInventory(path: string, options: InventoryOptions = {}): AsyncGenerator<Observation> {
  const observedAt = options.observedAt ?? new Date().toISOString();
  const limits = { ...inventoryLimits, ...options.limits };
  const file = basename(path);
  const tally = new Tally(file, observedAt.slice(0, 10));
  const identify = identifiers();
  const onFault = (fault: Fault) => {
    tally.error(fault.message, { ...(fault.line && { line: fault.line }), ...(fault.at !== undefined && { pointer: fault.at }) });
    options.onFault?.(fault);
  };
  let document: ReturnType<typeof read> | undefined;
  for await (const part of readParts(path, limits, onFault)) {
    document = read(part);
    const place = { file: path, ...(part.line && { line: part.line }) };
    const agency = textOf(child(document.root, "agency"), 100) ?? options.agency;
    for (const { pointer, message } of document.errors) onFault({ ...place, at: pointer, message });
    for (const release of document.releases) {
      const errors = errorsOfRelease(release, document.format ?? "releases");
      for (const { pointer, message } of errors) onFault({ ...place, at: pointer, message });
      if (!isObject(release.value)) continue;
      if (tally.items === limits.releases)
        throw new Problem("too-large", `${path}: holds more than ${limits.releases} releases; split it into smaller files`);
      const item = observeRelease(release, { file, ...(part.line && { line: part.line }), agency, observedAt, identify });
      tally.count(item);
      yield item;
    }
  }
  yield observeWhole(tally, document, options, path, observedAt);
}

/** One document; or a line, which is one release. */
function read({ value, line }: Part) {
  const root: Found = { value, pointer: "" };
  return { root, ...(line === undefined ? readDocument(root) : { format: "lines" as const, releases: [root], errors: [] }) };
}

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

function observeWhole(
  tally: Tally,
  document: ReturnType<typeof read> | undefined,
  options: InventoryOptions,
  path: string,
  observedAt: string,
): Observation {
  const sighting = new Sighting();
  const file = basename(path);
  const head = document && (document.format === "releases" || document.format === "projects") ? document.root : undefined;
  const agency = (head && textOf(child(head, "agency"), 100)) ?? options.agency;
  const see = (fact: string, name: string, value: string | undefined) => {
    const found = head && find(head, name);
    sighting.seeOr(fact, value, `the file states no ${name}`, ...(found ? [{ file, pointer: found.pointer }] : []));
  };
  see("version", "version", head && textOf(child(head, "version"), 100));
  see("agency", "agency", agency);
  see("measurementMethod", "measurementType.method", head && textOf(find(head, "measurementType.method"), 100));
  sighting.seeOr("format", document?.format, "the file holds no releases that could be recognised");
  tally.tell(sighting, document?.format);
  const id = options.address ?? path;
  const subject = { kind: "inventory" as const, id, ...(agency && { name: agency }), ...(/^https?:/.test(id) && { address: id }) };
  return sighting.observation(subject, observedAt, inventoryReader);
}

/** The first item of an address bears it alone; those after it add their name and, where that is taken too, a number. */
function identifiers(): (id: string, name: string) => string {
  const taken = new Map<string, number>();
  return (id, name) => {
    const bare = id.slice(0, 400);
    const named = `${bare}#${name}`;
    const free = [bare, named].find((candidate) => !taken.has(candidate));
    const number = (taken.get(free ?? named) ?? 0) + 1;
    taken.set(free ?? named, number);
    return free ?? `${named}#${number}`;
  };
}

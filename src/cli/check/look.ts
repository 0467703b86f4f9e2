import type { Observation } from "../../measurement/fact.ts";
import { observeCatalogue } from "../../measurement/facts/catalogue/observe.ts";
import { observeGrants } from "../../measurement/facts/grant/observe.ts";
import { observeInventory } from "../../measurement/facts/inventory/observe.ts";
import { observeRepository } from "../../measurement/facts/repository/observe.ts";
import { observeTenders } from "../../measurement/facts/tender/observe.ts";
import type { SourceKind } from "../../registry/measurement.ts";
import { type Fault, Problem } from "../../shared/problem.ts";
import { isWebAddress, withDownload } from "./download.ts";
import type { Progress } from "./progress.ts";

export interface LookOptions {
  /** The same for all that is looked at in one run. */
  observedAt: Date;
  ownerDomains?: string[] | undefined;
  depth?: number | undefined;
  hosts?: string[] | undefined;
  /** Ask the address of every item of a catalogue. */
  addresses?: boolean;
  /** Addresses of this machine may be fetched. */
  loopback?: boolean;
  progress: Progress;
  onFault: (fault: Fault) => void;
}

/** The sources of a run that are looked at one by one: each word, but a catalogue may be spread over several files. */
export function sourcesOf(kind: SourceKind, words: readonly string[]): string[][] {
  return kind === "catalogue" && !words.some(isWebAddress) ? [[...words]] : words.map((word) => [word]);
}

/** Looks at one source and yields what is seen. */
export async function* look(kind: SourceKind, source: readonly string[], options: LookOptions): AsyncGenerator<Observation> {
  const { progress, onFault } = options;
  const observedAt = options.observedAt.toISOString();
  const [word = ""] = source;
  if (kind === "repository") yield await lookAtRepository(word, options);
  else if (kind === "inventory")
    yield* fetched(word, options, (path, address) => observeInventory(path, { observedAt, onFault, ...(address && { address }) }));
  else if (kind === "catalogue") {
    const more = { observedAt, onFault, checkAddresses: options.addresses ?? false, onProgress: (items: number) => progress.count(items) };
    if (isWebAddress(word))
      yield* fetched(word, options, (path, address) => observeCatalogue(path, { ...more, ...(address && { address }) }));
    else yield* observeCatalogue(source, more);
  } else {
    if (isWebAddress(word))
      throw new Problem("invalid-input", `“${word}” is an address; ${kind} are read from files: fetch it first, then name the file.`);
    yield* kind === "tenders" ? observeTenders(word, { observedAt, onFault }) : observeGrants(word, { observedAt, onFault });
  }
}

function lookAtRepository(address: string, options: LookOptions): Promise<Observation> {
  return observeRepository(address, {
    observedAt: options.observedAt,
    ownerDomains: options.ownerDomains,
    git: { depth: options.depth, allowedHosts: options.hosts },
    onProgress: options.progress.say,
  });
}

/** A file as it is; an address by way of a file that goes away. */
async function* fetched(
  word: string,
  { loopback, progress }: LookOptions,
  read: (path: string, address?: string) => AsyncGenerator<Observation>,
): AsyncGenerator<Observation> {
  if (!isWebAddress(word)) yield* read(word);
  else {
    progress.say(`Fetching ${word}`);
    yield* withDownload(word, { loopback: loopback ?? false }, (path) => read(path, word));
  }
}

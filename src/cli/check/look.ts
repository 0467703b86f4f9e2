import type { Observation } from "../../measurement/fact.ts";
import { observeCatalogue } from "../../measurement/facts/catalogue/observe.ts";
import { observeGrants } from "../../measurement/facts/grant/observe.ts";
import { observeInventory } from "../../measurement/facts/inventory/observe.ts";
import { observeRepository, type RepositoryOptions } from "../../measurement/facts/repository/observe.ts";
import { observeRepositories } from "../../measurement/facts/repository/threads.ts";
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

/**
 * Looks at all that a command names, in that order. A source that cannot be looked at does not keep the others from being: its Problem stands in
 * its place. Several repositories are looked at at once.
 */
export async function* lookAtAll(kind: SourceKind, words: readonly string[], options: LookOptions): AsyncGenerator<Observation | Problem> {
  if (kind === "repository") {
    yield* observeRepositories(words, repositoryOptions(options));
    return;
  }
  for (const source of sourcesOf(kind, words)) {
    try {
      yield* look(kind, source, options);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      yield error;
    }
  }
}

/** Each word by itself, but a catalogue may be spread over several files. */
function sourcesOf(kind: SourceKind, words: readonly string[]): string[][] {
  return kind === "catalogue" && !words.some(isWebAddress) ? [[...words]] : words.map((word) => [word]);
}

/** Looks at one source and yields what is seen. */
export async function* look(kind: SourceKind, source: readonly string[], options: LookOptions): AsyncGenerator<Observation> {
  const { progress, onFault } = options;
  const observedAt = options.observedAt.toISOString();
  const [word = ""] = source;
  if (kind === "repository") yield await observeRepository(word, repositoryOptions(options));
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
    if (kind === "grants") yield* observeGrants(word, { observedAt, onFault });
    else {
      // It makes programs of its own when it is loaded: no other command waits for them.
      const { observeTenders } = await import("../../measurement/facts/tender/observe.ts");
      yield* observeTenders(word, { observedAt, onFault });
    }
  }
}

const repositoryOptions = ({ observedAt, ownerDomains, depth, hosts, progress }: LookOptions): RepositoryOptions => ({
  observedAt,
  ownerDomains,
  git: { depth, allowedHosts: hosts },
  onProgress: progress.say,
});

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

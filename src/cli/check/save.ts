import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { Database } from "../../database/connect.ts";
import type { Observation } from "../../measurement/fact.ts";
import { readObservations } from "../../measurement/observation-file.ts";
import { type Measured, recordMeasurement } from "../../measurement/record.ts";
import type { SubjectKind } from "../../registry/check.ts";
import { findRecord } from "../../registry/find.ts";
import { type Measurement, measurement, type SourceKind } from "../../registry/measurement.ts";
import { Problem } from "../../shared/problem.ts";
import { progressLine, type Surface } from "../command.ts";
import { fillIfEmpty } from "../ship.ts";
import { isWebAddress } from "./download.ts";
import { plain } from "./plain.ts";

export interface SaveOptions {
  body: string;
  series?: string | undefined;
  title?: string | undefined;
  licence?: string | undefined;
}

/** Keeps what was seen in a file while subjects pass, then records it in one transaction. */
export class Keeper {
  readonly #folder = mkdtempSync(join(tmpdir(), "openfirst-save-"));
  readonly #path = join(this.#folder, "observations.ndjson");
  readonly #file = openSync(this.#path, "w", 0o600);
  /** By subject, the number of its line: of several looks in one run the last is kept. */
  readonly #lines = new Map<string, number>();
  readonly #say: (line: string) => void;
  #written = 0;
  #first: Observation | undefined;

  /** @param say is told where a subject is saved under another id than its path */
  constructor(say: (line: string) => void = () => undefined) {
    this.#say = say;
  }

  keep(seen: Observation): void {
    const observation = withoutPath(seen);
    if (observation !== seen)
      this.#say(`${plain(seen.subject.id)} has no web address: it is saved as “${plain(observation.subject.id)}”, not under its path.`);
    this.#first ??= observation;
    writeSync(this.#file, `${JSON.stringify(observation)}\n`);
    this.#lines.set(keyOf(observation), this.#written++);
  }

  /** How many looks gave way to a later one at the same subject. */
  get repeated(): number {
    return this.#written - this.#lines.size;
  }

  /** @throws Problem where the measurement cannot be said so, or the registry refuses it */
  async record(surface: Surface, kind: SourceKind, words: readonly string[], options: SaveOptions): Promise<Measured & { id: string }> {
    if (!this.#first) throw new Problem("not-found", "Nothing was seen, so there is nothing to save.");
    const said = measurementOf(kind, words, options, this.#first, this.#lines.size);
    const recorded = await withRegistry(surface, (db) =>
      recordMeasurement(db, said, this.#kept(), {
        who: "operator",
        why: `openfirst check ${kind}`,
        onProgress: progressLine("Saving", surface.err),
      }),
    );
    return { ...recorded, id: said.id };
  }

  close(): void {
    closeSync(this.#file);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async *#kept(): AsyncGenerator<Observation> {
    let line = 0;
    for await (const observation of readObservations(this.#path)) if (this.#lines.get(keyOf(observation)) === line++) yield observation;
  }
}

/** Refuses, before anything is looked at, a body that the registry does not know. */
export async function checkBody(surface: Surface, body: string): Promise<void> {
  await withRegistry(surface, async (db) => {
    if (!(await findRecord(db, "body", body)))
      throw new Problem(
        "not-found",
        `The registry knows no body “${body}”; expected an id that stands in dataset/bodies, or import it first.`,
      );
  });
}

/** Kinds of subject that are known by the path of their folder or file where they have no address. */
const knownByPath: readonly SubjectKind[] = ["repository", "inventory", "catalogue"];

/** A path says where a file stands on one machine, and to others perhaps whose that is: the name alone is kept. */
function withoutPath(observation: Observation): Observation {
  const { subject } = observation;
  if (!knownByPath.includes(subject.kind) || subject.address !== undefined || isWebAddress(subject.id)) return observation;
  const id = subject.id
    .split(", ")
    .map((path) => basename(resolve(path)) || path)
    .join(", ");
  return id === subject.id ? observation : { ...observation, subject: { ...subject, id } };
}

const keyOf = ({ subject: { kind, id } }: Observation) => `${kind}\n${id}`;

async function withRegistry<T>(surface: Surface, work: (db: Database) => Promise<T>): Promise<T> {
  const opened = await surface.open("openfirst check --save");
  try {
    await fillIfEmpty(opened.db, surface.environment, progressLine("Filling the registry for the first time", surface.err));
    return await work(opened.db);
  } finally {
    await opened.close();
  }
}

const sourceWords: Record<SourceKind, string> = {
  repository: "Repositories",
  inventory: "Inventory",
  catalogue: "Catalogue",
  tenders: "Tenders",
  grants: "Grants",
};

function measurementOf(
  kind: SourceKind,
  words: readonly string[],
  { body, series, title, licence }: SaveOptions,
  { observedAt, reader }: Observation,
  subjects: number,
): Measurement {
  const inSeries = series ?? `${body}-${kind}`;
  const address = words.length === 1 && isWebAddress(words[0] as string) ? words[0] : undefined;
  const parsed = measurement.safeParse({
    id: `${inSeries}-${observedAt.slice(0, 19).toLowerCase().replaceAll(":", "")}`,
    body,
    kind,
    series: inSeries,
    titles: { en: title ?? `${sourceWords[kind]} of ${body}` },
    observed_at: observedAt,
    reader,
    subjects,
    source: { ...(address && { address }), licence: licence ?? "not stated" },
  });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Problem("invalid-input", `The measurement cannot be saved: ${issue?.path.join(".")}: ${issue?.message}.`);
}

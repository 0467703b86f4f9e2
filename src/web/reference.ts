import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import type { Body } from "../registry/body.ts";
import type { ClaimLink } from "../registry/claim.ts";
import type { Coverage } from "../registry/coverage.ts";
import { listRecords, newestRevision } from "../registry/find.ts";
import type { Framework } from "../registry/framework.ts";
import type { Jurisdiction } from "../registry/jurisdiction.ts";
import type { Lesson } from "../registry/lesson.ts";
import { itemsByType } from "../registry/listing.ts";
import type { Noun } from "../registry/nouns.ts";
import type { ProvisionType } from "../registry/provision-type.ts";

/** The small nouns that nearly every page needs, held in memory until something changes. */
export interface Reference {
  generation: number;
  jurisdictions: ReadonlyMap<string, Jurisdiction>;
  bodies: ReadonlyMap<string, Body>;
  types: ReadonlyMap<string, ProvisionType>;
  frameworks: ReadonlyMap<string, Framework>;
  lessons: ReadonlyMap<string, Lesson>;
  coverage: readonly Coverage[];
  /** links that a reader decided, by instrument and by claim */
  linksOfInstrument: ReadonlyMap<string, readonly ClaimLink[]>;
  linksOfClaim: ReadonlyMap<string, readonly ClaimLink[]>;
  itemsOfType: ReadonlyMap<string, readonly string[]>;
  /** codings: those that count, the accepted ones */
  counts: { reviewed: number; reported: number; codings: number; claims: number; provisions: number };
}

const LOOK_EVERY_MS = 1000;
const PATIENCE_MS = 200;

/** Keeps the reference data at hand and notices when the registry changed, by this process or another. */
export class ReferenceShelf {
  readonly #db: Database;
  #held: Promise<Reference> | undefined;
  #generation = -1;
  #lookedAt = 0;
  #looking: Promise<number> | undefined;
  /** somebody said so, and nobody has looked since */
  #mayHaveChanged = false;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Says that the registry may have changed: the next reader looks. */
  changed(): void {
    this.#mayHaveChanged = true;
    this.#lookedAt = 0;
  }

  /**
   * The number that changes whenever the registry does. Looks at most once a second. While somebody else writes, the
   * embedded database answers nobody: what was read before then stays good until it does.
   */
  async generation(): Promise<number> {
    if (Date.now() - this.#lookedAt <= LOOK_EVERY_MS) return this.#generation;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    if (this.#generation < 0 || this.#mayHaveChanged) return this.#looking;
    const { promise, resolve } = Promise.withResolvers<number>();
    const timer = setTimeout(() => resolve(this.#generation), PATIENCE_MS);
    return Promise.race([this.#looking, promise]).finally(() => clearTimeout(timer));
  }

  async #look(): Promise<number> {
    const began = Date.now();
    this.#mayHaveChanged = false;
    const newest = await newestRevision(this.#db);
    if (!this.#mayHaveChanged) this.#lookedAt = began;
    if (newest !== this.#generation) {
      this.#generation = newest;
      this.#held = undefined;
    }
    return newest;
  }

  async read(): Promise<Reference> {
    const generation = await this.generation();
    this.#held ??= load(this.#db, generation).catch((error) => {
      this.#held = undefined;
      throw error;
    });
    return this.#held;
  }
}

async function load(db: Database, generation: number): Promise<Reference> {
  const all = async <N extends Noun>(noun: N) =>
    new Map((await listRecords(db, noun)).items.map(({ id, record }) => [id, record] as const));
  const frameworks = await all("framework");
  const links = [...(await all("claim-link")).values()];
  const counted = links.filter((link) => link.verdict === "same" || link.verdict === "about-part");
  const { rows } = await sql<{ reviewed: number; reported: number; codings: number; claims: number; provisions: number }>`
    select (select count(*) from listing where known_to = 'infinity' and standing = 'reviewed') as reviewed,
      (select count(*) from listing where known_to = 'infinity' and standing = 'reported') as reported,
      (select count(*) from codings where known_to = 'infinity' and verdict = 'accepted') as codings,
      (select count(*) from provisions where known_to = 'infinity') as provisions,
      (select count(*) from revisions where noun = 'claim' and known_to = 'infinity' and record is not null) as claims`.execute(db);
  return {
    generation,
    jurisdictions: await all("jurisdiction"),
    bodies: await all("body"),
    types: await all("provision-type"),
    frameworks,
    lessons: await all("lesson"),
    coverage: [...(await all("coverage")).values()],
    linksOfInstrument: Map.groupBy(counted, (link) => link.instrument),
    linksOfClaim: Map.groupBy(counted, (link) => link.claim),
    itemsOfType: itemsByType(frameworks.values()),
    counts: rows[0] ?? { reviewed: 0, reported: 0, codings: 0, claims: 0, provisions: 0 },
  };
}

/** What a page that tells of a lost database is drawn with. */
export const emptyReference: Reference = {
  generation: -1,
  jurisdictions: new Map(),
  bodies: new Map(),
  types: new Map(),
  frameworks: new Map(),
  lessons: new Map(),
  coverage: [],
  linksOfInstrument: new Map(),
  linksOfClaim: new Map(),
  itemsOfType: new Map(),
  counts: { reviewed: 0, reported: 0, codings: 0, claims: 0, provisions: 0 },
};

import type { Database } from "../database/connect.ts";

/**
 * Reads of a registry once for each of its generations (`newestRevision`) what changes with nothing else. A reading that failed is tried again.
 *
 * @example const findNames = onceAGeneration(loadNames); await findNames(db, await newestRevision(db));
 */
export function onceAGeneration<T>(load: (db: Database) => Promise<T>): (db: Database, generation: number) => Promise<T> {
  const kept = new WeakMap<Database, { generation: number; read: Promise<T> }>();
  return (db, generation) => {
    const held = kept.get(db);
    if (held?.generation === generation) return held.read;
    const read = load(db).catch((error) => {
      kept.delete(db);
      throw error;
    });
    kept.set(db, { generation, read });
    return read;
  };
}

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Problem } from "../../shared/problem.ts";

export interface Owner {
  pid: number;
  command: string;
  since: string;
  /** address of the owner's local socket, where it listens on one */
  socket?: string | undefined;
}

export interface Ownership {
  announce(owner: Owner): void;
  release(): void;
}

/**
 * Claims a data folder for this process. The lock is the kernel's own lock on a small SQLite file: it goes with the
 * process, however that ends, so nothing stale is ever left. Returns nothing where another process holds it.
 */
export function claimFolder(folder: string): Ownership | undefined {
  makeFolder(folder);
  const lock = new DatabaseSync(join(folder, "owner.lock"));
  try {
    lock.exec("pragma busy_timeout = 0; pragma journal_mode = delete; pragma locking_mode = exclusive; begin exclusive");
  } catch (error) {
    lock.close();
    if (/locked|busy/i.test((error as Error).message)) return undefined;
    throw new Problem(
      "database-unavailable",
      `The data folder ${folder} cannot be locked: ${(error as Error).message}. Check that it lies on a local disk you may write to.`,
      { cause: error },
    );
  }
  return {
    announce: (owner) => writeFileSync(join(folder, "owner.json"), JSON.stringify(owner), { mode: 0o600 }),
    release: () => lock.close(),
  };
}

/** Who said last that it owns the folder. A hint for people; the lock alone decides. */
export function readOwner(folder: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, "owner.json"), "utf8")) as Owner;
  } catch {
    return undefined;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new Problem(
      "database-unavailable",
      `The data folder ${folder} cannot be made: ${(cause as Error).message}. Set OPENFIRST_DATA to a folder you may write to.`,
      { cause },
    );
  }
}

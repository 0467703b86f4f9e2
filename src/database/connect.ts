import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Kysely, PostgresDialect, type PostgresPool } from "kysely";
import pg from "pg";
import { Problem } from "../shared/problem.ts";
import { Engine } from "./embedded/engine.ts";
import { listen, reach, socketAddress } from "./embedded/local-socket.ts";
import { claimFolder, type Ownership, readOwner } from "./embedded/ownership.ts";
import type { Session } from "./embedded/session.ts";
import { migrate } from "./migrate.ts";
import { parsers } from "./parsers.ts";
import type { Tables } from "./tables.ts";

export interface Database extends Kysely<Tables> {}

export interface OpenDatabase {
  db: Database;
  /** how it is held: a server's, this process's own folder, or another process that owns the folder */
  held: "server" | "own" | "reached" | "memory";
  /** Lets other commands reach an embedded database through this process; calls back when one of them may have written. */
  share(onChange: () => void): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseSettings {
  /** a PostgreSQL address; without it the embedded database is used */
  url?: string | undefined;
  /** the folder of the embedded database; "memory" keeps nothing */
  folder?: string | undefined;
  /** what this process is, for the sentence that names the owner: "openfirst serve" */
  command: string;
}

/** Settings from the environment: DATABASE_URL, OPENFIRST_DATA. */
export function databaseSettings(environment: NodeJS.ProcessEnv, command: string): DatabaseSettings {
  return { url: environment.DATABASE_URL || undefined, folder: environment.OPENFIRST_DATA || "data", command };
}

/**
 * Opens the database and brings its tables up to date. The embedded folder has one owner: where another Openfirst
 * holds it, that one is reached over its local socket; where it does not listen, a Problem ("busy") names it.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<OpenDatabase> {
  if (settings.url) return openServer(settings.url);
  if (settings.folder === "memory") return openMemory();
  return openFolder(resolve(settings.folder ?? "data"), settings.command);
}

async function openServer(url: string): Promise<OpenDatabase> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 5000,
    query_timeout: 120_000,
    keepAlive: true,
    types: {
      getTypeParser: (oid: number, format?: "text" | "binary") => parsers[oid] ?? pg.types.getTypeParser(oid, format as "text"),
    } as never,
  });
  // A lost idle connection is no reason to end: the next query opens another.
  pool.on("error", () => undefined);
  const db = kysely(pool as unknown as PostgresPool);
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, held: "server", share: async () => undefined, close: () => db.destroy() };
}

async function openMemory(): Promise<OpenDatabase> {
  const engine = await Engine.open();
  const db = kysely(poolOf(engine));
  await migrate(db);
  return { db, held: "memory", share: async () => undefined, close: () => engine.close() };
}

async function openFolder(folder: string, command: string): Promise<OpenDatabase> {
  const deadline = Date.now() + 8000;
  while (true) {
    const ownership = claimFolder(folder);
    if (ownership) return own(folder, ownership, command);
    const address = readOwner(folder)?.socket;
    if (address) {
      try {
        const remote = await reach(address);
        return { db: kysely(poolOf(remote)), held: "reached", share: async () => undefined, close: () => remote.close() };
      } catch {
        // The owner may be starting or ending: look again until the time is up.
      }
    }
    if (Date.now() > deadline) {
      const owner = readOwner(folder);
      const who = owner ? `“${owner.command}” (process ${owner.pid}, since ${owner.since})` : "another process";
      throw new Problem(
        "busy",
        `The data folder ${folder} is held by ${who}, which does not answer commands. Wait until it has ended, or set OPENFIRST_DATA to another folder.`,
      );
    }
    await new Promise((wake) => setTimeout(wake, 150));
  }
}

async function own(folder: string, ownership: Ownership, command: string): Promise<OpenDatabase> {
  const owner = { pid: process.pid, command, since: new Date().toISOString() };
  ownership.announce(owner);
  let engine: Engine | undefined;
  try {
    mkdirSync(join(folder, "postgres"), { recursive: true, mode: 0o700 });
    engine = await Engine.open(join(folder, "postgres"));
    const opened = engine;
    const db = kysely(poolOf(opened));
    await migrate(db);
    let sharing: { close(): Promise<void> } | undefined;
    return {
      db,
      held: "own",
      async share(onChange) {
        const address = socketAddress(folder);
        sharing = await listen(opened, address, onChange);
        ownership.announce({ ...owner, socket: address });
      },
      async close() {
        await sharing?.close();
        await opened.close();
        ownership.release();
      },
    };
  } catch (error) {
    await engine?.close();
    ownership.release();
    throw error;
  }
}

function kysely(pool: PostgresPool): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** Kysely speaks to every one of them as to a pool of PostgreSQL connections: one way to query, three ways to be held. */
function poolOf(source: { connect(): Promise<Session> }): PostgresPool {
  return {
    connect: async () => {
      const session = await source.connect();
      return {
        query: (sql: string, values: readonly unknown[]) =>
          session.query(sql, values).then((result) => ({ ...result, command: commandOf(sql) })),
        release: () => session.release(),
      };
    },
    end: async () => undefined,
  } as unknown as PostgresPool;
}

function commandOf(sql: string): string {
  return (/^\s*(\w+)/.exec(sql)?.[1] ?? "").toUpperCase();
}

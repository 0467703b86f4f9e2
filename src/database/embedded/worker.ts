import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { parsers } from "../parsers.ts";

/** What the worker is asked: one statement, or a script without parameters. */
export interface Ask {
  id: number;
  sql: string;
  values?: readonly unknown[];
}

/** What it answers: rows, or the database's own error with its code. */
export interface Answer {
  id: number;
  rows?: Record<string, unknown>[];
  rowCount?: number;
  error?: { message: string; code?: string | undefined; detail?: string | undefined };
}

// PGlite lives in a thread of its own: in the main thread a long query would hold up every request.
const port = parentPort;
if (!port) throw new Error("the embedded database runs as a worker thread only");
const { folder } = workerData as { folder: string | undefined };
const database = await PGlite.create({ ...(folder ? { dataDir: folder } : {}), extensions: { pg_trgm }, parsers });

port.on("message", async ({ id, sql, values }: Ask) => {
  try {
    if (values === undefined) {
      await database.exec(sql);
      port.postMessage({ id, rows: [], rowCount: 0 } satisfies Answer);
    } else {
      const { rows, affectedRows } = await database.query<Record<string, unknown>>(sql, values as unknown[]);
      port.postMessage({ id, rows, rowCount: rows.length || (affectedRows ?? 0) } satisfies Answer);
    }
  } catch (error) {
    const { message, code, detail } = error as { message: string; code?: string; detail?: string };
    port.postMessage({ id, error: { message, code, detail } } satisfies Answer);
  }
});
port.on("close", () => database.close());
port.postMessage({ id: 0 } satisfies Answer);

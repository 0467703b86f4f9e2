// npm run bench: see bench/README.md. BENCH_SIZE (100000), BENCH_DATABASE_URL (an empty PostgreSQL database), BENCH_FOLDER (kept between runs).
import { cpSync, existsSync, mkdtempSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import pg from "pg";
import { type OpenDatabase, openDatabase } from "../src/database/connect.ts";
import { newestRevision } from "../src/registry/find.ts";
import { recordAll } from "../src/registry/record.ts";
import { measureLighthouse } from "./lighthouse.ts";
import { madeRegistry } from "./made-registry.ts";
import { ms, printTable, type Row, row, timed, times } from "./measure.ts";
import { measureSearch, wordsByFrequency } from "./search.ts";
import { measureServing } from "./serving.ts";
import { measureStarting } from "./starting.ts";
import { measureWeight } from "./weight.ts";

const size = Number(process.env.BENCH_SIZE ?? 100_000);
const folder = process.env.BENCH_FOLDER ?? mkdtempSync(join(tmpdir(), "openfirst-bench-"));
const server = process.env.BENCH_DATABASE_URL;
const parts = new Set((process.env.BENCH_ONLY ?? "starting,weight,lighthouse,search,serving").split(","));
const rows: Row[] = [];

console.log(`${size} instruments; Node ${process.versions.node}; ${cpus().length} × ${cpus()[0]?.model}`);

if (parts.has("starting")) rows.push(...(await measureStarting()));

const filled = existsSync(join(folder, "postgres"));
if (!filled) {
  const fresh = await openDatabase({ folder, command: "bench" });
  rows.push(await fill(fresh, "PGlite"));
  await fresh.close();
}
const copy = join(folder, "straight");
if (!existsSync(copy)) cpSync(join(folder, "postgres"), copy, { recursive: true });
const embedded = await openDatabase({ folder, command: "bench" });
const onServer = server ? await openDatabase({ url: server, command: "bench" }) : undefined;
if (onServer && (await newestRevision(onServer.db)) === 0) rows.push(await fill(onServer, "PostgreSQL"));
if (parts.has("weight")) rows.push(...(await measureWeight(embedded.db)));
if (parts.has("lighthouse")) rows.push(...(await measureLighthouse(embedded.db)));
const words = await wordsByFrequency(embedded.db);

if (parts.has("search")) {
  // Straight means a PGlite of its own in this thread, on a copy of the same files: a folder has one owner.
  const straight = await PGlite.create({ dataDir: copy, extensions: { pg_trgm } });
  const onPglite = await measureSearch(embedded, (statement, values) => straight.query(statement, [...values]), "PGlite");
  await straight.close();
  rows.push(...onPglite.rows);
  if (onServer && server) {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    const onPostgres = await measureSearch(onServer, (statement, values) => client.query(statement, [...values]), "PostgreSQL");
    await client.end();
    const ratio = onPglite.p50 / onPostgres.p50;
    rows.push(
      ...onPostgres.rows,
      row(
        "PGlite against PostgreSQL, search with facets, p50",
        `${ms(onPglite.p50)} against ${ms(onPostgres.p50)} = ${times(ratio)}`,
        "≤ 2.5 ×",
        ratio <= 2.5,
        ratio,
      ),
    );
  } else rows.push(row("PGlite against PostgreSQL", "BENCH_DATABASE_URL names no server", "≤ 2.5 ×", undefined));
}
await onServer?.close();
await embedded.close();

if (parts.has("serving")) {
  rows.push(
    ...(await measureServing(
      { ...process.env, OPENFIRST_DATA: folder, DATABASE_URL: "" },
      [...words.frequent, ...words.middling],
      "PGlite",
    )),
  );
  if (server)
    rows.push(...(await measureServing({ ...process.env, DATABASE_URL: server }, [...words.frequent, ...words.middling], "PostgreSQL")));
}
printTable(rows);

async function fill(opened: OpenDatabase, name: string): Promise<Row> {
  const taken = await timed(async () => {
    let done = 0;
    for (const batch of madeRegistry(size)) {
      await recordAll(opened.db, batch, { who: "bench", why: "made for measuring" });
      done += batch.length;
      if (done % 20_000 < batch.length) console.log(`${name}: ${done} records`);
    }
  });
  return row(`${name}: recording ${size} instruments`, `${(taken / 1000).toFixed(0)} s`, "none", true);
}

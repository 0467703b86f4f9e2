import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { packageRoot } from "../shared/package-root.ts";
import { Problem } from "../shared/problem.ts";

const folder = join(packageRoot, "src", "database", "migrations");

/** Applies what the database does not have yet, all or nothing, one process at a time. Refuses a database newer than the program. */
export async function migrate(db: Kysely<never> | Kysely<unknown> | object): Promise<void> {
  const database = db as Kysely<Record<string, never>>;
  const shipped = readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort();
  await checkServer(database);
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(7140023)`.execute(transaction);
    await sql`create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`.execute(
      transaction,
    );
    const { rows } = await sql<{ name: string }>`select name from migrations`.execute(transaction);
    const applied = new Set(rows.map((row) => row.name));
    const unknown = [...applied].filter((name) => !shipped.includes(name));
    if (unknown.length > 0)
      throw new Problem(
        "conflict",
        `The database was made by a newer Openfirst (it has ${unknown.join(", ")}). Install that version or a later one.`,
      );
    for (const name of shipped.filter((file) => !applied.has(file))) {
      for (const statement of statementsOf(readFileSync(join(folder, name), "utf8"))) await sql.raw(statement).execute(transaction);
      await sql`insert into migrations (name) values (${name})`.execute(transaction);
    }
  });
}

/** A migration's statements: they end with a semicolon at the end of a line, outside a $$ body. */
function statementsOf(script: string): string[] {
  const statements: string[] = [];
  let current = "";
  let inBody = false;
  for (const line of script.split("\n")) {
    if (line.trimStart().startsWith("--") && !current.trim()) continue;
    current += `${line}\n`;
    if ((line.match(/\$\$/g) ?? []).length % 2 === 1) inBody = !inBody;
    if (!inBody && line.trimEnd().endsWith(";")) {
      statements.push(current.trim());
      current = "";
    }
  }
  if (current.trim()) statements.push(current.trim());
  return statements;
}

async function checkServer(database: Kysely<Record<string, never>>): Promise<void> {
  const { rows } = await sql<{ version: number; folds: boolean }>`
    select current_setting('server_version_num')::int as version, lower('ПОЛИТИКА') = 'политика' as folds`.execute(database);
  const { version = 0, folds } = rows[0] ?? {};
  if (version < 150000) throw new Problem("unsupported", `PostgreSQL ${Math.floor(version / 10000)} is too old; expected 15 or newer.`);
  if (!folds)
    throw new Problem(
      "unsupported",
      "This PostgreSQL database does not know letters beyond ASCII (LC_CTYPE is C). Create it with the locale C.UTF-8 or an ICU locale.",
    );
}

import { sql } from "kysely";
import type { Database } from "./connect.ts";

/** Tables, columns, constraints, indexes and functions as text that is the same on both databases. */
export async function describeSchema(db: Database): Promise<string> {
  const columns = await sql<{ table: string; line: string }>`
    select c.relname as table, '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attidentity <> '' then ' generated always as identity' else '' end
      || case when a.attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where n.nspname = 'public' and c.relkind = 'r' order by c.relname, a.attnum`.execute(db);
  const constraints = await sql<{ table: string; line: string }>`
    select c.relname as table, '  constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line from pg_constraint k join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and k.contype in ('p', 'u', 'f', 'c') order by c.relname, k.conname`.execute(
    db,
  );
  const indexes = await sql<{
    line: string;
  }>`select indexdef || ';' as line from pg_indexes where schemaname = 'public' and indexname not like '%_pkey' order by tablename, indexname`.execute(
    db,
  );
  const functions = await sql<{ line: string }>`
    select trim(pg_get_functiondef(p.oid)) || ';' as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
    where n.nspname = 'public' and l.lanname = 'plpgsql' order by p.proname`.execute(db);
  const tables = Map.groupBy([...columns.rows, ...constraints.rows], (row) => row.table);
  return [
    "-- Made from the migrations by “npm run generate”; reviewed with every change.",
    ...[...tables].map(([table, rows]) => `create table ${table} (\n${rows.map((row) => row.line).join(",\n")}\n);`),
    indexes.rows.map((row) => row.line).join("\n"),
    ...functions.rows.map((row) => row.line),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}

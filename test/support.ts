import { randomBytes } from "node:crypto";
import { after } from "node:test";
import pg from "pg";
import { fillIfEmpty, measureShipped } from "../src/cli/ship.ts";
import { type OpenDatabase, openDatabase } from "../src/database/connect.ts";

/** The PostgreSQL server that the suite runs on a second time; without it tests use the embedded database in memory. */
export const testServer = process.env.TEST_DATABASE_URL;

/** An empty database of the test's own, closed when the file's tests have ended. */
export async function openEmptyRegistry(): Promise<OpenDatabase> {
  const opened = testServer ? await openOnServer(testServer) : await openDatabase({ folder: "memory", command: "test" });
  after(() => opened.close());
  return opened;
}

/** A database that holds the dataset in the box. */
export async function openTestRegistry(): Promise<OpenDatabase> {
  const opened = await openEmptyRegistry();
  await fillIfEmpty(opened.db, {});
  return opened;
}

/** A database that holds the dataset in the box and what was measured with it. */
export async function openMeasuredRegistry(): Promise<OpenDatabase> {
  const opened = await openTestRegistry();
  await measureShipped(opened.db, {});
  return opened;
}

/** Makes a database on the server that goes away with the test; returns its address and how to drop it. */
export async function makeDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `openfirst_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await asAdministrator(server, `create database ${name} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdministrator(server, `drop database if exists ${name} with (force)`) };
}

async function openOnServer(server: string): Promise<OpenDatabase> {
  const { url, drop } = await makeDatabase(server);
  const opened = await openDatabase({ url, command: "test" });
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await drop();
    },
  };
}

async function asAdministrator(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

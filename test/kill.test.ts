import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { databaseSettings, openDatabase } from "../src/database/connect.ts";
import { makeDatabase, testServer } from "./support.ts";

test("kill -9 in the middle of imports loses nothing acknowledged and leaves nothing half-written", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "openfirst-kill-"));
  const made = testServer ? await makeDatabase(testServer) : undefined;
  const environment = { ...process.env, OPENFIRST_DATA: folder, DATABASE_URL: made?.url ?? "" };
  context.after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await made?.drop();
  });
  const acknowledged = await writeUntilKilled(environment);
  assert.ok(acknowledged.length >= 4, `only ${acknowledged.length} imports were acknowledged before the kill`);

  const opened = await openDatabase(databaseSettings(environment, "kill test"));
  try {
    const { rows } = await sql<{ batch: string; records: number; listed: number; provisions: number }>`
      select split_part(r.id, '-', 1) || '-' || split_part(r.id, '-', 2) as batch, count(*)::int as records,
        count(l.revision)::int as listed, count(p.revision)::int as provisions
      from revisions r left join listing l on l.revision = r.revision left join provisions p on p.revision = r.revision
      where r.noun = 'instrument' and r.known_to = 'infinity' group by 1`.execute(opened.db);
    const found = new Map(rows.map((row) => [row.batch, row]));
    for (const { batch, size } of acknowledged)
      assert.equal(found.get(`b${batch}-${size}`)?.records, size, `batch ${batch} was acknowledged`);
    for (const row of rows) {
      assert.equal(row.records, Number(row.batch.split("-")[1]), `batch ${row.batch} is whole`);
      assert.deepEqual([row.listed, row.provisions], [row.records, row.records], `what is derived from batch ${row.batch} is whole`);
    }
  } finally {
    await opened.close();
  }
});

function writeUntilKilled(environment: NodeJS.ProcessEnv): Promise<{ batch: number; size: number }[]> {
  const writer = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "--import", "tsx", "test/kill-writer.ts"], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const acknowledged: { batch: number; size: number }[] = [];
  let rest = "";
  writer.stdout.on("data", (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const [batch = 0, size = 0] = line.split(" ").map(Number);
      acknowledged.push({ batch, size });
    }
    // After the seventh comes one of the large imports: a moment later the process dies inside it.
    if (acknowledged.length >= 7) setTimeout(() => writer.kill("SIGKILL"), Math.random() * 40);
  });
  return new Promise((resolve) => writer.on("exit", () => resolve(acknowledged)));
}

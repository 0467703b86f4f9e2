import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, ms, type Row, row, timed, times } from "./measure.ts";

/** From the command to the first page: the first time, and warm against merely opening the same database. Uses the built program. */
export async function measureStarting(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "openfirst-bench-"));
  const environment = { ...process.env, OPENFIRST_DATA: folder, DATABASE_URL: "", PORT: "0" };
  try {
    const first = await timed(() => untilFirstPage(environment));
    const warm: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      warm.push(await timed(() => untilFirstPage(environment)));
      bare.push(await timed(() => openBare(join(folder, "postgres"))));
    }
    const ratio = median(warm) / median(bare);
    return [
      row("first start to first page, registry filled from the dataset", `${(first / 1000).toFixed(1)} s`, "≤ 15 s", first <= 15_000),
      row(
        "warm start to first page against opening the bare database, whole processes",
        `${ms(median(warm))} against ${ms(median(bare))} = ${times(ratio)}`,
        "≤ 3 ×",
        ratio <= 3,
        ratio,
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function untilFirstPage(environment: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, ["bin/openfirst.js", "serve"], { env: environment, stdio: ["ignore", "pipe", "ignore"] });
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /Openfirst serves (\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code}`)));
  });
  const page = await fetch(`${address}/en`);
  if (!page.ok) throw new Error(`the first page answered ${page.status}`);
  await page.text();
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  void ended;
  await ended;
}

async function openBare(folder: string): Promise<void> {
  const script = `const { PGlite } = await import("@electric-sql/pglite"); const { pg_trgm } = await import("@electric-sql/pglite/contrib/pg_trgm");
    const db = await PGlite.create({ dataDir: ${JSON.stringify(folder)}, extensions: { pg_trgm } }); await db.query("select 1"); await db.close();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "ignore" });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`opening the bare database ended with ${code}`);
}

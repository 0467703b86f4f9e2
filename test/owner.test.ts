import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "openfirst-owner-"));
const environment = { ...process.env, OPENFIRST_DATA: folder, OPENFIRST_EMPTY: "1", PORT: "0", DATABASE_URL: "" };
const running = new Set<ChildProcess>();
after(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

test("a data folder has one owner; other commands reach it, and a kill leaves nothing stale", {
  skip: process.env.TEST_DATABASE_URL ? "the embedded database only: PostgreSQL has no owner" : false,
}, async (context) => {
  const server = await startServer();

  await context.test("the socket is for its owner alone", () => {
    assert.equal(statSync(join(folder, "owner.sock")).mode & 0o077, 0);
  });

  await context.test("an import beside the server is read by the server at once", async () => {
    const before = await (await fetch(`${server.address}/en/instruments`)).text();
    assert.doesNotMatch(before, /ch-embag-9/);
    const imported = await runCommand(["import", "dataset", "dataset"]);
    assert.equal(imported.code, 0, imported.output);
    const page = await fetch(`${server.address}/en/instruments/ch-embag-9`);
    assert.equal(page.status, 200);
  });

  await context.test("a search beside the server reads through it", async () => {
    const found = await runCommand(["search", "switzerland", "publish", "code", "--json"]);
    assert.equal(found.code, 0, found.output);
    assert.ok((JSON.parse(found.output) as { items: { id: string }[] }).items.some((item) => item.id === "ch-embag-9"));
  });

  await context.test("a second server is refused with a sentence that says what to do", async () => {
    const second = await runCommand(["serve"]);
    assert.equal(second.code, 2);
    assert.match(second.errors, /OPENFIRST_DATA/);
  });

  await context.test("two commands that write at the same time both succeed", async () => {
    const both = await Promise.all([runCommand(["import", "dataset", "dataset"]), runCommand(["import", "dataset", "dataset"])]);
    assert.deepEqual(
      both.map((result) => result.code),
      [0, 0],
      both.map((result) => result.errors).join("\n"),
    );
  });

  await context.test("after kill -9 the folder opens again and holds what was imported", async () => {
    server.child.kill("SIGKILL");
    await new Promise((resolve) => server.child.once("exit", resolve));
    const found = await runCommand(["search", "ch-embag-9", "--json"]);
    assert.equal(found.code, 0, found.errors);
    assert.match(found.output, /ch-embag-9/);
  });
});

async function startServer(): Promise<{ child: ChildProcess; address: string }> {
  const child = start(["serve"]);
  let said = "";
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /Openfirst serves (\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  return { child, address };
}

function start(words: string[]): ChildProcess {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "--import", "tsx", "src/cli/openfirst.ts", ...words], {
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

function runCommand(words: string[]): Promise<{ code: number | null; output: string; errors: string }> {
  const child = start(words);
  let output = "";
  let errors = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output, errors })));
}

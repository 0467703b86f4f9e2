import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { databaseSettings, openDatabase } from "../src/database/connect.ts";
import { listTyping, requireDraft } from "../src/drafting/find.ts";
import { makeDatabase, testServer } from "./support.ts";

test("kill -9 while somebody types: every keystroke that was answered is kept, and the saved text is whole", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "openfirst-typing-"));
  const made = testServer ? await makeDatabase(testServer) : undefined;
  const environment = { ...process.env, OPENFIRST_DATA: folder, DATABASE_URL: made?.url ?? "" };
  context.after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await made?.drop();
  });
  const { draft, typed, saved } = await typeUntilKilled(environment);
  assert.ok(typed >= 10, `only ${typed} keystrokes were answered before the kill`);

  const opened = await openDatabase(databaseSettings(environment, "kill test"));
  try {
    const held = await requireDraft(opened.db, draft);
    const [kept] = await listTyping(opened.db, draft, "e1");
    const last = Number(/^typed (\d+) end$/.exec(kept?.text ?? "")?.[1]);
    assert.ok(last >= typed && last <= typed + 1, `answered up to ${typed}, kept ${last}`);
    const wording = Number(/^saved (\d+) end$/.exec(held.elements[1]?.text ?? "")?.[1]);
    assert.ok(wording >= saved && wording <= saved + 1, `saved up to ${saved}, held ${wording}`);
  } finally {
    await opened.close();
  }
});

function typeUntilKilled(environment: NodeJS.ProcessEnv): Promise<{ draft: string; typed: number; saved: number }> {
  const writer = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "--import", "tsx", "test/kill-typist.ts"], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const told = { draft: "", typed: 0, saved: 0 };
  let rest = "";
  writer.stdout.on("data", (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const [what, value = ""] = line.split(" ");
      if (what === "draft") told.draft = value;
      if (what === "typed") told.typed = Number(value);
      if (what === "saved") told.saved = Number(value);
    }
    if (told.typed >= 30) setTimeout(() => writer.kill("SIGKILL"), Math.random() * 40);
  });
  return new Promise((resolve) => writer.on("exit", () => resolve(told)));
}

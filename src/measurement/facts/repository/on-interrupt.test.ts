import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { packageRoot } from "../../../shared/package-root.ts";
import { madeFolder } from "./made-repository.ts";

test("a fetch that is interrupted ends with its helpers and leaves nothing behind", async (t) => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  const { port } = server.address() as { port: number };
  const folder = madeFolder(t);
  const script = `
    import { observeRepository } from ${JSON.stringify(join(packageRoot, "src/measurement/facts/repository/observe.ts"))};
    await observeRepository("http://127.0.0.1:${port}/a.git", { git: { protocols: ["http"] } });`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    cwd: packageRoot,
    env: { ...process.env, TMPDIR: folder },
    stdio: "ignore",
  });
  const [socket] = (await once(server, "connection")) as [Socket];
  assert.equal(clones(folder), 1);
  const closed = once(socket.on("error", () => undefined).resume(), "close");
  child.kill("SIGTERM");
  const [, signal] = await once(child, "exit");
  assert.equal(signal, "SIGTERM", "it ends as if nobody had listened");
  await closed;
  assert.equal(clones(folder), 0);
});

const clones = (folder: string) => readdirSync(folder).filter((name) => name.startsWith("openfirst-clone-")).length;

import assert from "node:assert/strict";
import { connect, createServer, type Server, type Socket } from "node:net";
import { test } from "node:test";
import { openDatabase } from "../src/database/connect.ts";
import { named } from "../src/registry/nouns.ts";
import { recordAll } from "../src/registry/record.ts";
import { createApp } from "../src/web/app.tsx";
import { madeInstrument, madeSurroundings } from "./make-records.ts";
import { makeDatabase, testServer } from "./support.ts";

test("PostgreSQL goes away and comes back: 503 with a plain page, then as before without a restart", {
  skip: testServer ? false : "needs TEST_DATABASE_URL; the embedded database lives in this process",
}, async (context) => {
  const made = await makeDatabase(testServer as string);
  const wire = await openWire(new URL(made.url));
  const opened = await openDatabase({ url: wire.address(made.url), command: "test" });
  context.after(async () => {
    await opened.close();
    wire.cut();
    await made.drop();
  });
  await recordAll(opened.db, [...madeSurroundings(), named("instrument", madeInstrument("ch-one"))], { who: "test", why: "a test" });
  const app = createApp(opened.db);
  const status = async (path: string) => (await app.request(path)).status;
  assert.equal(await status("/en/instruments/ch-one"), 200);

  wire.cut();
  await new Promise((wake) => setTimeout(wake, 1100));
  const page = await app.request("/en/instruments/ch-one");
  assert.equal(page.status, 503);
  assert.equal(page.headers.get("retry-after"), "30");
  assert.match(await page.text(), /does not answer at the moment/);
  const problem = await app.request("/api/v1/instruments");
  assert.equal(problem.status, 503);
  assert.match(problem.headers.get("content-type") ?? "", /application\/problem\+json/);
  assert.equal(await status("/health"), 503);

  await wire.mend();
  await new Promise((wake) => setTimeout(wake, 1100));
  assert.equal(await status("/en/instruments/ch-one"), 200);
  assert.equal(await status("/health"), 200);
});

/** A wire to the server that can be cut and mended: the server itself serves other tests meanwhile. */
async function openWire(server: URL): Promise<{ address(url: string): string; cut(): void; mend(): Promise<void> }> {
  const sockets = new Set<Socket>();
  let listener: Server | undefined;
  let port = 0;
  const listen = () =>
    new Promise<void>((resolve) => {
      const opening = createServer((near) => {
        const far = connect(Number(server.port || 5432), server.hostname);
        for (const [socket, other] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(socket);
          socket.on("error", () => other.destroy());
          socket.on("close", () => other.destroy());
          socket.pipe(other);
        }
      }).listen(port, "127.0.0.1", () => {
        port = (opening.address() as { port: number }).port;
        resolve();
      });
      listener = opening;
    });
  await listen();
  return {
    address: (url) => {
      const through = new URL(url);
      through.port = String(port);
      through.hostname = "127.0.0.1";
      return through.href;
    },
    cut: () => {
      listener?.close();
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    mend: listen,
  };
}

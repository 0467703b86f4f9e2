import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";
import { after, test } from "node:test";
import { Problem } from "../../shared/problem.ts";
import { type DownloadOptions, withDownload } from "./download.ts";

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://x");
  if (pathname === "/code.json") response.end('{"releases": []}');
  else if (pathname === "/api") response.end(' [{"url": "x"}]');
  else if (pathname === "/yaml") response.end("publiccodeYmlVersion: 0.4\n");
  else if (pathname === "/moved") response.writeHead(302, { location: "/code.json" }).end();
  else if (pathname === "/inner") response.writeHead(302, { location: "http://192.168.0.1/code.json" }).end();
  else if (pathname === "/round") response.writeHead(302, { location: "/round" }).end();
  else if (pathname === "/broken") {
    response.writeHead(200, { "content-length": "100" });
    response.write("half", () => response.destroy());
  } else if (pathname === "/endless") {
    const more = () => {
      if (!response.destroyed) response.write("x".repeat(65_536), more);
    };
    more();
  } else response.writeHead(404).end();
});
await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
after(() => {
  server.closeAllConnections();
  server.close();
});
const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function fetched(address: string, options: DownloadOptions = { loopback: true }): Promise<{ name: string; text: string }> {
  const seen: string[] = [];
  for await (const path of withDownload(address, options, async function* (file) {
    yield file;
  })) {
    seen.push(path);
    const found = { name: basename(path), text: readFileSync(path, "utf8") };
    setImmediate(() => assert.ok(!existsSync(path), "it is removed afterwards"));
    return found;
  }
  return assert.fail(`nothing came: ${seen.length}`);
}

test("a file is fetched, kept under a name whose ending says what it is, and removed", async () => {
  assert.deepEqual(await fetched(`${here}/code.json?x=1`), { name: "code.json", text: '{"releases": []}' });
  assert.deepEqual(await fetched(`${here}/moved`), { name: "code.json", text: '{"releases": []}' });
  assert.equal((await fetched(`${here}/api`)).name, "file.json");
  assert.equal((await fetched(`${here}/yaml`)).name, "file.yml");
});

test("what may not be asked, does not answer or does not end is refused", async () => {
  const cases: [address: string, options: DownloadOptions, code: string, says: RegExp][] = [
    [`${here}/code.json`, { loopback: false }, "invalid-input", /expected https/],
    ["https://127.0.0.1/code.json", { loopback: false }, "invalid-input", /inner network/],
    ["https://[::1]/code.json", { loopback: false }, "invalid-input", /inner network/],
    ["https://10.0.0.1/code.json", { loopback: true }, "invalid-input", /inner network/],
    ["https://169.254.169.254/latest", { loopback: true }, "invalid-input", /inner network/],
    ["https://localhost/code.json", { loopback: false }, "not-found", /inner network/],
    ["https://name:word@example.org/code.json", { loopback: false }, "invalid-input", /name or password/],
    [`${here}/inner`, { loopback: true }, "invalid-input", /192\.168\.0\.1/],
    [`${here}/round`, { loopback: true }, "not-found", /leads on more than 5 times/],
    [`${here}/nothing`, { loopback: true }, "not-found", /answers 404/],
    [`${here}/broken`, { loopback: true }, "not-found", /broke off/],
    [`${here}/endless`, { loopback: true, maxBytes: 1_000_000 }, "too-large", /larger than 1000000 bytes/],
  ];
  for (const [address, options, code, says] of cases)
    await assert.rejects(fetched(address, options), (error) => {
      assert.ok(error instanceof Problem, String(error));
      assert.equal(error.code, code, address);
      assert.match(error.message, says);
      return true;
    });
});

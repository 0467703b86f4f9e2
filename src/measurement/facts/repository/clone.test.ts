import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { test } from "node:test";
import { Problem } from "../../../shared/problem.ts";
import { factAt, reasonOfAbsence } from "../../fact.ts";
import { readRepositoryAddress, withoutCredentials } from "./address.ts";
import { withClone } from "./clone.ts";
import { git, madeRepository } from "./made-repository.ts";
import { observeRepository } from "./observe.ts";

const observedAt = new Date("2021-06-01T00:00:00Z");
const local = ["file"] as const;
const leftBehind = () => readdirSync(tmpdir()).filter((name) => name.startsWith("openfirst-clone-")).length;

test("addresses: what is read, what is refused", () => {
  const kinds = (address: string) => {
    const read = readRepositoryAddress(address);
    return read.kind === "folder" ? "folder" : `${read.protocol} ${read.host}`;
  };
  assert.equal(kinds("https://Example.org/a/b.git"), "https example.org");
  assert.equal(kinds("git@example.org:a/b.git"), "ssh example.org");
  assert.equal(kinds("ssh://git@example.org:22/a/b"), "ssh example.org");
  assert.equal(kinds("./a:b"), "folder");
  for (const address of [
    "",
    "-x",
    "--upload-pack=sh",
    "ext::sh -c touch% /tmp/x",
    "https://user:w0rd@example.org/a",
    "https://token@example.org/a",
    "ssh://-oProxyCommand=x/a",
    "git@example.org:-x",
    "git://example.org/a",
    "https://",
    "a\nb",
  ])
    assert.throws(
      () => readRepositoryAddress(address),
      (error) => error instanceof Problem && error.code === "invalid-input" && !/w0rd/.test(error.message),
      address,
    );
  assert.equal(withoutCredentials("https://oauth2:secret@example.org/a.git"), "https://example.org/a.git");
});

test("a repository is fetched whole, without old versions of files, and leaves nothing behind", async (t) => {
  const origin = madeRepository(t, [
    { day: "2020-01-01", files: { "a.js": "// SPDX-License-Identifier: MIT\n" } },
    { day: "2020-01-02", files: { "a.js": "// SPDX-License-Identifier: ISC\n", "b/c.js": "1" }, tag: "v1.0" },
  ]);
  for (const filter of ["true", "false"]) {
    git(origin, ["config", "uploadpack.allowFilter", filter]);
    git(origin, ["config", "uploadpack.allowAnySHA1InWant", filter]);
    const before = leftBehind();
    const lines: string[] = [];
    const seen = await observeRepository(`file://${origin}`, {
      observedAt,
      git: { protocols: local },
      onProgress: (line) => lines.push(line),
    });
    assert.deepEqual(factAt(seen.facts, "headers.expressions"), [{ expression: "ISC", files: 1 }]);
    assert.equal(factAt(seen.facts, "history.commits"), 2);
    assert.equal(factAt(seen.facts, "history.releaseCount"), 1);
    assert.equal(leftBehind(), before);
    assert.equal(lines[0], `Fetching file://${origin}`);
  }
  const shallow = await observeRepository(`file://${origin}`, { observedAt, git: { protocols: local, depth: 1 } });
  assert.match(reasonOfAbsence(shallow, "history.commits") ?? "", /shallow/);
  assert.equal(factAt(shallow.facts, "tree.files"), 2);
});

test("of old files only those that a server cannot leave out are fetched", async (t) => {
  const origin = madeRepository(t, [
    { day: "2020-01-01", files: { "a.js": "old" } },
    { day: "2020-01-02", files: { "a.js": "new" } },
  ]);
  git(origin, ["config", "uploadpack.allowFilter", "true"]);
  git(origin, ["config", "uploadpack.allowAnySHA1InWant", "true"]);
  const objects = await withClone(
    { kind: "remote", url: `file://${origin}`, protocol: "file", host: "" },
    { protocols: local },
    async (gitDir) => git(gitDir, ["cat-file", "--batch-all-objects", "--batch-check=%(objecttype)"]).split("\n"),
  );
  assert.deepEqual(objects.sort(), ["blob", "commit", "commit", "tree", "tree"]);
});

test("hosts, protocols, depth and size are limited", async (t) => {
  const origin = madeRepository(t, [{ day: "2020-01-01", files: { "a.js": "1" } }]);
  const refused = (address: string, options: Parameters<typeof observeRepository>[1], words: RegExp) =>
    assert.rejects(observeRepository(address, options), (error) => error instanceof Problem && words.test(error.message), address);
  await refused("https://example.org/a", { git: { allowedHosts: ["example.net"] } }, /host that is not allowed; allowed are example.net/);
  await refused("http://example.org/a", {}, /over http; allowed are https, ssh/);
  await refused(`file://${origin}`, {}, /over file/);
  await refused(`file://${origin}`, { git: { protocols: local, depth: 0 } }, /depth of 0/);
  await refused(`file://${origin}`, { git: { protocols: local, maxBytes: 100 } }, /larger than 100 bytes/);
  await refused(`file://${origin}/nothing`, { git: { protocols: local } }, /git clone failed/);
});

test("a server that never answers is given up", async (t) => {
  const { createServer } = await import("node:net");
  const server = createServer(() => undefined).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  t.after(() => server.close());
  const { port } = server.address() as { port: number };
  const before = leftBehind();
  await assert.rejects(
    observeRepository(`http://127.0.0.1:${port}/a.git`, { git: { protocols: ["http"], timeoutSeconds: 1 } }),
    (error) => error instanceof Problem && error.code === "too-large" && /longer than 1 s/.test(error.message),
  );
  assert.equal(leftBehind(), before);
});

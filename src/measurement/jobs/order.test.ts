import assert from "node:assert/strict";
import { resolve } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { Problem } from "../../shared/problem.ts";
import { readOrder } from "./order.ts";
import { publicSource, publicWords } from "./public-words.ts";

const order = (kind: string, address: string, more: { series?: string } = {}) => readOrder({ kind, address, body: "us-nsf", ...more });

test("each source is a series of its own, the same each time", () => {
  const { series, address } = order("repository", "https://example.org/a/My_Tool.git");
  assert.match(series, /^us-nsf-repository-my-tool-[0-9a-f]{8}$/);
  assert.equal(order("repository", address).series, series);
  assert.notEqual(order("repository", "https://example.org/b/My_Tool.git").series, series);
  assert.match(order("inventory", "https://example.org/?a=b").series, /^us-nsf-inventory-/);
  assert.equal(order("tenders", "releases.jsonl.gz").address, resolve("releases.jsonl.gz"));
  assert.equal(order("grants", "a.xml", { series: "iati-of-nsf" }).series, "iati-of-nsf");
});

const refused: Record<string, [kind: string, address: string, series?: string]> = {
  "a kind that is none": ["website", "https://example.org/"],
  "a password in the address of a repository": ["repository", "https://ann:hunter2@example.org/a.git"],
  "a token in the address of a repository": ["repository", "https://hunter2@example.org/a.git"],
  "a password in the address of a file": ["inventory", "https://ann:hunter2@example.org/code.json"],
  "plain http": ["catalogue", "http://example.org/list.yml"],
  "another scheme": ["inventory", "file:///etc/passwd"],
  "tenders at an address": ["tenders", "https://example.org/releases.json"],
  "an option in disguise": ["repository", "--upload-pack=x"],
  "a transport that can be any program": ["repository", "ext::sh -c x"],
  "control characters": ["inventory", "code\n.json"],
  nothing: ["grants", ""],
  "an address without end": ["inventory", `https://example.org/${"a".repeat(3000)}`],
  "a series that is none": ["inventory", "code.json", "No Series"],
  "a series without end": ["inventory", "code.json", "a".repeat(101)],
};
for (const [name, [kind, address, series]] of Object.entries(refused)) {
  test(`refused: ${name}`, () =>
    assert.throws(
      () => order(kind, address, series ? { series } : {}),
      (error) => error instanceof Problem && error.code === "invalid-input" && !error.message.includes("hunter2"),
    ));
}

test("what is public names no key and no folder", () => {
  assert.equal(publicSource("https://example.org/code.json?token=secret#x"), "https://example.org/code.json");
  assert.equal(publicSource("git@example.org:owner/name.git"), "git@example.org:owner/name.git");
  assert.equal(publicSource("/home/ann/our tenders/2026.jsonl"), "2026.jsonl");
  const said = publicWords(
    "/home/ann/our tenders/2026.jsonl:3 is not JSON (“/tmp/x-1/file.json”, see https://u:p@example.org/a?key=1); kind/other stays",
    "/home/ann/our tenders/2026.jsonl",
  );
  assert.equal(said, "2026.jsonl:3 is not JSON (“file.json”, see https://example.org/a kind/other stays");
});

test("no secret of an address, no folder of a path comes through, whatever stands around it", () => {
  const part = fc.stringMatching(/^[A-Za-z0-9_.~-]{3,12}$/);
  const around = fc.constantFrom("", " ", "(", "“", '"', "'", "file: ", "\n", "<b>", "path=", "open:");
  fc.assert(
    fc.property(part, part, around, around, (name, hidden, before, after) => {
      const secret = `S3CRET${hidden}`;
      for (const address of [
        `https://${secret}@example.org/${name}`,
        `https://${name}:${secret}@example.org/${name}`,
        `https://example.org/${name}?key=${secret}`,
        `https://example.org/${name}#${secret}`,
        `/home/${secret}/${name}`,
        `C:\\${secret}\\${name}`,
        `file:///home/${secret}/${name}`,
      ]) {
        assert.ok(!publicSource(address).includes(secret), address);
        assert.ok(!publicWords(`${before}${address}${after} went wrong`, "/elsewhere").includes(secret), `${before}${address}${after}`);
      }
    }),
  );
});

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Observation } from "./fact.ts";
import { readBytes } from "./facts/bytes.ts";
import { readObservations } from "./observation-file.ts";

const folder = mkdtempSync(join(tmpdir(), "openfirst-observations-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const observation = (name: string, more: object = {}) => ({
  subject: { kind: "grant", id: "XM-1", name },
  observedAt: "2026-01-01T00:00:00Z",
  reader: "grant 1",
  facts: {},
  ...more,
});

async function read(...lines: string[]): Promise<Observation[]> {
  const file = join(folder, "observations.ndjson");
  writeFileSync(file, lines.join("\n"));
  return all(readObservations(file));
}

async function all<T>(given: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of given) list.push(item);
  return list;
}

test("a line ends at a line feed and nowhere else", async () => {
  const names = ["a\u2028b\u2029c", "d\u0085e"];
  const found = await read("", ...names.map((name) => JSON.stringify(observation(name))), "", "");
  assert.deepEqual(
    found.map(({ subject }) => subject.name),
    names,
  );
});

test("what is no observation is refused with its line", async () => {
  const good = JSON.stringify(observation("a"));
  const deep = `{"facts":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  const refused: [string, RegExp][] = [
    ["{", /:2 is not JSON/],
    ["null", /:2 subject/],
    [deep, /:2 has brackets nested more than 64 deep/],
    [JSON.stringify(observation("x".repeat(4_000_001))), /:2 is longer than 4 MB/],
    [JSON.stringify(observation("a", { observedAt: "0000-01-01T00:00:00Z" })), /:2 observedAt: no calendar has a year 0/],
  ];
  for (const [line, message] of refused) await assert.rejects(read(good, line), message);
});

test("a pipe that nobody writes to is refused, not waited for", async (t) => {
  if (process.platform === "win32") return t.skip("Windows has no pipes that are files");
  const pipe = join(folder, "pipe.json");
  execFileSync("mkfifo", [pipe]);
  await assert.rejects(all(readBytes(pipe, 100)), /is not a file/);
});

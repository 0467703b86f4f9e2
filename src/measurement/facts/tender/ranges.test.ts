import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import { linesOfRange, rangesOf } from "./ranges.ts";

const folder = mkdtempSync(join(tmpdir(), "openfirst-ranges-"));
after(() => rmSync(folder, { recursive: true }));

async function read(path: string, size: number, length: number): Promise<string[]> {
  const parts: string[] = [];
  for (const range of rangesOf(path, size, length)) {
    const chunks: Buffer[] = [];
    for await (const chunk of linesOfRange(range)) chunks.push(chunk);
    parts.push(Buffer.concat(chunks).toString());
  }
  return parts;
}

test("ranges hold each line once and whole, wherever they are cut", async () => {
  const path = join(folder, "lines");
  const lines = fc.array(fc.stringMatching(/^[ab]{0,9}$/), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(lines, fc.boolean(), fc.integer({ min: 1, max: 40 }), async (written, ended, length) => {
      const text = written.join("\n") + (ended ? "\n" : "");
      writeFileSync(path, text);
      const parts = await read(path, text.length, length);
      assert.equal(parts.join(""), text);
      for (const part of parts.slice(0, -1))
        assert.ok(part === "" || part.endsWith("\n") || parts.slice(parts.indexOf(part) + 1).join("") === "", part);
    }),
    { numRuns: 300 },
  );
});

test("a line longer than several chunks belongs to the range where it begins", async () => {
  const path = join(folder, "long");
  const text = `a\n${"b".repeat(3_000_000)}\nc\n`;
  writeFileSync(path, text);
  assert.deepEqual(
    (await read(path, text.length, 1_000_000)).map(({ length }) => length),
    [3_000_003, 0, 0, 2],
  );
});

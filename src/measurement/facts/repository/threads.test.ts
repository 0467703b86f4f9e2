import assert from "node:assert/strict";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { Problem } from "../../../shared/problem.ts";
import { madeFolder, madeRepository, writeFiles } from "./made-repository.ts";
import { observeRepository } from "./observe.ts";
import { observeRepositories } from "./threads.ts";

const observedAt = new Date("2021-06-01T00:00:00Z");

/** Three repositories under git, the first with most to look at, and a folder without. */
function made(t: TestContext): string[] {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`src/${index}.js`, `// ${index}\n`]));
  const folders = [many, { "README.md": "# Two\n" }, { LICENSE: "Mine.\n" }].map((files) =>
    madeRepository(t, [{ day: "2020-01-01", files }]),
  );
  const plain = madeFolder(t);
  writeFiles(plain, { "a.py": "# SPDX-License-Identifier: MIT\n" });
  return [...folders, plain];
}

test("several at once: the same as one by one, in the order given, with a Problem where one cannot be looked at", async (t) => {
  const [first = "", ...others] = made(t);
  const addresses = [first, join(first, "nowhere"), ...others, "-option", "https://user:secret@example.org/a.git", first];
  const alone = await Promise.all(addresses.map((address) => observeRepository(address, { observedAt }).catch((error: Problem) => error)));
  const said: string[] = [];
  const options = { observedAt, onProgress: (line: string) => said.push(line) };
  for (const threads of [1, 2, 3]) {
    const seen = await all(observeRepositories(addresses, options, threads));
    assert.deepEqual(seen.map(plain), alone.map(plain), `${threads} threads`);
    assert.equal(seen.filter((one) => one instanceof Problem).length, 3);
  }
  assert.equal(said.length, 15, "each repository is announced in each of three runs");
});

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** What of it can be compared: a Problem by its code and words, an observation as it is written. */
const plain = (seen: unknown): unknown =>
  seen instanceof Problem ? [seen.code, seen.message, seen.faults] : JSON.parse(JSON.stringify(seen));

test("whoever stops early stops the threads; what breaks in one is thrown", async (t) => {
  const folders = made(t);
  for await (const seen of observeRepositories([...folders, ...folders], { observedAt }, 2)) {
    assert.ok(!(seen instanceof Problem));
    break;
  }
  const broken = { observedAt: new Date(Number.NaN) };
  await assert.rejects(all(observeRepositories(folders, broken, 2)), RangeError);
});

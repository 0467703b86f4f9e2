import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { packageRoot } from "../../../shared/package-root.ts";
import type { RawPath } from "./disk.ts";
import { readWorkTree } from "./folder-tree.ts";
import { runGit } from "./git.ts";
import { pathsInIndex, readTrackedPaths } from "./git-index.ts";
import { git, madeFolder, madeRepository, writeFiles } from "./made-repository.ts";

const files = { "a.js": "1", "a/b.js": "2", "a/b/c.js": "3", "a b/é.md": "4", ["lib/long".padEnd(200, "x")]: "5", "z.txt": "6" };

const made = (t: TestContext): string => madeRepository(t, [{ day: "2020-01-01", files }]);
const printed = (paths: readonly RawPath[]) => Buffer.concat(paths.flatMap((path) => [Buffer.from(path as string), Buffer.from([0])]));

/** The list is git's own, byte for byte. */
async function assertAsGit(folder: string): Promise<void> {
  const gitDir = join(folder, ".git");
  const paths = readTrackedPaths(gitDir);
  assert.ok(paths, "git need not be asked");
  assert.deepEqual(printed(paths), await runGit(["ls-files", "-z", "--cached"], { gitDir, workTree: gitDir }));
}

/** An index that ends with the hash of what it holds, whatever that is. */
const signed = (bytes: Buffer): Buffer => Buffer.concat([bytes, createHash("sha1").update(bytes).digest()]);

test("the index of every version is read as git reads it", async (t) => {
  for (const version of [2, 4]) {
    const folder = made(t);
    git(folder, ["update-index", "--index-version", String(version)]);
    await assertAsGit(folder);
    writeFiles(folder, { "intended.js": "7" });
    git(folder, ["add", "--intent-to-add", "intended.js"]);
    git(folder, ["update-index", "--skip-worktree", "a.js"]);
    assert.equal(readFileSync(join(folder, ".git", "index")).readUInt32BE(4), version === 2 ? 3 : 4);
    await assertAsGit(folder);
    git(folder, ["rm", "-q", "-r", "--cached", "."]);
    await assertAsGit(folder);
  }
});

test("names that are no text, sides of a conflict and submodules are listed as git lists them", async (t) => {
  const folder = made(t);
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x66, 0xff, 0xfe])]), "8");
  git(folder, ["add", "-A"]);
  const blob = git(folder, ["hash-object", "-w", "a.js"]);
  const commit = git(folder, ["rev-parse", "HEAD"]);
  git(folder, ["rm", "-q", "--cached", "a.js"]);
  const sides = [1, 2, 3].map((side) => `100644 ${blob} ${side}\ta.js`);
  git(folder, ["update-index", "--index-info"], { input: `${sides.join("\n")}\n160000 ${commit} 0\tpart\n` });
  await assertAsGit(folder);
  const tree = await readWorkTree(folder, join(folder, ".git"), 100);
  assert.equal(tree.files.filter(({ path }) => path === "a.js").length, 1);
});

test("objects named by SHA-256", async (t) => {
  const folder = madeFolder(t);
  git(folder, ["init", "-q", "--object-format=sha256"]);
  writeFiles(folder, files);
  git(folder, ["add", "-A"]);
  await assertAsGit(folder);
});

test("where only git can tell, git is asked", async (t) => {
  const split = made(t);
  git(split, ["update-index", "--split-index"]);
  const sparse = made(t);
  git(sparse, ["sparse-checkout", "set", "--cone", "--sparse-index", "lib"]);
  const linked = made(t);
  const index = join(linked, ".git", "index");
  writeFileSync(join(linked, "elsewhere"), readFileSync(index));
  unlinkSync(index);
  symlinkSync(join(linked, "elsewhere"), index);
  for (const folder of [split, sparse, linked]) {
    assert.equal(readTrackedPaths(join(folder, ".git")), undefined, folder);
    const tree = await readWorkTree(folder, join(folder, ".git"), 100);
    assert.ok(tree.files.some(({ path }) => path === "z.txt"));
  }
  const empty = madeFolder(t);
  git(empty, ["init", "-q"]);
  assert.equal(readTrackedPaths(join(empty, ".git")), undefined);
});

test("a damaged index is left to git; a forged one is read within bounds or not at all", (t) => {
  const folder = made(t);
  git(folder, ["update-index", "--index-version", "4"]);
  const version4 = readFileSync(join(folder, ".git", "index"));
  git(folder, ["update-index", "--index-version", "2"]);
  const version2 = readFileSync(join(folder, ".git", "index"));
  for (const whole of [version2, version4]) {
    const bytes = whole.subarray(0, -20);
    assert.equal(pathsInIndex(signed(bytes))?.length, Object.keys(files).length, "forging alone changes nothing");
    for (const length of [0, 4, 11, 12, 40, 73, whole.length - 1]) assert.equal(pathsInIndex(whole.subarray(0, length)), undefined);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const damaged = Buffer.from(whole);
        damaged[at] = value;
        assert.ok(value === whole[at] || pathsInIndex(damaged) === undefined);
        const forged = pathsInIndex(signed(damaged.subarray(0, -20)));
        assert.ok(forged === undefined || forged.every((path) => path.length <= 4096));
      }),
    );
    fc.assert(
      fc.property(fc.nat(bytes.length), (length) => {
        // Cut just before an extension it is whole.
        const cut = pathsInIndex(signed(bytes.subarray(0, length)));
        assert.ok(cut === undefined || printed(cut).equals(printed(pathsInIndex(whole) ?? [])));
      }),
    );
  }
});

test("a forged index of version 4 whose names grow from entry to entry is left to git", () => {
  const entry = Buffer.concat([Buffer.alloc(62), Buffer.from([0]), Buffer.from("/".padEnd(64, "x")), Buffer.from([0])]);
  entry.writeUInt32BE(0o100644, 24);
  const head = Buffer.from("DIRC\0\0\0\x04\0\0\0\0", "latin1");
  const index = (count: number) => {
    head.writeUInt32BE(count, 8);
    return pathsInIndex(signed(Buffer.concat([head, ...Array<Buffer>(count).fill(entry)])));
  };
  assert.equal(index(64)?.length, 64);
  assert.equal(index(65), undefined, "a path of more than 4,096 bytes opens no file");
});

test("the index of this repository", async (t) => {
  if (!existsSync(join(packageRoot, ".git", "index"))) return t.skip("this copy of Openfirst is no git work tree");
  await assertAsGit(packageRoot);
});

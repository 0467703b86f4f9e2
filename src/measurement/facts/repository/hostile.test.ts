import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { factAt, reasonOfAbsence } from "../../fact.ts";
import { git, madeFolder, madeRepository, writeFiles } from "./made-repository.ts";
import { observeRepository } from "./observe.ts";

const observedAt = new Date("2021-06-01T00:00:00Z");
const observe = (folder: string) => observeRepository(folder, { observedAt });

test("programs that a repository's configuration names are never run", async (t) => {
  const folder = madeRepository(t, [{ day: "2020-01-01", files: { "a.js": "1", LICENSE: "x" } }]);
  const trace = join(madeFolder(t), "ran");
  const program = join(folder, "evil.sh");
  writeFileSync(program, `#!/bin/sh\necho "$0 $@" >> ${trace}\n`);
  chmodSync(program, 0o755);
  mkdirSync(join(folder, ".git", "hooks"), { recursive: true });
  for (const hook of ["post-index-change", "fsmonitor-watchman", "post-checkout", "reference-transaction", "pre-auto-gc"])
    symlinkSync(program, join(folder, ".git", "hooks", hook));
  const settings = {
    "core.fsmonitor": program,
    "core.pager": program,
    "core.sshCommand": program,
    "core.askPass": program,
    "core.editor": program,
    "core.gitProxy": program,
    "core.alternateRefsCommand": program,
    "pager.log": program,
    "gpg.program": program,
    "gpg.ssh.program": program,
    "log.showSignature": "true",
    "diff.external": program,
    "credential.helper": `!${program}`,
    "uploadpack.packObjectsHook": program,
    "remote.origin.url": `ext::${program}`,
    "remote.origin.promisor": "true",
    "remote.origin.partialclonefilter": "blob:none",
    "remote.origin.uploadpack": program,
    "protocol.allow": "always",
    "protocol.ext.allow": "always",
    "extensions.partialClone": "origin",
    "core.repositoryformatversion": "1",
    "filter.lfs.process": program,
    "filter.lfs.smudge": program,
    "mailmap.file": "/dev/zero",
    "alias.log": `!${program}`,
    "alias.ls-files": `!${program}`,
    "trace2.eventTarget": trace,
  };
  for (const [name, setting] of Object.entries(settings)) git(folder, ["config", name, setting]);
  // A signed commit, so that showSignature has something to ask gpg about.
  const body = git(folder, ["cat-file", "commit", "HEAD"]);
  const signed = body.replace("\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n aaaa\n -----END PGP SIGNATURE-----\n\n");
  const id = git(folder, ["hash-object", "-t", "commit", "-w", "--stdin"], { input: `${signed}\n` });
  writeFileSync(join(folder, ".git", "refs", "heads", "main"), `${id}\n`);
  const seen = await observe(folder);
  assert.equal(factAt(seen.facts, "history.commits"), 1);
  assert.equal(factAt(seen.facts, "tree.files"), 2);
  // A file that the repository promises to fetch from elsewhere is missing, and is not fetched.
  const blob = git(folder, ["-c", "core.fsmonitor=false", "rev-parse", "HEAD:LICENSE"]);
  execFileSync("rm", ["-f", join(folder, ".git", "objects", blob.slice(0, 2), blob.slice(2))]);
  const bare = join(madeFolder(t), "bare");
  execFileSync("cp", ["-r", join(folder, ".git"), bare]);
  writeFileSync(join(bare, "config"), readFileSync(join(bare, "config"), "utf8").replace("bare = false", "bare = true"));
  const again = await observe(bare);
  assert.equal(existsSync(trace), false, existsSync(trace) ? readFileSync(trace, "utf8") : "");
  assert.match(reasonOfAbsence(again, "tree.files") ?? "", /not in this clone/);
});

test("a configuration that puts the files elsewhere hides none of them", async (t) => {
  const folder = madeRepository(t, [{ day: "2020-01-01", files: { "a.js": "1", "README.md": "# A" } }]);
  git(folder, ["config", "core.worktree", "../.."]);
  const seen = await observe(folder);
  assert.equal(factAt(seen.facts, "tree.files"), 2);
  assert.equal(factAt(seen.facts, "readme.present"), true);
});

test("links out of the tree, loops and pipes are not followed or opened", async (t) => {
  const outside = madeFolder(t);
  writeFiles(outside, { "SECURITY.md": "secret@example.gov", "deep/README.md": "# Secret" });
  const folder = madeFolder(t);
  writeFiles(folder, { "a.js": "1", "LICENSES/MIT.txt": "MIT" });
  symlinkSync(join(outside, "SECURITY.md"), join(folder, "SECURITY.md"));
  symlinkSync(join(outside, "deep"), join(folder, "docs"));
  symlinkSync(".", join(folder, "loop"));
  symlinkSync("CODE_OF_CONDUCT.md", join(folder, "CODE_OF_CONDUCT.md"));
  symlinkSync("LICENSES/MIT.txt", join(folder, "README"));
  execFileSync("mkfifo", [join(folder, "CONTRIBUTING.md"), join(folder, "b.js")]);
  const seen = await observe(folder);
  assert.equal(factAt(seen.facts, "tree.files"), 2);
  for (const name of ["securityPolicy", "conduct", "contributing", "documentation"])
    assert.equal(factAt(seen.facts, `${name}.present`), false, name);
  assert.equal(factAt(seen.facts, "readme.words"), 1, "a link inside the tree is its file under another name");

  // Tracked folders that were swapped for links afterwards.
  const tracked = madeRepository(t, [{ day: "2020-01-01", files: { "docs/SECURITY.md": "x", "a.js": "1" } }]);
  execFileSync("rm", ["-r", join(tracked, "docs")]);
  symlinkSync(outside, join(tracked, "docs"));
  const swapped = await observe(tracked);
  assert.match(reasonOfAbsence(swapped, "securityPolicy.present") ?? "", /not in the work tree/);
});

test("an index or tree with paths that lead out is not followed", async (t) => {
  const outer = madeFolder(t);
  writeFileSync(join(outer, "SECURITY.md"), "secret@example.gov");
  const folder = join(outer, "inner");
  mkdirSync(folder);
  git(folder, ["init", "-q", "-b", "main"]);
  const blob = git(folder, ["hash-object", "-w", "--stdin"], { input: "secret@example.gov" });
  const raw = (name: string) => Buffer.concat([Buffer.from(`100644 ${name}\0`), Buffer.from(blob, "hex")]);
  const inner = git(folder, ["hash-object", "-t", "tree", "--literally", "-w", "--stdin"], { input: raw("SECURITY.md") });
  const entry = (mode: string, name: string, id: string) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, "hex")]);
  const top = git(folder, ["hash-object", "-t", "tree", "--literally", "-w", "--stdin"], {
    input: Buffer.concat([
      entry("40000", "..", inner),
      entry("40000", ".git", inner),
      entry("100644", "a.js", blob),
      entry("100644", "../SECURITY.md", blob),
    ]),
  });
  const commit = git(folder, ["commit-tree", top, "-m", "x"]);
  writeFileSync(join(folder, ".git", "refs", "heads", "main"), `${commit}\n`);
  // git refuses to write such an index; one is made by changing the bytes of an honest one of the same length.
  git(folder, ["update-index", "--add", "--cacheinfo", `100644,${blob},xx/SECURITY.md`]);
  const index = readFileSync(join(folder, ".git", "index"));
  writeFileSync(
    join(folder, ".git", "index"),
    sealed(Buffer.from(index.toString("latin1").replace("xx/SECURITY.md", "../SECURITY.md"), "latin1")),
  );
  const fromIndex = await observe(folder);
  assert.notEqual(factAt(fromIndex.facts, "securityPolicy.present"), true);
  const bare = await observe(join(folder, ".git"));
  assert.equal(factAt(bare.facts, "tree.files"), 1);
  assert.equal(factAt(bare.facts, "securityPolicy.present"), false);
});

/** An index ends with the SHA-1 of what precedes. */
function sealed(index: Buffer): Buffer {
  const { createHash } = process.getBuiltinModule("node:crypto");
  const content = index.subarray(0, -20);
  return Buffer.concat([content, createHash("sha1").update(content).digest()]);
}

test("a .git file that leads to somebody else's repository is not followed; linked work trees are", async (t) => {
  const theirs = madeRepository(t, [{ day: "2020-01-01", files: { "secret.js": "1" } }]);
  const folder = madeFolder(t);
  writeFiles(folder, { "a.js": "1", ".git": `gitdir: ${join(theirs, ".git")}\n` });
  const seen = await observe(folder);
  assert.match(reasonOfAbsence(seen, "history.commits") ?? "", /does not name this folder/);
  const linked = join(madeFolder(t), "linked");
  git(theirs, ["worktree", "add", "-q", linked]);
  assert.equal(factAt((await observe(linked)).facts, "history.commits"), 1);
  const owner = madeRepository(t, [{ day: "2020-01-01" }]);
  git(owner, ["submodule", "add", "-q", theirs, "part"]);
  git(owner, ["commit", "-q", "-m", "part"]);
  assert.equal(factAt((await observe(join(owner, "part"))).facts, "history.commits"), 1);
  const whole = await observe(owner);
  assert.equal(factAt(whole.facts, "tree.files"), 1, "a submodule is somebody else's tree");
  assert.deepEqual(whole.notObservable["securityPolicy.present"], undefined);
});

test("names and contents that are no text, one line of a gigabyte, pointers of LFS", async (t) => {
  const folder = madeFolder(t);
  git(folder, ["init", "-q", "-b", "main"]);
  const name = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9, 0x0a]), Buffer.from(".js")]);
  writeFileSync(name, "// SPDX-License-Identifier: MIT\n");
  writeFiles(folder, {
    "README.md": Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x20, 0x00, 0x42, 0x00, 0x0a]),
    "CONTRIBUTING.md": Buffer.from([0xc3, 0x28, 0xa0, 0xa1, 0x00, 0xff]),
    "two\nlines/SECURITY.md": "x",
    "lfs.js": "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n",
    ".gitattributes": "*.js filter=lfs diff=lfs merge=lfs -text\n",
  });
  git(folder, ["add", "-A"]);
  git(folder, ["commit", "-q", "-m", "x"]);
  writeFileSync(join(folder, "LICENSE"), "");
  truncateSync(join(folder, "LICENSE"), 1024 ** 3);
  writeFileSync(join(folder, "CHANGELOG.md"), "");
  truncateSync(join(folder, "CHANGELOG.md"), 1024 ** 3);
  const before = process.memoryUsage().rss;
  git(folder, ["update-index", "--add", "--cacheinfo", `100644,${git(folder, ["rev-parse", "HEAD:lfs.js"])},LICENSE`]);
  const seen = await observe(folder);
  assert.ok(process.memoryUsage().rss - before < 300e6, "a gigabyte is not read");
  assert.equal(factAt(seen.facts, "headers.files"), 1);
  assert.equal(factAt(seen.facts, "readme.words"), 2);
  assert.equal(factAt(seen.facts, "contributing.terms"), "none stated");
  assert.equal(factAt(seen.facts, "tree.sourceFiles"), 2);
  const walked = madeFolder(t);
  execFileSync("cp", ["-r", `${folder}/.`, walked]);
  execFileSync("rm", ["-rf", join(walked, ".git")]);
  assert.equal(factAt((await observe(walked)).facts, "headers.files"), 1);
});

test("a repository without commits, and one that is broken, are folders without history", async (t) => {
  const empty = madeFolder(t);
  git(empty, ["init", "-q", "-b", "main"]);
  writeFiles(empty, { "README.md": "# A" });
  git(empty, ["add", "README.md"]);
  const seen = await observe(empty);
  assert.equal(factAt(seen.facts, "readme.present"), true);
  assert.match(reasonOfAbsence(seen, "history.commits") ?? "", /HEAD names no commit/);
  const broken = madeRepository(t, [{ day: "2020-01-01", files: { "README.md": "# A" } }]);
  writeFileSync(join(broken, ".git", "HEAD"), "nonsense");
  const rest = await observe(broken);
  assert.equal(factAt(rest.facts, "readme.present"), true);
  assert.ok(reasonOfAbsence(rest, "history.commits"));
});

test("a configuration that never ends is given up", async (t) => {
  const folder = madeRepository(t, [{ day: "2020-01-01", files: { "a.js": "1" } }]);
  execFileSync("mkfifo", [join(folder, ".git", "pipe")]);
  writeFileSync(join(folder, ".git", "config"), "[core]\n\trepositoryformatversion = 0\n[include]\n\tpath = pipe\n");
  await assert.rejects(observeRepository(folder, { git: { timeoutSeconds: 1 } }), /git rev-parse took longer than 1 s/);
});

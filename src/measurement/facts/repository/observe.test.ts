import assert from "node:assert/strict";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { packageRoot } from "../../../shared/package-root.ts";
import { Problem } from "../../../shared/problem.ts";
import { type FactValue, factAt, type Observation, reasonOfAbsence } from "../../fact.ts";
import { repositoryDefinitions } from "./definitions.ts";
import { git, type MadeCommit, madeFolder, madeRepository, writeFiles } from "./made-repository.ts";
import { observeRepository } from "./observe.ts";

const observedAt = new Date("2021-06-01T00:00:00Z");

const whole: Record<string, string> = {
  "README.md": "# Thing\n\nDoes a thing for people.\n\n## Contact\n\nWrite to us.\n",
  LICENSE: "Not a licence text at all.\n",
  "CONTRIBUTING.md": "# Contributing\n\nPlease sign off your commits:\nwe use the Developer Certificate of Origin.\n",
  ".github/CODE_OF_CONDUCT.md": "Be kind.\n",
  "docs/SICHERHEIT.md": "# Sicherheit\n\nBitte an sicherheit@example.gov schreiben.\n",
  "CHANGELOG.md": "# 1.0\n",
  "GOVERNANCE.md": "We vote.\n",
  "docs/guide.md": "# Guide\n",
  "docs/decisions/0001-words.md": "# Words\n",
  ".github/ISSUE_TEMPLATE/bug.yml": "name: Bug\n",
  ".github/workflows/ci.yml":
    "on: push\njobs:\n  a:\n    steps:\n      # - uses: ossf/scorecard-action@v2\n      - uses: github/codeql-action/init@v3\n      - run: reuse lint\n",
  ".github/dependabot.yml": "version: 2\n",
  "CITATION.cff": "cff-version: 1.2.0\n",
  "sbom.json": '{"bomFormat": "CycloneDX"}',
  "package.json": '{"name": "thing", "license": "MIT"}',
  "package-lock.json": "{}",
  "api/pyproject.toml": '[project]\nname = "api"\n',
  "src/a.ts": "// SPDX-License-Identifier: MIT\nexport const a = 1;\n",
  "src/b.ts": "export const b = 'SPDX-License-Identifier: Apache-2.0';\n",
  "src/c.py": "print(1)\n",
  "src/c.py.license": "SPDX-License-Identifier: EUPL-1.2\n",
  "test/a.test.ts": "// SPDX-License-Identifier: MIT\n",
  "vendor/theirs.js": "var theirs;\n",
  "publiccode.yml":
    "publiccodeYmlVersion: '0.4'\nname: Thing\ndevelopmentStatus: stable\nmaintenance:\n  type: internal\nlegal:\n  license: MIT\nusedBy:\n  - A town\n",
};
const commits: MadeCommit[] = [
  { day: "2018-01-01", files: { "README.md": "# Thing\n" }, author: "one@example.gov" },
  { day: "2019-01-01", files: whole, message: "all\n\nSigned-off-by: Two <two@townhall.org>", author: "two@townhall.org", tag: "v1.0.0" },
  { day: "2021-05-01", message: "later", author: "one@example.gov", tag: "v1.1.0-rc1" },
];

const value = (observation: Observation, name: string): FactValue | undefined => factAt(observation.facts, name);

/** Everything but the places' and history's dependence on where it was read. */
const treeFacts = ({ facts: { history: _, ...rest } }: Observation) => rest;

test("a repository is read whole, every fact with its place", async (t) => {
  const folder = madeRepository(t, commits);
  const head = git(folder, ["rev-parse", "HEAD"]);
  const seen = await observeRepository(folder, { observedAt, ownerDomains: ["example.gov"] });
  const expected: Record<string, FactValue> = {
    "tree.files": 24,
    "tree.sourceFiles": 4,
    "headers.share": 0.75,
    "headers.files": 3,
    "readme.words": 10,
    "readme.contact": true,
    "contributing.terms": "DCO",
    "conduct.present": true,
    "securityPolicy.present": true,
    "securityPolicy.contact": true,
    "changelog.present": true,
    "governance.present": true,
    "documentation.present": true,
    "issueTemplates.present": true,
    "citation.present": true,
    "decisionRecords.present": true,
    "tests.present": true,
    "ci.systems": ["GitHub Actions"],
    "codeScanning.tools": ["Dependabot", "CodeQL"],
    "licenceScan.present": true,
    "sbom.formats": ["CycloneDX"],
    manifests: [
      { path: "package.json", ecosystem: "npm" },
      { path: "api/pyproject.toml", ecosystem: "PyPI" },
    ],
    "lockfiles.present": true,
    "publiccode.present": true,
    "publiccode.valid": false,
    "publiccode.version": "0.4",
    "publiccode.developmentStatus": "stable",
    "publiccode.maintenanceType": "internal",
    "publiccode.licence": "MIT",
    "publiccode.usedBy": ["A town"],
    "history.head": head,
    "history.firstCommit": "2018-01-01",
    "history.lastCommit": "2021-05-01",
    "history.commits": 3,
    "history.commitsLastYear": 1,
    "history.authors": 2,
    "history.authorsLastYear": 1,
    "history.outsideAuthorShare": 0.5,
    "history.signedOffShare": 0.3333,
    "history.releases": [{ name: "v1.0.0", date: "2019-01-01" }],
    "history.firstRelease": "2019-01-01",
    "history.monthsBeforeFirstRelease": 12,
    "history.codeDump": false,
  };
  for (const [name, answer] of Object.entries(expected)) assert.deepEqual(value(seen, name), answer, name);
  assert.deepEqual(seen.places["contributing.terms"], [{ file: "CONTRIBUTING.md", line: 3, commit: head }]);
  assert.deepEqual(seen.places["securityPolicy.contact"], [{ file: "docs/SICHERHEIT.md", line: 3, commit: head }]);
  assert.deepEqual(seen.places["codeScanning.tools[1]"], [{ file: ".github/workflows/ci.yml", line: 6, commit: head }]);
  assert.deepEqual(seen.places["headers.share"], [{ file: "src/b.ts", commit: head, text: "no SPDX header" }]);
  assert.doesNotMatch(JSON.stringify(seen), /two@|one@|sicherheit@|Somebody/);
});

test("the bare repository and a copy without git say the same of the tree", async (t) => {
  const folder = madeRepository(t, commits);
  symlinkSync("README.md", join(folder, "LIESMICH"));
  git(folder, ["add", "-A"]);
  git(folder, ["commit", "-q", "-m", "link"], { day: "2021-05-02" });
  const bare = madeFolder(t);
  git(bare, ["clone", "-q", "--bare", folder, "."]);
  const copy = madeFolder(t);
  git(folder, ["archive", "--format=tar", "-o", join(copy, "tree.tar"), "HEAD"]);
  const unpacked = madeFolder(t);
  const { execFileSync } = await import("node:child_process");
  execFileSync("tar", ["xf", join(copy, "tree.tar"), "-C", unpacked]);
  const fromWork = await observeRepository(folder, { observedAt });
  const fromBare = await observeRepository(bare, { observedAt });
  const fromCopy = await observeRepository(unpacked, { observedAt });
  assert.deepEqual(treeFacts(fromBare), treeFacts(fromWork));
  assert.deepEqual(treeFacts(fromCopy), treeFacts(fromWork));
  assert.deepEqual(fromBare.facts.history, fromWork.facts.history);
  assert.equal(reasonOfAbsence(fromCopy, "history.commits"), "the folder is no git repository");
  assert.match(reasonOfAbsence(fromWork, "history.outsideAuthorShare") ?? "", /domains of the owner were not given/);
});

test("what is missing is looked for by name; without source files a share is no number", async (t) => {
  const folder = madeRepository(t, [{ day: "2021-05-01", files: { "notes.txt": "Notes." } }]);
  const head = git(folder, ["rev-parse", "HEAD"]);
  const seen = await observeRepository(folder, { observedAt });
  assert.equal(value(seen, "securityPolicy.present"), false);
  assert.deepEqual(seen.places["securityPolicy.present"], [{ commit: head, text: "no security policy among 1 files" }]);
  for (const name of ["headers.share", "publiccode.valid", "history.firstRelease", "history.monthsBeforeFirstRelease"])
    assert.equal(value(seen, name), null, name);
});

test("a header in an example licenses nothing of the product", async (t) => {
  const mine = Object.fromEntries(["a", "b", "c"].map((name) => [`src/${name}.js`, `export const ${name} = 1;\n`]));
  const folder = madeRepository(t, [{ day: "2020-01-01", files: { ...mine, "docs/sample.js": "// SPDX-License-Identifier: MIT\n" } }]);
  const seen = await observeRepository(folder);
  assert.equal(factAt(seen.facts, "licence.expression"), "NONE");
  assert.equal(factAt(seen.facts, "headers.files"), 1, "it is counted among the headers all the same");
});

test("in a list of files that was cut short nothing is said to be absent", async (t) => {
  const folder = madeFolder(t);
  writeFiles(folder, { "README.md": "# A", "a/one.js": "1", "a/two.js": "2", "a/SECURITY.md": "x" });
  const seen = await observeRepository(folder, { observedAt, limits: { files: 2 } });
  assert.equal(value(seen, "readme.present"), true);
  assert.equal(value(seen, "conduct.present"), undefined);
  assert.match(seen.notObservable["conduct.present"] ?? "", /only the first 2 files/);
  assert.match(seen.notObservable["tree.files"] ?? "", /at least 2/);
});

test("a shallow clone cannot tell of its past", async (t) => {
  const folder = madeRepository(t, commits);
  const shallow = madeFolder(t);
  git(shallow, ["clone", "-q", "--depth=1", `file://${folder}`, "."]);
  const seen = await observeRepository(shallow, { observedAt });
  assert.equal(value(seen, "history.head"), git(folder, ["rev-parse", "HEAD"]));
  assert.equal(value(seen, "history.firstCommit"), undefined);
  assert.match(reasonOfAbsence(seen, "history.firstCommit") ?? "", /shallow/);
});

test("files that git ignores or does not know are no part of the tree; a deleted one makes absence unsure", async (t) => {
  const folder = madeRepository(t, [{ day: "2021-05-01", files: { ".gitignore": "node_modules\n", "a.js": "1", "b.js": "2" } }]);
  writeFiles(folder, { "node_modules/x/index.js": "3", "SECURITY.md": "not added" });
  assert.equal(value(await observeRepository(folder, { observedAt }), "tree.files"), 3);
  const { rmSync } = await import("node:fs");
  rmSync(join(folder, "b.js"));
  const seen = await observeRepository(folder, { observedAt });
  assert.match(reasonOfAbsence(seen, "securityPolicy.present") ?? "", /1 tracked files are not in the work tree/);
});

test("every fact that is observed is defined, and every definition is observed", async (t) => {
  const dated = madeRepository(t, commits);
  const plain = madeFolder(t);
  writeFileSync(join(plain, "a.txt"), "a");
  const seen = await Promise.all([
    observeRepository(dated, { observedAt, ownerDomains: ["example.gov"] }),
    observeRepository(plain, { observedAt }),
    observeRepository(madeRepository(t, [{ day: "2021-05-01", files: { "publiccode.yml": "name: x" } }]), { observedAt }),
  ]);
  const defined = new Set(repositoryDefinitions.map(({ name }) => name));
  const produced = new Set(seen.flatMap((observation) => namesIn(observation.facts, defined)));
  assert.deepEqual(
    [...produced].filter((name) => !defined.has(name)),
    [],
  );
  assert.deepEqual(
    [...defined].filter((name) => !produced.has(name)),
    [],
  );
  for (const observation of seen) {
    for (const name of defined)
      assert.ok(factAt(observation.facts, name) !== undefined || reasonOfAbsence(observation, name), `${name} is absent without a reason`);
    for (const place of Object.keys(observation.places)) assert.ok(defined.has(place.replace(/\[\d+\]$/, "")), place);
    for (const name of Object.keys(observation.notObservable)) assert.ok(name === "history" || defined.has(name), name);
  }
});

function namesIn(facts: Observation["facts"], defined: ReadonlySet<string>, before = ""): string[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const full = before + name;
    const isGroup = typeof value === "object" && value !== null && !Array.isArray(value) && !defined.has(full);
    return isGroup ? namesIn(value as Observation["facts"], defined, `${full}.`) : [full];
  });
}

test("a folder that is not there, a file and an option in disguise are refused", async (t) => {
  const folder = madeFolder(t);
  writeFileSync(join(folder, "file"), "x");
  const refused = (address: string, code: string) =>
    assert.rejects(observeRepository(address), (error) => error instanceof Problem && error.code === code, address);
  await refused(join(folder, "nothing"), "not-found");
  await refused(join(folder, "file"), "invalid-input");
  await refused("--upload-pack=touch /tmp/x", "invalid-input");
});

test("this repository itself", async (t) => {
  const seen = await observeRepository(packageRoot);
  if (value(seen, "history.commits") === undefined) return t.skip("this package was not installed from its repository");
  assert.equal(value(seen, "readme.present"), true);
  assert.equal(value(seen, "tests.present"), true);
  assert.ok((value(seen, "tree.sourceFiles") as number) > 100);
  assert.deepEqual(seen.places["changelog.present"]?.[0]?.file, "CHANGELOG.md");
});

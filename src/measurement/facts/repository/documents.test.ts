import assert from "node:assert/strict";
import { test } from "node:test";
import { ciSystemOf } from "./automation.ts";
import { contactLine, contributorTerms, countWords, reportLine } from "./documents.ts";
import { type Role, ranked, rolesOf } from "./names.ts";
import { ecosystemOf, sbomFormatOf } from "./packages.ts";
import { isSource, isTest } from "./source.ts";

test("documents are known by their names, also in other languages and usual folders", () => {
  const expected: Record<string, Role[]> = {
    "readme.md": ["readme"],
    "readme.fr.md": ["readme"],
    "lisezmoi.txt": ["readme"],
    leeme: ["readme"],
    "docs/liesmich.rst": ["readme"],
    ".github/contributing.md": ["contributing"],
    "contribuer.md": ["contributing"],
    "code-of-conduct.md": ["conduct"],
    "code_de_conduite.md": ["conduct"],
    ".github/security.md": ["securityPolicy"],
    "sicherheit.md": ["securityPolicy"],
    ".well-known/security.txt": ["securityPolicy"],
    "news.md": ["changelog"],
    "docs/news.md": ["documentation"],
    "docs/changelog.md": ["changelog"],
    "governance.adoc": ["governance"],
    "publiccode.yml": ["publiccode"],
    "sub/publiccode.yml": [],
    "docs/adr/0001-x.md": ["documentation", "decisionRecords"],
    ".gitlab/issue_templates/bug.md": ["issueTemplates"],
    ".github/issue_template.md": ["issueTemplates"],
    "citation.cff": ["citation"],
    "release_checklist.md": [],
    "src/security.md": [],
    "security.py": [],
    "history.js": [],
    "readme.png": [],
    "man/thing.1": ["documentation"],
    "mkdocs.yml": ["documentation"],
  };
  for (const [path, roles] of Object.entries(expected)) assert.deepEqual(rolesOf(path), roles, path);
  const paths = ["docs/readme.md", "readme.fr.md", "readme.md"].map((path) => ({ path }));
  assert.deepEqual(
    ranked(paths, ({ path }) => path).map(({ path }) => path),
    ["readme.md", "readme.fr.md", "docs/readme.md"],
  );
});

test("CI systems, packages, sources and tests by their paths", () => {
  assert.equal(ciSystemOf(".forgejo/workflows/test.yaml"), "Forgejo Actions");
  assert.equal(ciSystemOf("jenkinsfile"), "Jenkins");
  assert.equal(ciSystemOf("src/azure-pipelines.yml"), undefined);
  assert.equal(ecosystemOf("requirements-dev.txt", false), "PyPI");
  assert.equal(ecosystemOf("description", false), undefined);
  assert.equal(ecosystemOf("constructor", true), undefined);
  assert.equal(sbomFormatOf("bom.xml"), "CycloneDX");
  assert.equal(sbomFormatOf("thing.spdx.json"), "SPDX");
  for (const path of ["src/a.c", "a.py", "x/y.tsx"]) assert.equal(isSource(path, 9), true, path);
  for (const path of ["readme.md", "a.min.js", "vendor/a.c", "data.json", ".c", "c"]) assert.equal(isSource(path, 9), false, path);
  for (const path of ["test/a.c", "src/__tests__/a.js", "a_test.go", "test_a.py", "src/thingtest.java", "a.spec.ts"])
    assert.equal(isTest(path), true, path);
  for (const path of ["src/latest.c", "src/contest.py", "attest/a.c"]) assert.equal(isTest(path), false, path);
});

test("the terms of contributions, with their line", () => {
  const terms = (text: string) => contributorTerms(text);
  assert.deepEqual(terms("Hello\n\nAll commits need a Signed-off-by line."), { terms: "DCO", line: 3 });
  assert.deepEqual(terms("You must sign our Contributor License Agreement."), { terms: "CLA", line: 1 });
  assert.deepEqual(terms("There is no CLA to sign. We use the DCO."), { terms: "DCO", line: 1 });
  assert.deepEqual(terms("We do not ask for a CLA.\nBy contributing, you agree that your work is under the MIT licence."), {
    terms: "licence",
    line: 2,
  });
  assert.deepEqual(terms("Contributions are licensed under Apache-2.0."), { terms: "licence", line: 1 });
  assert.deepEqual(terms("Open a pull request. Declare nothing."), { terms: "none stated" });
});

test("contacts are a line, never an address", () => {
  assert.equal(contactLine("# A\n\n## Contact\nsomebody"), 3);
  assert.equal(contactLine("A\n=\n\nMaintainers\n-----------\n"), 4);
  assert.equal(contactLine("# A\nwrite to a [at] example.org"), 2);
  assert.equal(contactLine("# A\nChat: [![slack](x.svg)](https://a.example)"), 2);
  assert.equal(contactLine("# A\n\n## Browser support\nnone"), undefined);
  assert.equal(reportLine("# Security\n\nSee https://github.com/a/b/security/advisories/new"), 3);
  assert.equal(reportLine("Contact: mailto:x"), 1);
  assert.equal(reportLine("# Security\nWe care."), undefined);
  assert.equal(countWords("Zwölf Wörter – l'eau, مرحبا 日本"), 5);
});

test("long hostile lines take no long time", () => {
  const start = performance.now();
  for (const text of [
    "a".repeat(1e6),
    "contributions ".repeat(20_000),
    "# contact".repeat(1e5),
    "a@".repeat(3e5),
    " ".repeat(1e6),
    "# ".repeat(4e5),
  ]) {
    contactLine(text);
    reportLine(text);
    contributorTerms(text.slice(0, 262_144));
    countWords(text);
  }
  assert.ok(performance.now() - start < 10_000, `${performance.now() - start} ms`);
});

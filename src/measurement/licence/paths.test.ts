import assert from "node:assert/strict";
import { test } from "node:test";
import { classifyPath } from "./paths.ts";

test("names that promise a licence", () => {
  for (const path of [
    "LICENSE",
    "License.md",
    "LICENCE.txt",
    "licença.txt",
    "LICENCIA",
    "LIZENZ",
    "COPYING",
    "COPYING.LESSER",
    "COPYRIGHT",
    "UNLICENSE",
    "NOTICE",
    "EUPL-1.2.txt",
    "MIT-LICENSE",
    "OFL.txt",
    "CeCILL-B.txt",
    "LICENSE-APACHE",
    "LICENSE.MIT",
    "docs/LICENSE.rst",
    "LICENSES/Foo.txt",
    "backend/LICENSE.html",
    "THIRD-PARTY-NOTICES.txt",
  ])
    assert.equal(classifyPath(path), "licence", path);
});

test("READMEs and manifests", () => {
  for (const path of ["README", "readme.MD", "LISEZMOI.txt", "LEEME.md", "LIESMICH", "docs/README.rst"])
    assert.equal(classifyPath(path), "readme", path);
  for (const path of [
    "package.json",
    "pyproject.toml",
    "Cargo.toml",
    "composer.json",
    "pom.xml",
    "foo.gemspec",
    "DESCRIPTION",
    "setup.py",
    "src/Foo/Foo.csproj",
    "publiccode.yml",
    ".reuse/dep5",
  ])
    assert.equal(classifyPath(path), "manifest", path);
});

test("programs, pictures and other people's folders are not handed over", () => {
  for (const path of [
    "license.go",
    "lib/pages/license_page.dart",
    "src/licence.ts",
    "LicenseController.java",
    "node_modules/x/LICENSE",
    "vendor/y/COPYING",
    "notice.ttl",
    "license.png",
    "main.c",
    "a/b/c/README.md",
    "",
  ])
    assert.equal(classifyPath(path), undefined, path);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { annotationFor, matchesGlob, readDep5, readReuseToml } from "../../licence/reuse.ts";
import { headersIn } from "./headers.ts";

const tag = "SPDX-License-Identifier";
const read = (text: string) => headersIn(Buffer.from(text)).map(({ expression, line }) => [expression, line]);

test("headers are read from comments of any language", () => {
  const lines = [
    `// ${tag}: MIT`,
    `# ${tag}: GPL-2.0-or-later WITH Classpath-exception-2.0`,
    `/* ${tag}: (MIT OR Apache-2.0) */`,
    `<!-- ${tag}: CC-BY-4.0 -->`,
    `(* ${tag}: BSD-3-Clause *)`,
    `REM ${tag}: EUPL-1.2`,
    `dnl ${tag}: ISC`,
    ` * @license ${tag}: MIT`,
    `{- ${tag}: MIT -}`,
    `"""${tag}: MIT"""`,
  ];
  assert.deepEqual(
    lines.map((line) => read(line)[0]?.[0]),
    [
      "MIT",
      "GPL-2.0-or-later WITH Classpath-exception-2.0",
      "(MIT OR Apache-2.0)",
      "CC-BY-4.0",
      "BSD-3-Clause",
      "EUPL-1.2",
      "ISC",
      "MIT",
      "MIT",
      "MIT",
    ],
  );
  assert.deepEqual(read(`#!/bin/sh\n#\n# ${tag}: MIT\r\n# ${tag}: ISC\n`), [
    ["MIT", 3],
    ["ISC", 4],
  ]);
});

test("a program that mentions the tag declares nothing", () => {
  for (const line of [`const tag = "${tag}: MIT";`, `grep '${tag}: MIT' .`, `use \`${tag}: MIT\``, `// ${tag}:`, `// ${tag}: \u00e9`])
    assert.deepEqual(read(line), [], line);
});

test("REUSE.toml: last annotation wins, paths count from its folder", () => {
  const annotations = readReuseToml(
    `version = 1
[[annotations]]
path = "**"
SPDX-License-Identifier = "MIT"
# path = "commented/**"
[[annotations]]
path = [
  "a/*.js", 'b\\*.js',
]
precedence = "override"
SPDX-FileCopyrightText = "2020 path = 'x'"
SPDX-License-Identifier = ["MIT OR ISC", "EUPL-1.2"]
`,
    "part/REUSE.toml",
  );
  assert.deepEqual(annotations, [
    { folder: "part/", patterns: ["**"], expression: "MIT", line: 4 },
    { folder: "part/", patterns: ["a/*.js", "b\\*.js"], expression: "(MIT OR ISC) AND EUPL-1.2", line: 12 },
  ]);
  assert.equal(annotationFor("part/a/x.js", annotations)?.line, 12);
  assert.equal(annotationFor("part/b*.js", annotations)?.line, 12);
  assert.equal(annotationFor("part/a/b/x.js", annotations)?.line, 4);
  assert.equal(annotationFor("a/x.js", annotations), undefined);
});

test("dep5: a star crosses folders", () => {
  const annotations = readDep5("Format: x\n\nFiles: src/*\n lib/x.c\nCopyright: A\nLicense: ISC\n\nFiles: *.md\nLicense: CC0-1.0\n");
  assert.equal(annotationFor("src/a/b.c", annotations)?.expression, "ISC");
  assert.equal(annotationFor("lib/x.c", annotations)?.line, 6);
  assert.equal(annotationFor("docs/a.md", annotations)?.expression, "CC0-1.0");
  assert.equal(annotationFor("x.c", annotations), undefined);
});

test("globs agree with the regular expression they stand for", () => {
  const part = fc.constantFrom("a", "b", "/", "*", "**", ".", "+");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), fc.array(fc.constantFrom("a", "b", "/", ".", "+"), { maxLength: 8 }), (pattern, text) => {
      const source = pattern
        .join("")
        .replace(/\*{2,}|\*|[.+]/g, (found) => (found === "*" ? "[^/]*" : found.startsWith("*") ? ".*" : `\\${found}`));
      assert.equal(matchesGlob(text.join(""), pattern.join("")), new RegExp(`^${source}$`).test(text.join("")));
    }),
  );
  const start = performance.now();
  assert.equal(matchesGlob("a".repeat(4000), `${"*a".repeat(200)}b`), false);
  assert.ok(performance.now() - start < 5000, "no blow-up");
});

test("whatever the bytes, headers are found without throwing", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      (bytes) => headersIn(Buffer.concat([bytes, Buffer.from(`\n// ${tag}: MIT\n`), bytes])).length > 0,
    ),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { placeAddress, webAddress } from "./place-address.ts";

const commit = "4d860321a9dbf543e7269a3514a731954f17c788";
const repository = (host: string) => ({ repository: `https://${host}/a/b.git`, commit });

test("a line of a repository's file has an address where the forge is known", () => {
  const place = { file: "docs/my file.txt", line: 3 };
  const addresses = ["github.com", "gitlab.com", "gitlab.example.org", "codeberg.org", "example.org"].map((host) =>
    placeAddress(place, repository(host)),
  );
  assert.deepEqual(addresses, [
    `https://github.com/a/b/blob/${commit}/docs/my%20file.txt#L3`,
    `https://gitlab.com/a/b/-/blob/${commit}/docs/my%20file.txt#L3`,
    `https://gitlab.example.org/a/b/-/blob/${commit}/docs/my%20file.txt#L3`,
    `https://codeberg.org/a/b/src/commit/${commit}/docs/my%20file.txt#L3`,
    undefined,
  ]);
  assert.equal(placeAddress({ commit }, repository("github.com")), `https://github.com/a/b/commit/${commit}`);
  assert.equal(placeAddress(place, { repository: "https://github.com/a/b" }), undefined, "which version is not known");
});

test("a line of the one file that was read is a line of the page that shows it", () => {
  const source = `https://github.com/a/b/blob/${commit}/indexes/NSF-index.json`;
  assert.equal(placeAddress({ file: "NSF-index.json", line: 9, pointer: "/releases/0" }, { source }), `${source}#L9`);
  assert.equal(placeAddress({ file: "other.json", line: 9 }, { source }), undefined);
  assert.equal(
    placeAddress({ file: "ara.yml", line: 13 }, { source: `https://github.com/a/b/tree/${commit}/dist` }),
    `https://github.com/a/b/blob/${commit}/dist/ara.yml#L13`,
  );
  assert.equal(placeAddress({ file: "../ara.yml", line: 13 }, { source: `https://github.com/a/b/tree/${commit}/dist` }), undefined);
});

test("a line of Markdown is reached in its plain text", () => {
  assert.equal(
    placeAddress({ file: "LICENSE.md", line: 9 }, repository("github.com")),
    `https://github.com/a/b/blob/${commit}/LICENSE.md?plain=1#L9`,
  );
  assert.equal(placeAddress({ file: "README.md" }, repository("github.com")), `https://github.com/a/b/blob/${commit}/README.md`);
});

test("only addresses of the web are linked, and no path leads out of the repository", () => {
  for (const text of ["javascript:alert(1)", "data:text/html,x", "ftp://a/b", "https://", "", undefined, 7, " https://a"])
    assert.equal(webAddress(text), undefined, String(text));
  for (const file of ["../../../evil/x", "a/../b", "/etc/passwd", "a//b", "."])
    assert.equal(placeAddress({ file, line: 1 }, repository("github.com")), undefined, file);
  assert.equal(placeAddress({ file: "a\ud800b" }, repository("github.com")), `https://github.com/a/b/blob/${commit}/a%EF%BF%BDb`);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(), (file, line) => {
      const address = placeAddress({ file, line }, repository("github.com"));
      assert.ok(address === undefined || new URL(address).href.startsWith(`https://github.com/a/b/blob/${commit}/`));
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ownPath } from "./own-path.ts";

test("paths of this site are kept as they are", () => {
  for (const path of ["/", "/en/drafts/x?y=z&w=%2F", "/ar/workspaces#x", "/en/a//b"]) assert.equal(ownPath(path), path);
});

test("whatever is kept stays on this site, read as browsers read it", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "%2f",
    "%5c",
    "\t",
    "\n",
    "@",
    ":",
    "evil.example",
    "http:",
    "?",
    "#",
    " ",
    "é",
    "en",
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
      (text) => {
        const kept = ownPath(text);
        if (kept === undefined) return;
        assert.equal(new URL(kept, "https://own.example").origin, "https://own.example");
        assert.doesNotMatch(new URL(kept, "https://own.example").pathname, /^\/\//);
      },
    ),
    { numRuns: 5000 },
  );
});

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { everyKind, madeDraft, madeLabels } from "../../../test/made-draft.ts";
import { renderDraft } from "../../drafting/rendered.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { packageRoot } from "../../shared/package-root.ts";
import { akomaNtoso } from "./write.ts";

const schema = join(packageRoot, "../shared/data/akoma-ntoso/akomantoso30.xsd");
const skip = !existsSync(schema)
  ? "../shared with the schema of OASIS is not here"
  : spawnSync("xmllint", ["--version"]).error
    ? "xmllint (libxml2-utils) is not installed"
    : false;

const drafts = {
  "every kind of element": madeDraft(everyKind),
  Arabic: madeDraft(everyKind, "ar", "قانون"),
  nothing: madeDraft([]),
  "articles before a chapter, two preambles, an annex between": madeDraft([
    { kind: "preamble", heading: "Whereas" },
    { kind: "preamble", text: "- one" },
    { text: "- one\n- two" },
    { kind: "annex" },
    { kind: "part", heading: "Late" },
    { text: "One.\n\nTwo." },
  ]),
};

test("drafts of every shape are valid against the schema of OASIS", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "akoma-"));
  try {
    for (const [name, draft] of Object.entries(drafts)) {
      const file = join(folder, "draft.xml");
      writeFileSync(file, akomaNtoso(renderDraft(draft, madeLabels), draft, { entries: 12, fingerprint: "ab12" }));
      assert.doesNotThrow(() => execFileSync("xmllint", ["--noout", "--nonet", "--schema", schema, file], { stdio: "pipe" }), name);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("an adopted draft is an act with its number, its day and where it stands, and valid too", { skip }, () => {
  const draft = madeDraft(everyKind);
  const adopted = {
    id: "ch-decree",
    jurisdiction: "CH",
    type: "decree",
    number: "14/2026 & more",
    dates: { adopted: { value: "2026-11-20" } },
    sources: [{ address: "https://example.org/en/instruments/ch-decree?a&b" }],
  } as unknown as Instrument;
  const text = akomaNtoso(renderDraft(draft, madeLabels), draft, { entries: 12, fingerprint: "ab12" }, adopted);
  assert.match(text, /<act name="decree">/);
  assert.match(text, /\/akn\/ch\/act\/2026-11-20\/ch-decree/);
  assert.match(text, /<FRBRnumber value="14\/2026 &amp; more"\/>/);
  assert.doesNotMatch(text, /bill|"draft"/);
  const folder = mkdtempSync(join(tmpdir(), "akoma-"));
  try {
    const file = join(folder, "act.xml");
    writeFileSync(file, text);
    execFileSync("xmllint", ["--noout", "--nonet", "--schema", schema, file], { stdio: "pipe" });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("articles stand in their chapters, references lead to them, open blanks are to be filled in", () => {
  const draft = madeDraft(everyKind);
  const text = akomaNtoso(renderDraft(draft, madeLabels), draft);
  assert.match(text, /<chapter eId="chp_I"><num>Chapter I<\/num><heading>General<\/heading><article eId="art_1">/);
  assert.match(
    text,
    /<point eId="art_2__para_1__list_1__point_b"><num>\(b\)<\/num><content><p>publish it under <ref href="#art_1">Article 1<\/ref>/,
  );
  assert.match(text, /<fillIn>\[Lead body for digital government\]<\/fillIn>/);
  assert.match(text, /<hcontainer name="annex" eId="annex_A">/);
  assert.match(text, /<FRBRlanguage language="eng"\/>/);
  assert.match(
    akomaNtoso(renderDraft(draft), draft, { entries: 12, fingerprint: "ab12" }),
    /entries="12" fingerprint="ab12"\/><\/proprietary><\/meta>/,
  );
});

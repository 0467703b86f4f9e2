import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { test } from "node:test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { everyKind, madeContext, madeDraft } from "../../../test/made-draft.ts";
import { renderDraft } from "../../drafting/rendered.ts";
import { documentOf } from "../document/from-draft.ts";
import { pdf } from "./write.ts";

interface Node {
  role?: string;
  children?: Node[];
  type?: string;
  id?: string;
}

const fonts = `${dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"))}/standard_fonts/`;
const coded = {
  codings: [{ type: "code-inventory", strength: "must" as const, by: "person" as const, because: [], verdict: "accepted" as const }],
};

async function read(language: string, title: string) {
  const draft = madeDraft(
    everyKind.map((one) => (one.id === "a2" ? { ...one, ...coded } : one)),
    language,
    title,
  );
  const bytes = pdf(documentOf(renderDraft(draft), madeContext(), draft.changedAt));
  const raw = Buffer.from(bytes).toString("latin1");
  const held = await getDocument({ data: bytes, standardFontDataUrl: fonts, verbosity: 0 }).promise;
  const roles: string[] = [];
  let text = "";
  for (let page = 1; page <= held.numPages; page += 1) {
    const one = await held.getPage(page);
    const walk = (node: Node) => {
      if (node.role) roles.push(node.role);
      for (const child of node.children ?? []) walk(child);
    };
    walk((await one.getStructTree()) as Node);
    const content = await one.getTextContent();
    text += content.items.map((item) => ("str" in item ? item.str : "")).join(" ");
  }
  const facts = { info: (await held.getMetadata()).info as Record<string, unknown>, raw, roles, text };
  await held.loadingTask.destroy();
  return facts;
}

test("the file says that it is PDF/UA-1, has its language and title, and is tagged throughout", async () => {
  const { info, raw } = await read("fr", "Politique");
  assert.match(raw, /pdfuaid:part>1<|pdfuaid:part="1"/);
  assert.match(raw, /\/Lang ?\(fr\)/);
  assert.match(raw, /\/DisplayDocTitle true/);
  assert.match(raw, /\/StructTreeRoot/);
  assert.match(raw, /\/MarkInfo <<\s*\/Marked true/);
  assert.equal(info.Title, "Politique");
});

test("headings go down one level at a time, lists and table heads are tagged, and the text reads in its order", async () => {
  const { roles, text } = await read("en", "Policy");
  const levels = roles.filter((role) => /^H\d$/.test(role)).map((role) => Number(role.slice(1)));
  assert.equal(levels[0], 1);
  assert.ok(levels.length >= 9);
  for (const [index, level] of levels.entries()) assert.ok(level <= (levels[index - 1] ?? 0) + 1, levels.join(" "));
  for (const role of ["Table", "TH", "TD", "L", "LI", "P", "Link"]) assert.ok(roles.includes(role), role);
  assert.equal(roles.filter((role) => role === "TH").length, 4);
  const places = ["The Minister", "Purpose", "Inventory", "Annex A", "Loi"].map((words) => text.indexOf(words));
  assert.ok(
    places.every((place, index) => place > (places[index - 1] ?? -1)),
    places.join(" "),
  );
});

test("what people wrote is never run: Typst's own signs stand as words, signs without a glyph are named", async () => {
  const { text } = await read("en", "Policy #sys $x$");
  assert.match(text, /#import "x": \* \$x\^2\$ \*bold\* _it_/);
  assert.match(text, /\[U\+1F600\]/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { parse } from "yaml";
import { openTestRegistry } from "../../../test/support.ts";
import { clause as clauseShape } from "../../registry/clause.ts";
import { findRecord, listRecords } from "../../registry/find.ts";
import { named } from "../../registry/nouns.ts";
import { recordAll } from "../../registry/record.ts";
import { createApp } from "../app.tsx";
import { languages } from "../languages/index.ts";
import { ReferenceShelf } from "../reference.ts";

const HOSTILE = '<script>alert("1")</script>';
const { db } = await openTestRegistry();
const shelf = new ReferenceShelf(db);
const app = createApp(db, shelf);
const one = "publish-new-code-by-default";

async function read(path: string, status = 200): Promise<string> {
  const answer = await app.request(path);
  assert.equal(answer.status, status, path);
  return answer.text();
}

/** A page as words alone, so that what is said can be asked for as it is read. */
async function words(path: string, status = 200): Promise<string> {
  return (await read(path, status)).replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

test("every clause can be read in every language; no brace is left, and no page is heavy", async () => {
  const { items } = await listRecords(db, "clause");
  for (const { id } of items)
    for (const language of languages) {
      const html = await read(`/${language}/clauses/${id}`);
      assert.doesNotMatch(html, /\{must|\{[a-z-]+\}|undefined<|\[\[/, `${language} ${id}`);
      assert.ok(Buffer.byteLength(html) <= 40_000, `${language} ${id} has ${Buffer.byteLength(html)} bytes`);
    }
  assert.ok(gzipSync(await read("/ar/clauses?form=decree&capacity=starter")).length <= 15_000);
  assert.ok(Buffer.byteLength(await read("/en/clauses")) <= 40_000);
});

test("the list is narrowed by part, area, form, capacity and strength, and takes the choice along", async () => {
  const count = async (query: string) => Number(/(\d+) of \d+ clauses fit/.exec(await words(`/en/clauses${query}`))?.[1]);
  const all = await count("");
  assert.ok(all >= 91);
  assert.equal(await count("?form=decree&capacity=starter"), all, "every clause has wording for any text");
  for (const query of ["?part=exceptions", "?area=funding", "?strength=must-not", "?form=contract"]) {
    const some = await count(query);
    assert.ok(some > 0 && some < all, `${query}: ${some}`);
  }
  assert.match(await words("/en/clauses?form=decree&capacity=starter"), /precedents: \d+ · written for: Decree/);
  const list = await read("/en/clauses?form=statute&strength=should&wording=fr");
  assert.ok(list.includes(`/en/clauses/${one}?form=statute&amp;strength=should&amp;wording=fr`));
  assert.match(await words("/en/clauses?form=poem", 400), /expected one of statute, decree/);
});

test("form, capacity, strength and language choose the wording that is shown", async () => {
  const statute = await read(`/en/clauses/${one}?form=statute&strength=should&wording=fr`);
  const clause = (await findRecord(db, "clause", one))?.record;
  const wording = clause?.variants.find(({ id }) => id === "statute");
  assert.ok(wording);
  assert.ok(statute.includes(wording.heading.fr));
  assert.match(statute, /<blockquote class="wording" lang="fr" dir="ltr">[\s\S]*?devrai(?:t|ent)/);
  assert.match(await words(`/en/clauses/${one}?form=contract`), /No wording of this clause was written for that choice/);
  assert.match(await words(`/en/clauses/${one}?variant=starter`), /written for: Starter/);
  assert.match(await words(`/en/clauses/${one}?variant=sonnet`, 404), /no variant “sonnet”; it has general, statute/);
  assert.match(await words("/en/clauses/no-such-clause", 404), /There is no clause “no-such-clause”/);
});

test("a clause shows blanks, what it needs, precedents in their own language, what measures it, and how to cite it", async () => {
  const text = await words(`/en/clauses/${one}`);
  assert.match(text, /Blanks to fill Day from which the duty applies \( ?date ?\) for example: 1 January 2028/);
  assert.match(text, /legen den Quellcode von Software offen/);
  assert.match(text, new RegExp(`clauses/${one} ?\\?version=1\\. CC BY 4\\.0`));
  const html = await read(`/en/clauses/${one}?wording=fr`);
  assert.match(html, /<blockquote lang="de" dir="auto" class="wording">/);
  assert.match(html, /\/en\/clauses\/exception-governance\?wording=fr/);
  assert.match(html, new RegExp(`/en/drafting\\?clause=${one}`));
  assert.match(html, /href="\/en\/checks\//);
});

test("a clause is taken away as YAML that is read back the same, as Markdown and as plain text", async () => {
  const held = (await findRecord(db, "clause", one))?.record;
  assert.deepEqual(clauseShape.parse(parse(await read(`/en/clauses/${one}.yml`))), held);
  const markdown = await read(`/en/clauses/${one}.md?form=statute&strength=should`);
  assert.match(markdown, /^# Publish new code by default\n/);
  assert.match(markdown, /^\\\(1\\\) .* should /m);
  const text = await read(`/fr/clauses/${one}.txt`);
  assert.match(text, /^\(1\) .* doi(?:t|vent) /m);
  assert.match(text, /CC BY 4\.0\.\n$/);
  await read(`/en/clauses/${one}.md?variant=sonnet`, 404);
  await read("/en/clauses/no-such-clause.txt", 404);
});

test("the API lists clauses by part, and by the form and capacity that a wording was written for", async () => {
  const ask = async (query: string) =>
    JSON.parse(await read(`/api/v1/clauses?limit=200${query}`)) as { items: { id: string }[]; total: number };
  const all = (await ask("")).total;
  const governance = await ask("&part=governance");
  assert.ok(governance.total > 0 && governance.total < all);
  const starter = await ask("&form=statute");
  assert.ok(starter.items.some(({ id }) => id === one) && starter.total < all);
  assert.equal((await ask("&part=governance&form=contract&capacity=starter")).total, 0);
});

test("provision types and the home page lead to the clauses", async () => {
  assert.match(await read(`/en/provision-types/${one}`), new RegExp(`href="/en/clauses/${one}"`));
  assert.match(await read("/en"), /<a href="\/en\/clauses">/);
});

test("a version that was cited stays when the clause changes, and says that there is a newer one", async () => {
  const clause = (await findRecord(db, "clause", one))?.record;
  assert.ok(clause);
  const changed = { ...clause, version: 2, why: { en: HOSTILE, fr: HOSTILE } };
  await recordAll(db, [named("clause", changed)], { who: "test", why: "another version" });
  shelf.changed();
  const now = await read(`/en/clauses/${one}`);
  assert.match(now, /\?version=2/);
  assert.ok(!now.includes("<script>alert"), "what was written is escaped");
  const cited = await words(`/en/clauses/${one}?version=1`);
  assert.match(cited, /You read version 1, which somebody may have cited\. There is a newer one/);
  assert.ok(cited.includes(clause.why.en.slice(0, 60)));
  assert.match(await read(`/en/clauses/${one}.yml?version=1`), /^version: 1$/m);
  assert.match(await words(`/en/clauses/${one}?version=3`, 404), /in version 3\. Leave the version out/);
});
